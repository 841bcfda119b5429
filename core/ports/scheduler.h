// Scheduler: timers and turns of the owner's event loop.
#pragma once

#include <functional>
#include <memory>

#include "core/base/clock.h"

namespace aiagent::ports {

// Destroying it stops the timer; a stopped timer never fires.
class Timer {
 public:
  virtual ~Timer() = default;
};

class Scheduler {
 public:
  virtual ~Scheduler() = default;
  // Runs `task` once on the scheduler's thread after at least `delay`. Call from that thread.
  [[nodiscard]] virtual std::unique_ptr<Timer> after(base::Milliseconds delay,
                                                     std::function<void()> task) = 0;
  // Runs `task` soon on the scheduler's thread. May be called from any thread.
  virtual void post(std::function<void()> task) = 0;
};

}  // namespace aiagent::ports
