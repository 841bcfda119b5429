#include "core/qt/http_lanes.h"

#include <QTest>
#include <set>

using namespace aiagent;

namespace {

ports::HttpRequest withTls(ports::HttpTls tls) {
  ports::HttpRequest request;
  request.tls = std::make_shared<const ports::HttpTls>(std::move(tls));
  return request;
}

std::string subjectOf(const ports::HttpRequest& request) {
  const auto made = qt::configurationFor(request, {});
  return made ? "" : made.error().subject;
}

}  // namespace

class HttpLanesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void laneKey_differs_whereAConnectionMustNotBeShared() {
    ports::HttpRequest plain, pooled, proxied;
    pooled.pool = "a";
    proxied.proxyUrl = "http://a";
    std::set<std::string> keys{qt::laneKey(plain), qt::laneKey(pooled), qt::laneKey(proxied)};
    for (const auto& tls :
         {ports::HttpTls{}, ports::HttpTls{.caPem = "a"}, ports::HttpTls{.certificatePem = "a"},
          ports::HttpTls{.keyPem = base::SecretString("a")}, ports::HttpTls{.serverName = "a"},
          ports::HttpTls{.insecure = true}})
      keys.insert(qt::laneKey(withTls(tls)));
    QCOMPARE(keys.size(), std::size_t(9));
    QCOMPARE(qt::laneKey(plain), std::string());
    QCOMPARE(qt::laneKey(withTls({.caPem = "a"})), qt::laneKey(withTls({.caPem = "a"})));
  }

  void configurationFor_whatCannotBeRead_isNamed() {
    ports::HttpRequest proxied;
    proxied.proxyUrl = "https://proxy";  // Qt speaks no TLS to a proxy
    QCOMPARE(subjectOf(proxied), std::string("proxy"));
    QCOMPARE(subjectOf(withTls({.caPem = "none"})), std::string("tls.ca"));
    QCOMPARE(subjectOf(withTls({.certificatePem = "none"})), std::string("tls.certificate"));
    QCOMPARE(subjectOf({}), std::string());
  }

  void idleLanes_areKeptOneAKey_andNotForEver() {
    qt::HttpLanes lanes;
    ports::HttpRequest request;
    std::vector<qt::HttpLane*> full;
    request.pool = "p";
    for (int i = 0; i < qt::kExchangesPerOrigin + 1; ++i) {
      full.push_back(*lanes.laneFor(request, "o"));
      full.back()->enter("o");
    }
    QVERIFY(full.front() != full.back());
    full.back()->leave("o");
    lanes.dropIdle();  // the second one goes
    for (int i = 0; i < qt::kExchangesPerOrigin; ++i) full.front()->leave("o");
    lanes.dropIdle();
    QCOMPARE(*lanes.laneFor(request, "o"), full.front());
    for (int i = 0; i < 20; ++i) {
      request.pool = std::to_string(i);
      auto* lane = *lanes.laneFor(request, "o");
      lane->enter("o");
      QTest::qSleep(2);
      lane->leave("o");
      lanes.dropIdle();
    }
    request.pool = "19";
    auto* last = *lanes.laneFor(request, "o");
    QVERIFY(last->lastUsed() != base::WallTime{});
    request.pool = "p";
    QVERIFY((*lanes.laneFor(request, "o"))->lastUsed() == base::WallTime{});  // made anew
  }
};

QTEST_GUILESS_MAIN(HttpLanesTest)
#include "http_lanes_test.moc"
