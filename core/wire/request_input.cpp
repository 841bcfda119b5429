#include "core/wire/request_input.h"

#include <set>
#include <string_view>
#include <utility>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

using domain::Message;
using domain::Part;
using domain::PartKind;
using domain::Role;

constexpr std::string_view kNoResult = "No result: the tool was not run.";

using CallIds = std::set<std::string, std::less<>>;

CallIds answeredCalls(const std::vector<Message>& history) {
  CallIds ids;
  for (const auto& message : history)
    for (const auto& part : message.parts)
      if (part.kind == PartKind::ToolResult) ids.insert(part.callId);
  return ids;
}

bool isOpenCall(const Part& part, const CallIds& answered) {
  return part.kind == PartKind::ToolCall && !part.callId.empty() && !answered.contains(part.callId);
}

// ---- Responses

std::string toolResultItem(std::string_view type, std::string_view callId, std::string_view result) {
  return JsonObject().text("type", type).text("call_id", callId).text("output", result).take();
}

// A raw output item that can be replayed, cut into its members; nothing when it has to be made from its
// parts.
struct RawItem {
  std::string type;
  bool encrypted = false;
};

std::optional<RawItem> rawItemOf(const Message& message) {
  if (message.rawItem.empty()) return std::nullopt;
  const auto members = jsonMembers(message.rawItem);
  const auto* type = members ? findMember(*members, "type") : nullptr;
  if (!type) return std::nullopt;
  const auto* encrypted = findMember(*members, "encrypted_content");
  return RawItem{stringFromJson(type->value).value_or(""), encrypted && encrypted->value.front() == '"'};
}

void addFromParts(const Message& message, std::vector<std::string>& items) {
  if (const auto text = message.text(); !text.empty()) items.push_back(plainMessage(message.role, text));
  for (const auto& part : message.parts) {
    if (part.callId.empty()) continue;
    if (part.kind == PartKind::ToolCall)
      items.push_back(JsonObject()
                          .text("type", "function_call")
                          .text("call_id", part.callId)
                          .text("name", part.name)
                          .text("arguments", part.text)
                          .take());
    else if (part.kind == PartKind::ToolResult)
      items.push_back(toolResultItem("function_call_output", part.callId, part.text));
  }
}

// ---- Chat

// Gathers an answer's messages until the other side speaks.
class ChatAnswer {
 public:
  void add(const Message& message, const CallIds& answered) {
    m_text += message.text();
    for (const auto& part : message.parts) {
      if (part.kind != PartKind::ToolCall || part.callId.empty()) continue;
      const auto function = JsonObject().text("name", part.name).text("arguments", part.text).take();
      m_calls.raw(
          JsonObject().text("id", part.callId).text("type", "function").raw("function", function).take());
      if (isOpenCall(part, answered)) m_openCalls.push_back(part.callId);
    }
  }

  void flush(std::vector<std::string>& messages) {
    const auto gathered = std::exchange(*this, ChatAnswer());
    if (gathered.m_text.empty() && gathered.m_calls.empty()) return;
    JsonObject message;
    message.text("role", "assistant").textOrNull("content", gathered.m_text);
    if (!gathered.m_calls.empty()) message.raw("tool_calls", JsonArray(gathered.m_calls).take());
    messages.push_back(message.take());
    for (const auto& callId : gathered.m_openCalls) messages.push_back(toolMessage(callId, kNoResult));
  }

  static std::string toolMessage(std::string_view callId, std::string_view result) {
    return JsonObject().text("role", "tool").text("tool_call_id", callId).text("content", result).take();
  }

 private:
  std::string m_text;
  JsonArray m_calls;
  std::vector<std::string> m_openCalls;
};

}  // namespace

std::string plainMessage(Role role, std::string_view text) {
  return JsonObject().text("role", toWord(role)).text("content", text).take();
}

std::vector<std::string> responsesItems(const std::vector<Message>& history, bool stored) {
  std::vector<std::string> items;
  const auto answered = answeredCalls(history);
  for (const auto& message : history) {
    const auto raw = rawItemOf(message);
    if (raw && raw->type == "reasoning" && !stored && !raw->encrypted) continue;
    if (raw)
      items.push_back(message.rawItem);
    else
      addFromParts(message, items);
    const bool custom = raw && raw->type == "custom_tool_call";
    for (const auto& part : message.parts)
      if (isOpenCall(part, answered))
        items.push_back(toolResultItem(custom ? "custom_tool_call_output" : "function_call_output",
                                       part.callId, kNoResult));
  }
  return items;
}

std::vector<std::string> chatMessages(const std::vector<Message>& history) {
  std::vector<std::string> messages;
  const auto answered = answeredCalls(history);
  ChatAnswer answer;
  for (const auto& message : history) {
    if (message.role == Role::Assistant) {
      answer.add(message, answered);
      continue;
    }
    answer.flush(messages);
    if (message.role != Role::Tool && !message.text().empty())
      messages.push_back(plainMessage(message.role, message.text()));
    for (const auto& part : message.parts)
      if (part.kind == PartKind::ToolResult && !part.callId.empty())
        messages.push_back(ChatAnswer::toolMessage(part.callId, part.text));
  }
  answer.flush(messages);
  return messages;
}

}  // namespace aiagent::wire
