// ChatMessage: a run's messages and parts as a transcript shows them, one piece each.
#pragma once

#include <QString>
#include <vector>

#include "core/domain/run.h"

namespace aiagent::ui {

struct ChatMessage {
  enum class Kind { Person, Answer, Refusal, Reasoning, ToolCall, ToolResult };
  enum class State { Streaming, Done, Failed, Interrupted };

  QString id;  // chatMessageId()
  domain::RunId run;
  Kind kind = Kind::Answer;
  State state = State::Done;
  QString text;
  QString name;  // of a tool
  QString meta;  // facts of the run, on its last piece

  bool operator==(const ChatMessage&) const = default;
};

QString chatMessageId(const domain::RunId& run, std::size_t message, std::size_t part);

// In order; empty parts are left out while they have nothing to show. `live`: the run is still going on.
std::vector<ChatMessage> toChatMessages(const domain::RunRecord& run, bool live);

// One piece of it; the indexes must be in range.
ChatMessage toChatMessage(const domain::RunRecord& run, std::size_t message, std::size_t part, bool live);

}  // namespace aiagent::ui
