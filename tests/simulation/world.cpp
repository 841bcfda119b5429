#include "tests/simulation/world.h"

#include "tests/simulation/edits.h"

namespace aiagent::simulation {
namespace {

constexpr int kClients = 3;

}  // namespace

World::World(ServerSide& server, WorldOptions options)
    : m_server(server), m_options(std::move(options)), m_random(m_options.seed * 77 + 5), m_watch(server) {
  for (const auto& one : steps())
    m_weights.push_back(one.fault ? one.weight * m_random.pick<unsigned>({0, 0, 1, 1, 3}) : one.weight);
  m_server.begin(m_options.seed);
  m_watch.begin();
  for (int number = 0; number < kClients; ++number) {
    const int person = number < 2 ? 0 : 1;
    m_clients.push_back(
        std::make_unique<Client>(ClientOptions{.number = number,
                                               .person = person,
                                               .seed = m_options.seed,
                                               .folder = m_folder.path() / std::to_string(number),
                                               .blank = m_options.blank,
                                               .plant = m_options.plant,
                                               .ahead = m_options.ahead}));
    auto& client = *m_clients.back();
    // Some begin with a library that was theirs alone.
    for (std::size_t i = m_random.below(3); i > 0; --i)
      note(client, "before: " + edit(client, m_random, m_ledger));
    client.bind({.origin = "https://agents.example.com",
                 .account = m_server.account(person),
                 .email = "somebody@example.org",
                 .workspace = m_server.workspace(),
                 .workspaceName = "Simulated",
                 .role = m_people[std::size_t(person)].role});
    client.start();
    m_positions.push_back(client.position());
  }
}

World::~World() = default;

void World::note(const std::string& told) {
  m_schedule.push_back(std::to_string(m_now) + ' ' + told);
  if (m_schedule.size() > m_options.kept) m_schedule.pop_front();
}

const std::vector<World::Step>& World::steps() {
  static const std::vector<Step> all = {
      {30, false, &World::doEdit},      {3, false, &World::doResolve},    {60, false, &World::doWork},
      {60, false, &World::doDeliver},   {60, false, &World::doReceive},   {10, false, &World::doTimer},
      {8, false, &World::doPoke},       {2, false, &World::doAsk},        {10, false, &World::doStart},
      {6, false, &World::doFinishSlow}, {3, true, &World::doDropRequest}, {3, true, &World::doDelay},
      {4, true, &World::doDeliverLate}, {4, true, &World::doDouble},      {4, true, &World::doDropAnswer},
      {3, true, &World::doGarble},      {14, true, &World::doSlowPush},   {1, true, &World::doVerify},
      {3, true, &World::doOffline},     {3, true, &World::doCrash},       {2, true, &World::doJump},
      {2, true, &World::doRole},        {1, true, &World::doGarbage},     {1, true, &World::doSave},
      {1, true, &World::doRestore},     {1, true, &World::doCopy},        {1, true, &World::doPutBack},
  };
  return all;
}

void World::step() {
  ++m_now;
  unsigned total = 0;
  for (const auto weight : m_weights) total += weight;
  auto& client = *m_clients[m_random.below(m_clients.size())];
  client.clock().advance(base::Milliseconds(40));
  while (true) {
    auto dice = m_random.below(total);
    std::size_t which = 0;
    while (dice >= m_weights[which]) dice -= m_weights[which++];
    if ((this->*steps()[which].does)(client)) return watchCursors();
  }
}

// ---- people

bool World::doEdit(Client& client) {
  if (!client.isOpen() || client.position().binding.role == "viewer") return false;
  const auto told = edit(client, m_random, m_ledger);
  if (told.empty()) return false;
  note(client, told);
  if (client.running()) client.tell(sync::Edited{});
  return true;
}

bool World::doResolve(Client& client) {
  if (!client.isOpen() || client.position().binding.role == "viewer") return false;
  const auto told = resolve(client, m_random, m_ledger);
  if (told.empty()) return false;
  note(client, told);
  if (client.running()) client.tell(sync::Edited{});
  return true;
}

bool World::doAsk(Client& client) {
  if (!client.running()) return false;
  note(client, "asks");
  client.tell(client.state().phase == sync::Phase::SignIn ? sync::Event(sync::SignedIn{}) : sync::Asked{});
  return true;
}

bool World::doVerify(Client& client) {
  if (!client.running()) return false;
  note(client, "asks for a check");
  client.tell(sync::VerifyAsked{});
  return true;
}

// ---- the client's program

bool World::doWork(Client& client) {
  if (!client.running() || !client.hasWork()) return false;
  note(client, client.work());
  return true;
}

bool World::doReceive(Client& client) {
  if (!client.running() || !client.exchange() || !client.exchange()->answer) return false;
  note(client, client.receive());
  return true;
}

bool World::doTimer(Client& client) {
  if (!client.running() || !client.timerArmed()) return false;
  note(client, "timer, phase " + std::to_string(int(client.state().phase)));
  client.fireTimer();
  return true;
}

bool World::doPoke(Client& client) {
  if (!client.running()) return false;
  note(client, "poked");
  client.tell(sync::Poked{});
  return true;
}

bool World::doOffline(Client& client) {
  if (!client.running()) return false;
  client.online = !client.online;
  note(client, client.online ? "online" : "offline");
  client.tell(sync::NetworkChanged{.online = client.online});
  return true;
}

bool World::doCrash(Client& client) {
  if (!client.running()) return false;
  note(client, "crash");
  client.stop();
  return true;
}

bool World::doStart(Client& client) {
  if (client.running()) return false;
  note(client, "start");
  client.start();
  client.checkFile();
  return true;
}

bool World::doJump(Client& client) {
  const auto days = static_cast<std::int64_t>(m_random.below(29)) - 14;
  note(client, "clock at " + std::to_string(days) + " days");
  if (m_options.jumps) client.jumpTo(std::chrono::hours(24 * days));
  return true;
}

bool World::doCopy(Client& client) {
  if (client.running() || client.hasCopy()) return false;
  note(client, "folder copied");
  client.copyProfile();
  return true;
}

bool World::doPutBack(Client& client) {
  if (client.running() || !client.hasCopy()) return false;
  note(client, "folder put back");
  forgiving([&] { client.putBack(); });
  m_positions[std::size_t(client.number())] = {};
  return true;
}

}  // namespace aiagent::simulation
