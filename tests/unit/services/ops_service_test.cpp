#include "core/services/ops_service.h"

#include "tests/support/database_answers.h"
#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using namespace aiagent::testing;

namespace {

struct OpsFixture : ServiceFixture {
  explicit OpsFixture(Script answer) {
    http->answer = [answer](const ports::HttpRequest& request) {
      if (request.url.ends_with(kDatabasePath)) return answer;
      return jsonAnswer(200,
                        R"({"account":{"id":"a","email":"ann@example.org","name":"Ann"},"device":{"id":"d"},)"
                        R"("workspaces":[],"refresh_token":"r","access_token":"t","expires_in":600})");
    };
    const auto in = await<services::ServerIdentity>(
        [&](auto done) { account.signIn("https://agents.example.com", "code", done); });
    if (!in) qFatal("not signed in");
  }
  ~OpsFixture() { http->answer = nullptr; }

  base::Result<domain::DatabaseReport> read() {
    return await<domain::DatabaseReport>([&](auto done) { ops.database(done); });
  }

  services::ServerAccount account{*profile, *settings, *http, secrets, {.deviceName = "laptop"}};
  services::OpsService ops{account};
};

}  // namespace

class OpsServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void database_wholeAnswer_isRead() {
    OpsFixture f(jsonAnswer(200, databaseAnswer()));
    const auto report = f.read();
    QVERIFY(report);
    QCOMPARE(report->server.value->bytes, std::int64_t(734003200));
    QCOMPARE(report->connections.value->states.size(), std::size_t(2));
    QCOMPARE(report->transactions.value->oldestSeconds, std::optional<std::int64_t>(95));
    QCOMPARE(report->locks.value->at(0).blockedBy, std::vector<std::int64_t>{4711});
    QCOMPARE(report->statements.value->slowest.at(0).meanMs, 3.412);
    QCOMPARE(report->statements.value->since, std::string("2026-11-20T00:00:00+00:00"));
    QCOMPARE(report->tables.value->at(1).lastVacuum, std::string());
    QCOMPARE(report->replicas.value->at(0).lagSeconds, std::optional<double>(0.412));
    QCOMPARE(report->slots.value->at(0).active, true);
    QCOMPARE(report->backups.value->drillOk, true);
    QCOMPARE(report->migrations.value->applied, std::int64_t(11));
  }

  void database_partThatIsNotThere_saysWhy() {
    OpsFixture f(jsonAnswer(200, databaseAnswer(23, kNoStatements)));
    const auto report = f.read();
    QVERIFY(!report->statements.value);
    QVERIFY(report->statements.unavailable.starts_with("pg_stat_statements is not there"));
    QVERIFY(report->connections.value);
  }

  void database_partsOfAnotherShape_areNotThere() {
    const auto report = services::readDatabaseReport(
        R"({"at":"2026-11-23T06:40:00Z","connections":[1],"locks":{"waiting":{}},"cache":{"hits":"many"},"tables":7})");
    QVERIFY(report);
    QVERIFY(!report->connections.value);
    QVERIFY(!report->locks.value);
    QVERIFY(!report->cache.value);
    QVERIFY(!report->tables.value);
    QVERIFY(!services::readDatabaseReport("[]"));
    QVERIFY(!services::readDatabaseReport("{}"));
  }

  void database_refusals_haveTheirCodes() {
    const auto codeOf = [](int status, const std::string& body) {
      OpsFixture f(jsonAnswer(status, body));
      const auto report = f.read();
      return report ? base::ErrorCode::Internal : report.error().code;
    };
    QCOMPARE(codeOf(403, R"({"error":"not_operator","message":"No."})"), base::ErrorCode::Forbidden);
    QCOMPARE(codeOf(404, R"({"error":"not_found","message":"No."})"), base::ErrorCode::NotFound);
    QCOMPARE(codeOf(200, "<html>"), base::ErrorCode::BadResponse);
  }
};

QTEST_GUILESS_MAIN(OpsServiceTest)
#include "ops_service_test.moc"
