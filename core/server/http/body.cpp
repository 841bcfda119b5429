#include "core/server/http/body.h"

#include "core/server/json_guard.h"

namespace aiagent::server {

std::optional<Response> notJson(const Request& request) {
  const auto type = request.header("Content-Type");
  if (!type.empty() && !type.starts_with("application/json"))
    return problem(415, "invalid", "Send JSON, with Content-Type: application/json.");
  if (const auto encoding = request.header("Content-Encoding"); !encoding.empty() && encoding != "identity")
    return problem(415, "invalid", "Send the body as it is, without Content-Encoding.");
  switch (jsonFault(request.body)) {
    case JsonFault::None: return {};
    case JsonFault::TooDeep: return problem(400, "invalid", "The JSON is nested deeper than 64 levels.");
    case JsonFault::Nul:
      return problem(400, "invalid", "A text holds the character U+0000, which cannot be kept; remove it.");
    case JsonFault::NotObject:
    case JsonFault::Unbalanced: break;
  }
  return problem(400, "invalid", "The body is not one object of JSON.");
}

}  // namespace aiagent::server
