#include "core/sync/sync_machine.h"

#include <algorithm>
#include <utility>

#include "core/base/random.h"

namespace aiagent::sync {
namespace {

constexpr int kMostPushes = 16;

}  // namespace

SyncMachine::SyncMachine(MachineOptions options) : m_options(options), m_random(options.seed) {}

std::vector<Action> SyncMachine::start() {
  m_pull = m_push = true;
  return next();
}

std::vector<Action> SyncMachine::on(const Event& event, base::Instant now) {
  m_now = now;
  std::visit([this](const auto& one) { handle(one); }, event);
  return next();
}

void SyncMachine::handle(const Edited&) {
  wantPush();
}

void SyncMachine::handle(const Poked&) {
  wantPull();
}

void SyncMachine::handle(const LiveChanged& event) {
  // What happened while nobody listened was told to nobody.
  if (event.open && !m_live) wantPull();
  m_live = event.open;
}

void SyncMachine::handle(const NetworkChanged& event) {
  m_online = event.online;
  m_tryOffline = false;
  if (m_online) tryNow();
}

void SyncMachine::handle(const SignedIn&) {
  m_stopped = false;
  tryNow();
}

void SyncMachine::handle(const Asked&) {
  if (m_state.phase != Phase::SignIn) m_stopped = false;
  m_tryOffline = true;
  tryNow();
}

void SyncMachine::handle(const VerifyAsked&) {
  m_replace = "asked";
  m_tryOffline = true;
  tryNow();
}

void SyncMachine::handle(const TimerFired&) {
  m_waiting = false;
  m_restLive.reset();
  m_wait.reset();
  m_tryOffline = true;
  m_pull = true;
  m_push = true;
}

void SyncMachine::handle(const Pulled& event) {
  m_doing = Doing::Nothing;
  m_pushes = 0;
  m_online = true;  // whatever the system says of the network
  wentWell(Doing::Pulling);
  if (event.rewound) m_mint = true;
  if (event.pushFirst) m_push = m_pushFirst = true;
  if (!event.complete) return;
  m_pull = m_pullAgain;
  m_push = true;  // planning costs little, and what was merged has to be told
  if (event.digestFits) {
    m_replaced = false;
  } else if (m_replaced) {
    wait({TroubleKind::Refused, "digest", m_options.longestWait});
  } else {
    m_replaced = true;
    m_replace = "digest";
  }
}

void SyncMachine::handle(const Pushed& event) {
  m_doing = Doing::Nothing;
  wentWell(Doing::Pushing);
  m_push = event.sent > 0 || m_pushAgain;
  if (event.pullWanted || (event.sent > 0 && !event.caughtUp)) m_pull = true;
  // Much is sent without a look between each two, but not without any.
  m_pushFirst = event.more && !event.pullWanted && ++m_pushes < kMostPushes;
  if (event.waitsForFiles && event.sent == 0) wait({TroubleKind::Busy, "files", m_options.firstWait});
}

void SyncMachine::handle(const Done&) {
  wentWell(m_doing);
  if (m_doing == Doing::Minting) m_mint = false;
  if (m_doing == Doing::Replacing) m_replace.clear();
  m_doing = Doing::Nothing;
  m_pull = true;
}

void SyncMachine::handle(const Failed& event) {
  const auto failed = m_doing;
  m_failed = failed;
  m_tryOffline = false;
  m_doing = Doing::Nothing;
  const auto& trouble = event.trouble;
  switch (trouble.kind) {
    case TroubleKind::SignIn: return stop(Phase::SignIn, trouble);
    case TroubleKind::Revoked: return stop(Phase::Revoked, trouble);
    case TroubleKind::Upgrade: return stop(Phase::Upgrade, trouble);
    case TroubleKind::Resync:
      m_replace = trouble.reason.empty() ? "asked" : trouble.reason;
      // Numbers of the old history mean nothing in the new one.
      m_mint = m_mint || trouble.reason != "cursor_below_floor";
      break;
    case TroubleKind::Rewound:
      m_mint = true;
      m_pull = true;
      break;
    default: break;
  }
  // What cannot be pulled must not keep what can be pushed, nor the other way round.
  m_pushFirst = failed == Doing::Pulling;
  const bool sure = trouble.kind == TroubleKind::Resync || trouble.kind == TroubleKind::Rewound;
  if (!sure || m_failures > 3) return wait(trouble);
  ++m_failures;
}

std::vector<Action> SyncMachine::next() {
  if (m_doing != Doing::Nothing) return {};
  if (m_stopped) return {};
  if (!m_online && !m_tryOffline) {
    m_restLive.reset();
    m_state = {Phase::Offline, std::nullopt};
    return {ArmTimer{m_options.longestWait}};
  }
  if (m_wait) {
    const auto delay = *m_wait;
    m_wait.reset();
    m_restLive.reset();
    return {ArmTimer{delay}};
  }
  if (m_waiting) return {};
  if (m_mint) return {begin(Doing::Minting, NewClient{})};
  if (!m_replace.empty()) return {begin(Doing::Replacing, Replace{m_replace})};
  const bool pushFirst = std::exchange(m_pushFirst, false) && m_push;
  if (m_pull && !pushFirst) return {begin(Doing::Pulling, Pull{})};
  if (m_push) return {begin(Doing::Pushing, Push{})};
  m_state = {Phase::UpToDate, std::nullopt};
  // A stream that fails again and again must not put off the look that takes its place.
  if (m_restLive == m_live) return {};
  m_restLive = m_live;
  return {ArmTimer{m_live ? jitter(m_options.pollWithLive, m_options.pollWithLive * 2)
                          : jitter(m_options.pollAlone, m_options.pollAlone * 2)}};
}

Action SyncMachine::begin(Doing doing, Action action) {
  m_doing = doing;
  m_restLive.reset();
  if (doing == Doing::Pulling) m_pullAgain = false;
  if (doing == Doing::Pushing) m_pushAgain = false;
  // While it tries again after a failure the reason stays to be read.
  if (m_state.phase != Phase::Waiting || m_failures == 0) m_state = {Phase::Syncing, std::nullopt};
  return action;
}

void SyncMachine::wentWell(Doing doing) {
  if (m_failed != doing && m_failed != Doing::Nothing) return;
  m_failures = m_refusals = 0;
  m_awaySince.reset();
  m_failed = Doing::Nothing;
}

base::Milliseconds SyncMachine::untilNextTry(TroubleKind kind) {
  if (kind == TroubleKind::Network) {
    if (!m_awaySince) {
      m_awaySince = m_now;
      return jitter(m_options.firstWait / 2, m_options.firstWait);
    }
    const auto away = std::chrono::duration_cast<base::Milliseconds>(m_now - *m_awaySince);
    const auto most = std::clamp(away / 8, m_options.firstWait * 2, m_options.longestWait);
    return jitter(most / 2, most);
  }
  m_awaySince.reset();
  const int doublings = std::min(m_refusals++, 16);
  return jitter(m_options.firstWait / 2,
                std::min(m_options.longestWait, m_options.firstWait * (1 << doublings)));
}

void SyncMachine::wait(Trouble trouble) {
  auto delay = untilNextTry(trouble.kind);
  ++m_failures;
  if (trouble.kind == TroubleKind::Refused) delay = m_options.longestWait;
  if (trouble.retryAfter) delay = std::max(delay, *trouble.retryAfter);
  m_wait = std::min(delay, std::max(m_options.longestWait, trouble.retryAfter.value_or(delay)));
  m_waiting = true;
  m_state = {Phase::Waiting, std::move(trouble)};
}

void SyncMachine::stop(Phase phase, const Trouble& trouble) {
  m_stopped = true;
  m_state = {phase, trouble};
}

void SyncMachine::tryNow() {
  m_waiting = false;
  m_wait.reset();
  wantPull();
  wantPush();
}

// What is being asked may have been answered already, before this happened: then it is done once more.
void SyncMachine::wantPull() {
  m_pull = true;
  m_pullAgain = m_doing == Doing::Pulling;
}

void SyncMachine::wantPush() {
  m_push = true;
  m_pushAgain = m_doing == Doing::Pushing;
}

base::Milliseconds SyncMachine::jitter(base::Milliseconds least, base::Milliseconds most) {
  if (most <= least) return least;
  const auto span = static_cast<std::uint64_t>((most - least).count());
  return least + base::Milliseconds(static_cast<std::int64_t>(base::splitMix64(m_random) % (span + 1)));
}

}  // namespace aiagent::sync
