#include "core/cluster/history/history_observer.h"

#include <gmock/gmock.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using domain::ClusterFact;
using domain::ClusterFactKind;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using wire::KubeKind;

class Observed : public testing::Test {
 protected:
  void deployment(std::string name, int replicas, VerdictKind kind, std::string image = "web:1",
                  std::int64_t revision = 1) {
    wire::DeploymentRow row;
    row.head.kind = KubeKind::Deployment;
    row.head.name = name;
    row.head.uid = "u-" + name;
    std::string packed;
    wire::Pairs::pack(packed, "deployment.kubernetes.io/revision", std::to_string(revision));
    row.head.annotations = wire::Pairs(tests::kubeNames().name(packed));
    tables[KubeKind::Deployment].put(row);
    std::erase_if(workloads, [&](const auto& one) { return one.name == name; });
    Workload one{.kind = KubeKind::Deployment, .nameSpace = "aiagent", .name = name, .uid = "u-" + name};
    one.verdict =
        verdict(kind, kind == VerdictKind::Healthy ? "Complete" : "Because").with("pods", "0", "rule");
    one.desired = replicas;
    one.images = std::move(image);
    one.version = std::to_string(++version);
    workloads.push_back(std::move(one));
  }
  std::vector<ClusterFact> look(bool known = true) {
    now += std::chrono::seconds(10);
    return observer->look({.now = now,
                           .known = known,
                           .workloads = &workloads,
                           .environment = environment,
                           .table = [this](KubeKind kind) -> const KindTable* {
                             const auto found = tables.find(kind);
                             return found == tables.end() ? nullptr : &found->second;
                           },
                           .news = news,
                           .alerts = alerts ? &*alerts : nullptr});
  }
  std::vector<ClusterFactKind> kinds(bool known = true) {
    std::vector<ClusterFactKind> all;
    for (const auto& fact : look(known)) all.push_back(fact.kind);
    return all;
  }

  base::WallTime now = base::wallTimeFromMillis(1'795'400'000'000);
  std::optional<HistoryObserver> observer{std::in_place};
  std::map<KubeKind, KindTable> tables;
  std::vector<Workload> workloads;
  int version = 0;
  std::optional<std::vector<wire::PromAlert>> alerts;
  std::map<KubeKind, std::vector<std::string>> news;  // of a kind that is not in it all are looked at
  Verdict environment = verdict(VerdictKind::Healthy, "AllHealthy");
};

TEST_F(Observed, firstLook_isNoNews_andTheStateHasItAll) {
  deployment("web", 3, VerdictKind::Healthy, "web:1", 7);
  EXPECT_THAT(look(), IsEmpty());
  const auto& web = observer->state().workloads.at("u-web");
  EXPECT_EQ(web.revision, 7);
  EXPECT_EQ(web.wanted, 3);
  EXPECT_EQ(observer->state().verdict, "healthy");
  EXPECT_EQ(observer->watchedUntil(), now);
}

TEST_F(Observed, release_isTold_fromItsBeginningToItsEnd) {
  deployment("web", 3, VerdictKind::Healthy);
  look();
  deployment("web", 3, VerdictKind::Progressing, "web:2", 2);
  const auto begun = look();
  ASSERT_EQ(begun.size(), 3u);
  EXPECT_EQ(begun[0].kind, ClusterFactKind::RolloutBegun);
  EXPECT_EQ(begun[1].kind, ClusterFactKind::Revision);
  EXPECT_EQ(begun[1].before + begun[1].after, "web:1web:2");
  EXPECT_EQ(begun[1].amount, 2);
  EXPECT_EQ(begun[2].kind, ClusterFactKind::Verdict);
  EXPECT_EQ(begun[2].detail, "pods: 0");
  EXPECT_THAT(look(), IsEmpty());
  deployment("web", 3, VerdictKind::Healthy, "web:2", 2);
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::RolloutDone, ClusterFactKind::Verdict));
}

TEST_F(Observed, releaseThatFails_isTold_andADegradationLaterIsNone) {
  deployment("web", 3, VerdictKind::Progressing);
  look();
  deployment("web", 3, VerdictKind::Failed);
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::RolloutFailed, ClusterFactKind::Verdict));
  deployment("web", 3, VerdictKind::Healthy);
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::Verdict));
}

TEST_F(Observed, verdictThatChangesWithTime_isTold_thoughTheObjectIsTheSame) {
  deployment("web", 3, VerdictKind::Progressing);
  look();
  workloads[0].verdict = verdict(VerdictKind::Failed, "DeadlineExceeded");
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::RolloutFailed, ClusterFactKind::Verdict));
  EXPECT_THAT(look(), IsEmpty());
}

