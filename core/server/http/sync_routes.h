// The two functions of sync, /v1/rpc/sync_pull and /v1/rpc/sync_push.
#pragma once

#include "core/server/http/router.h"
#include "core/server/live_hub.h"

namespace aiagent::server {

// `hub` is told of what is pushed; it outlives the router.
void addSyncRoutes(Router& router, std::size_t bodyLimit, LiveHub& hub);

}  // namespace aiagent::server
