// The two functions of sync, /v1/rpc/sync_pull and /v1/rpc/sync_push.
#pragma once

#include "core/server/http/router.h"

namespace aiagent::server {

void addSyncRoutes(Router& router, std::size_t bodyLimit);

}  // namespace aiagent::server
