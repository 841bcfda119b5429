#include <gmock/gmock.h>

#include "tests/unit/cluster/actions/recorded_view.h"

namespace aiagent::cluster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using wire::KubeKind;
using wire::Tree;

ActionView deployment(const char* name) {
  return {.object = objectNamed("healthy/deployments.json", name)};
}

TEST(PlanAction, restart_setsKubectlsAnnotation_andHoldsTheVersion) {
  const auto plan =
      planAction(actionOn(ActionKind::Restart, KubeKind::Deployment, "agent-api"), deployment("agent-api"));
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan->steps.size(), 1u);
  const auto& write = plan->steps[0].write;
  EXPECT_EQ(write.method, "PATCH");
  EXPECT_EQ(write.path, "/apis/apps/v1/namespaces/aiagent/deployments/agent-api");
  EXPECT_EQ(write.contentType, "application/json-patch+json");
  EXPECT_EQ(write.body, R"([{"op":"test","path":"/metadata/resourceVersion","value":"606"},)"
                        R"({"op":"add","path":"/spec/template/metadata/annotations",)"
                        R"("value":{"kubectl.kubernetes.io/restartedAt":"2027-01-15T08:00:00Z"}}])");
  EXPECT_EQ(plan->steps[0].access,
            (AccessQuestion{"patch", "apps", "deployments", "", "aiagent", "agent-api"}));
}

TEST(PlanAction, restartAgain_addsToTheAnnotationsThatAreThere) {
  auto view = deployment("agent-api");
  auto& spec = *const_cast<Tree*>(at(view.object, {"spec", "template", "metadata"}));
  put(spec, "annotations", wire::Record{{"team", "a"}});
  const auto plan = planAction(actionOn(ActionKind::Restart, KubeKind::Deployment, "agent-api"), view);
  EXPECT_THAT(
      plan->steps[0].write.body,
      HasSubstr(R"("path":"/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt")"));
}

TEST(PlanAction, pausedDeployment_isNotRestarted) {
  const ActionView view{.object = parsed(tests::kubeFixture("degraded/deployment-paused.json"))};
  EXPECT_EQ(refusalOf(actionOn(ActionKind::Restart, KubeKind::Deployment, "agent-web-blue"), view),
            "act_paused");
  EXPECT_EQ(refusalOf(actionOn(ActionKind::Pause, KubeKind::Deployment, "agent-web-blue"), view),
            "act_paused");
  EXPECT_EQ(refusalOf(actionOn(ActionKind::Resume, KubeKind::Deployment, "agent-web-blue"), view), "planned");
}

TEST(PlanAction, pause_setsTheFlag_resumeWithoutIt_isRefused) {
  const auto view = deployment("agent-api");
  const auto plan = planAction(actionOn(ActionKind::Pause, KubeKind::Deployment, "agent-api"), view);
  EXPECT_THAT(plan->steps[0].write.body, HasSubstr(R"({"op":"add","path":"/spec/paused","value":true})"));
  EXPECT_EQ(refusalOf(actionOn(ActionKind::Resume, KubeKind::Deployment, "agent-api"), view),
            "act_not_paused");
}

TEST(PlanAction, scale_saysWhoOwnsTheNumber_andWhatTheQuotaLacks) {
  auto action = actionOn(ActionKind::Scale, KubeKind::Deployment, "agent-api");
  action.replicas = 20;
  auto view = deployment("agent-api");
  view.around[Around::Autoscalers] = itemsOf("healthy/hpa.json");
  view.around[Around::Quotas] = itemsOf("healthy/resourcequotas.json");
  view.around[Around::Nodes] = itemsOf("degraded/nodes-one-notready.json");
  const auto plan = planAction(action, view);
  ASSERT_TRUE(plan);
  EXPECT_THAT(plan->steps[0].write.body, HasSubstr(R"({"op":"add","path":"/spec/replicas","value":20})"));
  EXPECT_THAT(plan->findings, Contains(Finding{true, "quota_short", "pods", "15/24"}));
  EXPECT_THAT(plan->findings, Contains(Finding{true, "nodes_away", "1", "3"}));
  EXPECT_THAT(wordsOf(*plan), Contains("autoscaler_owns_replicas"));
}

TEST(PlanAction, scaleToTheSameNumber_orBelowZero_isRefused) {
  auto action = actionOn(ActionKind::Scale, KubeKind::Deployment, "agent-api");
  action.replicas = 3;
  EXPECT_EQ(refusalOf(action, deployment("agent-api")), "act_same_replicas");
  action.replicas = -1;
  EXPECT_EQ(refusalOf(action, deployment("agent-api")), "act_bad_replicas");
}

TEST(PlanAction, whatAKindCannot_isUnsupported) {
  EXPECT_EQ(refusalOf(actionOn(ActionKind::Scale, KubeKind::DaemonSet, "log-agent"), {}), "act_unsupported");
  EXPECT_EQ(refusalOf(actionOn(ActionKind::Promote, KubeKind::Deployment, "agent-api"), {}),
            "act_unsupported");
}

TEST(PlanAction, objectWithoutIdentity_isUnreadable) {
  EXPECT_EQ(refusalOf(actionOn(ActionKind::Restart, KubeKind::Deployment, "x"), {.object = parsed("{}")}),
            "act_unreadable");
}

