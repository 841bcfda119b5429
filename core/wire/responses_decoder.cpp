#include "core/wire/responses_decoder.h"

#include <simdjson.h>

#include <array>
#include <limits>
#include <utility>

#include "core/base/utf8.h"
#include "core/wire/loose_string.h"
#include "core/wire/padded_text.h"
#include "core/wire/provider_error.h"
#include "core/wire/response_reader.h"

namespace aiagent::wire {
namespace {

namespace ondemand = simdjson::ondemand;
using domain::PartKind;
using domain::RunStatus;

// What an event's type asks for. Every type that is not in the table is Unknown and has no effect.
enum class Act {
  Delta,
  Done,
  Life,
  Started,
  ItemAdded,
  ItemDone,
  Completed,
  Incomplete,
  Failed,
  Cancelled,
  Error
};

// The string members of events that hold something to act on.
enum Text { kType, kDelta, kText, kRefusal, kArguments, kInput, kCode, kMessage, kParam, kTextCount };
// The members that hold objects.
enum Value { kItem, kResponse, kError, kValueCount };

// How pieces are counted within their output item.
enum class Index { Content, Summary, ReasoningText, Single };

struct EventType {
  std::string_view name;
  Act act;
  PartKind kind = PartKind::Text;
  Index index = Index::Content;
  Text whole = kText;  // Done: the member with the piece's authoritative text
};

// In order of how often they come.
constexpr std::array kEventTypes = {
    EventType{"response.output_text.delta", Act::Delta},
    EventType{"response.reasoning_summary_text.delta", Act::Delta, PartKind::ReasoningSummary,
              Index::Summary},
    EventType{"response.function_call_arguments.delta", Act::Delta, PartKind::ToolCall, Index::Single},
    EventType{"response.reasoning_text.delta", Act::Delta, PartKind::ReasoningSummary, Index::ReasoningText},
    EventType{"keepalive", Act::Life},
    EventType{"response.output_item.added", Act::ItemAdded},
    EventType{"response.output_item.done", Act::ItemDone},
    EventType{"response.output_text.done", Act::Done},
    EventType{"response.reasoning_summary_text.done", Act::Done, PartKind::ReasoningSummary, Index::Summary},
    EventType{"response.function_call_arguments.done", Act::Done, PartKind::ToolCall, Index::Single,
              kArguments},
    EventType{"response.reasoning_text.done", Act::Done, PartKind::ReasoningSummary, Index::ReasoningText},
    EventType{"response.refusal.delta", Act::Delta, PartKind::Refusal},
    EventType{"response.refusal.done", Act::Done, PartKind::Refusal, Index::Content, kRefusal},
    EventType{"response.custom_tool_call_input.delta", Act::Delta, PartKind::ToolCall, Index::Single},
    EventType{"response.custom_tool_call_input.done", Act::Done, PartKind::ToolCall, Index::Single, kInput},
    EventType{"response.mcp_call_arguments.delta", Act::Delta, PartKind::ToolCall, Index::Single},
    EventType{"response.mcp_call_arguments.done", Act::Done, PartKind::ToolCall, Index::Single, kArguments},
    EventType{"response.code_interpreter_call_code.delta", Act::Delta, PartKind::ToolCall, Index::Single},
    EventType{"response.code_interpreter_call_code.done", Act::Done, PartKind::ToolCall, Index::Single,
              kCode},
    EventType{"response.created", Act::Started},
    EventType{"response.queued", Act::Life},
    EventType{"response.in_progress", Act::Life},
    EventType{"response.completed", Act::Completed},
    EventType{"response.incomplete", Act::Incomplete},
    EventType{"response.failed", Act::Failed},
    EventType{"response.cancelled", Act::Cancelled},
    EventType{"error", Act::Error},
};

const EventType* findType(ondemand::raw_json_string name) {
  for (const auto& type : kEventTypes)
    if (name.unsafe_is_equal(type.name)) return &type;
  return nullptr;
}

std::int32_t clampedIndex(std::int64_t value) {
  return value >= 0 && value <= std::numeric_limits<std::int32_t>::max() / 2 ? std::int32_t(value) : 0;
}

}  // namespace

struct ResponsesDecoder::Impl {
  PaddedText text;
  PaddedText unescaped;  // only its memory is used
  ondemand::parser parser;
  ResponseReader reader;

  // One event's members, as they were met. Strings stay escaped until they are wanted.
  struct Fields {
    std::array<ondemand::raw_json_string, kTextCount> texts{};
    std::array<std::string_view, kValueCount> values{};
    std::int64_t sequence = -1, output = 0, content = 0, summary = 0;
  };

