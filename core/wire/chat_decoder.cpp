#include "core/wire/chat_decoder.h"

#include <simdjson.h>

#include <map>
#include <optional>
#include <utility>

#include "core/wire/padded_text.h"
#include "core/wire/provider_error.h"
#include "core/wire/response_reader.h"

namespace aiagent::wire {
namespace {

namespace dom = simdjson::dom;
using domain::PartKind;
using domain::RunStatus;

constexpr std::int32_t kReasoningOutput = 0, kMessageOutput = 1, kFirstToolOutput = 2;
constexpr std::int32_t kMostToolCalls = 4096;

std::string_view textAt(const dom::element& value, std::string_view name) {
  std::string_view text;
  return value[name].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<std::int64_t> countAt(const dom::element& value, std::string_view name) {
  std::int64_t count = 0;
  if (value[name].get(count) == simdjson::SUCCESS && count >= 0) return count;
  return std::nullopt;
}

// Mistral and others send content as a list of parts.
std::string contentOf(const dom::element& delta) {
  if (const auto text = textAt(delta, "content"); !text.empty()) return std::string(text);
  std::string joined;
  dom::array parts;
  if (delta["content"].get(parts) == simdjson::SUCCESS)
    for (const auto part : parts)
      if (textAt(part, "type") == "text") joined += textAt(part, "text");
  return joined;
}

// DeepSeek, llama.cpp, vLLM and LM Studio say reasoning_content; Ollama and OpenRouter say reasoning.
std::string_view reasoningOf(const dom::element& delta) {
  const auto content = textAt(delta, "reasoning_content");
  return content.empty() ? textAt(delta, "reasoning") : content;
}

domain::Usage usageOf(const dom::element& value) {
  domain::Usage usage;
  usage.input = countAt(value, "prompt_tokens");
  usage.output = countAt(value, "completion_tokens");
  usage.total = countAt(value, "total_tokens");
  dom::element details;
  if (value["prompt_tokens_details"].get(details) == simdjson::SUCCESS) {
    usage.cached = countAt(details, "cached_tokens");
    usage.cacheWrite = countAt(details, "cache_write_tokens");
  }
  if (!usage.cached) usage.cached = countAt(value, "prompt_cache_hit_tokens");  // DeepSeek
  if (value["completion_tokens_details"].get(details) == simdjson::SUCCESS)
    usage.reasoning = countAt(details, "reasoning_tokens");
  return usage;
}

Ending endingOf(std::string_view reason) {
  if (reason == "length" || reason == "content_filter")
    return {RunStatus::Incomplete, incompleteError(reason)};
  if (reason == "error" || reason == "insufficient_system_resource")
    return {RunStatus::Failed,
            base::Error{.code = base::ErrorCode::ServerError, .providerCode = std::string(reason)}};
  return {RunStatus::Completed, std::nullopt};
}

}  // namespace

struct ChatDecoder::Impl {
  dom::parser parser;
  ResponseReader reader;
  std::string id, model;
  domain::Usage usage;
  std::optional<Ending> ending;
  bool started = false, ended = false;
  std::map<std::string, std::int32_t, std::less<>> callIndexes;  // of calls that come without an index
  std::int32_t lastCall = -1;
  std::vector<bool> announced;  // tool calls whose ItemAdded was given

  using Events = std::vector<SequencedEvent>;
  static void add(Events& events, ModelEvent event) { events.push_back({-1, std::move(event)}); }

