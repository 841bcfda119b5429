#include "ui/viewmodels/workspaces_vm.h"

#include <algorithm>

#include "core/services/other_workspaces.h"
#include "ui/format/human.h"
#include "ui/format/sync_words.h"
#include "ui/format/text.h"
#include "ui/viewmodels/sync_vm.h"

namespace aiagent::ui {
namespace {

using services::WorkspaceStatus;
using sync::Phase;

constexpr std::chrono::seconds kAgeInterval{20};
constexpr std::chrono::minutes kLate{10};
constexpr std::chrono::minutes kShown{1};  // younger edits are on their way

std::int64_t openOf(const WorkspaceStatus& status) {
  const auto& counts = status.sync.counts;
  return counts.conflicts + counts.recovered + counts.rejected + counts.lost;
}

QString editsWaiting(std::int64_t pending) {
  return pending == 1 ? SyncVm::tr("1 edit to be sent")
                      : SyncVm::tr("%n edits to be sent", nullptr, int(pending));
}

// Why nothing is sent; empty: nothing stands in the way, or it is not known yet.
QString troubleOf(const WorkspaceStatus& status, bool connected) {
  if (!connected) return {};
  if (!status.member) return WorkspacesVm::tr("not a member any more");
  if (!status.asked) return {};
  const auto& state = status.sync.state;
  switch (state.phase) {
    case Phase::Waiting:
      return state.trouble ? format::waitReason(services::toWord(state.trouble->kind), state.trouble->reason)
                           : QString();
    case Phase::Offline: return WorkspacesVm::tr("no network");
    case Phase::SignIn: return WorkspacesVm::tr("sign in again");
    case Phase::Revoked: return WorkspacesVm::tr("not a member any more");
    case Phase::Upgrade: return WorkspacesVm::tr("needs a newer program");
    case Phase::UpToDate:
    case Phase::Syncing: return {};
  }
  return {};
}

// The server is there, and would take what waits.
bool couldBeSent(const WorkspaceStatus& status, bool connected) {
  const auto phase = status.sync.state.phase;
  return connected && status.member &&
         (phase == Phase::UpToDate || phase == Phase::Syncing || phase == Phase::Waiting);
}

std::chrono::seconds ageOf(const WorkspaceStatus& status, base::WallTime now) {
  if (!status.sync.counts.oldestUnsent) return {};
  return std::chrono::duration_cast<std::chrono::seconds>(now - *status.sync.counts.oldestUnsent);
}

QString oldest(std::chrono::seconds age) {
  return SyncVm::tr("oldest %1").arg(format::duration(std::chrono::floor<std::chrono::minutes>(age)));
}

// What does not go by itself: it is not a matter of the network.
bool hasFailed(const WorkspaceStatus& status, bool connected) {
  if (!connected || (status.member && !status.asked)) return false;
  const auto& state = status.sync.state;
  const bool stopped = !status.member || state.phase == Phase::Revoked || state.phase == Phase::Upgrade;
  if (stopped) return status.sync.counts.pending > 0;
  return state.phase == Phase::Waiting && state.trouble &&
         (state.trouble->kind == sync::TroubleKind::Storage ||
          state.trouble->kind == sync::TroubleKind::Refused);
}

QString wordsOf(const WorkspaceStatus& status, bool connected, base::WallTime now) {
  QStringList words;
  const auto pending = status.sync.counts.pending;
  if (pending > 0 && status.syncing)
    words << WorkspacesVm::tr("Sending");
  else if (pending > 0)
    words << editsWaiting(pending);
  if (pending > 0 && ageOf(status, now) >= kShown) words << oldest(ageOf(status, now));
  if (const auto open = openOf(status); open > 0)
    words << WorkspacesVm::tr("%n to be decided", nullptr, int(open));
  if (const auto trouble = troubleOf(status, connected); !trouble.isEmpty()) words << trouble;
  if (words.isEmpty() && status.asked && status.sync.state.phase == Phase::UpToDate)
    words << WorkspacesVm::tr("up to date");
  return words.join(QStringLiteral(" · "));
}

WorkspaceState stateOf(const WorkspaceStatus& status, bool connected, base::WallTime now) {
  WorkspaceState state;
  state.id = status.workspace.id;
  state.name = format::workspaceName(status.workspace.name, status.workspace.personal);
  if (!status.here) return state;
  state.words = wordsOf(status, connected, now);
  state.pending = status.sync.counts.pending;
  state.open = openOf(status);
  state.late = state.pending > 0 && ageOf(status, now) >= kLate && couldBeSent(status, connected);
  state.attention = state.late || state.open > 0 || hasFailed(status, connected);
  return state;
}

QString waitingSentence(const WorkspaceStatus& status) {
  const auto why = troubleOf(status, true);
  return why.isEmpty() ? WorkspacesVm::tr("What waits is sent by itself, whichever workspace is open.")
                       : WorkspacesVm::tr("What waits is kept here and sent by itself later: %1.").arg(why);
}

WorkspaceNotice noticeOf(const WorkspaceState& state, const QString& words, const QString& advice, bool late,
                         bool member = true) {
  auto sentence = words + QStringLiteral(". ") + advice;
  if (member) sentence += QLatin1Char(' ') + WorkspacesVm::tr("Press to open that workspace.");
  return {state.id, member, words, sentence, late};
}

WorkspaceNotice unsentNotice(const WorkspaceStatus& status, const WorkspaceState& state, base::WallTime now) {
  const auto edits =
      state.pending == 1
          ? WorkspacesVm::tr("1 edit waits in %1").arg(state.name)
          : WorkspacesVm::tr("%n edits wait in %1", nullptr, int(state.pending)).arg(state.name);
  return noticeOf(state, edits + QStringLiteral(" · ") + oldest(ageOf(status, now)), waitingSentence(status),
                  state.late);
}

WorkspaceNotice failedNotice(const WorkspaceStatus& status, const WorkspaceState& state) {
  const auto advice = status.member && status.sync.state.phase == Phase::Waiting
                          ? WorkspacesVm::tr("It is tried again by itself.")
                          : WorkspacesVm::tr("What was written there stays here and is not sent.");
  return noticeOf(state, QStringLiteral("%1: %2").arg(state.name, troubleOf(status, true)), advice,
                  status.member, status.member);
}

WorkspaceNotice inboxNotice(const WorkspaceState& state) {
  return noticeOf(state, WorkspacesVm::tr("%n to be decided in %1", nullptr, int(state.open)).arg(state.name),
                  WorkspacesVm::tr("It waits under Inbox there."), false);
}

// One alone is named: what waits too long, then what went wrong, then what waits, then what is to be decided.
WorkspaceNotice noticeOf(const std::vector<WorkspaceStatus>& all, base::WallTime now) {
  const WorkspaceStatus *oldest = nullptr, *failed = nullptr, *toDecide = nullptr;
  for (const auto& one : all) {
    if (!one.here) continue;
    const bool waits = one.member && one.sync.counts.pending > 0 && ageOf(one, now) >= kShown;
    if (waits && (!oldest || ageOf(one, now) > ageOf(*oldest, now))) oldest = &one;
    if (!failed && hasFailed(one, true)) failed = &one;
    if (!toDecide && one.member && openOf(one) > 0) toDecide = &one;
  }
  const auto state = [&](const WorkspaceStatus& one) { return stateOf(one, true, now); };
  if (failed && !(oldest && state(*oldest).late)) return failedNotice(*failed, state(*failed));
  if (oldest) return unsentNotice(*oldest, state(*oldest), now);
  return toDecide ? inboxNotice(state(*toDecide)) : WorkspaceNotice{};
}

}  // namespace

QString editsIn(std::int64_t pending, const QString& workspace) {
  return pending == 1 ? WorkspacesVm::tr("1 edit in %1").arg(workspace)
                      : WorkspacesVm::tr("%n edits in %1", nullptr, int(pending)).arg(workspace);
}

const WorkspaceState* WorkspacesState::find(const std::string& id) const {
  const auto found =
      std::find_if(others.begin(), others.end(), [&](const auto& one) { return one.id == id; });
  return found == others.end() ? nullptr : &*found;
}

QString WorkspacesState::unsent() const {
  QStringList parts;
  for (const auto& one : others)
    if (one.pending > 0) parts << editsIn(one.pending, one.name);
  return parts.join(QStringLiteral(", "));
}

WorkspacesVm::WorkspacesVm(services::OtherWorkspaces& others, services::ServerAccount& account,
                           const base::Clock& clock, QObject* parent)
    : QObject(parent), m_others(others), m_account(account), m_clock(clock) {
  connect(&others, &services::OtherWorkspaces::changed, this, &WorkspacesVm::read);
  connect(&account, &services::ServerAccount::changed, this, &WorkspacesVm::read);
  m_age.setInterval(kAgeInterval);
  connect(&m_age, &QTimer::timeout, this, &WorkspacesVm::read);
  m_age.start();
  read();
}

void WorkspacesVm::read() {
  const bool connected = m_account.connected();
  const auto now = m_clock.wallNow();
  WorkspacesState next;
  for (const auto& one : m_others.all()) next.others.push_back(stateOf(one, connected, now));
  // Nobody who is signed out can go there.
  if (connected) next.notice = noticeOf(m_others.all(), now);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

}  // namespace aiagent::ui
