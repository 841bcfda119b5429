// LogFeed over real sockets against the recorded API server: no line is lost or shown twice, whatever happens
// to its streams.
#include <QtTest>
#include <set>

#include "core/services/cluster/log_feed.h"
#include "tests/integration/recorded_cluster.h"

using namespace aiagent;
using cluster::Freshness;
using cluster::LogSource;
using cluster::LogState;

namespace {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

LogSource source(const char* pod, const char* container) {
  return {.podUid = pod, .nameSpace = "aiagent", .pod = pod, .container = container};
}

}  // namespace

class ClusterLogsTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;
  std::unique_ptr<services::LogFeed> m_feed;
  QTemporaryDir m_folder;

  void begin(std::vector<LogSource> sources, services::LogFeedOptions options = {}) {
    options.log.firstWait = base::Milliseconds(50);
    options.log.longestWait = base::Milliseconds(200);
    options.log.lastWords = base::Milliseconds(100);
    m_feed = std::make_unique<services::LogFeed>(m_cluster.client(), m_cluster.around(), std::move(options));
    m_feed->setSources(sources);
  }
  bool come(std::size_t count) {
    return soon([&] { return m_feed->lines().size() + m_feed->lines().evicted() >= count; });
  }
  cluster::LogFollowing state(std::size_t index = 0) { return m_feed->sources()[index].following; }
  // Made lines are numbered: none is missing, none comes twice.
  bool isWithoutGaps(std::uint32_t of) {
    int last = -1;
    for (std::size_t i = 0; i < m_feed->lines().size(); ++i) {
      const auto& line = m_feed->lines().at(i);
      const auto at = line.text.find("\"n\":");
      if (line.source != of || at == std::string::npos) continue;
      const int number = std::atoi(line.text.c_str() + at + 4);
      if (last >= 0 && number != last + 1) return qWarning("%d after %d", number, last), false;
      last = number;
    }
    return last >= 0;
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_cluster.start("20")) QSKIP("openssl is not installed");
  }
  void init() { m_cluster.open(); }
  void cleanup() {
    m_feed.reset();
    m_cluster.close();
  }

  void onePod_isFollowed() {
    begin({source("vector-db-0", "db")});
    QVERIFY(come(30));
    QVERIFY(state().state == LogState::Following);
    QVERIFY(state().freshness == Freshness::Live);
    QVERIFY(m_feed->lines().at(0).nanos != 0);
    QVERIFY(isWithoutGaps(0));
  }

  void severalPods_areOneLog_inTheOrderOfTheirStamps() {
    begin({source("vector-db-0", "db"), source("vector-db-1", "db"), source("log-agent-5khkn", "agent")});
    QVERIFY(come(120));
    std::set<std::uint32_t> seen;
    std::int64_t last = 0;
    int wrong = 0;
    for (std::size_t i = 0; i < m_feed->lines().size(); ++i) {
      const auto& line = m_feed->lines().at(i);
      seen.insert(line.source);
      if (line.nanos < last) ++wrong;
      last = line.nanos;
    }
    QCOMPARE(seen.size(), std::size_t(3));
    QCOMPARE(wrong, 0);
  }

  void cutStreams_goOn_withoutALineLostOrTwice() {
    begin({source("vector-db-0", "db"), source("vector-db-1", "db")});
    for (std::size_t round = 1; round <= 4; ++round) {
      QVERIFY(come(round * 40));
      m_cluster.control(R"({"cut":true})");
    }
    QVERIFY(come(260));
    QVERIFY(isWithoutGaps(0));
    QVERIFY(isWithoutGaps(1));
  }

  void serverThatIsDown_leavesTheLines_andSaysSo() {
    begin({source("vector-db-0", "db")});
    QVERIFY(come(20));
    m_cluster.control(R"({"down":true,"cut":true})");
    QVERIFY(soon([&] { return state().freshness == Freshness::Stale; }));
    QVERIFY(state().state == LogState::Reconnecting);
    QVERIFY(m_feed->lines().size() >= 20);
    m_cluster.control(R"({"down":false})");
    QVERIFY(soon([&] { return state().state == LogState::Following; }));
    QVERIFY(isWithoutGaps(0));
  }

  void podThatGoes_keepsItsLines_andOneThatComesJoins() {
    begin({source("vector-db-0", "db")});
    QVERIFY(come(20));
    m_feed->setSources({source("vector-db-1", "db")});
    QVERIFY(soon([&] { return state(0).state == LogState::Gone; }));
    QVERIFY(soon([&] { return state(1).state == LogState::Following && m_feed->sources()[1].lines > 5; }));
    QVERIFY(m_feed->sources()[0].lines >= 20);
  }

  void waitingContainer_wrongContainer_andMissingPod_areToldApart() {
    m_cluster.control(R"({"scene":"degraded"})");
    begin({source("agent-api-7dd5986559-mtqs4", "api"), source("vector-db-0", "nope"), source("nobody", "a"),
           source("gpu-trainer", "")});
    QVERIFY(soon([&] { return state(0).state == LogState::Waiting && state(0).trouble; }));
    QVERIFY(soon([&] { return state(1).state == LogState::NoContainer; }));
    QVERIFY(soon([&] { return state(2).state == LogState::Gone; }));
    QVERIFY(soon([&] { return state(3).state == LogState::Waiting; }));
  }

  void endedContainer_offersItsPreviousRun_andIsWaitedFor() {
    m_cluster.control(R"({"logLines":10})");
    begin({source("vector-db-0", "db")});
    QVERIFY(soon([&] { return state().state == LogState::Ended && state().mayHavePrevious; }));
    QVERIFY(come(10));
    QTest::qWait(400);  // it was asked for again meanwhile, and said the same
    QCOMPARE(m_feed->lines().size(), std::size_t(10));
    m_cluster.control(R"({"logLines":-1})");
    QVERIFY(come(30));
    QVERIFY(state().state == LogState::Following);
  }

  void previousRun_isReadOnce() {
    m_cluster.control(R"({"log":"2026-11-23T07:43:30.1Z panic: it broke"})");
    begin({source("vector-db-0", "db")}, {.log = {.follow = false, .previous = true, .sinceTime = {}}});
    QVERIFY(soon([&] { return m_feed->isOver(); }));
    QVERIFY(state().state == LogState::Whole);
    QCOMPARE(m_feed->lines().at(0).text, std::string("panic: it broke"));
  }

  void linesBeyondTheLimit_areInTheSpill_whichGoesAtTheEnd() {
    const auto folder = m_folder.filePath(QStringLiteral("spill"));
    begin({source("vector-db-0", "db")},
          {.log = {.sinceTime = {}}, .limits = {.lines = 10}, .spillFolder = folder.toStdString()});
    QVERIFY(come(60));
    QCOMPARE(m_feed->lines().size(), std::size_t(10));
    QVERIFY(soon([&] { return m_feed->spill().written() > 1'000; }));
    QFile file(QString::fromStdString(m_feed->spill().file()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().contains("\"level\":\"info\""));
    QVERIFY((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    QCOMPARE(m_feed->dropped(), std::uint64_t(0));
    m_feed.reset();
    QVERIFY(!file.exists());
  }

  void linesWithoutASpill_areCounted() {
    begin({source("vector-db-0", "db")}, {.log = {.sinceTime = {}}, .limits = {.lines = 10}});
    QVERIFY(come(40));
    QVERIFY(m_feed->dropped() >= 30);
  }

  void tooManyContainers_areNamedAndNotRead() {
    begin({source("vector-db-0", "db"), source("vector-db-1", "db")},
          {.log = {.sinceTime = {}}, .mostStreams = 1});
    QVERIFY(come(10));
    QVERIFY(!m_feed->sources()[1].isRead);
    QCOMPARE(m_feed->sources()[1].lines, std::uint64_t(0));
  }
};

QTEST_GUILESS_MAIN(ClusterLogsTest)
#include "cluster_logs_test.moc"
