// KubeClient over real sockets and TLS against the recorded API server: watches, and what becomes of them.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/qt/qt_http_client.h"
#include "core/qt/qt_scheduler.h"
#include "core/services/cluster/kube_client.h"
#include "core/wire/json_text.h"
#include "tests/support/child_process.h"
#include "tests/support/http/loopback_server.h"

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
  QTemporaryDir m_folder;
  std::unique_ptr<test::ChildProcess> m_server;
  base::SystemClock m_clock;
  qt::QtScheduler m_scheduler;
  std::unique_ptr<qt::QtHttpClient> m_http;
  std::unique_ptr<services::KubeClient> m_client;
  cluster::ClusterAccess m_access;

  std::string save(const char* name, const QByteArray& text) {
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
    return file.fileName().toStdString();
  }
  std::string ask(services::KubeRequest request) {
    std::optional<base::Result<services::KubeAnswer>> answer;
    const auto call = m_client->send(std::move(request), [&](auto told) { answer.emplace(std::move(told)); });
    if (!soon([&] { return answer.has_value(); })) qFatal("no answer");
    return *answer ? (*answer)->body : "error " + answer->error().detail;
  }
  void control(const char* orders) { ask({.method = "POST", .path = "/_control", .body = orders}); }
  bool hasStreams(int count) {
    const auto wanted = "{\"streams\":" + std::to_string(count) + ",";
    return soon([&] { return ask({.path = "/_control"}).rfind(wanted, 0) == 0; });
  }

 private Q_SLOTS:
  void initTestCase() {
    const auto made = testing::makeCertificate();
    if (!made) QSKIP("openssl is not installed");
    const auto certificate = save("server.pem", made->pem), key = save("server.key", made->tls.key.toPem());
    const auto fixtures =
        qEnvironmentVariable("AIAGENT_SOURCE_DIR").toStdString() + "/tests/fixtures/kubernetes";
    m_server = std::make_unique<test::ChildProcess>(
        "aiagent-fake-cluster",
        std::vector<std::string>{fixtures, "--cert", certificate, "--key", key, "--speed", "10"});
    const auto first = m_server->line();
    QVERIFY(first && first->rfind("port ", 0) == 0);
    m_access.server = "https://127.0.0.1:" + first->substr(5);
    m_access.caData = made->pem.toStdString();
    m_access.token = base::SecretString("reader");
  }
  void init() {
    m_http = std::make_unique<qt::QtHttpClient>();
    m_client = std::make_unique<services::KubeClient>(
        m_access, services::KubeSurroundings{*m_http, m_scheduler, m_clock, nullptr});
    control(R"({"reset":true})");
  }
  void cleanup() {
    m_client.reset();
    m_http.reset();
  }

  void freshWatch_isWhatThereIs_thenWhatHappens() {
    Watch watch;
    watch.open(*m_client, "&sendInitialEvents=true&allowWatchBookmarks=true");
    QVERIFY(soon([&] { return watch.text.find("initial-events-end") != std::string::npos; }));
    const auto before = watch.lines();
    control(R"({"play":"rollout-good"})");
    QVERIFY(soon([&] { return watch.lines() == before + 33; }));
    QVERIFY(!watch.end);
  }

  void manyWatches_starveNothing() {
    std::vector<Watch> watches(12);
    for (auto& watch : watches) watch.open(*m_client, "&resourceVersion=778&allowWatchBookmarks=true");
    QVERIFY(hasStreams(12));
    for (int i = 0; i < 5; ++i) QVERIFY(ask({.path = kPods}).find("\"PodList\"") != std::string::npos);
    watches.clear();
    QVERIFY(hasStreams(0));
  }

  void cutConnection_isInterrupted() {
    Watch watch;
    watch.open(*m_client, "&resourceVersion=778");
    QVERIFY(hasStreams(1));
    control(R"({"cut":true})");
    QVERIFY(soon([&] { return watch.end.has_value(); }));
    QCOMPARE(watch.failure(), std::optional(ErrorCode::Interrupted));
  }

  void silentConnection_isGivenUp() {
    control(R"({"hang":true})");
    Watch watch;
    watch.open(*m_client, "&resourceVersion=778", 300ms);
    QVERIFY(soon([&] { return watch.end.has_value(); }));
    QCOMPARE(watch.failure(), std::optional(ErrorCode::Timeout));
    QVERIFY(hasStreams(0));
  }

  void endByTheServer_isNoError() {
    Watch watch;
    watch.open(*m_client, "&resourceVersion=778&timeoutSeconds=1");
    QVERIFY(soon([&] { return watch.end.has_value(); }));
    QVERIFY(watch.end->ok());
  }

  void deniedWatch_isTold() {
    m_access.token = base::SecretString("limited");
    const services::KubeSurroundings around{*m_http, m_scheduler, m_clock, nullptr};
    services::KubeClient limited(m_access, around);
    m_access.token = base::SecretString("reader");
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
    QVERIFY(m_client->clockOffset());
    QVERIFY2(std::chrono::abs(*m_client->clockOffset() - 90s) < 2s,
             std::to_string(m_client->clockOffset()->count()).c_str());
  }
};

QTEST_GUILESS_MAIN(ClusterClientTest)
#include "cluster_client_test.moc"
