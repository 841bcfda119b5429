#include "core/services/other_workspaces.h"

#include <algorithm>
#include <QPointer>
#include <random>
#include <utility>

#include "core/base/log.h"
#include "core/services/guarded.h"
#include "core/services/sync_reading.h"
#include "core/store/profile_lock.h"
#include "core/store/sync_repository.h"

namespace aiagent::services {
namespace {

namespace fs = std::filesystem;
using sync::Phase;
using sync::TroubleKind;

constexpr char kLibraries[] = "workspaces";
constexpr char kSyncLock[] = "sessions/sync.lock";
constexpr int kMostDoublings = 8;

base::Milliseconds upTo(base::Milliseconds most) {
  std::random_device device;
  return base::Milliseconds(std::int64_t{device()} % std::max<std::int64_t>(most.count(), 1));
}

// Another library would meet the same.
bool meetsAll(const sync::State& state) {
  if (state.phase == Phase::SignIn || state.phase == Phase::Offline) return true;
  return state.phase == Phase::Waiting && state.trouble && state.trouble->kind == TroubleKind::Network;
}

bool mayComeRight(Phase phase) {
  return phase != Phase::SignIn && phase != Phase::Revoked && phase != Phase::Upgrade;
}

bool isSyncedElsewhere(const fs::path& library) {
  const auto lock = store::FileLock::tryTake(library / kSyncLock, false);
  std::error_code ignored;
  return lock && !lock->has_value() && fs::exists(library / kSyncLock, ignored);
}

}  // namespace

// Told on to whoever syncs now.
struct OtherWorkspaces::News final : ports::NetworkMonitor {
  void watch(std::function<void(ports::NetworkNews)> then) override { told = std::move(then); }
  std::function<void(ports::NetworkNews)> told;
};

OtherWorkspaces::Visit::Visit() = default;
OtherWorkspaces::Visit::Visit(Visit&&) noexcept = default;
OtherWorkspaces::Visit& OtherWorkspaces::Visit::operator=(Visit&&) noexcept = default;
OtherWorkspaces::Visit::~Visit() = default;

struct OtherWorkspaces::Work : BackgroundWork {
  using BackgroundWork::BackgroundWork;
};

OtherWorkspaces::OtherWorkspaces(Parts parts, OtherWorkspacesOptions options, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_options(options),
      m_work(std::make_unique<Work>(this, parts.home.scheduler())) {
  connect(&m_parts.account, &ServerAccount::changed, this, &OtherWorkspaces::accountChanged);
  connect(&m_parts.openSync, &SyncService::statusChanged, this, &OtherWorkspaces::openSyncChanged);
  if (&m_parts.home != &m_parts.open)
    connect(&m_parts.home, &Profile::changed, this, &OtherWorkspaces::homeChanged);
  list();
}

OtherWorkspaces::~OtherWorkspaces() = default;

// ---------------------------------------------------------------- which there are

std::string OtherWorkspaces::openWorkspace() const {
  if (const auto& known = m_parts.openSync.status(); known.shared) return known.binding.workspace.toString();
  if (&m_parts.open != &m_parts.home) return m_parts.open.folder().filename().string();
  if (const auto& identity = m_parts.account.identity())
    for (const auto& one : identity->workspaces)
      if (one.personal) return one.id;
  return {};
}

std::vector<OtherWorkspaces::Library> OtherWorkspaces::libraries() const {
  std::vector<Library> found;
  if (&m_parts.open != &m_parts.home) found.push_back({m_parts.home.folder(), {}});
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(m_parts.home.folder() / kLibraries, ignored)) {
    const auto name = entry.path().filename().string();
    if (!base::Uuid::parse(name) || !fs::exists(entry.path() / "profile.db", ignored)) continue;
    if (fs::equivalent(entry.path(), m_parts.open.folder(), ignored)) continue;
    found.push_back({entry.path(), name});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return b.folder < a.folder; });
  return found;
}

