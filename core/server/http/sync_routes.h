// The two functions of sync, /v1/rpc/sync_pull and /v1/rpc/sync_push.
#pragma once

#include "core/server/http/router.h"
#include "core/server/live_hub.h"

namespace aiagent::server {

struct SyncParts {
  std::size_t bodyLimit = 2097152;  // of a push
  LiveHub& hub;                     // told of what is pushed; outlives the router
  std::function<void(std::string_view answer)> pushed;
};
void addSyncRoutes(Router& router, const SyncParts& parts);

}  // namespace aiagent::server
