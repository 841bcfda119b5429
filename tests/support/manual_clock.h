// ManualClock: time that moves only when a test says so. Safe from any thread.
#pragma once

#include <atomic>

#include "core/base/clock.h"

namespace aiagent::test {

class ManualClock final : public base::Clock {
 public:
  // 2026-11-23T06:40:00Z
  explicit ManualClock(std::int64_t millis = 1'795'416'000'000) : m_millis(millis) {}

  base::WallTime wallNow() const override { return base::wallTimeFromMillis(m_millis); }
  base::Instant now() const override { return base::Instant(base::Milliseconds(m_millis)); }
  void advance(base::Milliseconds by) { m_millis += by.count(); }

 private:
  std::atomic<std::int64_t> m_millis;
};

}  // namespace aiagent::test
