// SyncMachine: when to pull, when to push, when to wait and for how long. Pure: no store, network or clock.
//
// The driver does what an action says, one at a time, and answers with an event; it keeps everything that
// must survive in the store, so that a machine may be thrown away at any moment and begun anew. At most one
// timer is armed: a newer ArmTimer replaces the older. In every state that can end by itself a timer is
// armed. Call from one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/sync/trouble.h"

namespace aiagent::sync {

// ---- events

struct Edited {};  // the library has an edit to send
struct Poked {};   // the server says that something changed
struct LiveChanged {
  bool open;
};  // whether pokes can come
struct NetworkChanged {
  bool online;  // false: a hint; now and then, and when somebody asks, it is tried all the same
};
struct SignedIn {};     // there is a credential (again)
struct Asked {};        // a person wants it now
struct VerifyAsked {};  // a person wants everything held against the server
struct TimerFired {};

struct Pulled {  // of Pull: a page was taken
  bool complete = false;
  bool digestFits = true;
  bool rewound = false;
  bool pushFirst = false;  // nothing was taken: answers to edits of this device have to be heard first
};
struct Pushed {                // of Push
  int sent = 0;                // edits in the request; 0: there was nothing to send
  bool pullWanted = false;     // an edit met another's
  bool caughtUp = false;       // its answers told all that there is
  bool waitsForFiles = false;  // what is left has to wait for files to be uploaded
  bool more = false;           // it did not fit into one request
};
struct Done {};  // of NewClient and Replace
struct Failed {
  Trouble trouble;
};  // of any of them

using Event = std::variant<Edited, Poked, LiveChanged, NetworkChanged, SignedIn, Asked, VerifyAsked,
                           TimerFired, Pulled, Pushed, Done, Failed>;

// ---- actions

struct Pull {};       // one page: ask, take
struct Push {};       // plan, ask, settle
struct NewClient {};  // store::mintClient
struct Replace {
  std::string reason;
};  // store::beginReplacing
struct ArmTimer {
  base::Milliseconds delay;
};

using Action = std::variant<Pull, Push, NewClient, Replace, ArmTimer>;

// ---- what a person is told

enum class Phase {
  UpToDate,
  Syncing,
  Waiting,  // tried again by itself: `trouble` says why
  Offline,  // there is no network
  SignIn,   // sign in again
  Revoked,
  Upgrade,
};

struct State {
  Phase phase = Phase::Syncing;
  std::optional<Trouble> trouble;  // why it waits or stopped
  bool operator==(const State&) const = default;
};

struct MachineOptions {
  std::uint64_t seed = 1;  // of the jitter
  // Doubles with each failure, with full jitter. Without a connection it is an eighth of the time for which
  // there was none, or less: who was away shortly is back soon, who is away for hours asks seldom.
  base::Milliseconds firstWait{1'000};
  base::Milliseconds longestWait{300'000};
  base::Milliseconds pollWithLive{300'000};  // how often to look although pokes come
  base::Milliseconds pollAlone{30'000};      // without them; up to twice as long
};

class SyncMachine {
 public:
  explicit SyncMachine(MachineOptions options = {});

  std::vector<Action> start();
  std::vector<Action> on(const Event& event, base::Instant now);

  const State& state() const { return m_state; }
  // An action is being done.
  bool busy() const { return m_doing != Doing::Nothing; }
  // Nothing is under way and nothing is known that should be.
  bool atRest() const { return m_doing == Doing::Nothing && !m_pull && !m_push; }

 private:
  enum class Doing { Nothing, Pulling, Pushing, Minting, Replacing };

  void handle(const Edited&);
  void handle(const Poked&);
  void handle(const LiveChanged& event);
  void handle(const NetworkChanged& event);
  void handle(const SignedIn&);
  void handle(const Asked&);
  void handle(const VerifyAsked&);
  void handle(const TimerFired&);
  void handle(const Pulled& event);
  void handle(const Pushed& event);
  void handle(const Done&);
  void handle(const Failed& event);

  std::vector<Action> next();
  Action begin(Doing doing, Action action);
  void wentWell(Doing doing);
  void wait(Trouble trouble);
  base::Milliseconds untilNextTry(TroubleKind kind);
  void stop(Phase phase, const Trouble& trouble);
  void tryNow();
  void wantPull();
  void wantPush();
  base::Milliseconds jitter(base::Milliseconds least, base::Milliseconds most);

  const MachineOptions m_options;
  std::uint64_t m_random;
  State m_state;
  Doing m_doing = Doing::Nothing;
  bool m_pull = false, m_push = false, m_mint = false;
  bool m_pullAgain = false, m_pushAgain = false;  // wanted while just that was being done
  bool m_pushFirst = false;
  int m_pushes = 0;           // since the last pull
  bool m_tryOffline = false;  // the system may be wrong: once all the same
  bool m_live = false, m_online = true, m_stopped = false, m_replaced = false;
  std::string m_replace;  // the reason; empty: not wanted
  int m_failures = 0;     // in a row, of what failed last
  int m_refusals = 0;     // those of them that were no matter of the network
  base::Instant m_now{};
  std::optional<base::Instant> m_awaySince;  // the first try that found no connection
  Doing m_failed = Doing::Nothing;           // what that was; another's success says nothing of it
  std::optional<base::Milliseconds> m_wait;  // to be armed before anything else is done
  bool m_waiting = false;
  std::optional<bool> m_restLive;  // the timer of rest is armed, with or without hints
};

}  // namespace aiagent::sync
