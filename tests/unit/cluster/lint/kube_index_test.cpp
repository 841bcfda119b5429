#include "core/cluster/lint/kube_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/cluster/lint/kube_view.h"

namespace aiagent::cluster::lint {
namespace {

// Few keys, values and namespaces, so that much matches and much nearly does.
std::string someLabels(std::mt19937& random, int most) {
  std::string text;
  for (int i = int(random() % unsigned(most + 1)); i > 0; --i) {
    const auto key = std::string(1, char('a' + random() % 4));
    if (text.find(key + ": ") != std::string::npos) continue;
    text += (text.empty() ? "" : ", ") + key + ": v" + std::to_string(random() % 3);
  }
  return "{" + text + "}";
}

// Deployments and Services in three namespaces, a document each.
Sources someObjects(unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < 60; ++i) {
    const auto head = "metadata: {name: o" + std::to_string(i % 40) + ", namespace: n" +
                      std::to_string(random() % 3) + ", labels: " + someLabels(random, 3) + "}\n";
    if (i % 2)
      text +=
          "---\napiVersion: v1\nkind: Service\n" + head + "spec: {selector: " + someLabels(random, 3) + "}\n";
    else
      text += "---\napiVersion: apps/v1\nkind: Deployment\n" + head +
              "spec: {selector: {matchLabels: " + someLabels(random, 2) +
              "}, template: {metadata: {labels: " + someLabels(random, 4) + "}}}\n";
  }
  return readSources({{"all.yaml", text}});
}

TEST(KubeIndex, labelsAreFound_asByALookAtEach) {
  int found = 0, missed = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    const auto sources = someObjects(seed);
    const auto& deployments = sources.ofKind("Deployment");
    LabelIndex index, apart;
    for (const auto* one : deployments) {
      index.add(*one, podLabels(*one));
      apart.add(*one, podLabels(*one), one->nameSpace);
    }
    for (const auto* one : deployments) {
      const auto wanted = one->node.at("spec>selector>matchLabels");
      const auto naive = [&](bool sameSpace) {
        const auto at = std::find_if(deployments.begin(), deployments.end(), [&](const KubeObject* other) {
          return other->name != one->name && (!sameSpace || other->nameSpace == one->nameSpace) &&
                 selects(wanted, podLabels(*other));
        });
        return at == deployments.end() ? nullptr : *at;
      };
      const auto isOther = [&](const KubeObject& other) { return other.name != one->name; };
      EXPECT_EQ(index.first(wanted, {}, isOther), naive(false)) << wanted.allText();
      EXPECT_EQ(apart.first(wanted, one->nameSpace, isOther), naive(true)) << wanted.allText();
      ++(naive(true) ? found : missed);
    }
  }
  EXPECT_GT(found, 100);
  EXPECT_GT(missed, 100);
}

TEST(KubeIndex, selectorsAreFound_asByALookAtEach) {
  int found = 0, missed = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    const auto sources = someObjects(seed);
    std::vector<SelectorIndex::Entry> together, apart;
    for (const auto* one : sources.ofKind("Service")) {
      together.push_back({one->node.at("spec>selector")});
      apart.push_back({one->node.at("spec>selector"), one->nameSpace});
    }
    const SelectorIndex all(together), bySpace(apart);
    for (const auto* one : sources.ofKind("Deployment")) {
      const auto naive = [&](bool sameSpace) {
        return std::any_of(apart.begin(), apart.end(), [&](const SelectorIndex::Entry& entry) {
          return (!sameSpace || entry.space == one->nameSpace) && selects(entry.matchLabels, podLabels(*one));
        });
      };
      EXPECT_EQ(all.hasAny(podLabels(*one)), naive(false));
      EXPECT_EQ(bySpace.hasAny(podLabels(*one), one->nameSpace), naive(true));
      ++(naive(true) ? found : missed);
    }
  }
  EXPECT_GT(found, 100);
  EXPECT_GT(missed, 100);
}

TEST(KubeIndex, nameAndKind_giveTheirObjectsInOrder) {
  const auto sources = someObjects(1);
  std::vector<const KubeObject*> kind, named;
  for (const auto& object : sources.objects) {
    if (object.kind != "Service") continue;
    kind.push_back(&object);
    if (object.name == "o3") named.push_back(&object);
  }
  EXPECT_EQ(sources.ofKind("Service"), kind);
  EXPECT_EQ(sources.named("Service", "o3"), named);
  EXPECT_EQ(named.size(), 2u);
  EXPECT_TRUE(sources.ofKind("Rollout").empty());
  EXPECT_TRUE(sources.named("Rollout", "o3").empty());
  EXPECT_TRUE(sources.named("Service", "o2").empty()) << "that is a Deployment";
}

}  // namespace
}  // namespace aiagent::cluster::lint
