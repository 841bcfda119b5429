// Arming: an environment is read-only until somebody arms it, deliberately and for ten minutes. Pure.
#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace aiagent::cluster {

struct ArmingWish {
  std::string environment;  // an opaque id
  std::string name;         // as it is shown
  bool production = false;  // then the name is typed and a reason given
  std::string typedName = {}, reason = {};
};

// Proof that an environment is armed. Only Arming makes one that is good for anything.
class ArmingToken {
 public:
  ArmingToken() = default;
  bool holds(const std::string& environment, base::Instant now) const {
    return !m_environment.empty() && m_environment == environment && now < m_until;
  }
  const std::string& reason() const { return m_reason; }

 private:
  friend class Arming;
  std::string m_environment, m_reason;
  base::Instant m_until{};
};

// Monotonic times: a clock that is set does not lengthen it.
class Arming {
 public:
  static constexpr base::Milliseconds kHolds{10 * 60'000};

  // Arming again begins the ten minutes anew. InvalidInput, "arm_no_environment", "arm_wrong_name",
  // "arm_no_reason": nothing is armed then, not even what was before.
  base::Result<void> arm(const ArmingWish& wish, base::Instant now);
  void disarm() { m_token.reset(); }
  base::Milliseconds left(base::Instant now) const;  // zero: not armed
  // Nothing when it is not armed (any more).
  std::optional<ArmingToken> token(base::Instant now) const;

 private:
  std::optional<ArmingToken> m_token;
};

}  // namespace aiagent::cluster
