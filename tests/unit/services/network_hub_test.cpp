#include "core/services/network_hub.h"

#include <QtTest>

using namespace aiagent;
using ports::NetworkNews;

namespace {

class ScriptedMonitor final : public ports::NetworkMonitor {
 public:
  void watch(std::function<void(NetworkNews)> told) override { tell = std::move(told); }
  std::function<void(NetworkNews)> tell;
};

}  // namespace

class NetworkHubTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void news_reachEverybody_whenTheyCame() {
    services::NetworkHub hub;
    ScriptedMonitor monitor;
    std::vector<std::string> heard;
    hub.watch([&](NetworkNews) { heard.emplace_back("first"); });
    hub.follow(monitor);
    monitor.tell(NetworkNews::Renewed);
    hub.watch([&](NetworkNews news) { heard.emplace_back(news == NetworkNews::Gone ? "gone" : "renewed"); });
    monitor.tell(NetworkNews::Gone);
    QCOMPARE(heard, (std::vector<std::string>{"first", "first", "gone"}));
  }

  void whoWatchesWhileToldOf_isToldOfTheNext() {
    services::NetworkHub hub;
    ScriptedMonitor monitor;
    int late = 0;
    hub.follow(monitor);
    hub.watch([&](NetworkNews) { hub.watch([&](NetworkNews) { ++late; }); });
    monitor.tell(NetworkNews::Renewed);
    QCOMPARE(late, 0);
    monitor.tell(NetworkNews::Renewed);
    QCOMPARE(late, 1);
  }

  void monitorThatOutlivesTheHub_isHeardByNobodyGone() {
    ScriptedMonitor monitor;
    {
      services::NetworkHub hub;
      hub.follow(monitor);
    }
    monitor.tell(NetworkNews::Renewed);  // does not crash
  }
};

QTEST_GUILESS_MAIN(NetworkHubTest)
#include "network_hub_test.moc"
