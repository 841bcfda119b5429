#include "core/cluster/watch_machine.h"

#include <algorithm>
#include <utility>

#include "core/base/random.h"
#include "core/cluster/kube_http.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;

constexpr int kShortestStream = 300, kLongestStream = 600;  // seconds
constexpr auto kVeryShort = base::Milliseconds(1'000);
constexpr int kMostInitialTries = 3;  // then something in between cannot carry them
constexpr base::Milliseconds kRefusedLately{5'000};

bool isGone(const base::Error& error) {
  return error.httpStatus == 410 || error.providerCode == "Expired" || error.providerCode == "Gone";
}

bool isFromTheFuture(const base::Error& error) {
  return error.providerCode == "ResourceVersionTooLarge";
}

// It does not know how, may not, or its storage cannot: that it says as an error of its own, and again
// whenever it is asked (newErrWatcher in cacher.go). A list tells what else is wrong, as client-go has it.
bool cannotBeginWithList(int httpStatus) {
  return httpStatus == 400 || httpStatus == 422 || httpStatus == 500 || httpStatus == 501;
}

// The program for credentials did not run: the server has refused nothing.
bool isOfPlugin(const base::Error& error) {
  return error.providerCode.starts_with("exec_");
}

}  // namespace

std::string_view toWord(Freshness freshness) {
  switch (freshness) {
    case Freshness::Loading: return "loading";
    case Freshness::Live: return "live";
    case Freshness::Lagging: return "lagging";
    case Freshness::Stale: return "stale";
    case Freshness::Polled: return "polled";
    case Freshness::Denied: return "denied";
    case Freshness::Absent: return "absent";
  }
  return "";
}

WatchMachine::WatchMachine(WatchOptions options) : m_options(options), m_random(options.seed) {}

std::vector<WatchAction> WatchMachine::start(base::Instant now) {
  m_now = now;
  begin();
  return std::exchange(m_actions, {});
}

std::vector<WatchAction> WatchMachine::on(const WatchEvent& event, base::Instant now) {
  m_now = now;
  std::visit([this](const auto& one) { handle(one); }, event);
  return std::exchange(m_actions, {});
}

// ---- beginning

void WatchMachine::begin() {
  dropStaged();
  if (m_mayWatch && m_knowsInitialEvents) return watch(true);
  // The server's cache at first, which costs it little; then what was seen last, which the cache has too.
  list(m_versionKnown ? m_version : "0");
}

void WatchMachine::list(std::optional<std::string> version) {
  if (!m_staging) m_actions.push_back(BeginStaging{});
  m_staging = true;
  m_doing = Doing::Listing;
  if (version && version->empty()) version.reset();
  // A limit is not heeded by the cache, and would keep the newest from being served by it.
  m_actions.push_back(List{version, {}, version ? 0 : m_options.pageSize});
}

void WatchMachine::watch(bool initialEvents) {
  if (initialEvents) m_actions.push_back(BeginStaging{});
  m_initialEvents = m_staging = initialEvents;
  m_doing = Doing::Opening;
  m_frames = 0;
  m_bookmarked = false;
  m_quiet = m_opened = m_now;
  m_silent = false;
  const auto length = kShortestStream + int(random(std::uint64_t{kLongestStream - kShortestStream}));
  m_actions.push_back(Watch{m_version, initialEvents, length});
  arm(m_options.suspicious);
}

void WatchMachine::openAgain(bool newConnection) {
  m_actions.push_back(Drop{newConnection});
  m_staging || !m_versionKnown ? begin() : watch(false);
}

void WatchMachine::dropStaged() {
  m_staging = false;
  m_initialEvents = false;
}

// Everything up to `version` has come.
void WatchMachine::whole(const std::string& version) {
  m_version = version;
  m_versionKnown = true;
  m_restarted = false;
  m_refusals = 0;
  m_initialEvents = false;
  if (std::exchange(m_staging, false)) m_actions.push_back(TakeStaged{});
  heard();
}

void WatchMachine::heard() {
  m_quiet = m_now;
  m_state.heard = m_now;
  m_state.freshness = m_mayWatch ? Freshness::Live : Freshness::Polled;
  m_state.trouble.reset();
}

// ---- lists

void WatchMachine::handle(const PageCame& event) {
  if (m_doing != Doing::Listing) return;
  // The token decides: a page may hold fewer rows than were asked for, or none (contract D4.3).
  if (!event.continueToken.empty()) {
    m_actions.push_back(List{std::nullopt, event.continueToken, m_options.pageSize});
    return;
  }
  whole(event.resourceVersion);
  if (m_mayWatch) return watch(false);
  m_doing = Doing::Polling;
  arm(m_options.poll);
}

// ---- streams

void WatchMachine::handle(const StreamOpened&) {
  if (m_doing != Doing::Opening) return;
  m_doing = Doing::Watching;
  m_watched = true;
  m_opened = m_now;
  m_quiet = m_now;
  if (m_initialEvents) arm(m_options.initialSilence);
  // Something in between that answers, and then keeps everything back, is no server that says all is told.
  if (!m_staging && !m_silent) heard();
}

void WatchMachine::handle(const FrameCame& frame) {
  if (m_doing != Doing::Watching && m_doing != Doing::Opening) return;
  m_doing = Doing::Watching;
  ++m_frames;
  m_quiet = m_now;
  switch (frame.type) {
    case wire::FrameType::Error: return streamError(frame.status);
    case wire::FrameType::Bookmark: return bookmark(frame);
    case wire::FrameType::Unreadable:
      m_actions.push_back(Drop{});
      return wait({.code = ErrorCode::BadResponse, .subject = "watch"}, Next::Begin);
    default: break;
  }
  // Objects that are there already come in no order: their versions say nothing (contract D4.6).
  if (m_initialEvents) return;
  if (!frame.resourceVersion.empty()) m_version = frame.resourceVersion;
  heard();
}

void WatchMachine::bookmark(const FrameCame& frame) {
  if (!m_initialEvents) {
    m_bookmarked = true;
    if (!frame.resourceVersion.empty()) m_version = frame.resourceVersion;
    return heard();
  }
  if (!frame.initialEventsEnd) return;
  whole(frame.resourceVersion);
  arm(m_options.suspicious);
}

// Once a request is authorised its errors come inside the stream, under status 200 (contract D4.5).
void WatchMachine::streamError(const wire::KubeStatus& status) {
  m_actions.push_back(Drop{});
  watchFailed(kubeError(status));
}

void WatchMachine::handle(const StreamEnded& event) {
  if (m_doing != Doing::Watching && m_doing != Doing::Opening) return;
  const bool veryShort = m_frames == 0 && since(m_opened) < kVeryShort;
  const bool unfinished = m_staging;
  if (unfinished && m_initialEvents && m_failures + 1 >= kMostInitialTries) m_knowsInitialEvents = false;
  const auto next = unfinished ? Next::Begin : Next::Rewatch;
  if (event.error) return wait(*event.error, next);
  if (unfinished || veryShort) return wait({.code = ErrorCode::Interrupted, .subject = "watch"}, next);
  watch(false);  // its time was over
}

void WatchMachine::handle(const CallFailed& event) {
  if (m_doing == Doing::Opening || m_doing == Doing::Watching) return watchFailed(event.error);
  if (m_doing != Doing::Listing) return;
  const auto& error = event.error;
  if (isGone(error) || isFromTheFuture(error)) return versionGone();
  if (isOfPlugin(error)) return refused(error, Freshness::Stale);
  if (error.code == ErrorCode::Forbidden) return refused(error, Freshness::Denied);
  if (error.code == ErrorCode::Credentials) return refused(error, Freshness::Stale);
  if (error.httpStatus == 404) return refused(error, Freshness::Absent);
  wait(error, Next::Begin);
}

void WatchMachine::watchFailed(const base::Error& error) {
  if (isGone(error) || isFromTheFuture(error)) return versionGone();
  if (error.code == ErrorCode::Credentials || isOfPlugin(error)) return refused(error, Freshness::Stale);
  if (error.httpStatus == 404) return refused(error, Freshness::Absent);
  const bool initial = m_initialEvents;
  // Who may not watch may still be allowed to list (k9s#2308); a list tells who may not see it at all.
  if (error.code == ErrorCode::Forbidden || error.httpStatus == 405) {
    if (m_doing == Doing::Watching) m_watched = false;
    m_mayWatch = false;
    return begin();
  }
  if (initial && cannotBeginWithList(error.httpStatus)) {
    m_knowsInitialEvents = false;
    return begin();
  }
  wait(error, initial || !m_versionKnown ? Next::Begin : Next::Rewatch);
}

// What is shown stays, and is held against a list: what was deleted meanwhile is found by it (contract D4.7).
void WatchMachine::versionGone() {
  const bool again = m_restarted;
  m_restarted = true;
  m_version.clear();
  m_versionKnown = false;
  if (m_state.freshness == Freshness::Live) m_state.freshness = Freshness::Stale;
  if (again)
    return wait({.code = ErrorCode::ServerError, .subject = "version", .httpStatus = 410}, Next::Begin);
  dropStaged();
  if (m_mayWatch && m_knowsInitialEvents) return watch(true);
  list(std::nullopt);
}

// Only a person or an administrator can mend it; now and then it is tried all the same. A server that begins
// refuses everybody until it has read who may what, so that what was seen before is asked for again soon.
void WatchMachine::refused(const base::Error& error, Freshness freshness) {
  dropStaged();
  m_doing = Doing::Stopped;
  m_state.freshness = freshness;
  m_state.trouble = error;
  const bool wasSeen = m_state.heard != base::Instant{} && !isOfPlugin(error);
  const auto soon = kRefusedLately * (1 << std::min(m_refusals++, 10));
  arm(wasSeen ? std::min(soon, m_options.askAgain) : m_options.askAgain);
}

void WatchMachine::wait(const base::Error& error, Next next) {
  if (since(m_failed) > m_options.healthy) m_failures = 0;
  m_failed = m_now;
  auto delay = std::min(m_options.longestWait, m_options.firstWait * (1 << std::min(m_failures, 10)));
  delay += base::Milliseconds(random(std::uint64_t(delay.count())));
  if (error.retryAfter) delay = std::max(delay, std::min(*error.retryAfter, m_options.askAgain));
  ++m_failures;
  dropStaged();
  m_doing = Doing::Waiting;
  m_next = next;
  // A stream that breaks is opened again within two seconds; until that fails too it may only lag.
  const bool first = m_failures == 1 && m_state.freshness == Freshness::Live;
  if (m_state.freshness != Freshness::Loading)
    m_state.freshness = first ? Freshness::Lagging : Freshness::Stale;
  m_state.trouble = error;
  arm(delay);
}

// ---- time

void WatchMachine::handle(const TimerFired&) {
  switch (m_doing) {
    case Doing::Waiting: return m_next == Next::Rewatch && m_versionKnown ? watch(false) : begin();
    case Doing::Polling: return poll();
    case Doing::Stopped: return handle(CredentialRenewed{});
    case Doing::Opening:
    case Doing::Watching: return checkSilence();
    default: break;
  }
}

// Now and then it is asked whether watching is allowed by now; soon where it was: a server that begins
// refuses everybody, and may list already when that is asked instead.
void WatchMachine::poll() {
  if (!std::exchange(m_watched, false) && since(m_opened) < m_options.askAgain) return begin();
  m_mayWatch = true;
  m_knowsInitialEvents || !m_versionKnown ? begin() : watch(false);
}

void WatchMachine::checkSilence() {
  const auto quiet = since(m_quiet);
  if (m_initialEvents) {
    const auto most = m_doing == Doing::Opening ? m_options.suspicious : m_options.initialSilence;
    if (quiet < most) return arm(most - quiet);
    const base::Error timeout{.code = ErrorCode::Timeout, .subject = "watch"};
    const bool opened = m_doing == Doing::Watching;
    m_actions.push_back(Drop{!opened});
    // An old server sends what there is and never says that this was all; a proxy may keep back the head.
    if (opened || m_failures + 1 >= kMostInitialTries) m_knowsInitialEvents = false;
    if (!opened) return wait(timeout, Next::Begin);
    m_state.trouble = timeout;
    return begin();
  }
  const auto silent = since(m_state.heard);
  // No server owes bookmarks: none sends any of its events, which it keeps in no cache, and older ones send
  // none of a kind of which nothing has changed since they began. Whether all is told a list says.
  const bool tellsNoTime = m_doing == Doing::Watching && !m_bookmarked;
  if (tellsNoTime && silent >= m_options.suspicious) {
    m_actions.push_back(Drop{silent >= m_options.dead});
    return list(m_version);
  }
  if (silent >= m_options.dead) {
    m_state.freshness = Freshness::Stale;
    m_state.trouble = base::Error{.code = ErrorCode::Timeout, .subject = "watch"};
    openAgain(true);
    m_silent = true;
    return arm(m_options.suspicious);
  }
  if (silent >= m_options.suspicious) {
    m_state.freshness = Freshness::Lagging;
    openAgain(false);
    m_silent = true;
    return arm(m_options.dead - silent);
  }
  arm(m_options.suspicious - silent);
}

void WatchMachine::handle(const Woke&) {
  if (m_state.freshness == Freshness::Live) m_state.freshness = Freshness::Lagging;
  if (m_doing == Doing::Nothing) return;
  // What could not sign in without a network may now.
  if (m_doing == Doing::Stopped) return handle(CredentialRenewed{});
  if (m_doing == Doing::Waiting || m_doing == Doing::Polling) return handle(TimerFired{});
  openAgain(true);
}

void WatchMachine::handle(const CredentialRenewed&) {
  if (m_doing != Doing::Stopped && m_doing != Doing::Polling && m_doing != Doing::Waiting) return;
  m_mayWatch = true;
  begin();
}

void WatchMachine::handle(const RefreshAsked&) {
  if (m_doing == Doing::Stopped || m_doing == Doing::Waiting || m_doing == Doing::Polling)
    handle(CredentialRenewed{});
}

base::Milliseconds WatchMachine::since(base::Instant then) const {
  return std::chrono::duration_cast<base::Milliseconds>(m_now - then);
}

std::uint64_t WatchMachine::random(std::uint64_t most) {
  return base::splitMix64(m_random) % (most + 1);
}

}  // namespace aiagent::cluster
