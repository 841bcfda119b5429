// Run: one request to a model and what came of it. A conversation is a chain of runs, linked by `parent`;
// editing an earlier message starts a second chain from the same parent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/agent.h"
#include "core/domain/ids.h"
#include "core/domain/prompt_template.h"
#include "core/domain/provider.h"

namespace aiagent::domain {

enum class RunStatus {
  Queued,  // not sent yet
  Running,
  Completed,
  Incomplete,  // the model stopped at a limit or a filter; `error` says which
  Failed,
  Cancelled,    // by the person; what had arrived is kept
  Interrupted,  // the connection or this program ended before the answer did; what had arrived is kept
};

std::string_view toWord(RunStatus status);  // "completed"
std::optional<RunStatus> runStatusFromWord(std::string_view word);
inline bool isFinal(RunStatus status) {
  return status != RunStatus::Queued && status != RunStatus::Running;
}

// Tokens as the provider counted them. Absent: not told. Billing counts reasoning within output, cached and
// cacheWrite within input.
struct Usage {
  std::optional<std::int64_t> input, cached, cacheWrite, output, reasoning, total;
  bool estimated = false;  // our own guess, because the stream ended before the provider told

  bool operator==(const Usage&) const = default;
};

// Durations since `RunRecord::created`; absent until reached.
struct RunTimings {
  std::optional<base::Milliseconds> sent, firstByte, firstToken, lastToken, finished;
  bool operator==(const RunTimings&) const = default;
};

enum class Role { User, Assistant, System, Developer, Tool };
std::string_view toWord(Role role);
std::optional<Role> roleFromWord(std::string_view word);

enum class PartKind { Text, Refusal, ReasoningSummary, ToolCall, ToolResult, Other };
std::string_view toWord(PartKind kind);
std::optional<PartKind> partKindFromWord(std::string_view word);

struct Part {
  PartKind kind = PartKind::Text;
  std::string text;    // ToolCall: the arguments JSON; ToolResult: the result
  std::string name;    // ToolCall: the tool's name
  std::string callId;  // ToolCall and ToolResult
  bool operator==(const Part&) const = default;
};

struct Message {
  MessageId id;
  Role role = Role::User;
  std::vector<Part> parts;
  std::string rawItem;  // the provider's output item as JSON, replayed unchanged in later turns; or empty
  base::WallTime created{};
  bool operator==(const Message&) const = default;

  // The text parts joined.
  std::string text() const;
};

// What a tool that the model called answered, or whether it may be called.
struct ToolAnswer {
  std::string callId;  // of the ToolCall; of an approval the id of the request for it
  std::string name;    // the tool's
  std::string output;
  std::optional<bool> approved = {};  // of a request for approval (MCP); `output` is not sent then
  bool operator==(const ToolAnswer&) const = default;
};

// What to run: everything that decides the request, but the key.
struct RunRequest {
  AgentId agent;         // null for a run without a kept agent
  AgentContent content;  // exactly what is used: the saved agent or its draft
  // The version with what is used. Null: none has it (a draft), or it is found when the run is stored.
  VersionId version;
  bool fromDraft = false;
  VariableValues variables;
  std::string input;                    // the person's message; may be empty with toolAnswers
  std::vector<ToolAnswer> toolAnswers;  // to the calls of `parent`
  Provider provider;
  std::string model;  // resolved: content.model or the provider's default
  RunId parent;       // null: a new conversation
  bool operator==(const RunRequest&) const = default;
};

struct RunError {
  base::ErrorCode code = base::ErrorCode::Internal;
  std::string subject;  // as in base::Error
  std::string said;     // the provider's own words, masked
  std::string providerCode;
  int httpStatus = 0;
  bool operator==(const RunError&) const = default;
};

RunError toRunError(const base::Error& error);
base::Error toError(const RunError& error);

struct RunRecord {
  RunId id;
  RunRequest request;
  RunStatus status = RunStatus::Queued;
  std::string requestJson;  // body as sent, without `input` of earlier turns and without key
  std::string modelAnswered;
  std::string requestId;  // x-request-id
  std::string responseId;
  std::int64_t lastSequence = -1;  // last sequence_number seen; for resuming a background response
  int retries = 0;
  Usage usage;
  std::optional<std::int64_t> costNanoUsd;  // 1e-9 US dollars; absent: price unknown
  RunTimings timings;
  std::optional<RunError> error;
  base::WallTime created{};
  std::int64_t versionNumber = 0;  // of request.version, "v3"; 0: there is none, or not read yet
  // This turn's: the person's message or the tools' answers, then the answer's items in order.
  std::vector<Message> messages;

  bool operator==(const RunRecord&) const = default;
  // The answer's visible text (text and refusal parts of the assistant's messages).
  std::string text() const;
};

// A row of the runs list.
struct RunSummary {
  RunId id;
  AgentId agent;
  std::string agentName;
  std::string model;
  std::string inputStart;  // first 200 bytes of the person's message
  RunStatus status = RunStatus::Queued;
  std::optional<std::int64_t> outputTokens;
  std::optional<std::int64_t> costNanoUsd;
  std::optional<base::Milliseconds> duration;
  base::WallTime created{};
  std::int64_t versionNumber = 0;  // "v3"; 0: none has what was used
  bool fromDraft = false;
  bool operator==(const RunSummary&) const = default;
};

}  // namespace aiagent::domain
