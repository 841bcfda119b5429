#include "core/server/http/openapi.h"

namespace aiagent::server {

void addOpenApiRoute(Router& router) {
  router.add(
      {.method = Method::Get, .path = "/openapi.json", .auth = Auth::None, .handler = [](Request&, Context&) {
         return Response{.body = std::string(openApiJson())};
       }});
}

}  // namespace aiagent::server
