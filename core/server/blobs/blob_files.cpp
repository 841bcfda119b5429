#include "core/server/blobs/blob_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/base/sha256.h"

namespace aiagent::server {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kPiece = 1 << 20;

Error storageError(const char* what) {
  const int reason = errno;
  const auto code = reason == ENOSPC || reason == EDQUOT                     ? ErrorCode::StorageFull
                    : reason == EACCES || reason == EROFS || reason == EPERM ? ErrorCode::StorageReadOnly
                                                                             : ErrorCode::StorageFailed;
  return {.code = code, .detail = std::string(what) + ", errno " + std::to_string(reason)};
}

void syncFolder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

Result<std::string> hashOf(int descriptor) {
  base::Sha256 hash;
  std::string piece(kPiece, '\0');
  for (off_t at = 0;;) {
    const auto got = ::pread(descriptor, piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return storageError("a part cannot be read");
    if (got == 0) return hash.hex();
    hash.add(std::string_view(piece).substr(0, std::size_t(got)));
    at += got;
  }
}

}  // namespace

BlobPart::~BlobPart() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<void> BlobPart::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto put = ::pwrite(m_descriptor, bytes.data(), bytes.size(), off_t(m_size));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return storageError("a part cannot be written");
    m_size += std::uint64_t(put);
    bytes.remove_prefix(std::size_t(put));
  }
  return {};
}

std::filesystem::path BlobFiles::pathOf(const std::string& hash) const {
  return m_folder / hash.substr(0, 2) / hash;
}

std::filesystem::path BlobFiles::partOf(const std::string& workspace, const std::string& hash) const {
  return m_folder / "incoming" / (workspace + "-" + hash);
}

std::uint64_t BlobFiles::arrived(const std::string& workspace, const std::string& hash) const {
  std::error_code none;
  const auto size = std::filesystem::file_size(partOf(workspace, hash), none);
  return none ? 0 : size;
}

Result<BlobPart> BlobFiles::open(const std::string& workspace, const std::string& hash) const {
  std::error_code ignored;
  std::filesystem::create_directories(m_folder / "incoming", ignored);
  const int descriptor = ::open(partOf(workspace, hash).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return storageError("a part cannot be opened");
  BlobPart part(descriptor, 0);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
    return Error{.code = ErrorCode::Conflict, .detail = "the part is being written"};
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return storageError("a part cannot be looked at");
  // Another request finished it between our opening and our lock.
  if (about.st_nlink == 0) return Error{.code = ErrorCode::Conflict, .detail = "the part was just finished"};
  part.m_size = std::uint64_t(about.st_size);
  return part;
}

Result<bool> BlobFiles::finish(BlobPart& part, const std::string& workspace, const std::string& hash) const {
  auto found = hashOf(part.m_descriptor);
  if (!found) return found.error();
  if (*found != hash) {
    drop(workspace, hash);
    return false;
  }
  if (::fsync(part.m_descriptor) != 0) return storageError("a part cannot be synced");
  const auto path = pathOf(hash);
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  std::filesystem::rename(partOf(workspace, hash), path, failed);
  if (failed) return Error{.code = ErrorCode::StorageFailed, .detail = "a part cannot be renamed"};
  syncFolder(path.parent_path());
  return true;
}

void BlobFiles::drop(const std::string& workspace, const std::string& hash) const {
  std::error_code ignored;
  std::filesystem::remove(partOf(workspace, hash), ignored);
}

Result<std::string> BlobFiles::read(const std::string& hash, std::uint64_t offset, std::size_t most) const {
  const int descriptor = ::open(pathOf(hash).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return errno == ENOENT ? Error{.code = ErrorCode::NotFound, .detail = "a blob's file is gone"}
                           : storageError("a blob cannot be opened");
  std::string bytes(most, '\0');
  const auto got = ::pread(descriptor, bytes.data(), bytes.size(), off_t(offset));
  const auto error = storageError("a blob cannot be read");
  ::close(descriptor);
  if (got < 0) return error;
  bytes.resize(std::size_t(got));
  return bytes;
}

}  // namespace aiagent::server
