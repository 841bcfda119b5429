// Opening a profile: folder, lock, schema, damage, session.
#pragma once

#include <memory>

#include "core/store/connection.h"
#include "core/store/migrations.h"
#include "core/store/profile_paths.h"
#include "core/store/sessions.h"
#include "core/store/store.h"

namespace aiagent::store {

struct OpenedProfile {
  ProfilePaths paths;
  std::unique_ptr<Connection> writer;
  Session session;
  OpenReport report;
};

// One program at a time is inside (opening lock). Errors as Store::open. `steps` are other than the program's
// own in tests alone.
base::Result<OpenedProfile> openProfile(const StoreOptions& options,
                                        const std::vector<Migration>& steps = migrations());

ConnectionOptions connectionOptions(const StoreOptions& options, const ProfilePaths& paths);

// Leaves the mark that makes the next lone opener check the whole database.
void markDamaged(const ProfilePaths& paths);

}  // namespace aiagent::store
