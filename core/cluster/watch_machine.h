// WatchMachine: keeps the list of one kind in step with an API server. Pure: no network, rows or clock.
//
// It follows client-go's reflector (tools/cache/reflector.go) and the notes of the API's own types: a watch
// that begins with the list where the server can, list and watch where it cannot, and a list every while
// where watching is not allowed. The driver does what an action says and answers with events; it holds the
// rows. While `staging()` rows that come are to be kept apart; `TakeStaged` puts them in the place of all
// that is shown. At most one call and one timer are under way; a newer action of a sort replaces the older.
// In every state that can end by itself a timer is armed. Call from one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/wire/kube_events.h"

namespace aiagent::cluster {

// How far what is shown can be believed. Part of every row and figure.
enum class Freshness : std::uint8_t {
  Loading,  // nothing has come yet
  Live,     // told of every change as it happens
  Lagging,  // nothing was heard for longer than a server is silent, or the stream is being opened anew
  Stale,    // the server cannot be reached, or does not answer: this is how it was
  Polled,   // asked for now and then, as watching is not allowed
  Denied,   // not allowed to see it
  Absent,   // the server has no such kind
};
std::string_view toWord(Freshness freshness);

// ---- events

struct PageCame {
  std::string resourceVersion;
  std::string continueToken;
};
struct StreamOpened {};
struct FrameCame {
  wire::FrameType type = wire::FrameType::Modified;
  std::string resourceVersion;
  bool initialEventsEnd = false;
  wire::KubeStatus status;  // of an Error
};
struct StreamEnded {
  std::optional<base::Error> error;  // none: the server ended it
};
struct CallFailed {
  base::Error error;  // of a list, or of a watch before its head (cluster::kubeError)
};
struct TimerFired {};
struct Woke {};               // the computer slept, or has another network
struct CredentialRenewed {};  // or rights may have changed: a person asks for it
struct RefreshAsked {};       // a person wants it looked at now

using WatchEvent = std::variant<PageCame, StreamOpened, FrameCame, StreamEnded, CallFailed, TimerFired, Woke,
                                CredentialRenewed, RefreshAsked>;

// ---- actions

struct List {
  std::optional<std::string> resourceVersion;  // none: the newest ("")
  std::string continueToken;
  int limit = 0;  // 0: all in one answer
  bool operator==(const List&) const = default;
};
struct Watch {
  std::string resourceVersion;
  bool initialEvents = false;  // begins with every object there is
  int timeoutSeconds = 0;
  bool operator==(const Watch&) const = default;
};
// The call that is under way is not heard any more. `connection`: nor may others use its connection.
struct Drop {
  bool connection = false;
  bool operator==(const Drop&) const = default;
};
struct BeginStaging {
  bool operator==(const BeginStaging&) const = default;
};
struct TakeStaged {
  bool operator==(const TakeStaged&) const = default;
};
struct ArmTimer {
  base::Milliseconds delay{};
  bool operator==(const ArmTimer&) const = default;
};

using WatchAction = std::variant<List, Watch, Drop, BeginStaging, TakeStaged, ArmTimer>;

// ---- what a person is told

struct WatchState {
  Freshness freshness = Freshness::Loading;
  base::Instant heard{};               // when the server last said that this is all; the beginning: never
  std::optional<base::Error> trouble;  // why it is not live
  bool operator==(const WatchState&) const = default;
};

struct WatchOptions {
  std::uint64_t seed = 1;             // of jitter and of the streams' lengths
  base::Milliseconds firstWait{800};  // doubles with each failure; as long again of jitter
  base::Milliseconds longestWait{30'000};
  base::Milliseconds healthy{120'000};        // after this long without a failure waits begin anew
  base::Milliseconds suspicious{90'000};      // silence after which a stream is opened anew, or listed
  base::Milliseconds dead{150'000};           // and after which its connection is given up
  base::Milliseconds initialSilence{10'000};  // in the initial events: the server does not know them
  base::Milliseconds poll{15'000};
  base::Milliseconds askAgain{300'000};  // for what is denied or absent
  int pageSize = 500;
};

class WatchMachine {
 public:
  explicit WatchMachine(WatchOptions options = {});

  std::vector<WatchAction> start(base::Instant now);
  std::vector<WatchAction> on(const WatchEvent& event, base::Instant now);

  const WatchState& state() const { return m_state; }
  bool staging() const { return m_staging; }
  // The watch at hand has begun: its end is a StreamEnded, else a CallFailed.
  bool opened() const { return m_doing == Doing::Watching; }

 private:
  enum class Doing { Nothing, Listing, Opening, Watching, Waiting, Polling, Stopped };
  enum class Next { Begin, Rewatch };  // after a wait

  void handle(const PageCame& event);
  void handle(const StreamOpened&);
  void handle(const FrameCame& event);
  void handle(const StreamEnded& event);
  void handle(const CallFailed& event);
  void handle(const TimerFired&);
  void handle(const Woke&);
  void handle(const CredentialRenewed&);
  void handle(const RefreshAsked&);

  void begin();  // everything anew
  void list(std::optional<std::string> version);
  void watch(bool initialEvents);
  void openAgain(bool newConnection);
  void dropStaged();
  void whole(const std::string& version);
  void bookmark(const FrameCame& frame);
  void streamError(const wire::KubeStatus& status);
  void watchFailed(const base::Error& error);
  void versionGone();
  void refused(const base::Error& error, Freshness freshness);
  void wait(const base::Error& error, Next next);
  void checkSilence();
  void poll();
  void heard();
  void arm(base::Milliseconds delay) { m_actions.push_back(ArmTimer{delay}); }
  base::Milliseconds since(base::Instant then) const;
  std::uint64_t random(std::uint64_t most);

  const WatchOptions m_options;
  std::uint64_t m_random;
  std::vector<WatchAction> m_actions;
  WatchState m_state;
  base::Instant m_now{};
  Doing m_doing = Doing::Nothing;
  Next m_next = Next::Begin;
  bool m_staging = false;
  bool m_initialEvents = false;      // of the stream at hand: they have not ended
  bool m_knowsInitialEvents = true;  // the server does, as far as is known
  bool m_mayWatch = true;
  bool m_watched = false;     // it was allowed, and not yet asked for again
  bool m_bookmarked = false;  // the stream at hand has brought one, besides that of its initial events
  bool m_silent = false;      // this stream was opened since the one before fell silent
  bool m_restarted = false;   // a list whose version was gone has been begun anew already
  std::string m_version;      // up to where everything has come; empty: the newest is wanted
  bool m_versionKnown = false;
  int m_frames = 0;  // of the stream at hand
  int m_failures = 0;
  int m_refusals = 0;                               // since all was there
  base::Instant m_failed{}, m_opened{}, m_quiet{};  // m_quiet: since when nothing has come
};

}  // namespace aiagent::cluster
