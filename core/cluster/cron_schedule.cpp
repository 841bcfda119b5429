#include "core/cluster/cron_schedule.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace aiagent::cluster {
namespace {

using namespace std::chrono;

struct Range {
  int low, high;
  std::string_view names;  // three letters each, from `low` up
};

constexpr Range kMinutes{0, 59, ""}, kHours{0, 23, ""}, kDays{1, 31, ""};
constexpr Range kMonths{1, 12, "janfebmaraprmayjunjulaugsepoctnovdec"};
constexpr Range kWeekdays{0, 7, "sunmontuewedthufrisat"};

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t end; (end = text.find(mark)) != text.npos; text.remove_prefix(end + 1))
    parts.push_back(text.substr(0, end));
  parts.push_back(text);
  return parts;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<int> valueOf(std::string_view text, const Range& range) {
  if (const auto found = number(text)) return found;
  if (text.size() != 3) return std::nullopt;
  std::string lower(text);
  for (char& each : lower) each = char(each | 0x20);
  const auto at = range.names.find(lower);
  if (at == std::string_view::npos || at % 3 != 0) return std::nullopt;
  return range.low + int(at / 3);
}

// One part of a field's list: "*", "*/5", "3", "3-7", "3-7/2", "3/2".
template <std::size_t Size>
bool addPart(std::string_view part, const Range& range, std::bitset<Size>& into) {
  const auto slash = part.find('/');
  const auto step = slash == part.npos ? std::optional(1) : number(part.substr(slash + 1));
  const auto span = part.substr(0, slash);
  int low = range.low, high = range.high;
  if (span != "*" && span != "?") {
    const auto dash = span.find('-');
    const auto from = valueOf(span.substr(0, dash), range);
    const auto to = dash == span.npos ? from : valueOf(span.substr(dash + 1), range);
    if (!from || !to) return false;
    low = *from;
    high = dash == span.npos && slash != part.npos ? range.high : *to;
  }
  if (!step || *step == 0 || low < range.low || high > range.high || low > high) return false;
  for (int value = low; value <= high; value += *step) into.set(std::size_t(value) % (Size == 7 ? 7 : Size));
  return true;
}

template <std::size_t Size>
bool readField(std::string_view text, const Range& range, std::bitset<Size>& into) {
  for (const auto part : split(text, ','))
    if (!addPart(part, range, into)) return false;
  return true;
}

// The five fields that a word stands for; the text itself when it is none.
std::string_view unfolded(std::string_view text) {
  if (text == "@yearly" || text == "@annually") return "0 0 1 1 *";
  if (text == "@monthly") return "0 0 1 * *";
  if (text == "@weekly") return "0 0 * * 0";
  if (text == "@daily" || text == "@midnight") return "0 0 * * *";
  return text == "@hourly" ? "0 * * * *" : text;
}

// "1h30m", "90s".
std::optional<std::chrono::seconds> every(std::string_view text) {
  std::chrono::seconds total{};
  while (!text.empty()) {
    const auto end = text.find_first_not_of("0123456789");
    if (end == text.npos || end == 0) return std::nullopt;
    const auto count = number(text.substr(0, end));
    const auto unit = text[end] == 'h' ? 3600 : text[end] == 'm' ? 60 : text[end] == 's' ? 1 : 0;
    if (!count || unit == 0 || *count > 1'000'000) return std::nullopt;
    total += std::chrono::seconds(*count * std::int64_t(unit));
    text.remove_prefix(end + 1);
  }
  return total.count() > 0 ? std::optional(total) : std::nullopt;
}

}  // namespace

std::optional<CronSchedule> CronSchedule::parse(std::string_view text) {
  if (text.starts_with("TZ=") || text.starts_with("CRON_TZ=")) {
    text.remove_prefix(std::min(text.size(), text.find(' ')));
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(' ')));
  }
  CronSchedule schedule;
  if (text.starts_with("@every ")) {
    const auto time = every(text.substr(7));
    if (!time) return std::nullopt;
    schedule.m_every = *time;
    return schedule;
  }
  std::vector<std::string_view> fields;
  for (const auto field : split(unfolded(text), ' '))
    if (!field.empty()) fields.push_back(field);
  if (fields.size() != 5) return std::nullopt;
  schedule.m_anyDay = fields[2].starts_with('*') || fields[2] == "?";
  schedule.m_anyWeekday = fields[4].starts_with('*') || fields[4] == "?";
  if (!readField(fields[0], kMinutes, schedule.m_minutes) ||
      !readField(fields[1], kHours, schedule.m_hours) || !readField(fields[2], kDays, schedule.m_days) ||
      !readField(fields[3], kMonths, schedule.m_months) ||
      !readField(fields[4], kWeekdays, schedule.m_weekdays))
    return std::nullopt;
  return schedule;
}

// Where both days are restricted, either is enough.
bool CronSchedule::dayMatches(sys_days day) const {
  const year_month_day date(day);
  if (!m_months.test(unsigned(date.month()))) return false;
  const bool inMonth = m_days.test(unsigned(date.day()));
  const bool inWeek = m_weekdays.test(weekday(day).c_encoding());
  return m_anyDay || m_anyWeekday ? inMonth && inWeek : inMonth || inWeek;
}

std::optional<base::WallTime> CronSchedule::next(base::WallTime time) const {
  if (m_every.count() > 0) return time + m_every;
  const auto from = floor<minutes>(time) + minutes(1);
  const auto first = floor<days>(from);
  for (auto day = first; day < first + days(366 * 5); day += days(1)) {
    if (!dayMatches(day)) continue;
    const auto start = day == first ? int(duration_cast<minutes>(from - day).count()) : 0;
    for (int minute = start; minute < 24 * 60; ++minute)
      if (m_hours.test(std::size_t(minute / 60)) && m_minutes.test(std::size_t(minute % 60)))
        return day + minutes(minute);
  }
  return std::nullopt;
}

std::optional<std::chrono::seconds> CronSchedule::longestGap(base::WallTime time) const {
  std::optional<std::chrono::seconds> longest;
  auto before = next(time);
  for (int i = 0; i < 8 && before; ++i) {
    const auto after = next(*before);
    if (!after) break;
    longest = std::max(longest.value_or(std::chrono::seconds(0)),
                       duration_cast<std::chrono::seconds>(*after - *before));
    before = after;
  }
  return longest;
}

}  // namespace aiagent::cluster
