#include "core/server/identity/token_authenticator.h"

#include "core/base/sha256.h"
#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t kMostKept = 4096;

Error refused(const char* word) {
  return {
      .code = ErrorCode::Credentials, .detail = "no token of ours", .httpStatus = 401, .providerCode = word};
}

bool isMachineToken(std::string_view bearer) {
  return bearer.starts_with(kMachineTokenPrefix) && bearer.size() <= 256;
}

}  // namespace

std::optional<AccessClaims> TokenAuthenticator::known(const std::string& token) const {
  const std::lock_guard lock(m_mutex);
  const auto found = m_good.find(token);
  return found != m_good.end() ? std::optional(found->second) : std::nullopt;
}

void TokenAuthenticator::keep(std::string token, const AccessClaims& claims) const {
  const std::lock_guard lock(m_mutex);
  // Once in ten minutes most of them are too old anyway.
  if (m_good.size() >= kMostKept) m_good.clear();
  m_good.emplace(std::move(token), claims);
}

base::Result<Credential> TokenAuthenticator::read(std::string_view bearer) const {
  if (isMachineToken(bearer)) return Credential{.device = {}, .tokenHash = base::sha256Hex(bearer)};
  const auto now = m_clock.wallNow();
  std::string token(bearer.substr(0, 8192));
  if (const auto claims = known(token); claims && now < claims->expires)
    return Credential{.device = claims->device.toString(), .tokenHash = {}};
  const auto keys = m_keys.current();
  const auto read = readToken(bearer, m_parties, now, [&](std::string_view kid) { return keys->find(kid); });
  if (const auto* claims = std::get_if<AccessClaims>(&read)) {
    keep(std::move(token), *claims);
    return Credential{.device = claims->device.toString(), .tokenHash = {}};
  }
  return refused(std::get<TokenFault>(read) == TokenFault::Expired ? "token_expired" : "token_invalid");
}

}  // namespace aiagent::server