  Events chunk(const dom::element& value);
  void start(const dom::element& value, Events& events);
  void choice(const dom::element& value, Events& events);
  void delta(const dom::element& value, Events& events);
  void toolCall(const dom::element& value, Events& events);
  std::int32_t toolIndex(const dom::element& value);
  Events end();
};

ChatDecoder::Impl::Events ChatDecoder::Impl::chunk(const dom::element& value) {
  Events events;
  start(value, events);
  dom::element found;
  if (value["usage"].get(found) == simdjson::SUCCESS && found.is_object()) usage = usageOf(found);
  dom::array choices;
  if (value["choices"].get(choices) == simdjson::SUCCESS)
    for (const auto each : choices) choice(each, events);
  if (events.empty()) add(events, InProgress{});
  return events;
}

void ChatDecoder::Impl::start(const dom::element& value, Events& events) {
  if (const auto told = textAt(value, "model"); model.empty()) model = told;
  if (const auto told = textAt(value, "id"); id.empty()) id = told;
  if (std::exchange(started, true)) return;
  add(events, Started{id, model});
}

void ChatDecoder::Impl::choice(const dom::element& value, Events& events) {
  if (countAt(value, "index").value_or(0) != 0) return;
  dom::element found;
  const auto holds = [&](const char* name) {
    return value[name].get(found) == simdjson::SUCCESS && found.is_object();
  };
  // A message: a server that sends the whole answer as one chunk.
  if (holds("delta") || holds("message")) delta(found, events);
  const auto reason = textAt(value, "finish_reason");
  if (reason.empty() || ending) return;
  ending = endingOf(reason);
  add(events, *ending);
}

void ChatDecoder::Impl::delta(const dom::element& value, Events& events) {
  if (const auto text = reasoningOf(value); !text.empty())
    add(events, PieceDelta{{kReasoningOutput, 0}, PartKind::ReasoningSummary, std::string(text)});
  if (auto text = contentOf(value); !text.empty())
    add(events, PieceDelta{{kMessageOutput, 0}, PartKind::Text, std::move(text)});
  if (const auto text = textAt(value, "refusal"); !text.empty())
    add(events, PieceDelta{{kMessageOutput, 1}, PartKind::Refusal, std::string(text)});
  dom::array calls;
  if (value["tool_calls"].get(calls) == simdjson::SUCCESS)
    for (const auto call : calls) toolCall(call, events);
}

// By its index; without one (Gemini's compatible endpoint) by its id; without either it goes on with the
// last.
std::int32_t ChatDecoder::Impl::toolIndex(const dom::element& value) {
  if (const auto index = countAt(value, "index"))
    return std::int32_t(std::min<std::int64_t>(*index, kMostToolCalls));
  const auto callId = textAt(value, "id");
  if (callId.empty()) return std::max(lastCall, 0);
  if (const auto known = callIndexes.find(callId); known != callIndexes.end()) return known->second;
  const auto index = std::min(lastCall + 1, kMostToolCalls);
  if (index < kMostToolCalls) callIndexes.emplace(std::string(callId), index);
  return index;
}

void ChatDecoder::Impl::toolCall(const dom::element& value, Events& events) {
  const auto index = toolIndex(value);
  if (index >= kMostToolCalls) return;
  lastCall = std::max(lastCall, index);
  dom::element function;
  const bool hasFunction = value["function"].get(function) == simdjson::SUCCESS && function.is_object();
  const auto name = hasFunction ? textAt(function, "name") : std::string_view();
  if (announced.size() <= std::size_t(index)) announced.resize(std::size_t(index) + 1);
  if (!announced[std::size_t(index)] && (!name.empty() || !textAt(value, "id").empty())) {
    announced[std::size_t(index)] = true;
    add(events, ItemAdded{.output = kFirstToolOutput + index,
                          .type = "function_call",
                          .name = std::string(name),
                          .callId = std::string(textAt(value, "id"))});
  }
  const auto arguments = hasFunction ? textAt(function, "arguments") : std::string_view();
  if (!arguments.empty())
    add(events, PieceDelta{{kFirstToolOutput + index, 0}, PartKind::ToolCall, std::string(arguments)});
}

ChatDecoder::Impl::Events ChatDecoder::Impl::end() {
  if (std::exchange(ended, true)) return {};
  Ended event{.status = ending ? ending->status : RunStatus::Completed,
              .responseId = id,
              .model = model,
              .items = {},
              .usage = usage,
              .error = ending ? ending->error : std::nullopt};
  Events events;
  add(events, std::move(event));
  return events;
}

ChatDecoder::ChatDecoder() : m_impl(std::make_unique<Impl>()) {}
ChatDecoder::~ChatDecoder() = default;

std::vector<SequencedEvent> ChatDecoder::decode(std::string_view data) {
  // [DONE] is the protocol's own end, also from servers that never give a finish_reason; before any chunk it
  // ends nothing.
  if (data == "[DONE]") {
    if (m_impl->started && !m_impl->ended) return m_impl->end();
    return {{-1, StreamDone{}}};
  }
  if (m_impl->parser.capacity() > PaddedText::kKept && data.size() <= PaddedText::kKept)
    m_impl->parser = dom::parser();
  dom::element value, choices;
  if (data.empty() || m_impl->parser.parse(data.data(), data.size()).get(value) != simdjson::SUCCESS ||
      !value.is_object())
    return {{-1, Malformed{}}};
  if (value["choices"].get(choices) != simdjson::SUCCESS)
    if (auto error = m_impl->reader.error(data, 0)) return {{-1, StreamError{std::move(*error)}}};
  dom::element error;
  if (value["error"].get(error) == simdjson::SUCCESS && !error.is_null())
    if (auto found = m_impl->reader.error(data, 0)) return {{-1, StreamError{std::move(*found)}}};
  return m_impl->chunk(value);
}

std::vector<SequencedEvent> ChatDecoder::finish() {
  return m_impl->ending ? m_impl->end() : std::vector<SequencedEvent>();
}

base::Result<std::vector<SequencedEvent>> chatAnswerFromJson(std::string_view body) {
  ChatDecoder decoder;
  auto events = decoder.decode(body);
  const auto answers = [](const SequencedEvent& event) {
    return std::holds_alternative<PieceDelta>(event.event) ||
           std::holds_alternative<ItemAdded>(event.event) || std::holds_alternative<Ending>(event.event);
  };
  if (std::none_of(events.begin(), events.end(), answers))
    return base::Error{.code = base::ErrorCode::BadResponse,
                       .detail = "completion: no answer in it",
                       .subject = "application/json"};
  for (auto& last : decoder.decode("[DONE]")) events.push_back(std::move(last));
  return events;
}

}  // namespace aiagent::wire
