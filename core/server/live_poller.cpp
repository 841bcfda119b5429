#include "core/server/live_poller.h"

#include <string>

namespace aiagent::server {
namespace {

using base::Result;
using namespace std::chrono_literals;

constexpr auto kPause = 200ms;
constexpr auto kPauseAfterFailure = 2s;
constexpr int kRightsEvery = 5;  // looks

std::string arrayOf(const std::vector<std::string>& ids) {
  std::string array = "{";
  for (const auto& id : ids) array.append(array.size() > 1 ? "," : "").append(id);
  return array + "}";
}

}  // namespace

LivePoller::LivePoller(LiveHub& hub, base::SecretString databaseUrl,
                       std::function<void(const base::Error&)> failed)
    : m_hub(hub), m_url(std::move(databaseUrl)), m_failed(std::move(failed)), m_thread([this] { run(); }) {}

LivePoller::~LivePoller() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
  }
  m_stopped.notify_all();
  m_thread.join();
}

// False: it is time to end.
bool LivePoller::sleep(std::chrono::milliseconds time) {
  std::unique_lock lock(m_mutex);
  return !m_stopped.wait_for(lock, time, [this] { return m_stop; });
}

void LivePoller::run() {
  bool wasGood = true;
  for (int looks = 0; sleep(wasGood ? kPause : std::chrono::milliseconds(kPauseAfterFailure)); ++looks) {
    const auto looked = look(looks % kRightsEvery == 0);
    if (!looked) m_database.reset();
    if (!looked && wasGood) m_failed(looked.error());
    wasGood = looked.ok();
  }
}

Result<void> LivePoller::look(bool rights) {
  if (m_hub.size() == 0) return {};
  if (!m_database) {
    auto connected = Database::connect(m_url);
    if (!connected) return connected.error();
    m_database.emplace(std::move(*connected));
    if (auto set = m_database->script("SET statement_timeout = '5s'"); !set) return set;
  }
  if (auto looked = lookForChanges(); !looked) return looked;
  return rights ? lookForRights() : Result<void>();
}

Result<void> LivePoller::lookForChanges() {
  auto rows = m_database->query("SELECT id, head FROM sync.workspace WHERE id = ANY($1::uuid[])",
                                {arrayOf(m_hub.spaces())});
  if (!rows) return rows.error();
  for (const auto& row : *rows) m_hub.poke(*row[0], std::stoll(*row[1]));
  return {};
}

Result<void> LivePoller::lookForRights() {
  const auto listeners = m_hub.listeners();
  std::vector<std::string> spaces, users, devices;
  for (const auto& listener : listeners) {
    spaces.push_back(listener->space);
    users.push_back(listener->user);
    devices.push_back(listener->device);
  }
  auto rows = m_database->query(
      "SELECT l.i - 1 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS l(space, member, "
      "device, i) WHERE NOT EXISTS (SELECT 1 FROM sync.membership m WHERE m.workspace_id = l.space AND "
      "m.user_id = l.member AND NOT m.suspended) OR NOT EXISTS (SELECT 1 FROM sync.device d WHERE d.id = "
      "l.device AND d.revoked_at IS NULL AND d.expires_at > now())",
      {arrayOf(spaces), arrayOf(users), arrayOf(devices)});
  if (!rows) return rows.error();
  for (const auto& row : *rows) m_hub.end(*listeners[std::stoul(*row[0])]);
  return {};
}

}  // namespace aiagent::server
