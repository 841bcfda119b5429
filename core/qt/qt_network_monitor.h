// QtNetworkMonitor: ports::NetworkMonitor by QNetworkInformation, where the system has something that it can
// ask, and by how long the computer slept.
#pragma once

#include <QObject>
#include <QTimer>

#include "core/base/clock.h"
#include "core/ports/network_monitor.h"

namespace aiagent::qt {

// How long the computer has slept since it was started. Zero where the system does not tell.
base::Milliseconds sleptSoFar();

struct NetworkMonitorOptions {
  bool askSystem = true;
  std::function<base::Milliseconds()> slept = sleptSoFar;
  base::Milliseconds lookEvery{5'000};  // for sleep
  base::Milliseconds gather{300};       // a change comes as several: they are told as one
};

// Lives on the main thread: QNetworkInformation does.
class QtNetworkMonitor final : public QObject, public ports::NetworkMonitor {
 public:
  explicit QtNetworkMonitor(NetworkMonitorOptions options = {});

  void watch(std::function<void(ports::NetworkNews)> told) override;

 private:
  void askSystem();
  void lookForSleep();
  void changed();
  void tell();

  const NetworkMonitorOptions m_options;
  std::function<void(ports::NetworkNews)> m_told;
  base::Milliseconds m_slept{0};
  bool m_gone = false;  // as told last
  QTimer m_look, m_gather;
};

}  // namespace aiagent::qt
