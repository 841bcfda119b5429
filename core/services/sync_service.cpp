#include "core/services/sync_service.h"

#include <algorithm>
#include <QPointer>
#include <utility>

#include "core/base/log.h"
#include "core/services/blob_exchange.h"
#include "core/services/guarded.h"
#include "core/services/line_watch.h"
#include "core/services/live_channel.h"
#include "core/services/random_seed.h"

namespace aiagent::services {
namespace {

constexpr base::Milliseconds kLockRetry{150};
constexpr std::size_t kKeptTroubles = 20;

bool isShared(store::RecordKind kind) {
  return kind == store::RecordKind::Agent || kind == store::RecordKind::AgentVersion ||
         kind == store::RecordKind::Label;
}

}  // namespace

SyncService::SyncService(Profile& library, ServerAccount& account, ports::HttpClient& http, QObject* parent)
    : QObject(parent), m_library(library), m_account(account) {
  m_blobs = std::make_unique<BlobExchange>(library, account, http);
  connect(&library, &Profile::changed, this, &SyncService::onChanges);
  // Signed in again, or let in again: what had stopped goes on.
  connect(&account, &ServerAccount::changed, this, [this] {
    if (m_account.connected()) tell(sync::SignedIn{});
  });
  connect(m_blobs.get(), &BlobExchange::uploaded, this, &SyncService::syncNow);
  connect(m_blobs.get(), &BlobExchange::idle, this, &SyncService::checkSettled);
  m_live = std::make_unique<LiveChannel>(account, http, library.scheduler());
  connect(m_live.get(), &LiveChannel::poked, this, [this] { tell(sync::Poked{}); });
  connect(m_live.get(), &LiveChannel::liveChanged, this, [this](bool live) {
    tell(sync::LiveChanged{live});
    auto status = m_status;
    status.live = live;
    publish(std::move(status));
  });
  m_line = std::make_unique<LineWatch>(http, library.scheduler(), library.clock());
  connect(m_live.get(), &LiveChannel::silent, this, &SyncService::suspectLine);
  connect(m_line.get(), &LineWatch::back, this, &SyncService::networkRenewed);
}

SyncService::~SyncService() = default;

base::Result<void> SyncService::bind(const ServerWorkspace& workspace) {
  const auto& identity = m_account.identity();
  const auto id = base::Uuid::parse(workspace.id);
  const auto account = identity ? base::Uuid::parse(identity->account) : std::nullopt;
  if (!id || !account) return base::Error{.code = base::ErrorCode::Credentials, .subject = "server"};
  store::SyncBinding binding{.origin = m_account.origin(),
                             .account = *account,
                             .email = identity->email,
                             .workspace = *id,
                             .workspaceName = workspace.name,
                             .role = workspace.role};
  const auto known = m_library.store().readAndWait<store::SyncPosition>(
      [](store::Connection& connection) { return store::syncPosition(connection); });
  // The role comes with each page, and so is newer than what this device was told when it signed in.
  if (known) binding.role = known->binding.role;
  if (known && known->binding == binding) return {};
  return m_library.store().writeAndWait<void>(
      [binding](store::Connection& connection) { return store::bindSync(connection, binding); });
}

void SyncService::start(bool live) {
  if (m_machine) return;
  m_wanted = live ? Wanted::Live : Wanted::Polled;
  readPosition([this](base::Result<store::SyncPosition> position) {
    if (!position || m_machine || m_wanted == Wanted::Nothing) return checkSettled();
    m_status.shared = true;
    m_status.binding = position->binding;
    m_machine = std::make_unique<sync::SyncMachine>(sync::MachineOptions{.seed = randomSeed()});
    perform(m_machine->start());
    if (m_wanted == Wanted::Live) m_live->open(position->binding.workspace.toString());
  });
}

void SyncService::stop() {
  m_wanted = Wanted::Nothing;
  m_machine.reset();
  m_ahead.reset();
  ++m_run.number;
  forgetRequest();
  m_timer.reset();
  m_lockTimer.reset();
  m_lock.reset();
  m_line->stop();
  m_live->close();
}

void SyncService::follow(ports::NetworkMonitor& monitor) {
  monitor.watch([self = QPointer<SyncService>(this)](ports::NetworkNews news) {
    if (!self) return;
    if (news == ports::NetworkNews::Renewed) return self->networkRenewed();
    // A server on this computer needs no network.
    if (!isOnThisComputer(self->m_account.origin())) self->tell(sync::NetworkChanged{false});
  });
}

// An answer over the network that there was may never come: what was asked is asked anew. The server knows
// an edit that it had already.
void SyncService::networkRenewed() {
  if (!m_machine) return;
  m_account.useNewConnections();
  m_live->openAnew();
  if (forgetRequest()) tell(sync::Failed{{sync::TroubleKind::Network, "network_changed", {}}});
  tell(sync::NetworkChanged{true});
}

void SyncService::suspectLine() {
  if (m_machine) m_line->suspect(m_account.origin());
}

void SyncService::onChanges(const std::vector<store::Change>& changes) {
  if (!m_status.shared && !m_machine) return;
  if (std::any_of(changes.begin(), changes.end(), [](const auto& one) { return isShared(one.kind); })) {
    tell(sync::Edited{});
    reloadStatus();
  }
}

void SyncService::syncNow() {
  tell(sync::Asked{});
}

void SyncService::verify() {
  tell(sync::VerifyAsked{});
}

// ---- the machine

void SyncService::tell(const sync::Event& event) {
  if (!m_machine) return;
  // A page that was asked for before something happened would not tell of it.
  if (!std::holds_alternative<sync::Pulled>(event) && !std::holds_alternative<sync::Edited>(event))
    m_ahead.reset();
  perform(m_machine->on(event, m_library.clock().now()));
}

void SyncService::perform(const std::vector<sync::Action>& actions) {
  for (const auto& action : actions) {
    // What else is done comes before the next page, which then is another.
    if (!std::holds_alternative<sync::Pull>(action)) m_ahead.reset();
    std::visit([this](const auto& one) { perform(one); }, action);
  }
  auto status = m_status;
  if (m_machine) status.state = m_machine->state();
  publish(std::move(status));
  const bool busy = std::any_of(actions.begin(), actions.end(), [](const auto& action) {
    return !std::holds_alternative<sync::ArmTimer>(action);
  });
  if (!busy) checkSettled();
}

void SyncService::perform(const sync::ArmTimer& action) {
  m_lock.reset();
  m_nextTry = m_library.clock().wallNow() + action.delay;
  m_timer = m_library.scheduler().after(action.delay, [this] { tell(sync::TimerFired{}); });
  reloadStatus();
}

void SyncService::withLock(std::function<void()> then) {
  if (m_lock && m_lock->held()) return then();
  auto lock = store::FileLock::tryTake(m_library.folder() / "sessions" / "sync.lock", true);
  if (!lock) return fail(sync::troubleOf(lock.error()));
  if (*lock) {
    m_lock = std::move(**lock);
    return then();
  }
  m_lockTimer = m_library.scheduler().after(kLockRetry, [this, then] {
    if (m_machine) withLock(then);
  });
}

SyncService::Heard SyncService::asking(std::size_t bytes, std::function<void(const ServerAnswer&)> then) {
  const int number = ++m_request;
  m_asking = true;
  m_silence = m_library.scheduler().after(kSuspicious + base::Milliseconds(bytes / kSlowestLine),
                                          [this] { suspectLine(); });
  return [this, number, then = std::move(then)](const base::Result<ServerAnswer>& answer) {
    if (number != m_request || !forgetRequest()) return;
    if (failed(answer)) return;
    connectionStands();
    then(*answer);
  };
}

void SyncService::ask(std::string path, std::string body, std::function<void(const ServerAnswer&)> then) {
  if (!m_machine) return;
  const auto heard = asking(body.size(), std::move(then));
  m_account.request("POST", std::move(path), std::move(body), guarded<ServerAnswer>(this, heard));
}

// Whether there was one; its answer is not heard any more.
bool SyncService::forgetRequest() {
  m_silence.reset();
  return std::exchange(m_asking, false);
}

void SyncService::perform(const sync::NewClient&) {
  withLock([this] {
    m_library.store().write<void>([](store::Connection& connection) { return store::mintClient(connection); },
                                  guarded<void>(this, [this](base::Result<void> done) {
                                    done ? tell(sync::Done{}) : fail(sync::troubleOf(done.error()));
                                  }));
  });
}

void SyncService::perform(const sync::Replace& action) {
  base::log(base::LogLevel::Info, "sync", "replacing", {{"reason", action.reason}});
  withLock([this, reason = action.reason] {
    m_library.store().write<void>(
        [reason](store::Connection& connection) { return store::beginReplacing(connection, reason); },
        guarded<void>(this, [this](base::Result<void> done) {
          done ? tell(sync::Done{}) : fail(sync::troubleOf(done.error()));
        }));
  });
}

bool SyncService::failed(const base::Result<ServerAnswer>& answer) {
  if (!answer)
    fail(sync::troubleOf(answer.error()));
  else if (answer->status != 200)
    fail(sync::troubleOf(answer->status, answer->body, answer->retryAfter));
  else if (!answer->contentType.starts_with("application/json"))
    fail({sync::TroubleKind::Network, "content_type", {}});  // somebody in between answered
  else
    return false;
  return true;
}

// The server answers again: hints that waited for their own next try, or come over a connection that was lost
// without a word, would be late.
void SyncService::connectionStands() {
  m_line->heard();
  if (std::exchange(m_wasCutOff, false)) m_live->openAnew();
}

void SyncService::fail(const sync::Trouble& trouble) {
  ++m_run.number;
  // Once for each outage: where pulls go through and pushes do not, hints are not listened for anew each
  // time.
  const bool begins = m_status.state.phase != sync::Phase::Waiting;
  const bool away = trouble.kind == sync::TroubleKind::Network || trouble.kind == sync::TroubleKind::Busy;
  m_wasCutOff = m_wasCutOff || (begins && away);
  base::log(base::LogLevel::Warning, "sync", "trouble",
            {{"kind", std::string(toWord(trouble.kind))}, {"reason", trouble.reason}});
  m_recentTrouble.push_back(base::toIso8601(m_library.clock().wallNow()) + ' ' +
                            std::string(toWord(trouble.kind)) + ' ' + trouble.reason);
  if (m_recentTrouble.size() > kKeptTroubles) m_recentTrouble.erase(m_recentTrouble.begin());
  tell(sync::Failed{trouble});
}

// ---- files

void SyncService::exchangeFiles(const std::vector<std::string>& wanted) {
  m_blobs->upload(wanted);
  m_blobs->fetchMissing();
}

}  // namespace aiagent::services
