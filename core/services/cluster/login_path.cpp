#include "core/services/cluster/login_path.h"

#include <QPointer>
#include <utility>

#include "core/services/cluster/kubeconfig_files.h"

namespace aiagent::services {
namespace {

// The shell's first, then what only this program has.
std::string joined(const std::string& login, const std::string& own) {
  if (login.empty() || login == own) return own;
  return own.empty() ? login : login + ':' + own;
}

}  // namespace

LoginPath::LoginPath(ports::CommandRunner& runner, ports::Scheduler& scheduler, std::string shell,
                     std::string own, QObject* parent)
    : QObject(parent),
      m_runner(runner),
      m_scheduler(scheduler),
      m_shell(std::move(shell)),
      m_own(std::move(own)) {}

LoginPath::~LoginPath() {
  m_ending = true;
}

void LoginPath::get(std::function<void(std::string)> done) {
  if (!m_path && m_shell.empty()) m_path = m_own;
  if (m_path) {
    m_scheduler.post([guard = QPointer<QObject>(this), done = std::move(done), path = *m_path] {
      if (guard) done(path);
    });
    return;
  }
  m_waiting.push_back(std::move(done));
  if (m_running) return;
  m_running = askLoginPath(m_runner, m_shell, [this](std::string path) {
    if (m_ending) return;
    const auto held = std::move(m_running);
    m_path = joined(path, m_own);
    for (auto& waiting : std::exchange(m_waiting, {})) waiting(*m_path);
  });
}

}  // namespace aiagent::services
