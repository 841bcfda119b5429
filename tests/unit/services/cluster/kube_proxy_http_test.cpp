#include "core/services/cluster/kube_proxy_http.h"

#include "core/services/cluster/prometheus_client.h"
#include "tests/support/http/recorder.h"
#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using base::ErrorCode;
using testing::ClusterFixture;
using testing::Step;

namespace {

struct Proxy : ClusterFixture {
  Proxy() : client(withToken(), {http, scheduler, clock, reader()}), proxy(client, scheduler) {}

  static cluster::ClusterAccess withToken() {
    auto access = ClusterFixture::access();
    access.token = base::SecretString("t");
    return access;
  }
  bool over(const testing::Recorder& recorder) {
    return QTest::qWaitFor([&] { return recorder.done.has_value(); }, 10'000);
  }

  services::KubeClient client;
  services::KubeProxyHttp proxy;
};

const std::string kAnswer = R"({"status":"success","data":{"resultType":"vector","result":[]}})";

}  // namespace

class KubeProxyHttpTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void prometheusInTheCluster_isAskedAsThePerson() {
    Proxy f;
    f.http.enqueue(testing::jsonAnswer(200, kAnswer));
    services::PrometheusClient prometheus({.url = f.proxy.addressOf("monitoring", "prometheus:9090")},
                                          {f.proxy, f.scheduler, f.clock});
    testing::Outcome<wire::PromAnswer> got;
    const auto call = prometheus.query("up", got.taker());
    QVERIFY(got.await());
    QVERIFY(got.result->ok());
    const auto& sent = f.http.requests().at(0);
    QCOMPARE(sent.url,
             std::string("https://c.example/api/v1/namespaces/monitoring/services/prometheus:9090/proxy"
                         "/api/v1/query?query=up&timeout=10s"));
    QCOMPARE(sent.bearer.reveal(), std::string_view("t"));
    QCOMPARE(sent.headTimeout, base::Milliseconds(15'000));
  }

  void answer_comesWhole() {
    Proxy f;
    f.http.enqueue({Step::head(200, {{"content-type", "text/plain"}}), Step::bytes("ab"), Step::bytes("c"),
                    Step::end()});
    testing::Recorder recorder;
    const auto exchange = f.proxy.send({.url = "https://c.example/x"}, recorder.handlers());
    QVERIFY(f.over(recorder));
    QCOMPARE(recorder.order, std::string("hbd"));
    QCOMPARE(recorder.bytes, std::string("abc"));
    QCOMPARE(recorder.head->header("content-type"), std::string_view("text/plain"));
    QVERIFY(recorder.succeeded());
  }

  void refusal_isTheClustersError() {
    Proxy f;
    f.http.enqueue(
        testing::jsonAnswer(403, R"({"kind":"Status","message":"no services/proxy","reason":"Forbidden"})"));
    testing::Recorder recorder;
    const auto exchange = f.proxy.send({.url = "https://c.example/x"}, recorder.handlers());
    QVERIFY(f.over(recorder));
    QCOMPARE(recorder.failure(), std::optional(ErrorCode::Forbidden));
    QCOMPARE(recorder.order, std::string("d"));
  }

  void addressElsewhere_getsNoCredential() {
    Proxy f;
    for (const auto* url :
         {"https://evil.example/x", "https://c.example.evil/x", "http://c.example/x", "https://c.example"}) {
      testing::Recorder recorder;
      const auto exchange = f.proxy.send({.url = url}, recorder.handlers());
      QVERIFY2(!recorder.done, "not within the call");
      QVERIFY(f.over(recorder));
      QCOMPARE(recorder.subject(), std::string("url"));
    }
    QVERIFY(f.http.requests().empty());
  }

  void droppedExchange_isCancelledOnce() {
    Proxy f;
    f.http.enqueue({Step::hang()});
    testing::Recorder recorder;
    auto exchange = f.proxy.send({.url = "https://c.example/x"}, recorder.handlers());
    QVERIFY(QTest::qWaitFor([&] { return !f.http.requests().empty(); }));
    exchange.reset();
    QCOMPARE(recorder.failure(), std::optional(ErrorCode::Cancelled));
    QCOMPARE(recorder.order, std::string("d"));
    QCOMPARE(f.http.open(), 0);
  }

  void callback_mayDropTheExchange() {
    Proxy f;
    f.http.enqueue(testing::jsonAnswer(200, kAnswer));
    testing::Recorder recorder;
    std::unique_ptr<ports::HttpExchange> exchange;
    auto handlers = recorder.handlers();
    handlers.head = [&](const ports::HttpHead&) { exchange.reset(); };
    exchange = f.proxy.send({.url = "https://c.example/x"}, std::move(handlers));
    QVERIFY(f.over(recorder));
    QCOMPARE(recorder.failure(), std::optional(ErrorCode::Cancelled));
    QCOMPARE(recorder.order, std::string("d"));
  }
};

QTEST_GUILESS_MAIN(KubeProxyHttpTest)
#include "kube_proxy_http_test.moc"
