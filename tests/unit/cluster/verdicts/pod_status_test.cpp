#include "core/cluster/verdicts/pod_status.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>

#include "core/cluster/human_duration.h"
#include "core/wire/kube_table.h"
#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using tests::kubeFixture;
using tests::rowFrom;
using tests::rowNamed;
using tests::rowsOf;
using wire::KubeKind;
using wire::PodRow;

// When the server printed: the youngest moment that every age of the table allows.
base::WallTime printedAt(const wire::KubeTable& table, const std::vector<PodRow>& pods) {
  base::WallTime now{};
  for (const auto& row : table.rows) {
    int seconds = 0;
    const auto& age = row.cells.at(4);
    std::from_chars(age.data(), age.data() + age.size(), seconds);
    now = std::max<base::WallTime>(
        now, rowNamed(pods, row.cells.at(0)).head.created + std::chrono::seconds(seconds));
  }
  return now;
}

std::vector<std::string> cells(const PodRow& pod, base::WallTime now) {
  const auto status = podStatus(pod);
  return {pod.head.name, status.readyText(), status.word, status.restartsText(now),
          ageText(pod.head.created, now)};
}

std::vector<std::string> firstCells(const wire::KubeTableRow& row) {
  return {row.cells.begin(), row.cells.begin() + 5};
}

PodRow pod(const std::string& spec, const std::string& status, const std::string& metadata = "") {
  return rowFrom<PodRow>(
      R"({"metadata":{"name":"p")" + metadata + R"(},"spec":)" + spec + R"(,"status":)" + status + "}",
      KubeKind::Pod);
}

std::string word(const std::string& spec, const std::string& status, const std::string& metadata = "") {
  return podStatus(pod(spec, status, metadata)).word;
}

TEST(PodStatus, recordedPods_equalTheServersTable) {
  for (const std::string folder : {"healthy", "degraded"}) {
    const auto table = wire::readKubeTable(kubeFixture(folder + "/pods.table.json"));
    const auto pods = rowsOf<PodRow>(folder + "/pods.json", KubeKind::Pod);
    ASSERT_TRUE(table.has_value());
    ASSERT_EQ(table->rows.size(), pods.size());
    const auto now = printedAt(*table, pods);
    for (const auto& row : table->rows)
      EXPECT_EQ(cells(rowNamed(pods, row.cells.at(0)), now), firstCells(row)) << folder;
  }
}

TEST(PodStatus, recordedPods_equalWhatKubectlPrinted) {
  const auto text = kubeFixture("cli/get-degraded.txt");
  const auto table = wire::readKubeTable(kubeFixture("degraded/pods.table.json"));
  const auto pods = rowsOf<PodRow>("degraded/pods.json", KubeKind::Pod);
  for (const auto& each : pods) {
    const auto status = podStatus(each);
    const auto at = text.find("pod/" + each.head.name + " ");
    ASSERT_NE(at, text.npos) << each.head.name;
    const auto line = text.substr(at, text.find('\n', at) - at);
    EXPECT_NE(line.find(" " + status.readyText() + " "), line.npos) << line;
    EXPECT_NE(line.find(" " + status.word + " "), line.npos) << line;
    EXPECT_NE(line.find(" " + std::to_string(status.restarts) + " "), line.npos) << line;
  }
}

TEST(PodStatus, goodRollout_everyEventEqualsTheTableWatch) {
  std::vector<std::vector<std::string>> ours, theirs;
  for (const auto& frame : tests::kubeWatchFixture("watch/rollout-good.pods.jsonl", KubeKind::Pod)) {
    const auto line = cells(std::get<PodRow>(frame.row), {});
    ours.push_back({line.begin(), line.begin() + 3});
  }
  std::string lines = kubeFixture("watch/rollout-good.pods.table.jsonl");
  for (std::size_t at = 0, end; (end = lines.find('\n', at)) != lines.npos; at = end + 1) {
    const auto object = lines.find("\"object\":", at) + 9;
    const auto table = wire::readKubeTable(lines.substr(object, end - object - 1));
    ASSERT_TRUE(table.has_value());
    theirs.push_back({table->rows.at(0).cells.begin(), table->rows.at(0).cells.begin() + 3});
  }
  EXPECT_EQ(ours, theirs);
}

