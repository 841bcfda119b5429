#include "core/cluster/release.h"

#include <gtest/gtest.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using tests::rowFrom;
using tests::rowsOf;
using wire::DeploymentRow;
using wire::KubeKind;

template <class Row>
std::vector<const Row*> pointers(const std::vector<Row>& rows) {
  std::vector<const Row*> all;
  for (const auto& row : rows) all.push_back(&row);
  return all;
}

DeploymentRow deployment(const char* name, int replicas, const char* image, const char* labels = "{}",
                         const char* conditions = "[]") {
  return rowFrom<DeploymentRow>(
      std::string(R"({"metadata":{"name":")") + name + R"("},"spec":{"replicas":)" +
          std::to_string(replicas) + R"(,"template":{"metadata":{"labels":)" + labels +
          R"(},"spec":{"initContainers":[{"name":"i","image":"init:9"}],"containers":[{"name":"c","image":")" +
          image + R"("}]}}},"status":{"conditions":)" + conditions + "}}",
      KubeKind::Deployment);
}

TEST(Release, recordedNamespace_isWhatTheIngressLeadsTo) {
  const auto deployments = rowsOf<DeploymentRow>("healthy/deployments.json", KubeKind::Deployment);
  const auto services = rowsOf<wire::ServiceRow>("healthy/services.json", KubeKind::Service);
  const auto ingresses = rowsOf<wire::IngressRow>("healthy/ingresses.json", KubeKind::Ingress);
  const auto release = releaseOf({.deployments = pointers(deployments),
                                  .services = pointers(services),
                                  .ingresses = pointers(ingresses),
                                  .host = "agents.example.com"});
  EXPECT_EQ(release.object, "deployment/agent-api");
  EXPECT_FALSE(release.version.empty());
  EXPECT_TRUE(wire::told(release.since));
}

TEST(Release, withoutAnIngress_theLargestCounts) {
  const std::vector rows = {deployment("small", 1, "a:1"), deployment("large", 3, "b:2"),
                            deployment("alike", 3, "c:3")};
  const auto release = releaseOf({.deployments = pointers(rows)});
  EXPECT_EQ(release.object, "deployment/alike");
  EXPECT_EQ(release.version, "3");
  EXPECT_FALSE(wire::told(release.since)) << "nothing tells";
}

TEST(Release, labelGoesBeforeTheImage) {
  const std::vector rows = {
      deployment("a", 1, "a:1", R"({"app.kubernetes.io/version":"1.8.2"})",
                 R"([{"type":"Progressing","status":"True","reason":"NewReplicaSetAvailable",
      "lastUpdateTime":"2026-11-23T05:00:00Z"}])")};
  const auto release = releaseOf({.deployments = pointers(rows)});
  EXPECT_EQ(release.version, "1.8.2");
  EXPECT_EQ(release.source, "label app.kubernetes.io/version");
  EXPECT_EQ(release.since, wire::kubeTime("2026-11-23T05:00:00Z"));
}

TEST(Release, nothingThere_isSaidByNothing) {
  EXPECT_EQ(releaseOf({}), Release{});
}

}  // namespace
}  // namespace aiagent::cluster
