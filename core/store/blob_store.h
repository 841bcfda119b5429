// BlobStore: the bytes of knowledge files, by their SHA-256, as files beside the database:
// <profile>/blobs/ab/ab12…. Why files: one may have 512 MB, and every copy, check and salvage of the database
// would carry it; a blob never changes, so nothing is needed of a transaction but the order: bytes first,
// then the row that names them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace aiagent::store {

struct Blob {
  std::string sha256;  // 64 lower-case hex digits
  std::int64_t bytes = 0;

  bool operator==(const Blob&) const = default;
};

// Called with bytes done of all (-1: not known); false ends the work with Cancelled.
using BlobProgress = std::function<bool(std::int64_t done, std::int64_t all)>;

// What a provider takes at most for one file (openai-contract D12).
inline constexpr std::int64_t kLargestBlob = std::int64_t{512} << 20;

// A blob on its way in: what is not finished leaves nothing behind. Call from one thread.
class BlobWriter {
 public:
  BlobWriter(BlobWriter&&) noexcept;
  BlobWriter& operator=(BlobWriter&&) = delete;
  ~BlobWriter();

  // StorageFull, StorageReadOnly, StorageFailed; InvalidInput ("too large") above kLargestBlob.
  base::Result<void> add(std::string_view bytes);
  // Durable when it returns. With `expected` a blob of another hash is refused (Conflict).
  base::Result<Blob> finish(std::string_view expected = {});

 private:
  friend class BlobStore;
  struct State;
  explicit BlobWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

struct BlobSweep {
  std::int64_t removed = 0;
  std::int64_t bytes = 0;
};

// Several programs may work on one profile; every function may be called from any thread. None is for the
// GUI thread but has() and pathOf().
class BlobStore {
 public:
  explicit BlobStore(std::filesystem::path profile);

  base::Result<BlobWriter> begin() const;
  // A copy of the file. InvalidInput, subject the path: "cannot be opened", "cannot be read", "too large";
  // errors of BlobWriter; Cancelled.
  base::Result<Blob> addFile(const std::filesystem::path& source, const BlobProgress& progress = {}) const;
  base::Result<Blob> addBytes(std::string_view bytes) const;

  // There, and of this size.
  bool has(std::string_view sha256, std::int64_t bytes) const;
  std::filesystem::path pathOf(std::string_view sha256) const;
  // All of it, held against its hash. NotFound: there is none. Conflict:
  // its bytes are not those that were kept. The subject is "knowledge".
  base::Result<std::string> read(std::string_view sha256) const;
  // The same without keeping it.
  base::Result<void> verify(std::string_view sha256, const BlobProgress& progress = {}) const;

  // Removes what has not been in `used` for kBlobGrace, and what was begun a day ago and never finished. The
  // grace covers edits that are not written yet, an undone deletion, and the kept backups of the database.
  base::Result<BlobSweep> sweep(const std::unordered_set<std::string>& used, base::WallTime now) const;

 private:
  base::Result<void> readThrough(std::string_view sha256,
                                 const std::function<bool(std::string_view, std::int64_t all)>& take) const;

  std::filesystem::path m_folder;
};

inline constexpr std::chrono::hours kBlobGrace{24 * 7};

}  // namespace aiagent::store
