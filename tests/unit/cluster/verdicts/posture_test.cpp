#include "core/cluster/verdicts/posture.h"

#include <gmock/gmock.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using tests::rowFrom;
using tests::rowNamed;
using tests::rowsOf;
using wire::DeploymentRow;
using wire::KubeKind;
using wire::NetworkPolicyRow;
using wire::PodDisruptionBudgetRow;

const std::string kContext =
    R"("securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}})";
const std::string kRest =
    R"("resources":{"requests":{"cpu":"1","memory":"1Gi"},"limits":{"memory":"1Gi"}},"readinessProbe":{"exec":{}})";

class PostureTest : public testing::Test {
 protected:
  // Of a deployment with one container.
  Posture of(const std::string& image, const std::string& container, const std::string& pod = "",
             int replicas = 1) {
    const auto row = rowFrom<DeploymentRow>(
        R"({"metadata":{"name":"d","namespace":"n"},"spec":{"template":{"metadata":{"labels":{"app":"a"}},"spec":{)" +
            pod + R"("containers":[{"name":"c","image":")" + image + "\"," + container + "}]}}}}",
        KubeKind::Deployment);
    std::vector<const NetworkPolicyRow*> policyRows;
    for (const auto& one : policies) policyRows.push_back(&one);
    std::vector<const PodDisruptionBudgetRow*> budgetRows;
    for (const auto& one : budgets) budgetRows.push_back(&one);
    return postureOf({KubeKind::Deployment, "n", row.podTemplate, replicas},
                     {isBlind ? nullptr : &policyRows, isBlind ? nullptr : &budgetRows});
  }
  void allow(const std::string& spec, const char* nameSpace = "n") {
    policies.push_back(rowFrom<NetworkPolicyRow>(
        std::string(R"({"metadata":{"name":"p","namespace":")") + nameSpace + R"("},"spec":)" + spec + "}",
        KubeKind::NetworkPolicy));
  }
  static std::string said(const Posture& posture) {
    EXPECT_FALSE(posture.verdict.evidence.empty());
    return std::string(toWord(posture.verdict.kind)) + " " + posture.verdict.reason;
  }

  std::vector<NetworkPolicyRow> policies;
  std::vector<PodDisruptionBudgetRow> budgets;
  bool isBlind = false;
  const std::string good = "a@sha256:9f3c01d2a4b5c6d7";
};

TEST_F(PostureTest, everythingInPlace_isHealthy) {
  allow(R"({"podSelector":{},"policyTypes":["Ingress","Egress"]})");
  const auto posture = of(good, kContext + "," + kRest);
  EXPECT_EQ(said(posture), "healthy Hardened");
  EXPECT_EQ(posture.faults, 0);
  EXPECT_EQ(posture.root, Answer::No);
  EXPECT_EQ(posture.egress, Answer::Yes);
}

TEST_F(PostureTest, verdict_isTheWorstOfAll_andCountsTheOthers) {
  EXPECT_EQ(said(of(good, kContext + "," + kRest)), "degraded NoNetworkPolicy");
  allow(R"({"podSelector":{"matchLabels":{"app":"a"}}})");
  EXPECT_EQ(said(of(good, kContext + "," + kRest)), "healthy Hardened");
  EXPECT_EQ(said(of("a:1", kContext + "," + kRest)), "degraded MutableImage");
  EXPECT_EQ(said(of(good, kContext + R"(,"readinessProbe":{})")), "degraded NoRequests");
  EXPECT_EQ(said(of(good, kContext + R"(,"resources":{"requests":{"cpu":"1","memory":"1Gi"}})")),
            "degraded NoLimits");
  EXPECT_EQ(said(of(good, kRest)), "degraded RestrictedRefuses");
  const auto worst = of("a", R"("securityContext":{"privileged":true})");
  EXPECT_EQ(said(worst), "failed BaselineRefuses");
  EXPECT_EQ(worst.faults, 5);
  EXPECT_EQ(worst.root, Answer::Yes);
  EXPECT_EQ(worst.verdict.evidence.front().value, "privileged")
      << "what the looser standard refuses is first";
}

TEST_F(PostureTest, whatCannotBeSeen_isUnknownAndNeverWell) {
  isBlind = true;
  const auto posture = of(good, kContext + "," + kRest, "", 3);
  EXPECT_EQ(said(posture), "unknown NotEverythingKnown");
  EXPECT_EQ(posture.ingress, Answer::Unknown);
  EXPECT_EQ(posture.budget, Answer::Unknown);
}