  bool read(std::string_view data, Fields& fields);
  void readField(ondemand::field& field, Fields& fields);
  std::string take(const Fields& fields, Text which);
  PieceKey keyOf(const Fields& fields, const EventType& type) const;
  ModelEvent toEvent(const Fields& fields);
  ModelEvent withType(const Fields& fields, const EventType& type);
  ModelEvent started(const Fields& fields);
  ModelEvent itemAdded(const Fields& fields);
  ModelEvent itemDone(const Fields& fields);
  ModelEvent ended(const Fields& fields, RunStatus status);
  ModelEvent error(const Fields& fields);
};

namespace {

void readString(ondemand::field& field, ondemand::raw_json_string& into) {
  ondemand::raw_json_string found;
  if (field.value().get_raw_json_string().get(found) == simdjson::SUCCESS) into = found;
}

void readInteger(ondemand::field& field, std::int64_t& into) {
  std::int64_t found = 0;
  if (field.value().get_int64().get(found) == simdjson::SUCCESS) into = found;
}

// The bytes of an object, or of a string with its quotes (an error may be one).
void readBytes(ondemand::field& field, std::string_view& into) {
  ondemand::json_type type;
  if (field.value().type().get(type) != simdjson::SUCCESS) return;
  std::string_view found;
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (field.value().get_object().get(object) == simdjson::SUCCESS &&
        object.raw_json().get(found) == simdjson::SUCCESS)
      into = found;
  } else if (type == ondemand::json_type::string) {
    into = base::trimmed(field.value().raw_json_token());
  }
}

}  // namespace

// Names are compared as they are written: no server escapes the letters of a member's name.
void ResponsesDecoder::Impl::readField(ondemand::field& field, Fields& fields) {
  const auto key = field.key();
  const auto is = [&](std::string_view name) { return key.unsafe_is_equal(name); };
  switch (*key.raw()) {
    case 't':
      if (is("type")) readString(field, fields.texts[kType]);
      if (is("text")) readString(field, fields.texts[kText]);
      return;
    case 'd':
      if (is("delta")) readString(field, fields.texts[kDelta]);
      return;
    case 'r':
      if (is("refusal")) readString(field, fields.texts[kRefusal]);
      if (is("response")) readBytes(field, fields.values[kResponse]);
      return;
    case 'a':
      if (is("arguments")) readString(field, fields.texts[kArguments]);
      return;
    case 'i':
      if (is("input")) readString(field, fields.texts[kInput]);
      if (is("item")) readBytes(field, fields.values[kItem]);
      return;
    case 'c':
      if (is("content_index")) readInteger(field, fields.content);
      if (is("code")) readString(field, fields.texts[kCode]);
      return;
    case 'm':
      if (is("message")) readString(field, fields.texts[kMessage]);
      return;
    case 'p':
      if (is("param")) readString(field, fields.texts[kParam]);
      return;
    case 's':
      if (is("sequence_number")) readInteger(field, fields.sequence);
      if (is("summary_index")) readInteger(field, fields.summary);
      return;
    case 'o':
      if (is("output_index")) readInteger(field, fields.output);
      return;
    case 'e':
      if (is("error")) readBytes(field, fields.values[kError]);
      return;
    default: return;
  }
}

bool ResponsesDecoder::Impl::read(std::string_view data, Fields& fields) {
  if (parser.capacity() > PaddedText::kKept && data.size() <= PaddedText::kKept) parser = ondemand::parser();
  ondemand::document document;
  ondemand::object object;
  const char* bytes = text.copy(data);  // before its capacity is asked for
  const simdjson::padded_string_view padded(bytes, data.size(), text.capacity());
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return false;
  if (document.get_object().get(object) != simdjson::SUCCESS) return false;
  for (auto each : object) {
    ondemand::field field;
    if (std::move(each).get(field) != simdjson::SUCCESS) return false;
    readField(field, fields);
  }
  // Anything behind the object is not JSON: two events run together, or garbage.
  return document.current_location().error() != simdjson::SUCCESS;
}

std::string ResponsesDecoder::Impl::take(const Fields& fields, Text which) {
  const auto raw = fields.texts[which];
  if (raw.raw() == nullptr) return {};
  const std::size_t left = text.capacity() - std::size_t(raw.raw() - text.bytes());
  auto* buffer = reinterpret_cast<std::uint8_t*>(unescaped.reserve(left));
  std::string_view found;
  if (parser.unescape(raw, buffer).get(found) == simdjson::SUCCESS) return std::string(found);
  return looselyUnescaped(raw.raw());
}

