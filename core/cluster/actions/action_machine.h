// ActionMachine: one action, from reading the object to the outcome. Pure: told what servers answered, it
// says what to ask next. Nothing is asked for real before Confirmed, and before the intent is kept.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/cluster/actions/access_cache.h"
#include "core/cluster/actions/field_diff.h"

namespace aiagent::cluster {

enum class ActionStage : std::uint8_t {
  Reading,    // the object, who one is, and what is around
  Asking,     // for the right
  Trying,     // on the server, without effect
  Planned,    // waits for Confirmed
  Looking,    // whether it is still as it was planned
  Recording,  // the intent
  Sending,    // for real
  // Ends:
  Done,
  Refused,    // by us, or the right is missing
  NotTried,   // the object could not be read, or the dry run failed
  Failed,     // the server refused the real request
  Cancelled,  // before anything was sent
  Unknown,    // sent, and nobody heard what became of it: look at the cluster
};

// "planned", "dry-run-failed" …: stable, for JSON and the audit log.
std::string_view toWord(ActionStage stage);
bool isEnd(ActionStage stage);

struct ActionState {
  ActionStage stage = ActionStage::Reading;
  Action action;
  ActionPlan plan;                   // from Asking on
  std::vector<FieldChange> changes;  // from Planned on
  std::optional<base::Error> error;  // of an end
  std::string resourceVersion;       // that it led to, when Done
  std::string made;                  // name of what a POST made
  // When condition Progressing was last updated before the act; kNoTime: there was none. After an undo the
  // controller keeps an exceeded deadline until the first progress (contract D7): one that is still of this
  // time says nothing of the act, for up to one deadline.
  base::WallTime progressBefore{};
};

// No object of a cluster is larger: etcd takes 1.5 MiB. Of a list more may come.
inline constexpr std::size_t kMostOfOne = 4u << 20, kMostOfAList = 64u << 20;

// What to do. `id` is for the answer.
struct AskServer {
  int id = 0;
  KubeWrite request;                   // GET too; the path has its query
  bool real = false;                   // it changes something
  std::size_t mostBytes = kMostOfOne;  // of the answer
};
struct DropAsks {};
struct KeepRecord {
  bool intent = false;  // else the outcome
  std::string outcome, error, resourceVersion;
  std::string plan;  // JSON
};
using ActionCommand = std::variant<AskServer, DropAsks, KeepRecord>;

// What happened.
struct Answered {
  int id = 0;
  base::Result<wire::Tree> answer;
};
struct RecordKept {
  base::Result<void> kept;
};
struct Confirmed {};
struct CancelAsked {};
using ActionEvent = std::variant<Answered, RecordKept, Confirmed, CancelAsked>;

// Errors of the state: those of planAction(); "act_denied"; "act_changed": somebody changed the object
// meanwhile, look again; "act_half_done": the second of two requests failed; others as the server said.
// Call from one thread.
class ActionMachine {
 public:
  // `who`: as whom, if it is known already; without it the server is asked, and `action.by` counts where it
  // does not tell. `access` must outlive the machine.
  ActionMachine(Action action, std::string who, AccessCache& access);

  std::vector<ActionCommand> start();
  std::vector<ActionCommand> on(const ActionEvent& event, base::Instant now);
  const ActionState& state() const { return m_state; }

 private:
  enum class Aim : std::uint8_t { Object, Who, Around, Access, Try, Send };
  struct Pending {
    Aim aim;
    std::size_t index = 0;  // of a step
    Around around = {};
  };
  using Commands = std::vector<ActionCommand>;
  void ask(Pending what, KubeWrite request, bool real = false);
  void get(Pending what, std::string path);
  void readObject(ActionStage stage);
  void answered(const Pending& what, const base::Result<wire::Tree>& answer, base::Instant now);
  void objectRead(const base::Result<wire::Tree>& answer, base::Instant now);
  void lookAround();
  void plan(base::Instant now);
  void askAccess(base::Instant now);
  void accessAnswered(std::size_t step, const base::Result<wire::Tree>& answer, base::Instant now);
  void tryStep(std::size_t step);
  void tried(std::size_t step, const base::Result<wire::Tree>& answer);
  void lookedAgain(const wire::Tree& object);
  void sendStep(std::size_t step);
  void sent(std::size_t step, const base::Result<wire::Tree>& answer);
  bool retriesAfter(const base::Error& error);
  void record(const RecordKept& event);
  void cancel();
  void end(ActionStage stage, std::optional<base::Error> error);
  void addChanges(std::size_t step, const wire::Tree& answer);

  ActionState m_state;
  AccessCache& m_access;
  ActionView m_view;
  std::map<int, Pending> m_pending;
  Commands m_commands;
  std::optional<base::Error> m_doubt;  // a refusal that may be of an old version
  const bool m_isKnown;                // who one is
  int m_lastId = 0, m_retries = 0;
  bool m_intentKept = false;
};

}  // namespace aiagent::cluster
