// LoginPath: where the person's login shell finds programs. A program started from a desktop's menu does not
// have that PATH, and so would not find what a kubeconfig names.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/ports/command_runner.h"
#include "core/ports/scheduler.h"

namespace aiagent::services {

// Call from one thread; answers come there, later, and not after it is gone.
class LoginPath : public QObject {
  Q_OBJECT

 public:
  // `own`: this program's PATH, which counts too. Both ports must outlive it.
  LoginPath(ports::CommandRunner& runner, ports::Scheduler& scheduler, std::string shell, std::string own,
            QObject* parent = nullptr);
  ~LoginPath() override;

  // Asks the shell at the first call and keeps what it said; within about five seconds.
  void get(std::function<void(std::string)> done);

 private:
  ports::CommandRunner& m_runner;
  ports::Scheduler& m_scheduler;
  const std::string m_shell, m_own;
  std::optional<std::string> m_path;
  std::vector<std::function<void(std::string)>> m_waiting;
  std::unique_ptr<ports::RunningCommand> m_running;
  bool m_ending = false;
};

}  // namespace aiagent::services
