#include "core/qt/qt_network_monitor.h"

#include <QtTest>
#include <vector>

using namespace aiagent;
using ports::NetworkNews;
using std::chrono::milliseconds;

namespace {

struct Watched {
  Watched() {
    qt::NetworkMonitorOptions options;
    options.askSystem = false;
    options.slept = [this] { return slept; };
    options.lookEvery = milliseconds(5);
    options.gather = milliseconds(20);
    monitor = std::make_unique<qt::QtNetworkMonitor>(options);
    monitor->watch([this](NetworkNews one) { news.push_back(one); });
  }
  milliseconds slept{60'000};  // before the program began
  std::unique_ptr<qt::QtNetworkMonitor> monitor;
  std::vector<NetworkNews> news;
};

}  // namespace

class QtNetworkMonitorTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void awake_tellsNothing() {
    Watched w;
    QTest::qWait(60);
    QVERIFY(w.news.empty());
  }

  void slept_isToldOnce() {
    Watched w;
    w.slept += milliseconds(90'000);
    QTRY_COMPARE(w.news.size(), 1u);
    QVERIFY(w.news[0] == NetworkNews::Renewed);
    QTest::qWait(60);
    QCOMPARE(w.news.size(), 1u);
  }

  void clocksReadApart_isNoSleep() {
    Watched w;
    w.slept += milliseconds(3);
    QTest::qWait(60);
    QVERIFY(w.news.empty());
  }

  void goneBeforeItIsTold_tellsNobody() {
    Watched w;
    w.slept += milliseconds(90'000);
    w.monitor.reset();
    QTest::qWait(40);
    QVERIFY(w.news.empty());
  }

  void sleptSoFar_doesNotGrowWhileAwake() {
    const auto before = qt::sleptSoFar();
    QTest::qWait(20);
    QVERIFY(qt::sleptSoFar() - before < milliseconds(1'000));
    QVERIFY(before >= milliseconds(-1));
  }

  // Whether or not this computer has something to ask: it starts, and nothing comes from inside watch().
  void system_isAskedWhereItCanBe() {
    qt::QtNetworkMonitor monitor;
    bool inside = true, told = false;
    monitor.watch([&](NetworkNews) { told = inside; });
    inside = false;
    QVERIFY(!told);
  }
};

QTEST_GUILESS_MAIN(QtNetworkMonitorTest)
#include "qt_network_monitor_test.moc"
