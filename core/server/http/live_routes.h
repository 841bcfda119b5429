// GET /v1/live: hints that a workspace changed, as server-sent events.
#pragma once

#include "core/server/http/router.h"
#include "core/server/live_hub.h"

namespace aiagent::server {

// `hub` outlives the router.
void addLiveRoutes(Router& router, LiveHub& hub);

}  // namespace aiagent::server
