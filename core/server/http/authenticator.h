// Authenticator: reads what a caller shows. Whether their device is still welcome is for the database to say
// (`sync.who`), in the round trip of the call itself.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace aiagent::server {

// The arguments of sync.who(device, hash): one of them is given.
struct Credential {
  std::string device;     // a UUID, from an access token whose signature and times hold
  std::string tokenHash;  // SHA-256 of a machine token, 64 hex digits
};

class Authenticator {
 public:
  virtual ~Authenticator() = default;
  // `bearer`: what follows "Bearer ". Waits for nothing; safe from any thread. The error's `providerCode` is
  // the word that the caller gets with 401: token_expired or token_invalid.
  virtual base::Result<Credential> read(std::string_view bearer) const = 0;
};

}  // namespace aiagent::server
