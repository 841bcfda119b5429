#include "core/cluster/verdicts/rollout_verdict.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using tests::kubeNames;
using tests::rowNamed;
using tests::rowsOf;
using wire::DeploymentRow;
using wire::KubeKind;
using wire::PodRow;
using wire::ReplicaSetRow;

std::string said(const Verdict& verdict) {
  return std::string(toWord(verdict.kind)) + " " + verdict.reason;
}

template <class Row>
std::vector<const Row*> pointers(const std::vector<Row>& rows) {
  std::vector<const Row*> result;
  for (const auto& row : rows) result.push_back(&row);
  return result;
}

// The latest time that a deployment tells: as good as the time of its event.
base::WallTime timeOf(const DeploymentRow& row) {
  auto latest = std::max(row.head.created, row.head.deleted);
  for (const auto& condition : row.conditions)
    latest = std::max({latest, condition.updated, condition.changed});
  return latest;
}

// "3x progressing Updating": the verdicts of a watch, in order. Without pods, so that a pod that starts and
// one that was lost look alike.
std::vector<std::string> verdictsOf(std::string_view path) {
  std::vector<std::string> lines;
  std::vector<int> counts;
  for (const auto& frame : tests::kubeWatchFixture(path, KubeKind::Deployment)) {
    if (frame.type > wire::FrameType::Deleted) continue;
    const auto& row = std::get<DeploymentRow>(frame.row);
    const auto found = deploymentVerdict(row, {.now = timeOf(row), .soak = 0s});
    EXPECT_FALSE(found.evidence.empty());
    if (lines.empty() || lines.back() != said(found)) {
      lines.push_back(said(found));
      counts.push_back(0);
    }
    ++counts.back();
  }
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = std::to_string(counts[i]) + "x " + lines[i];
  return lines;
}

struct Golden {
  const char* watch;
  std::vector<std::string> verdicts;
};

TEST(RolloutVerdict, recordedWatches_giveTheirVerdictsInOrder) {
  const std::vector<Golden> table = {
      {"watch/rollout-good.deployment.jsonl",
       {"2x progressing NotObserved", "1x progressing Updating", "1x progressing NotObserved",
        "7x progressing Updating", "3x progressing RemovingOld", "2x healthy Available"}},
      {"watch/rollout-failed-image.deployment.jsonl",
       {"2x progressing NotObserved", "2x progressing Updating", "1x progressing NotObserved",
        "1x progressing Updating", "1x failed ProgressDeadlineExceeded"}},
      {"watch/rollout-undo.deployment.jsonl",
       {"2x progressing NotObserved", "1x progressing RemovingOld", "2x healthy Available"}},
      {"watch/rollout-failed-readiness.deployment.jsonl",
       {"2x progressing NotObserved", "2x progressing Updating", "1x failed ProgressDeadlineExceeded",
        "2x progressing NotObserved", "1x progressing RemovingOld", "2x healthy Available"}},
      {"watch/rollout-crashloop.deployment.jsonl",
       {"2x progressing NotObserved", "4x progressing Updating", "2x progressing RemovingOld",
        "2x healthy Available", "1x degraded Unavailable", "1x healthy Available", "1x degraded Unavailable",
        "1x healthy Available", "1x degraded Unavailable", "1x failed NothingAvailable",
        "1x degraded Unavailable", "1x healthy Available", "1x degraded Unavailable",
        "1x failed NothingAvailable"}},
      {"watch/pause-resume.deployment.jsonl",
       {"2x progressing NotObserved", "1x paused Paused", "1x progressing NotObserved", "1x paused Paused",
        "3x progressing NotObserved", "5x progressing Updating", "2x progressing RemovingOld",
        "2x healthy Available"}},
      {"watch/scale-2-4-2.deployment.jsonl",
       {"1x progressing NotObserved", "2x progressing ScalingUp", "2x degraded Unavailable",
        "1x healthy Available", "1x progressing NotObserved", "1x progressing ScalingDown",
        "3x healthy Available"}},
      {"watch/scale-quota-exceeded.deployment.jsonl",
       {"1x progressing NotObserved", "2x progressing ScalingUp", "12x failed FailedCreate",
        "1x progressing NotObserved", "3x progressing ScalingDown", "7x healthy Available"}},
      {"watch/delete-deployment.deployment.jsonl", {"8x progressing Deleting"}},
      {"watch/watch-from-0.deployments.jsonl", {"3x healthy Available", "1x failed NothingAvailable"}}};
  for (const auto& each : table) EXPECT_EQ(verdictsOf(each.watch), each.verdicts) << each.watch;
}

// The degraded lists, taken together as the dashboard does.
struct Degraded : testing::Test {
  std::vector<DeploymentRow> deployments =
      rowsOf<DeploymentRow>("degraded/deployments.json", KubeKind::Deployment);
  std::vector<ReplicaSetRow> sets = rowsOf<ReplicaSetRow>("degraded/replicasets.json", KubeKind::ReplicaSet);
  std::vector<PodRow> pods = rowsOf<PodRow>("degraded/pods.json", KubeKind::Pod);
  base::WallTime now = wire::kubeTime("2026-11-23T07:44:11Z");

