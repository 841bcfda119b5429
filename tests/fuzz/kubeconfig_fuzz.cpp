// Any bytes as a kubeconfig: read without end or harm, each context resolved or refused with a reason; and
// the private kubeconfig that is made of one reads back as it was.
#include "core/cluster/exec_credential.h"
#include "core/cluster/kubeconfig.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

void check(const cluster::ResolvedAccess& resolved) {
  if (!resolved.access) {
    FUZZ_REQUIRE(!resolved.problems.empty());
    return;
  }
  const auto& access = *resolved.access;
  FUZZ_REQUIRE(access.server.rfind("http", 0) == 0 && cluster::isDnsLabel(access.nameSpace));
  if (!access.exec) return;
  const auto text = cluster::privateKubeconfig(access, access.caData);
  const auto back = cluster::resolve(cluster::readKubeconfig({{"/x/config", text}}));
  FUZZ_REQUIRE(back.access.has_value() && back.access->server == access.server);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto config = cluster::readKubeconfig({{"/home/me/.kube/config", text}});
  static_cast<void>(cluster::validate(config).size());
  for (const auto& entry : config.contexts) check(cluster::resolve(config, entry.first));
  static_cast<void>(cluster::execCredentialFrom(text, "client.authentication.k8s.io/v1").ok());
  static_cast<void>(cluster::displayableHint(text).size());
  return 0;
}
