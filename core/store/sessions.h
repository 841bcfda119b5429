// Sessions: which programs have the profile open, and what the ones that died have left behind.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/profile_lock.h"
#include "core/store/profile_paths.h"

namespace aiagent::store {

// One program's presence: a locked file beside the database, and a row in it. The lock ends with the process;
// a row without a lock is a program that died.
class Session {
 public:
  // Takes the lock, then adds the row and tells the connection its number. Call while holding the opening
  // lock.
  static base::Result<Session> begin(Connection& connection, const ProfilePaths& paths);
  // The clean end: row, then file.
  void end(Connection& connection);

  std::int64_t number() const { return m_number; }
  const std::string& token() const { return m_token; }

 private:
  std::filesystem::path m_file;
  FileLock m_lock;
  std::string m_token;
  std::int64_t m_number = 0;
};

struct Sweep {
  std::int64_t deadSessions = 0;
  std::int64_t interruptedRuns = 0;
};

// Forgets sessions whose program is gone and marks their unfinished runs interrupted, as well as those of
// programs that have closed the profile. Throws; runs inside the caller's transaction.
Sweep sweepSessions(Connection& connection, const ProfilePaths& paths);

// Lock files whose lock can be taken: programs that died. Cheap; touches no database. With `remove` the files
// go too (only while holding the opening lock).
std::int64_t countDeadLocks(const ProfilePaths& paths, bool remove);
// Whether any program has the profile open. Call while holding the opening lock.
bool anySessionAlive(const ProfilePaths& paths);

}  // namespace aiagent::store
