// Objects of the recorded cluster as planning gets them.
#pragma once

#include "core/cluster/actions/action.h"
#include "core/wire/tree_json.h"
#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {

inline wire::Tree parsed(std::string_view json) {
  return wire::parseJson(json).value();
}

inline wire::List itemsOf(std::string_view file) {
  return listAt(parsed(tests::kubeFixture(file)), {"items"});
}

inline wire::Tree objectNamed(std::string_view file, std::string_view name) {
  for (const auto& one : itemsOf(file))
    if (textAt(one, {"metadata", "name"}) == name) return one;
  CHECK(!"no object of this name");
  return {};
}

inline wire::List selectedFrom(const wire::List& all, const TextPairs& labels) {
  wire::List some;
  for (const auto& one : all)
    if (hasAll(at(one, {"metadata", "labels"}), labels)) some.push_back(one);
  return some;
}

inline Action actionOn(ActionKind kind, wire::KubeKind target, std::string name) {
  return {.kind = kind,
          .target = target,
          .nameSpace = "aiagent",
          .name = std::move(name),
          .at = base::wallTimeFromMillis(1'800'000'000'123),
          .by = "jane",
          .reason = "bad image"};
}

inline std::string refusalOf(const Action& action, const ActionView& view) {
  const auto plan = planAction(action, view);
  return plan ? "planned" : plan.error().providerCode;
}

inline std::vector<std::string> wordsOf(const ActionPlan& plan) {
  std::vector<std::string> words;
  for (const auto& one : plan.findings) words.push_back(one.word);
  return words;
}

}  // namespace aiagent::cluster
