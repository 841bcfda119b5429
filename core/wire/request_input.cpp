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

constexpr std::string_view kApprovalResponse = "mcp_approval_response";
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

// {"type":"mcp_approval_request","id",…}: the provider wants to know whether it may call the tool.
std::optional<PendingCall> approvalRequestOf(const Message& message) {
  const auto raw = rawItemOf(message);
  if (!raw || raw->type != "mcp_approval_request") return std::nullopt;
  const auto members = *jsonMembers(message.rawItem);
  const auto textOf = [&](std::string_view name) {
    const auto* member = findMember(members, name);
    return member ? stringFromJson(member->value).value_or("") : std::string();
  };
  return PendingCall{PendingCall::Kind::Approval, textOf("id"), textOf("name"), textOf("arguments"),
                     textOf("server_label")};
}

// A message whose text comes after other parts.
std::string partedMessage(Role role, const std::vector<std::string>& parts, std::string_view textType,
                          std::string_view text) {
  JsonArray content;
  for (const auto& part : parts) content.raw(part);
  content.raw(JsonObject().text("type", textType).text("text", text).take());
  return JsonObject().text("role", toWord(role)).raw("content", content.take()).take();
}

bool isPersons(const Message& message) {
  return message.role == Role::User && message.rawItem.empty() && !message.text().empty();
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

std::vector<Message> answerMessages(const std::vector<domain::ToolAnswer>& answers,
                                    const std::vector<Message>& history) {
  CallIds customCalls;
  for (const auto& message : history)
    if (const auto raw = rawItemOf(message); raw && raw->type == "custom_tool_call")
      for (const auto& part : message.parts) customCalls.insert(part.callId);
  std::vector<Message> messages;
  for (const auto& answer : answers) {
    Message message;
    message.role = Role::Tool;
    message.rawItem = answer.approved
                          ? JsonObject()
                                .text("type", kApprovalResponse)
                                .text("approval_request_id", answer.callId)
                                .boolean("approve", *answer.approved)
                                .take()
                          : toolResultItem(customCalls.contains(answer.callId) ? "custom_tool_call_output"
                                                                               : "function_call_output",
                                           answer.callId, answer.output);
    message.parts.push_back({PartKind::ToolResult, answer.output, answer.name, answer.callId});
    messages.push_back(std::move(message));
  }
  return messages;
}

std::vector<domain::ToolAnswer> answersOf(const std::vector<Message>& messages) {
  std::vector<domain::ToolAnswer> answers;
  for (const auto& message : messages) {
    if (message.role != Role::Tool || message.parts.empty()) break;
    const auto& part = message.parts.front();
    domain::ToolAnswer answer{part.callId, part.name, part.text};
    if (const auto members = jsonMembers(message.rawItem))
      if (const auto* approve = findMember(*members, "approve")) answer.approved = approve->value == "true";
    answers.push_back(std::move(answer));
  }
  return answers;
}

std::vector<PendingCall> pendingCalls(const std::vector<Message>& messages) {
  std::vector<PendingCall> calls;
  const auto answered = answeredCalls(messages);
  for (const auto& message : messages) {
    if (message.role != Role::Assistant) continue;
    for (const auto& part : message.parts)
      if (isOpenCall(part, answered))
        calls.push_back({PendingCall::Kind::Tool, part.callId, part.name, part.text, {}});
    if (auto approval = approvalRequestOf(message)) calls.push_back(std::move(*approval));
  }
  return calls;
}

std::vector<std::string> responsesItems(const std::vector<Message>& history, bool stored,
                                        const std::vector<std::string>& files) {
  std::vector<std::string> items;
  bool filesDue = !files.empty();
  const auto answered = answeredCalls(history);
  for (const auto& message : history) {
    const auto raw = rawItemOf(message);
    if (raw && raw->type == "reasoning" && !stored && !raw->encrypted) continue;
    if (filesDue && isPersons(message)) {
      items.push_back(partedMessage(message.role, files, "input_text", message.text()));
      filesDue = false;
    } else if (raw)
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

std::vector<std::string> chatMessages(const std::vector<Message>& history,
                                      const std::vector<std::string>& files) {
  std::vector<std::string> messages;
  bool filesDue = !files.empty();
  const auto answered = answeredCalls(history);
  ChatAnswer answer;
  for (const auto& message : history) {
    if (message.role == Role::Assistant) {
      answer.add(message, answered);
      continue;
    }
    answer.flush(messages);
    if (filesDue && isPersons(message)) {
      messages.push_back(partedMessage(message.role, files, "text", message.text()));
      filesDue = false;
    } else if (message.role != Role::Tool && !message.text().empty()) {
      messages.push_back(plainMessage(message.role, message.text()));
    }
    for (const auto& part : message.parts)
      if (part.kind == PartKind::ToolResult && !part.callId.empty())
        messages.push_back(ChatAnswer::toolMessage(part.callId, part.text));
  }
  answer.flush(messages);
  return messages;
}

}  // namespace aiagent::wire
