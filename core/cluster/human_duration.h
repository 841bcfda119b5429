// Ages as kubectl writes them ("12s", "4m7s", "3d2h"): a fixed technical form, the same in every language
// (apimachinery util/duration; contract D18). Ages in sentences are ui/format's.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace aiagent::cluster {

// "<invalid>" for what is more than a second ahead: a clock is wrong.
std::string humanDuration(std::chrono::milliseconds time);

// Since `time`; "<unknown>" when it is not told. `now` is the server's.
std::string ageText(base::WallTime time, base::WallTime now);

// "30s", "10m", "2h", "1d", "1h30m": as a person writes it. Nothing for anything else, and beyond ten years.
std::optional<std::chrono::seconds> durationOf(std::string_view text);

}  // namespace aiagent::cluster
