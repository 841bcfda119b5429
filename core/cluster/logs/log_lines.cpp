#include "core/cluster/logs/log_lines.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/base/time_text.h"
#include "core/base/utf8.h"

namespace aiagent::cluster {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::size_t kLongestStamp = 40;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// The decimals behind the first point, to nine places.
std::int64_t decimalsOf(std::string_view text) {
  const auto point = text.find('.');
  if (point == std::string_view::npos) return 0;
  std::int64_t value = 0;
  int places = 0;
  for (auto at = point + 1; at < text.size() && isDigit(text[at]); ++at)
    if (places < 9) value = value * 10 + (text[at] - '0'), ++places;
  for (; places < 9; ++places) value *= 10;
  return value;
}

std::size_t behindCsi(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] < '@' || text[at] > '~')) ++at;
  return std::min(at + 1, text.size());
}

// An operating system command ends with BEL or ESC \.
std::size_t behindOsc(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\a') return at + 1;
    if (text[at] == '\x1b') return std::min(at + 2, text.size());
  }
  return at;
}

// `at` is behind an ESC (ECMA-48).
std::size_t behindEscape(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  if (text[at] == '[') return behindCsi(text, at + 1);
  if (text[at] == ']') return behindOsc(text, at + 1);
  while (at < text.size() && text[at] >= ' ' && text[at] <= '/') ++at;
  return std::min(at + 1, text.size());
}

bool isPlain(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
  });
}

}  // namespace

std::string_view toWord(LogLevel level) {
  switch (level) {
    case LogLevel::None: return "";
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Error: return "error";
  }
  return "";
}

std::int64_t stampOf(std::string_view text) {
  const auto time = base::fromRfc3339(text);
  if (!time) return 0;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(*time).time_since_epoch().count();
  if (seconds <= 0 || seconds > std::numeric_limits<std::int64_t>::max() / kSecond - 1) return 0;
  return seconds * kSecond + decimalsOf(text);
}

std::string stampText(std::int64_t nanos) {
  auto text = sinceText(nanos);
  auto decimals = std::to_string(nanos % kSecond);
  decimals.insert(0, 9 - decimals.size(), '0');
  text.pop_back();  // the Z
  return text + '.' + decimals + 'Z';
}

std::string sinceText(std::int64_t nanos) {
  auto text = base::toIso8601(base::WallTime(std::chrono::seconds(nanos / kSecond)));
  const auto point = text.find('.');
  if (point != std::string::npos) text.erase(point, text.size() - 1 - point);
  return text;
}

std::string shownText(std::string_view raw) {
  while (!raw.empty() && raw.back() == '\r') raw.remove_suffix(1);
  if (isPlain(raw)) return base::toValidUtf8(raw);
  std::string text;
  text.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const char c = raw[at++];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\x1b')
      at = behindEscape(raw, at);
    else if (c == '\r')
      text += ' ';  // a line that was written over: nothing of it is lost
    else if (c == '\t' || (byte >= 0x20 && byte != 0x7f))
      text += c;
  }
  return base::toValidUtf8(text);
}

void LogLines::feed(std::string_view bytes, const Take& take) {
  while (!bytes.empty()) {
    const auto newline = bytes.find('\n');
    keep(bytes.substr(0, newline));
    if (newline == std::string_view::npos) return;
    end(take);
    bytes.remove_prefix(newline + 1);
  }
}

void LogLines::keep(std::string_view bytes) {
  const auto most = m_longest + kLongestStamp;
  const auto room = most - std::min(most, m_rest.size());
  m_rest += bytes.substr(0, room);
  m_cut += bytes.size() - std::min(room, bytes.size());
}

void LogLines::end(const Take& take) {
  std::string_view text = m_rest;
  LogLine line;
  const auto space = text.substr(0, kLongestStamp).find(' ');
  // A line without a text may come as its stamp alone.
  line.nanos = stampOf(text.substr(0, space));
  if (line.nanos != 0) {
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    m_last = line.nanos;
  }
  line.nanos = m_last;  // what has no stamp belongs where it came
  const auto kept = base::utf8Prefix(text, m_longest);
  line.cutBytes = std::uint32_t(
      std::min<std::size_t>(m_cut + (text.size() - kept.size()), std::numeric_limits<std::uint32_t>::max()));
  line.text = shownText(kept);
  line.level = levelOf(line.text);
  m_rest.clear();
  m_cut = 0;
  take(std::move(line));
}

void LogLines::finish(const Take& take) {
  if (!m_rest.empty()) end(take);
}

void LogLines::reset() {
  m_rest.clear();
  m_cut = 0;
}

}  // namespace aiagent::cluster
