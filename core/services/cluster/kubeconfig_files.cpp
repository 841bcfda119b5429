#include "core/services/cluster/kubeconfig_files.h"

#include <QDir>

#include "core/services/cluster/read_file.h"

namespace aiagent::services {
namespace {

// Login scripts may print what they like before and after.
constexpr char kBegin[] = "<aiagent-path>";
constexpr char kEnd[] = "</aiagent-path>";

std::string pathIn(const std::string& output) {
  const auto begin = output.rfind(kBegin);
  if (begin == std::string::npos) return {};
  const auto from = begin + sizeof kBegin - 1;
  const auto end = output.find(kEnd, from);
  return end == std::string::npos ? std::string() : output.substr(from, end - from);
}

}  // namespace

cluster::KubeconfigPlaces kubeconfigPlaces(const std::string& explicitFile) {
  return {.explicitFile = explicitFile,
          .variable = qEnvironmentVariable("KUBECONFIG").toStdString(),
          .home = QDir::homePath().toStdString(),
          .folder = QDir::currentPath().toStdString()};
}

base::Result<cluster::Kubeconfig> loadKubeconfig(const cluster::KubeconfigPlaces& places) {
  const auto files = cluster::kubeconfigFiles(places);
  std::vector<cluster::KubeconfigText> texts;
  for (const auto& path : files.paths) {
    auto text = readSmallFile(path);
    if (!text && text.error().code == base::ErrorCode::NotFound && !files.mustExist) continue;
    if (!text) return text.error();
    texts.push_back({path, std::move(*text)});
  }
  return cluster::readKubeconfig(texts);
}

std::optional<cluster::ClusterAccess> podsAccess() {
  const auto space = readSmallFile(std::string(cluster::kServiceAccountFolder) + "/namespace");
  return cluster::inClusterAccess({.host = qEnvironmentVariable("KUBERNETES_SERVICE_HOST").toStdString(),
                                   .port = qEnvironmentVariable("KUBERNETES_SERVICE_PORT").toStdString(),
                                   .nameSpaceText = space ? *space : std::string()});
}

std::unique_ptr<ports::RunningCommand> askLoginPath(ports::CommandRunner& runner, const std::string& shell,
                                                    std::function<void(std::string)> done) {
  const auto script = std::string("printf '%s%s%s' '") + kBegin + "' \"$PATH\" '" + kEnd + "'";
  return runner.run(
      {.program = {shell, "-l", "-i", "-c", script}, .input = {}, .timeout = base::Milliseconds(5'000)},
      [done = std::move(done)](ports::CommandEnd end) { done(pathIn(end.output)); });
}

}  // namespace aiagent::services
