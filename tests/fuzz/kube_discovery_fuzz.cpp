// Discovery of any shape is read or refused; what is told has names, and each kind comes once.
#include "core/wire/kube_discovery.h"

#include <set>

#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

void check(const std::vector<wire::KubeResource>& all) {
  for (const auto& one : all) {
    FUZZ_REQUIRE(!one.plural.empty() && !one.kind.empty());
    FUZZ_REQUIRE(one.plural.find('/') == std::string::npos);
    FUZZ_REQUIRE(!wire::resourcesNamed(all, one.plural).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  if (const auto discovery = wire::readAggregatedDiscovery(json)) {
    check(discovery->resources);
    for (const auto& one : discovery->stale) FUZZ_REQUIRE(!one.version.empty());
  }
  if (const auto versions = wire::readGroupVersions(json))
    for (const auto& one : *versions) FUZZ_REQUIRE(!one.version.empty());
  if (auto listed = wire::readResourceList(json, {"g", "v1"})) {
    std::vector<wire::KubeResource> all;
    wire::addResources(all, std::move(*listed));
    check(all);
    std::set<std::string> names;
    for (const auto& one : all) FUZZ_REQUIRE(names.insert(one.fullName()).second);
  }
  return 0;
}
