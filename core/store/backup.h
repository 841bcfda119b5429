// Backups: verified copies of the database.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/profile_paths.h"

namespace aiagent::store {

inline constexpr std::size_t kKeptBackups = 3;
inline constexpr std::chrono::hours kBackUpEvery{24};
inline constexpr std::chrono::hours kCheckEvery{24 * 7};

// PRAGMA quick_check; StorageDamaged with the first findings.
base::Result<void> quickCheck(Connection& connection);

// Copies the database `connection` has open into `target`, which must not be there (InvalidInput), without
// stopping writers: VACUUM INTO a temporary name, open, quick_check, rename. Nothing is left behind on
// failure.
base::Result<void> copyVerified(Connection& connection, const std::filesystem::path& target,
                                const std::string& vfs);

// The automatic backups, newest first.
std::vector<std::filesystem::path> automaticBackups(const ProfilePaths& paths);
std::filesystem::path automaticBackupName(const ProfilePaths& paths, base::WallTime now);
// Removes automatic backups past the newest kKeptBackups, and unfinished copies of programs that were killed.
void pruneBackups(const ProfilePaths& paths);

// Automatic name, then pruning. What Store::backUp does without a target.
base::Result<std::filesystem::path> backUpAutomatically(Connection& connection, const ProfilePaths& paths,
                                                        const std::string& vfs);

// True when the last automatic backup (or the making of the database) is longer ago than kBackUpEvery.
bool isBackupDue(Connection& connection, const ProfilePaths& paths);

}  // namespace aiagent::store