// What the account says of each; what is known of its library stays.
void OtherWorkspaces::list() {
  const auto open = openWorkspace();
  std::vector<WorkspaceStatus> next;
  if (const auto& identity = m_parts.account.identity())
    for (const auto& workspace : identity->workspaces) {
      if (workspace.id == open) continue;
      const auto* known = find(workspace.id);
      next.push_back(known ? *known : WorkspaceStatus{});
      next.back().workspace = workspace;
      next.back().member = !known || isOfAccount(known->sync);
    }
  for (auto& known : m_all) {
    const auto same = [&](const auto& one) { return one.workspace.id == known.workspace.id; };
    if (!known.here || known.workspace.id == open || std::any_of(next.begin(), next.end(), same)) continue;
    next.push_back(known);
    next.back().member = false;
  }
  if (next == m_all) return;
  m_all = std::move(next);
  Q_EMIT changed();
}

WorkspaceStatus* OtherWorkspaces::find(const std::string& workspace) {
  const auto found = std::find_if(m_all.begin(), m_all.end(),
                                  [&](const auto& one) { return one.workspace.id == workspace; });
  return found == m_all.end() ? nullptr : &*found;
}

void OtherWorkspaces::update(const std::string& workspace,
                             const std::function<void(WorkspaceStatus&)>& edit) {
  auto* known = find(workspace);
  if (!known) return;
  auto next = *known;
  edit(next);
  if (next == *known) return;
  *known = std::move(next);
  Q_EMIT changed();
}

// ---------------------------------------------------------------- when

void OtherWorkspaces::start() {
  if (std::exchange(m_started, true)) return;
  m_openPhase = m_parts.openSync.status().state.phase;
  arm(m_options.firstAfter);
}

void OtherWorkspaces::stop() {
  m_started = false;
  m_timer.reset();
  m_due.reset();
  m_left.clear();
  if (m_nextDone.empty()) m_next = Round::None;
}

void OtherWorkspaces::arm(base::Milliseconds delay) {
  if (!m_started) return;
  const auto due = m_parts.home.clock().now() + delay;
  if (m_due && *m_due <= due) return;
  m_due = due;
  m_timer = m_parts.home.scheduler().after(delay, [this] {
    m_due.reset();
    if (m_parts.account.connected()) want(Round::Sync, {});
  });
}

void OtherWorkspaces::soon() {
  if (m_started && m_round == Round::Sync) m_next = Round::Sync;
  if (m_round != Round::Sync) arm(m_options.soon);
}

base::Milliseconds OtherWorkspaces::untilNext() {
  const bool left = m_leftToOthers || std::any_of(m_all.begin(), m_all.end(), [](const auto& one) {
                      if (!one.here || !one.member || !one.asked || !mayComeRight(one.sync.state.phase))
                        return false;
                      return one.sync.counts.pending > 0 || one.sync.state.phase != Phase::UpToDate;
                    });
  if (!left) {
    m_failures = 0;
    return m_options.every + upTo(m_options.every / 2);
  }
  if (m_gone) return m_options.every;
  const auto delay = m_options.retry * (1 << std::min(m_failures++, kMostDoublings));
  return std::min(delay, m_options.every) + upTo(m_options.retry / 2);
}

void OtherWorkspaces::follow(ports::NetworkMonitor& monitor) {
  monitor.watch([self = QPointer<OtherWorkspaces>(this)](ports::NetworkNews news) {
    if (self) self->hear(news);
  });
}

void OtherWorkspaces::hear(ports::NetworkNews news) {
  if (news == ports::NetworkNews::Gone && isOnThisComputer(m_parts.account.origin())) return;
  m_gone = news == ports::NetworkNews::Gone;
  if (m_visit.news) m_visit.news->told(news);
  if (!m_gone) return soon();
  for (const auto& one : std::vector(m_all))
    if (one.here && one.member && mayComeRight(one.sync.state.phase))
      update(one.workspace.id, [](auto& status) { status.sync.state = {Phase::Offline, std::nullopt}; });
}

void OtherWorkspaces::accountChanged() {
  list();
  if (m_parts.account.connected()) soon();
}

