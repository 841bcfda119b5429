// Environments, and the programs that kubeconfigs may run. Every function runs inside the caller's
// transaction (store.h). They belong to this computer and are not shared.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/environment.h"

namespace aiagent::store {

class Connection;

// Production first, then staging, then development; by name within.
base::Result<std::vector<domain::Environment>> listEnvironments(Connection&);
// A new one where its id is not known. Conflict with the subject "name": another one is called so.
base::Result<void> saveEnvironment(Connection&, const domain::Environment& environment);
base::Result<void> removeEnvironment(Connection&, const domain::EnvironmentId& id);

struct AllowedPlugin {
  std::string wish;  // what exactly was allowed, as a hash
  std::string program, server;
  base::WallTime allowed{};
  bool operator==(const AllowedPlugin&) const = default;
};

base::Result<std::vector<AllowedPlugin>> listAllowedPlugins(Connection&);
base::Result<void> allowPlugin(Connection&, const AllowedPlugin& plugin);  // `allowed` is now
base::Result<void> forgetPlugin(Connection&, const std::string& wish);

}  // namespace aiagent::store
