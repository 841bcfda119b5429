// LogBuffer: the newest lines of a log, so many and no more. Pure; call from one thread.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>

#include "core/cluster/logs/log_lines.h"

namespace aiagent::cluster {

struct LogLimits {
  std::size_t lines = 50'000;
  std::size_t bytes = 32u << 20;  // of their texts
};

class LogBuffer {
 public:
  explicit LogBuffer(LogLimits limits = {}) : m_limits(limits) {}

  // What has to make room goes to `evicted`, oldest first; its owner may keep it elsewhere.
  void add(LogLine line, const std::function<void(const LogLine&)>& evicted = {});
  void clear();

  std::size_t size() const { return m_lines.size(); }
  const LogLine& at(std::size_t index) const { return m_lines[index]; }
  // How many came before at(0): with it an index becomes a number that stays.
  std::uint64_t evicted() const { return m_evicted; }
  std::size_t bytes() const { return m_bytes; }

 private:
  const LogLimits m_limits;
  std::deque<LogLine> m_lines;
  std::size_t m_bytes = 0;
  std::uint64_t m_evicted = 0;
};

}  // namespace aiagent::cluster
