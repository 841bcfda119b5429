// The part of SyncService that tells what becomes of sync: its status, the inbox, diagnostics.
#include <algorithm>
#include <fstream>

#include "core/base/time_text.h"
#include "core/services/blob_exchange.h"
#include "core/services/guarded.h"
#include "core/services/sync_reading.h"

namespace aiagent::services {
namespace {

constexpr base::Milliseconds kStatusEvery{400};
constexpr char kInStepFile[] = "sessions/in-step";

// A file and no row: a look that finds nothing new writes nothing into the database.
void noteInStep(const Profile& library) {
  std::ofstream(library.folder() / kInStepFile) << base::toIso8601(library.clock().wallNow()) << '\n';
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

std::string_view toWord(sync::TroubleKind kind) {
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

void SyncService::readPosition(std::function<void(base::Result<store::SyncPosition>)> done) {
  m_library.store().read<store::SyncPosition>(
      [](store::Connection& connection) { return store::syncPosition(connection); },
      guarded<store::SyncPosition>(this, std::move(done)));
}

base::Result<SyncStatus> syncStatusOf(store::Connection& connection) {
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
}

std::optional<base::WallTime> lastInStep(const std::filesystem::path& library) {
  std::ifstream file(library / kInStepFile);
  std::string time;
  return std::getline(file, time) ? base::fromRfc3339(time) : std::nullopt;
}

void SyncService::readStatus(Done<SyncStatus> done) {
  m_library.store().read<SyncStatus>(
      syncStatusOf,
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
  if (m_machine && status.state.phase == sync::Phase::UpToDate && m_status.state.phase != status.state.phase)
    noteInStep(m_library);
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

void SyncService::reopen(const base::Uuid& id, std::optional<domain::AgentContent> before,
                         std::optional<domain::AgentContent> after, Done<void> done) {
  m_library.store().write<void>(
      [id, before = std::move(before), after = std::move(after),
       author = m_author](store::Connection& connection) {
        return store::reopenInboxItem(connection, id, before, after, author);
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
    add("reason", std::string(toWord(m_status.state.trouble->kind)) + ' ' + m_status.state.trouble->reason);
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

}  // namespace aiagent::services
