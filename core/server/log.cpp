#include "core/server/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <array>
#include <charconv>

#include "core/base/clock.h"
#include "core/base/secret_string.h"
#include "core/base/utf8.h"

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

// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#LogSeverity
std::string_view severityOf(LogLevel level) {
  switch (level) {
    case LogLevel::Debug: return "DEBUG";
    case LogLevel::Info: return "INFO";
    case LogLevel::Warning: return "WARNING";
    case LogLevel::Error: return "ERROR";
  }
  return "INFO";
}

void quote(std::string& line, std::string_view text) {
  line += '"';
  for (const char c : base::toValidUtf8(text)) {
    if (c == '"' || c == '\\') line += '\\';
    line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  line += '"';
}

struct Append {
  std::string& line;
  void operator()(std::int64_t value) const { line += std::to_string(value); }
  void operator()(double value) const {
    std::array<char, 32> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 3);
    line.append(text.data(), end.ptr);
  }
  void operator()(bool value) const { line += value ? "true" : "false"; }
  void operator()(const std::string& value) const { quote(line, base::maskSecrets(value)); }
};

std::string begun(LogLevel level, std::string_view message) {
  std::string line;
  line.reserve(256);
  line.append(R"({"severity":")").append(severityOf(level));
  line.append(R"(","time":")")
      .append(base::toIso8601(base::SystemClock().wallNow()))
      .append(R"(","message":)");
  quote(line, message);
  return line;
}

std::string lineOf(LogLevel level, std::string_view message, std::initializer_list<base::LogField> fields) {
  auto line = begun(level, message);
  for (const auto& field : fields) {
    line.append(",\"").append(field.name).append("\":");
    std::visit(Append{line}, field.value);
  }
  return line + "}";
}

void add(std::string& line, std::string_view name, std::string_view text) {
  line.append(",\"").append(name).append("\":");
  quote(line, text);
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
  Append{line}(double(record.took.count()) / 1000);
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