TEST_F(Observed, scaling_isTold) {
  deployment("web", 3, VerdictKind::Healthy);
  look();
  deployment("web", 5, VerdictKind::Healthy);
  const auto facts = look();
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].kind, ClusterFactKind::Scaled);
  EXPECT_EQ(facts[0].before + '>' + facts[0].after, "3>5");
  EXPECT_EQ(facts[0].object, "deployment/web");
}

TEST_F(Observed, workloadThatComesAndGoes_isTold_butNotOneThatMayNotBeSeen) {
  deployment("web", 3, VerdictKind::Healthy);
  look();
  deployment("new", 1, VerdictKind::Healthy);
  EXPECT_THAT(kinds(),
              ElementsAre(ClusterFactKind::Appeared, ClusterFactKind::Scaled, ClusterFactKind::Verdict));
  auto kept = std::exchange(tables, {});
  const auto shown = std::exchange(workloads, {});
  EXPECT_THAT(look(), IsEmpty());
  tables = std::move(kept);
  workloads = shown;
  EXPECT_THAT(look(), IsEmpty());
  tables.clear();
  tables[KubeKind::Deployment];  // known, and empty
  workloads.clear();
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::Deleted, ClusterFactKind::Deleted));
}

TEST_F(Observed, timeInWhichNothingWasKnown_isAGap) {
  deployment("web", 3, VerdictKind::Healthy);
  look();
  const auto since = now;
  for (int i = 0; i < 10; ++i) EXPECT_THAT(look(false), IsEmpty());
  const auto facts = look();
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].kind, ClusterFactKind::Gap);
  EXPECT_EQ(facts[0].time, since);
  EXPECT_EQ(facts[0].until, now);
  look(false);
  EXPECT_THAT(look(), IsEmpty()) << "ten seconds are no gap";
}

TEST_F(Observed, programThatBeginsAgain_tellsWhatHappenedMeanwhile) {
  deployment("web", 3, VerdictKind::Healthy);
  look();
  const auto last = observer->state();
  const auto until = observer->watchedUntil();
  observer.emplace().continueFrom(last, until);
  now += std::chrono::hours(2);
  deployment("web", 3, VerdictKind::Healthy, "web:2", 2);
  EXPECT_THAT(kinds(), testing::IsSupersetOf({ClusterFactKind::Gap, ClusterFactKind::Revision}));
}

TEST_F(Observed, environmentsVerdict_isTold) {
  look();
  environment = verdict(VerdictKind::Degraded, "PodsFail");
  const auto facts = look();
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].kind, ClusterFactKind::Environment);
  EXPECT_EQ(facts[0].before + '>' + facts[0].after, "healthy>degraded");
}

TEST_F(Observed, recordedPods_tellTheirKillsAndLoops_onceEach) {
  for (auto& row : tests::kubeListFixture("degraded/pods.json", KubeKind::Pod)) {
    for (const auto& one : std::get<wire::PodRow>(row).containers) now = std::max(now, one.lastFinished);
    tables[KubeKind::Pod].put(std::move(row));
  }
  const auto facts = look();
  const auto about = [&](ClusterFactKind kind, const std::string& object) {
    return std::any_of(facts.begin(), facts.end(),
                       [&](const auto& fact) { return fact.kind == kind && fact.object == object; });
  };
  EXPECT_TRUE(about(ClusterFactKind::OomKilled, "pod/embedder-oom"));
  EXPECT_TRUE(about(ClusterFactKind::CrashLoop, "pod/embedder-oom"));
  EXPECT_THAT(look(), IsEmpty());
}

TEST_F(Observed, recordedWarnings_areTold_andAgainWhenTheyDouble) {
  auto rows = tests::kubeListFixture("degraded/events-warning.json", KubeKind::Event);
  for (const auto& row : rows) now = std::max(now, std::get<wire::EventRow>(row).last);
  for (const auto& row : rows) tables[KubeKind::Event].put(row);
  const auto facts = look();
  ASSERT_EQ(facts.size(), rows.size());
  EXPECT_EQ(facts[0].kind, ClusterFactKind::Warning);
  EXPECT_FALSE(facts[0].detail.empty());
  EXPECT_THAT(look(), IsEmpty());
  auto more = std::get<wire::EventRow>(rows[0]);
  more.count = 2 * more.count + 1;
  more.head.resourceVersion += "0";
  tables[KubeKind::Event].put(more);
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::Warning));
}

