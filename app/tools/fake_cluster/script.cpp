#include "app/tools/fake_cluster/script.h"

#include <cstdlib>

#include "app/tools/fake_cluster/recordings.h"
#include "core/wire/json_text.h"

namespace aiagent::fake_cluster {
namespace {

constexpr std::size_t kMostNoted = 10'000;

int numberOf(std::string_view json) {
  return std::atoi(std::string(json).c_str());
}

std::string textOf(std::string_view json) {
  return wire::stringFromJson(json).value_or("");
}

}  // namespace

bool Script::take(std::string_view json, const World::Load& load) {
  const auto members = wire::jsonMembers(json);
  if (!members) return false;
  // The world has a lock of its own, and asks for orders under it.
  for (const auto& [name, value] : *members)
    if (name == "reset" || name == "scene") m_world.reset();
  {
    const std::lock_guard lock(m_mutex);
    obey(*members);
  }
  for (const auto& [name, value] : *members)
    if (name == "put" && load) m_world.put(textAt(value, "list"), jsonAt(value, "object"), load);
  return true;
}

void Script::obey(const std::vector<wire::JsonMember>& members) {
  const auto* count = wire::findMember(members, "count");
  const int times = count ? numberOf(count->value) : 1;
  for (const auto& [name, value] : members) {
    auto& orders = m_orders;
    if (name == "reset") {
      orders = {.cuts = orders.cuts};
      m_tokens = m_first;
      m_requests.clear();
    }
    if (name == "scene") orders.scene = textOf(value);
    if (name == "play") orders.play = textOf(value), orders.playSince = Steady::now();
    if (name == "delay") orders.delay = std::chrono::milliseconds(numberOf(value));
    if (name == "status") orders.status = numberOf(value), orders.statusLeft = times, orders.retryAfter = -1;
    if (name == "410") orders.goneLeft = times, orders.goneByHttp = textOf(value) == "http";
    if (name == "cut" && value == "true") ++orders.cuts;
    if (name == "cut" && value != "true") orders.cutAfter = value == "false" ? -1 : numberOf(value);
    if (name == "hang") orders.hang = value == "true";
    if (name == "bookmarks") orders.bookmarks = value == "true";
    if (name == "down") orders.down = value == "true";
    if (name == "clock") orders.clock = std::chrono::seconds(numberOf(value));
    if (name == "tables") orders.tables = textOf(value);
    if (name == "discovery") orders.discovery = textOf(value);
    if (name == "log" && value == "true") orders.logSince = Steady::now();
    if (name == "log" && value != "true") orders.logPrevious = textOf(value);
    if (name == "logPace") orders.logPace = numberOf(value);
    if (name == "logLines") orders.logLines = numberOf(value);
    if (name == "revoke") m_tokens.erase(textOf(value));
    if (name == "accept")
      for (const auto& [token, user] : wire::jsonMembers(value).value_or(std::vector<wire::JsonMember>()))
        m_tokens[token] = textOf(user);
  }
  if (const auto* wait = wire::findMember(members, "retryAfter")) m_orders.retryAfter = numberOf(wait->value);
}

int Script::logMillis() const {
  const auto passed = Steady::now() - orders().logSince;
  return int(double(std::chrono::duration_cast<std::chrono::milliseconds>(passed).count()) * m_speed);
}

Orders Script::orders() const {
  const std::lock_guard lock(m_mutex);
  return m_orders;
}

std::optional<std::pair<int, int>> Script::nextStatus() {
  const std::lock_guard lock(m_mutex);
  if (m_orders.statusLeft == 0) return std::nullopt;
  if (m_orders.statusLeft > 0) --m_orders.statusLeft;
  return std::pair(m_orders.status, m_orders.retryAfter);
}

bool Script::nextGone() {
  const std::lock_guard lock(m_mutex);
  if (m_orders.goneLeft == 0) return false;
  if (m_orders.goneLeft > 0) --m_orders.goneLeft;
  return true;
}

std::string Script::userOf(const std::string& token) const {
  const std::lock_guard lock(m_mutex);
  const auto found = m_tokens.find(token);
  return found == m_tokens.end() ? "bad-token" : found->second;
}

void Script::note(std::string request) {
  const std::lock_guard lock(m_mutex);
  if (m_requests.size() < kMostNoted) m_requests.push_back(std::move(request));
}

void Script::streamOpened(int by) {
  const std::lock_guard lock(m_mutex);
  m_streams += by;
}

std::string Script::report() const {
  const std::lock_guard lock(m_mutex);
  wire::JsonArray requests;
  for (const auto& request : m_requests) requests.text(request);
  return wire::JsonObject().integer("streams", m_streams).raw("requests", requests.take()).take();
}

}  // namespace aiagent::fake_cluster
