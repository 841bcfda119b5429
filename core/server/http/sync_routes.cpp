#include "core/server/http/sync_routes.h"

#include <boost/json.hpp>
#include <charconv>

#include "core/base/ids.h"
#include "core/server/http/body.h"

namespace aiagent::server {
namespace {

Response pull(Request& request, Context& context) {
  if (auto refused = notJson(request)) return std::move(*refused);
  return context.call("api.sync_pull($1::jsonb)", {std::string(request.body)});
}

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

std::string spaceOf(std::string_view request) {
  boost::system::error_code error;
  const auto value = boost::json::parse(request, error);
  const auto* object = error ? nullptr : value.if_object();
  const auto* space = object != nullptr ? object->if_contains("space") : nullptr;
  if (space == nullptr || !space->is_string()) return {};
  const auto id = base::Uuid::parse({space->get_string().data(), space->get_string().size()});
  return id ? id->toString() : std::string();
}

Response push(LiveHub& hub, Request& request, Context& context) {
  if (auto refused = notJson(request)) return std::move(*refused);
  auto response = context.call("api.sync_push($1::jsonb)", {std::string(request.body)});
  if (response.status == 200 && hub.size() > 0) hub.poke(spaceOf(request.body), headOf(response.body));
  return response;
}

}  // namespace

void addSyncRoutes(Router& router, std::size_t bodyLimit, LiveHub& hub) {
  router.add({.method = Method::Post, .path = "/v1/rpc/sync_pull", .handler = pull});
  router.add({.method = Method::Post,
              .path = "/v1/rpc/sync_push",
              .handler = [&hub](Request& request, Context& context) { return push(hub, request, context); },
              .bodyLimit = bodyLimit});
}

}  // namespace aiagent::server
