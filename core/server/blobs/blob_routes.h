// /v1/blobs/{sha256}: files of a workspace, by their hash. Sent in parts, each from where the last one ended.
#pragma once

#include "core/server/blobs/blob_files.h"
#include "core/server/http/router.h"

namespace aiagent::server {

// `files` outlives the router.
void addBlobRoutes(Router& router, const BlobFiles& files);

}  // namespace aiagent::server
