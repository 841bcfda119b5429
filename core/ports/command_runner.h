// CommandRunner: one local program, given its arguments and its standard input, answered when it has ended.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/clock.h"

namespace aiagent::ports {

struct Command {
  std::vector<std::string> program;  // the program, then its arguments; no shell reads them
  std::string input;                 // its standard input, closed afterwards
  base::Milliseconds timeout{30'000};
  std::size_t mostOutput = 1u << 20;  // bytes of standard output; more ends it
  // Variables laid over those that this program's own children get; a later one of a name holds.
  std::vector<std::pair<std::string, std::string>> environment = {};
};

struct CommandEnd {
  enum class Kind {
    Exited,      // `exitCode` says how
    Crashed,     // a signal ended it
    TimedOut,    // and was ended
    TooMuch,     // wrote more than it may, and was ended
    Cancelled,   // its handle was destroyed
    NotStarted,  // no such program, or not allowed to run it
  };
  Kind kind = Kind::Exited;
  int exitCode = 0;
  std::string output;  // standard output
  std::string errors;  // the beginning of standard error
  bool operator==(const CommandEnd&) const = default;
};

// Destroying it ends the program with all that it started and, if `done` was not called yet, calls it with
// Cancelled first.
class RunningCommand {
 public:
  virtual ~RunningCommand() = default;
};

class CommandRunner {
 public:
  virtual ~CommandRunner() = default;
  // `done` comes once, on the calling thread, never within this call; it may destroy the handle.
  [[nodiscard]] virtual std::unique_ptr<RunningCommand> run(Command command,
                                                            std::function<void(CommandEnd)> done) = 0;
};

}  // namespace aiagent::ports
