#include "core/qt/qt_command_runner.h"

#include <unistd.h>
#include <csignal>
#include <QDir>
#include <QPointer>
#include <QProcess>
#include <QTimer>
#include <utility>

namespace aiagent::qt {
namespace {

using ports::CommandEnd;
using Kind = CommandEnd::Kind;

constexpr qsizetype kMostErrors = 16 << 10;  // of standard error, which is only shown

QProcessEnvironment environmentFor(const ports::Command& command) {
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.remove(QStringLiteral("OPENAI_API_KEY"));
  for (const auto& [name, value] : command.environment)
    environment.insert(QString::fromStdString(name), QString::fromStdString(value));
  return environment;
}

class Job final : public QObject {
 public:
  Job(ports::Command command, std::function<void(CommandEnd)> done)
      : m_command(std::move(command)), m_done(std::move(done)) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(Kind::TimedOut); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Job::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &Job::readErrors);
    connect(&m_process, &QProcess::finished, this, &Job::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
      if (error == QProcess::FailedToStart) end(Kind::NotStarted);
    });
    m_process.setProcessEnvironment(environmentFor(m_command));
    m_process.setWorkingDirectory(QDir::homePath());
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    QTimer::singleShot(0, this, &Job::start);
  }
  ~Job() override {
    killGroup();
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) m_process.waitForFinished(1'000);  // killed: at once
  }

  void end(Kind kind) {
    if (!m_done) return;
    killGroup();  // nothing, where it has ended by itself
    m_end.kind = kind;
    m_timer.stop();
    std::exchange(m_done, nullptr)(std::move(m_end));
  }

 private:
  void start() {
    if (m_command.program.empty() || m_command.program.front().empty()) return end(Kind::NotStarted);
    QStringList arguments;
    for (std::size_t i = 1; i < m_command.program.size(); ++i)
      arguments << QString::fromStdString(m_command.program[i]);
    m_timer.start(m_command.timeout);
    QPointer<Job> alive(this);
    m_process.start(QString::fromStdString(m_command.program.front()), arguments);
    if (!alive || m_process.state() == QProcess::NotRunning) return;
    m_process.write(m_command.input.data(), qint64(m_command.input.size()));
    m_process.closeWriteChannel();
  }

  void readOutput() {
    const QByteArray bytes = m_process.readAllStandardOutput();
    const auto room = m_command.mostOutput - m_end.output.size();
    m_end.output.append(bytes.constData(), std::min(std::size_t(bytes.size()), room));
    if (std::size_t(bytes.size()) > room) end(Kind::TooMuch);
  }

  void readErrors() {
    const QByteArray bytes = m_process.readAllStandardError();
    const auto room = std::size_t(kMostErrors) - m_end.errors.size();
    m_end.errors.append(bytes.constData(), std::min(std::size_t(bytes.size()), room));
  }

  void onFinished(int exitCode, QProcess::ExitStatus status) {
    QPointer<Job> alive(this);
    readErrors();
    readOutput();
    if (!alive || !m_done) return;
    m_end.exitCode = exitCode;
    end(status == QProcess::NormalExit ? Kind::Exited : Kind::Crashed);
  }

  // With what the program has started. Its group is not there yet when it has only just been made.
  void killGroup() {
    const auto pid = m_process.processId();
    if (pid > 0 && ::kill(pid_t(-pid), SIGKILL) != 0) m_process.kill();
  }

  ports::Command m_command;
  std::function<void(CommandEnd)> m_done;
  QProcess m_process;
  QTimer m_timer;
  CommandEnd m_end;
};

class Handle final : public ports::RunningCommand {
 public:
  explicit Handle(Job* job) : m_job(job) {}
  ~Handle() override {
    if (!m_job) return;
    m_job->end(Kind::Cancelled);
    if (m_job) m_job->deleteLater();  // the end may have been told from within it
  }

 private:
  QPointer<Job> m_job;
};

}  // namespace

std::unique_ptr<ports::RunningCommand> QtCommandRunner::run(ports::Command command,
                                                            std::function<void(CommandEnd)> done) {
  return std::make_unique<Handle>(new Job(std::move(command), std::move(done)));
}

}  // namespace aiagent::qt
