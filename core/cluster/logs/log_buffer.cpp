#include "core/cluster/logs/log_buffer.h"

#include <utility>

namespace aiagent::cluster {

void LogBuffer::add(LogLine line, const std::function<void(const LogLine&)>& evicted) {
  m_bytes += line.text.size();
  m_lines.push_back(std::move(line));
  while (m_lines.size() > 1 && (m_lines.size() > m_limits.lines || m_bytes > m_limits.bytes)) {
    const auto& oldest = m_lines.front();
    if (evicted) evicted(oldest);
    m_bytes -= oldest.text.size();
    m_lines.pop_front();
    ++m_evicted;
  }
}

void LogBuffer::clear() {
  m_lines.clear();
  m_bytes = 0;
  m_evicted = 0;
}

}  // namespace aiagent::cluster
