// /v1/workspaces/{ws}/budgets: what the members of a workspace may spend through /v1/openai in a month, for
// its administrators.
#pragma once

#include <cstdint>

#include "core/server/http/router.h"

namespace aiagent::server {

// 1e-9 US dollars a month where nothing else is set; 0: no limit.
struct DefaultBudgets {
  std::int64_t member = 0;
  std::int64_t workspace = 0;
};
void addBudgetRoutes(Router& router, DefaultBudgets defaults);

}  // namespace aiagent::server
