// TokenAuthenticator: access tokens by their signature and times, machine tokens by their hash.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/clock.h"
#include "core/server/http/authenticator.h"
#include "core/server/identity/jwt.h"
#include "core/server/identity/keys.h"

namespace aiagent::server {

// Safe from any thread. `keys` and `clock` must outlive it.
class TokenAuthenticator final : public Authenticator {
 public:
  TokenAuthenticator(const KeyRing& keys, TokenParties parties, const base::Clock& clock)
      : m_keys(keys), m_parties(std::move(parties)), m_clock(clock) {}

  base::Result<Credential> read(std::string_view bearer) const override;

 private:
  std::optional<AccessClaims> known(const std::string& token) const;
  void keep(std::string token, const AccessClaims& claims) const;

  const KeyRing& m_keys;
  TokenParties m_parties;
  const base::Clock& m_clock;
  // Tokens whose signature was found good: that costs more than the rest of a call, and a program shows the
  // same one for minutes. Times are looked at again, and the database says whether the device is still
  // welcome.
  mutable std::mutex m_mutex;
  mutable std::unordered_map<std::string, AccessClaims> m_good;
};

}  // namespace aiagent::server
