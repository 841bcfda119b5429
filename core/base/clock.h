// Time: wall time for records, monotonic instants for waiting and measuring.
#pragma once

#include <chrono>
#include <string>

namespace aiagent::base {

using Milliseconds = std::chrono::milliseconds;
using WallTime = std::chrono::sys_time<Milliseconds>;  // UTC, milliseconds since 1970
using Instant = std::chrono::steady_clock::time_point;

// Injected wherever time is read, so that tests can move it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual WallTime wallNow() const = 0;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  WallTime wallNow() const override;
  Instant now() const override;
};

// "2026-11-23T06:40:00.123Z" (RFC 3339, UTC).
std::string toIso8601(WallTime time);
inline WallTime wallTimeFromMillis(std::int64_t millis) {
  return WallTime(Milliseconds(millis));
}
inline std::int64_t toMillis(WallTime time) {
  return time.time_since_epoch().count();
}

}  // namespace aiagent::base
