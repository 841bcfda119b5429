// How often a watch judges. What it does with a server is tests/integration/cluster_watch_test.cpp's.
#include "core/services/cluster/cluster_watch.h"

#include <QSignalSpy>
#include <set>

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using namespace aiagent::testing;
using wire::KubeKind;

namespace {

// Whoever asks for the time of day has taken so long for it: that is how judging becomes costly here.
class SlowClock final : public base::Clock {
 public:
  base::WallTime wallNow() const override {
    m_clock.advance(cost);
    return m_clock.wallNow();
  }
  base::Instant now() const override { return m_clock.now(); }
  void advance(base::Milliseconds by) { m_clock.advance(by); }
  base::Milliseconds cost{0};

 private:
  mutable test::ManualClock m_clock;
};

std::string frame(const std::string& type, const std::string& version, bool ready) {
  return R"({"type":")" + type +
         R"(","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"web","namespace":"aiagent","uid":"u1",)"
         R"("resourceVersion":")" +
         version +
         R"("},"spec":{"containers":[{"name":"api","image":"web:1"}]},"status":{"phase":"Running",)" +
         R"("containerStatuses":[{"name":"api","ready":)" + (ready ? "true" : "false") +
         R"(,"restartCount":0,"state":{"running":{}}}]}}})" + "\n";
}

const std::string kAllCame =
    R"({"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"5",)"
    R"("annotations":{"k8s.io/initial-events-end":"true"}}}})"
    "\n";

}  // namespace

class ClusterWatchTest : public QObject {
  Q_OBJECT

 private:
  ClusterFixture f;
  SlowClock m_clock;
  std::unique_ptr<services::KubeClient> m_client;
  std::unique_ptr<services::ClusterWatch> m_watch;

  int ready() const {
    const auto all = m_watch->workloads();
    return all.size() == 1 ? all.front().workload.ready : -1;
  }
  int readyOfRow() const {
    const auto* row = m_watch->feed(KubeKind::Pod)->table().find("u1");
    return row && std::get<wire::PodRow>(*row).containers.at(0).ready ? 1 : 0;
  }

 private Q_SLOTS:
  void init() {
    m_clock.cost = base::Milliseconds(0);
    f.http.answer = [](const ports::HttpRequest&) -> Script {
      return {Step::head(200), Step::bytes(frame("ADDED", "4", false) + kAllCame),
              Step::wait(std::chrono::milliseconds(300)), Step::bytes(frame("MODIFIED", "6", true)),
              Step::hang()};
    };
    const services::KubeSurroundings around{f.http, f.scheduler, m_clock, f.reader()};
    m_client = std::make_unique<services::KubeClient>(ClusterFixture::access(), around);
    m_watch = std::make_unique<services::ClusterWatch>(
        *m_client, around, services::ClusterWatchOptions{.nameSpace = "aiagent", .kinds = {KubeKind::Pod}});
    m_watch->start();
    QTRY_VERIFY(m_watch->isKnown(KubeKind::Pod));
  }
  void cleanup() {
    m_watch.reset();
    m_client.reset();
  }

  // All who watched a server that starts again would come back in the same moments.
  void twoWatches_askForStreamsOfOtherLengths() {
    f.http.answer = [](const ports::HttpRequest&) -> Script { return {Step::head(200), Step::hang()}; };
    const services::KubeSurroundings around{f.http, f.scheduler, m_clock, f.reader()};
    std::vector<std::set<std::string>> asked;
    for (int i = 0; i < 2; ++i) {
      const auto before = f.http.requests().size();
      services::ClusterWatch watch(*m_client, around, {.nameSpace = "aiagent"});
      watch.start();
      const auto kinds = services::judgedKinds().size();
      QTRY_COMPARE(f.http.requests().size(), before + kinds);
      auto& urls = asked.emplace_back();
      for (auto n = before; n < f.http.requests().size(); ++n) urls.insert(f.http.requests()[n].url);
    }
    QVERIFY(asked[0] != asked[1]);
  }

  void judgingIsCheap_isDoneWheneverAsked() {
    QCOMPARE(ready(), 0);
    QTRY_COMPARE(readyOfRow(), 1);
    QCOMPARE(ready(), 1);
  }

  void judgingIsCostly_isDoneRarely_andTellsWhenItCanBeAgain() {
    m_clock.cost = base::Milliseconds(20);
    QCOMPARE(ready(), 0);
    m_clock.cost = base::Milliseconds(0);
    QTRY_COMPARE(readyOfRow(), 1);
    QCOMPARE(ready(), 0);
    QSignalSpy changed(m_watch.get(), &services::ClusterWatch::changed);
    QTRY_VERIFY(!changed.isEmpty());
    m_clock.advance(base::Milliseconds(20 * 200));
    QCOMPARE(ready(), 1);
  }

  // A server judges who asks before it looks for what is asked.
  void addOnThatIsDenied_isAbsentWhereTheServerHasNone_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("discovery");
    QTest::addColumn<bool>("isAbsent");
    const QByteArray list =
        "{\"kind\":\"APIResourceList\",\"groupVersion\":\"argoproj.io/v1alpha1\",\"resources\":[";
    const QByteArray rest =
        "\",\"singularName\":\"x\",\"namespaced\":true,\"kind\":\"X\",\"verbs\":[\"list\"]}]}";
    QTest::newRow("no such group") << 404 << QByteArray("404 page not found") << true;
    QTest::newRow("the group, for something else") << 200 << list + "{\"name\":\"workflows" + rest << true;
    QTest::newRow("it is there") << 200 << list + "{\"name\":\"rollouts" + rest << false;
    QTest::newRow("that is denied, too") << 403 << QByteArray("{}") << false;
    QTest::newRow("no answer of that kind") << 200 << QByteArray("<html>") << false;
  }
  void addOnThatIsDenied_isAbsentWhereTheServerHasNone() {
    QFETCH(int, status);
    QFETCH(QByteArray, discovery);
    QFETCH(bool, isAbsent);
    f.http.answer = [=](const ports::HttpRequest& request) -> Script {
      const bool isDiscovery = request.url == "https://c.example/apis/argoproj.io/v1alpha1";
      if (!isDiscovery && request.url.find("/rollouts") == std::string::npos)
        return {Step::head(200), Step::hang()};
      return isDiscovery ? jsonAnswer(status, discovery.toStdString())
                         : jsonAnswer(403, "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"code\":403}");
    };
    m_watch->watchAlso({KubeKind::Rollout});
    const auto freshness = [this] { return m_watch->feed(KubeKind::Rollout)->state().freshness; };
    QTRY_VERIFY(freshness() != cluster::Freshness::Loading);
    QCOMPARE(freshness(), isAbsent ? cluster::Freshness::Absent : cluster::Freshness::Denied);
  }
};

QTEST_GUILESS_MAIN(ClusterWatchTest)
#include "cluster_watch_test.moc"
