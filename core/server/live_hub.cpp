#include "core/server/live_hub.h"

#include <algorithm>

namespace aiagent::server {

bool LiveHub::add(const ListenerPointer& listener) {
  const std::lock_guard lock(m_mutex);
  if (m_size >= m_most) return false;
  m_spaces[listener->space].push_back(listener);
  ++m_size;
  return true;
}

void LiveHub::remove(const ListenerPointer& listener) {
  const std::lock_guard lock(m_mutex);
  const auto at = m_spaces.find(listener->space);
  if (at == m_spaces.end()) return;
  m_size -= std::erase(at->second, listener);
  if (at->second.empty()) m_spaces.erase(at);
}

void LiveHub::poke(const std::string& space, std::int64_t head) {
  const std::lock_guard lock(m_mutex);
  const auto at = m_spaces.find(space);
  if (at == m_spaces.end()) return;
  for (const auto& listener : at->second) {
    auto seen = listener->head.load();
    while (seen < head && !listener->head.compare_exchange_weak(seen, head)) {
    }
    if (seen < head) listener->wake();
  }
}

void LiveHub::end(Listener& listener) {
  listener.ended = true;
  listener.wake();
}

std::int64_t LiveHub::head(const std::string& space) const {
  const std::lock_guard lock(m_mutex);
  const auto at = m_spaces.find(space);
  std::int64_t head = 0;
  if (at == m_spaces.end()) return head;
  for (const auto& listener : at->second) head = std::max(head, listener->head.load());
  return head;
}

std::vector<std::string> LiveHub::spaces() const {
  const std::lock_guard lock(m_mutex);
  std::vector<std::string> all;
  all.reserve(m_spaces.size());
  for (const auto& [space, listeners] : m_spaces) all.push_back(space);
  return all;
}

std::vector<ListenerPointer> LiveHub::listeners() const {
  const std::lock_guard lock(m_mutex);
  std::vector<ListenerPointer> all;
  all.reserve(m_size);
  for (const auto& [space, listeners] : m_spaces) all.insert(all.end(), listeners.begin(), listeners.end());
  return all;
}

std::size_t LiveHub::size() const {
  const std::lock_guard lock(m_mutex);
  return m_size;
}

}  // namespace aiagent::server
