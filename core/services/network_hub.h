// NetworkHub: tells several of what a NetworkMonitor tells one.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "core/ports/network_monitor.h"

namespace aiagent::services {

// Call from one thread; news come there. Whoever watches may do so before there is a monitor, and at any
// time; what was told before is not told again.
class NetworkHub final : public ports::NetworkMonitor {
 public:
  // Once. The monitor must outlive this.
  void follow(ports::NetworkMonitor& monitor) {
    monitor.watch([listeners = m_listeners](ports::NetworkNews news) {
      const auto told = *listeners;  // one may watch while it is told
      for (const auto& each : told) each(news);
    });
  }
  void watch(std::function<void(ports::NetworkNews)> told) override {
    m_listeners->push_back(std::move(told));
  }

 private:
  using Listeners = std::vector<std::function<void(ports::NetworkNews)>>;
  std::shared_ptr<Listeners> m_listeners = std::make_shared<Listeners>();
};

}  // namespace aiagent::services
