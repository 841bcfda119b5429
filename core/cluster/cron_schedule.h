// Cron schedules as Kubernetes reads them (robfig/cron, standard five fields and @words), for one question:
// how long may it be from one run to the next.
#pragma once

#include <array>
#include <bitset>
#include <chrono>
#include <optional>
#include <string_view>

#include "core/base/clock.h"

namespace aiagent::cluster {

class CronSchedule {
 public:
  // A "TZ=" or "CRON_TZ=" in front is skipped: distances are asked for, not times of day. "@every 90m" is
  // read.
  static std::optional<CronSchedule> parse(std::string_view text);

  // The first start after `time`, to the minute, with the fields read in UTC; nullopt: none within five years
  // (30 February).
  std::optional<base::WallTime> next(base::WallTime time) const;
  // The longest distance between two starts among those that follow `time`, eight at most: a schedule of
  // working days may rest for a weekend. nullopt as next().
  std::optional<std::chrono::seconds> longestGap(base::WallTime time) const;

 private:
  bool dayMatches(std::chrono::sys_days day) const;

  std::chrono::seconds m_every{};  // of "@every"; else the fields hold
  std::bitset<60> m_minutes;
  std::bitset<24> m_hours;
  std::bitset<32> m_days, m_months;
  std::bitset<7> m_weekdays;
  bool m_anyDay = false, m_anyWeekday = false;  // "*": only then the other field decides alone
};

}  // namespace aiagent::cluster
