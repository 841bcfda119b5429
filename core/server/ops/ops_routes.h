// GET /v1/ops/database: how the database does, for operators (`aiagent-server ops grant`).
#pragma once

#include "core/server/http/router.h"

namespace aiagent::server {

// One request at a time in a process: another one meanwhile is answered 503. Each part is a read-only
// transaction of its own with two seconds at most; what cannot be read is {"unavailable": sentence}.
void addOpsRoutes(Router& router);

}  // namespace aiagent::server
