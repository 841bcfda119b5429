// resources/openapi/server.json, compiled in, and its route.
#pragma once

#include <string_view>

#include "core/server/http/router.h"

namespace aiagent::server {

std::string_view openApiJson();
void addOpenApiRoute(Router& router);

}  // namespace aiagent::server
