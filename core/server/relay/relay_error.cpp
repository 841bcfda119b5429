#include "core/server/relay/relay_error.h"

#include <boost/json.hpp>

namespace aiagent::server {

Response relayError(int status, std::string_view code, const std::string& message, std::string_view param) {
  namespace json = boost::json;
  const json::value about = param.empty() ? json::value(nullptr) : json::value(param);
  const json::object error = {
      {"message", message}, {"type", "aiagent_server"}, {"param", about}, {"code", code}};
  return {.status = status, .body = json::serialize(json::object{{"error", error}})};
}

void shapeAsRelayError(Response& response) {
  boost::system::error_code failed;
  const auto value = boost::json::parse(response.body, failed);
  const auto* object = failed ? nullptr : value.if_object();
  if (object == nullptr) return;
  const auto* word = object->if_contains("error");
  const auto* message = object->if_contains("message");
  if (word == nullptr || message == nullptr || !word->is_string() || !message->is_string()) return;
  response.body =
      relayError(response.status, std::string_view(word->get_string()), std::string(message->get_string()))
          .body;
}

}  // namespace aiagent::server
