#include "core/services/cluster/signals_service.h"

#include <algorithm>
#include <cmath>

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using namespace std::chrono_literals;
using base::ErrorCode;
using cluster::SignalKind;
using services::SignalFreshness;
using services::SignalsOptions;
using testing::ClusterFixture;
using testing::Script;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string vectorOf(double at, const std::string& value, const std::string& labels = "{}") {
  return R"({"status":"success","data":{"resultType":"vector","result":[{"metric":)" + labels +
         R"(,"value":[)" + std::to_string(at) + ",\"" + value + "\"]}]}}";
}
const std::string kEmpty = R"({"status":"success","data":{"resultType":"vector","result":[]}})";
const std::string kNoMatrix = R"({"status":"success","data":{"resultType":"matrix","result":[]}})";

// A Prometheus that scrapes aiagent-server, and nothing else.
struct FakePrometheus : ClusterFixture {
  FakePrometheus() {
    http.answer = [this](const ports::HttpRequest& request) { return reply(request.url); };
  }

  double now() const { return double(base::toMillis(clock.wallNow())) / 1000; }
  static double numberIn(const std::string& url, const std::string& name) {
    const auto at = url.find("&" + name + "=");
    return at == std::string::npos ? 0 : std::stod(url.substr(at + name.size() + 2));
  }

  std::string matrix(const std::string& url) const {
    const double start = numberIn(url, "start"), end = numberIn(url, "end"), step = numberIn(url, "step");
    std::string points;
    for (double at = start; at <= end; at += step)
      points += (points.empty() ? "[" : ",[") + std::to_string(std::int64_t(at)) + ",\"" +
                (at > end - spikeFor ? "900" : "10") + "\"]";
    return R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[)" + points +
           "]}]}}";
  }

  Script reply(const std::string& url) {
    ++asked;
    if (down) return testing::failure(ErrorCode::ConnectionFailed);
    if (has(url, "/api/v1/alerts")) return testing::jsonAnswer(alertStatus, alerts);
    if (has(url, "label_replace")) return shares(url);
    if (has(url, "count_over_time")) return testing::jsonAnswer(200, vectorOf(now(), "120"));
    if (!has(url, "aiagent_http"))
      return testing::jsonAnswer(200, has(url, "query_range") ? kNoMatrix : kEmpty);
    if (has(url, "namespace%3D%22%22")) return testing::jsonAnswer(200, kNoMatrix);
    if (has(url, "query_range")) return testing::jsonAnswer(200, matrix(url));
    if (has(url, "timestamp"))
      return testing::jsonAnswer(200, vectorOf(now(), std::to_string(now() - behind)));
    return testing::jsonAnswer(200, vectorOf(now(), latest));
  }
  Script shares(const std::string& url) const {
    std::string all;
    for (const auto* window : {"5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d"})
      if (has(url, "%22window%22%2C%20%22" + std::string(window) + "%22"))
        all += (all.empty() ? "" : ",") + std::string(R"({"metric":{"window":")") + window +
               R"("},"value":[1700000000,")" + failing + "\"]}";
    return testing::jsonAnswer(
        200, R"({"status":"success","data":{"resultType":"vector","result":[)" + all + "]}}");
  }

  bool down = false;
  int asked = 0, alertStatus = 200;
  double behind = 10, spikeFor = 0;
  std::string latest = "12.5", failing = "0.00006";
  std::string alerts = R"({"status":"success","data":{"alerts":[
    {"labels":{"alertname":"Here","namespace":"prod"},"state":"pending"},
    {"labels":{"alertname":"Elsewhere","namespace":"test"},"state":"firing"},
    {"labels":{"alertname":"OtherCluster","namespace":"prod","cluster":"us"},"state":"firing"},
    {"labels":{"alertname":"Node"},"state":"firing"}]}})";
};

