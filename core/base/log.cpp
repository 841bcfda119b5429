#include "core/base/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <mutex>

#include "core/base/clock.h"
#include "core/base/log_line.h"

namespace aiagent::base {
namespace {

constexpr std::size_t kFileBytes = 2u << 20;
constexpr std::size_t kOldFiles = 2;

std::mutex g_mutex;
std::shared_ptr<spdlog::logger> g_logger;

spdlog::level::level_enum toSpdlog(LogLevel level) {
  switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Error: return spdlog::level::err;
  }
  return spdlog::level::info;
}

std::shared_ptr<spdlog::logger> currentLogger() {
  const std::lock_guard lock(g_mutex);
  return g_logger;
}

}  // namespace

std::string_view toWord(LogLevel level) {
  switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Error: return "error";
  }
  return "info";
}

LogLevel logLevelFromWord(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  if (lower == "debug" || lower == "trace") return LogLevel::Debug;
  if (lower == "warn" || lower == "warning") return LogLevel::Warning;
  if (lower == "error" || lower == "critical") return LogLevel::Error;
  return LogLevel::Info;
}

bool openLog(const LogOptions& options) {
  std::shared_ptr<spdlog::logger> logger;
  try {
    auto sink =
        std::make_shared<spdlog::sinks::rotating_file_sink_mt>(options.file.string(), kFileBytes, kOldFiles);
    logger = std::make_shared<spdlog::logger>("aiagent", std::move(sink));
  } catch (const spdlog::spdlog_ex&) {
    return false;
  }
  logger->set_pattern("%v");
  logger->set_level(toSpdlog(options.level));
  logger->flush_on(spdlog::level::warn);
  const std::lock_guard lock(g_mutex);
  g_logger = std::move(logger);
  return true;
}

void setLogLevel(LogLevel level) {
  if (const auto logger = currentLogger()) logger->set_level(toSpdlog(level));
}

void closeLog() {
  const std::lock_guard lock(g_mutex);
  if (g_logger) g_logger->flush();
  g_logger.reset();
}

void log(LogLevel level, std::string_view area, std::string_view event,
         std::initializer_list<LogField> fields) {
  const auto logger = currentLogger();
  if (!logger || !logger->should_log(toSpdlog(level))) return;
  std::string line = "{\"time\":\"" + toIso8601(SystemClock().wallNow()) + "\",\"level\":\"";
  line.append(toWord(level)).append("\",\"area\":");
  appendQuoted(line, area);
  line += ",\"event\":";
  appendQuoted(line, event);
  for (const auto& field : fields) {
    line += ',';
    appendQuoted(line, field.name);
    line += ':';
    appendValue(line, field);
  }
  line += '}';
  logger->log(toSpdlog(level), "{}", line);
}

void logError(std::string_view area, std::string_view event, const Error& error) {
  log(LogLevel::Error, area, event,
      {{"code", std::string(toWord(error.code))},
       {"detail", error.detail},
       {"status", std::int64_t(error.httpStatus)}});
}

}  // namespace aiagent::base
