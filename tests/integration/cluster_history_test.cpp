// HistoryRecorder over real sockets and a real store: what happened is kept, silence too.
#include <QtTest>

#include "core/services/cluster/history_recorder.h"
#include "core/services/profile.h"
#include "tests/integration/recorded_cluster.h"

using namespace aiagent;
using domain::ClusterFact;
using domain::ClusterFactKind;

namespace {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

}  // namespace

class ClusterHistoryTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<services::Profile> m_profile;
  std::unique_ptr<services::ClusterWatch> m_watch;
  std::unique_ptr<services::HistoryRecorder> m_recorder;
  base::SystemClock m_clock;
  qt::QtScheduler m_scheduler;

  void begin() {
    services::ClusterWatchOptions options{.nameSpace = "aiagent", .kinds = cluster::workloadKinds()};
    for (const auto kind : services::recordedKinds()) options.kinds.push_back(kind);
    options.watch.firstWait = base::Milliseconds(50);
    options.watch.longestWait = base::Milliseconds(200);
    m_watch = std::make_unique<services::ClusterWatch>(m_cluster.client(), m_cluster.around(), options);
    m_recorder = std::make_unique<services::HistoryRecorder>(
        services::HistoryRecorder::Surroundings{*m_watch, m_profile->store(), m_scheduler, m_clock},
        services::RecorderOptions{
            .environment = "prod", .settle = base::Milliseconds(50), .heartbeat = base::Milliseconds(300)});
    m_watch->start();
    m_recorder->start();
  }
  void end() {
    std::optional<base::Result<void>> kept;
    m_recorder->finish([&](base::Result<void> told) { kept.emplace(std::move(told)); });
    QVERIFY(soon([&] { return kept.has_value(); }));
    QVERIFY(kept->ok());
    m_recorder.reset();
    m_watch.reset();
  }
  std::vector<ClusterFact> facts() {
    return *m_profile->store().readAndWait<std::vector<ClusterFact>>([](store::Connection& connection) {
      return store::listClusterFacts(connection, "prod", {}, base::wallTimeFromMillis(4'000'000'000'000));
    });
  }
  std::optional<store::ClusterSnapshot> snapshot() {
    return *m_profile->store().readAndWait<std::optional<store::ClusterSnapshot>>(
        [](store::Connection& connection) {
          return store::clusterSnapshotBefore(connection, "prod",
                                              base::wallTimeFromMillis(4'000'000'000'000));
        });
  }
  bool has(ClusterFactKind kind, const char* object) {
    const auto all = facts();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& fact) { return fact.kind == kind && fact.object == object; });
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_cluster.start("20")) QSKIP("openssl is not installed");
  }
  void init() {
    m_cluster.open();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened =
        services::Profile::open(m_folder->filePath(QStringLiteral("p")).toStdString(), m_scheduler, m_clock);
    QVERIFY(opened.ok());
    m_profile = std::move(*opened);
    begin();
    QVERIFY(soon([this] { return snapshot().has_value(); }));
  }
  void cleanup() {
    m_recorder.reset();
    m_watch.reset();
    m_profile.reset();
    m_cluster.close();
  }

  void firstLook_isKeptAsASnapshot() {
    const auto state = cluster::readSnapshot(snapshot()->state);
    QVERIFY(state);
    const auto api = std::find_if(state->workloads.begin(), state->workloads.end(), [](const auto& one) {
      return one.second.object() == "deployment/agent-api";
    });
    QVERIFY(api != state->workloads.end());
    QCOMPARE(api->second.verdict, std::string("healthy"));
    QVERIFY(api->second.revision > 0);
    QVERIFY(!api->second.images.empty());
    QVERIFY(!has(ClusterFactKind::Appeared, "deployment/agent-api"));
  }

  void failedRelease_isKept_withItsEvidence() {
    m_cluster.control(R"({"play":"rollout-failed-image"})");
    QVERIFY(soon([this] { return has(ClusterFactKind::RolloutFailed, "deployment/agent-api"); }));
    QVERIFY(has(ClusterFactKind::Revision, "deployment/agent-api"));
    QVERIFY(has(ClusterFactKind::RolloutBegun, "deployment/agent-api"));
    end();
  }

  void pods_areKept_asTheyCome() {
    m_cluster.control(R"({"scene":"degraded"})");
    QVERIFY(soon([this] { return has(ClusterFactKind::CrashLoop, "pod/embedder-oom"); }));
    end();
  }

  void programThatBeginsAgain_goesOn() {
    end();
    m_cluster.control(R"({"scene":"degraded"})");
    begin();
    QVERIFY(soon([this] { return has(ClusterFactKind::Revision, "deployment/agent-api"); }));
    end();
  }
};

QTEST_GUILESS_MAIN(ClusterHistoryTest)
#include "cluster_history_test.moc"
