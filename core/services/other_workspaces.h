// OtherWorkspaces: the workspaces of this profile whose library is not the one that is open: what waits in
// each, and that it is sent and fetched all the same.
//
// One library after another is opened beside the event loop, synced until it is settled, and closed: a round.
// Whoever has a library open itself goes on there; a library that another program syncs just now is left to
// it.
#pragma once

#include <functional>
#include <memory>
#include <QObject>
#include <string>
#include <vector>

#include "core/services/background_work.h"
#include "core/services/sync_service.h"

namespace aiagent::services {

struct WorkspaceStatus {
  ServerWorkspace workspace;  // as the account has it, else what the library remembers
  bool member = true;         // false: the account that is signed in, if one is, has no such workspace
  bool here = false;          // it has a library on this device
  bool syncing = false;       // just now, by this program
  // As the library says. Its state is what the server was last found in; `asked` false: it was not asked yet.
  SyncStatus sync;
  bool asked = false;
  std::optional<base::WallTime> inStep;  // when it was last found in step with the server
  bool operator==(const WorkspaceStatus&) const = default;
};

struct OtherWorkspacesOptions {
  base::Milliseconds firstAfter{2'000};  // a window shows itself first
  base::Milliseconds every{300'000};     // up to half as long again
  base::Milliseconds retry{15'000};      // where something did not go; doubles up to `every`
  base::Milliseconds soon{1'000};        // after news; what else is told meanwhile is gathered
};

// Call from the thread of its event loop; completions come there, and not after the service is gone.
class OtherWorkspaces : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    Profile& home;           // the profile's own library; may be the one that is open
    Profile& open;           // the library in use
    SyncService& openSync;   // of that
    ServerAccount& account;  // who is signed in
    ports::HttpClient& http;
  };
  explicit OtherWorkspaces(Parts parts, OtherWorkspacesOptions options = {}, QObject* parent = nullptr);
  ~OtherWorkspaces() override;

  // Rounds from now on: soon, when something calls for one, and every few minutes.
  void start();
  // None is begun any more; one that goes on ends with the library it is at.
  void stop();
  // The monitor must outlive it; call once.
  void follow(ports::NetworkMonitor& monitor);
  // What such a monitor tells.
  void hear(ports::NetworkNews news);

  // In the account's order; those that it does not have come last, and only if they have a library here.
  const std::vector<WorkspaceStatus>& all() const { return m_all; }

  // Looks into each library, and asks nobody.
  void read(std::function<void()> done);
  // A round that begins now, or after the one that goes on. It waits for programs that sync a library just
  // now, as other rounds do not.
  void sync(std::function<void()> done);

 Q_SIGNALS:
  void changed();

 private:
  enum class Round { None, Read, Sync };
  struct Library {
    std::filesystem::path folder;
    std::string workspace;  // empty: the library itself knows
  };
  struct News;
  struct Visit {
    Visit();
    Visit(Visit&&) noexcept;
    Visit& operator=(Visit&&) noexcept;
    ~Visit();
    Library where;
    Profile* library = nullptr;
    std::unique_ptr<Profile> opened;  // unless it was open
    std::string workspace;
    std::unique_ptr<News> news;  // of the network, for the next
    std::unique_ptr<SyncService> sync;
  };
  struct Work;

  void want(Round round, std::function<void()> done);
  void begin();
  void list();
  std::vector<Library> libraries() const;
  std::string openWorkspace() const;
  void visitNext();
  void open();
  void look();
  void looked(const base::Result<SyncStatus>& status);
  bool isOfAccount(const SyncStatus& status) const;
  void bindAndSync(const WorkspaceStatus& known, const SyncStatus& status);
  void syncVisited();
  void settled(const SyncStatus& status);
  void couldNot(const base::Error& error);
  void leave();
  void endRound();
  void arm(base::Milliseconds delay);
  void soon();
  base::Milliseconds untilNext();
  void accountChanged();
  void openSyncChanged();
  void homeChanged(const std::vector<store::Change>& changes);
  WorkspaceStatus* find(const std::string& workspace);
  void update(const std::string& workspace, const std::function<void(WorkspaceStatus&)>& edit);

  Parts m_parts;
  const OtherWorkspacesOptions m_options;
  std::vector<WorkspaceStatus> m_all;
  Round m_round = Round::None, m_next = Round::None;
  std::vector<std::function<void()>> m_done, m_nextDone;
  std::vector<Library> m_left;  // of this round, the next one last
  Visit m_visit;
  std::optional<sync::State> m_cutOff;  // nobody else needs to try in this round, and why
  bool m_leftToOthers = false;          // another program synced one of them
  bool m_started = false, m_gone = false;
  int m_failures = 0;  // rounds in a row that left something
  sync::Phase m_openPhase = sync::Phase::Syncing;
  std::unique_ptr<ports::Timer> m_timer;
  std::optional<base::Instant> m_due;
  std::unique_ptr<BackgroundJob> m_job;
  std::unique_ptr<Work> m_work;  // last: its threads end before what they use
};

}  // namespace aiagent::services
