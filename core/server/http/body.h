// A request's body as the JSON that a function of PostgreSQL is given.
#pragma once

#include <optional>

#include "core/server/http/router.h"

namespace aiagent::server {

// Nothing: it is one object of JSON, not too deep and without NUL. Otherwise 400 or 415.
std::optional<Response> notJson(const Request& request);

}  // namespace aiagent::server