PieceKey ResponsesDecoder::Impl::keyOf(const Fields& fields, const EventType& type) const {
  const auto output = clampedIndex(fields.output);
  switch (type.index) {
    case Index::Content: return {output, clampedIndex(fields.content)};
    case Index::Summary: return {output, clampedIndex(fields.summary)};
    case Index::ReasoningText: return {output, kReasoningTextFrom + clampedIndex(fields.content)};
    case Index::Single: return {output, 0};
  }
  return {output, 0};
}

ModelEvent ResponsesDecoder::Impl::toEvent(const Fields& fields) {
  const auto type = fields.texts[kType];
  if (type.raw() == nullptr) return fields.values[kError].empty() ? ModelEvent(Unknown{}) : error(fields);
  const auto* known = findType(type);
  return known ? withType(fields, *known) : Unknown{};
}

ModelEvent ResponsesDecoder::Impl::withType(const Fields& fields, const EventType& type) {
  switch (type.act) {
    case Act::Delta: return PieceDelta{keyOf(fields, type), type.kind, take(fields, kDelta)};
    case Act::Done:
      if (fields.texts[type.whole].raw() == nullptr) return Unknown{};
      return PieceDone{keyOf(fields, type), type.kind, take(fields, type.whole)};
    case Act::Life: return InProgress{};
    case Act::Started: return started(fields);
    case Act::ItemAdded: return itemAdded(fields);
    case Act::ItemDone: return itemDone(fields);
    case Act::Completed: return ended(fields, RunStatus::Completed);
    case Act::Incomplete: return ended(fields, RunStatus::Incomplete);
    case Act::Failed: return ended(fields, RunStatus::Failed);
    case Act::Cancelled: return ended(fields, RunStatus::Cancelled);
    case Act::Error: return error(fields);
  }
  return Unknown{};
}

ModelEvent ResponsesDecoder::Impl::started(const Fields& fields) {
  auto response = reader.response(fields.values[kResponse]);
  if (!response) return Started{};
  return Started{std::move(response->responseId), std::move(response->model)};
}

ModelEvent ResponsesDecoder::Impl::itemAdded(const Fields& fields) {
  auto item = reader.item(fields.values[kItem], clampedIndex(fields.output));
  if (!item) return Malformed{};
  ItemAdded added{.output = item->output, .type = std::move(item->type), .name = {}, .callId = {}};
  if (!item->parts.empty() && item->parts.front().kind == PartKind::ToolCall) {
    added.name = std::move(item->parts.front().name);
    added.callId = std::move(item->parts.front().callId);
  }
  return added;
}

ModelEvent ResponsesDecoder::Impl::itemDone(const Fields& fields) {
  auto item = reader.item(fields.values[kItem], clampedIndex(fields.output));
  return item ? ModelEvent(std::move(*item)) : ModelEvent(Malformed{});
}

ModelEvent ResponsesDecoder::Impl::ended(const Fields& fields, RunStatus status) {
  auto response = reader.response(fields.values[kResponse], status);
  if (response) return std::move(*response);
  // The event's name alone tells how the answer ended.
  Ended ended{.status = status};
  if (status == RunStatus::Failed) ended.error = base::Error{.code = base::ErrorCode::ServerError};
  if (status == RunStatus::Incomplete) ended.error = incompleteError({});
  return ended;
}

ModelEvent ResponsesDecoder::Impl::error(const Fields& fields) {
  if (!fields.values[kError].empty())
    if (auto nested = reader.error(fields.values[kError], 0)) return StreamError{std::move(*nested)};
  const auto message = take(fields, kMessage), code = take(fields, kCode), param = take(fields, kParam);
  return StreamError{toError({.status = 0, .message = message, .type = {}, .code = code, .param = param})};
}

ResponsesDecoder::ResponsesDecoder() : m_impl(std::make_unique<Impl>()) {}
ResponsesDecoder::~ResponsesDecoder() = default;

SequencedEvent ResponsesDecoder::decode(std::string_view data) {
  if (data == "[DONE]") return {-1, StreamDone{}};
  Impl::Fields fields;
  if (!m_impl->read(data, fields)) return {-1, Malformed{}};
  SequencedEvent decoded{fields.sequence, m_impl->toEvent(fields)};
  // Half of a surrogate pair, escaped, is JSON but no text.
  if (auto* done = std::get_if<PieceDone>(&decoded.event); done && !base::isValidUtf8(done->text))
    done->text = base::toValidUtf8(done->text);
  return decoded;
}

}  // namespace aiagent::wire
