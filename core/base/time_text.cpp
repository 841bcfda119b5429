#include "core/base/time_text.h"

#include <algorithm>

namespace aiagent::base {
namespace {

// Reads a text from the left; once something does not fit, nothing does any more.
class Reader {
 public:
  explicit Reader(std::string_view text) : m_rest(text) {}

  int digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (m_rest.empty() || m_rest.front() < '0' || m_rest.front() > '9') return fail();
      value = value * 10 + (take() - '0');
    }
    return value;
  }
  void word(std::string_view expected) {
    if (m_rest.substr(0, expected.size()) != expected)
      fail();
    else
      m_rest.remove_prefix(expected.size());
  }
  // One of `letters`, or 0.
  char oneOf(std::string_view letters) {
    if (m_rest.empty() || letters.find(m_rest.front()) == std::string_view::npos) return char(fail());
    return take();
  }
  bool begins(char c) const { return !m_rest.empty() && m_rest.front() == c; }
  std::string_view some(std::size_t count) {
    const auto found = m_rest.substr(0, count);
    m_rest.remove_prefix(found.size());
    return found;
  }
  int millis() {
    int value = 0, digitsSeen = 0;
    for (; !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9'; ++digitsSeen) {
      const int digit = take() - '0';
      if (digitsSeen < 3) value = value * 10 + digit;
    }
    if (digitsSeen == 0) return fail();
    for (; digitsSeen < 3; ++digitsSeen) value *= 10;
    return value;
  }
  bool ended() const { return m_good && m_rest.empty(); }
  int fail() {
    m_good = false;
    m_rest = {};
    return 0;
  }

 private:
  char take() {
    const char c = m_rest.front();
    m_rest.remove_prefix(1);
    return c;
  }
  std::string_view m_rest;
  bool m_good = true;
};

struct Parts {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millis = 0, offsetMinutes = 0;
};

std::optional<WallTime> toWallTime(const Parts& parts) {
  using namespace std::chrono;
  const year_month_day date{year(parts.year), month(unsigned(parts.month)), day(unsigned(parts.day))};
  if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 60) return std::nullopt;
  return WallTime(sys_days(date)) + hours(parts.hour) + minutes(parts.minute - parts.offsetMinutes) +
         seconds(std::min(parts.second, 59)) + milliseconds(parts.millis);
}

int offset(Reader& reader) {
  const char sign = reader.oneOf("Zz+-");
  if (sign == 'Z' || sign == 'z' || sign == 0) return 0;
  const int hours = reader.digits(2);
  reader.word(":");
  const int minutes = reader.digits(2);
  if (hours > 23 || minutes > 59) return reader.fail();
  return (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
}

void clockTime(Reader& reader, Parts& parts) {
  parts.hour = reader.digits(2);
  reader.word(":");
  parts.minute = reader.digits(2);
  reader.word(":");
  parts.second = reader.digits(2);
}

}  // namespace

std::optional<WallTime> fromRfc3339(std::string_view text) {
  Reader reader(text);
  Parts parts;
  parts.year = reader.digits(4);
  reader.word("-");
  parts.month = reader.digits(2);
  reader.word("-");
  parts.day = reader.digits(2);
  reader.oneOf("Tt ");
  clockTime(reader, parts);
  if (reader.begins('.')) {
    reader.word(".");
    parts.millis = reader.millis();
  }
  parts.offsetMinutes = offset(reader);
  return reader.ended() ? toWallTime(parts) : std::nullopt;
}

std::optional<WallTime> fromHttpDate(std::string_view text) {
  static constexpr std::string_view kDays = "MonTueWedThuFriSatSun";
  static constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  Reader reader(text);
  Parts parts;
  const auto day = kDays.find(reader.some(3));
  reader.word(", ");
  parts.day = reader.digits(2);
  reader.word(" ");
  const auto month = kMonths.find(reader.some(3));
  parts.month = int(month / 3) + 1;
  reader.word(" ");
  parts.year = reader.digits(4);
  reader.word(" ");
  clockTime(reader, parts);
  reader.word(" GMT");
  if (day % 3 != 0 || month % 3 != 0 || month >= kMonths.size() || !reader.ended()) return std::nullopt;
  return toWallTime(parts);
}

}  // namespace aiagent::base
