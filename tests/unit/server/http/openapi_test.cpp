#include "core/server/http/openapi.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "core/runs/shipped_models.h"
#include "core/server/blobs/blob_routes.h"
#include "core/server/http/health_routes.h"
#include "core/server/http/live_routes.h"
#include "core/server/http/sync_routes.h"
#include "core/server/identity/identity.h"
#include "core/server/ops/ops_routes.h"
#include "core/server/relay/budget_routes.h"
#include "core/server/relay/relay_routes.h"

namespace aiagent::server {
namespace {

std::set<std::string> documented() {
  std::set<std::string> all;
  const auto document = boost::json::parse(openApiJson());
  for (const auto& [path, methods] : document.at("paths").as_object())
    for (const auto& [method, operation] : methods.as_object()) {
      std::string word(method);
      std::transform(word.begin(), word.end(), word.begin(),
                     [](unsigned char c) { return char(std::toupper(c)); });
      all.insert(word + " " + std::string(path));
    }
  return all;
}

TEST(OpenApi, openApiJson_listsEveryRouteAndNoOther) {
  Router router;
  LiveHub hub(1);
  const BlobFiles files("/nowhere");
  const base::SystemClock clock;
  const Identity identity({}, clock);
  addHealthRoutes(router);
  addOpenApiRoute(router);
  addSyncRoutes(router, {.hub = hub, .pushed = {}});
  addLiveRoutes(router, hub);
  addBlobRoutes(router, files);
  identity.addRoutes(router);
  addRelayRoutes(router, std::make_shared<const RelayParts>(RelayParts{
                             .upstream = *Upstream::open("http://localhost", std::chrono::seconds(1)),
                             .key = {},
                             .models = *runs::ModelCatalog::fromJson(runs::shippedModelsJson()),
                             .charge = {}}));
  addBudgetRoutes(router, {});
  addOpsRoutes(router);
  std::set<std::string> served;
  for (const auto* route : router.routes())
    served.insert(std::string(toWord(route->method)) + " " + route->path);
  EXPECT_EQ(documented(), served);
}

}  // namespace
}  // namespace aiagent::server
