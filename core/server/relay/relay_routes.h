// /v1/openai/…: OpenAI's interface for members without a key of their own. The organisation's key is put in
// here and goes nowhere else; what was used is noted for each member and month.
#pragma once

#include <memory>

#include "core/base/clock.h"
#include "core/base/secret_string.h"
#include "core/runs/model_catalog.h"
#include "core/server/http/router.h"
#include "core/server/http/upstream.h"
#include "core/server/relay/charge.h"

namespace aiagent::server {

struct RelayParts {
  Upstream upstream;
  base::SecretString key;
  runs::ModelCatalog models;  // for prices
  ChargeOptions charge;
};
// Errors under /v1/openai in the shape that its clients read, also where nothing is relayed.
void shapeRelayErrors(Router& router);
void addRelayRoutes(Router& router, std::shared_ptr<const RelayParts> parts);

}  // namespace aiagent::server
