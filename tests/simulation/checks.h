// Checks: the invariants of the sync design (D.14), after a call and at rest.
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "tests/simulation/client.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/server_side.h"

namespace aiagent::simulation {

using Clients = std::vector<std::unique_ptr<Client>>;

// Watches the server over its calls: I8, I9, I10, I11.
class ServerWatch {
 public:
  explicit ServerWatch(ServerSide& server) : m_server(server) {}

  void after(const Call& call, const Answer& answer, bool member, bool writes);
  // What an operator did is taken as it is.
  void begin();

 private:
  ServerSide& m_server;
  ServerState m_before;
  std::set<base::Uuid> m_dead;  // records that were deleted, and not restored since
};

// Everything that stands somewhere a person can find it.
Tokens findable(ServerSide& server, Clients& clients);

// I1, I2.
void checkTexts(ServerSide& server, Clients& clients, const Ledger& ledger);
// I3, I4, I12, I15.
void checkClient(Client& client, const ServerState& server);
// I15 of the server alone.
void checkServer(const ServerState& server);
std::int64_t localWrites(Client& client);

}  // namespace aiagent::simulation