TEST_F(Observed, whereChangesAreTold_onlyTheyAreLookedAt) {
  std::vector<std::string> pods, events;
  for (auto& row : tests::kubeListFixture("degraded/pods.json", KubeKind::Pod)) {
    for (const auto& one : std::get<wire::PodRow>(row).containers) now = std::max(now, one.lastFinished);
    pods.push_back(wire::headOf(row).uid);
    tables[KubeKind::Pod].put(std::move(row));
  }
  for (auto& row : tests::kubeListFixture("degraded/events-warning.json", KubeKind::Event)) {
    now = std::max(now, std::get<wire::EventRow>(row).last);
    events.push_back(wire::headOf(row).uid);
    tables[KubeKind::Event].put(std::move(row));
  }
  news = {{KubeKind::Pod, {}}, {KubeKind::Event, {}}};
  EXPECT_THAT(look(), IsEmpty());
  news[KubeKind::Event] = {events.at(0), "one that is gone"};
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::Warning));
  news[KubeKind::Event] = std::vector(events.begin() + 1, events.end());
  EXPECT_EQ(look().size(), events.size() - 1);
  news = {{KubeKind::Pod, pods}, {KubeKind::Event, {}}};
  EXPECT_THAT(kinds(), Contains(ClusterFactKind::OomKilled));
  news.clear();
  EXPECT_THAT(look(), IsEmpty()) << "all was told";
}

TEST_F(Observed, recordedNodeThatStopped_isTold) {
  for (auto& row : tests::kubeListFixture("healthy/nodes.json", KubeKind::Node))
    tables[KubeKind::Node].put(std::move(row));
  EXPECT_THAT(look(), IsEmpty());
  for (auto& row : tests::kubeListFixture("degraded/nodes-one-notready.json", KubeKind::Node))
    tables[KubeKind::Node].put(std::move(row));
  const auto facts = look();
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].kind, ClusterFactKind::NodeNotReady);
  EXPECT_EQ(facts[0].reason, "NodeStatusUnknown");
}

TEST_F(Observed, nodeThatStopped_isLookedAtWhenItIsNews) {
  const auto nodes = tests::kubeListFixture("degraded/nodes-one-notready.json", KubeKind::Node);
  std::vector<std::string> uids;
  for (const auto& row : nodes) {
    uids.push_back(wire::headOf(row).uid);
    tables[KubeKind::Node].put(row);
  }
  news = {{KubeKind::Node, {}}};
  EXPECT_THAT(look(), IsEmpty());
  news = {{KubeKind::Node, uids}};
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::NodeNotReady));
}

TEST_F(Observed, autoscalersDecision_isTold) {
  wire::HorizontalPodAutoscalerRow row;
  row.head.uid = "h";
  row.head.name = "web";
  row.desired = 3;
  tables[KubeKind::HorizontalPodAutoscaler].put(row);
  look();
  row.desired = 5;
  tables[KubeKind::HorizontalPodAutoscaler].put(row);
  const auto facts = look();
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].kind, ClusterFactKind::Autoscaled);
  EXPECT_EQ(facts[0].after, "5");
}

wire::PromAlert alert(std::string name, std::string label, bool firing, base::WallTime active) {
  std::string packed;
  wire::Pairs::pack(packed, "pod", label);
  return {.name = std::move(name),
          .severity = "critical",
          .summary = "It burns.",
          .labels = wire::Pairs(tests::kubeNames().name(packed)),
          .firing = firing,
          .active = active};
}

TEST_F(Observed, alert_isToldWhenItFiresAndWhenItEnds_butSilenceEndsNone) {
  look();
  const auto since = now - std::chrono::minutes(2);
  alerts = {alert("Burns", "a", true, since), alert("Burns", "b", false, since)};
  const auto fired = look();
  ASSERT_EQ(fired.size(), 1u) << "the other is pending";
  EXPECT_EQ(fired[0].kind, ClusterFactKind::AlertFired);
  EXPECT_EQ(fired[0].object, "alert/Burns");
  EXPECT_EQ(fired[0].time, since);
  EXPECT_EQ(fired[0].after, "critical");
  EXPECT_THAT(look(), IsEmpty()) << "it goes on";
  alerts.reset();
  EXPECT_THAT(look(), IsEmpty()) << "nobody knows";
  EXPECT_EQ(observer->state().alerts.size(), 1u);
  alerts = {alert("Burns", "b", true, since)};
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::AlertFired, ClusterFactKind::AlertEnded))
      << "with other labels it is another";
}

TEST_F(Observed, programThatBeginsAgain_tellsNoAlertTwice) {
  look();
  alerts = {alert("Burns", "a", true, now)};
  look();
  const auto kept = readSnapshot(snapshotJson(observer->state()));
  ASSERT_TRUE(kept);
  const auto until = observer->watchedUntil();
  observer.emplace();
  observer->continueFrom(*kept, until);
  EXPECT_THAT(look(), IsEmpty());
  alerts->clear();
  EXPECT_THAT(kinds(), ElementsAre(ClusterFactKind::AlertEnded));
}

}  // namespace
}  // namespace aiagent::cluster
