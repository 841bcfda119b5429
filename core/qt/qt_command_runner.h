// QtCommandRunner: ports::CommandRunner on QProcess.
#pragma once

#include "core/ports/command_runner.h"

namespace aiagent::qt {

// The program gets a process group of its own, so that what it starts ends with it, the person's home as its
// folder, and the environment without the OpenAI key, with the command's own variables over it. Call from a
// thread with an event loop.
class QtCommandRunner final : public ports::CommandRunner {
 public:
  [[nodiscard]] std::unique_ptr<ports::RunningCommand> run(
      ports::Command command, std::function<void(ports::CommandEnd)> done) override;
};

}  // namespace aiagent::qt
