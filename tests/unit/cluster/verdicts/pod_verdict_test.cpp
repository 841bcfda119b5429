#include "core/cluster/verdicts/pod_verdict.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using tests::rowFrom;
using tests::rowNamed;
using tests::rowsOf;
using wire::KubeKind;
using wire::PodRow;

const auto kNow = wire::kubeTime("2026-11-23T08:00:00Z");

std::string said(const Verdict& verdict) {
  return std::string(toWord(verdict.kind)) + " " + verdict.reason;
}

std::string saidOf(const std::string& status, const std::string& spec = R"({"containers":[{"name":"c"}]})",
                   const std::string& metadata = R"(,"creationTimestamp":"2026-11-23T07:00:00Z")") {
  const auto pod = rowFrom<PodRow>(
      R"({"metadata":{"name":"p")" + metadata + R"(},"spec":)" + spec + R"(,"status":)" + status + "}",
      KubeKind::Pod);
  const auto found = podVerdict(pod, kNow);
  EXPECT_TRUE(!plainlyWell(pod) || found.kind == VerdictKind::Healthy)
      << "the quick answer must be the true one";
  return said(found);
}

std::string running(const std::string& container, const std::string& ready = "True") {
  return R"({"phase":"Running","conditions":[{"type":"Ready","status":")" + ready +
         R"("}],"containerStatuses":[{"name":"c",)" + container + "}]}";
}

TEST(PodVerdict, recordedDegradedPods_eachHasItsWord) {
  const auto pods = rowsOf<PodRow>("degraded/pods.json", KubeKind::Pod);
  const auto now = wire::kubeTime("2026-11-23T07:44:11Z");
  const std::vector<std::pair<const char*, const char*>> expected = {
      {"agent-api-7dd5986559-mtqs4", "failed ImagePullBackOff"},
      {"agent-api-7f445fdfbc-2r2ts", "healthy Ready"},
      {"db-migrate-0042-ltzsb", "healthy Completed"},
      {"embedder-oom", "degraded OOMKilled"},
      {"gpu-trainer", "degraded Unschedulable"},
      {"tool-runner-7474f877b5-fxbbc", "degraded CrashLooping"},
      {"vector-db-0", "healthy Ready"}};
  for (const auto& [name, words] : expected) {
    const auto found = podVerdict(rowNamed(pods, name), now);
    EXPECT_EQ(said(found), words) << name;
    EXPECT_FALSE(found.evidence.empty()) << name;
  }
}

TEST(PodVerdict, everyRecordedPod_hasAVerdictWithEvidence) {
  for (const auto* path :
       {"healthy/pods.json", "degraded/pods.json", "objects/pods-field-selector-running.json"})
    for (const auto& pod : rowsOf<PodRow>(path, KubeKind::Pod)) {
      const auto found = podVerdict(pod, kNow);
      EXPECT_FALSE(found.evidence.empty()) << pod.head.name;
      EXPECT_NE(found.kind, VerdictKind::Unknown) << pod.head.name;
    }
}

TEST(PodVerdict, plainlyWell_saysWhatTheWholeJudgementSays) {
  int well = 0, ofThemHealthy = 0;
  for (const auto* path : {"healthy/pods.json", "degraded/pods.json"})
    for (const auto& pod : rowsOf<PodRow>(path, KubeKind::Pod)) {
      if (!plainlyWell(pod)) continue;
      ++well;
      for (const auto now : {kNow, kNow + 1000h})
        ofThemHealthy += podVerdict(pod, now).kind == VerdictKind::Healthy ? 1 : 0;
    }
  EXPECT_GT(well, 5);
  EXPECT_EQ(ofThemHealthy, 2 * well);
}

// The latest time that a pod tells: as good as the time of its event.
base::WallTime timeOf(const PodRow& pod) {
  auto latest = std::max(pod.head.created, pod.started);
  for (const auto& condition : pod.conditions) latest = std::max(latest, condition.changed);
  for (const auto& container : pod.containers)
    latest = std::max({latest, container.since, container.finished, container.lastFinished});
  return latest;
}

