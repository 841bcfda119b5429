#include "core/wire/response_reader.h"

#include <simdjson.h>

#include <array>
#include <utility>

#include "core/base/utf8.h"
#include "core/wire/padded_text.h"
#include "core/wire/provider_error.h"

namespace aiagent::wire {
namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;
using domain::PartKind;
using domain::RunStatus;

static_assert(PaddedText::kPadding >= simdjson::SIMDJSON_PADDING);

std::string_view textAt(const dom::element& value, std::string_view name) {
  std::string_view text;
  return value[name].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<std::int64_t> countAt(const dom::element& value, std::string_view name) {
  std::int64_t count = 0;
  if (value[name].get(count) == simdjson::SUCCESS && count >= 0) return count;
  double number = 0;  // some servers write 12.0
  if (value[name].get(number) == simdjson::SUCCESS && number >= 0 && number < 1e15)
    return std::int64_t(number);
  return std::nullopt;
}

domain::Part part(PartKind kind, std::string_view text, std::string_view name = {},
                  std::string_view callId = {}) {
  return {kind, std::string(text), std::string(name), std::string(callId)};
}

// ---- output items

struct ItemKind {
  std::string_view type;
  std::string_view arguments;  // the member that holds what the tool is called with
  std::string_view fixedName;  // for tools that have no name of their own
  bool moreFollows;            // the provider runs it and goes on
};

constexpr std::array kToolItems = {
    ItemKind{"function_call", "arguments", "", false},
    ItemKind{"custom_tool_call", "input", "", false},
    ItemKind{"mcp_call", "arguments", "", true},
    ItemKind{"code_interpreter_call", "code", "code_interpreter", true},
};

const ItemKind* toolItem(std::string_view type) {
  for (const auto& kind : kToolItems)
    if (kind.type == type) return &kind;
  return nullptr;
}

void addContent(std::vector<domain::Part>& parts, const dom::element& content) {
  const auto type = textAt(content, "type");
  if (type == "refusal")
    parts.push_back(part(PartKind::Refusal, textAt(content, "refusal")));
  else if (type == "output_text" || type == "text" || type == "input_text")
    parts.push_back(part(PartKind::Text, textAt(content, "text")));
  else  // keeps its place, so that content indexes stay true
    parts.push_back(part(PartKind::Other, {}, type));
}

void readMessage(OutputItem& item, const dom::element& value) {
  if (const auto role = domain::roleFromWord(textAt(value, "role"))) item.role = *role;
  dom::array contents;
  if (value["content"].get(contents) == simdjson::SUCCESS) {
    for (const auto content : contents) addContent(item.parts, content);
  } else if (const auto text = textAt(value, "content"); !text.empty()) {
    item.parts.push_back(part(PartKind::Text, text));
  }
  item.moreFollows = textAt(value, "phase") == "commentary";
}

void readReasoning(OutputItem& item, const dom::element& value) {
  for (const auto* member : {"summary", "content"}) {
    dom::array pieces;
    if (value[member].get(pieces) != simdjson::SUCCESS) continue;
    for (const auto piece : pieces)
      item.parts.push_back(part(PartKind::ReasoningSummary, textAt(piece, "text")));
  }
  item.moreFollows = true;
}

void readTool(OutputItem& item, const dom::element& value, const ItemKind& kind) {
  const auto name = kind.fixedName.empty() ? textAt(value, "name") : kind.fixedName;
  item.parts.push_back(
      part(PartKind::ToolCall, textAt(value, kind.arguments), name, textAt(value, "call_id")));
  if (const auto output = textAt(value, "output"); !output.empty())
    item.parts.push_back(part(PartKind::ToolResult, output, name));
  item.moreFollows = kind.moreFollows;
}

void readToolResult(OutputItem& item, const dom::element& value) {
  item.role = domain::Role::Tool;
  item.parts.push_back(part(PartKind::ToolResult, textAt(value, "output"), {}, textAt(value, "call_id")));
}

OutputItem readItem(const dom::element& value, std::string_view raw, std::int32_t output) {
  OutputItem item{
      .output = output, .type = std::string(textAt(value, "type")), .raw = std::string(base::trimmed(raw))};
  if (item.type == "message") {
    readMessage(item, value);
  } else if (item.type == "reasoning") {
    readReasoning(item, value);
  } else if (const auto* tool = toolItem(item.type)) {
    readTool(item, value, *tool);
  } else if (item.type == "function_call_output" || item.type == "custom_tool_call_output") {
    readToolResult(item, value);
  } else {
    item.parts.push_back(part(PartKind::Other, {}, item.type));
    item.moreFollows = true;
  }
  return item;
}

// ---- response objects

domain::Usage readUsage(const dom::element& value) {
  domain::Usage usage;
  usage.input = countAt(value, "input_tokens");
  usage.output = countAt(value, "output_tokens");
  usage.total = countAt(value, "total_tokens");
  dom::element details;
  if (value["input_tokens_details"].get(details) == simdjson::SUCCESS) {
    usage.cached = countAt(details, "cached_tokens");
    usage.cacheWrite = countAt(details, "cache_write_tokens");
  }
  if (value["output_tokens_details"].get(details) == simdjson::SUCCESS)
    usage.reasoning = countAt(details, "reasoning_tokens");
  return usage;
}

RunStatus statusOf(std::string_view word) {
  if (word == "in_progress") return RunStatus::Running;
  return domain::runStatusFromWord(word).value_or(RunStatus::Completed);
}

// ---- error objects

std::optional<base::Error> errorOf(const dom::element& value, int httpStatus);

std::optional<base::Error> errorOfText(std::string_view message, int httpStatus) {
  return toError({.status = httpStatus, .message = message, .type = {}, .code = {}, .param = {}});
}

// FastAPI: {"detail":"…"} or {"detail":[{"loc":["body","temperature"],"msg":"…"}]}.
std::optional<base::Error> errorOfDetail(const dom::element& detail, int httpStatus) {
  std::string_view text;
  if (detail.get(text) == simdjson::SUCCESS) return errorOfText(text, httpStatus);
  dom::element first;
  if (detail.at_pointer("/0").get(first) != simdjson::SUCCESS) return errorOf(detail, httpStatus);
  std::string_view field;
  dom::array path;
  if (first["loc"].get(path) == simdjson::SUCCESS)
    for (const auto step : path)
      if (step.get(text) == simdjson::SUCCESS) field = text;
  return toError(
      {.status = httpStatus, .message = textAt(first, "msg"), .type = {}, .code = {}, .param = field});
}

std::optional<base::Error> errorOf(const dom::element& value, int httpStatus) {
  dom::element inner;
  std::string_view text;
  if (value["error"].get(inner) == simdjson::SUCCESS && !inner.is_null()) {
    if (inner.get(text) == simdjson::SUCCESS) return errorOfText(text, httpStatus);
    if (inner.is_object()) return errorOf(inner, httpStatus);
  }
  if (value["detail"].get(inner) == simdjson::SUCCESS && !inner.is_null())
    return errorOfDetail(inner, httpStatus);
  const auto message = textAt(value, "message"), code = textAt(value, "code");
  if (message.empty() && code.empty()) return std::nullopt;
  return toError({.status = httpStatus,
                  .message = message,
                  .type = textAt(value, "type"),
                  .code = code,
                  .param = textAt(value, "param")});
}

}  // namespace

struct ResponseReader::Impl {
  PaddedText text;
  ondemand::parser outer;  // cuts a response into the bytes of its members
  dom::parser inner;       // reads one member whole

