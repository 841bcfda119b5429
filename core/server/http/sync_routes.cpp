#include "core/server/http/sync_routes.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "core/base/ids.h"
#include "core/server/http/body.h"

namespace aiagent::server {
namespace {

// jsonb keeps short names first, so that the head is found at once; nothing where the body is another than
// ours.
std::int64_t headOf(std::string_view answer) {
  constexpr std::string_view kHead = "\"head\": ";
  const auto at = answer.substr(0, 200).find(kHead);
  std::int64_t head = 0;
  if (at != std::string_view::npos)
    std::from_chars(answer.data() + at + kHead.size(), answer.data() + answer.size(), head);
  return head;
}

boost::json::value parsed(std::string_view request) {
  boost::system::error_code error;
  auto value = boost::json::parse(request, error);
  return error || !value.is_object() ? boost::json::object() : value;
}

// "min_version": the newest version that the caller knows of.
std::int64_t leastVersion(std::string_view request) {
  const auto value = parsed(request);
  const auto* least = value.get_object().if_contains("min_version");
  return least != nullptr && least->is_int64() ? least->get_int64() : 0;
}

std::string spaceOf(std::string_view request) {
  const auto value = parsed(request);
  const auto* space = value.get_object().if_contains("space");
  if (space == nullptr || !space->is_string()) return {};
  const auto id = base::Uuid::parse({space->get_string().data(), space->get_string().size()});
  return id ? id->toString() : std::string();
}

// What the replica may not know yet: that the device was signed out, or its person removed. The primary's
// answer to that, if it is no.
std::optional<Response> refuseOnPrimary(const std::string& space, Context& context) {
  auto answer = context.call("api.membership($1::uuid)", {space});
  return answer.status == 200 ? std::nullopt : std::optional(std::move(answer));
}

// The replica's answer counts if it has what the caller has seen, or was told of by a hint of this server.
// Whatever else it says, the primary may say otherwise.
Response pull(const SyncParts& parts, Request& request, Context& context) {
  if (auto refused = notJson(request)) return std::move(*refused);
  const char* const kCall = "api.sync_pull($1::jsonb)";
  if (const auto space = context.hasReplica() ? spaceOf(request.body) : ""; !space.empty()) {
    if (auto refused = refuseOnPrimary(space, context)) return std::move(*refused);
    auto response = context.call(kCall, {std::string(request.body)}, 200, true);
    if (response.status == 200 &&
        headOf(response.body) >= std::max(leastVersion(request.body), parts.hub.head(space)))
      return response;
  }
  return context.call(kCall, {std::string(request.body)});
}

Response push(const SyncParts& parts, Request& request, Context& context) {
  if (auto refused = notJson(request)) return std::move(*refused);
  auto response = context.call("api.sync_push($1::jsonb)", {std::string(request.body)});
  if (response.status != 200) return response;
  if (parts.hub.size() > 0) parts.hub.poke(spaceOf(request.body), headOf(response.body));
  parts.pushed(response.body);
  return response;
}

}  // namespace

void addSyncRoutes(Router& router, const SyncParts& parts) {
  router.add(
      {.method = Method::Post,
       .path = "/v1/rpc/sync_pull",
       .handler = [parts](Request& request, Context& context) { return pull(parts, request, context); }});
  router.add(
      {.method = Method::Post,
       .path = "/v1/rpc/sync_push",
       .handler = [parts](Request& request, Context& context) { return push(parts, request, context); },
       .bodyLimit = parts.bodyLimit});
}

}  // namespace aiagent::server
