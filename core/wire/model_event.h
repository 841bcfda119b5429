// ModelEvent: what a model's stream says, whichever API it came through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/error.h"
#include "core/domain/run.h"

namespace aiagent::wire {

// Where a piece of an answer belongs: by output and content index, never by order of arrival. Reasoning
// summaries count their parts from 0, raw reasoning text counts from kReasoningTextFrom.
inline constexpr std::int32_t kReasoningTextFrom = 1 << 16;
struct PieceKey {
  std::int32_t output = 0;
  std::int32_t content = 0;
  auto operator<=>(const PieceKey&) const = default;
};

struct Started {  // response.created / first chunk
  std::string responseId = {};
  std::string model = {};
};
struct InProgress {};  // queued, in_progress, keepalive: a sign of life
struct PieceDelta {    // text, refusal, reasoning summary or tool arguments grow
  PieceKey key;
  domain::PartKind kind = domain::PartKind::Text;
  std::string delta = {};
};
struct PieceDone {  // the authoritative text of a piece
  PieceKey key;
  domain::PartKind kind = domain::PartKind::Text;
  std::string text = {};
};
struct ItemAdded {  // an output item begins; name and call id for tool calls
  std::int32_t output = 0;
  std::string type = {};  // "message", "reasoning", "function_call" …
  std::string name = {};
  std::string callId = {};
};
struct OutputItem {  // a whole output item, authoritative
  std::int32_t output = 0;
  std::string type;
  domain::Role role = domain::Role::Assistant;
  std::vector<domain::Part> parts = {};
  std::string raw = {};  // the item's JSON as it came; "" from Chat Completions, which has no items
  // More output must follow this item: reasoning, a commentary message, a tool that the provider runs. When
  // false the answer may end here.
  bool moreFollows = false;
};
struct Ending {  // the outcome is told, its usage may still come; the terminal snapshot is due
  domain::RunStatus status = domain::RunStatus::Completed;
  std::optional<base::Error> error = {};
};
struct Ended {  // completed, incomplete or failed: the terminal snapshot
  domain::RunStatus status = domain::RunStatus::Completed;
  std::string responseId = {};
  std::string model = {};
  std::vector<OutputItem> items = {};  // empty: the snapshot carries none, keep what was streamed
  domain::Usage usage = {};
  std::optional<base::Error> error = {};  // for incomplete and failed
};
struct StreamError {  // a mid-stream `error` event, flat or nested
  base::Error error;
};
struct StreamDone {};  // "data: [DONE]"
struct Unknown {};     // an event of a type we do not know, or one not worth acting on
struct Malformed {};   // data that is not JSON of the expected shape

using ModelEvent = std::variant<Started, InProgress, PieceDelta, PieceDone, ItemAdded, OutputItem, Ending,
                                Ended, StreamError, StreamDone, Unknown, Malformed>;

// `sequence` is the event's sequence_number, -1 when it has none.
struct SequencedEvent {
  std::int64_t sequence = -1;
  ModelEvent event;
};

}  // namespace aiagent::wire
