// The signals of a real Prometheus: what is asked is understood there, and what is answered is what was
// measured.
#include "core/qt/qt_http_client.h"
#include "core/qt/qt_scheduler.h"
#include "core/services/cluster/signals_service.h"
#include "tests/integration/real_prometheus.h"

using namespace aiagent;
using cluster::SignalKind;
using services::SignalFreshness;

class ClusterPrometheusTest : public QObject {
  Q_OBJECT

  const services::SignalState& of(SignalKind kind) const { return m_service->state().of(kind); }
  void near(SignalKind kind, double expected) {
    const auto latest = of(kind).latest;
    QVERIFY2(latest.has_value(), cluster::toWord(kind).data());
    QVERIFY2(std::abs(*latest - expected) < 0.03 * expected, qPrintable(QString::number(*latest)));
  }
  base::Result<wire::PromAnswer> ask(services::PrometheusClient& client, const std::string& expression) {
    std::optional<base::Result<wire::PromAnswer>> answer;
    const auto call = client.query(expression, [&](auto told) { answer.emplace(std::move(told)); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000)) qFatal("no answer");
    return std::move(*answer);
  }
  // The windows up to six hours and the longer ones are two questions, whose answers come in any order.
  bool budgetIsKnown() const {
    const auto& budget = m_service->state().budget.budget;
    return budget && budget->left && budget->rates.front().longer && budget->rates.front().shorter;
  }
  services::PrometheusSurroundings around() { return {m_http, m_scheduler, m_clock}; }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_server.start()) QSKIP("Prometheus is not installed");
    services::SignalsOptions options{.scope = {.nameSpace = "prod"}, .interval = base::Milliseconds(300)};
    m_service = std::make_unique<services::SignalsService>(services::PrometheusServer{.url = m_server.url()},
                                                           around(), options);
    m_service->start();
    QVERIFY(QTest::qWaitFor(
        [&] {
          return of(SignalKind::Memory).latest && of(SignalKind::LatencyP99).latest && budgetIsKnown();
        },
        30'000));
  }

  void signals_areWhatWasMeasured() {
    near(SignalKind::Traffic, 10.5);
    near(SignalKind::Errors, 0.5 / 10.5);
    near(SignalKind::LatencyP50, 0.01);
    near(SignalKind::LatencyP95, 0.091);
    near(SignalKind::Cpu, 0.25);
    near(SignalKind::Memory, 0.25);
    QCOMPARE(of(SignalKind::Memory).source, std::string("limits"));
    QCOMPARE(of(SignalKind::Traffic).source, std::string("aiagent-server"));
    QVERIFY(of(SignalKind::Traffic).points.size() > 50);
    QVERIFY(QTest::qWaitFor([&] { return of(SignalKind::Traffic).freshness == SignalFreshness::Live; }));
    QCOMPARE(of(SignalKind::Traffic).season, cluster::Season::None);
  }

  void budget_isOverspentAndBurns() {
    const auto& budget = *m_service->state().budget.budget;
    QVERIFY(*budget.left < -40);
    QVERIFY(budget.rates[0].exceeded);
    QVERIFY(std::abs(*budget.rates[0].longer - 47.6) < 2);
    QVERIFY(budget.observed <= std::chrono::hours(12));
  }

  void alerts_areTold() {
    QVERIFY(QTest::qWaitFor(
        [&] {
          const auto& alerts = m_service->state().alerts.alerts;
          return alerts.size() == 1 && alerts[0].firing;
        },
        10'000));
    QCOMPARE(m_service->state().alerts.alerts[0].name, std::string("AlwaysOn"));
    QCOMPARE(m_service->state().alerts.alerts[0].summary, std::string("It is on"));
  }

  // Sources that this server lacks, too: an answer without series is no error.
  void everyQuestion_isUnderstood() {
    services::PrometheusClient client({.url = m_server.url()}, around());
    const cluster::SignalScope all{.nameSpace = "prod"},
        one{"pr\"o.d\\", "api", wire::KubeKind::Deployment, {{"cluster", "e\"u"}}};
    for (const auto& scope : {all, one})
      for (const auto kind : cluster::kSignalKinds)
        for (const auto& query : cluster::signalQueries(kind, scope, std::chrono::minutes(2)))
          for (const auto& text :
               {query.expression, query.newest, cluster::historyQuery(query, std::chrono::hours(720))}) {
            const auto answer = ask(client, text);
            QVERIFY2(answer.ok(), (text + ": " + (answer ? "" : answer.error().said)).c_str());
          }
    const auto alerts = ask(client, cluster::alertsQuery({.nameSpace = "prod"}));
    QVERIFY(alerts.ok());
    QCOMPARE(alerts->series.size(), std::size_t(1));
  }

  void workload_isFoundByItsPod() {
    services::PrometheusClient client({.url = m_server.url()}, around());
    const auto found = [&](const char* name) {
      const auto queries = cluster::signalQueries(
          SignalKind::Traffic, {"prod", name, wire::KubeKind::Deployment}, std::chrono::minutes(2));
      return ask(client, queries[0].expression)->series.size();
    };
    QCOMPARE(found("api"), std::size_t(1));
    QCOMPARE(found("ap"), std::size_t(0));
  }

  void wrongQuestion_isRefusedInItsWords() {
    services::PrometheusClient client({.url = m_server.url()}, around());
    const auto answer = ask(client, "sum(");
    QCOMPARE(answer.error().code, base::ErrorCode::RequestRejected);
    QCOMPARE(answer.error().providerCode, std::string("bad_data"));
    QVERIFY(!answer.error().said.empty());
  }

  void stoppedServer_leavesWhatWasKnown() {
    m_server.stop();
    QVERIFY(QTest::qWaitFor([&] { return of(SignalKind::Traffic).freshness == SignalFreshness::Lagging; },
                            20'000));
    QCOMPARE(of(SignalKind::Traffic).trouble->code, base::ErrorCode::ConnectionFailed);
    QVERIFY(of(SignalKind::Traffic).points.size() > 50);
  }

 private:
  test::RealPrometheus m_server;
  base::SystemClock m_clock;
  qt::QtScheduler m_scheduler;
  qt::QtHttpClient m_http;
  std::unique_ptr<services::SignalsService> m_service;
};

QTEST_GUILESS_MAIN(ClusterPrometheusTest)
#include "cluster_prometheus_test.moc"
