// SyncService against a server that answers by a script: what a person is told, and what goes over the wire.
#include <QSignalSpy>

#include "core/ports/network_monitor.h"
#include "tests/ui/sync_parts.h"
#include "tests/ui/sync_scripts.h"

using namespace aiagent;
using namespace aiagent::testing;
using ports::NetworkNews;
using Kind = ui::SyncState::Kind;

namespace {

const std::string kPull = "POST /v1/rpc/sync_pull";
const std::string kPush = "POST /v1/rpc/sync_push";
const std::string kLive = "GET /v1/live?workspace=" + kTeam;

struct FakeNetwork final : ports::NetworkMonitor {
  void watch(std::function<void(NetworkNews)> then) override { told = std::move(then); }
  std::function<void(NetworkNews)> told;
};

struct Synced {
  explicit Synced(const std::string& address = "https://agents.example.com") {
    auto done =
        await<services::ServerIdentity>([&](auto then) { parts.account.signIn(address, "code", then); });
    if (!done) qFatal("not signed in");
    parts.bind();
    parts.sync.follow(network);
  }
  int asked(const std::string& what) const {
    return int(std::ranges::count_if(parts.asked, [&](const auto& one) { return one.starts_with(what); }));
  }
  void edit() {
    domain::AgentContent content;
    content.name = "Triage";
    auto made = await<domain::Agent>([&](auto done) { services.agents->create(content, done); });
    if (!made) qFatal("not created");
  }
  Kind kind() const { return parts.state.state().kind; }
  QString words() const { return parts.state.state().words; }

  ServiceFixture services;
  SyncParts parts{services};
  FakeNetwork network;
};

}  // namespace

class SyncServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void networkGone_editsWait_andGoOutAtOnceWhenItIsBack() {
    Synced s;
    s.parts.start();
    s.network.told(NetworkNews::Gone);
    QCOMPARE(s.kind(), Kind::Offline);
    const int pulls = s.asked(kPull);
    s.edit();
    QTRY_COMPARE(s.parts.state.state().pending, 1);
    QCOMPARE(s.kind(), Kind::Offline);
    QCOMPARE(s.asked(kPush), 0);
    s.network.told(NetworkNews::Renewed);
    QTRY_COMPARE(s.asked(kPush), 1);
    QCOMPARE(s.asked(kPull), pulls + 1);
  }

  void networkGone_serverOnThisComputer_goesOn() {
    Synced s("http://127.0.0.1:3000");
    s.parts.start();
    s.network.told(NetworkNews::Gone);
    QCOMPARE(s.kind(), Kind::UpToDate);
    s.edit();
    QTRY_COMPARE(s.asked(kPush), 1);
  }

  void networkGone_whoAsksIsTried() {
    Synced s;
    s.parts.start();
    s.network.told(NetworkNews::Gone);
    s.parts.sync.syncNow();
    QTRY_COMPARE(s.kind(), Kind::UpToDate);
  }

  // 53
  void networkRenewed_pullsAtOnce_andOpensTheLiveStreamAnew_once() {
    Synced s;
    s.parts.answers[kLive] = {Step::head(200), Step::bytes(": ok\n\n"), Step::hang()};
    s.parts.sync.start(true);
    QTRY_VERIFY(s.parts.sync.status().live);
    QTRY_COMPARE(s.kind(), Kind::UpToDate);
    const int pulls = s.asked(kPull);
    for (int i = 0; i < 3; ++i) s.network.told(NetworkNews::Renewed);
    QVERIFY(!s.parts.sync.status().live);
    QTRY_VERIFY(s.parts.sync.status().live);
    QTRY_COMPARE(s.kind(), Kind::UpToDate);
    QVERIFY(s.asked(kPull) > pulls);
    QTest::qWait(60);
    QCOMPARE(s.services.http->open(), 1);  // the stream alone
    const int streams = s.asked(kLive);
    QTest::qWait(1'200);  // no timer of an older connection is left
    QCOMPARE(s.asked(kLive), streams);
  }

  void networkRenewed_requestThatHangs_isAskedAnew() {
    Synced s;
    s.parts.answers[kPull] = {Step::hang()};
    s.parts.sync.start(false);
    QTRY_COMPARE(s.asked(kPull), 1);
    s.parts.answers.erase(kPull);
    s.network.told(NetworkNews::Renewed);
    QTRY_COMPARE(s.kind(), Kind::UpToDate);
    QCOMPARE(s.asked(kPull), 2);
  }

  void networkRenewed_whileItIsStopped_doesNothing() {
    Synced s;
    s.network.told(NetworkNews::Renewed);
    s.network.told(NetworkNews::Gone);
    QTest::qWait(30);
    QCOMPARE(s.asked(kPull), 0);
  }

  void liveStreamThatEnds_isOpenedAgain_andWhatWasMissedIsFetched() {
    Synced s;
    s.parts.answers[kLive] = {Step::head(200), Step::bytes(": ok\n\n"), Step::wait(base::Milliseconds(50)),
                              Step::end()};
    s.parts.sync.start(true);
    QTRY_VERIFY(s.parts.sync.status().live);
    QTRY_VERIFY(!s.parts.sync.status().live);
    const int pulls = s.asked(kPull);
    QTRY_VERIFY_WITH_TIMEOUT(s.asked(kLive) >= 2, 5'000);
    QTRY_VERIFY(s.asked(kPull) > pulls);
  }

  void serverThatComesBack_isAskedForHintsAtOnce() {
    Synced s;
    const auto away = failure(base::ErrorCode::ConnectionFailed, "agents.example.com");
    s.parts.answers[kLive] = s.parts.answers[kPull] = s.parts.answers[kPush] = away;
    s.parts.sync.start(true);
    QTRY_VERIFY_WITH_TIMEOUT(s.asked(kLive) == 3, 10'000);  // again in two seconds at the earliest
    QCOMPARE(s.kind(), Kind::Waiting);
    s.parts.answers.erase(kPull);
    s.parts.answers.erase(kPush);
    s.parts.answers[kLive] = {Step::head(200), Step::bytes(": ok\n\n"), Step::hang()};
    s.parts.sync.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(s.parts.sync.status().live, 1'500);
    QTRY_COMPARE(s.kind(), Kind::UpToDate);
  }

  void serverIsBusy_saysSo_andGoesOnByItself() {
    Synced s;
    s.parts.answers[kPull] = jsonAnswer(503, R"({"error":"busy","message":"Try again."})");
    s.parts.answers[kPush] = s.parts.answers[kPull];
    s.parts.start(Kind::Waiting);
    QVERIFY2(s.words().contains(QStringLiteral("the server is busy")), qPrintable(s.words()));
    s.parts.answers.clear();
    QTRY_COMPARE_WITH_TIMEOUT(s.kind(), Kind::UpToDate, 10'000);
  }

  void answerOfSomethingElse_isNoAnswerOfTheServer() {
    Synced s;
    s.parts.answers[kPull] = {Step::head(200, {{"content-type", "text/html"}}),
                              Step::bytes("<html>Sign in to the hotel</html>"), Step::end()};
    s.parts.answers[kPush] = s.parts.answers[kPull];
    s.parts.start(Kind::Waiting);
    QVERIFY2(s.words().contains(QStringLiteral("what answers is not the server")), qPrintable(s.words()));
  }

  void credentialRefused_asksToSignIn_keepsTheEdit_andGoesOnAfterwards() {
    Synced s;
    s.parts.start();
    const auto refused = jsonAnswer(401, R"({"error":"unauthorized","message":"No."})");
    for (const auto& path : {kPull, kPush, std::string("POST /v1/auth/refresh")})
      s.parts.answers[path] = refused;
    s.edit();
    QTRY_COMPARE(s.kind(), Kind::SignIn);
    QTRY_COMPARE(s.parts.state.state().pending, 1);
    const auto asked = s.parts.asked.size();
    QTest::qWait(50);
    QCOMPARE(s.parts.asked.size(), asked);  // it does not go on knocking
    s.parts.answers.clear();
    s.parts.signIn();
    QTRY_COMPARE(s.asked(kPush), 2);
  }

  void anotherWorkspace_withAnEditThatWaits_doesNotGetIt() {
    Synced s;
    s.parts.start();
    s.network.told(NetworkNews::Gone);
    s.edit();
    QTRY_COMPARE(s.parts.state.state().pending, 1);
    s.parts.sync.stop();
    s.parts.account.useWorkspace(kPersonal);
    const auto bound = s.parts.sync.bind(*s.parts.account.workspace(kPersonal));
    QVERIFY(!bound);
    QCOMPARE(bound.error().code, base::ErrorCode::Conflict);
    // Back in its own workspace it goes out.
    s.parts.account.useWorkspace(kTeam);
    QVERIFY(s.parts.sync.bind(*s.parts.account.workspace(kTeam)));
    s.parts.sync.start(false);
    QTRY_COMPARE(s.asked(kPush), 1);
    QVERIFY(s.parts.asked.back().find(kTeam) != std::string::npos);
  }

  void stopped_whileARequestIsUnderWay_takesNoAnswerAnyMore_andBeginsAnew() {
    Synced s;
    s.parts.answers[kPull] =
        s.parts.answer({.method = "POST", .url = "https://agents.example.com/v1/rpc/sync_pull"});
    s.parts.answers[kPull].insert(s.parts.answers[kPull].begin(), Step::wait(base::Milliseconds(60)));
    s.parts.asked.clear();
    s.parts.sync.start(false);
    QTRY_COMPARE(s.asked(kPull), 1);
    s.parts.sync.stop();
    QTest::qWait(120);
    auto status = await<services::SyncStatus>([&](auto done) { s.parts.sync.readStatus(done); });
    QVERIFY(status);
    QCOMPARE(base::toMillis(status->pulled), 0);
    s.parts.answers.clear();
    s.parts.start();
    QCOMPARE(s.asked(kPull), 2);
  }

  void destroyed_whileARequestIsUnderWay_leavesNothingBehind() {
    Synced s;
    s.parts.answers[kPull] = {Step::hang()};
    auto other =
        std::make_unique<services::SyncService>(*s.services.profile, s.parts.account, *s.services.http);
    other->start(true);
    QTRY_COMPARE(s.asked(kPull), 1);
    other.reset();
    QTest::qWait(20);
    s.parts.answers.clear();
    s.parts.start();  // the lock was given back
  }

  // While the server has one request the next is planned; still each edit goes once, in its order.
  void manyEdits_goInRequestsThatFollowEachOther_eachOnceAndInOrder() {
    constexpr int kMany = 1'100;
    Synced s;
    std::vector<int> numbers;
    int requests = 0;
    const auto others = s.services.http->answer;
    s.services.http->answer = [&](const ports::HttpRequest& request) {
      // A page without what was taken would have it all offered again, and rightly.
      if (requests > 0 && request.url.ends_with("sync_pull")) return testing::Script{Step::hang()};
      if (!request.url.ends_with("sync_push")) return others(request);
      ++requests;
      for (const auto number : numbersIn(request.body)) numbers.push_back(number);
      return jsonAnswer(200, allTaken(request.body));
    };
    s.parts.start();
    domain::AgentContent content;
    content.name = "Many";
    s.parts.write([&](store::Connection& connection) {
      if (!store::importAgents(connection, std::vector<domain::AgentContent>(kMany, content)))
        qFatal("not written");
    });
    QTRY_COMPARE(int(numbers.size()), kMany);
    QVERIFY(requests >= 3);
    for (int i = 0; i < kMany; ++i) QCOMPARE(numbers[std::size_t(i)], i + 1);
    QTRY_COMPARE(s.parts.state.state().pending, 0);
    QTest::qWait(50);
    QCOMPARE(int(numbers.size()), kMany);
  }

  void pageBehindAPage_isAskedForOnce() {
    Synced s;
    std::vector<int> cursors;
    const auto others = s.services.http->answer;
    s.services.http->answer = [&](const ports::HttpRequest& request) {
      if (!request.url.ends_with("sync_pull")) return others(request);
      const std::string mark = "cursor\":";
      cursors.push_back(std::stoi(request.body.substr(request.body.find(mark) + mark.size(), 9)));
      return jsonAnswer(200, pageBehind(cursors.back()));
    };
    s.parts.start();
    QCOMPARE(s.kind(), Kind::UpToDate);
    QCOMPARE(cursors, (std::vector<int>{0, 1, 2}));
    s.parts.write([](store::Connection& connection) {
      store::Query row(connection, "SELECT count(*) FROM agent");
      if (!row.next() || row.integer(0) != 3) qFatal("not all are here");
    });
  }
};

QTEST_GUILESS_MAIN(SyncServiceTest)
#include "sync_service_test.moc"
