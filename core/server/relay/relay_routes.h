// /v1/openai/…: OpenAI's interface for members without a key of their own. The organisation's key is put in
// here and goes nowhere else; what was used is noted for each member and month.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "core/base/clock.h"
#include "core/base/secret_string.h"
#include "core/runs/model_catalog.h"
#include "core/server/http/router.h"
#include "core/server/http/upstream.h"

namespace aiagent::server {

struct RelayParts {
  Upstream upstream;
  base::SecretString key;
  runs::ModelCatalog models;      // for prices
  std::int64_t memberBudget = 0;  // 1e-9 US dollars a month where sync.budget says nothing; 0: none
  std::int64_t workspaceBudget = 0;
  std::function<void(const base::Error&)> unnoted;  // a usage that PostgreSQL did not take
};
void addRelayRoutes(Router& router, std::shared_ptr<const RelayParts> parts);

}  // namespace aiagent::server
