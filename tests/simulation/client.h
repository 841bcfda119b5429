// Client: one device. A real store in a folder of its own and a SyncMachine, driven one step at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/store/sync_repository.h"
#include "core/sync/sync_machine.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/random.h"
#include "tests/simulation/server_side.h"
#include "tests/support/temp_store.h"

namespace aiagent::simulation {

// Faults of a client that the simulation must find.
enum class Plant { None, Cursor, EarlyCursor, SilentOutbox };

struct ClientOptions {
  int number = 0;
  int person = 0;
  std::uint64_t seed = 0;
  std::filesystem::path folder;  // must not be there yet; what `blank` holds is copied to it
  std::filesystem::path blank;   // a fresh, closed profile
  Plant plant = Plant::None;
  unsigned ahead = 20;  // see WorldOptions
};

class Client {
 public:
  // A request on its way, or its answer.
  struct Exchange {
    Call call;
    bool more = false;      // edits than fit into one push
    bool withheld = false;  // done, but not committed yet
    std::optional<Answer> answer;
  };
  // A copy of the whole folder.
  struct Copy {
    std::filesystem::path folder;
  };

  explicit Client(ClientOptions options);
  ~Client();

  int number() const { return m_options.number; }
  int person() const { return m_options.person; }
  bool running() const { return m_machine != nullptr; }

  void bind(const store::SyncBinding& binding);
  void openStore();  // where it is not open
  void start();      // a new machine on the store
  void stop();       // as after a kill: what was committed is there, nothing else
  void copyProfile();
  bool hasCopy() const { return !m_copy.empty(); }
  void putBack();  // while it is stopped
  void tell(const sync::Event& event);

  bool hasWork() const { return m_work.has_value(); }
  std::string work();  // does what the machine asked for; what that was
  std::optional<Exchange>& exchange() { return m_exchange; }
  std::string receive();  // the answer of the exchange; what became of it
  void fail(sync::Trouble trouble);
  bool timerArmed() const { return m_timer.has_value(); }
  void fireTimer();
  bool atRest() const;
  const sync::State& state() const { return m_machine->state(); }

  bool isOpen() const { return m_store != nullptr; }
  test::TempStore& store() { return *m_store; }
  test::ManualClock& clock() { return m_clock; }
  // The wall clock is `off` from now on; time went on meanwhile.
  void jumpTo(base::Milliseconds off);
  Random& random() { return m_random; }
  store::SyncPosition position();
  // What a person sees of every agent, as one text.
  std::string seen();
  // Everything that is kept for people: agents, versions, inbox, what waits.
  std::string texts();
  void checkFile();

  // Agents that were deleted here, for undo.
  std::vector<domain::Agent>& deleted() { return m_deleted; }

  bool online = true;
  // A digest that does not fit was told since this was last set to false.
  bool digestMissed = false;

 private:
  void perform(const std::vector<sync::Action>& actions);
  void beginPull();
  std::string beginPush();
  std::string misfit(const wire::PullReply& page);
  std::string receivePull(const wire::PullReply& page);
  std::string receivePush(wire::PushReply reply);
  void dropSilently(wire::PushReply& reply);
  void saveCursorEarly(const wire::PullReply& page);
  void done(const sync::Event& event);

  ClientOptions m_options;
  Random m_random;
  Random m_ahead;   // of planning ahead alone
  Random m_idBits;  // of its own: how much an id takes depends on the clock
  test::ManualClock m_clock;
  base::Milliseconds m_off{0};
  std::unique_ptr<base::UuidSource> m_ids;
  std::unique_ptr<test::TempStore> m_store;
  std::unique_ptr<sync::SyncMachine> m_machine;
  std::optional<sync::Action> m_work;
  std::optional<Exchange> m_exchange;
  std::optional<base::Milliseconds> m_timer;
  std::optional<wire::PullReply> m_early;  // planted: the cursor is saved, the page is not applied yet
  std::filesystem::path m_copy;
  std::vector<domain::Agent> m_deleted;
};

}  // namespace aiagent::simulation
