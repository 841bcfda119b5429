// Store::Engine: the lanes of an opened profile and the work between the jobs.
//
// Threads: writer (one transaction per job; indexes imports and checkpoints the WAL when idle), reader
// (snapshots; notices other programs' changes), search (a newer job replaces older ones), maintenance
// (backups and checks, so that they hold up nobody). Each is started when first needed and has a connection
// of its own.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "core/store/lane.h"
#include "core/store/opening.h"
#include "core/store/store.h"

namespace aiagent::store {

class Store::Engine {
 public:
  Engine(StoreOptions options, OpenedProfile opened);
  ~Engine();

  const OpenReport& report() const { return m_report; }
  const ProfilePaths& paths() const { return m_paths; }
  const StoreOptions& options() const { return m_options; }
  bool indexing() const { return m_indexing; }

  Lane::Job asTransaction(Lane::Job job);
  Lane::Job asSnapshot(Lane::Job job);
  // `end` through the owner's `deliver`.
  Lane::End delivered(Lane::End end) const;

  Lane& writer() { return m_writer; }
  Lane& reader() { return m_reader; }
  Lane& searcher() { return m_search; }
  Lane& maintenance() { return m_maintenance; }

  base::Result<std::filesystem::path> backUp(Connection& connection, const std::filesystem::path& target);
  base::Result<void> check(Connection& connection);

 private:
  using Pause = std::optional<base::Milliseconds>;

  std::unique_ptr<Connection> openReader(int cacheKib);
  base::Result<void> writeJob(Connection& connection, const Lane::Job& job);
  void afterCommit(Connection& connection);
  void noticeTrouble(const base::Error& error);
  void tell(std::vector<Change> changes) const;

  Pause whenWriterIdles(Connection& connection);
  Pause checkpointLater(Connection& connection);
  base::Milliseconds untilIndexing() const;
  void indexSlice(Connection& connection);
  Pause watchOthers(Connection& connection);
  void sweepLater();
  Pause maintain(Connection& connection);

  StoreOptions m_options;
  ProfilePaths m_paths;
  OpenReport m_report;
  Session m_session;
  std::unique_ptr<Connection> m_opened;  // until the writer lane takes it
  std::atomic<bool> m_indexing{false};
  std::atomic<bool> m_sweepQueued{false};
  std::atomic<bool> m_checkSoon{false};
  bool m_walGrew = false;  // writer thread, as the next
  bool m_bulkIndexing = false;
  std::optional<base::Instant> m_checkpointAt;
  base::Instant m_wroteAt{};                // the last job's end
  std::optional<base::Instant> m_queuedAt;  // since when agents wait to be indexed
  std::int64_t m_seenChange = 0;            // reader thread
  std::int64_t m_seenVersion = -1;
  base::Instant m_sweptAt{};
  Lane m_writer, m_reader, m_search, m_maintenance;
};

}  // namespace aiagent::store
