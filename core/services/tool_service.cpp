#include "core/services/tool_service.h"

#include <QJsonDocument>
#include <QPointer>
#include <utility>

#include "core/services/guarded.h"

namespace aiagent::services {

using ports::CommandEnd;
using store::ToolCommand;
using store::ToolKey;

std::string sameArguments(std::string_view arguments) {
  const auto document = QJsonDocument::fromJson(QByteArray(arguments.data(), qsizetype(arguments.size())));
  if (document.isNull()) return std::string(arguments);
  return document.toJson(QJsonDocument::Compact).toStdString();
}

ToolService::ToolService(Profile& profile, ports::CommandRunner& runner, QObject* parent)
    : QObject(parent), m_profile(profile), m_runner(runner) {}

ToolService::~ToolService() {
  // Ending a program tells its end; there is nobody to hear it any more.
  m_ending = true;
  const auto running = std::exchange(m_running, {});
}

void ToolService::find(ToolKey key, std::string arguments, Done<ToolHelp> done) {
  m_profile.store().read<ToolHelp>(
      [key = std::move(key),
       same = sameArguments(arguments)](store::Connection& connection) -> base::Result<ToolHelp> {
        auto recorded = store::loadToolAnswer(connection, key, same);
        if (!recorded) return recorded.error();
        auto command = store::loadToolCommand(connection, key);
        if (!command) return command.error();
        return ToolHelp{std::move(*recorded), std::move(*command)};
      },
      guarded(this, std::move(done)));
}

void ToolService::record(ToolKey key, std::string arguments, std::string answer, Done<void> done) {
  m_profile.store().write<void>(
      [key = std::move(key), same = sameArguments(arguments), answer = std::move(answer)](
          store::Connection& connection) { return store::saveToolAnswer(connection, key, same, answer); },
      guarded(this, std::move(done)));
}

void ToolService::keepCommand(ToolKey key, ToolCommand command, Done<void> done) {
  m_profile.store().write<void>(
      [key = std::move(key), command = std::move(command)](store::Connection& connection) {
        return store::saveToolCommand(connection, key, command);
      },
      guarded(this, std::move(done)));
}

ToolService::JobId ToolService::run(ToolJob job, std::function<void(CommandEnd)> done) {
  const JobId id = ++m_lastJob;
  begin(id, std::move(job), std::move(done));
  return id;
}

ToolService::JobId ToolService::runIfAlways(ToolJob job, Done<CommandEnd> done) {
  const JobId id = ++m_lastJob;
  m_running.emplace(id, nullptr);
  const auto key = job.key;
  find(key, {},
       [this, id, job = std::move(job), done = std::move(done)](base::Result<ToolHelp> help) mutable {
         const bool cancelled = m_running.erase(id) == 0;
         if (cancelled) return done(CommandEnd{.kind = CommandEnd::Kind::Cancelled});
         if (!help) return done(help.error());
         const auto& command = help->command;
         if (!command || !command->always || command->program != job.program)
           return done(base::Error{.code = base::ErrorCode::Conflict, .detail = "not allowed always"});
         begin(id, std::move(job), [done = std::move(done)](CommandEnd end) { done(std::move(end)); });
       });
  return id;
}

void ToolService::begin(JobId id, ToolJob job, std::function<void(CommandEnd)> done) {
  auto& running = m_running[id];
  running = m_runner.run({.program = std::move(job.program), .input = std::move(job.arguments)},
                         [guard = QPointer<ToolService>(this), id, done = std::move(done)](CommandEnd end) {
                           if (!guard || guard->m_ending) return;
                           // Out of the map first: `done` may start the next, or end the service.
                           const auto ended = guard->m_running.extract(id);
                           done(std::move(end));
                         });
}

void ToolService::cancel(JobId id) {
  const auto taken = m_running.extract(id);  // destroying it tells Cancelled
}

}  // namespace aiagent::services