std::vector<std::string> verdictsOf(std::string_view path) {
  std::vector<std::string> lines;
  std::vector<int> counts;
  for (const auto& frame : tests::kubeWatchFixture(path, KubeKind::Pod)) {
    if (frame.type > wire::FrameType::Deleted) continue;
    const auto& pod = std::get<PodRow>(frame.row);
    const auto words = said(podVerdict(pod, timeOf(pod)));
    if (lines.empty() || lines.back() != words) {
      lines.push_back(words);
      counts.push_back(0);
    }
    ++counts.back();
  }
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = std::to_string(counts[i]) + "x " + lines[i];
  return lines;
}

TEST(PodVerdict, recordedWatches_giveTheirVerdictsInOrder) {
  const std::vector<std::pair<const char*, std::vector<std::string>>> table = {
      {"watch/rollout-good.pods.jsonl",
       {"4x progressing Starting", "1x healthy Ready", "3x progressing Terminating",
        "3x progressing Starting", "1x healthy Ready", "1x progressing Terminating",
        "2x progressing Starting", "2x progressing Terminating", "1x progressing Starting",
        "3x progressing Terminating", "1x progressing Starting", "3x progressing Terminating",
        "1x progressing Starting", "1x healthy Ready", "6x progressing Terminating"}},
      {"watch/rollout-failed-image.pods.jsonl",
       {"4x progressing Starting", "1x degraded ErrImagePull", "1x failed ImagePullBackOff"}},
      {"watch/rollout-failed-readiness.pods.jsonl",
       {"5x progressing Starting", "6x progressing Terminating"}},
      {"watch/rollout-undo.pods.jsonl", {"6x progressing Terminating"}},
      {"watch/selector-leave.pods.jsonl", {"2x degraded Unschedulable"}},
      {"watch/watchlist-sendinitialevents.pods.jsonl", {"4x healthy Ready"}}};
  for (const auto& [path, verdicts] : table) EXPECT_EQ(verdictsOf(path), verdicts) << path;
}

TEST(PodVerdict, oomKill_agesOutAfterACleanRun) {
  const auto killed = [](const std::string& finished) {
    return running(
        R"("ready":true,"restartCount":1,"state":{"running":{}},"lastState":{"terminated":{"reason":"OOMKilled","exitCode":137,"finishedAt":")" +
        finished + R"("}})");
  };
  EXPECT_EQ(saidOf(killed("2026-11-23T07:30:00Z")), "degraded OOMKilled");
  EXPECT_EQ(saidOf(killed("2026-11-21T07:30:00Z")), "healthy Ready") << "two days ago";
}

TEST(PodVerdict, crashLoop_isAWindowAndNotAnInstant) {
  const auto crashed = [](const std::string& finished, int restarts) {
    return running(
        R"("ready":true,"restartCount":)" + std::to_string(restarts) +
        R"(,"state":{"running":{}},"lastState":{"terminated":{"reason":"Error","exitCode":1,"finishedAt":")" +
        finished + R"("}})");
  };
  EXPECT_EQ(saidOf(crashed("2026-11-23T07:57:00Z", 4)), "degraded CrashLooping")
      << "it runs between two crashes";
  EXPECT_EQ(saidOf(crashed("2026-11-23T07:57:00Z", 1)), "degraded Restarted");
  EXPECT_EQ(saidOf(crashed("2026-11-23T07:50:00Z", 4)), "healthy Ready");
  EXPECT_EQ(saidOf(running(R"("restartCount":3,"state":{"waiting":{"reason":"CrashLoopBackOff"}})", "False")),
            "degraded CrashLooping");
}

