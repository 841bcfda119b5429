// Access tokens: JSON Web Tokens (RFC 7519) signed with ES256. Pure; safe from any thread.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/server/identity/ec_key.h"

namespace aiagent::server {

inline constexpr std::chrono::seconds kAccessTokenLife{600};
inline constexpr std::chrono::seconds kClockLeeway{30};  // between this server's clock and another's

// What a token says. A role is no part of it: that is read from the database on each call.
struct AccessClaims {
  base::Uuid user;
  base::Uuid device;
  base::WallTime expires{};
};

// Whose tokens are ours.
struct TokenParties {
  std::string issuer;
  std::string audience;
};

// A token of `kid`'s key that is good from `now` for kAccessTokenLife. Empty where OpenSSL fails.
std::string signedToken(const EcKey& key, const std::string& kid, const TokenParties& parties,
                        base::Uuid user, base::Uuid device, base::WallTime now);

enum class TokenFault {
  Malformed,  // no token, too large, another algorithm, a signature that does not fit, not from or for us
  UnknownKey,
  Expired,
  NotYetValid,
};
using TokenRead = std::variant<AccessClaims, TokenFault>;
// `keyOf` finds a published key by its id. The key says the algorithm, never the token.
TokenRead readToken(std::string_view token, const TokenParties& parties, base::WallTime now,
                    const std::function<const EcKey*(std::string_view kid)>& keyOf);

}  // namespace aiagent::server
