// The network between devices and server.
#include "tests/simulation/world.h"

namespace aiagent::simulation {

Answer World::call(const Call& call) {
  const auto& person = m_people[std::size_t(call.person)];
  auto answer = m_server.call(call);
  m_watch.after(call, answer, !person.suspended, !person.suspended && person.role != "viewer");
  return answer;
}

bool World::doDeliver(Client& client) {
  auto& exchange = client.exchange();
  if (!client.running() || !exchange || exchange->answer || exchange->withheld) return false;
  exchange->answer = call(exchange->call);
  note(client, "delivered " + std::to_string(exchange->answer->status));
  return true;
}

bool World::doDropRequest(Client& client) {
  if (!client.running() || !client.exchange() || client.exchange()->answer) return false;
  note(client, "request lost");
  client.fail({.kind = sync::TroubleKind::Network, .reason = "timeout"});
  return true;
}

bool World::doDelay(Client& client) {
  if (!client.running() || !client.exchange() || client.exchange()->answer) return false;
  note(client, "request delayed");
  m_late.push_back(client.exchange()->call);
  client.fail({.kind = sync::TroubleKind::Network, .reason = "timeout"});
  return true;
}

bool World::doDeliverLate(Client&) {
  if (m_late.empty()) return false;
  const auto at = m_late.begin() + std::ptrdiff_t(m_random.below(m_late.size()));
  const auto late = *at;
  m_late.erase(at);
  note("late request delivered " + std::to_string(call(late).status));
  return true;
}

bool World::doDouble(Client& client) {
  if (!client.running() || !client.exchange() || client.exchange()->answer) return false;
  note(client, "delivered, to come again " + std::to_string(call(client.exchange()->call).status));
  return true;
}

bool World::doDropAnswer(Client& client) {
  if (!client.running() || !client.exchange() || !client.exchange()->answer) return false;
  note(client, "answer lost");
  client.fail({.kind = sync::TroubleKind::Network, .reason = "timeout"});
  return true;
}

bool World::doGarble(Client& client) {
  if (!client.running() || !client.exchange() || !client.exchange()->answer) return false;
  auto& answer = *client.exchange()->answer;
  switch (m_random.below(4)) {
    case 0: answer = {200, "<html>Welcome to the hotel</html>"}; break;
    case 1: answer = {502, "Bad gateway"}; break;
    case 2: answer = {401, R"({"error":"not_signed_in"})"}; break;
    default: answer.body.resize(answer.body.empty() ? 0 : m_random.below(answer.body.size()));
  }
  note(client, "answer broken");
  return true;
}

// Done, and not committed before a later step; until then there is no answer.
bool World::doSlowPush(Client& client) {
  auto& exchange = client.exchange();
  if (!client.running() || !exchange || exchange->answer || !exchange->call.push || m_server.slow())
    return false;
  Answer answer;
  if (m_server.callSlowly(exchange->call, answer)) {
    m_slow = {client.number(), exchange->call, answer};
    exchange->withheld = true;
    note(client, "delivered, commits later");
    return true;
  }
  exchange->answer = answer;
  note(client, "delivered " + std::to_string(answer.status));
  return true;
}

void World::finishSlow() {
  if (!m_server.slow()) return;
  m_server.finishSlow();
  note("slow push commits");
  const auto& person = m_people[std::size_t(m_slow.call.person)];
  m_watch.after(m_slow.call, m_slow.answer, !person.suspended, !person.suspended && person.role != "viewer");
  auto& exchange = m_clients[std::size_t(m_slow.client)]->exchange();
  if (!exchange || !exchange->withheld) return;
  exchange->withheld = false;
  exchange->answer = m_slow.answer;
}

bool World::doFinishSlow(Client&) {
  if (!m_server.slow()) return false;
  finishSlow();
  return true;
}

}  // namespace aiagent::simulation
