#include <algorithm>
#include <array>
#include <utility>

#include "core/cluster/logs/log_lines.h"

namespace aiagent::cluster {
namespace {

constexpr std::size_t kLooked = 400;  // bytes from the beginning
constexpr std::size_t kWords = 80;    // within which a word in capitals is taken for the level

constexpr std::array<std::pair<std::string_view, LogLevel>, 15> kNames = {{
    {"trace", LogLevel::Debug},
    {"debug", LogLevel::Debug},
    {"info", LogLevel::Info},
    {"notice", LogLevel::Info},
    {"warn", LogLevel::Warning},
    {"warning", LogLevel::Warning},
    {"error", LogLevel::Error},
    {"err", LogLevel::Error},
    {"severe", LogLevel::Error},
    {"critical", LogLevel::Error},
    {"crit", LogLevel::Error},
    {"alert", LogLevel::Error},
    {"fatal", LogLevel::Error},
    {"panic", LogLevel::Error},
    {"emergency", LogLevel::Error},
}};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool isLetter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

LogLevel levelNamed(std::string_view word) {
  for (const auto& [name, level] : kNames)
    if (name.size() == word.size() &&
        std::equal(name.begin(), name.end(), word.begin(), [](char a, char b) { return a == lower(b); }))
      return level;
  return LogLevel::None;
}

// The numbers of bunyan and pino.
LogLevel levelNumbered(char tens) {
  if (tens >= '5') return LogLevel::Error;
  if (tens == '4') return LogLevel::Warning;
  return tens == '3' ? LogLevel::Info : LogLevel::Debug;
}

std::string_view wordAt(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && isLetter(text[end])) ++end;
  return text.substr(at, end - at);
}

// level=warn, "level":"warn", "level": 40
LogLevel levelOfMember(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (at > 0 && isLetter(text[at - 1])) continue;
    auto value = at + name.size();
    if (value < text.size() && text[value] == '"') ++value;
    if (value >= text.size() || (text[value] != ':' && text[value] != '=')) continue;
    ++value;
    while (value < text.size() && (text[value] == ' ' || text[value] == '"')) ++value;
    if (value + 1 < text.size() && text[value] >= '1' && text[value] <= '6' && text[value + 1] == '0')
      return levelNumbered(text[value]);
    return levelNamed(wordAt(text, value));
  }
  return LogLevel::None;
}

// "E1123 07:43:30.372616   1 file.go:12] …" (klog)
LogLevel levelOfKlog(std::string_view text) {
  if (text.size() < 6 || text[5] != ' ') return LogLevel::None;
  if (!std::all_of(text.begin() + 1, text.begin() + 5, [](char c) { return c >= '0' && c <= '9'; }))
    return LogLevel::None;
  switch (text[0]) {
    case 'I': return LogLevel::Info;
    case 'W': return LogLevel::Warning;
    case 'E':
    case 'F': return LogLevel::Error;
    default: return LogLevel::None;
  }
}

LogLevel levelOfCapitals(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!isLetter(text[at])) {
      ++at;
      continue;
    }
    const auto word = wordAt(text, at);
    at += word.size();
    const bool loud = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (const auto level = loud ? levelNamed(word) : LogLevel::None; level != LogLevel::None) return level;
  }
  return LogLevel::None;
}

}  // namespace

LogLevel levelOf(std::string_view text) {
  text = text.substr(0, kLooked);
  if (const auto level = levelOfKlog(text); level != LogLevel::None) return level;
  for (const auto name : {"level", "severity", "lvl"})
    if (const auto level = levelOfMember(text, name); level != LogLevel::None) return level;
  return levelOfCapitals(text.substr(0, kWords));
}

}  // namespace aiagent::cluster
