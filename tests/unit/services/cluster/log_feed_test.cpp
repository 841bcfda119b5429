// What LogFeed asks for, and what it does with a server that sends too much. Streams that break are
// tests/integration/cluster_logs_test.cpp's.
#include "core/services/cluster/log_feed.h"

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using namespace aiagent::testing;

class LogFeedTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ClusterFixture> f;
  base::SystemClock m_clock;
  std::unique_ptr<services::KubeClient> m_client;
  std::unique_ptr<services::LogFeed> m_feed;

  void begin(Script script) {
    f->http.answer = [script](const ports::HttpRequest&) { return script; };
    const services::KubeSurroundings around{f->http, f->scheduler, m_clock, f->reader()};
    m_client = std::make_unique<services::KubeClient>(ClusterFixture::access(), around);
    m_feed = std::make_unique<services::LogFeed>(*m_client, around, services::LogFeedOptions{});
    m_feed->setSources({{.podUid = "u", .nameSpace = "aiagent", .pod = "web-1", .container = "api"}});
  }
  std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < m_feed->lines().size(); ++i) all.push_back(m_feed->lines().at(i).text);
    return all;
  }
  bool become(const std::vector<std::string>& wanted) {
    return QTest::qWaitFor([&] { return texts() == wanted; }, 20'000);
  }
  static std::string line(const std::string& text) { return "2026-11-24T07:43:30Z " + text + '\n'; }

 private Q_SLOTS:
  void init() { f = std::make_unique<ClusterFixture>(); }
  void cleanup() {
    m_feed.reset();
    m_client.reset();
    f.reset();
  }

  void path_hasWhatIsAskedFor_andNothingThatANameSlipsIn() {
    const cluster::LogSource source{
        .podUid = "u", .nameSpace = "a b", .pod = "x/y", .container = "c&follow=no"};
    QCOMPARE(services::logPath(source, {.follow = true, .tailLines = 7, .sinceTime = {}}),
             std::string("/api/v1/namespaces/a%20b/pods/x%2Fy/log?timestamps=true&container=c%26follow%3Dno"
                         "&follow=true&tailLines=7"));
    QCOMPARE(services::logPath({.nameSpace = "n", .pod = "p"},
                               {.follow = false, .previous = true, .sinceTime = "2026-11-24T07:43:30Z"}),
             std::string("/api/v1/namespaces/n/pods/p/log?timestamps=true&previous=true"
                         "&sinceTime=2026-11-24T07%3A43%3A30Z"));
  }

  void piecesOfLines_areLines() {
    begin({Step::head(200), Step::bytes("2026-11-24T07:43:"), Step::bytes("30Z on"),
           Step::bytes("e\n" + line("two")), Step::hang()});
    QVERIFY(become({"one", "two"}));
  }

  void floodBeyondWhatMayWait_isLeftOut_andCounted_withoutATornLine() {
    std::string flood;
    while (flood.size() < 17u << 20) flood += line("flood " + std::string(1'000, 'x'));
    const auto lost = std::uint64_t(std::count(flood.begin(), flood.end(), '\n'));
    flood += "2026-11-24T07:43:30Z torn in";
    begin({Step::head(200), Step::bytes(line("before")), Step::bytes(flood),
           Step::bytes(" two\n" + line("behind")), Step::hang()});
    QVERIFY(become({"before", "behind"}));
    QCOMPARE(m_feed->dropped(), lost);
  }

  void lineWithoutAnEnd_isCut_andTheNextIsWhole() {
    Script script = {Step::head(200), Step::bytes("2026-11-24T07:43:30Z ")};
    for (int i = 0; i < 8; ++i) script.push_back(Step::bytes(std::string(1u << 20, 'x')));
    script.push_back(Step::bytes("\n" + line("next")));
    script.push_back(Step::hang());
    begin(std::move(script));
    QVERIFY(QTest::qWaitFor([&] { return m_feed->lines().size() == 2; }, 20'000));
    const auto& first = m_feed->lines().at(0);
    QCOMPARE(first.text.size() + first.cutBytes, std::size_t(8u << 20));
    QVERIFY(first.text.size() <= 32u << 10);
    QCOMPARE(m_feed->lines().at(1).text, std::string("next"));
  }

  void feedThatGoes_endsItsStream() {
    begin({Step::head(200), Step::bytes(line("one")), Step::hang()});
    QVERIFY(become({"one"}));
    QCOMPARE(f->http.open(), 1);
    m_feed.reset();
    QCOMPARE(f->http.open(), 0);
  }
};

QTEST_GUILESS_MAIN(LogFeedTest)
#include "log_feed_test.moc"
