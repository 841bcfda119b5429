#include "core/cluster/kube_kinds.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using testing::HasSubstr;
using testing::Not;
using wire::KubeKind;

TEST(KubeKinds, path_isOfTheGroupTheNamespaceAndTheName) {
  EXPECT_EQ(pathOf(KubeKind::Pod, "aiagent"), "/api/v1/namespaces/aiagent/pods");
  EXPECT_EQ(pathOf(KubeKind::Deployment, "aiagent", "agent-api"),
            "/apis/apps/v1/namespaces/aiagent/deployments/agent-api");
  EXPECT_EQ(pathOf(KubeKind::Pod, ""), "/api/v1/pods");
  EXPECT_EQ(pathOf(KubeKind::Node, "aiagent"), "/api/v1/nodes");
}

TEST(KubeKinds, list_asksAsTheMachineSays) {
  EXPECT_EQ(pathOf(KubeKind::Pod, "a", List{.resourceVersion = "0"}),
            "/api/v1/namespaces/a/pods?resourceVersion=0");
  EXPECT_EQ(pathOf(KubeKind::Pod, "a", List{.resourceVersion = "12"}),
            "/api/v1/namespaces/a/pods?resourceVersion=12&resourceVersionMatch=NotOlderThan");
  EXPECT_EQ(pathOf(KubeKind::Pod, "a", List{.continueToken = "x/y=", .limit = 500}),
            "/api/v1/namespaces/a/pods?limit=500&continue=x%2Fy%3D");
}

TEST(KubeKinds, watch_asksForBookmarksAndForItsEnd) {
  const auto initial = pathOf(KubeKind::Pod, "a", Watch{.initialEvents = true, .timeoutSeconds = 400});
  EXPECT_EQ(initial,
            "/api/v1/namespaces/a/pods?watch=1&allowWatchBookmarks=true&sendInitialEvents=true"
            "&resourceVersionMatch=NotOlderThan&timeoutSeconds=400");
  const auto on = pathOf(KubeKind::Pod, "a", Watch{.resourceVersion = "9", .timeoutSeconds = 400});
  EXPECT_THAT(on, HasSubstr("&resourceVersion=9&timeoutSeconds=400"));
  EXPECT_THAT(on, Not(HasSubstr("sendInitialEvents")));
}

TEST(KubeKinds, namesAreEscaped_soThatNoneReachesAnotherPlace) {
  EXPECT_EQ(pathOf(KubeKind::Pod, "../kube-system", "a?b"), "/api/v1/namespaces/..%2Fkube-system/pods/a%3Fb");
}

TEST(KubeKinds, secrets_areNowhere) {
  for (const auto& place : kindPlaces()) EXPECT_NE(place.resource, "secrets");
}

}  // namespace
}  // namespace aiagent::cluster
