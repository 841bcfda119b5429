// What libpq says of a failure, as our Error. For the .cpp files that talk to it.
#pragma once

#include <string>

#include "core/base/error.h"

struct pg_conn;
struct pg_result;

namespace aiagent::server {

// Of a statement; `result` may be none. See Database for the codes.
base::Error errorOf(const pg_conn* connection, const pg_result* result);
// Of a connection that was not had.
base::Error connectErrorOf(const pg_conn* connection);

}  // namespace aiagent::server
