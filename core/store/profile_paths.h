// Where things are inside a profile.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/clock.h"

namespace aiagent::store {

struct ProfilePaths {
  std::filesystem::path profile;

  std::filesystem::path database() const { return profile / "profile.db"; }
  std::filesystem::path sessions() const { return profile / "sessions"; }
  // Held while a program opens the profile: one at a time creates, migrates, salvages.
  std::filesystem::path openingLock() const { return sessions() / "opening.lock"; }
  std::filesystem::path maintenanceLock() const { return sessions() / "maintenance.lock"; }
  std::filesystem::path sessionLock(const std::string& token) const { return sessions() / (token + ".lock"); }
  std::filesystem::path backups() const { return profile / "backups"; }
  // Somebody met damage while the database was in use; the next to open it alone checks and salvages.
  std::filesystem::path damageMark() const { return profile / "profile.db.damaged"; }
};

// "20261123T064000123Z": sorts by time, fits every file system.
std::string fileStamp(base::WallTime time);

}  // namespace aiagent::store
