// NetworkMonitor: what this computer says of its way to other computers.
#pragma once

#include <functional>

namespace aiagent::ports {

enum class NetworkNews {
  Gone,     // there is no network. A hint alone: a system may know less than there is
  Renewed,  // one came, it is another one, or the computer slept: connections from before may be dead
};

class NetworkMonitor {
 public:
  virtual ~NetworkMonitor() = default;
  // `told` is called on the thread that made the monitor, never from inside watch(), and not after the
  // monitor is gone. Gone comes soon where there is no network to begin with. Call once.
  virtual void watch(std::function<void(NetworkNews)> told) = 0;
};

}  // namespace aiagent::ports
