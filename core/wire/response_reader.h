// The larger JSON values of the Responses API, whether they come whole or inside a stream: response objects,
// output items, error objects (reference: openai-contract D4, D5, D9, D11).
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "core/wire/model_event.h"

namespace aiagent::wire {

// Keeps its parsers' memory from use to use. Call from one thread.
class ResponseReader {
 public:
  ResponseReader();
  ~ResponseReader();

  // A response object; nothing when it is no JSON object. The status is `told` (by the event that carried the
  // object), else the object's own, else Completed. Items are left out altogether when one cannot be read.
  std::optional<Ended> response(std::string_view json, std::optional<domain::RunStatus> told = {});
  // An output item; nothing when it is no JSON object.
  std::optional<OutputItem> item(std::string_view json, std::int32_t output);
  // Reads {"message","type","param","code"}, {"error":{…}}, a string, {"detail":…}; nothing when there is no
  // error in it.
  std::optional<base::Error> error(std::string_view json, int httpStatus);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace aiagent::wire
