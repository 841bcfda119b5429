// Errors of the relay, in the shape that clients of OpenAI's interface read.
#pragma once

#include <string>
#include <string_view>

#include "core/server/http/router.h"

namespace aiagent::server {

// {"error": {"message", "type", "param", "code"}}; `message` is an English sentence that says what to do.
Response relayError(int status, std::string_view code, const std::string& message,
                    std::string_view param = {});

// An error of the server's own shape, {"error": word, "message"}, in that one. Others stay.
void shapeAsRelayError(Response& response);

}  // namespace aiagent::server