  WorkloadView viewOf(const DeploymentRow& row) {
    WorkloadView view{.now = now, .soak = 0s};
    for (const auto& set : sets) {
      if (set.head.owner.uid != row.head.uid) continue;
      view.sets.push_back(&set);
      for (const auto& pod : pods)
        if (pod.head.owner.uid == set.head.uid) view.pods.push_back(&pod);
    }
    return view;
  }
  Verdict verdictOf(const DeploymentRow& row) { return deploymentVerdict(row, viewOf(row)); }
};

TEST_F(Degraded, lists_giveTheirVerdicts) {
  EXPECT_EQ(said(verdictOf(rowNamed(deployments, "agent-api"))), "failed ProgressDeadlineExceeded");
  EXPECT_EQ(said(verdictOf(rowNamed(deployments, "agent-web-blue"))), "healthy Available");
  EXPECT_EQ(said(verdictOf(rowNamed(deployments, "tool-runner"))), "degraded PodsFailing")
      << "it is available only between two crashes";
}

TEST_F(Degraded, newPodsThatFail_areToldBeforeTheDeadline) {
  auto row = rowNamed(deployments, "agent-api");
  for (auto& condition : row.conditions)
    if (condition.type == "Progressing") condition.reason = kubeNames().name("ReplicaSetUpdated");
  const auto found = verdictOf(row);
  EXPECT_EQ(said(found), "degraded NewPodsFailing");
  const auto names = [](const Evidence& each) {
    return each.field == "pods[agent-api-7dd5986559-mtqs4]" && each.value == "ImagePullBackOff";
  };
  EXPECT_TRUE(std::any_of(found.evidence.begin(), found.evidence.end(), names));
}

TEST_F(Degraded, oldPodsThatFail_areNotHeldAgainstTheNewTemplate) {
  auto row = rowNamed(deployments, "agent-api");
  const auto view = viewOf(row);
  const auto* newest = newReplicaSet(row, view.sets);
  ASSERT_TRUE(newest);
  EXPECT_EQ(newest->head.name, "agent-api-7dd5986559");
}

TEST_F(Degraded, deadlineOlderThanTheChange_isNoFailureForOneDeadline) {
  auto row = rowNamed(deployments, "agent-api");
  const auto judged = [&](std::chrono::seconds after) {
    auto changed = now + 1s;
    return said(deploymentVerdict(row, {.now = changed + after, .changed = changed}));
  };
  EXPECT_EQ(judged(5s), "progressing DeadlineOfEarlierChange");
  EXPECT_EQ(judged(11s), "failed ProgressDeadlineExceeded") << "its deadline is ten seconds";
}

TEST_F(Degraded, finishedRollout_soaksFirst) {
  const auto& row = rowNamed(deployments, "agent-web-blue");
  auto view = viewOf(row);
  view.soak = 60s;
  view.now = wire::kubeTime("2026-11-23T07:43:00Z");
  view.pods.clear();
  EXPECT_EQ(said(deploymentVerdict(row, view)), "progressing Soaking");
  view.now += 60s;
  EXPECT_EQ(said(deploymentVerdict(row, view)), "healthy Available");
}

TEST_F(Degraded, podsThatAreLostAfterTheRollout_degrade) {
  auto row = rowNamed(deployments, "agent-web-blue");
  row.available = row.ready = 1;
  EXPECT_EQ(said(deploymentVerdict(row, {.now = now})), "degraded Unavailable");
  row.available = row.ready = 0;
  EXPECT_EQ(said(deploymentVerdict(row, {.now = now})), "failed NothingAvailable");
}

TEST_F(Degraded, statusThatIsBehindItsPods_isNoLoss) {
  auto row = rowNamed(deployments, "agent-web-blue");
  row.available = row.ready = 0;
  EXPECT_EQ(said(deploymentVerdict(row, viewOf(row))), "progressing BecomingAvailable");
}

TEST_F(Degraded, scaledUp_podsThatOnlyStart_areProgress) {
  auto row = rowNamed(deployments, "agent-web-blue");
  row.replicas = row.total = row.updated = 3;
  auto starting = *viewOf(row).pods.at(0);
  starting.ready = false;
  starting.conditions.clear();
  starting.head.created = now - 5s;
  auto view = viewOf(row);
  view.pods.push_back(&starting);
  EXPECT_EQ(said(deploymentVerdict(row, view)), "progressing BecomingAvailable");
  view.now += 1h;
  EXPECT_EQ(said(deploymentVerdict(row, view)), "degraded PodsFailing") << "never ready within the deadline";
}

