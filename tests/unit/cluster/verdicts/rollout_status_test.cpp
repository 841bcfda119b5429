#include "core/cluster/verdicts/rollout_status.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/wire/kube_table.h"
#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using tests::kubeFixture;
using tests::rowNamed;
using tests::rowsOf;
using wire::DeploymentRow;
using wire::KubeKind;

std::string printed(const RolloutStatus& status) {
  return (status.failed ? "error: " : "") + status.message;
}

void addOnce(std::vector<std::string>& lines, const std::string& line) {
  if (lines.empty() || lines.back() != line) lines.push_back(line);
}

std::vector<std::string> recordedLines(std::string_view path) {
  std::vector<std::string> lines;
  std::istringstream in(kubeFixture(path));
  for (std::string line; std::getline(in, line);) addOnce(lines, line);
  return lines;
}

std::vector<std::string> ourLines(std::string_view path) {
  std::vector<std::string> lines;
  for (const auto& frame : tests::kubeWatchFixture(path, KubeKind::Deployment))
    addOnce(lines, printed(rolloutStatus(std::get<DeploymentRow>(frame.row))));
  return lines;
}

TEST(RolloutStatus, recordedRollouts_saidWhatKubectlSaid) {
  struct Recorded {
    const char *watch, *cli;
  };
  for (const auto& each :
       {Recorded{"watch/rollout-good.deployment.jsonl", "cli/rollout-status-good.txt"},
        Recorded{"watch/rollout-failed-image.deployment.jsonl", "cli/rollout-status-failed.txt"},
        Recorded{"watch/rollout-undo.deployment.jsonl", "cli/rollout-status-undo.txt"}}) {
    const auto ours = ourLines(each.watch), theirs = recordedLines(each.cli);
    ASSERT_GE(ours.size(), theirs.size()) << each.watch;
    // kubectl began to look later than the watch did.
    EXPECT_EQ(std::vector<std::string>(ours.end() - std::ptrdiff_t(theirs.size()), ours.end()), theirs)
        << each.watch;
  }
}

TEST(RolloutStatus, deploymentColumns_equalTheServersTables) {
  for (const std::string folder : {"healthy", "degraded"}) {
    const auto table = wire::readKubeTable(kubeFixture(folder + "/deployments.table.json"));
    const auto rows = rowsOf<DeploymentRow>(folder + "/deployments.json", KubeKind::Deployment);
    ASSERT_EQ(table->rows.size(), rows.size());
    for (const auto& line : table->rows) {
      const auto& row = rowNamed(rows, line.cells.at(0));
      EXPECT_EQ(line.cells.at(1), std::to_string(row.ready) + "/" + std::to_string(row.replicas));
      EXPECT_EQ(line.cells.at(2), std::to_string(row.updated));
      EXPECT_EQ(line.cells.at(3), std::to_string(row.available));
    }
  }
}

TEST(RolloutStatus, deployment_stepsInOrder) {
  DeploymentRow row;
  row.head.name = "api";
  row.head.generation = 2;
  row.observedGeneration = 1;
  row.replicas = 3;
  EXPECT_EQ(rolloutStatus(row).message, "Waiting for deployment spec update to be observed...");
  row.observedGeneration = 2;
  EXPECT_EQ(rolloutStatus(row).message,
            "Waiting for deployment \"api\" rollout to finish: 0 out of 3 new replicas have been updated...");
  row.updated = 3;
  row.total = 4;
  EXPECT_EQ(rolloutStatus(row).message,
            "Waiting for deployment \"api\" rollout to finish: 1 old replicas are pending termination...");
  row.total = 3;
  row.available = 2;
  EXPECT_EQ(rolloutStatus(row).message,
            "Waiting for deployment \"api\" rollout to finish: 2 of 3 updated replicas are available...");
  row.available = 3;
  EXPECT_TRUE(rolloutStatus(row).done);
}

TEST(RolloutStatus, zeroReplicas_isDoneAtOnce) {
  DeploymentRow row;
  row.head.name = "api";
  row.replicas = 0;
  EXPECT_EQ(printed(rolloutStatus(row)), "deployment \"api\" successfully rolled out");
}

TEST(RolloutStatus, statefulSet_partitionsAndRevisions) {
  wire::StatefulSetRow row;
  row.strategy = tests::kubeNames().name("RollingUpdate");
  row.replicas = 3;
  EXPECT_EQ(rolloutStatus(row).message, "Waiting for statefulset spec update to be observed...");
  row.observedGeneration = 1;
  row.ready = 1;
  EXPECT_EQ(rolloutStatus(row).message, "Waiting for 2 pods to be ready...");
  row.ready = 3;
  row.rollingUpdate = true;
  row.partition = 1;
  row.updated = 1;
  EXPECT_EQ(rolloutStatus(row).message,
            "Waiting for partitioned roll out to finish: 1 out of 2 new pods have been updated...");
  row.updated = 2;
  EXPECT_EQ(rolloutStatus(row).message, "partitioned roll out complete: 2 new pods have been updated...");
  EXPECT_TRUE(rolloutStatus(row).done);
  row.rollingUpdate = false;
  row.currentRevision = tests::kubeNames().name("a");
  row.updateRevision = tests::kubeNames().name("b");
  EXPECT_EQ(rolloutStatus(row).message,
            "waiting for statefulset rolling update to complete 2 pods at revision b...");
  row.currentRevision = row.updateRevision;
  row.current = 3;
  EXPECT_EQ(rolloutStatus(row).message, "statefulset rolling update complete 3 pods at revision b...");
}

TEST(RolloutStatus, onDelete_isAnError) {
  wire::StatefulSetRow set;
  set.strategy = tests::kubeNames().name("OnDelete");
  EXPECT_EQ(printed(rolloutStatus(set)),
            "error: rollout status is only available for RollingUpdate strategy type");
}

TEST(RolloutStatus, recordedSets_areDone) {
  EXPECT_EQ(
      rolloutStatus(rowsOf<wire::StatefulSetRow>("healthy/statefulsets.json", KubeKind::StatefulSet).at(0))
          .message,
      "partitioned roll out complete: 2 new pods have been updated...");
  EXPECT_EQ(
      rolloutStatus(rowsOf<wire::DaemonSetRow>("healthy/daemonsets.json", KubeKind::DaemonSet).at(0)).message,
      "daemon set \"log-agent\" successfully rolled out");
}

TEST(RolloutStatus, daemonSet_stepsInOrder) {
  wire::DaemonSetRow row;
  row.head.name = "log";
  row.strategy = tests::kubeNames().name("RollingUpdate");
  row.desired = 3;
  row.updated = 1;
  EXPECT_EQ(rolloutStatus(row).message,
            "Waiting for daemon set \"log\" rollout to finish: 1 out of 3 new pods have been updated...");
  row.updated = 3;
  row.available = 2;
  EXPECT_EQ(rolloutStatus(row).message,
            "Waiting for daemon set \"log\" rollout to finish: 2 of 3 updated pods are available...");
  row.head.generation = 2;
  EXPECT_EQ(rolloutStatus(row).message, "Waiting for daemon set spec update to be observed...");
}

}  // namespace
}  // namespace aiagent::cluster
