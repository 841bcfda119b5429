#include "core/base/clock.h"

#include <cstdio>

namespace aiagent::base {

WallTime SystemClock::wallNow() const {
  return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

Instant SystemClock::now() const {
  return std::chrono::steady_clock::now();
}

std::string toIso8601(WallTime time) {
  using namespace std::chrono;
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                int(clock.minutes().count()), int(clock.seconds().count()), int(clock.subseconds().count()));
  return text;
}

}  // namespace aiagent::base
