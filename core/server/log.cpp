#include "core/server/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <cctype>

#include "core/base/clock.h"
#include "core/base/log_line.h"

namespace aiagent::server {
namespace {

using base::LogLevel;

spdlog::level::level_enum toSpdlog(LogLevel level) {
  switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Error: return spdlog::level::err;
  }
  return spdlog::level::info;
}

// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#LogSeverity: our words in capitals.
void appendSeverity(std::string& line, LogLevel level) {
  for (const char c : base::toWord(level)) line += char(std::toupper(static_cast<unsigned char>(c)));
}

std::string begun(LogLevel level, std::string_view message) {
  std::string line;
  line.reserve(256);
  line += R"({"severity":")";
  appendSeverity(line, level);
  line.append(R"(","time":")")
      .append(base::toIso8601(base::SystemClock().wallNow()))
      .append(R"(","message":)");
  base::appendQuoted(line, message);
  return line;
}

std::string lineOf(LogLevel level, std::string_view message, std::initializer_list<base::LogField> fields) {
  auto line = begun(level, message);
  for (const auto& field : fields) {
    line.append(",\"").append(field.name).append("\":");
    base::appendValue(line, field);
  }
  return line + "}";
}

void add(std::string& line, std::string_view name, std::string_view text) {
  line.append(",\"").append(name).append("\":");
  base::appendQuoted(line, text);
}

}  // namespace

struct ServerLog::State {
  spdlog::logger logger{"", std::make_shared<spdlog::sinks::stdout_sink_mt>()};
};

ServerLog::ServerLog(std::string_view level) : m_state(std::make_unique<State>()) {
  m_state->logger.set_pattern("%v");
  m_state->logger.set_level(toSpdlog(base::logLevelFromWord(level)));
  m_state->logger.flush_on(spdlog::level::warn);
}

ServerLog::~ServerLog() {
  m_state->logger.flush();
}

void ServerLog::flush() {
  m_state->logger.flush();
}

void ServerLog::line(LogLevel level, std::string_view message, std::initializer_list<base::LogField> fields) {
  if (m_state->logger.should_log(toSpdlog(level)))
    m_state->logger.log(toSpdlog(level), lineOf(level, message, fields));
}

void ServerLog::always(std::string_view message, std::initializer_list<base::LogField> fields) {
  m_state->logger.log(spdlog::level::critical, lineOf(LogLevel::Info, message, fields));
}

void ServerLog::request(const RequestRecord& record) {
  const auto level = record.status >= 500 ? LogLevel::Error : LogLevel::Info;
  if (!m_state->logger.should_log(toSpdlog(level))) return;
  auto line = begun(level, "request");
  add(line, "id", record.id);
  add(line, "method", record.method);
  add(line, "route", record.route);
  line.append(",\"status\":").append(std::to_string(record.status)).append(",\"ms\":");
  base::appendValue(line, {"ms", double(record.took.count()) / 1000});
  if (record.error != nullptr) {
    add(line, "error", base::toWord(record.error->code));
    add(line, "detail", record.error->detail);
  }
  m_state->logger.log(toSpdlog(level), line + "}");
}

void ServerLog::error(std::string_view message, const base::Error& error) {
  line(LogLevel::Error, message,
       {{"error", std::string(base::toWord(error.code))}, {"detail", error.detail}});
}

}  // namespace aiagent::server
