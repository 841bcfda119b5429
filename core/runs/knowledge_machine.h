// KnowledgeMachine: makes an agent's knowledge known to a provider before a run: uploads what it does not
// have, and has a vector store made of what is to be searched. Pure: fed with what happened, answers with
// what to do; one thing at a time.
//
// What was uploaded before is asked for first; where it is gone (404), it is uploaded again, once. A store
// counts only when all its files are in it: files expire, and are taken out of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/agent.h"
#include "core/domain/provider.h"

namespace aiagent::runs {

// Small files go with the request itself.
inline constexpr std::int64_t kLargestInline = 1 << 20;
inline constexpr std::int64_t kMostInline = 4 << 20;

struct KnowledgeNeeds {
  std::vector<domain::KnowledgeFile> inlined;   // their bytes go along
  std::vector<domain::KnowledgeFile> byId;      // uploaded, and named in the message
  std::vector<domain::KnowledgeFile> searched;  // uploaded, and put into a vector store
  bool empty() const { return inlined.empty() && byId.empty() && searched.empty(); }
};
KnowledgeNeeds needsOf(const std::vector<domain::KnowledgeFile>& knowledge);
// What a vector store of these files is found by: the hash of their hashes, in whatever order.
std::string searchedHash(const std::vector<domain::KnowledgeFile>& searched);

// A file that must be with the provider, and its id there from an earlier upload, or "".
struct RemoteNeed {
  domain::KnowledgeFile file;
  std::string known;
};
struct KnowledgePlan {
  std::vector<RemoteNeed> named;     // must be there for the message
  std::vector<RemoteNeed> searched;  // must be in the store
  std::string knownStore;
};

// ---- what happened

struct FileThere {};
struct FileUploaded {
  std::string id;
};
struct StoreTold {  // by its making, or when asked for
  std::string id;
  std::string status;
  std::int64_t completed = 0, failed = 0;
};
struct NotThere {};  // 404 for what was asked for
struct StepFailed {
  base::Error error;
};
struct PollTimerFired {};

using KnowledgeEvent = std::variant<FileThere, FileUploaded, StoreTold, NotThere, StepFailed, PollTimerFired>;

// ---- what to do

struct CheckFile {
  std::string id;
};
struct UploadFile {
  domain::KnowledgeFile file;
  std::size_t number = 1, of = 1;  // "2 of 3"
};
struct ForgetFile {  // it is no longer there
  std::string id;
};
struct CheckStore {
  std::string id;
};
struct MakeStore {
  std::vector<std::string> files;
};
struct ForgetStore {
  std::string id;
};
struct Poll {  // ask for the store again after this time: PollTimerFired
  base::Milliseconds after;
};
struct TellIndexing {
  std::int64_t done = 0, of = 0;
};
struct KnowledgeReady {
  std::vector<std::string> named;  // ids, as in the plan
  std::string store;
};
struct KnowledgeFailed {
  base::Error error;
};

using KnowledgeAction = std::variant<CheckFile, UploadFile, ForgetFile, CheckStore, MakeStore, ForgetStore,
                                     Poll, TellIndexing, KnowledgeReady, KnowledgeFailed>;

// Nothing follows KnowledgeReady and KnowledgeFailed. Call from one thread.
class KnowledgeMachine {
 public:
  explicit KnowledgeMachine(KnowledgePlan plan);

  std::vector<KnowledgeAction> start(base::Instant now);
  std::vector<KnowledgeAction> on(const KnowledgeEvent& event, base::Instant now);

 private:
  enum class Phase { New, CheckingStore, CheckingFile, Uploading, MakingStore, Polling, Over };
  using Actions = std::vector<KnowledgeAction>;

  struct Entry {
    domain::KnowledgeFile file;
    std::string id;
    bool sure = false;  // it is there, as far as this run knows
  };

  void goOn(Actions& actions);
  void take(const FileThere&, Actions& actions);
  void take(const FileUploaded& event, Actions& actions);
  void take(const StoreTold& event, Actions& actions);
  void take(const NotThere&, Actions& actions);
  void take(const StepFailed& event, Actions& actions);
  void take(const PollTimerFired&, Actions& actions);
  void dropStore(Actions& actions);
  void poll(const StoreTold& event, Actions& actions);
  void fail(base::Error error, Actions& actions);
  void ready(Actions& actions);
  Entry* firstUnsure();

  std::vector<Entry> m_entries;  // by hash, once each
  std::vector<std::string> m_named, m_searched;
  std::string m_store;
  bool m_storeSure = false;
  bool m_madeAgain = false;
  Phase m_phase = Phase::New;
  std::size_t m_current = 0;
  std::size_t m_uploads = 0;  // how many were begun
  base::Instant m_now{}, m_pollingSince{};
  base::Milliseconds m_pause{500};
};

}  // namespace aiagent::runs
