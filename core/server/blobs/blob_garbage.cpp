#include "core/server/blobs/blob_garbage.h"

#include <chrono>
#include <set>

#include "core/base/sha256.h"

namespace aiagent::server {
namespace {

namespace fs = std::filesystem;
using base::Result;

bool isOld(const fs::directory_entry& entry) {
  std::error_code none;
  const auto written = entry.last_write_time(none);
  return !none && fs::file_time_type::clock::now() - written > std::chrono::hours(24 * 7);
}

std::vector<fs::directory_entry> entriesOf(const fs::path& folder) {
  std::vector<fs::directory_entry> entries;
  std::error_code none;
  for (fs::directory_iterator at(folder, none), end; !none && at != end; at.increment(none))
    entries.push_back(*at);
  return entries;
}

long removeAll(const std::vector<fs::path>& files) {
  long removed = 0;
  std::error_code none;
  for (const auto& file : files) removed += fs::remove(file, none) ? 1 : 0;
  return removed;
}

// Whole files of one folder that no workspace has. A row is there before the first byte is, so that a file
// without one has nobody who still sends it.
Result<long> collectFolder(Database& database, const fs::path& folder) {
  std::vector<fs::path> old;
  std::string hashes = "{";
  for (const auto& entry : entriesOf(folder)) {
    const auto name = entry.path().filename().string();
    if (!base::isSha256Hex(name) || !isOld(entry)) continue;
    old.push_back(entry.path());
    hashes += (hashes.size() > 1 ? "," : "") + name;
  }
  if (old.empty()) return 0L;
  auto rows =
      database.query("SELECT DISTINCT sha256 FROM sync.blob WHERE sha256 = ANY($1::text[])", {hashes + "}"});
  if (!rows) return rows.error();
  std::set<std::string> named;
  for (const auto& row : *rows) named.insert(*row[0]);
  std::erase_if(old, [&](const fs::path& file) { return named.count(file.filename().string()) > 0; });
  return removeAll(old);
}

}  // namespace

Result<BlobGarbage> collectBlobs(Database& database, const fs::path& folder) {
  BlobGarbage garbage;
  auto rows = database.query("SELECT coalesce(sum(sync.collect_blobs(id)), 0) FROM sync.workspace");
  if (!rows) return rows.error();
  garbage.rows = std::stol(*rows->front()[0]);
  if (folder.empty()) return garbage;
  std::vector<fs::path> abandoned;
  for (const auto& entry : entriesOf(folder / "incoming"))
    if (isOld(entry)) abandoned.push_back(entry.path());
  garbage.files = removeAll(abandoned);
  for (const auto& entry : entriesOf(folder)) {
    if (entry.path().filename().string().size() != 2) continue;
    auto removed = collectFolder(database, entry.path());
    if (!removed) return removed.error();
    garbage.files += *removed;
  }
  return garbage;
}

}  // namespace aiagent::server
