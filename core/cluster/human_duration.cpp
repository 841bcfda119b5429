#include "core/cluster/human_duration.h"

#include <utility>

#include "core/wire/kube_time.h"

namespace aiagent::cluster {
namespace {

using std::chrono::duration_cast;

std::string two(std::int64_t large, const char* unit, std::int64_t small, const char* smallUnit) {
  auto text = std::to_string(large) + unit;
  return small == 0 ? text : text + std::to_string(small) + smallUnit;
}

std::string one(std::int64_t count, const char* unit) {
  return two(count, unit, 0, "");
}

std::string inHours(std::int64_t hours, std::int64_t minutes) {
  constexpr std::int64_t kYear = 24 * 365;
  if (hours < 8) return two(hours, "h", minutes % 60, "m");
  if (hours < 48) return one(hours, "h");
  if (hours < 24 * 8) return two(hours / 24, "d", hours % 24, "h");
  if (hours < 2 * kYear) return one(hours / 24, "d");
  if (hours < 8 * kYear) return two(hours / kYear, "y", hours / 24 % 365, "d");
  return one(hours / kYear, "y");
}

}  // namespace

std::string humanDuration(std::chrono::milliseconds time) {
  const auto seconds = duration_cast<std::chrono::seconds>(time).count();
  const auto minutes = seconds / 60;
  if (seconds < -1) return "<invalid>";
  if (seconds < 0) return "0s";
  if (seconds < 120) return one(seconds, "s");
  if (minutes < 10) return two(minutes, "m", seconds % 60, "s");
  if (minutes < 180) return one(minutes, "m");
  return inHours(minutes / 60, minutes);
}

std::string ageText(base::WallTime time, base::WallTime now) {
  return wire::told(time) ? humanDuration(now - time) : "<unknown>";
}

std::optional<std::chrono::seconds> durationOf(std::string_view text) {
  constexpr std::int64_t kMost = std::int64_t{10} * 365 * 86'400;
  std::int64_t total = 0, number = 0;
  bool digits = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + (c - '0');
      digits = true;
    } else {
      const std::int64_t unit = c == 's' ? 1 : c == 'm' ? 60 : c == 'h' ? 3'600 : c == 'd' ? 86'400 : 0;
      if (!digits || unit == 0) return std::nullopt;
      total += std::exchange(number, 0) * unit;
      digits = false;
    }
    if (number > kMost || total > kMost) return std::nullopt;
  }
  if (digits || text.empty()) return std::nullopt;
  return std::chrono::seconds(total);
}

}  // namespace aiagent::cluster
