#include "core/services/sync_service.h"

#include <algorithm>
#include <random>

#include "core/authoring/content/shared_merge.h"
#include "core/base/log.h"
#include "core/services/blob_exchange.h"
#include "core/services/guarded.h"
#include "core/wire/json_text.h"

namespace aiagent::services {
namespace {

constexpr base::Milliseconds kLockRetry{150};
constexpr base::Milliseconds kStatusEvery{400};
constexpr base::Milliseconds kLiveQuiet{45'000};  // the server breathes every 15 s
constexpr std::size_t kKeptTroubles = 20;

store::AgentMerge merged(const domain::SharedAgent& base, const domain::SharedAgent& mine,
                         const domain::SharedAgent& theirs) {
  auto merge = authoring::mergeShared(base, mine, theirs);
  store::AgentMerge result{.agent = std::move(merge.agent), .fields = {}};
  for (const auto& conflict : merge.conflicts) result.fields.push_back(conflict.field);
  return result;
}

bool isShared(store::RecordKind kind) {
  return kind == store::RecordKind::Agent || kind == store::RecordKind::AgentVersion ||
         kind == store::RecordKind::Label;
}

std::uint64_t randomSeed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

std::string_view word(sync::TroubleKind kind) {
  switch (kind) {
    case sync::TroubleKind::Network: return "network";
    case sync::TroubleKind::Busy: return "busy";
    case sync::TroubleKind::SignIn: return "sign_in";
    case sync::TroubleKind::Revoked: return "revoked";
    case sync::TroubleKind::Upgrade: return "upgrade";
    case sync::TroubleKind::Resync: return "resync";
    case sync::TroubleKind::Rewound: return "rewound";
    case sync::TroubleKind::Refused: return "refused";
    case sync::TroubleKind::Storage: return "storage";
  }
  return "";
}

}  // namespace

std::string_view toWord(sync::Phase phase) {
  switch (phase) {
    case sync::Phase::UpToDate: return "up_to_date";
    case sync::Phase::Syncing: return "syncing";
    case sync::Phase::Waiting: return "waiting";
    case sync::Phase::Offline: return "offline";
    case sync::Phase::SignIn: return "sign_in";
    case sync::Phase::Revoked: return "revoked";
    case sync::Phase::Upgrade: return "upgrade";
  }
  return "";
}

SyncService::SyncService(Profile& library, ServerAccount& account, ports::HttpClient& http, QObject* parent)
    : QObject(parent), m_library(library), m_account(account), m_http(http), m_liveParser(64u << 10) {
  m_blobs = std::make_unique<BlobExchange>(library, account, http);
  connect(&library, &Profile::changed, this, &SyncService::onChanges);
  // Signed in again, or let in again: what had stopped goes on.
  connect(&account, &ServerAccount::changed, this, [this] {
    if (m_account.connected()) tell(sync::SignedIn{});
  });
  connect(m_blobs.get(), &BlobExchange::uploaded, this, &SyncService::syncNow);
  connect(m_blobs.get(), &BlobExchange::idle, this, &SyncService::checkSettled);
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
  m_wantLive = live;
  readPosition([this](base::Result<store::SyncPosition> position) {
    if (!position || m_machine) return checkSettled();
    m_status.shared = true;
    m_status.binding = position->binding;
    m_machine = std::make_unique<sync::SyncMachine>(sync::MachineOptions{.seed = randomSeed()});
    perform(m_machine->start());
    if (m_wantLive) openLive();
  });
}

void SyncService::stop() {
  m_machine.reset();
  m_timer.reset();
  m_lockTimer.reset();
  m_lock.reset();
  closeLive();
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
  perform(m_machine->on(event, m_library.clock().now()));
}

void SyncService::perform(const std::vector<sync::Action>& actions) {
  for (const auto& action : actions) std::visit([this](const auto& one) { perform(one); }, action);
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

void SyncService::perform(const sync::Pull&) {
  withLock([this] {
    readPosition([this](base::Result<store::SyncPosition> position) {
      if (!position) return fail(sync::troubleOf(position.error()));
      const wire::PullRequest request{.client = position->client,
                                      .space = position->binding.workspace,
                                      .epoch = position->epochToAsk(),
                                      .cursor = position->from(),
                                      .floor = position->floor,
                                      .least = position->head};
      m_account.request("POST", "/v1/rpc/sync_pull", wire::toJson(request),
                        guarded<ServerAnswer>(this, [this](base::Result<ServerAnswer> answer) {
                          if (!failed(answer)) take(*answer);
                        }));
    });
  });
}

void SyncService::take(const ServerAnswer& answer) {
  m_library.store().write<store::Applied>(
      [body = answer.body](store::Connection& connection) -> base::Result<store::Applied> {
        const auto page = wire::pullReplyFrom(body);
        return page ? store::takePage(connection, *page, merged) : page.error();
      },
      guarded<store::Applied>(this, [this](base::Result<store::Applied> applied) {
        if (!applied) return fail(sync::troubleOf(applied.error()));
        if (applied->complete) exchangeFiles({});
        if (applied->conflicts + applied->recovered + applied->lost > 0) Q_EMIT inboxChanged();
        tell(sync::Pulled{applied->complete, applied->digestFits, applied->rewound, applied->pushFirst});
        if (applied->complete) reloadStatus();
      }));
}

void SyncService::perform(const sync::Push&) {
  withLock([this] {
    m_library.store().write<store::PlannedPush>(
        [known = m_blobs->known()](store::Connection& connection) {
          return store::planPush(connection, {},
                                 [&](const std::string& hash) { return known->contains(hash); });
        },
        guarded<store::PlannedPush>(this, [this](base::Result<store::PlannedPush> plan) {
          if (!plan) return fail(sync::troubleOf(plan.error()));
          exchangeFiles(plan->wantedBlobs);
          if (plan->mutations.empty()) return tell(sync::Pushed{.waitsForFiles = !plan->wantedBlobs.empty()});
          sendPush(std::move(*plan));
        }));
  });
}

void SyncService::sendPush(store::PlannedPush plan) {
  readPosition([this, plan = std::move(plan)](base::Result<store::SyncPosition> position) mutable {
    if (!position) return fail(sync::troubleOf(position.error()));
    const sync::Pushed pushed{
        .sent = int(plan.mutations.size()), .waitsForFiles = !plan.wantedBlobs.empty(), .more = plan.more};
    const wire::PushRequest request{.client = position->client,
                                    .space = position->binding.workspace,
                                    .epoch = position->epoch,
                                    .cursor = position->cursor,
                                    .floor = position->floor,
                                    .mutations = std::move(plan.mutations)};
    m_account.request("POST", "/v1/rpc/sync_push", wire::toJson(request),
                      guarded<ServerAnswer>(this, [this, pushed](base::Result<ServerAnswer> answer) {
                        if (!failed(answer)) settle(*answer, pushed);
                      }));
  });
}

void SyncService::settle(const ServerAnswer& answer, sync::Pushed pushed) {
  m_library.store().write<store::Settled>(
      [body = answer.body](store::Connection& connection) -> base::Result<store::Settled> {
        const auto reply = wire::pushReplyFrom(body);
        return reply ? store::settlePush(connection, *reply) : reply.error();
      },
      guarded<store::Settled>(this, [this, pushed](base::Result<store::Settled> settled) mutable {
        if (!settled) return fail(sync::troubleOf(settled.error()));
        if (settled->rejected > 0) Q_EMIT inboxChanged();
        pushed.pullWanted = settled->pullWanted;
        tell(pushed);
        reloadStatus();
      }));
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

void SyncService::fail(const sync::Trouble& trouble) {
  base::log(base::LogLevel::Warning, "sync", "trouble",
            {{"kind", std::string(word(trouble.kind))}, {"reason", trouble.reason}});
  m_recentTrouble.push_back(base::toIso8601(m_library.clock().wallNow()) + ' ' +
                            std::string(word(trouble.kind)) + ' ' + trouble.reason);
  if (m_recentTrouble.size() > kKeptTroubles) m_recentTrouble.erase(m_recentTrouble.begin());
  tell(sync::Failed{trouble});
}

// ---- what a person sees

void SyncService::readPosition(std::function<void(base::Result<store::SyncPosition>)> done) {
  m_library.store().read<store::SyncPosition>(
      [](store::Connection& connection) { return store::syncPosition(connection); },
      guarded<store::SyncPosition>(this, std::move(done)));
}

void SyncService::readStatus(Done<SyncStatus> done) {
  m_library.store().read<SyncStatus>(
      [](store::Connection& connection) -> base::Result<SyncStatus> {
        const auto position = store::syncPosition(connection);
        if (!position && position.error().code == base::ErrorCode::NotFound) return SyncStatus{};
        if (!position) return position.error();
        const auto counts = store::syncCounts(connection);
        if (!counts) return counts.error();
        return SyncStatus{.shared = true,
                          .binding = position->binding,
                          .counts = *counts,
                          .cursor = position->cursor,
                          .head = position->head,
                          .pulled = position->pulled};
      },
      guarded<SyncStatus>(this, [this, done = std::move(done)](base::Result<SyncStatus> status) {
        if (status && m_machine) {
          status->state = m_machine->state();
          status->live = m_status.live;
        }
        done(std::move(status));
      }));
}

// While much is sent it is counted now and then: counting costs by what is left.
void SyncService::reloadStatus() {
  const auto now = m_library.clock().now();
  if (m_reloading) {
    m_reloadAgain = true;
    return;
  }
  if (m_machine && m_machine->busy() && now - m_reloadedAt < kStatusEvery) {
    if (!m_statusTimer)
      m_statusTimer = m_library.scheduler().after(kStatusEvery, [this] {
        const auto ended = std::move(m_statusTimer);  // holds what runs here
        reloadStatus();
      });
    return;
  }
  m_reloading = true;
  m_reloadAgain = false;
  m_reloadedAt = now;
  readStatus([this](base::Result<SyncStatus> status) {
    m_reloading = false;
    if (status) publish(std::move(*status));
    if (std::exchange(m_reloadAgain, false)) reloadStatus();
  });
}

void SyncService::publish(SyncStatus status) {
  status.nextTry = status.state.phase == sync::Phase::Waiting ? std::optional(m_nextTry) : std::nullopt;
  if (status == m_status) return;
  const bool inbox = status.counts.conflicts != m_status.counts.conflicts ||
                     status.counts.recovered != m_status.counts.recovered ||
                     status.counts.rejected != m_status.counts.rejected ||
                     status.counts.lost != m_status.counts.lost;
  m_status = std::move(status);
  Q_EMIT statusChanged();
  if (inbox) Q_EMIT inboxChanged();
}

void SyncService::whenSettled(std::function<void(const SyncStatus&)> done) {
  m_settled.push_back(std::move(done));
  checkSettled();
}

// Not within the turn that got here: the counts that are told have to be read first.
void SyncService::checkSettled() {
  if (m_settled.empty()) return;
  const auto busy = [this] { return m_machine && (m_machine->busy() || m_blobs->busy()); };
  if (busy()) return;
  readStatus([this, busy](base::Result<SyncStatus> status) {
    if (busy()) return;
    if (status) publish(*status);
    for (auto& done : std::exchange(m_settled, {})) done(m_status);
  });
}

void SyncService::inbox(bool withResolved, Done<std::vector<store::InboxItem>> done) {
  m_library.store().read<std::vector<store::InboxItem>>(
      [withResolved](store::Connection& connection) { return store::listInbox(connection, withResolved); },
      guarded(this, std::move(done)));
}

void SyncService::inboxItem(const base::Uuid& id, Done<store::InboxItem> done) {
  m_library.store().read<store::InboxItem>(
      [id](store::Connection& connection) { return store::loadInboxItem(connection, id); },
      guarded(this, std::move(done)));
}

void SyncService::resolve(const base::Uuid& id, std::optional<domain::AgentContent> content,
                          Done<void> done) {
  m_library.store().write<void>(
      [id, content = std::move(content),
       author = m_author](store::Connection& connection) -> base::Result<void> {
        if (!content) return store::resolveInboxItem(connection, id, content, author);
        const auto tidy = domain::normalised(*content);
        return tidy ? store::resolveInboxItem(connection, id, *tidy, author) : tidy.error();
      },
      guarded<void>(this, [this, done = std::move(done)](base::Result<void> end) {
        Q_EMIT inboxChanged();
        reloadStatus();
        done(std::move(end));
      }));
}

SyncDiagnostics SyncService::diagnostics() const {
  SyncDiagnostics report;
  const auto add = [&](const char* name, std::string value) {
    report.lines.emplace_back(name, std::move(value));
  };
  add("version", AIAGENT_VERSION);
  add("time", base::toIso8601(m_library.clock().wallNow()));
  add("shared", m_status.shared ? "yes" : "no");
  add("server", m_status.binding.origin);
  add("workspace", m_status.binding.workspace.toString());
  add("role", m_status.binding.role);
  add("state", std::string(toWord(m_status.state.phase)));
  if (m_status.state.trouble)
    add("reason", std::string(word(m_status.state.trouble->kind)) + ' ' + m_status.state.trouble->reason);
  add("live", m_status.live ? "yes" : "no");
  add("cursor", std::to_string(m_status.cursor));
  add("head", std::to_string(m_status.head));
  add("pulled", base::toIso8601(m_status.pulled));
  add("pending", std::to_string(m_status.counts.pending));
  add("conflicts", std::to_string(m_status.counts.conflicts));
  add("recovered", std::to_string(m_status.counts.recovered));
  add("rejected", std::to_string(m_status.counts.rejected));
  add("lost", std::to_string(m_status.counts.lost));
  for (const auto& trouble : m_recentTrouble) add("trouble", trouble);
  return report;
}

// ---- files

void SyncService::exchangeFiles(const std::vector<std::string>& wanted) {
  m_blobs->upload(wanted);
  m_blobs->fetchMissing();
}

// ---- live

void SyncService::openLive() {
  m_account.token(guarded<base::SecretString>(this, [this](base::Result<base::SecretString> token) {
    if (!m_machine || !m_wantLive) return;
    if (!token) return liveEnded();
    m_liveParser = wire::SseParser(64u << 10);
    ports::HttpRequest request{
        .url = m_account.origin() + "/v1/live?workspace=" + m_status.binding.workspace.toString(),
        .headers = {{"accept", "text/event-stream"}},
        .bearer = std::move(*token),
        .headTimeout = base::Milliseconds(30'000)};
    ports::HttpHandlers handlers;
    handlers.head = [this](const ports::HttpHead& head) {
      m_status.live = head.status == 200;
      if (!m_status.live) return;
      m_liveFailures = 0;
      watchLive();
      tell(sync::LiveChanged{true});
      Q_EMIT statusChanged();
    };
    handlers.bytes = [this](std::string_view bytes) {
      if (!m_status.live) return;
      watchLive();
      bool poked = false;
      m_liveParser.feed(bytes, [&](const wire::SseEvent& event) { poked = poked || event.type.empty(); });
      if (poked) tell(sync::Poked{});
    };
    handlers.done = [this](base::Result<void>) { liveEnded(); };
    m_liveExchange = m_http.send(std::move(request), std::move(handlers));
  }));
}

// A connection that does not breathe is none, whatever the socket says.
void SyncService::watchLive() {
  m_liveTimer = m_library.scheduler().after(kLiveQuiet, [this] { m_liveExchange.reset(); });
}

void SyncService::liveEnded() {
  if (std::exchange(m_status.live, false)) Q_EMIT statusChanged();
  if (!m_machine || !m_wantLive) return;
  tell(sync::LiveChanged{false});
  const auto delay = base::Milliseconds(1'000 << std::min(m_liveFailures++, 6));
  m_liveTimer = m_library.scheduler().after(delay, [this] { openLive(); });
}

void SyncService::closeLive() {
  m_wantLive = false;
  m_liveTimer.reset();
  m_liveExchange.reset();
  m_status.live = false;
}

}  // namespace aiagent::services
