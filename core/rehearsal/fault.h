// Answers that come whole: JSON, and errors in OpenAI's shape.
#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/rehearsal/answer.h"
#include "core/rehearsal/http_request_parser.h"

namespace aiagent::rehearsal {

Answer jsonAnswer(int status, std::string body);

struct Fault {
  int status;
  std::string message;
  std::string type = "invalid_request_error";
  std::string param = {};
  std::string code = {};
};
Answer faultAnswer(const Fault& fault);
Answer faultAnswer(const base::Error& error);
Answer unknownUrl(const HttpMessage& request);
Answer wrongMethod(const HttpMessage& request);

}  // namespace aiagent::rehearsal
