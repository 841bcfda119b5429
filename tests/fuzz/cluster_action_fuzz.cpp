// Whatever an API server says an object is: each action is planned or refused, each plan is JSON, and what
// would change is found, without end or harm.
#include "core/cluster/actions/field_diff.h"
#include "core/wire/json_text.h"
#include "core/wire/tree_json.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

cluster::ActionView viewOf(const wire::Tree& tree) {
  cluster::ActionView view{.object = tree};
  // The object itself may be what is around it.
  for (int one = 0; one <= int(cluster::Around::Events); ++one)
    view.around[cluster::Around(one)] = {tree, tree};
  if (const auto* items = tree.find("items"))
    for (auto& [around, list] : view.around) list = items->items();
  return view;
}

void require(const cluster::Action& action, const cluster::ActionView& view) {
  static_cast<void>(cluster::lookupsFor(action, view.object));
  const auto plan = cluster::planAction(action, view);
  if (!plan) {
    FUZZ_REQUIRE(!plan.error().providerCode.empty());
    return;
  }
  FUZZ_REQUIRE(!plan->steps.empty() && !plan->uid.empty() && !plan->resourceVersion.empty());
  for (const auto& step : plan->steps) {
    FUZZ_REQUIRE(wire::isJson(step.write.body));
    FUZZ_REQUIRE(wire::isJson(cluster::dryRunOf(step.write).body));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tree = wire::parseJson({reinterpret_cast<const char*>(data), size});
  if (!tree) return 0;
  const auto view = viewOf(*tree);
  using wire::KubeKind;
  for (const auto kind : {KubeKind::Deployment, KubeKind::StatefulSet, KubeKind::Rollout, KubeKind::Service,
                          KubeKind::CronJob, KubeKind::Pod})
    for (int act = 0; act <= int(cluster::ActionKind::DeletePod); ++act)
      require({.kind = cluster::ActionKind(act),
               .target = kind,
               .nameSpace = "n",
               .name = "x",
               .replicas = 7,
               .selector = {{"slot", "green"}},
               .by = {},
               .reason = {}},
              view);
  const wire::Tree none{wire::Record()};
  FUZZ_REQUIRE(wire::isJson(cluster::changesJson(cluster::changesBetween(none, *tree, true))));
  FUZZ_REQUIRE(cluster::changesBetween(*tree, *tree).empty());
  return 0;
}
