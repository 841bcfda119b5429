#include "core/store/blob_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <vector>

#include "core/base/sha256.h"
#include "core/store/profile_lock.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kPiece = 1u << 20;
constexpr std::chrono::hours kUnfinishedGrace{24};
constexpr base::Milliseconds kLockTimeout{10'000};
constexpr char kUnusedMark[] = ".unused";
constexpr char kIncoming[] = "incoming";

base::Error lastError(const fs::path& file) {
  return fileError(std::error_code(errno, std::generic_category()), file);
}

base::Error invalid(std::string subject, std::string detail) {
  return {.code = ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(subject)};
}

base::Error missing() {
  return {.code = ErrorCode::NotFound, .detail = "no such blob", .subject = "knowledge"};
}

base::Error altered() {
  return {.code = ErrorCode::Conflict, .detail = "the blob has another hash", .subject = "knowledge"};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  int get() const { return m_number; }
  explicit operator bool() const { return m_number >= 0; }

 private:
  int m_number;
};

Result<void> makeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fileError(error, folder);
  return {};
}

void syncFolder(const fs::path& folder) {
  if (const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); opened)
    ::fsync(opened.get());
}

base::WallTime timeOf(const struct stat& file) {
  return base::WallTime(std::chrono::duration_cast<base::WallTime::duration>(
      std::chrono::seconds(file.st_mtim.tv_sec) + std::chrono::nanoseconds(file.st_mtim.tv_nsec)));
}

fs::path markOf(const fs::path& blob) {
  return fs::path(blob).concat(kUnusedMark);
}

// When `blob` was first seen without a use; from now on, where it was not.
base::WallTime unusedSince(const fs::path& blob, base::WallTime now) {
  const auto mark = markOf(blob);
  struct stat found {};
  if (::stat(mark.c_str(), &found) == 0) return timeOf(found);
  const Descriptor made(::open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  const auto millis = base::toMillis(now);
  const struct timespec at { time_t(millis / 1000), long(millis % 1000 * 1'000'000) };
  const struct timespec times[2] = {at, at};
  if (made) ::futimens(made.get(), times);
  return now;
}

// A number no other part of this program or another has.
std::string partName() {
  static std::atomic<unsigned> count{0};
  const auto now = std::chrono::system_clock::now().time_since_epoch().count();
  return std::to_string(::getpid()) + '-' + std::to_string(now) + '-' + std::to_string(++count) + ".part";
}

}  // namespace

// ---------------------------------------------------------------- writing

struct BlobWriter::State {
  State(fs::path home, fs::path incoming)
      : folder(std::move(home)),
        part(std::move(incoming)),
        file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {}
  ~State() {
    if (file && !kept) ::unlink(part.c_str());
  }

  fs::path folder;
  fs::path part;
  Descriptor file;
  base::Sha256 hash;
  std::int64_t bytes = 0;
  bool kept = false;
};

BlobWriter::BlobWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
BlobWriter::BlobWriter(BlobWriter&&) noexcept = default;
BlobWriter::~BlobWriter() = default;

