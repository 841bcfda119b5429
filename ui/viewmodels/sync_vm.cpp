#include "ui/viewmodels/sync_vm.h"

#include "ui/format/human.h"
#include "ui/format/sync_words.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using Kind = SyncState::Kind;
using services::SyncStatus;

constexpr std::chrono::seconds kAgeInterval{20};
constexpr std::chrono::minutes kLate{10};
constexpr std::chrono::minutes kShown{1};  // younger edits are on their way

Kind kindOf(const SyncStatus& status, bool connected) {
  if (!status.shared) return Kind::Local;
  if (!connected) return Kind::SignedOut;
  switch (status.state.phase) {
    case sync::Phase::UpToDate: return status.counts.pending > 0 ? Kind::Sending : Kind::UpToDate;
    case sync::Phase::Syncing: return status.counts.pending > 0 ? Kind::Sending : Kind::Fetching;
    case sync::Phase::Waiting: return Kind::Waiting;
    case sync::Phase::Offline: return Kind::Offline;
    case sync::Phase::SignIn: return Kind::SignIn;
    case sync::Phase::Revoked: return Kind::Revoked;
    case sync::Phase::Upgrade: return Kind::Upgrade;
  }
  return Kind::Fetching;
}

std::string_view wordOf(sync::TroubleKind kind) {
  switch (kind) {
    case sync::TroubleKind::Network: return "network";
    case sync::TroubleKind::Busy: return "busy";
    case sync::TroubleKind::Refused: return "refused";
    case sync::TroubleKind::Storage: return "storage";
    default: return "";
  }
}

QString waitOf(const SyncStatus& status) {
  if (!status.state.trouble) return format::waitReason({}, {});
  return format::waitReason(wordOf(status.state.trouble->kind), status.state.trouble->reason);
}

// "in 40 s"; empty when it is not known, or now.
QString nextTry(const SyncStatus& status, base::WallTime now) {
  if (!status.nextTry || *status.nextTry <= now) return {};
  const auto left = std::chrono::ceil<std::chrono::seconds>(*status.nextTry - now);
  return SyncVm::tr("next try in %1").arg(format::duration(left));
}

QString editsWaiting(std::int64_t pending) {
  return pending == 0   ? QString()
         : pending == 1 ? SyncVm::tr("1 edit to be sent")
                        : SyncVm::tr("%n edits to be sent", nullptr, int(pending));
}

QString wordsOf(Kind kind, const SyncStatus& status) {
  switch (kind) {
    case Kind::Local: return SyncVm::tr("On this computer only");
    case Kind::SignedOut: return SyncVm::tr("Signed out");
    case Kind::UpToDate: return SyncVm::tr("Up to date");
    case Kind::Sending:
      return status.counts.pending == 1 ? SyncVm::tr("Sending 1 edit")
                                        : SyncVm::tr("Sending %n edits", nullptr, int(status.counts.pending));
    case Kind::Fetching: return SyncVm::tr("Fetching");
    case Kind::Waiting: return SyncVm::tr("Waiting: %1").arg(waitOf(status));
    case Kind::Offline: return SyncVm::tr("Offline");
    case Kind::SignIn: return SyncVm::tr("Sign in again");
    case Kind::Revoked: return SyncVm::tr("Not a member any more");
    case Kind::Upgrade: return SyncVm::tr("Needs a newer program");
  }
  return {};
}

QString adviceOf(Kind kind) {
  switch (kind) {
    case Kind::Local: return SyncVm::tr("This library is on this computer alone.");
    case Kind::SignedOut:
      return SyncVm::tr("This computer is signed out. Edits wait here until it is signed in again.");
    case Kind::UpToDate: return SyncVm::tr("Everything here is at the server, and everything there is here.");
    case Kind::Sending: return SyncVm::tr("Your edits are on their way to the server.");
    case Kind::Fetching: return SyncVm::tr("The library is being held against the server's.");
    case Kind::Waiting: return SyncVm::tr("It goes on by itself. You can go on working; nothing is lost.");
    case Kind::Offline:
      return SyncVm::tr("There is no network. Edits are kept here and sent by themselves later.");
    case Kind::SignIn:
      return SyncVm::tr("The server does not take this computer's sign-in any more. Edits wait here.");
    case Kind::Revoked:
      return SyncVm::tr(
          "You are not a member of this workspace any more. What is here stays here and is not sent.");
    case Kind::Upgrade:
      return SyncVm::tr("The server wants a newer version of this program. Edits wait here.");
  }
  return {};
}

