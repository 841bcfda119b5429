#include "core/store/profile_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <thread>
#include <utility>

#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

base::Error lastError(const std::filesystem::path& file) {
  return fileError(std::error_code(errno, std::generic_category()), file);
}

}  // namespace

base::Result<std::optional<FileLock>> FileLock::tryTake(const std::filesystem::path& file, bool create) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0), 0600);
  if (descriptor < 0 && errno == ENOENT && !create) return std::optional<FileLock>();
  if (descriptor < 0) return lastError(file);
  FileLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return std::optional(std::move(lock));
  if (errno == EWOULDBLOCK) return std::optional<FileLock>();
  return lastError(file);
}

base::Result<FileLock> FileLock::take(const std::filesystem::path& file, base::Milliseconds timeout) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  for (;;) {
    auto taken = tryTake(file, true);
    if (!taken) return taken.error();
    if (taken->has_value()) return std::move(**taken);
    if (std::chrono::steady_clock::now() >= end) break;
    std::this_thread::sleep_for(base::Milliseconds(3));
  }
  return base::Error{.code = base::ErrorCode::StorageFailed,
                     .detail = "another program holds the lock",
                     .subject = file.string()};
}

FileLock::FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  if (this != &other) {
    release();
    m_descriptor = std::exchange(other.m_descriptor, -1);
  }
  return *this;
}

FileLock::~FileLock() {
  release();
}

void FileLock::release() {
  if (m_descriptor >= 0) ::close(std::exchange(m_descriptor, -1));
}

}  // namespace aiagent::store
