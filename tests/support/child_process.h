// ChildProcess: a program of ours started by a test, read line by line, killed when the test says so or ends.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace aiagent::test {

class ChildProcess {
 public:
  // `program` is a file under the folder of built programs (AIAGENT_BIN_DIR).
  ChildProcess(const std::string& program, const std::vector<std::string>& arguments);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // The next line of its output; nothing at its end or after `timeout`.
  std::optional<std::string> line(base::Milliseconds timeout = base::Milliseconds(20'000));
  // Whole lines up to the end of its output.
  std::vector<std::string> rest();
  void kill();  // SIGKILL, and waits
  int wait();   // its exit status; -1 when a signal ended it

 private:
  pid_t m_pid = -1;
  int m_output = -1;
  std::string m_buffer;
};

}  // namespace aiagent::test
