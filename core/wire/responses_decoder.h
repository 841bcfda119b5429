// Data of one server-sent event of POST /v1/responses -> ModelEvent (reference: openai-contract D4, D5).
#pragma once

#include <memory>
#include <string_view>

#include "core/wire/model_event.h"

namespace aiagent::wire {

// Keeps its JSON parser's memory from event to event. One per stream; call from one thread.
class ResponsesDecoder {
 public:
  ResponsesDecoder();
  ~ResponsesDecoder();
  // Never throws; anything it cannot read is Unknown or Malformed.
  SequencedEvent decode(std::string_view data);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace aiagent::wire
