#include "core/server/relay/budget_routes.h"

#include "core/base/ids.h"
#include "core/server/identity/request_body.h"

namespace aiagent::server {
namespace {

Response noSuch() {
  return problem(404, "not_found", "There is nothing under this id; look at it again.");
}

Response show(const DefaultBudgets& defaults, const Request& request, Context& context) {
  const auto workspace = request.param("ws");
  if (!base::Uuid::parse(workspace)) return noSuch();
  return context.call(
      "api.budgets($1::uuid, $2::bigint, $3::bigint)",
      {std::string(workspace), std::to_string(defaults.member), std::to_string(defaults.workspace)});
}

Response set(const DefaultBudgets& defaults, const Request& request, Context& context) {
  const auto workspace = request.param("ws");
  if (!base::Uuid::parse(workspace)) return noSuch();
  RequestBody body(request.body);
  const auto user = body.optionalText("user");
  const auto dollars = body.numberOrNull("monthly_usd");
  if (body.fault()) return *body.fault();
  if (user && !base::Uuid::parse(*user)) return noSuch();
  return context.call("api.set_budget($1::uuid, $2::uuid, $3::numeric, $4::bigint, $5::bigint)",
                      {std::string(workspace), user, dollars, std::to_string(defaults.member),
                       std::to_string(defaults.workspace)});
}

}  // namespace

void addBudgetRoutes(Router& router, DefaultBudgets defaults) {
  constexpr const char* kPath = "/v1/workspaces/{ws}/budgets";
  router.add(
      {.method = Method::Get, .path = kPath, .handler = [defaults](Request& request, Context& context) {
         return show(defaults, request, context);
       }});
  router.add(
      {.method = Method::Put, .path = kPath, .handler = [defaults](Request& request, Context& context) {
         return set(defaults, request, context);
       }});
}

}  // namespace aiagent::server
