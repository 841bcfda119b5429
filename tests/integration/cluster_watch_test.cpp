// ClusterWatch over real sockets against the recorded API server: what is shown is what there is, and says
// how fresh it is.
#include <QtTest>

#include "core/services/cluster/cluster_watch.h"
#include "tests/integration/recorded_cluster.h"

using namespace aiagent;
using cluster::Freshness;
using cluster::VerdictKind;
using wire::KubeKind;

namespace {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

}  // namespace

class ClusterWatchTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;
  std::unique_ptr<services::ClusterWatch> m_watch;

  void control(const char* orders) { m_cluster.control(orders); }
  void begin() {
    // Waits of a real watch are longer than a test's.
    services::ClusterWatchOptions options{.nameSpace = "aiagent"};
    options.watch.firstWait = base::Milliseconds(50);
    options.watch.longestWait = base::Milliseconds(200);
    m_watch = std::make_unique<services::ClusterWatch>(m_cluster.client(), m_cluster.around(), options);
    m_watch->start();
  }
  std::optional<services::WatchedWorkload> find(const std::string& title) {
    for (auto& one : m_watch->workloads())
      if (one.workload.title() == title) return one;
    return std::nullopt;
  }
  bool becomes(const std::string& title, VerdictKind kind) {
    return soon([&] {
      const auto one = find(title);
      return one && one->workload.verdict.kind == kind;
    });
  }
  Freshness freshness(KubeKind kind) { return m_watch->feed(kind)->state().freshness; }
  bool live() {
    return soon([&] {
      return m_watch->settled() && freshness(KubeKind::Deployment) == Freshness::Live &&
             freshness(KubeKind::ReplicaSet) == Freshness::Live &&
             freshness(KubeKind::Pod) == Freshness::Live;
    });
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_cluster.start("20")) QSKIP("openssl is not installed");
  }
  void init() { m_cluster.open(); }
  void cleanup() {
    m_watch.reset();
    m_cluster.close();
  }

  void healthyNamespace_isListedWithItsVerdicts() {
    begin();
    QVERIFY(live());
    for (const auto* title : {"deployment/agent-api", "deployment/agent-web-blue", "statefulset/vector-db",
                              "daemonset/log-agent"}) {
      const auto one = find(title);
      QVERIFY2(one, title);
      QVERIFY2(one->workload.verdict.kind == VerdictKind::Healthy, title);
      QVERIFY(one->freshness == Freshness::Live);
      QVERIFY(!one->workload.verdict.evidence.empty());
    }
    QVERIFY(find("pod/gpu-trainer")->workload.verdict.kind == VerdictKind::Degraded);
    QVERIFY(find("pod/embedder-oom")->workload.verdict.kind >= VerdictKind::Degraded);
    QVERIFY(freshness(KubeKind::Rollout) == Freshness::Absent);
  }

  void rolloutThatCannotPull_fails_whileTheOldPodsServeOn() {
    begin();
    QVERIFY(live());
    control(R"({"play":"rollout-failed-image"})");
    QVERIFY(becomes("deployment/agent-api", VerdictKind::Failed));
  }

  void goodRollout_progresses() {
    begin();
    QVERIFY(live());
    control(R"({"play":"rollout-good"})");
    QVERIFY(becomes("deployment/agent-api", VerdictKind::Progressing));
  }

  void cutStreams_areOpenedAgain_andNothingIsListedAnew() {
    begin();
    QVERIFY(live());
    control(R"({"cut":true})");
    QVERIFY(soon([&] { return freshness(KubeKind::Pod) != Freshness::Live; }));
    QVERIFY(live());
    QVERIFY(find("deployment/agent-api"));
  }

  void serverThatIsGone_leavesWhatWasThere_asStale_andTheEnvironmentUnknownAtBest() {
    begin();
    QVERIFY(live());
    control(R"({"down":true})");
    control(R"({"cut":true})");
    QVERIFY(soon([&] { return find("deployment/agent-api")->freshness == Freshness::Stale; }));
    QVERIFY(find("deployment/agent-api")->workload.verdict.kind == VerdictKind::Healthy);
    QVERIFY(m_watch->verdict().kind >= VerdictKind::Unknown);
  }

  void versionThatIsGone_isListedAnew() {
    begin();
    QVERIFY(live());
    control(R"({"410":true,"count":20,"cut":true})");
    QVERIFY(soon([&] { return freshness(KubeKind::Pod) != Freshness::Live; }));
    QVERIFY(live());
    QVERIFY(find("deployment/agent-api"));
  }

  void destroyedWhileItReads_isQuiet() {
    begin();
    m_watch.reset();
    QTest::qWait(50);
  }
};

QTEST_GUILESS_MAIN(ClusterWatchTest)
#include "cluster_watch_test.moc"
