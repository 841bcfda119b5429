// The routes of signing in: /v1/auth/*, and the published keys.
#pragma once

#include "core/base/clock.h"
#include "core/server/http/authenticator.h"
#include "core/server/http/router.h"
#include "core/server/identity/jwt.h"
#include "core/server/identity/keys.h"

namespace aiagent::server {

// All must outlive the router.
struct AuthParts {
  const KeyRing& keys;
  const TokenParties& parties;
  const Authenticator& authenticator;
  const base::Clock& clock;
};
void addAuthRoutes(Router& router, const AuthParts& parts);

}  // namespace aiagent::server
