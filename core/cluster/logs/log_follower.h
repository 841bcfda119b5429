// LogFollower: keeps up with the log of one container. Pure: no network, lines or clock.
//
// A stream that breaks is opened again from the last stamp on (LogRepeats drops what comes twice). One that
// ends by itself is asked for again too: the container may have been started anew, and a container that waits
// to be restarted shows the log of its last run. A pod that is gone ends it; what was read stays with the
// owner. By PodLogOptions of core/v1 and the refusals of registry/core/pod and the kubelet (contract D12).
// Call from one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/cluster/watch_machine.h"

namespace aiagent::cluster {

enum class LogState : std::uint8_t {
  Opening,       // nothing has come yet
  Following,     // each line is told as it is written
  Whole,         // all was read, and no more was wanted
  Ended,         // the container has ended; its next run is waited for
  Waiting,       // the container has not been started yet; `trouble` has the server's words
  Reconnecting,  // the stream broke, or the server cannot be reached
  NoContainer,   // the pod has no container of that name, or several and none was named
  NoPrevious,    // there was no run before this one
  Denied,        // not allowed to read logs
  Gone,          // the pod is no more: these are its last lines
};
std::string_view toWord(LogState state);
// Nothing more will come by itself.
bool isOver(LogState state);

struct LogOpened {
  bool empty = false;  // 204: no node runs the pod yet
};
struct LogCame {           // lines that did not come before
  std::int64_t nanos = 0;  // the newest stamp among them
};
struct LogEnded {
  std::optional<base::Error> error;  // none: the server ended it
};
struct LogFailed {
  base::Error error;  // before anything came (cluster::kubeError)
};
struct LogTimerFired {};
struct LogWoke {};         // the computer slept, or has another network
struct LogAsked {};        // a person wants it now, or the container was started anew
struct LogPodFinished {};  // the pod has come to its end: its containers are not started again
struct LogPodGone {};      // somebody saw it deleted
using LogEvent = std::variant<LogOpened, LogCame, LogEnded, LogFailed, LogTimerFired, LogWoke, LogAsked,
                              LogPodFinished, LogPodGone>;

struct OpenLog {
  bool follow = true, previous = false;
  std::optional<int> tailLines;
  std::string sinceTime;  // empty: from the beginning
  bool operator==(const OpenLog&) const = default;
};
struct DropLog {
  bool connection = false;  // nor may others use its connection
  bool operator==(const DropLog&) const = default;
};
struct ArmLogTimer {
  base::Milliseconds delay{};
  bool operator==(const ArmLogTimer&) const = default;
};
using LogAction = std::variant<OpenLog, DropLog, ArmLogTimer>;

struct LogFollowing {
  LogState state = LogState::Opening;
  Freshness freshness = Freshness::Loading;
  std::optional<base::Error> trouble;
  bool mayHavePrevious = false;  // the container has ended: the log of its last run may be asked for
  bool operator==(const LogFollowing&) const = default;
};

struct LogOptions {
  bool follow = true;
  bool previous = false;  // the run before this one, which is read once
  std::optional<int> tailLines;
  std::string sinceTime;
  std::uint64_t seed = 1;
  base::Milliseconds firstWait{800};  // doubles; as long again of jitter
  base::Milliseconds longestWait{30'000};
  base::Milliseconds healthy{120'000};
  // A log may be silent for hours, and so may a connection that is dead: it is opened anew after so long.
  base::Milliseconds quiet{180'000};
  base::Milliseconds askAgain{300'000};  // for what is denied
  base::Milliseconds settled{2'000};     // a stream that stays open so long is of a container that runs
  base::Milliseconds lastWords{10'000};  // of a pod that was deleted
};

class LogFollower {
 public:
  explicit LogFollower(LogOptions options = {});

  std::vector<LogAction> start(base::Instant now);
  std::vector<LogAction> on(const LogEvent& event, base::Instant now);

  const LogFollowing& state() const { return m_state; }

 private:
  void handle(const LogOpened& event);
  void handle(const LogCame& event);
  void handle(const LogEnded& event);
  void handle(const LogFailed& event);
  void handle(const LogTimerFired&);
  void handle(const LogWoke&);
  void handle(const LogAsked&);
  void handle(const LogPodFinished&);
  void handle(const LogPodGone&);

  void open();
  void following();
  void stop(LogState state, Freshness freshness, std::optional<base::Error> trouble = {});
  void refused(const base::Error& error);
  void wait(LogState state, std::optional<base::Error> trouble);
  void arm(base::Milliseconds delay) { m_actions.push_back(ArmLogTimer{delay}); }

  const LogOptions m_options;
  std::uint64_t m_random;
  std::vector<LogAction> m_actions;
  LogFollowing m_state;
  base::Instant m_now{}, m_failed{}, m_quiet{};
  std::int64_t m_newest = 0;
  bool m_open = false;    // a stream is asked for or there
  bool m_opened = false;  // it is there
  bool m_came = false;    // something came over it
  bool m_empty = false;   // it had no body
  bool m_finished = false, m_gone = false;
  int m_failures = 0;
};

}  // namespace aiagent::cluster
