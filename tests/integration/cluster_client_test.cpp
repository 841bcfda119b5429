// KubeClient over real sockets and TLS against the recorded API server: watches, and what becomes of them.
#include <QtTest>

#include "core/wire/json_text.h"
#include "tests/integration/recorded_cluster.h"

using namespace aiagent;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

constexpr char kPods[] = "/api/v1/namespaces/aiagent/pods";

struct Watch {
  std::string text;
  std::optional<base::Result<void>> end;
  std::unique_ptr<services::KubeCall> call;  // goes first

  void open(services::KubeClient& client, const std::string& query, base::Milliseconds silence = 30s) {
    call = client.stream({.path = std::string(kPods) + "?watch=1" + query, .silence = silence},
                         {.head = nullptr,
                          .bytes = [this](std::string_view bytes) { text += bytes; },
                          .done = [this](base::Result<void> result) { end = std::move(result); }});
  }
  auto lines() const { return std::count(text.begin(), text.end(), '\n'); }
  std::optional<ErrorCode> failure() const {
    return end && !end->ok() ? std::optional(end->error().code) : std::nullopt;
  }
};

}  // namespace

class ClusterClientTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;

  std::string ask(services::KubeRequest request) { return m_cluster.ask(std::move(request)); }
  void control(const char* orders) { m_cluster.control(orders); }
  bool hasStreams(int count) {
    const auto wanted = "{\"streams\":" + std::to_string(count) + ",";
    return soon([&] { return ask({.path = "/_control"}).rfind(wanted, 0) == 0; });
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_cluster.start("10")) QSKIP("openssl is not installed");
  }
  void init() { m_cluster.open(); }
  void cleanup() { m_cluster.close(); }

  void freshWatch_isWhatThereIs_thenWhatHappens() {
    Watch watch;
    watch.open(m_cluster.client(), "&sendInitialEvents=true&allowWatchBookmarks=true");
    QVERIFY(soon([&] { return watch.text.find("initial-events-end") != std::string::npos; }));
    const auto before = watch.lines();
    control(R"({"play":"rollout-good"})");
    QVERIFY(soon([&] { return watch.lines() == before + 33; }));
    QVERIFY(!watch.end);
  }

  void manyWatches_starveNothing() {
    std::vector<Watch> watches(12);
    for (auto& watch : watches)
      watch.open(m_cluster.client(), "&resourceVersion=778&allowWatchBookmarks=true");
    QVERIFY(hasStreams(12));
    for (int i = 0; i < 5; ++i) QVERIFY(ask({.path = kPods}).find("\"PodList\"") != std::string::npos);
    watches.clear();
    QVERIFY(hasStreams(0));
  }

  void cutConnection_isInterrupted() {
    Watch watch;
    watch.open(m_cluster.client(), "&resourceVersion=778");
    QVERIFY(hasStreams(1));
    control(R"({"cut":true})");
    QVERIFY(soon([&] { return watch.end.has_value(); }));
    QCOMPARE(watch.failure(), std::optional(ErrorCode::Interrupted));
  }

  void silentConnection_isGivenUp() {
    control(R"({"hang":true})");
    Watch watch;
    watch.open(m_cluster.client(), "&resourceVersion=778", 300ms);
    QVERIFY(soon([&] { return watch.end.has_value(); }));
    QCOMPARE(watch.failure(), std::optional(ErrorCode::Timeout));
    QVERIFY(hasStreams(0));
  }

  void endByTheServer_isNoError() {
    Watch watch;
    watch.open(m_cluster.client(), "&resourceVersion=778&timeoutSeconds=1");
    QVERIFY(soon([&] { return watch.end.has_value(); }));
    QVERIFY(watch.end->ok());
  }

  void deniedWatch_isTold() {
    auto access = m_cluster.client().access();
    access.token = base::SecretString("limited");
    services::KubeClient limited(access, m_cluster.around());
    Watch watch;
    watch.call = limited.stream(
        {.path = "/apis/apps/v1/namespaces/aiagent/deployments?watch=true"},
        {.head = nullptr, .bytes = nullptr, .done = [&](base::Result<void> end) { watch.end = end; }});
    QVERIFY(soon([&] { return watch.end.has_value(); }));
    QCOMPARE(watch.failure(), std::optional(ErrorCode::Forbidden));
    QVERIFY(watch.end->error().said.find("forbidden") != std::string::npos);
  }

  void serversClock_isKnown() {
    control(R"({"clock":90})");
    ask({.path = "/version"});
    QVERIFY(m_cluster.client().clockOffset());
    QVERIFY2(std::chrono::abs(*m_cluster.client().clockOffset() - 90s) < 2s,
             std::to_string(m_cluster.client().clockOffset()->count()).c_str());
  }
};

QTEST_GUILESS_MAIN(ClusterClientTest)
#include "cluster_client_test.moc"
