// Identity: who may call. The keys in use and their upkeep, the authenticator, and the routes of signing in
// and of administration.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret_string.h"
#include "core/server/http/authenticator.h"
#include "core/server/http/router.h"
#include "core/server/identity/jwt.h"

namespace aiagent::server {

struct IdentityOptions {
  base::SecretString databaseUrl;
  std::string publicUrl;  // part of an invite's link
  TokenParties parties;
};

class Identity {
 public:
  // `clock` must outlive it.
  Identity(IdentityOptions options, const base::Clock& clock);
  Identity(const Identity&) = delete;
  Identity& operator=(const Identity&) = delete;
  ~Identity();  // ends the upkeep

  // Reads the keys, and makes the first. Blocking; call it before the server listens. Errors: as Database.
  base::Result<void> loadKeys();
  // Reads them anew once a minute on a thread of its own, and makes one where the last is old; the keys in
  // use stay where that fails, and `onFailure` is told on that thread.
  void keepKeys(std::function<void(const base::Error&)> onFailure);

  // Of use as long as this lives; safe from any thread.
  const Authenticator& authenticator() const;
  void addRoutes(Router& router) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::server
