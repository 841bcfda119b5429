// Data of one server-sent event of POST /v1/chat/completions -> ModelEvents. Compatible servers (Ollama,
// llama.cpp, LM Studio, vLLM) differ: missing ids, missing usage, errors as plain objects; all are taken.
//
// Chat Completions has no output items. They are numbered here as the Responses API would have them:
// reasoning is output 0, the message output 1, tool call n output 2 + n. Only the first choice is read.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/model_event.h"

namespace aiagent::wire {

// Stateful: a chunk's finish_reason is told at once as Ending; with the usage of a later chunk it makes one
// Ended, given out at [DONE] or by finish(). One per stream; call from one thread.
class ChatDecoder {
 public:
  ChatDecoder();
  ~ChatDecoder();
  std::vector<SequencedEvent> decode(std::string_view data);
  // The stream ended: the Ended that is due when a finish_reason was seen but no [DONE]; else nothing.
  std::vector<SequencedEvent> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

// The one object that a server answers with which does not stream: a `message` where chunks have a `delta`.
// Ends with its Ended. BadResponse when there is no answer in it, as in an error's body.
base::Result<std::vector<SequencedEvent>> chatAnswerFromJson(std::string_view body);

}  // namespace aiagent::wire
