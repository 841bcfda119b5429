// What an operator does to the server, the end, and what is checked then.
#include "tests/simulation/world.h"

namespace aiagent::simulation {
namespace {

constexpr int kMostRounds = 40;
constexpr int kMostSteps = 400;

}  // namespace

bool World::doRole(Client& client) {
  finishSlow();
  auto& person = m_people[std::size_t(client.person())];
  switch (m_random.below(5)) {
    case 0: person.role = "viewer"; break;
    case 1: person.suspended = true; break;
    default: person = {client.person() == 0 ? "admin" : "member"};
  }
  note("person " + std::to_string(client.person()) + " is " + person.role +
       (person.suspended ? ", suspended" : ""));
  m_server.setMember(client.person(), person.role, person.suspended);
  return true;
}

bool World::doGarbage(Client&) {
  if (m_server.naive()) return false;
  finishSlow();
  const std::string keep = m_random.chance(50) ? "0 seconds" : "180 days";
  note("garbage collected, keeping " + keep);
  m_server.collectGarbage(keep);
  m_watch.begin();
  return true;
}

bool World::doSave(Client&) {
  if (m_server.naive()) return false;
  finishSlow();
  note("server saved");
  m_server.save();
  m_saved = true;
  return true;
}

bool World::doRestore(Client&) {
  if (!m_saved) return false;
  finishSlow();
  const bool bump = m_random.chance(75);
  note(bump ? "server set back" : "server set back, and nobody told");
  m_unannounced = m_unannounced || !bump;
  forgiving([&] { m_server.restore(bump); });
  if (!bump) forgiveUnsaved();
  m_watch.begin();
  return true;
}

void World::forgiving(const std::function<void()>& setBack) {
  auto before = findable(m_server, m_clients);
  setBack();
  for (const auto& token : findable(m_server, m_clients)) before.erase(token);
  m_ledger.forgive(before);
}

// Where nobody tells of a restore, what was taken may be gone: the design leaves that to the operator.
void World::forgiveUnsaved() {
  const auto saved = tokensIn(m_server.texts());
  Tokens lost;
  for (const auto& [token, edit] : m_ledger.owed())
    if (!saved.contains(token)) lost.insert(token);
  m_ledger.forgive(lost);
}

// I5: a cursor goes back only where everything was fetched anew.
void World::watchCursors() {
  for (auto& client : m_clients) {
    if (!client->running()) continue;
    auto& was = m_positions[std::size_t(client->number())];
    const auto is = client->position();
    if (is.cursor < was.cursor && was.replacing.empty())
      throw Violation("I5", "client " + std::to_string(client->number()) + ": the cursor went from " +
                                std::to_string(was.cursor) + " to " + std::to_string(is.cursor));
    was = is;
  }
}

void World::heal() {
  finishSlow();
  m_late.clear();
  for (int person = 0; person < ServerSide::kPeople; ++person) {
    m_people[std::size_t(person)] = {person == 0 ? "admin" : "member"};
    m_server.setMember(person, m_people[std::size_t(person)].role, false);
  }
  note("everything heals");
  for (auto& client : m_clients) {
    if (!client->running()) client->start();
    if (!client->online) doOffline(*client);
  }
}

// Until nothing is under way; timers fire when nothing else can be done.
void World::settleDown(Client& client) {
  for (int steps = 0; steps < kMostSteps; ++steps) {
    ++m_now;
    watchCursors();
    if (doWork(client) || doReceive(client) || doDeliver(client)) continue;
    if (client.atRest()) return;
    // An answer from before everything healed stops it; the person goes on.
    const auto phase = client.state().phase;
    if (phase == sync::Phase::SignIn || phase == sync::Phase::Revoked) {
      doAsk(client);
      continue;
    }
    if (!doTimer(client)) break;
  }
  throw Violation("I12", "client " + std::to_string(client.number()) + " does not come to rest");
}

void World::rest() {
  std::int64_t head = -1;
  for (int round = 0; round < kMostRounds; ++round) {
    for (auto& client : m_clients) {
      client->tell(sync::Asked{});
      settleDown(*client);
      watchCursors();
    }
    const auto now = m_server.state().head;
    if (now == head) return;
    head = now;
  }
  throw Violation("I12", "the clients never agree");
}

// I13: one more look writes nothing.
void World::checkQuiet() {
  for (auto& client : m_clients) {
    const auto before = localWrites(*client);
    client->tell(sync::Asked{});
    settleDown(*client);
    if (localWrites(*client) != before)
      throw Violation("I13",
                      "client " + std::to_string(client->number()) + " writes although nothing happened");
  }
}

void World::checkAll() {
  const auto state = m_server.state();
  checkServer(state);
  for (auto& client : m_clients) {
    checkClient(*client, state);
    client->checkFile();
    if (client->digestMissed && !m_unannounced)
      throw Violation("I15",
                      "client " + std::to_string(client->number()) + " had other rows than the server");
  }
  checkTexts(m_server, m_clients, m_ledger);
  checkQuiet();
}

void World::run() {
  for (int i = 0; i < m_options.steps; ++i) step();
  heal();
  rest();
  checkAll();
}

}  // namespace aiagent::simulation
