#include "core/server/identity/identity.h"

#include <condition_variable>
#include <thread>

#include "core/server/database.h"
#include "core/server/identity/auth_routes.h"
#include "core/server/identity/keys.h"
#include "core/server/identity/people_routes.h"
#include "core/server/identity/token_authenticator.h"

namespace aiagent::server {
namespace {

constexpr std::chrono::seconds kBetweenReads{60};
constexpr std::chrono::seconds kBetweenFirstTries{1};

}  // namespace

struct Identity::State {
  State(IdentityOptions given, const base::Clock& clock)
      : options(std::move(given)), clock(clock), authenticator(keys, options.parties, clock) {}

  IdentityOptions options;
  const base::Clock& clock;
  KeyRing keys;
  TokenAuthenticator authenticator;
  std::jthread upkeep;  // last: it ends before what it uses
};

Identity::Identity(IdentityOptions options, const base::Clock& clock)
    : m_state(std::make_unique<State>(std::move(options), clock)) {}

Identity::~Identity() = default;

base::Result<void> Identity::loadKeys() {
  auto candidate = candidateKey();
  if (!candidate) return candidate.error();
  auto database = Database::connect(m_state->options.databaseUrl);
  if (!database) return database.error();
  // The end of the process waits for this.
  if (auto set = database->script("SET lock_timeout = '5s'; SET statement_timeout = '10s'"); !set)
    return set.error();
  const auto rows = database->query(kRotateKeys, *candidate);
  if (!rows) return rows.error();
  auto keys = keySetOf(*rows);
  if (!keys) return keys.error();
  m_state->keys.replace(std::move(*keys));
  return {};
}

void Identity::keepKeys(std::function<void(const base::Error&)> onFailure) {
  m_state->upkeep = std::jthread([this, onFailure = std::move(onFailure)](std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable_any ended;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
      const auto pause = m_state->keys.current()->empty() ? kBetweenFirstTries : kBetweenReads;
      ended.wait_for(lock, stop, pause, [] { return false; });
      if (stop.stop_requested()) return;
      if (const auto loaded = loadKeys(); !loaded) onFailure(loaded.error());
    }
  });
}

const Authenticator& Identity::authenticator() const {
  return m_state->authenticator;
}

void Identity::addRoutes(Router& router) const {
  addAuthRoutes(router, {.keys = m_state->keys,
                         .parties = m_state->options.parties,
                         .authenticator = m_state->authenticator,
                         .clock = m_state->clock});
  addPeopleRoutes(router, m_state->options.publicUrl);
}

}  // namespace aiagent::server
