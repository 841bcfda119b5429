// What has been said so far, as the input of the next request.
#pragma once

#include <string>
#include <vector>

#include "core/domain/run.h"

namespace aiagent::wire {

// Items of the Responses API's `input`, each as JSON text. Output items of earlier answers are replayed byte
// for byte (openai-contract D8). With `stored` false, reasoning that cannot be replayed without the server's
// copy of it (no encrypted_content) is left out. A tool call that was never answered gets an answer saying
// so: without one the API refuses the whole conversation. `files` are parts that the person's first message
// begins with.
std::vector<std::string> responsesItems(const std::vector<domain::Message>& history, bool stored,
                                        const std::vector<std::string>& files = {});

// The same as messages of Chat Completions: an answer's text and tool calls become one message; reasoning is
// never sent back.
std::vector<std::string> chatMessages(const std::vector<domain::Message>& history,
                                      const std::vector<std::string>& files = {});

// The answers as messages, one each, with the item the Responses API wants for the call that is answered:
// function_call_output, custom_tool_call_output or mcp_approval_response.
std::vector<domain::Message> answerMessages(const std::vector<domain::ToolAnswer>& answers,
                                            const std::vector<domain::Message>& history);
// The answers back from the messages a turn begins with.
std::vector<domain::ToolAnswer> answersOf(const std::vector<domain::Message>& messages);

// A call that waits for an answer.
struct PendingCall {
  enum class Kind { Tool, Approval };
  Kind kind = Kind::Tool;
  std::string callId;
  std::string name;
  std::string arguments;    // JSON, or a custom tool's plain text
  std::string serverLabel;  // Approval: of the MCP server
  bool operator==(const PendingCall&) const = default;
};
// Calls of a run's answer that wait for an answer, in order. A provider's own tools answer themselves.
std::vector<PendingCall> pendingCalls(const std::vector<domain::Message>& messages);

// {"role":…,"content":…}, the shape both APIs share.
std::string plainMessage(domain::Role role, std::string_view text);

}  // namespace aiagent::wire
