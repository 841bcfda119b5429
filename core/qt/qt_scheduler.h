// QtScheduler: ports::Scheduler on the event loop of the thread that made it.
#pragma once

#include <QObject>

#include "core/ports/scheduler.h"

namespace aiagent::qt {

// Tasks still waiting when the scheduler is destroyed are dropped; a Timer may outlive it and then never
// fires. `post` must not race with the destruction.
class QtScheduler final : public ports::Scheduler {
 public:
  [[nodiscard]] std::unique_ptr<ports::Timer> after(base::Milliseconds delay,
                                                    std::function<void()> task) override;
  void post(std::function<void()> task) override;

 private:
  QObject m_context;  // lives on the scheduler's thread; parent of its timers
};

}  // namespace aiagent::qt
