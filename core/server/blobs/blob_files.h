// BlobFiles: the bytes of files, in a folder that several servers may share: ab/ab12… by SHA-256, and
// incoming/WORKSPACE-HASH while parts arrive. A file is synced, held against its hash and renamed before it
// has its name, so that a torn one never has it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace aiagent::server {

// A part that is being written. Locked: another server's or request's attempt fails meanwhile.
class BlobPart {
 public:
  BlobPart(BlobPart&& other) noexcept
      : m_descriptor(std::exchange(other.m_descriptor, -1)), m_size(other.m_size) {}
  BlobPart& operator=(BlobPart&&) = delete;
  ~BlobPart();

  std::uint64_t size() const { return m_size; }
  // Errors: StorageFull, StorageFailed; what was written of it stays.
  base::Result<void> append(std::string_view bytes);

 private:
  friend class BlobFiles;
  explicit BlobPart(int descriptor, std::uint64_t size) : m_descriptor(descriptor), m_size(size) {}
  int m_descriptor;
  std::uint64_t m_size;
};

// Blocks for the disk; safe from any thread. Workspaces are UUIDs, hashes 64 hex digits: both become names.
class BlobFiles {
 public:
  explicit BlobFiles(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  // Bytes that have arrived of one that is not whole; 0: none.
  std::uint64_t arrived(const std::string& workspace, const std::string& hash) const;
  // Errors: Conflict (somebody else writes it), StorageReadOnly, StorageFull, StorageFailed.
  base::Result<BlobPart> open(const std::string& workspace, const std::string& hash) const;
  // Gives it its name. False: it is another file than its hash says, and was dropped.
  base::Result<bool> finish(BlobPart& part, const std::string& workspace, const std::string& hash) const;
  void drop(const std::string& workspace, const std::string& hash) const;

  std::filesystem::path pathOf(const std::string& hash) const;
  // At most `most` bytes from `offset` on. Errors: NotFound, StorageFailed.
  base::Result<std::string> read(const std::string& hash, std::uint64_t offset, std::size_t most) const;

 private:
  std::filesystem::path partOf(const std::string& workspace, const std::string& hash) const;
  std::filesystem::path m_folder;
};

}  // namespace aiagent::server
