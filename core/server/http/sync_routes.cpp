#include "core/server/http/sync_routes.h"

#include "core/server/http/body.h"

namespace aiagent::server {
namespace {

Response pull(Request& request, Context& context) {
  if (auto refused = notJson(request)) return std::move(*refused);
  return context.call("api.sync_pull($1::jsonb)", {std::string(request.body)});
}

Response push(Request& request, Context& context) {
  if (auto refused = notJson(request)) return std::move(*refused);
  return context.call("api.sync_push($1::jsonb)", {std::string(request.body)});
}

}  // namespace

void addSyncRoutes(Router& router, std::size_t bodyLimit) {
  router.add({.method = Method::Post, .path = "/v1/rpc/sync_pull", .handler = pull});
  router.add({.method = Method::Post, .path = "/v1/rpc/sync_push", .handler = push, .bodyLimit = bodyLimit});
}

}  // namespace aiagent::server
