#include "core/store/sessions.h"

#include <unistd.h>

#include <functional>

#include "core/store/change_feed.h"
#include "core/store/run_rows.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;

// A prober may hold the lock for a moment.
constexpr base::Milliseconds kProbeLasts{2'000};

bool isAlive(const fs::path& lockFile) {
  const auto taken = FileLock::tryTake(lockFile, false);
  if (taken) return !taken->has_value() && fs::exists(lockFile);
  return true;  // not to be known: never declare a living program dead
}

void eachSessionLock(const ProfilePaths& paths, const std::function<void(const fs::path&)>& visit) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(paths.sessions(), ignored)) {
    const auto& file = entry.path();
    if (file.extension() == ".lock" && file != paths.openingLock() && file != paths.maintenanceLock())
      visit(file);
  }
}

}  // namespace

base::Result<Session> Session::begin(Connection& connection, const ProfilePaths& paths) {
  Session session;
  session.m_token = connection.ids().next().toString();
  session.m_file = paths.sessionLock(session.m_token);
  auto lock = FileLock::take(session.m_file, kProbeLasts);
  if (!lock) return lock.error();
  session.m_lock = std::move(*lock);
  return guarded([&]() -> base::Result<Session> {
    Transaction transaction(connection, Transaction::Kind::Write);
    Query(connection, "INSERT INTO session(token, pid, started) VALUES(?1, ?2, ?3)")
        .bind(session.m_token, std::int64_t{::getpid()}, connection.clock().wallNow())
        .run();
    session.m_number = lastInsertedNumber(connection);
    transaction.commit();
    connection.setSession(session.m_number);
    return std::move(session);
  });
}

void Session::end(Connection& connection) {
  Transaction transaction(connection, Transaction::Kind::Write);
  Query(connection, "DELETE FROM session WHERE number=?1").bind(m_number).run();
  transaction.commit();
  std::error_code ignored;
  fs::remove(m_file, ignored);
  m_lock.release();
}

Sweep sweepSessions(Connection& connection, const ProfilePaths& paths) {
  Sweep sweep;
  std::vector<std::int64_t> dead;
  Query sessions(connection, "SELECT number, token FROM session");
  while (sessions.next())
    if (sessions.integer(0) != connection.session() && !isAlive(paths.sessionLock(sessions.text(1))))
      dead.push_back(sessions.integer(0));
  for (const auto number : dead) Query(connection, "DELETE FROM session WHERE number=?1").bind(number).run();
  sweep.deadSessions = static_cast<std::int64_t>(dead.size());
  sweep.interruptedRuns = interruptRunsWithoutSession(connection);
  return sweep;
}

std::int64_t countDeadLocks(const ProfilePaths& paths, bool remove) {
  std::int64_t dead = 0;
  eachSessionLock(paths, [&](const fs::path& file) {
    const auto taken = FileLock::tryTake(file, false);
    if (!taken || !taken->has_value()) return;
    ++dead;
    std::error_code ignored;
    if (remove) fs::remove(file, ignored);
  });
  return dead;
}

bool anySessionAlive(const ProfilePaths& paths) {
  bool alive = false;
  eachSessionLock(paths, [&](const fs::path& file) { alive = alive || isAlive(file); });
  return alive;
}

}  // namespace aiagent::store