  struct Slices {
    std::string_view id, model, status, error, usage, incomplete;
    std::vector<std::string_view> items;
  };

  bool parse(std::string_view json, dom::element& value) {
    return !json.empty() && inner.parse(json.data(), json.size()).get(value) == simdjson::SUCCESS;
  }
  bool slice(std::string_view json, Slices& slices);
  void addItems(const Slices& slices, Ended& ended);
  void addReason(const Slices& slices, Ended& ended);
  // Parsers keep the memory of the largest document they have met; a huge one must not stay for a session.
  void giveBack() {
    if (outer.capacity() > PaddedText::kKept) outer = ondemand::parser();
    if (inner.capacity() > PaddedText::kKept) inner = dom::parser();
  }
};

namespace {

// The bytes of an object or array, "" for anything else.
std::string_view containerBytes(ondemand::value value) {
  ondemand::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS) return {};
  std::string_view bytes;
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (value.get_object().get(object) == simdjson::SUCCESS &&
        object.raw_json().get(bytes) == simdjson::SUCCESS)
      return bytes;
  }
  return {};
}

bool itemBytes(ondemand::value value, std::vector<std::string_view>& items) {
  ondemand::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS || type != ondemand::json_type::array) return true;
  ondemand::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) return false;
  for (auto each : array) {
    ondemand::value element;
    if (std::move(each).get(element) != simdjson::SUCCESS) return false;
    items.push_back(containerBytes(element));
  }
  return true;
}

