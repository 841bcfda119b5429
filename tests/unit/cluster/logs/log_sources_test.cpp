#include "core/cluster/logs/log_sources.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using wire::ContainerRole;
using wire::KubeKind;

class LogSources : public testing::Test {
 protected:
  void pod(const std::string& name, const char* ownerKind = nullptr, const std::string& owner = {}) {
    wire::PodRow row;
    row.head.kind = KubeKind::Pod;
    row.head.nameSpace = names.name("aiagent");
    row.head.name = name;
    row.head.uid = "uid-" + name;
    if (ownerKind)
      row.head.owner = {names.name(ownerKind), names.name(owner), names.name("uid-" + owner), true};
    row.containers.push_back({.name = names.name("setup"), .role = ContainerRole::Init});
    row.containers.push_back({.name = names.name("api"), .restarts = 2});
    row.containers.push_back({.name = names.name("proxy")});
    pods.put(std::move(row));
  }
  void set(const std::string& name, const char* ownerKind, const std::string& owner) {
    wire::ReplicaSetRow row;
    row.head.kind = KubeKind::ReplicaSet;
    row.head.name = name;
    row.head.uid = "uid-" + name;
    row.head.owner = {names.name(ownerKind), names.name(owner), names.name("uid-" + owner), true};
    sets.put(std::move(row));
  }
  std::vector<std::string> found(const LogWish& wish) {
    std::vector<std::string> all;
    for (const auto& one : logSources(wish, pods, &sets)) all.push_back(one.pod + '/' + one.container);
    return all;
  }

  base::Interner names;
  KindTable pods, sets;
};

TEST_F(LogSources, onePod_meansItsFirstContainer_allOfThemWhenAsked) {
  pod("web-1");
  pod("web-2");
  EXPECT_THAT(found({.name = "web-1"}), ElementsAre("web-1/api"));
  EXPECT_THAT(found({.name = "web-1", .container = "proxy"}), ElementsAre("web-1/proxy"));
  EXPECT_THAT(found({.name = "web-1", .allContainers = true}),
              ElementsAre("web-1/api", "web-1/proxy", "web-1/setup"));
  EXPECT_THAT(found({.name = "web-1", .nameSpace = "other"}), IsEmpty());
  EXPECT_EQ(logSources({.name = "web-1"}, pods, nullptr).front().restarts, 2);
}

TEST_F(LogSources, deployment_meansThePodsOfItsSets_andNoOthers) {
  set("web-aaa", "Deployment", "web");
  set("web-bbb", "Deployment", "web");
  set("api-ccc", "Deployment", "api");
  pod("web-aaa-1", "ReplicaSet", "web-aaa");
  pod("web-bbb-1", "ReplicaSet", "web-bbb");
  pod("api-ccc-1", "ReplicaSet", "api-ccc");
  pod("web-alone");
  EXPECT_THAT(found({.kind = KubeKind::Deployment, .name = "web"}),
              ElementsAre("web-aaa-1/api", "web-bbb-1/api"));
  EXPECT_THAT(found({.kind = KubeKind::Rollout, .name = "web"}), IsEmpty());
  EXPECT_THAT(logSources({.kind = KubeKind::Deployment, .name = "web"}, pods, nullptr), IsEmpty());
}

TEST_F(LogSources, statefulSet_ownsItsPodsItself) {
  pod("db-0", "StatefulSet", "db");
  pod("db-1", "StatefulSet", "db");
  EXPECT_THAT(found({.kind = KubeKind::StatefulSet, .name = "db"}), ElementsAre("db-0/api", "db-1/api"));
}

TEST_F(LogSources, words_areThoseOfKubectl) {
  EXPECT_EQ(logWishOf("web-1")->kind, KubeKind::Pod);
  EXPECT_EQ(logWishOf("deploy/web")->kind, KubeKind::Deployment);
  EXPECT_EQ(logWishOf("deployment.apps/web")->name, "web");
  EXPECT_EQ(logWishOf("sts/db")->kind, KubeKind::StatefulSet);
  EXPECT_FALSE(logWishOf("service/web"));
}

}  // namespace
}  // namespace aiagent::cluster
