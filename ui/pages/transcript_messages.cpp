#include "ui/pages/transcript_messages.h"

#include <QCoreApplication>

namespace aiagent::ui {
namespace {

using Kind = ChatMessage::Kind;
using widgets::MessageKind;
using widgets::MessageRole;
using widgets::MessageState;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(TranscriptMessages)
};

MessageKind kindOf(Kind kind) {
  switch (kind) {
    case Kind::Reasoning: return MessageKind::Reasoning;
    case Kind::ToolCall: return MessageKind::ToolCall;
    case Kind::ToolResult: return MessageKind::ToolResult;
    case Kind::Person:
    case Kind::Answer:
    case Kind::Refusal: break;
  }
  return MessageKind::Text;
}

MessageState stateOf(ChatMessage::State state) {
  switch (state) {
    case ChatMessage::State::Streaming: return MessageState::Streaming;
    case ChatMessage::State::Failed: return MessageState::Failed;
    case ChatMessage::State::Interrupted: return MessageState::Interrupted;
    case ChatMessage::State::Done: break;
  }
  return MessageState::Done;
}

QString titleOf(const ChatMessage& message, const QString& agentName) {
  switch (message.kind) {
    case Kind::Person: return Texts::tr("You");
    case Kind::Reasoning: return Texts::tr("Thoughts, summarised");
    case Kind::ToolCall: return Texts::tr("Tool: %1").arg(message.name);
    case Kind::ToolResult: return Texts::tr("Result of the tool");
    case Kind::Refusal: return Texts::tr("Declined");
    case Kind::Answer: break;
  }
  return agentName.isEmpty() ? Texts::tr("Agent") : agentName;
}

}  // namespace

widgets::TranscriptMessage toTranscriptMessage(const ChatMessage& message, unsigned actions,
                                               const QString& agentName) {
  return {.id = message.id,
          .role = message.kind == Kind::Person ? MessageRole::Person : MessageRole::Agent,
          .kind = kindOf(message.kind),
          .title = titleOf(message, agentName),
          .text = message.text,
          .meta = message.meta,
          .state = stateOf(message.state),
          .actions = actions};
}

std::vector<widgets::TranscriptMessage> toTranscriptMessages(const std::vector<ChatMessage>& messages,
                                                             unsigned actions, const QString& agentName) {
  std::vector<widgets::TranscriptMessage> all;
  all.reserve(messages.size());
  for (const auto& message : messages) all.push_back(toTranscriptMessage(message, actions, agentName));
  return all;
}

}  // namespace aiagent::ui