TEST(PlanAction, ownersThatWillRevertIt_areNamed) {
  auto view = deployment("agent-api");
  auto& metadata = *const_cast<Tree*>(view.object.find("metadata"));
  put(metadata, "labels",
      wire::Record{{"kustomize.toolkit.fluxcd.io/name", "apps"},
                   {"app.kubernetes.io/managed-by", "Helm"},
                   {"app.kubernetes.io/instance", "api"}});
  put(metadata, "annotations", wire::Record{{"argocd.argoproj.io/tracking-id", "shop:apps/Deployment:a/b"}});
  const auto plan = planAction(actionOn(ActionKind::Restart, KubeKind::Deployment, "agent-api"), view);
  EXPECT_THAT(plan->findings,
              ElementsAre(Finding{true, "gitops_argocd", "shop"}, Finding{true, "gitops_flux", "apps"},
                          Finding{true, "gitops_helm", "api"}));
}

TEST(PlanAction, runNow_isTheJobThatKubectlMakes) {
  const ActionView view{.object = objectNamed("healthy/cronjobs.json", "reindex")};
  const auto plan = planAction(actionOn(ActionKind::RunNow, KubeKind::CronJob, "reindex"), view);
  ASSERT_TRUE(plan);
  const auto& write = plan->steps[0].write;
  EXPECT_EQ(write.method + " " + write.path, "POST /apis/batch/v1/namespaces/aiagent/jobs");
  const auto job = parsed(write.body);
  EXPECT_EQ(textAt(job, {"metadata", "name"}), "reindex-manual-1800000000");
  EXPECT_EQ(textAt(job, {"metadata", "annotations", "cronjob.kubernetes.io/instantiate"}), "manual");
  EXPECT_TRUE(isOwnedBy(job, textAt(view.object, {"metadata", "uid"})));
  EXPECT_TRUE(sameJson(*job.find("spec"), *at(view.object, {"spec", "jobTemplate", "spec"})));
  EXPECT_EQ(plan->steps[0].access, (AccessQuestion{"create", "batch", "jobs", "", "aiagent", ""}));
}

TEST(PlanAction, deletePod_holdsItsIdentity_andMindsTheBudget) {
  ActionView view{.object = objectNamed("healthy/pods.json", "agent-api-7fdfd6b96d-8jqtk")};
  view.around[Around::Budgets] = itemsOf("healthy/pdb.json");
  const auto plan =
      planAction(actionOn(ActionKind::DeletePod, KubeKind::Pod, "agent-api-7fdfd6b96d-8jqtk"), view);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->steps[0].write.method, "DELETE");
  EXPECT_THAT(plan->steps[0].write.body, HasSubstr("\"preconditions\":{\"uid\":\"" + plan->uid + "\"}"));
  EXPECT_THAT(plan->findings, ElementsAre(Finding{true, "budget_used_up", "agent-api"}));
}

TEST(PlanAction, podWithoutController_comesNotBack) {
  const ActionView view{.object = objectNamed("healthy/pods.json", "gpu-trainer")};
  const auto plan = planAction(actionOn(ActionKind::DeletePod, KubeKind::Pod, "gpu-trainer"), view);
  EXPECT_THAT(wordsOf(*plan), ElementsAre("pod_comes_not_back", "budgets_unknown"));
}

TEST(KubeWrites, dryRun_isInTheQuery_andForDeleteInTheBody) {
  const KubeWrite patch{"PATCH", "/p", "t", "{}"}, remove{"DELETE", "/p", "t", R"({"kind":"DeleteOptions"})"};
  EXPECT_EQ(dryRunOf(patch).path, "/p?fieldManager=aiagent&dryRun=All");
  EXPECT_EQ(realOf(patch).path, "/p?fieldManager=aiagent");
  EXPECT_EQ(dryRunOf(remove).path, "/p");
  EXPECT_EQ(dryRunOf(remove).body, R"({"dryRun":["All"],"kind":"DeleteOptions"})");
  EXPECT_EQ(realOf(remove), remove);
}

TEST(PlanAction, warningsOfTheServer_areToldOnceEach) {
  auto view = deployment("agent-api");
  for (const char* type : {"Warning", "Normal", "Warning"})
    view.around[Around::Events].push_back(
        wire::Record{{"type", type}, {"reason", "FailedCreate"}, {"message", "exceeded quota"}});
  const auto plan = planAction(actionOn(ActionKind::Restart, KubeKind::Deployment, "agent-api"), view);
  EXPECT_THAT(plan->findings, ElementsAre(Finding{true, "warned_lately", "FailedCreate", "exceeded quota"}));
}

TEST(SameForActing, numberOfPods_countsOnlyWhereItIsWhatIsChanged) {
  const auto then = deployment("agent-api").object;
  auto now = then;
  put(*const_cast<Tree*>(now.find("spec")), "replicas", std::int64_t{9});
  EXPECT_TRUE(sameForActing(actionOn(ActionKind::RollBack, KubeKind::Deployment, "agent-api"), then, now));
  EXPECT_FALSE(sameForActing(actionOn(ActionKind::Scale, KubeKind::Deployment, "agent-api"), then, now));
}

TEST(SameForActing, statusAndVersion_doNotCount_specDoes) {
  const auto then = deployment("agent-api").object;
  auto now = then;
  put(*const_cast<Tree*>(now.find("metadata")), "resourceVersion", "9999");
  put(now, "status", wire::Record());
  const auto action = actionOn(ActionKind::Restart, KubeKind::Deployment, "agent-api");
  EXPECT_TRUE(sameForActing(action, then, now));
  put(*const_cast<Tree*>(now.find("spec")), "paused", true);
  EXPECT_FALSE(sameForActing(action, then, now));
}

}  // namespace
}  // namespace aiagent::cluster
