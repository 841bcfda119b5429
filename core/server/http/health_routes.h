// /livez, /readyz and /health, for whoever looks after the process.
#pragma once

#include "core/server/http/router.h"

namespace aiagent::server {

void addHealthRoutes(Router& router);

}  // namespace aiagent::server