TEST(PodVerdict, crashLoopAfterOom_saysOom) {
  EXPECT_EQ(saidOf(running(R"("restartCount":3,"state":{"waiting":{"reason":"CrashLoopBackOff"}},
            "lastState":{"terminated":{"reason":"OOMKilled","exitCode":137,"finishedAt":"2026-11-23T07:59:00Z"}})",
                           "False")),
            "degraded OOMKilled");
}

TEST(PodVerdict, waitingReasons_thatDoNotPass) {
  for (const auto* reason :
       {"ImagePullBackOff", "InvalidImageName", "CreateContainerConfigError", "ErrImageNeverPull"})
    EXPECT_EQ(saidOf(running(R"("state":{"waiting":{"reason":")" + std::string(reason) + R"("}})", "False")),
              "failed " + std::string(reason));
  EXPECT_EQ(saidOf(running(R"("state":{"waiting":{"reason":"ErrImagePull"}})", "False")),
            "degraded ErrImagePull");
}

TEST(PodVerdict, notReady_isStartingOnlyWhileYoungAndNeverReady) {
  const std::string young = R"(,"creationTimestamp":"2026-11-23T07:58:00Z")";
  const std::string spec = R"({"containers":[{"name":"c"}]})";
  const auto since = [](const char* changed) {
    return R"({"phase":"Running","conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady","lastTransitionTime":")" +
           std::string(changed) +
           R"("}],"containerStatuses":[{"name":"c","state":{"running":{"startedAt":"2026-11-23T07:58:02Z"}}}]})";
  };
  EXPECT_EQ(saidOf(since("2026-11-23T07:58:01Z"), spec, young), "progressing Starting");
  EXPECT_EQ(saidOf(since("2026-11-23T07:59:01Z"), spec, young), "degraded NotReady") << "it was ready before";
  EXPECT_EQ(saidOf(since("2026-11-23T07:58:01Z"), spec), "degraded NotReady") << "an hour old";
}

TEST(PodVerdict, pending_byWhatHoldsItUp) {
  const std::string young = R"(,"creationTimestamp":"2026-11-23T07:58:00Z")";
  EXPECT_EQ(saidOf(R"({"phase":"Pending"})", "{}", young), "progressing Starting");
  EXPECT_EQ(saidOf(R"({"phase":"Pending"})"), "degraded SlowStart");
  EXPECT_EQ(
      saidOf(
          R"({"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/3 nodes"}]})"),
      "degraded Unschedulable");
  EXPECT_EQ(
      saidOf(
          R"({"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"SchedulingGated"}]})"),
      "paused SchedulingGated");
}

TEST(PodVerdict, endings_andDeletion) {
  EXPECT_EQ(saidOf(R"({"phase":"Failed","reason":"Evicted"})"), "failed Evicted");
  EXPECT_EQ(saidOf(R"({"phase":"Succeeded"})"), "healthy Completed");
  EXPECT_EQ(saidOf(R"({"phase":"Running"})", "{}", R"(,"deletionTimestamp":"2026-11-23T08:00:20Z")"),
            "progressing Terminating");
  EXPECT_EQ(saidOf(R"({"phase":"Running"})", "{}", R"(,"deletionTimestamp":"2026-11-23T07:50:00Z")"),
            "degraded StuckTerminating");
}

TEST(PodVerdict, unknownInput_isNeverHealthy) {
  EXPECT_EQ(saidOf(R"({"phase":"Unknown"})"), "unknown PhaseUnknown");
  EXPECT_EQ(saidOf("{}"), "unknown PhaseUnknown");
  EXPECT_EQ(saidOf(R"({"phase":"Running","reason":"NodeLost"})"), "unknown NodeLost");
  EXPECT_EQ(saidOf(R"([])"), "unknown Malformed");
  EXPECT_EQ(saidOf(R"({"phase":"Running"})"), "degraded NotReady") << "no condition says that it is ready";
}

}  // namespace
}  // namespace aiagent::cluster
