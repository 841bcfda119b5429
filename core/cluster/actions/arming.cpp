#include "core/cluster/actions/arming.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace aiagent::cluster {
namespace {

base::Error refusal(const char* word, const std::string& subject) {
  return {.code = base::ErrorCode::InvalidInput, .detail = word, .subject = subject, .providerCode = word};
}

}  // namespace

base::Result<void> Arming::arm(const ArmingWish& wish, base::Instant now) {
  disarm();
  if (wish.environment.empty()) return refusal("arm_no_environment", {});
  if (wish.production && wish.typedName != wish.name) return refusal("arm_wrong_name", wish.name);
  if (wish.production && base::trimmed(wish.reason).empty()) return refusal("arm_no_reason", wish.name);
  ArmingToken token;
  token.m_environment = wish.environment;
  token.m_reason = base::trimmed(wish.reason);
  token.m_until = now + kHolds;
  m_token = std::move(token);
  return {};
}

base::Milliseconds Arming::left(base::Instant now) const {
  if (!m_token || now >= m_token->m_until) return base::Milliseconds::zero();
  return std::chrono::ceil<base::Milliseconds>(m_token->m_until - now);
}

std::optional<ArmingToken> Arming::token(base::Instant now) const {
  return left(now) > base::Milliseconds::zero() ? m_token : std::nullopt;
}

}  // namespace aiagent::cluster
