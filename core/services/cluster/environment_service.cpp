#include "core/services/cluster/environment_service.h"

#include <algorithm>

#include "core/base/sha256.h"
#include "core/services/guarded.h"

namespace aiagent::services {

using base::Result;
using domain::Environment;
using domain::EnvironmentId;

EnvironmentService::EnvironmentService(Profile& profile, QObject* parent)
    : QObject(parent), m_profile(profile) {
  connect(&profile, &Profile::changed, this, [this](const std::vector<store::Change>& changes) {
    const auto isOurs = [](const store::Change& change) {
      return change.kind == store::RecordKind::Environment;
    };
    if (m_loaded && std::any_of(changes.begin(), changes.end(), isOurs)) load();
  });
}

void EnvironmentService::load() {
  m_profile.store().read<All>(
      [](store::Connection& connection) -> Result<All> {
        auto environments = store::listEnvironments(connection);
        if (!environments) return environments.error();
        auto allowed = store::listAllowedPlugins(connection);
        if (!allowed) return allowed.error();
        return All{std::move(*environments), std::move(*allowed)};
      },
      guarded<All>(this, [this](Result<All> all) { take(std::move(all)); }));
}

void EnvironmentService::take(Result<All> all) {
  if (!all) return Q_EMIT failed(all.error());
  const bool first = !std::exchange(m_loaded, true);
  if (!first && all->environments == m_environments && all->allowed == m_allowed) return;
  m_environments = std::move(all->environments);
  m_allowed = std::move(all->allowed);
  Q_EMIT changed();
}

const Environment* EnvironmentService::find(const EnvironmentId& id) const {
  const auto at = std::ranges::find(m_environments, id, &Environment::id);
  return at == m_environments.end() ? nullptr : &*at;
}

void EnvironmentService::save(Environment environment, Done<Environment> done) {
  auto tidy = domain::normalised(std::move(environment));
  if (!tidy) {
    m_profile.scheduler().post(
        [done = guarded(this, std::move(done)), error = tidy.error()] { done(error); });
    return;
  }
  if (tidy->id.isNull()) tidy->id = m_profile.ids().make<EnvironmentId>();
  m_profile.store().write<Environment>(
      [environment = std::move(*tidy)](store::Connection& connection) -> Result<Environment> {
        auto kept = store::saveEnvironment(connection, environment);
        return kept ? Result<Environment>(environment) : kept.error();
      },
      guarded(this, std::move(done)));
}

void EnvironmentService::remove(const EnvironmentId& id, Done<void> done) {
  m_profile.store().write<void>(
      [id](store::Connection& connection) { return store::removeEnvironment(connection, id); },
      guarded(this, std::move(done)));
}

// ---------------------------------------------------------------- programs

bool EnvironmentService::isAllowed(const ExecWish& wish) const {
  const auto hash = wishHash(wish);
  return std::ranges::find(m_allowed, hash, &store::AllowedPlugin::wish) != m_allowed.end();
}

void EnvironmentService::allow(const ExecWish& wish, Done<void> done) {
  store::AllowedPlugin plugin{wishHash(wish), wish.program.empty() ? std::string() : wish.program.front(),
                              wish.server, m_profile.clock().wallNow()};
  m_profile.store().write<void>(
      [plugin](store::Connection& connection) { return store::allowPlugin(connection, plugin); },
      guarded<void>(this, [this, done = std::move(done)](Result<void> kept) {
        if (kept) load();
        done(std::move(kept));
      }));
}

void EnvironmentService::forget(const std::string& wish, Done<void> done) {
  m_profile.store().write<void>(
      [wish](store::Connection& connection) { return store::forgetPlugin(connection, wish); },
      guarded<void>(this, [this, done = std::move(done)](Result<void> kept) {
        if (kept) load();
        done(std::move(kept));
      }));
}

// Each text with its length, so that no two wishes have the same bytes.
std::string wishHash(const ExecWish& wish) {
  std::string bytes;
  const auto add = [&bytes](const std::string& text) { bytes += std::to_string(text.size()) + ':' + text; };
  for (const auto& word : wish.program) add(word);
  bytes += ';';
  for (const auto& [name, value] : wish.variables) {
    add(name);
    add(value);
  }
  bytes += ';';
  add(wish.server);
  return base::sha256Hex(bytes);
}

}  // namespace aiagent::services
