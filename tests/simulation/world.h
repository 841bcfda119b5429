// World: one seed. People, devices, a network that loses, doubles and delays, and an operator; then
// everything heals, comes to rest, and is checked.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/simulation/checks.h"
#include "tests/simulation/client.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/random.h"
#include "tests/simulation/server_side.h"
#include "tests/support/temp_folder.h"

namespace aiagent::simulation {

struct WorldOptions {
  std::uint64_t seed = 1;
  int steps = 200;
  bool jumps = true;  // whether clocks jump; the same schedule otherwise
  Plant plant = Plant::None;
  unsigned ahead = 20;  // of a hundred pushes, how many have the next planned while they are under way
  std::filesystem::path blank;
  std::size_t kept = 60;  // steps of the schedule
};

class World {
 public:
  World(ServerSide& server, WorldOptions options);
  ~World();

  // Throws Violation.
  void run();
  const std::deque<std::string>& schedule() const { return m_schedule; }  // the newest steps
  std::vector<std::string> essence() { return m_server.essence(); }

 private:
  struct Step {
    unsigned weight;
    bool fault;                    // some seeds have none of it, some have more
    bool (World::*does)(Client&);  // false: not possible now
  };
  struct Person {
    std::string role;
    bool suspended = false;
  };
  struct Slow {
    int client = 0;
    Call call;
    Answer answer;
  };
  static const std::vector<Step>& steps();

  void note(const std::string& told);
  void note(const Client& client, const std::string& told) {
    note('c' + std::to_string(client.number()) + ' ' + told);
  }
  void step();

  bool doEdit(Client& client);
  bool doResolve(Client& client);
  bool doWork(Client& client);
  bool doDeliver(Client& client);
  bool doReceive(Client& client);
  bool doDropRequest(Client& client);
  bool doDelay(Client& client);
  bool doDeliverLate(Client& client);
  bool doDouble(Client& client);
  bool doDropAnswer(Client& client);
  bool doGarble(Client& client);
  bool doSlowPush(Client& client);
  bool doFinishSlow(Client& client);
  bool doTimer(Client& client);
  bool doPoke(Client& client);
  bool doAsk(Client& client);
  bool doVerify(Client& client);
  bool doOffline(Client& client);
  bool doCrash(Client& client);
  bool doStart(Client& client);
  bool doJump(Client& client);
  bool doRole(Client& client);
  bool doGarbage(Client& client);
  bool doSave(Client& client);
  bool doRestore(Client& client);
  bool doCopy(Client& client);
  bool doPutBack(Client& client);

  Answer call(const Call& call);
  void finishSlow();
  // Nobody owes what was to be found before alone: setting back is no fault of sync.
  void forgiving(const std::function<void()>& setBack);
  void forgiveUnsaved();
  void watchCursors();
  void heal();
  void rest();
  void settleDown(Client& client);
  void checkQuiet();
  void checkAll();

  ServerSide& m_server;
  const WorldOptions m_options;
  Random m_random;
  std::vector<unsigned> m_weights;
  test::TempFolder m_folder;
  Ledger m_ledger;
  Clients m_clients;
  ServerWatch m_watch;
  std::vector<Person> m_people{{"admin"}, {"member"}};
  Slow m_slow;
  std::vector<Call> m_late;  // requests that nobody waits for any more
  std::vector<store::SyncPosition> m_positions;
  std::deque<std::string> m_schedule;
  int m_now = 0;
  bool m_saved = false;
  bool m_unannounced = false;  // the server was set back and nobody was told
};

}  // namespace aiagent::simulation