struct Service : FakePrometheus {
  Service() : service({.url = "http://p"}, {http, scheduler, clock}, options()) {
    QObject::connect(&service, &services::SignalsService::changed, [this] { ++told; });
  }
  static SignalsOptions options() {
    return {.scope = {.nameSpace = "prod", .labels = {{"cluster", "eu"}}},
            .interval = base::Milliseconds(200)};
  }
  const services::SignalState& of(SignalKind kind) const { return service.state().of(kind); }
  bool until(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, 10'000); }
  bool settled() {
    return until([&] {
      return of(SignalKind::Memory).freshness == SignalFreshness::Absent && http.open() == 0 && told > 0 &&
             service.state().budget.budget && service.state().budget.budget->left;
    });
  }

  services::SignalsService service;
  int told = 0;
};

struct Usage : ClusterFixture {
  explicit Usage(std::function<Script()> reply)
      : client(token(), {http, scheduler, clock, reader()}),
        service(client, {http, scheduler, clock},
                {.scope = {.nameSpace = "prod"}, .interval = base::Milliseconds(50)}) {
    http.answer = [reply](const ports::HttpRequest&) { return reply(); };
    service.start();
  }
  static cluster::ClusterAccess token() {
    auto access = ClusterFixture::access();
    access.token = base::SecretString("t");
    return access;
  }
  SignalFreshness freshness(SignalKind kind) const { return service.state().of(kind).freshness; }
  bool becomes(SignalFreshness wanted) {
    return QTest::qWaitFor([&] { return freshness(SignalKind::Cpu) == wanted; }, 10'000);
  }

  services::KubeClient client;
  services::SignalsService service;
};

}  // namespace

class SignalsServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ownServer_isFoundAndToldWhole() {
    Service f;
    QCOMPARE(f.of(SignalKind::Traffic).freshness, SignalFreshness::Loading);
    f.service.start();
    QVERIFY(f.settled());
    const auto& traffic = f.of(SignalKind::Traffic);
    QCOMPARE(traffic.source, std::string("aiagent-server"));
    QCOMPARE(traffic.freshness, SignalFreshness::Live);
    QCOMPARE(traffic.latest, std::optional(12.5));
    QCOMPARE(traffic.points.size(), std::size_t(61));
    QCOMPARE(base::toMillis(traffic.asOf), base::toMillis(f.clock.wallNow() - 10s));
    QCOMPARE(f.of(SignalKind::LatencyP95).unit, cluster::SignalUnit::Seconds);
    QCOMPARE(f.of(SignalKind::Cpu).freshness, SignalFreshness::Absent);
    QVERIFY(f.service.state().fromPrometheus);
  }

  void budget_isWorkedOut() {
    Service f;
    f.service.start();
    QVERIFY(f.settled());
    QVERIFY(f.until([&] { return f.service.state().budget.budget->rates[3].longer.has_value(); }));
    const auto& budget = f.service.state().budget;
    QVERIFY(std::abs(*budget.budget->left - 0.94) < 1e-6);
    QCOMPARE(budget.freshness, SignalFreshness::Live);
    QCOMPARE(budget.verdict.kind, cluster::VerdictKind::Healthy);
    for (const auto& rate : budget.budget->rates) QVERIFY(std::abs(*rate.shorter - 0.06) < 1e-6);
  }

  void alerts_areThoseOfTheNamespace() {
    Service f;
    f.service.start();
    QVERIFY(f.settled());
    const auto& alerts = f.service.state().alerts;
    QCOMPARE(alerts.alerts.size(), std::size_t(2));
    QCOMPARE(alerts.alerts[0].name, std::string("Node"));
    QCOMPARE(alerts.alerts[1].name, std::string("Here"));
    QCOMPARE(alerts.freshness, SignalFreshness::Live);
  }

  void alertsWithoutTheirAddress_comeFromSeries() {
    Service f;
    f.alertStatus = 404;
    f.alerts = "404 page not found";
    f.service.start();
    QVERIFY(f.settled());
    QVERIFY(f.until([&] { return f.service.state().alerts.freshness == SignalFreshness::Live; }));
    QVERIFY(f.service.state().alerts.alerts.empty());
  }

