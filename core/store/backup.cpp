#include "core/store/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "auto-";

base::Error alreadyThere(const fs::path& target) {
  return {.code = base::ErrorCode::InvalidInput,
          .detail = "a file of that name exists",
          .subject = target.string()};
}

base::Result<void> verify(const Connection& source, const fs::path& copy, const std::string& vfs) {
  Connection connection(
      {.file = copy, .vfs = vfs, .clock = &source.clock(), .ids = &source.ids(), .queryOnly = true});
  return quickCheck(connection);
}

// So that the new name survives a power cut.
void syncFolder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

base::Result<void> copyTo(Connection& connection, const fs::path& part, const fs::path& target,
                          const std::string& vfs) {
  Query(connection, "VACUUM INTO ?1").bind(part.string()).run();
  if (auto verified = verify(connection, part, vfs); !verified) return verified;
  fs::rename(part, target);
  syncFolder(target.parent_path());
  return {};
}

void removeQuietly(const fs::path& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"})
    fs::remove(fs::path(file.string() + suffix), ignored);
}

// Of a program that was killed while it copied; one that still copies has touched its file lately.
void removeStaleParts(const ProfilePaths& paths) {
  const auto old = fs::file_time_type::clock::now() - kBackUpEvery;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(paths.backups(), ignored))
    if (entry.path().extension() == ".part" && entry.last_write_time(ignored) < old)
      removeQuietly(entry.path());
}

// The time of its writing, read back from the name; nothing for a foreign file.
std::string stampOf(const fs::path& backup) {
  const std::string stem = backup.stem().string();
  return stem.rfind(kPrefix, 0) == 0 ? stem.substr(kPrefix.size()) : std::string();
}

}  // namespace

base::Result<void> quickCheck(Connection& connection) {
  return guarded([&]() -> base::Result<void> {
    std::string findings;
    Query query(connection, "PRAGMA quick_check(5)");
    while (query.next()) {
      if (query.view(0) == "ok") continue;
      findings += findings.empty() ? "" : "; ";
      findings += query.view(0);
    }
    if (findings.empty()) return {};
    return base::Error{.code = base::ErrorCode::StorageDamaged, .detail = std::move(findings)};
  });
}

base::Result<void> copyVerified(Connection& connection, const fs::path& target, const std::string& vfs) {
  const fs::path part = target.string() + ".part";
  auto copied = guarded([&]() -> base::Result<void> {
    if (target.has_parent_path()) fs::create_directories(target.parent_path());
    if (fs::exists(target)) return alreadyThere(target);
    removeQuietly(part);
    return copyTo(connection, part, target, vfs);
  });
  if (!copied) removeQuietly(part);
  return copied;
}

std::vector<fs::path> automaticBackups(const ProfilePaths& paths) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(paths.backups(), ignored))
    if (entry.path().extension() == ".db" && !stampOf(entry.path()).empty()) files.push_back(entry.path());
  std::sort(files.rbegin(), files.rend());
  return files;
}

fs::path automaticBackupName(const ProfilePaths& paths, base::WallTime now) {
  return paths.backups() / (std::string(kPrefix) + fileStamp(now) + ".db");
}

void pruneBackups(const ProfilePaths& paths) {
  removeStaleParts(paths);
  const auto files = automaticBackups(paths);
  for (std::size_t i = kKeptBackups; i < files.size(); ++i) removeQuietly(files[i]);
}

base::Result<fs::path> backUpAutomatically(Connection& connection, const ProfilePaths& paths,
                                           const std::string& vfs) {
  auto target = automaticBackupName(paths, connection.clock().wallNow());
  if (auto copied = copyVerified(connection, target, vfs); !copied) return copied.error();
  pruneBackups(paths);
  return target;
}

bool isBackupDue(Connection& connection, const ProfilePaths& paths) {
  const auto due = fileStamp(connection.clock().wallNow() - kBackUpEvery);
  const auto files = automaticBackups(paths);
  if (!files.empty()) return stampOf(files.front()) < due;
  const auto created = metaInteger(connection, "created");
  return created && fileStamp(base::wallTimeFromMillis(*created)) < due;
}

}  // namespace aiagent::store
