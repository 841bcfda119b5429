#include "core/cluster/logs/log_follower.h"

#include <algorithm>
#include <utility>

#include "core/base/random.h"
#include "core/cluster/logs/log_lines.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;

bool says(const base::Error& error, std::string_view words) {
  return error.said.find(words) != std::string::npos;
}

// The API server has looked for it. A kubelet that has just been given the pod, or was begun anew, answers
// 404 too, and in other words.
bool saysPodIsGone(const base::Error& error) {
  return error.httpStatus == 404 && error.said.starts_with("pods \"");
}

// The server has no reason of its own for each of these, only words (kubelet's validateContainerLogStatus and
// registry/core/pod/strategy.go).
LogState stateOfRefusal(const base::Error& error) {
  if (says(error, "previous terminated container")) return LogState::NoPrevious;
  if (says(error, "is not valid for pod") || says(error, "container name must be specified"))
    return LogState::NoContainer;
  return LogState::Waiting;
}

// A run that is over writes no more.
LogOptions settled(LogOptions options) {
  options.follow = options.follow && !options.previous;
  return options;
}

}  // namespace

std::string_view toWord(LogState state) {
  switch (state) {
    case LogState::Opening: return "opening";
    case LogState::Following: return "following";
    case LogState::Whole: return "whole";
    case LogState::Ended: return "ended";
    case LogState::Waiting: return "waiting";
    case LogState::Reconnecting: return "reconnecting";
    case LogState::NoContainer: return "no_container";
    case LogState::NoPrevious: return "no_previous";
    case LogState::Denied: return "denied";
    case LogState::Gone: return "gone";
  }
  return "";
}

bool isOver(LogState state) {
  return state == LogState::Whole || state == LogState::NoContainer || state == LogState::NoPrevious ||
         state == LogState::Gone;
}

LogFollower::LogFollower(LogOptions options)
    : m_options(settled(std::move(options))), m_random(m_options.seed) {}

std::vector<LogAction> LogFollower::start(base::Instant now) {
  m_now = now;
  open();
  return std::exchange(m_actions, {});
}

std::vector<LogAction> LogFollower::on(const LogEvent& event, base::Instant now) {
  m_now = now;
  if (!isOver(m_state.state) || std::holds_alternative<LogAsked>(event))
    std::visit([this](const auto& one) { handle(one); }, event);
  return std::exchange(m_actions, {});
}

void LogFollower::open() {
  if (std::exchange(m_open, true)) m_actions.push_back(DropLog{});
  m_opened = m_came = m_empty = false;
  m_quiet = m_now;
  OpenLog action{.follow = m_options.follow, .previous = m_options.previous};
  if (m_newest != 0)
    action.sinceTime = sinceText(m_newest);
  else
    action.tailLines = m_options.tailLines, action.sinceTime = m_options.sinceTime;
  m_actions.push_back(std::move(action));
  if (m_options.follow) arm(m_options.quiet);
}

void LogFollower::handle(const LogOpened& event) {
  if (!m_open) return;
  m_opened = true;
  m_empty = event.empty;
  m_quiet = m_now;
  if (event.empty) return;
  // After an end it is not known yet whether this is the next run or the same lines once more.
  m_state.state == LogState::Ended ? arm(m_options.settled) : following();
}

void LogFollower::following() {
  m_state = {.state = LogState::Following, .freshness = Freshness::Live, .trouble = {}};
}

void LogFollower::handle(const LogCame& event) {
  if (!m_open) return;
  m_quiet = m_now;
  m_came = true;
  m_newest = std::max(m_newest, event.nanos);
  following();
}

void LogFollower::handle(const LogEnded& event) {
  if (!std::exchange(m_open, false)) return;
  if (m_gone) return stop(LogState::Gone, Freshness::Absent);
  if (event.error) return wait(LogState::Reconnecting, event.error);
  if (m_finished) return stop(LogState::Whole, Freshness::Live);
  if (m_empty) return wait(LogState::Waiting, {});
  if (!m_options.follow) return stop(LogState::Whole, Freshness::Live);
  // A run that said something new has ended just now: its successor is looked for soon.
  if (m_came) m_failures = 0;
  wait(LogState::Ended, {});
  m_state.mayHavePrevious = true;
}

