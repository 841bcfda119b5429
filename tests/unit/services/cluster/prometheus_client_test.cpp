#include "core/services/cluster/prometheus_client.h"

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using base::ErrorCode;
using testing::ClusterFixture;
using testing::Step;
using Got = testing::Outcome<wire::PromAnswer>;

namespace {

const std::string kOne =
    R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1700000000,"1"]}]}})";

struct Client : ClusterFixture {
  explicit Client(services::PrometheusServer server = {.url = "https://p.example/base/"})
      : client(std::move(server), {http, scheduler, clock}) {}

  Got ask(const std::string& expression = "up") {
    Got got;
    const auto call = client.query(expression, got.taker());
    if (!got.await()) qFatal("no answer");
    return got;
  }
  Got answered(testing::Script script) {
    http.enqueue(std::move(script));
    return ask();
  }

  services::PrometheusClient client;
};

services::PrometheusServer withToken(const std::string& url, int* asked) {
  return {.url = url, .token = [asked](services::PrometheusServer::TokenTold told) {
            ++*asked;
            told(base::SecretString("t0ken"));
          }};
}

}  // namespace

class PrometheusClientTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void query_isEncoded() {
    Client f;
    f.http.enqueue(testing::jsonAnswer(200, kOne));
    const auto got = f.ask("sum(rate(a{b=\"c d\"}[5m])) + 1");
    QCOMPARE((*got.result)->series.at(0).points.at(0).value, 1.0);
    const auto& sent = f.http.requests().at(0);
    QCOMPARE(sent.method, std::string("GET"));
    QCOMPARE(sent.url,
             std::string("https://p.example/base/api/v1/query?query=sum%28rate%28a%7Bb%3D%22c%20d%22%"
                         "7D%5B5m%5D%29%29%20%2B%201&timeout=10s"));
    QVERIFY(sent.bearer.empty());
    QVERIFY(!sent.pool.empty());
    QCOMPARE(sent.headTimeout, base::Milliseconds(15'000));
  }

  void range_saysWhichPoints() {
    Client f({.url = "http://p:9090/api/v1"});
    f.http.enqueue(
        testing::jsonAnswer(200, R"({"status":"success","data":{"resultType":"matrix","result":[]}})"));
    Got got;
    const auto call =
        f.client.queryRange("up",
                            {base::WallTime(base::Milliseconds(60'000)),
                             base::WallTime(base::Milliseconds(120'000)), std::chrono::seconds(15)},
                            got.taker());
    QVERIFY(got.await());
    QCOMPARE(f.http.requests().at(0).url,
             std::string("http://p:9090/api/v1/query_range?query=up&start=60&end=120&step=15&timeout=10s"));
  }

  void longQuery_isPosted() {
    Client f;
    f.http.enqueue(testing::jsonAnswer(200, kOne));
    f.ask(std::string(5000, 'x'));
    const auto& sent = f.http.requests().at(0);
    QCOMPARE(sent.method, std::string("POST"));
    QCOMPARE(sent.url, std::string("https://p.example/base/api/v1/query"));
    QCOMPARE(sent.body.find("query=xxx"), std::size_t(0));
  }

  void token_goesOverHttpsOnly() {
    int asked = 0;
    Client safe(withToken("https://p.example", &asked)), open(withToken("http://p.example", &asked));
    safe.answered(testing::jsonAnswer(200, kOne));
    QCOMPARE(safe.http.requests().at(0).bearer.reveal(), std::string_view("t0ken"));
    QCOMPARE(asked, 1);
    open.answered(testing::jsonAnswer(200, kOne));
    QVERIFY(open.http.requests().at(0).bearer.empty());
    QCOMPARE(asked, 1);
  }

  void tokenThatCannotBeHad_isTheError() {
    Client f({.url = "https://p.example", .token = [](services::PrometheusServer::TokenTold told) {
                told(base::Error{.code = ErrorCode::Credentials, .subject = "token"});
              }});
    QCOMPARE(f.ask().result->error().subject, std::string("token"));
    QVERIFY(f.http.requests().empty());
    QCOMPARE(f.client.inFlight(), 0);
  }

  void errors_areTold() {
    Client f;
    const auto refused = f.answered(
        testing::jsonAnswer(422, R"({"status":"error","errorType":"execution","error":"too many samples"})"));
    QCOMPARE(refused.result->error().code, ErrorCode::RequestRejected);
    QCOMPARE(refused.result->error().said, std::string("too many samples"));
    QCOMPARE(refused.result->error().httpStatus, 422);
    const std::pair<int, ErrorCode> statuses[] = {
        {401, ErrorCode::Credentials}, {403, ErrorCode::Forbidden},   {404, ErrorCode::NotFound},
        {429, ErrorCode::RateLimited}, {503, ErrorCode::ServerError}, {302, ErrorCode::BadResponse}};
    for (const auto& [status, code] : statuses)
      QCOMPARE(f.answered(testing::jsonAnswer(status, "<html>no</html>")).result->error().code, code);
    QCOMPARE(f.answered(testing::jsonAnswer(200, "<html>log in</html>")).result->error().code,
             ErrorCode::BadResponse);
    QCOMPARE(f.answered(testing::failure(ErrorCode::Timeout)).result->error().code, ErrorCode::Timeout);
  }

  void badAddress_isTold() {
    for (const auto* url : {"", "ftp://p", "https://user@p", "https://p?x=1"}) {
      Client f({.url = url});
      QCOMPARE(f.ask().result->error().subject, std::string("url"));
    }
  }

  void tooLargeBody_isCutOff() {
    Client f;
    const std::string piece(3u << 20, ' ');
    const auto got = f.answered(
        {Step::head(200), Step::bytes(piece), Step::bytes(piece), Step::bytes(piece), Step::hang()});
    QCOMPARE(got.result->error().subject, std::string("size"));
  }

  void fourAtOnce_theOthersWait() {
    Client f;
    std::vector<std::unique_ptr<services::PrometheusCall>> calls;
    std::vector<Got> got(6);
    for (auto& one : got) {
      f.http.enqueue({Step::hang()});
      calls.push_back(f.client.query("up", one.taker()));
    }
    QVERIFY(QTest::qWaitFor([&] { return f.http.requests().size() == 4; }));
    QTest::qWait(20);
    QCOMPARE(f.http.requests().size(), std::size_t(4));
    calls[1].reset();
    QCOMPARE(got[1].result->error().code, ErrorCode::Cancelled);
    QVERIFY(QTest::qWaitFor([&] { return f.http.requests().size() == 5; }));
    calls[5].reset();  // never sent
    QCOMPARE(got[5].result->error().code, ErrorCode::Cancelled);
    calls[0].reset();
    QTest::qWait(20);
    QCOMPARE(f.http.requests().size(), std::size_t(5));
  }

  void goneClient_endsItsCalls() {
    Got got;
    std::unique_ptr<services::PrometheusCall> call;
    {
      Client f;
      f.http.enqueue({Step::hang()});
      call = f.client.query("up", got.taker());
      QVERIFY(QTest::qWaitFor([&] { return !f.http.requests().empty(); }));
    }
    QCOMPARE(got.result->error().code, ErrorCode::Cancelled);
    QCOMPARE(got.times, 1);
  }

  void alerts_areRead() {
    Client f;
    f.http.enqueue(testing::jsonAnswer(
        200, R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"Down"},"state":"firing"}]}})"));
    testing::Outcome<std::vector<wire::PromAlert>> got;
    const auto call = f.client.alerts(got.taker());
    QVERIFY(got.await());
    QCOMPARE((*got.result)->at(0).name, std::string("Down"));
    QCOMPARE(f.http.requests().at(0).url, std::string("https://p.example/base/api/v1/alerts"));
  }

  void serverNow_followsItsDate() {
    Client f;
    QCOMPARE(f.client.serverNow(), f.clock.wallNow());
    f.answered(testing::jsonAnswer(200, kOne, {{"date", "Mon, 23 Nov 2026 06:50:00 GMT"}}));
    const auto ahead = f.client.serverNow() - f.clock.wallNow();
    QVERIFY(ahead > std::chrono::minutes(9) && ahead < std::chrono::minutes(11));
    f.answered(testing::jsonAnswer(200, kOne, {{"date", "Mon, 23 Nov 2026 06:40:00 GMT"}}));
    QCOMPARE(f.client.serverNow(), f.clock.wallNow());
  }
};

QTEST_GUILESS_MAIN(PrometheusClientTest)
#include "prometheus_client_test.moc"
