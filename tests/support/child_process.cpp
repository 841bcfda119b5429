#include "tests/support/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "core/base/check.h"

extern char** environ;

namespace aiagent::test {

ChildProcess::ChildProcess(const std::string& program, const std::vector<std::string>& arguments) {
  const char* folder = std::getenv("AIAGENT_BIN_DIR");
  const std::string path = std::string(folder != nullptr ? folder : AIAGENT_BIN_DIR) + "/" + program;
  std::vector<std::string> words = {path};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  int pipe[2];
  CHECK(::pipe2(pipe, O_CLOEXEC) == 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  const int code = ::posix_spawn(&m_pid, path.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  m_output = pipe[0];
  CHECK(code == 0);
}

ChildProcess::~ChildProcess() {
  kill();
  ::close(m_output);
}

std::optional<std::string> ChildProcess::line(base::Milliseconds timeout) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  for (;;) {
    if (const auto at = m_buffer.find('\n'); at != std::string::npos) {
      std::string line = m_buffer.substr(0, at);
      m_buffer.erase(0, at + 1);
      return line;
    }
    const auto left = std::chrono::duration_cast<base::Milliseconds>(end - std::chrono::steady_clock::now());
    pollfd ready{m_output, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
    char bytes[4096];
    const auto count = ::read(m_output, bytes, sizeof bytes);
    if (count <= 0) return std::nullopt;
    m_buffer.append(bytes, static_cast<std::size_t>(count));
  }
}

std::vector<std::string> ChildProcess::rest() {
  std::vector<std::string> lines;
  while (auto next = line()) lines.push_back(std::move(*next));
  return lines;
}

void ChildProcess::kill() {
  if (m_pid < 0) return;
  ::kill(m_pid, SIGKILL);
  wait();
}

int ChildProcess::wait() {
  int status = 0;
  if (m_pid < 0) return -1;
  ::waitpid(m_pid, &status, 0);
  m_pid = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace aiagent::test