void LogFollower::handle(const LogFailed& event) {
  if (!std::exchange(m_open, false)) return;
  refused(event.error);
}

void LogFollower::refused(const base::Error& error) {
  if (saysPodIsGone(error)) return stop(LogState::Gone, Freshness::Absent, error);
  if (error.code == ErrorCode::Forbidden || error.code == ErrorCode::Credentials) {
    m_state.state = error.code == ErrorCode::Forbidden ? LogState::Denied : LogState::Reconnecting;
    m_state.freshness = error.code == ErrorCode::Forbidden ? Freshness::Denied : Freshness::Stale;
    m_state.trouble = error;
    return arm(m_options.askAgain);
  }
  if (error.httpStatus == 404 && m_newest != 0) return wait(LogState::Reconnecting, error);
  if (error.httpStatus != 400 && error.httpStatus != 404) return wait(LogState::Reconnecting, error);
  const auto state = stateOfRefusal(error);
  if (state != LogState::Waiting) return stop(state, Freshness::Absent, error);
  // Who asked once gets the server's words; who follows sees it begin.
  if (!m_options.follow) return stop(LogState::NoContainer, Freshness::Absent, error);
  wait(LogState::Waiting, error);
}

void LogFollower::stop(LogState state, Freshness freshness, std::optional<base::Error> trouble) {
  if (std::exchange(m_open, false)) m_actions.push_back(DropLog{});
  m_state.state = state;
  m_state.freshness = freshness;
  m_state.trouble = std::move(trouble);
}

void LogFollower::wait(LogState state, std::optional<base::Error> trouble) {
  if (m_now - m_failed > m_options.healthy) m_failures = 0;
  m_failed = m_now;
  auto delay = std::min(m_options.longestWait, m_options.firstWait * (1 << std::min(m_failures, 10)));
  delay += base::Milliseconds(base::splitMix64(m_random) % (std::uint64_t(delay.count()) + 1));
  if (trouble && trouble->retryAfter)
    delay = std::max(delay, std::min(*trouble->retryAfter, m_options.askAgain));
  ++m_failures;
  const bool broken = state == LogState::Reconnecting;
  m_state.freshness = !broken ? Freshness::Live : m_failures == 1 ? Freshness::Lagging : Freshness::Stale;
  m_state.state = state;
  m_state.trouble = std::move(trouble);
  arm(delay);
}

void LogFollower::handle(const LogTimerFired&) {
  if (m_gone) return stop(LogState::Gone, Freshness::Absent);
  if (!m_open) return open();
  if (!m_options.follow) return;
  if (m_opened && m_state.state == LogState::Ended) following();
  const auto quiet = std::chrono::duration_cast<base::Milliseconds>(m_now - m_quiet);
  quiet < m_options.quiet ? arm(m_options.quiet - quiet) : open();
}

void LogFollower::handle(const LogWoke&) {
  if (std::exchange(m_open, false)) {
    m_actions.push_back(DropLog{true});
    m_state.freshness = Freshness::Lagging;
  }
  open();
}

void LogFollower::handle(const LogAsked&) {
  if (m_open || m_state.state == LogState::Gone) return;
  m_failures = 0;
  open();
}

void LogFollower::handle(const LogPodFinished&) {
  m_finished = true;
  if (!m_open && m_state.state == LogState::Ended) stop(LogState::Whole, Freshness::Live);
}

void LogFollower::handle(const LogPodGone&) {
  m_gone = true;
  // What its stream still has comes before its end.
  m_open ? arm(m_options.lastWords) : stop(LogState::Gone, Freshness::Absent);
}

}  // namespace aiagent::cluster
