#include "core/rehearsal/fault.h"

#include "core/rehearsal/json_text.h"

namespace aiagent::rehearsal {

Answer jsonAnswer(int status, std::string body) {
  Answer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "application/json"}};
  answer.body = std::move(body);
  return answer;
}

Answer faultAnswer(const Fault& fault) {
  const auto orNull = [](const std::string& text) {
    return text.empty() ? std::string("null") : quoted(text);
  };
  const auto error = ObjectText()
                         .text("message", fault.message)
                         .text("type", fault.type)
                         .raw("param", orNull(fault.param))
                         .raw("code", orNull(fault.code))
                         .str();
  return jsonAnswer(fault.status, ObjectText().raw("error", error).str());
}

Answer faultAnswer(const base::Error& error) {
  return faultAnswer(
      Fault{error.httpStatus, error.said, "invalid_request_error", error.subject, error.providerCode});
}

Answer unknownUrl(const HttpMessage& request) {
  return faultAnswer(Fault{404, "There is nothing at " + request.method + " " + request.path + "."});
}

Answer wrongMethod(const HttpMessage& request) {
  return faultAnswer(Fault{405, request.method + " is not possible at " + request.path + ".",
                           "invalid_request_error", "", "method_not_supported"});
}

}  // namespace aiagent::rehearsal
