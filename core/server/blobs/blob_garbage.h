// What nobody needs any more under the folder of blobs.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/server/database.h"

namespace aiagent::server {

struct BlobGarbage {
  long rows = 0;   // of workspaces that name a file no more
  long files = 0;  // that no workspace has, and parts that nobody goes on with
};
// In two steps a week apart: what no record names is marked, what was marked a week ago is removed. Blocks.
// Errors as Database's; what was removed before stays so.
base::Result<BlobGarbage> collectBlobs(Database& database, const std::filesystem::path& folder);

}  // namespace aiagent::server
