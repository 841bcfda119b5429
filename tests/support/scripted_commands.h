// ScriptedCommands: a CommandRunner whose programs answer what the test says, or hang.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/ports/command_runner.h"
#include "core/ports/scheduler.h"

namespace aiagent::testing {

class ScriptedCommands final : public ports::CommandRunner {
 public:
  explicit ScriptedCommands(ports::Scheduler& scheduler) : m_scheduler(scheduler) {}

  // The next program ends like this; without one left, programs hang until they are cancelled.
  void enqueue(ports::CommandEnd end) { m_ends.push_back(std::move(end)); }
  const std::vector<ports::Command>& started() const { return m_started; }

  std::unique_ptr<ports::RunningCommand> run(ports::Command command,
                                             std::function<void(ports::CommandEnd)> done) override {
    m_started.push_back(std::move(command));
    auto state = std::make_shared<std::function<void(ports::CommandEnd)>>(std::move(done));
    if (!m_ends.empty()) {
      m_scheduler.post([state, end = m_ends.front()] { tell(*state, end); });
      m_ends.pop_front();
    }
    return std::make_unique<Handle>(state);
  }

 private:
  using Callback = std::function<void(ports::CommandEnd)>;
  static void tell(Callback& callback, ports::CommandEnd end) {
    if (callback) std::exchange(callback, nullptr)(std::move(end));
  }
  class Handle final : public ports::RunningCommand {
   public:
    explicit Handle(std::shared_ptr<Callback> callback) : m_callback(std::move(callback)) {}
    ~Handle() override { tell(*m_callback, {.kind = ports::CommandEnd::Kind::Cancelled}); }

   private:
    std::shared_ptr<Callback> m_callback;
  };

  ports::Scheduler& m_scheduler;
  std::deque<ports::CommandEnd> m_ends;
  std::vector<ports::Command> m_started;
};

}  // namespace aiagent::testing