  void secondRound_goesStraightToTheSource() {
    Service f;
    f.service.start();
    QVERIFY(f.settled());
    const auto first = f.http.requests().size();
    QVERIFY(f.until([&] { return f.http.requests().size() > first + 5 && f.http.open() == 0; }));
    for (std::size_t i = first; i < f.http.requests().size(); ++i) {
      const auto& url = f.http.requests()[i].url;
      QVERIFY2(!has(url, "istio") && !has(url, "container_"), url.c_str());
      QVERIFY2(!has(url, "query_range"), "no new point is due yet");
    }
  }

  void lostServer_agesHonestly() {
    Service f;
    f.service.start();
    QVERIFY(f.settled());
    const auto points = f.of(SignalKind::Traffic).points;
    f.down = true;
    f.clock.advance(60'000ms);
    QVERIFY(f.until([&] { return f.of(SignalKind::Traffic).freshness == SignalFreshness::Lagging; }));
    QCOMPARE(f.of(SignalKind::Traffic).trouble->code, ErrorCode::ConnectionFailed);
    f.clock.advance(300'000ms);
    QVERIFY(f.until([&] { return f.of(SignalKind::Traffic).freshness == SignalFreshness::Stale; }));
    QVERIFY2(f.of(SignalKind::Traffic).points == points, "what was known stays");
    QCOMPARE(f.of(SignalKind::Traffic).latest, std::optional(12.5));
    QVERIFY(f.until([&] { return f.service.state().budget.freshness == SignalFreshness::Stale; }));
    f.down = false;
    QVERIFY(f.until([&] { return f.of(SignalKind::Traffic).freshness == SignalFreshness::Live; }));
    QVERIFY(!f.of(SignalKind::Traffic).trouble);
  }

  void serverThatNeverAnswered_hasFailed() {
    Service f;
    f.down = true;
    f.service.start();
    QVERIFY(f.until([&] { return f.of(SignalKind::Memory).freshness == SignalFreshness::Failed; }));
    f.down = false;
    QVERIFY2(f.until([&] { return f.of(SignalKind::Traffic).freshness == SignalFreshness::Live; }),
             "asked again");
  }

  void otherServer_failsForEachPart() {
    Service f;
    f.http.answer = [](const ports::HttpRequest&) {
      return testing::jsonAnswer(200, "<html>Please log in</html>");
    };
    f.service.start();
    QVERIFY(f.until([&] {
      const auto& alerts = f.service.state().alerts;
      return alerts.trouble && std::all_of(std::begin(cluster::kSignalKinds), std::end(cluster::kSignalKinds),
                                           [&](auto kind) { return f.of(kind).trouble.has_value(); });
    }));
    for (const auto kind : cluster::kSignalKinds) QCOMPARE(f.of(kind).trouble->code, ErrorCode::BadResponse);
    QCOMPARE(f.service.state().alerts.freshness, SignalFreshness::Failed);
    QVERIFY(!f.service.state().budget.budget);
  }

  void refusedQuestions_areNotTakenForAbsence() {
    Service f;
    f.http.answer = [](const ports::HttpRequest&) {
      return testing::jsonAnswer(422,
                                 R"({"status":"error","errorType":"execution","error":"too many samples"})");
    };
    f.service.start();
    QVERIFY(f.until([&] { return f.of(SignalKind::Traffic).freshness == SignalFreshness::Failed; }));
    QCOMPARE(f.of(SignalKind::Traffic).trouble->said, std::string("too many samples"));
  }

  void scrapeThatStopped_isLaggingThoughTheServerAnswers() {
    Service f;
    f.behind = 200;
    f.service.start();
    QVERIFY(f.settled());
    QCOMPARE(f.of(SignalKind::Traffic).freshness, SignalFreshness::Lagging);
    QCOMPARE(base::toMillis(f.of(SignalKind::Traffic).asOf), base::toMillis(f.clock.wallNow() - 200s));
  }

  void noTraffic_isNoValueAndNoFault() {
    Service f;
    f.latest = "NaN";
    f.service.start();
    QVERIFY(f.settled());
    QVERIFY(f.until([&] { return !f.of(SignalKind::Errors).latest; }));
    QCOMPARE(f.of(SignalKind::Errors).freshness, SignalFreshness::Live);
  }

  void anotherRange_isAskedForAtOnce() {
    Service f;
    f.service.start();
    QVERIFY(f.settled());
    f.service.setRange(24h);
    QCOMPARE(f.service.state().range, std::chrono::seconds(24h));
    QVERIFY(f.until([&] { return f.of(SignalKind::Traffic).points.size() == 481; }));
    QCOMPARE(f.service.state().end - f.service.state().start, base::Milliseconds(24h));
  }

  void spike_isAnAnomalyAgainstFourWeeks() {
    Service f;
    f.spikeFor = 600;
    f.service.start();
    QVERIFY(f.settled());
    QVERIFY(f.until([&] { return f.of(SignalKind::Traffic).season == cluster::Season::Week; }));
    QVERIFY(f.until([&] { return !f.of(SignalKind::Traffic).anomalies.empty(); }));
    const auto& anomaly = f.of(SignalKind::Traffic).anomalies.back();
    QVERIFY(anomaly.ongoing && anomaly.above);
    QCOMPARE(anomaly.seen, 900.0);
    QCOMPARE(f.of(SignalKind::Traffic).band.size(), std::size_t(61));
  }

  void goneService_isSilent() {
    auto f = std::make_unique<Service>();
    f->service.start();
    QVERIFY(f->until([&] { return f->asked > 0; }));
    f.reset();
    QTest::qWait(20);
  }

  void withoutPrometheus_usageIsCollected() {
    int second = 0;
    Usage f([&second] {
      ++second;
      const auto at = base::toIso8601(base::wallTimeFromMillis(1'795'415'990'000 + second * 1000));
      return testing::jsonAnswer(200, R"({"items":[{"metadata":{"name":"a"},"timestamp":")" + at +
                                          R"(","containers":[{"usage":{"cpu":"250m","memory":"1Mi"}}]}]})");
    });
    QVERIFY(f.becomes(SignalFreshness::Live));
    QCOMPARE(f.http.requests().at(0).url,
             std::string("https://c.example/apis/metrics.k8s.io/v1beta1/namespaces/prod/pods"));
    QVERIFY(QTest::qWaitFor([&] { return f.service.state().of(SignalKind::Cpu).points.size() >= 3; }));
    const auto& cpu = f.service.state().of(SignalKind::Cpu);
    QCOMPARE(cpu.unit, cluster::SignalUnit::Cores);
    QCOMPARE(cpu.source, std::string("metrics.k8s.io"));
    QCOMPARE(cpu.latest, std::optional(0.25));
    QCOMPARE(f.service.state().of(SignalKind::Memory).latest, std::optional(1048576.0));
    QCOMPARE(f.freshness(SignalKind::Traffic), SignalFreshness::Absent);
    QCOMPARE(f.service.state().budget.freshness, SignalFreshness::Absent);
    QVERIFY(!f.service.state().fromPrometheus);
  }

  void noMetricsServer_isAbsent() {
    Usage f([] { return testing::jsonAnswer(404, "404 page not found"); });
    QVERIFY(f.becomes(SignalFreshness::Absent));
  }

  void deniedMetrics_sayWhy() {
    Usage f([] {
      return testing::jsonAnswer(403, R"({"kind":"Status","message":"no","reason":"Forbidden","code":403})");
    });
    QVERIFY(f.becomes(SignalFreshness::Failed));
    QCOMPARE(f.service.state().of(SignalKind::Cpu).trouble->code, ErrorCode::Forbidden);
  }
};

QTEST_GUILESS_MAIN(SignalsServiceTest)
#include "signals_service_test.moc"