void readText(ondemand::value value, std::string_view& text) {
  std::string_view found;
  if (value.get_string().get(found) == simdjson::SUCCESS) text = found;
}

}  // namespace

bool ResponseReader::Impl::slice(std::string_view json, Slices& slices) {
  ondemand::document document;
  ondemand::object object;
  const char* bytes = text.copy(json);  // before its capacity is asked for
  const simdjson::padded_string_view padded(bytes, json.size(), text.capacity());
  if (outer.iterate(padded).get(document) != simdjson::SUCCESS) return false;
  if (document.get_object().get(object) != simdjson::SUCCESS) return false;
  for (auto each : object) {
    ondemand::field field;
    if (std::move(each).get(field) != simdjson::SUCCESS) return false;
    const auto key = field.key();
    if (key.unsafe_is_equal("id"))
      readText(field.value(), slices.id);
    else if (key.unsafe_is_equal("model"))
      readText(field.value(), slices.model);
    else if (key.unsafe_is_equal("status"))
      readText(field.value(), slices.status);
    else if (key.unsafe_is_equal("error"))
      slices.error = containerBytes(field.value());
    else if (key.unsafe_is_equal("usage"))
      slices.usage = containerBytes(field.value());
    else if (key.unsafe_is_equal("incomplete_details"))
      slices.incomplete = containerBytes(field.value());
    else if (key.unsafe_is_equal("output") && !itemBytes(field.value(), slices.items))
      return false;
  }
  return true;
}

void ResponseReader::Impl::addItems(const Slices& slices, Ended& ended) {
  dom::element value;
  for (std::size_t i = 0; i < slices.items.size(); ++i) {
    if (!parse(slices.items[i], value)) return ended.items.clear();
    ended.items.push_back(readItem(value, slices.items[i], std::int32_t(i)));
  }
}

void ResponseReader::Impl::addReason(const Slices& slices, Ended& ended) {
  dom::element value;
  if (ended.status == RunStatus::Incomplete) {
    const bool told = parse(slices.incomplete, value);
    ended.error = incompleteError(told ? textAt(value, "reason") : std::string_view());
  } else if (ended.status == RunStatus::Failed) {
    if (parse(slices.error, value)) ended.error = errorOf(value, 0);
    if (!ended.error) ended.error = base::Error{.code = base::ErrorCode::ServerError};
  }
}

ResponseReader::ResponseReader() : m_impl(std::make_unique<Impl>()) {}
ResponseReader::~ResponseReader() = default;

std::optional<Ended> ResponseReader::response(std::string_view json, std::optional<RunStatus> told) {
  Impl::Slices slices;
  if (!m_impl->slice(json, slices)) return std::nullopt;
  Ended ended{.status = told.value_or(statusOf(slices.status)),
              .responseId = std::string(slices.id),
              .model = std::string(slices.model)};
  dom::element value;
  if (!slices.usage.empty() && m_impl->parse(slices.usage, value)) ended.usage = readUsage(value);
  m_impl->addItems(slices, ended);
  m_impl->addReason(slices, ended);
  m_impl->giveBack();
  return ended;
}

std::optional<OutputItem> ResponseReader::item(std::string_view json, std::int32_t output) {
  dom::element value;
  if (!m_impl->parse(json, value) || !value.is_object()) return std::nullopt;
  auto item = readItem(value, json, output);
  m_impl->giveBack();
  return item;
}

std::optional<base::Error> ResponseReader::error(std::string_view json, int httpStatus) {
  dom::element value;
  if (!m_impl->parse(json, value)) return std::nullopt;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return errorOfText(text, httpStatus);
  return value.is_object() ? errorOf(value, httpStatus) : std::nullopt;
}

}  // namespace aiagent::wire
