// FileLock: a lock on a file that ends with its holder, however that dies. POSIX flock().
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace aiagent::store {

class FileLock {
 public:
  // Makes the file when `create`. No value when another holder has it, or it is not there and not made.
  // Errors: StorageReadOnly, StorageFull, StorageFailed.
  static base::Result<std::optional<FileLock>> tryTake(const std::filesystem::path& file, bool create);
  // Waits for it; StorageFailed after `timeout`.
  static base::Result<FileLock> take(const std::filesystem::path& file, base::Milliseconds timeout);

  FileLock() = default;
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();
  void release();
  bool held() const { return m_descriptor >= 0; }

 private:
  explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor = -1;
};

}  // namespace aiagent::store
