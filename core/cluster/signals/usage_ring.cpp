#include "core/cluster/signals/usage_ring.h"

#include <algorithm>

#include "core/cluster/quantity.h"

namespace aiagent::cluster {
namespace {

bool isWord(std::string_view text, std::size_t least, std::size_t most, std::string_view of) {
  return text.size() >= least && text.size() <= most && text.find_first_not_of(of) == std::string_view::npos;
}

constexpr std::string_view kDigits = "0123456789", kHash = "0123456789abcdefghijklmnopqrstuvwxyz";

void add(Quantity& sum, std::string_view text) {
  if (const auto read = Quantity::parse(text); read && !read->negative()) sum += *read;
}

void push(Points& points, double at, double value) {
  if (points.size() >= UsageRing::kMost) points.erase(points.begin());
  points.push_back({at, value});
}

}  // namespace

bool ownsPod(const SignalScope& scope, std::string_view pod) {
  if (scope.workload.empty()) return true;
  if (!pod.starts_with(scope.workload)) return false;
  auto rest = pod.substr(scope.workload.size());
  if (rest.empty()) return scope.kind == wire::KubeKind::Pod;
  if (rest.front() != '-') return false;
  rest.remove_prefix(1);
  if (scope.kind == wire::KubeKind::StatefulSet) return isWord(rest, 1, 10, kDigits);
  if (scope.kind == wire::KubeKind::DaemonSet) return isWord(rest, 5, 5, kHash);
  if (scope.kind != wire::KubeKind::Deployment) return true;
  const auto dash = rest.find('-');
  return dash != std::string_view::npos && isWord(rest.substr(0, dash), 1, 10, kHash) &&
         isWord(rest.substr(dash + 1), 5, 5, kHash);
}

std::optional<UsagePoint> usageOf(const SignalScope& scope, const std::vector<wire::KubeMetrics>& pods) {
  Quantity cpu, memory;
  base::WallTime newest{};
  for (const auto& pod : pods) {
    if (!wire::told(pod.at) || !ownsPod(scope, pod.name)) continue;
    newest = std::max(newest, pod.at);
    for (const auto& container : pod.usage) {
      add(cpu, container.cpu);
      add(memory, container.memory);
    }
  }
  if (!wire::told(newest)) return std::nullopt;
  return UsagePoint{.at = newest, .cpu = cpu.approximate(), .memory = memory.approximate()};
}

bool UsageRing::add(const UsagePoint& point) {
  if (point.at <= m_newest) return false;
  m_newest = point.at;
  const double at = double(base::toMillis(point.at)) / 1000;
  push(m_cpu, at, point.cpu);
  push(m_memory, at, point.memory);
  return true;
}

}  // namespace aiagent::cluster