bool serverIsThere(Kind kind) {
  return kind == Kind::Sending || kind == Kind::UpToDate || kind == Kind::Fetching || kind == Kind::Waiting;
}

void addAge(SyncState& state, const SyncStatus& status, base::WallTime now) {
  if (!status.counts.oldestUnsent) return;
  const auto age = std::chrono::duration_cast<std::chrono::seconds>(now - *status.counts.oldestUnsent);
  state.late = serverIsThere(state.kind) && age >= kLate;
  if (age < kShown) return;
  const auto minutes = std::chrono::floor<std::chrono::minutes>(age);
  state.words += QStringLiteral(" · ") + SyncVm::tr("oldest %1").arg(format::duration(minutes));
  state.sentence +=
      QLatin1Char(' ') + SyncVm::tr("The oldest unsent edit is %1 old.").arg(format::duration(minutes));
}

void addBinding(SyncState& state, const SyncStatus& status) {
  state.pending = status.counts.pending;
  state.conflicts = status.counts.conflicts;
  state.recovered = status.counts.recovered;
  state.rejected = status.counts.rejected;
  state.lost = status.counts.lost;
  state.server = format::text(status.binding.origin);
  state.workspace = format::text(status.binding.workspaceName);
  state.email = format::text(status.binding.email);
  state.role = format::text(status.binding.role);
  if (base::toMillis(status.pulled) > 0) state.whole = status.pulled;
  state.live = status.live;
  state.cursor = status.cursor;
  state.head = status.head;
}

SyncState stateOf(const SyncStatus& status, bool connected, base::WallTime now) {
  SyncState state;
  state.kind = kindOf(status, connected);
  state.words = wordsOf(state.kind, status);
  state.sentence = state.words + QStringLiteral(". ") + adviceOf(state.kind);
  if (state.kind == Kind::Local) return state;
  addBinding(state, status);
  if (const auto next = nextTry(status, now); state.kind == Kind::Waiting && !next.isEmpty())
    state.words += QStringLiteral(" · ") + next;
  const bool counted = state.kind == Kind::Sending;
  if (const auto edits = editsWaiting(state.pending); !edits.isEmpty() && !counted)
    state.words += QStringLiteral(" · ") + edits;
  addAge(state, status, now);
  return state;
}

}  // namespace

QString SyncState::readOnlyReason() const {
  if (kind == Kind::Revoked)
    return SyncVm::tr("You are not a member of this workspace any more, so nothing here can be changed.");
  return role == QLatin1String("viewer")
             ? SyncVm::tr(
                   "You may look at this workspace, not change it. An administrator can make you a member.")
             : QString();
}

SyncVm::SyncVm(services::SyncService& sync, services::ServerAccount& account, const base::Clock& clock,
               QObject* parent)
    : QObject(parent), m_sync(sync), m_account(account), m_clock(clock) {
  connect(&sync, &services::SyncService::statusChanged, this, &SyncVm::read);
  connect(&account, &services::ServerAccount::changed, this, &SyncVm::read);
  m_age.setInterval(kAgeInterval);
  connect(&m_age, &QTimer::timeout, this, &SyncVm::read);
  m_age.start();
  read();
}

void SyncVm::read() {
  auto next = stateOf(m_sync.status(), m_account.connected(), m_clock.wallNow());
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

QString SyncVm::diagnostics() const {
  QString text;
  for (const auto& [name, value] : m_sync.diagnostics().lines)
    text += QStringLiteral("%1: %2\n").arg(format::text(name), format::text(value));
  return text;
}

}  // namespace aiagent::ui
