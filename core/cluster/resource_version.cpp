#include "core/cluster/resource_version.h"

namespace aiagent::cluster {

bool validVersion(std::string_view version) {
  return !version.empty() && version.front() != '0' &&
         version.find_first_not_of("0123456789") == version.npos;
}

std::optional<std::strong_ordering> compareVersions(std::string_view a, std::string_view b) {
  if (!validVersion(a) || !validVersion(b)) return std::nullopt;
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

bool isBefore(std::string_view a, std::string_view b) {
  const auto order = compareVersions(a, b);
  return order && *order == std::strong_ordering::less;
}

}  // namespace aiagent::cluster