Result<void> BlobWriter::add(std::string_view bytes) {
  m_state->bytes += std::int64_t(bytes.size());
  if (m_state->bytes > kLargestBlob) return invalid("knowledge", "too large");
  m_state->hash.add(bytes);
  while (!bytes.empty()) {
    const auto written = ::write(m_state->file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return lastError(m_state->part);
    bytes.remove_prefix(std::size_t(written));
  }
  return {};
}

// Renamed even where the blob is there already: that mends one whose bytes were altered.
Result<Blob> BlobWriter::finish(std::string_view expected) {
  Blob blob{m_state->hash.hex(), m_state->bytes};
  if (!expected.empty() && blob.sha256 != expected) return altered();
  if (::fsync(m_state->file.get()) != 0) return lastError(m_state->part);
  const auto target = m_state->folder / blob.sha256.substr(0, 2) / blob.sha256;
  if (auto made = makeFolder(target.parent_path()); !made) return made.error();
  const auto lock = FileLock::take(m_state->folder / "lock", kLockTimeout);
  if (!lock) return lock.error();
  if (::rename(m_state->part.c_str(), target.c_str()) != 0) return lastError(target);
  m_state->kept = true;
  ::unlink(markOf(target).c_str());
  syncFolder(target.parent_path());
  syncFolder(m_state->folder);
  return blob;
}

// ---------------------------------------------------------------- the store

BlobStore::BlobStore(fs::path profile) : m_folder(profile / "blobs") {}

fs::path BlobStore::pathOf(std::string_view sha256) const {
  return m_folder / sha256.substr(0, 2) / sha256;
}

Result<BlobWriter> BlobStore::begin() const {
  const auto incoming = m_folder / kIncoming;
  if (auto made = makeFolder(incoming); !made) return made.error();
  auto state = std::make_unique<BlobWriter::State>(m_folder, incoming / partName());
  if (!state->file) return lastError(state->part);
  return BlobWriter(std::move(state));
}

Result<Blob> BlobStore::addFile(const fs::path& source, const BlobProgress& progress) const {
  // A pipe without a writer would be waited for.
  const Descriptor file(::open(source.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file) return invalid(source.string(), "cannot be opened");
  struct stat found {};
  if (::fstat(file.get(), &found) != 0 || !S_ISREG(found.st_mode))
    return invalid(source.string(), "cannot be read");
  const std::int64_t all = found.st_size;
  if (all > kLargestBlob) return invalid(source.string(), "too large");
  auto writer = begin();
  if (!writer) return writer.error();
  std::vector<char> piece(kPiece);
  std::int64_t done = 0;
  for (;;) {
    const auto count = ::read(file.get(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return invalid(source.string(), "cannot be read");
    if (count == 0) break;
    if (auto added = writer->add({piece.data(), std::size_t(count)}); !added) return added.error();
    done += count;
    if (progress && !progress(done, std::max(all, done))) return base::Error{.code = ErrorCode::Cancelled};
  }
  return writer->finish();
}

Result<Blob> BlobStore::addBytes(std::string_view bytes) const {
  auto writer = begin();
  if (!writer) return writer.error();
  if (auto added = writer->add(bytes); !added) return added.error();
  return writer->finish();
}

bool BlobStore::has(std::string_view sha256, std::int64_t bytes) const {
  struct stat found {};
  return base::isSha256Hex(sha256) && ::stat(pathOf(sha256).c_str(), &found) == 0 && S_ISREG(found.st_mode) &&
         found.st_size == bytes;
}

Result<void> BlobStore::readThrough(
    std::string_view sha256, const std::function<bool(std::string_view, std::int64_t all)>& take) const {
  if (!base::isSha256Hex(sha256)) return missing();
  const auto path = pathOf(sha256);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return errno == ENOENT ? missing() : lastError(path);
  struct stat found {};
  if (::fstat(file.get(), &found) != 0) return lastError(path);
  base::Sha256 hash;
  std::vector<char> piece(kPiece);
  for (;;) {
    const auto count = ::read(file.get(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return lastError(path);
    if (count == 0) break;
    const std::string_view bytes(piece.data(), std::size_t(count));
    hash.add(bytes);
    if (!take(bytes, found.st_size)) return base::Error{.code = ErrorCode::Cancelled};
  }
  if (hash.hex() != sha256) return altered();
  return {};
}

Result<std::string> BlobStore::read(std::string_view sha256) const {
  std::string all;
  const auto end = readThrough(sha256, [&all](std::string_view bytes, std::int64_t size) {
    if (all.empty()) all.reserve(std::size_t(size));
    all.append(bytes);
    return true;
  });
  if (!end) return end.error();
  return all;
}

Result<void> BlobStore::verify(std::string_view sha256, const BlobProgress& progress) const {
  std::int64_t done = 0;
  return readThrough(sha256, [&](std::string_view bytes, std::int64_t all) {
    done += std::int64_t(bytes.size());
    return !progress || progress(done, all);
  });
}

// ---------------------------------------------------------------- sweeping

Result<BlobSweep> BlobStore::sweep(const std::unordered_set<std::string>& used, base::WallTime now) const {
  BlobSweep sweep;
  std::error_code error;
  if (!fs::is_directory(m_folder, error)) return sweep;
  const auto lock = FileLock::take(m_folder / "lock", kLockTimeout);
  if (!lock) return lock.error();
  for (const auto& folder : fs::directory_iterator(m_folder, error)) {
    std::error_code inner;
    const bool incoming = folder.path().filename() == kIncoming;
    for (const auto& entry : fs::directory_iterator(folder.path(), inner)) {
      struct stat found {};
      if (::lstat(entry.path().c_str(), &found) != 0 || !S_ISREG(found.st_mode)) continue;
      const auto name = entry.path().filename().string();
      if (incoming) {
        if (now - timeOf(found) > kUnfinishedGrace) ::unlink(entry.path().c_str());
        continue;
      }
      if (!base::isSha256Hex(name)) continue;  // a mark, or nothing of ours
      if (used.contains(name)) {
        ::unlink(markOf(entry.path()).c_str());
        continue;
      }
      if (now - unusedSince(entry.path(), now) < kBlobGrace) continue;
      if (::unlink(entry.path().c_str()) != 0) continue;
      ::unlink(markOf(entry.path()).c_str());
      ++sweep.removed;
      sweep.bytes += found.st_size;
    }
  }
  return sweep;
}

}  // namespace aiagent::store
