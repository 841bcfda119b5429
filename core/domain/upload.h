// Upload: what this program has put at a provider, and how it goes there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/domain/ids.h"

namespace aiagent::domain {

enum class UploadKind { File, VectorStore };
std::string_view toWord(UploadKind kind);  // "file", "vector_store"
std::optional<UploadKind> uploadKindFromWord(std::string_view word);

struct Upload {
  std::string provider;  // its name at the time
  std::string baseUrl;
  UploadKind kind = UploadKind::File;
  std::string remote;  // the provider's id
  AgentId agent;       // for whose run it was made; null: for none that is kept
  std::string name;
  std::string sha256;      // of the file's bytes; of a vector store the hash of its files' hashes
  std::int64_t bytes = 0;  // as the provider counts them
  base::WallTime created{};
  std::optional<base::WallTime> expires;  // none: kept there until it is deleted

  bool operator==(const Upload&) const = default;
};

// What is done with an agent's knowledge before a run is sent.
struct KnowledgeProgress {
  enum class Stage { Checking, Uploading, Indexing, Done };
  Stage stage = Stage::Checking;
  std::string name = {};             // Uploading: of the file
  std::int64_t number = 0, of = 0;   // Uploading: which of the files; Indexing: files that can be searched
  std::int64_t done = 0, bytes = 0;  // Uploading: of this file

  bool operator==(const KnowledgeProgress&) const = default;
};

}  // namespace aiagent::domain