TEST(RolloutVerdict, pausedQuotaAndZero_haveTheirWords) {
  const auto paused = tests::rowFrom<DeploymentRow>(tests::kubeFixture("degraded/deployment-paused.json"),
                                                    KubeKind::Deployment);
  EXPECT_EQ(said(deploymentVerdict(paused, {.now = timeOf(paused)})), "paused Paused");
  const auto quota = tests::rowFrom<DeploymentRow>(
      tests::kubeFixture("degraded/deployment-quota-exceeded.json"), KubeKind::Deployment);
  EXPECT_EQ(said(deploymentVerdict(quota, {.now = timeOf(quota)})), "failed FailedCreate");
  auto zero = paused;
  zero.paused = false;
  zero.replicas = 0;
  EXPECT_EQ(said(deploymentVerdict(zero, {})), "progressing ScalingDown");
  zero.total = zero.updated = zero.ready = zero.available = 0;
  EXPECT_EQ(said(deploymentVerdict(zero, {})), "healthy ScaledToZero");
}

TEST(RolloutVerdict, unknownInput_isNeverHealthy) {
  for (const auto* json :
       {R"({"metadata":{"name":"a"},"status":[]})", R"({"metadata":{"name":"a"},"spec":7})"})
    EXPECT_EQ(said(deploymentVerdict(tests::rowFrom<DeploymentRow>(json, KubeKind::Deployment), {})),
              "unknown Malformed");
  EXPECT_NE(deploymentVerdict(
                tests::rowFrom<DeploymentRow>(R"({"metadata":{"name":"a"}})", KubeKind::Deployment), {})
                .kind,
            VerdictKind::Healthy);
}

TEST(RolloutVerdict, minimumAvailable_roundsAsTheControllerDoes) {
  DeploymentRow row;
  row.strategy = kubeNames().name("RollingUpdate");
  row.replicas = 3;
  EXPECT_EQ(minimumAvailable(row), 3) << "25 % of 3 is 0";
  EXPECT_EQ(surgeOf(row), 1);
  row.maxSurge = row.maxUnavailable = wire::IntOrPercent{0, true};
  EXPECT_EQ(minimumAvailable(row), 2) << "both zero mean one";
  row.replicas = 10;
  row.maxUnavailable = wire::IntOrPercent{25, true};
  EXPECT_EQ(minimumAvailable(row), 8);
  row.strategy = kubeNames().name("Recreate");
  EXPECT_EQ(minimumAvailable(row), 10);
}

TEST(SetVerdicts, recordedSets_areAvailable) {
  EXPECT_EQ(said(statefulSetVerdict(
                rowsOf<wire::StatefulSetRow>("healthy/statefulsets.json", KubeKind::StatefulSet).at(0), {})),
            "healthy Available");
  EXPECT_EQ(said(daemonSetVerdict(
                rowsOf<wire::DaemonSetRow>("healthy/daemonsets.json", KubeKind::DaemonSet).at(0), {})),
            "healthy Available");
}

TEST(SetVerdicts, statefulSet_byWhatIsMissing) {
  auto row = rowsOf<wire::StatefulSetRow>("healthy/statefulsets.json", KubeKind::StatefulSet).at(0);
  row.ready = 1;
  EXPECT_EQ(said(statefulSetVerdict(row, {})), "degraded Unavailable");
  row.ready = 0;
  EXPECT_EQ(said(statefulSetVerdict(row, {})), "failed NothingAvailable");
  row.updateRevision = kubeNames().name("vector-db-new");
  row.updated = 1;
  row.ready = 1;
  EXPECT_EQ(said(statefulSetVerdict(row, {})), "progressing Updating");
  row.ready = 2;
  row.partition = 1;
  EXPECT_EQ(said(statefulSetVerdict(row, {})), "healthy Available") << "the partition holds the rest back";
  row.head.generation = 9;
  EXPECT_EQ(said(statefulSetVerdict(row, {})), "progressing NotObserved");
}

// Seen while the one pod of a set was replaced: its readiness came before the status of the set.
TEST(SetVerdicts, statusThatIsBehindItsPods_isNoFailure) {
  auto row = rowsOf<wire::StatefulSetRow>("healthy/statefulsets.json", KubeKind::StatefulSet).at(0);
  row.replicas = row.total = row.updated = 1;
  row.ready = 0;
  wire::PodRow pod;
  pod.phase = wire::PodPhase::Running;
  pod.ready = true;
  EXPECT_EQ(said(statefulSetVerdict(row, {.pods = {&pod}})), "progressing BecomingAvailable");
  pod.ready = false;
  EXPECT_NE(said(statefulSetVerdict(row, {.pods = {&pod}})), "progressing BecomingAvailable");
}

TEST(SetVerdicts, daemonSet_byWhatIsMissing) {
  auto row = rowsOf<wire::DaemonSetRow>("healthy/daemonsets.json", KubeKind::DaemonSet).at(0);
  row.updated = 1;
  EXPECT_EQ(said(daemonSetVerdict(row, {})), "progressing Updating");
  row.updated = 3;
  row.available = 2;
  EXPECT_EQ(said(daemonSetVerdict(row, {})), "degraded Unavailable");
  row.desired = row.available = row.updated = row.scheduled = 0;
  EXPECT_EQ(said(daemonSetVerdict(row, {})), "healthy NoNodes");
}

}  // namespace
}  // namespace aiagent::cluster
