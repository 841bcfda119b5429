#include "core/cluster/signals/google_metrics.h"

#include <string_view>

#include "core/cluster/server_address.h"

namespace aiagent::cluster {
namespace {

constexpr std::string_view kHost = "monitoring.googleapis.com";
constexpr std::string_view kPlugin = "gke-gcloud-auth-plugin";

}  // namespace

bool isGooglePrometheus(const std::string& url) {
  const auto address = serverAddress(url, false);
  return address && address->starts_with("https://") && hostOf(*address) == kHost;
}

bool signsInAtGoogle(const ClusterAccess& access) {
  if (!access.exec) return false;
  std::string_view program = access.exec->command;
  program.remove_prefix(program.find_last_of("/\\") + 1);  // npos + 1: nothing
  if (program.ends_with(".exe")) program.remove_suffix(4);
  return program == kPlugin;
}

std::vector<std::pair<std::string, std::string>> googleLabels(const ClusterAccess& access) {
  std::vector<std::string_view> parts;
  std::string_view rest = access.cluster;
  for (auto at = rest.find('_'); at != std::string_view::npos; at = rest.find('_')) {
    parts.push_back(rest.substr(0, at));
    rest.remove_prefix(at + 1);
  }
  if (parts.size() != 3 || parts[0] != "gke" || rest.empty()) return {};
  return {{"cluster", std::string(rest)}, {"location", std::string(parts[2])}};
}

}  // namespace aiagent::cluster