TEST(PodStatus, inits_countUpAndTellWhyTheyFail) {
  const std::string spec = R"({"initContainers":[{"name":"a"},{"name":"b"}],"containers":[{"name":"c"}]})";
  const auto inits = [&](const std::string& list) {
    return word(spec, R"({"phase":"Pending","initContainerStatuses":[)" + list + "]}");
  };
  EXPECT_EQ(inits(R"({"name":"a","state":{"running":{}}})"), "Init:0/2");
  EXPECT_EQ(
      inits(
          R"({"name":"a","state":{"terminated":{"exitCode":0}}},{"name":"b","state":{"waiting":{"reason":"PodInitializing"}}})"),
      "Init:1/2");
  EXPECT_EQ(inits(R"({"name":"a","state":{"waiting":{"reason":"CrashLoopBackOff"}}})"),
            "Init:CrashLoopBackOff");
  EXPECT_EQ(inits(R"({"name":"a","state":{"terminated":{"exitCode":3}}})"), "Init:ExitCode:3");
  EXPECT_EQ(inits(R"({"name":"a","state":{"terminated":{"exitCode":137,"signal":9}}})"), "Init:Signal:9");
  EXPECT_EQ(inits(R"({"name":"a","state":{"terminated":{"exitCode":1,"reason":"Error"}}})"), "Init:Error");
}

TEST(PodStatus, sidecar_countsInReadyAndTotal) {
  const auto row = pod(
      R"({"initContainers":[{"name":"s","restartPolicy":"Always"}],"containers":[{"name":"c"}]})",
      R"({"phase":"Running","initContainerStatuses":[{"name":"s","started":true,"ready":true,"restartCount":2,
                       "state":{"running":{}},"lastState":{"terminated":{"finishedAt":"2026-11-23T07:00:00Z"}}}],
                       "containerStatuses":[{"name":"c","ready":true,"state":{"running":{}},"restartCount":1}]})");
  const auto status = podStatus(row);
  EXPECT_EQ(status.readyText(), "2/2");
  EXPECT_EQ(status.word, "Running");
  EXPECT_EQ(status.restarts, 3);
  EXPECT_EQ(status.restartsText(wire::kubeTime("2026-11-23T07:00:30Z")), "3 (30s ago)");
}

TEST(PodStatus, completedBesideOthers_saysWhatTheOthersAre) {
  const std::string spec = R"({"containers":[{"name":"a"},{"name":"b"}]})";
  const std::string done = R"({"name":"a","state":{"terminated":{"exitCode":0,"reason":"Completed"}}})";
  const auto beside = [&](const std::string& other, const std::string& conditions) {
    return word(spec, R"({"phase":"Running","conditions":[)" + conditions + R"(],"containerStatuses":[)" +
                          done + "," + other + "]}");
  };
  const std::string running = R"({"name":"b","ready":true,"state":{"running":{}}})";
  EXPECT_EQ(beside(running, R"({"type":"Ready","status":"True"})"), "Running");
  EXPECT_EQ(beside(running, R"({"type":"Ready","status":"False"})"), "NotReady");
  EXPECT_EQ(beside(R"({"name":"b","state":{"terminated":{"exitCode":1,"reason":"Error"}}})", ""), "Error");
  const std::string failed = R"({"name":"c","state":{"terminated":{"exitCode":2,"reason":"Error"}}})";
  EXPECT_EQ(beside(failed + "," + running, R"({"type":"Ready","status":"False"})"), "Error")
      << "before NotReady";
  EXPECT_EQ(beside(failed + "," + running, R"({"type":"Ready","status":"True"})"), "Running");
}

TEST(PodStatus, deletion_isTerminatingUnlessThePodHasEnded) {
  const std::string deleted = R"(,"deletionTimestamp":"2026-11-23T07:00:00Z")";
  EXPECT_EQ(word("{}", R"({"phase":"Running"})", deleted), "Terminating");
  EXPECT_EQ(word("{}", R"({"phase":"Succeeded"})", deleted), "Succeeded");
  EXPECT_EQ(word("{}", R"({"phase":"Running","reason":"NodeLost"})", deleted), "Unknown");
}

TEST(PodStatus, reasonsOfTheStatus_comeBeforeThePhase) {
  EXPECT_EQ(word("{}", R"({"phase":"Failed","reason":"Evicted"})"), "Evicted");
  EXPECT_EQ(
      word(
          "{}",
          R"({"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"SchedulingGated"}]})"),
      "SchedulingGated");
  EXPECT_EQ(word("{}", R"({"phase":"Weird"})"), "Weird");
  EXPECT_EQ(word("{}", "{}"), "Unknown");
}

}  // namespace
}  // namespace aiagent::cluster
