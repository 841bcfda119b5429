#include "core/cluster/logs/log_merger.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace aiagent::cluster {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::size_t kMostSeen = 200'000;  // of one second; who writes more may show some lines twice

}  // namespace

void LogRepeats::reopened() {
  m_expected.clear();
  for (const auto& seen : m_seen) m_expected.emplace(seen.nanos, seen.hash);
}

bool LogRepeats::isNew(const LogLine& line) {
  const auto hash = std::hash<std::string>()(line.text);
  const auto [begin, end] = m_expected.equal_range(line.nanos);
  for (auto at = begin; at != end; ++at)
    if (at->second == hash) {
      m_expected.erase(at);
      return false;
    }
  if (line.nanos > m_newest) m_newest = line.nanos;
  m_seen.push_back({line.nanos, hash});
  const auto second = m_newest / kSecond * kSecond;
  while (!m_seen.empty() && (m_seen.front().nanos < second || m_seen.size() > kMostSeen)) m_seen.pop_front();
  return true;
}

void LogMerger::add(LogLine line, base::Instant now) {
  m_held.push_back({std::move(line), now});
}

void LogMerger::sort() {
  const auto earlier = [](const Held& a, const Held& b) { return a.line.nanos < b.line.nanos; };
  const auto middle = m_held.begin() + std::ptrdiff_t(m_sorted);
  std::stable_sort(middle, m_held.end(), earlier);
  std::inplace_merge(m_held.begin(), middle, m_held.end(), earlier);
  m_sorted = m_held.size();
}

std::vector<LogLine> LogMerger::take(base::Instant now) {
  if (m_sources <= 1) return takeFirst(m_held.size());
  sort();
  auto count = m_held.size() > m_most ? m_held.size() - m_most : 0;
  for (auto at = m_held.size(); at > count; --at)
    if (m_held[at - 1].came + m_window <= now) {
      count = at;
      break;
    }
  return takeFirst(count);
}

std::vector<LogLine> LogMerger::takeAll() {
  if (m_sources > 1) sort();
  return takeFirst(m_held.size());
}

std::vector<LogLine> LogMerger::takeFirst(std::size_t count) {
  std::vector<LogLine> lines;
  lines.reserve(count);
  for (std::size_t i = 0; i < count; ++i) lines.push_back(std::move(m_held[i].line));
  m_held.erase(m_held.begin(), m_held.begin() + std::ptrdiff_t(count));
  m_sorted = m_sorted > count ? m_sorted - count : 0;
  return lines;
}

}  // namespace aiagent::cluster
