// Salvage: what can still be read of a damaged database, into a fresh one. The damaged file is kept.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/profile_paths.h"

namespace aiagent::store {

struct SalvageReport {
  std::filesystem::path damagedFile;  // where the damaged database is now
  std::int64_t salvagedRecords = 0;   // agents, drafts, runs, providers, settings
  std::int64_t lostRecords = 0;       // those the change feed or an index still names
};

// Moves profile.db with its WAL out of the way ("profile.db.corrupt-<time>"); deletes nothing.
base::Result<std::filesystem::path> moveDamagedAway(const ProfilePaths& paths, base::WallTime now);

// Fills `fresh` (migrated, empty) from the damaged file, table by table, past unreadable pages, the first
// among them (see first_page.h); where not even its list of tables can be read, from the newest automatic
// backup. Only the fresh database's errors are errors.
base::Result<SalvageReport> salvage(Connection& fresh, const std::filesystem::path& damaged,
                                    const ProfilePaths& paths, const std::string& vfs);

}  // namespace aiagent::store
