#include "core/wire/kube_head.h"

#include <gtest/gtest.h>

namespace aiagent::wire {
namespace {

Pairs pairs(base::Interner& names,
            std::initializer_list<std::pair<std::string_view, std::string_view>> list) {
  std::string packed;
  for (const auto& [key, value] : list) Pairs::pack(packed, key, value);
  return Pairs(names.name(packed));
}

TEST(KubeKind, everyKind_readsBackFromItsWord) {
  for (int i = 1; i <= int(KubeKind::Rollout); ++i)
    EXPECT_EQ(kubeKindFromWord(toWord(KubeKind(i))), KubeKind(i)) << toWord(KubeKind(i));
  EXPECT_EQ(kubeKindFromWord("Widget"), KubeKind::Other);
  EXPECT_EQ(kubeKindFromWord(""), KubeKind::Other);
}

TEST(Pairs, find_emptyValueAndMissingKey_differ) {
  base::Interner names;
  const auto labels = pairs(names, {{"app", "api"}, {"node-role.kubernetes.io/control-plane", ""}});
  EXPECT_EQ(labels.at("app"), "api");
  EXPECT_EQ(labels.find("node-role.kubernetes.io/control-plane"), "");
  EXPECT_EQ(labels.find("api"), std::nullopt) << "a value is no key";
}

TEST(Pairs, within_allOfASelector_isWanted) {
  base::Interner names;
  const auto labels = pairs(names, {{"app", "api"}, {"tier", "backend"}});
  EXPECT_TRUE(pairs(names, {{"app", "api"}}).within(labels));
  EXPECT_TRUE(Pairs().within(labels));
  EXPECT_FALSE(pairs(names, {{"app", "web"}}).within(labels));
  EXPECT_FALSE(pairs(names, {{"app", "api"}, {"slot", "blue"}}).within(labels));
}

TEST(Pairs, pack_nulInside_isLeftOut) {
  base::Interner names;
  const auto labels = pairs(names, {{std::string_view("a\0b", 3), "x"}, {"c", "d"}});
  EXPECT_EQ(labels.all().size(), 1u);
}

}  // namespace
}  // namespace aiagent::wire
