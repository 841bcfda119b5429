// Store: the profile's SQLite database, its one writer thread and its readers.
//
// Rules (reference: the project's ARCHITECTURE.md, "The store"): WAL, synchronous=FULL for edits, one writer
// connection inside BEGIN IMMEDIATE, query-only readers, busy_timeout 5 s, so that several programs may share
// a profile. Every write that changes a record also writes a change-feed row in the same transaction.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

namespace aiagent::store {

class Connection;  // connection.h; repositories take one

enum class RecordKind {
  Agent,
  AgentDraft,
  AgentVersion,
  Label,
  Run,
  Generation,
  Provider,
  Setting,
  Environment
};

// "This record changed", told after its transaction has committed, also when another program made the change.
// A null id means "many of this kind". A label's id is its agent's.
struct Change {
  RecordKind kind;
  base::Uuid id;
  bool operator==(const Change&) const = default;
};

struct StoreOptions {
  std::filesystem::path profile;       // made, with parents, when it is not there; mode 0700
  const base::Clock* clock = nullptr;  // required; must outlive the store
  base::UuidSource* ids = nullptr;     // required; must outlive the store
  // Hands a callback to the owner's thread. Required for the asynchronous calls and for `changed`.
  std::function<void(std::function<void()>)> deliver;
  std::function<void(const std::vector<Change>&)> changed;  // through `deliver`
  std::string vfs;                                          // SQLite VFS name, for tests; empty: the default
  base::Milliseconds busyTimeout{5'000};                    // how long to wait for another program's write
  base::Milliseconds maintenanceAfter{
      20'000};  // checks and backups that are due begin this long after opening
};

// What opening found and did, for the doctor and for a message strip.
struct OpenReport {
  bool created = false;
  int migratedFrom = 0;                       // schema version before, 0 when nothing was migrated
  std::filesystem::path copyBeforeMigration;  // empty when none was made
  bool uncleanExit = false;                   // the last program did not close the profile
  std::filesystem::path damagedFile;          // where a damaged database was moved to; empty when none
  std::int64_t salvagedRecords = 0;
  std::int64_t lostRecords = 0;      // known to have been there and not readable any more
  std::int64_t interruptedRuns = 0;  // runs of programs that are gone, now marked interrupted
  bool onNetworkShare = false;
};

class Store {
 public:
  // Errors: StorageNewer (profile of a newer program; nothing is touched), StorageReadOnly, StorageFull,
  // StorageFailed. Damage is not an error: the file is renamed to "*.corrupt-<time>", salvaged, and reported.
  static base::Result<std::unique_ptr<Store>> open(StoreOptions options);

  // Waits for queued writes, truncates the WAL, marks a clean exit.
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  const OpenReport& openReport() const;
  const std::filesystem::path& profile() const;
  base::UuidSource& ids() const;
  const base::Clock& clock() const;

  // Runs `job` on the writer thread inside one transaction; an error from it, or from COMMIT, rolls all of it
  // back. `done` comes through `deliver` after the commit is durable (and after `changed`). Jobs run in the
  // order of the calls.
  template <class T>
  void write(std::function<base::Result<T>(Connection&)> job, std::function<void(base::Result<T>)> done) {
    auto outcome = std::make_shared<std::optional<base::Result<T>>>();
    submitWrite(erase<T>(std::move(job), outcome), [outcome, done = std::move(done)](base::Result<void> end) {
      if (done) done(end ? std::move(**outcome) : base::Result<T>(end.error()));
    });
  }
  // Runs `job` on a reader thread against one consistent snapshot.
  template <class T>
  void read(std::function<base::Result<T>(Connection&)> job, std::function<void(base::Result<T>)> done) {
    auto outcome = std::make_shared<std::optional<base::Result<T>>>();
    submitRead(erase<T>(std::move(job), outcome), [outcome, done = std::move(done)](base::Result<void> end) {
      if (done) done(end ? std::move(**outcome) : base::Result<T>(end.error()));
    });
  }

  // Search-as-you-type lane: a reader of its own where a newer job interrupts the one that runs (which then
  // ends with Cancelled) and replaces those still waiting (they end with Cancelled without running).
  template <class T>
  void search(std::function<base::Result<T>(Connection&)> job, std::function<void(base::Result<T>)> done) {
    auto outcome = std::make_shared<std::optional<base::Result<T>>>();
    submitSearch(erase<T>(std::move(job), outcome),
                 [outcome, done = std::move(done)](base::Result<void> end) {
                   if (done) done(end ? std::move(**outcome) : base::Result<T>(end.error()));
                 });
  }

  // The same, waiting for the outcome. Not for the GUI thread.
  template <class T>
  base::Result<T> writeAndWait(std::function<base::Result<T>(Connection&)> job) {
    auto outcome = std::make_shared<std::optional<base::Result<T>>>();
    const auto end = runWriteAndWait(erase<T>(std::move(job), outcome));
    return end ? std::move(**outcome) : base::Result<T>(end.error());
  }
  template <class T>
  base::Result<T> readAndWait(std::function<base::Result<T>(Connection&)> job) {
    auto outcome = std::make_shared<std::optional<base::Result<T>>>();
    const auto end = runReadAndWait(erase<T>(std::move(job), outcome));
    return end ? std::move(**outcome) : base::Result<T>(end.error());
  }

  // Text search catches up with bulk imports in the background; true while it has not.
  bool indexing() const;

  // A verified copy under <profile>/backups; keeps the newest three of the automatic ones. `target` empty: an
  // automatic name.
  void backUp(std::filesystem::path target, std::function<void(base::Result<std::filesystem::path>)> done);
  base::Result<std::filesystem::path> backUpAndWait(std::filesystem::path target);

  // PRAGMA quick_check; ok, or StorageDamaged with the first findings in `detail`.
  base::Result<void> checkAndWait();

 private:
  class Engine;
  using Job = std::function<base::Result<void>(Connection&)>;
  using End = std::function<void(base::Result<void>)>;

  explicit Store(std::unique_ptr<Engine> engine);
  void submitWrite(Job job, End end);
  void submitRead(Job job, End end);
  void submitSearch(Job job, End end);
  base::Result<void> runWriteAndWait(Job job);
  base::Result<void> runReadAndWait(Job job);

  template <class T>
  static Job erase(std::function<base::Result<T>(Connection&)> job,
                   std::shared_ptr<std::optional<base::Result<T>>> outcome) {
    return
        [job = std::move(job), outcome = std::move(outcome)](Connection& connection) -> base::Result<void> {
          outcome->emplace(job(connection));
          if (!(*outcome)->ok()) return (*outcome)->error();
          return {};
        };
  }

  std::unique_ptr<Engine> m_engine;
};

}  // namespace aiagent::store
