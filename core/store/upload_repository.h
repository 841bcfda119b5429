// What was uploaded, and which blobs are in use.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/base/result.h"
#include "core/domain/upload.h"

namespace aiagent::store {

class Connection;

// Replaces what is known under the same address and id.
base::Result<void> saveUpload(Connection& connection, const domain::Upload& upload);
base::Result<std::vector<domain::Upload>> listUploads(Connection& connection);  // newest first
// The newest that has not expired, or "".
base::Result<std::string> findUpload(Connection& connection, std::string_view baseUrl,
                                     domain::UploadKind kind, std::string_view sha256);
base::Result<void> deleteUpload(Connection& connection, std::string_view baseUrl, std::string_view remote);
// A provider that keeps nothing when it ends: what is known of it under other addresses is gone.
base::Result<void> deleteUploadsElsewhere(Connection& connection, std::string_view provider,
                                          std::string_view baseUrl);

// Hashes of the knowledge of agents, drafts, versions and runs.
base::Result<std::unordered_set<std::string>> blobsInUse(Connection& connection);

}  // namespace aiagent::store