// The server answers again: what waits elsewhere goes now.
void OtherWorkspaces::openSyncChanged() {
  const auto phase = m_parts.openSync.status().state.phase;
  const auto before = std::exchange(m_openPhase, phase);
  const bool wasAway = before == Phase::Waiting || before == Phase::Offline || before == Phase::SignIn;
  if (wasAway && (phase == Phase::UpToDate || phase == Phase::Syncing)) soon();
}

// The own library stays open beside a workspace's, and the command line may write to it.
void OtherWorkspaces::homeChanged(const std::vector<store::Change>& changes) {
  const bool shared = std::any_of(changes.begin(), changes.end(), [](const store::Change& change) {
    return change.kind == store::RecordKind::Agent || change.kind == store::RecordKind::AgentVersion ||
           change.kind == store::RecordKind::Label;
  });
  if (shared && m_visit.library != &m_parts.home) soon();
}

// ---------------------------------------------------------------- a round

void OtherWorkspaces::read(std::function<void()> done) {
  want(Round::Read, std::move(done));
}

void OtherWorkspaces::sync(std::function<void()> done) {
  want(Round::Sync, std::move(done));
}

void OtherWorkspaces::want(Round round, std::function<void()> done) {
  m_next = std::max(m_next, round);
  if (done) m_nextDone.push_back(std::move(done));
  if (m_round == Round::None) begin();
}

void OtherWorkspaces::begin() {
  m_round = std::exchange(m_next, Round::None);
  m_done = std::exchange(m_nextDone, {});
  m_cutOff.reset();
  m_leftToOthers = false;
  list();
  m_left = libraries();
  // Not within the turn that asked: `done` comes later in any case.
  m_parts.home.scheduler().post([self = QPointer<OtherWorkspaces>(this)] {
    if (self) self->visitNext();
  });
}

void OtherWorkspaces::visitNext() {
  m_visit = {};
  if (m_left.empty()) return endRound();
  m_visit.where = std::move(m_left.back());
  m_left.pop_back();
  m_visit.workspace = m_visit.where.workspace;
  if (m_visit.where.folder != m_parts.home.folder()) return open();
  m_visit.library = &m_parts.home;
  look();
}

// Opening waits for the disk, and where an older program had it last, for its migration.
void OtherWorkspaces::open() {
  auto& home = m_parts.home;
  auto made = std::make_shared<std::unique_ptr<Profile>>();
  m_job = m_work->start<void>(
      [made, folder = m_visit.where.folder, &scheduler = home.scheduler(), &clock = home.clock(),
       here = thread()](BackgroundWork::Task&) -> base::Result<void> {
        auto opened = Profile::open(folder, scheduler, clock);
        if (!opened) return opened.error();
        (*opened)->moveToThread(here);
        *made = std::move(*opened);
        return {};
      },
      [this, made](const base::Result<void>& opened) {
        if (!opened) return couldNot(opened.error());
        m_visit.opened = std::move(*made);
        m_visit.library = m_visit.opened.get();
        look();
      });
}

void OtherWorkspaces::look() {
  m_visit.library->store().read<SyncStatus>(
      syncStatusOf,
      guarded<SyncStatus>(this, [this](const base::Result<SyncStatus>& status) { looked(status); }));
}

void OtherWorkspaces::looked(const base::Result<SyncStatus>& status) {
  if (!status) return couldNot(status.error());
  if (status->shared) m_visit.workspace = status->binding.workspace.toString();
  // The own library before it became a workspace's.
  if (const auto& identity = m_parts.account.identity(); m_visit.workspace.empty() && identity)
    for (const auto& one : identity->workspaces)
      if (one.personal) m_visit.workspace = one.id;
  if (!find(m_visit.workspace)) {
    if (!status->shared) return leave();
    const bool own = m_visit.library == &m_parts.home;
    m_all.push_back(
        {.workspace = {m_visit.workspace, status->binding.workspaceName, status->binding.role, own},
         .member = false});
  }
  update(m_visit.workspace, [&](WorkspaceStatus& known) {
    const auto state = known.sync.state;
    known.sync = *status;
    known.sync.state = state;
    known.here = true;
    known.member = known.member && isOfAccount(*status);
    known.inStep = lastInStep(m_visit.where.folder);
  });
  const auto known = *find(m_visit.workspace);
  if (m_round != Round::Sync || !m_parts.account.connected() || !known.member) return leave();
  if (m_cutOff) {
    update(m_visit.workspace, [&](WorkspaceStatus& one) {
      one.sync.state = *m_cutOff;
      one.asked = true;
    });
    return leave();
  }
  if (m_done.empty() && isSyncedElsewhere(m_visit.where.folder)) {
    m_leftToOthers = true;
    return leave();
  }
  bindAndSync(known, *status);
}

