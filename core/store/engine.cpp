#include "core/store/engine.h"

#include <sqlite3.h>

#include "core/base/check.h"
#include "core/base/log.h"
#include "core/store/agent_index.h"
#include "core/store/backup.h"
#include "core/store/change_feed.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Milliseconds;
using base::Result;

constexpr Milliseconds kWatchEvery{500};
constexpr Milliseconds kSweepEvery{5'000};
// A slice ends early when a job of this program waits; another program waits for its end.
constexpr Milliseconds kIndexSlice{100};
// Between slices other programs, which poll every few milliseconds, get their turn.
constexpr Milliseconds kBetweenSlices{8};
constexpr Milliseconds kWriterIdle{20};
// Indexing begins once nothing was written for a moment, so that a library is filled first; but not much
// later.
constexpr Milliseconds kIndexWhenQuiet{250};
constexpr Milliseconds kIndexAtLatest{10'000};
constexpr Milliseconds kCheckpointAfter{2'000};
constexpr Milliseconds kMaintainEvery{3'600'000};
constexpr int kReaderCacheKib = 8'000;
constexpr int kSearchCacheKib = 32'000;

}  // namespace

Store::Engine::Engine(StoreOptions options, OpenedProfile opened)
    : m_options(std::move(options)),
      m_paths(std::move(opened.paths)),
      m_report(std::move(opened.report)),
      m_session(std::move(opened.session)),
      m_opened(std::move(opened.writer)),
      m_writer({.open = [this] { return std::move(m_opened); },
                .idle = [this](Connection& connection) { return whenWriterIdles(connection); },
                .idleAfter = kWriterIdle}),
      m_reader({.open = [this] { return openReader(kReaderCacheKib); },
                .idle = [this](Connection& connection) { return watchOthers(connection); },
                .idleAfter = kWatchEvery,
                .idleComesFirst = true}),
      m_search({.open = [this] { return openReader(kSearchCacheKib); }, .idle = {}}),
      m_maintenance(
          {.open = [this] { return std::make_unique<Connection>(connectionOptions(m_options, m_paths)); },
           .idle = [this](Connection& connection) { return maintain(connection); },
           .idleAfter = m_options.maintenanceAfter}) {
  m_indexing = hasQueuedAgents(*m_opened);
  m_seenChange = newestChange(*m_opened);
  m_checkSoon = m_report.uncleanExit;
  if (m_indexing) m_writer.wake();
  if (m_options.deliver && m_options.changed) m_reader.wake();
  m_maintenance.wake();
}

Store::Engine::~Engine() {
  m_maintenance.close(Lane::Close::DropJobs);
  m_search.close(Lane::Close::DropJobs);
  m_reader.close(Lane::Close::DropJobs);
  // The last job: truncates the WAL and marks the clean exit.
  m_writer.submit(
      [this](Connection& connection) -> Result<void> {
        m_session.end(connection);
        connection.setBusyTimeout(Milliseconds(200));
        sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        return {};
      },
      [](const Result<void>& end) {
        if (!end) base::logError("store", "close", end.error());
      });
  m_writer.close(Lane::Close::FinishJobs);
}

std::unique_ptr<Connection> Store::Engine::openReader(int cacheKib) {
  auto options = connectionOptions(m_options, m_paths);
  options.queryOnly = true;
  options.cacheKib = cacheKib;
  auto connection = std::make_unique<Connection>(options);
  connection->setSession(m_session.number());
  return connection;
}

Lane::Job Store::Engine::asTransaction(Lane::Job job) {
  return [this, job = std::move(job)](Connection& connection) { return writeJob(connection, job); };
}

Lane::Job Store::Engine::asSnapshot(Lane::Job job) {
  return [this, job = std::move(job)](Connection& connection) -> Result<void> {
    auto end = guarded([&]() -> Result<void> {
      Transaction transaction(connection, Transaction::Kind::Read);
      return job(connection);
    });
    if (!end) noticeTrouble(end.error());
    return end;
  };
}

Lane::End Store::Engine::delivered(Lane::End end) const {
  CHECK(m_options.deliver);
  return [deliver = m_options.deliver, end = std::move(end)](Result<void> outcome) {
    deliver([end, outcome = std::move(outcome)] { end(outcome); });
  };
}

Result<void> Store::Engine::writeJob(Connection& connection, const Lane::Job& job) {
  auto end = guarded([&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    if (auto done = job(connection); !done) return done;
    transaction.commit();
    return {};
  });
  if (end)
    afterCommit(connection);
  else
    noticeTrouble(end.error());
  return end;
}

void Store::Engine::afterCommit(Connection& connection) {
  m_walGrew = true;
  tell(collapsed(connection.takeChanges()));
  const auto queued = guarded([&]() -> Result<bool> { return hasQueuedAgents(connection); });
  if (queued) m_indexing = *queued;
  m_wroteAt = std::chrono::steady_clock::now();
  if (!m_indexing)
    m_queuedAt.reset();
  else if (!m_queuedAt)
    m_queuedAt = m_wroteAt;
}

// What is left of the moment that indexing waits; zero: it is due. What waited when the profile was opened
// is.
base::Milliseconds Store::Engine::untilIndexing() const {
  if (!m_queuedAt) return Milliseconds(0);
  const auto due = std::min(m_wroteAt + kIndexWhenQuiet, *m_queuedAt + kIndexAtLatest);
  return std::max(Milliseconds(0), std::chrono::ceil<Milliseconds>(due - std::chrono::steady_clock::now()));
}

void Store::Engine::tell(std::vector<Change> changes) const {
  if (changes.empty() || !m_options.changed || !m_options.deliver) return;
  m_options.deliver([changed = m_options.changed, changes = std::move(changes)] { changed(changes); });
}

// Damage that shows while the database is in use is dealt with by the next program that opens it alone; an
// index that contradicts itself is rebuilt at once.
void Store::Engine::noticeTrouble(const base::Error& error) {
  if (error.code == base::ErrorCode::StorageDamaged) {
    base::logError("store", "met_damage", error);
    markDamaged(m_paths);
  }
  if (!isIndexDamage(error)) return;
  base::logError("store", "rebuild_index", error);
  m_writer.submit(asTransaction([](Connection& connection) {
                    return guarded([&]() -> Result<void> {
                      queueAllAgents(connection);
                      rebuildRunIndex(connection);
                      return {};
                    });
                  }),
                  [](const Result<void>&) {});
}

Store::Engine::Pause Store::Engine::whenWriterIdles(Connection& connection) {
  if (hasQueuedAgents(connection)) {
    if (const auto rest = untilIndexing(); rest > Milliseconds(0)) return rest;
    indexSlice(connection);
    return kBetweenSlices;
  }
  m_indexing = false;
  m_queuedAt.reset();
  return checkpointLater(connection);
}

// Checkpoints cost two syncs, so not after every edit, but some time after the first.
Store::Engine::Pause Store::Engine::checkpointLater(Connection& connection) {
  if (!m_walGrew) return std::nullopt;
  const auto now = std::chrono::steady_clock::now();
  if (!m_checkpointAt) m_checkpointAt = now + kCheckpointAfter;
  if (now < *m_checkpointAt) return std::chrono::ceil<Milliseconds>(*m_checkpointAt - now);
  sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  m_checkpointAt.reset();
  m_walGrew = false;
  return std::nullopt;
}

// NORMAL: a slice that a power cut takes back is simply done again, with its queue rows.
void Store::Engine::indexSlice(Connection& connection) {
  m_indexing = true;
  connection.execute("PRAGMA synchronous=NORMAL");
  const auto done = guarded([&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    if (!m_bulkIndexing) tuneIndexesForBulk(connection, true);
    indexQueuedAgents(connection, kIndexSlice, [this] { return m_writer.hasWaiting(); });
    m_bulkIndexing = hasQueuedAgents(connection);
    if (!m_bulkIndexing) tuneIndexesForBulk(connection, false);
    transaction.commit();
    return {};
  });
  connection.execute("PRAGMA synchronous=FULL");
  m_walGrew = true;
  if (!done) {
    base::logError("store", "index_slice", done.error());
    noticeTrouble(done.error());
  }
}

// data_version changes with every commit of another connection; only then is the feed read.
Store::Engine::Pause Store::Engine::watchOthers(Connection& connection) {
  if (const auto version = integerOf(connection, "PRAGMA data_version"); version != m_seenVersion) {
    m_seenVersion = version;
    Transaction snapshot(connection, Transaction::Kind::Read);
    const auto newest = newestChange(connection);
    if (newest > m_seenChange) tell(changesOfOthers(connection, m_seenChange));
    m_seenChange = std::max(m_seenChange, newest);
  }
  sweepLater();
  return kWatchEvery;
}

// A program that dies while this one goes on: its runs are marked now, not at the next start.
void Store::Engine::sweepLater() {
  const auto now = std::chrono::steady_clock::now();
  if (now - m_sweptAt < kSweepEvery || m_sweepQueued) return;
  m_sweptAt = now;
  if (countDeadLocks(m_paths, false) == 0) return;
  m_sweepQueued = true;
  m_writer.submit(asTransaction([this](Connection& writer) {
                    return guarded([&]() -> Result<void> {
                      sweepSessions(writer, m_paths);
                      // Whoever is opening the profile makes its lock file under this lock.
                      const auto opening = FileLock::tryTake(m_paths.openingLock(), true);
                      if (opening && opening->has_value()) countDeadLocks(m_paths, true);
                      return {};
                    });
                  }),
                  [this](const Result<void>&) { m_sweepQueued = false; });
}

Store::Engine::Pause Store::Engine::maintain(Connection& connection) {
  const auto lock = FileLock::tryTake(m_paths.maintenanceLock(), true);
  if (!lock || !lock->has_value()) return kMaintainEvery;
  const auto checked = metaInteger(connection, "checked");
  const auto now = connection.clock().wallNow();
  if (m_checkSoon.exchange(false) || now - base::wallTimeFromMillis(checked.value_or(0)) > kCheckEvery) {
    if (const auto sound = check(connection); !sound) base::logError("store", "check", sound.error());
  }
  if (isBackupDue(connection, m_paths)) {
    const auto made = backUp(connection, {});
    if (!made) base::logError("store", "backup", made.error());
  }
  return kMaintainEvery;
}

Result<std::filesystem::path> Store::Engine::backUp(Connection& connection,
                                                    const std::filesystem::path& target) {
  if (target.empty()) return backUpAutomatically(connection, m_paths, m_options.vfs);
  if (auto copied = copyVerified(connection, target, m_options.vfs); !copied) return copied.error();
  return target;
}

Result<void> Store::Engine::check(Connection& connection) {
  auto checked = quickCheck(connection);
  if (!checked) {
    noticeTrouble(checked.error());
    return checked;
  }
  return guarded([&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    setMeta(connection, "checked", base::toMillis(connection.clock().wallNow()));
    transaction.commit();
    return {};
  });
}

}  // namespace aiagent::store