TEST_F(PostureTest, policies_countByNamespaceLabelsAndExpressions) {
  allow(R"({"podSelector":{}})", "other");
  EXPECT_EQ(of(good, kRest).ingress, Answer::No);
  allow(R"({"podSelector":{"matchLabels":{"app":"b"}}})");
  EXPECT_EQ(of(good, kRest).ingress, Answer::No);
  allow(R"({"podSelector":{"matchExpressions":[{"key":"app","operator":"Exists"}]}})");
  EXPECT_EQ(of(good, kRest).ingress, Answer::Unknown);
  EXPECT_EQ(of(good, kRest).egress, Answer::No);
}

TEST_F(PostureTest, budget_isAskedForWithMoreThanOneReplica) {
  allow(R"({"podSelector":{}})");
  EXPECT_EQ(said(of(good, kContext + "," + kRest, "", 2)), "degraded NoBudget");
  budgets.push_back(rowFrom<PodDisruptionBudgetRow>(
      R"({"metadata":{"name":"b","namespace":"n"},"spec":{"selector":{"matchLabels":{"app":"a"}}}})",
      KubeKind::PodDisruptionBudget));
  EXPECT_EQ(said(of(good, kContext + "," + kRest, "", 2)), "healthy Hardened");
}

TEST_F(PostureTest, rootTokenAndSecrets) {
  EXPECT_EQ(of(good, kRest).root, Answer::Unknown);
  EXPECT_EQ(of(good, kRest, R"("securityContext":{"runAsUser":0},)").root, Answer::Yes);
  EXPECT_EQ(of(good, kRest, R"("securityContext":{"runAsNonRoot":true},)").root, Answer::No);
  EXPECT_EQ(of(good, kRest).token, Answer::Unknown) << "its service account decides";
  EXPECT_EQ(of(good, kRest, R"("automountServiceAccountToken":false,)").token, Answer::No);
  EXPECT_THAT(of(good, R"("envFrom":[{"secretRef":{"name":"b"}},{"secretRef":{"name":"a"}}])").secrets,
              ElementsAre("a", "b"));
}

TEST_F(PostureTest, jobs_needNoProbeAndNoBudget) {
  allow(R"({"podSelector":{}})");
  const auto row = rowFrom<DeploymentRow>(
      R"({"metadata":{"name":"d","namespace":"n"},"spec":{"template":{"spec":{"containers":[{"name":"c","image":")" +
          good + "\"," + kContext +
          R"(,"resources":{"requests":{"cpu":"1","memory":"1Gi"},"limits":{"memory":"1Gi"}}}]}}}})",
      KubeKind::Deployment);
  std::vector<const NetworkPolicyRow*> rows = {&policies.front()};
  const std::vector<const PodDisruptionBudgetRow*> none;
  EXPECT_EQ(postureOf({KubeKind::CronJob, "n", row.podTemplate, 3}, {&rows, &none}).verdict.reason,
            "Hardened");
  EXPECT_EQ(postureOf({KubeKind::Deployment, "n", row.podTemplate, 1}, {&rows, &none}).verdict.reason,
            "NoReadinessProbe");
}

TEST(Posture, recordedDeployments_areAllJudged) {
  for (const auto& row : rowsOf<DeploymentRow>("healthy/deployments.json", KubeKind::Deployment)) {
    const auto posture =
        postureOf({KubeKind::Deployment, row.head.nameSpace, row.podTemplate, row.replicas}, {});
    EXPECT_NE(posture.verdict.kind, VerdictKind::Healthy) << row.head.name;
    EXPECT_FALSE(posture.verdict.reason.empty());
  }
}

TEST(Posture, images) {
  EXPECT_EQ(pinOf("r:5000/a/b:1@sha256:00"), ImagePin::Digest);
  EXPECT_EQ(pinOf("r:5000/a/b:1"), ImagePin::Tag);
  EXPECT_EQ(pinOf("r:5000/a/b"), ImagePin::Latest);
  EXPECT_EQ(pinOf("a:latest"), ImagePin::Latest);
  EXPECT_EQ(imageVersion("r:5000/a/b:1.8.2"), "1.8.2");
  EXPECT_EQ(imageVersion("r:5000/a/b:1@sha256:00"), "1");
  EXPECT_EQ(imageVersion("a@sha256:9f3c01d2a4b5c6d7"), "@9f3c01d2a4b5");
  EXPECT_EQ(imageVersion("r:5000/a/b"), "");
}

}  // namespace
}  // namespace aiagent::cluster
