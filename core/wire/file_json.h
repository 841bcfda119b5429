// The provider's files and vector stores: POST /files, POST and GET /vector_stores (openai-contract D12).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/upload.h"

namespace aiagent::wire {

struct RemoteFile {
  std::string id;
  std::int64_t bytes = 0;
  std::optional<base::WallTime> expires;
};
base::Result<RemoteFile> fileFromJson(std::string_view body);

struct RemoteStore {
  std::string id;
  std::string status;                                 // "in_progress", "completed", "expired"
  std::int64_t completed = 0, failed = 0, total = 0;  // of its files
  std::int64_t bytes = 0;                             // what it costs by
  std::optional<base::WallTime> expires;
};
base::Result<RemoteStore> vectorStoreFromJson(std::string_view body);

// A body of multipart/form-data, around the file's own bytes.
struct UploadForm {
  std::string contentType;  // with the boundary
  std::string before;
  std::string after;
};
// Purpose user_data. `boundary` must not be in the file: a random one is not.
UploadForm uploadForm(std::string_view name, std::string_view mediaType, std::string_view boundary,
                      std::chrono::seconds expiresAfter);

std::string vectorStoreBody(std::string_view name, const std::vector<std::string>& fileIds,
                            std::chrono::days expiresAfterUse);

// provider, baseUrl, kind, id, agent, name, sha256, bytes, created, expires.
std::string toJson(const std::vector<domain::Upload>& uploads);

}  // namespace aiagent::wire
