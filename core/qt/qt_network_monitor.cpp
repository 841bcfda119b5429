#include "core/qt/qt_network_monitor.h"

#include <time.h>

#include <QNetworkInformation>

#include "core/base/log.h"

namespace aiagent::qt {
namespace {

using Reachability = QNetworkInformation::Reachability;

constexpr base::Milliseconds kSleep{1'000};  // the clocks are not read in one moment

base::Milliseconds read(clockid_t id) {
  timespec now{};
  if (::clock_gettime(id, &now) != 0) return base::Milliseconds(0);
  return std::chrono::duration_cast<base::Milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                        std::chrono::nanoseconds(now.tv_nsec));
}

// The process has one; the functions that load it say whether there is one.
QNetworkInformation* information() {
  return QNetworkInformation::instance();
}

bool systemSaysGone() {
  const auto* system = information();
  return system && system->reachability() == Reachability::Disconnected;
}

}  // namespace

// One of the two clocks stands still during sleep. Unlike the wall clock neither is ever set.
base::Milliseconds sleptSoFar() {
  return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
}

QtNetworkMonitor::QtNetworkMonitor(NetworkMonitorOptions options) : m_options(std::move(options)) {
  m_look.setInterval(m_options.lookEvery);
  m_look.setTimerType(Qt::CoarseTimer);
  m_gather.setSingleShot(true);
  m_gather.setInterval(m_options.gather);
  connect(&m_look, &QTimer::timeout, this, &QtNetworkMonitor::lookForSleep);
  connect(&m_gather, &QTimer::timeout, this, &QtNetworkMonitor::tell);
}

void QtNetworkMonitor::watch(std::function<void(ports::NetworkNews)> told) {
  m_told = std::move(told);
  m_slept = m_options.slept();
  m_look.start();
  if (m_options.askSystem) askSystem();
}

void QtNetworkMonitor::askSystem() {
  if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
    base::log(base::LogLevel::Info, "network", "nobody tells of changes");
    return;
  }
  connect(information(), &QNetworkInformation::reachabilityChanged, this, &QtNetworkMonitor::changed);
  connect(information(), &QNetworkInformation::transportMediumChanged, this, &QtNetworkMonitor::changed);
  if (systemSaysGone()) changed();
}

void QtNetworkMonitor::lookForSleep() {
  const auto slept = m_options.slept();
  if (slept - std::exchange(m_slept, slept) >= kSleep) changed();
}

void QtNetworkMonitor::changed() {
  m_gather.start();
}

void QtNetworkMonitor::tell() {
  const bool gone = m_options.askSystem && systemSaysGone();
  if (gone && std::exchange(m_gone, true)) return;
  m_gone = gone;
  m_told(gone ? ports::NetworkNews::Gone : ports::NetworkNews::Renewed);
}

}  // namespace aiagent::qt
