// Log: JSON lines of named facts. There is no free text, so that no prompt, answer, header or key can get in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/error.h"

namespace aiagent::base {

enum class LogLevel { Debug, Info, Warning, Error };

struct LogField {
  std::string_view name;
  std::variant<std::int64_t, double, bool, std::string> value;
};

struct LogOptions {
  std::filesystem::path file;  // rotated: three files of at most 2 MiB
  LogLevel level = LogLevel::Info;
};

std::string_view toWord(LogLevel level);
// LOGGING_LEVEL's words: debug, info, warn, warning, error (any case); anything else is Info.
LogLevel logLevelFromWord(std::string_view word);

// Call once, from the composition root. Before it, and after a failure to open the file, lines are dropped.
// Returns false when the file could not be opened.
bool openLog(const LogOptions& options);
// Holds for lines from now on; without an open log nothing happens. Safe from any thread.
void setLogLevel(LogLevel level);
void closeLog();

// Safe from any thread. `area` and `event` are fixed words of the code ("run", "finished").
void log(LogLevel level, std::string_view area, std::string_view event,
         std::initializer_list<LogField> fields = {});
// Logs code, detail and HTTP status; never `said`, which may quote a prompt.
void logError(std::string_view area, std::string_view event, const Error& error);

}  // namespace aiagent::base
