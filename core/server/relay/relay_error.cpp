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

}  // namespace aiagent::server
