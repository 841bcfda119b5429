#include "ui/viewmodels/chat_message.h"

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

ChatMessage::Kind kindOf(domain::Role role, domain::PartKind part) {
  if (role == domain::Role::User) return ChatMessage::Kind::Person;
  switch (part) {
    case domain::PartKind::Refusal: return ChatMessage::Kind::Refusal;
    case domain::PartKind::ReasoningSummary: return ChatMessage::Kind::Reasoning;
    case domain::PartKind::ToolCall: return ChatMessage::Kind::ToolCall;
    case domain::PartKind::ToolResult: return ChatMessage::Kind::ToolResult;
    case domain::PartKind::Text:
    case domain::PartKind::Other: break;
  }
  return ChatMessage::Kind::Answer;
}

ChatMessage::State stateOf(domain::RunStatus status, bool live) {
  if (live) return ChatMessage::State::Streaming;
  switch (status) {
    case domain::RunStatus::Failed: return ChatMessage::State::Failed;
    case domain::RunStatus::Queued:
    case domain::RunStatus::Running:
    case domain::RunStatus::Incomplete:
    case domain::RunStatus::Cancelled:
    case domain::RunStatus::Interrupted: return ChatMessage::State::Interrupted;
    case domain::RunStatus::Completed: break;
  }
  return ChatMessage::State::Done;
}

}  // namespace

QString chatMessageId(const domain::RunId& run, std::size_t message, std::size_t part) {
  return QStringLiteral("%1/%2/%3").arg(format::text(run.toString())).arg(message).arg(part);
}

ChatMessage toChatMessage(const domain::RunRecord& run, std::size_t message, std::size_t part, bool live) {
  const auto& from = run.messages[message];
  const auto& piece = from.parts[part];
  const bool person = from.role == domain::Role::User;
  return {.id = chatMessageId(run.id, message, part),
          .run = run.id,
          .kind = kindOf(from.role, piece.kind),
          .state = person ? ChatMessage::State::Done : stateOf(run.status, live),
          .text = format::text(piece.text),
          .name = format::text(piece.name)};
}

std::vector<ChatMessage> toChatMessages(const domain::RunRecord& run, bool live) {
  std::vector<ChatMessage> messages;
  for (std::size_t m = 0; m < run.messages.size(); ++m)
    for (std::size_t p = 0; p < run.messages[m].parts.size(); ++p) {
      const auto& part = run.messages[m].parts[p];
      const bool shown = !part.text.empty() || part.kind == domain::PartKind::ToolCall;
      if (shown) messages.push_back(toChatMessage(run, m, p, live));
    }
  if (!live && !messages.empty() && messages.back().kind != ChatMessage::Kind::Person)
    messages.back().meta = format::runFacts(run);
  return messages;
}

}  // namespace aiagent::ui