// What a library has to send never crosses accounts.
bool OtherWorkspaces::isOfAccount(const SyncStatus& status) const {
  const auto& identity = m_parts.account.identity();
  return identity && (!status.shared || status.binding.account.toString() == identity->account);
}

void OtherWorkspaces::bindAndSync(const WorkspaceStatus& known, const SyncStatus& status) {
  const auto& identity = m_parts.account.identity();
  const auto id = base::Uuid::parse(known.workspace.id);
  const auto account = base::Uuid::parse(identity->account);
  if (!id || !account) return leave();
  const store::SyncBinding binding{.origin = m_parts.account.origin(),
                                   .account = *account,
                                   .email = identity->email,
                                   .workspace = *id,
                                   .workspaceName = known.workspace.name,
                                   // The role comes with each page, and so is newer than the account's.
                                   .role = status.shared ? status.binding.role : known.workspace.role};
  if (status.shared && status.binding == binding) return syncVisited();
  m_visit.library->store().write<void>(
      [binding](store::Connection& connection) { return store::bindSync(connection, binding); },
      guarded<void>(this, [this](const base::Result<void>& bound) {
        bound ? syncVisited() : couldNot(bound.error());
      }));
}

void OtherWorkspaces::syncVisited() {
  m_visit.sync = std::make_unique<SyncService>(*m_visit.library, m_parts.account, m_parts.http);
  m_visit.news = std::make_unique<News>();
  m_visit.sync->follow(*m_visit.news);
  update(m_visit.workspace, [](WorkspaceStatus& known) { known.syncing = true; });
  m_visit.sync->start(false);
  m_visit.sync->whenSettled([this](const SyncStatus& status) {
    // It ends the service, which is in the midst of this call.
    m_parts.home.scheduler().post([self = QPointer<OtherWorkspaces>(this), status] {
      if (self) self->settled(status);
    });
  });
}

void OtherWorkspaces::settled(const SyncStatus& status) {
  if (meetsAll(status.state)) m_cutOff = status.state;
  update(m_visit.workspace, [&](WorkspaceStatus& known) {
    known.sync = status;
    known.syncing = false;
    known.asked = true;
    known.inStep = lastInStep(m_visit.where.folder);
  });
  m_visit.sync->stop();
  leave();
}

void OtherWorkspaces::couldNot(const base::Error& error) {
  base::logError("sync", "other_workspace", error);
  update(m_visit.workspace, [&](WorkspaceStatus& known) {
    known.here = true;
    known.asked = true;
    known.syncing = false;
    known.sync.state = {Phase::Waiting, sync::troubleOf(error)};
  });
  leave();
}

// Closing waits for the disk, too.
void OtherWorkspaces::leave() {
  m_visit.sync.reset();
  m_visit.news.reset();
  if (!m_visit.opened) return visitNext();
  m_visit.library = nullptr;
  m_visit.opened->moveToThread(nullptr);
  auto closing = std::make_shared<std::unique_ptr<Profile>>(std::move(m_visit.opened));
  m_job = m_work->start<void>(
      [closing](BackgroundWork::Task&) {
        closing->reset();
        return base::Result<void>();
      },
      [this](const base::Result<void>&) { visitNext(); });
}

// Who waits for it may end this service.
void OtherWorkspaces::endRound() {
  const auto ended = std::exchange(m_round, Round::None);
  m_job.reset();
  if (ended == Round::Sync) arm(untilNext());
  m_parts.home.scheduler().post([self = QPointer<OtherWorkspaces>(this), told = std::exchange(m_done, {})] {
    if (!self) return;
    for (const auto& done : told) done();
  });
  if (m_next != Round::None) begin();
}

}  // namespace aiagent::services
