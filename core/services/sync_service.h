// SyncService: keeps a shared library and its server in step. Drives sync::SyncMachine over the store and the
// server's two functions; edits never wait for it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/ports/network_monitor.h"
#include "core/services/profile.h"
#include "core/services/server_account.h"
#include "core/store/profile_lock.h"
#include "core/store/sync_repository.h"
#include "core/sync/sync_machine.h"

namespace aiagent::services {

class BlobExchange;
class LineWatch;
class LiveChannel;

struct SyncStatus {
  bool shared = false;  // false: this library is this device's alone; nothing else is set then
  store::SyncBinding binding;
  sync::State state;
  store::SyncCounts counts;
  std::int64_t cursor = 0;
  std::int64_t head = 0;
  base::WallTime pulled{};                // when the library was last whole; the epoch: never
  bool live = false;                      // the server tells at once what others do
  std::optional<base::WallTime> nextTry;  // while it waits
  bool operator==(const SyncStatus&) const = default;
};

// Nothing about the content, nothing secret: to be copied into a report.
struct SyncDiagnostics {
  std::vector<std::pair<std::string, std::string>> lines;
};

// Call from the thread of its event loop; completions come there, and not after the service is gone.
class SyncService : public QObject {
  Q_OBJECT

 public:
  SyncService(Profile& library, ServerAccount& account, ports::HttpClient& http, QObject* parent = nullptr);
  ~SyncService() override;

  // Who is named in versions that this service makes.
  void setAuthor(std::string author) { m_author = std::move(author); }

  // Makes the library the workspace's, where it is not yet. Conflict: it is another's. Waits for one small
  // transaction, and only where there is something to write: what comes next must know whose library it is.
  base::Result<void> bind(const ServerWorkspace& workspace);
  // Begins, where the library is bound; does nothing otherwise. `live`: listens for what others do.
  void start(bool live);
  void stop();
  // Goes on at once when the network changed or the computer slept. The monitor must outlive it; call once.
  void follow(ports::NetworkMonitor& monitor);

  const SyncStatus& status() const { return m_status; }
  // Reads the status from the library, for a program that does not sync.
  void readStatus(Done<SyncStatus> done);

  // Tries at once whatever waits.
  void syncNow();
  // Fetches everything and holds it against what is here.
  void verify();
  // Once nothing is under way and nothing waits to be sent that could be sent, or sync has stopped or waits.
  void whenSettled(std::function<void(const SyncStatus&)> done);

  void inbox(bool withResolved, Done<std::vector<store::InboxItem>> done);
  void inboxItem(const base::Uuid& id, Done<store::InboxItem> done);
  // As store::resolveInboxItem.
  void resolve(const base::Uuid& id, std::optional<domain::AgentContent> content, Done<void> done);
  // As store::reopenInboxItem.
  void reopen(const base::Uuid& id, std::optional<domain::AgentContent> before,
              std::optional<domain::AgentContent> after, Done<void> done);

  SyncDiagnostics diagnostics() const;

 Q_SIGNALS:
  void statusChanged();
  void inboxChanged();

 private:
  enum class Wanted { Nothing, Polled, Live };
  void networkRenewed();
  void suspectLine();
  void onChanges(const std::vector<store::Change>& changes);
  void tell(const sync::Event& event);
  void perform(const std::vector<sync::Action>& actions);
  void perform(const sync::Pull&);
  void perform(const sync::Push&);
  void perform(const sync::NewClient&);
  void perform(const sync::Replace& action);
  void perform(const sync::ArmTimer& action);
  using Heard = std::function<void(const base::Result<ServerAnswer>&)>;
  // What hears the answer to a request of so many bytes that begins now.
  Heard asking(std::size_t bytes, std::function<void(const ServerAnswer&)> then);
  void ask(std::string path, std::string body, std::function<void(const ServerAnswer&)> then);
  bool forgetRequest();
  void withLock(std::function<void()> then);
  struct Batch {
    store::PlannedPush plan;
    store::SyncPosition position;
  };
  using Planning = decltype(&store::planPush);
  void plan(Planning planning, std::function<void(base::Result<Batch>)> then);
  void send(Batch batch);
  void planNext();
  void answered(const ServerAnswer& answer);
  void settle(const ServerAnswer& answer, bool last);
  void endRun(std::optional<sync::Trouble> trouble);
  void askPage(const wire::PullRequest& request);
  void askAhead(wire::PullRequest request, const ServerAnswer& answer);
  void take(const wire::PullRequest& request, const ServerAnswer& answer);
  void fail(const sync::Trouble& trouble);
  void connectionStands();
  bool failed(const base::Result<ServerAnswer>& answer);
  void readPosition(std::function<void(base::Result<store::SyncPosition>)> done);
  void reloadStatus();
  void publish(SyncStatus status);
  void checkSettled();
  void exchangeFiles(const std::vector<std::string>& wanted);

  Profile& m_library;
  ServerAccount& m_account;
  std::string m_author;
  std::unique_ptr<sync::SyncMachine> m_machine;
  std::unique_ptr<BlobExchange> m_blobs;
  std::unique_ptr<ports::Timer> m_timer, m_lockTimer, m_statusTimer;
  std::optional<store::FileLock> m_lock;  // one program syncs a library at a time
  SyncStatus m_status;
  base::WallTime m_nextTry{};
  std::vector<std::function<void(const SyncStatus&)>> m_settled;
  std::vector<std::string> m_recentTrouble;  // words, for the diagnostics
  std::unique_ptr<LiveChannel> m_live;
  std::unique_ptr<LineWatch> m_line;
  std::unique_ptr<ports::Timer> m_silence;  // of the request that is under way
  Wanted m_wanted = Wanted::Nothing;
  bool m_wasCutOff = false;  // since the last answer
  // A page that was asked for before the machine came to it.
  struct PageAhead {
    std::string body;  // of the request
    std::optional<base::Result<ServerAnswer>> answer;
    Heard heard;  // once it is asked for, and there is no answer yet
  };
  std::shared_ptr<PageAhead> m_ahead;
  // One push of the machine: requests in a row.
  struct PushRun {
    int number = 0;  // counts runs: what comes of an older one is not told
    int requests = 0;
    bool more = false;      // the last request was as large as one may be
    bool planning = false;  // the next is being planned
    std::optional<Batch> next;
    std::optional<ServerAnswer> answer;  // waits for that plan
    sync::Pushed told;
  };
  PushRun m_run;
  int m_request = 0;      // counts them: the answer to an older one is not heard
  bool m_asking = false;  // one is under way
  base::Instant m_reloadedAt{};
  bool m_reloading = false, m_reloadAgain = false;
};

// For scripts: the words of `sync status --json`.
std::string_view toWord(sync::Phase phase);
std::string_view toWord(sync::TroubleKind kind);

}  // namespace aiagent::services
