#include "core/domain/parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/utf8.h"

namespace aiagent::domain {
namespace {

// Set by the program from other fields, so a person's parameter of that name would contradict them.
constexpr std::array<std::string_view, 9> kReserved = {"model",    "input",        "instructions",
                                                       "stream",   "tools",        "prompt",
                                                       "messages", "conversation", "previous_response_id"};

base::Error invalid(std::string_view name, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::string(name)};
}

template <class Number>
bool readNumber(std::string_view text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  value += Number(0);  // "-0.0" is 0, or it would come back as another kind of number
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

bool fitsLimits(const ParameterSpec& spec, double value) {
  if (!std::isfinite(value)) return false;
  return (spec.least == 0 && spec.most == 0) || (value >= spec.least && value <= spec.most);
}

bool looksLikeJsonContainer(std::string_view text) {
  return text.size() >= 2 &&
         ((text.front() == '{' && text.back() == '}') || (text.front() == '[' && text.back() == ']'));
}

base::Result<ParameterValue> parseKnown(const ParameterSpec& spec, std::string_view text) {
  switch (spec.kind) {
    case ParameterKind::Boolean:
      if (text == "true" || text == "false") return ParameterValue(text == "true");
      return invalid(spec.name, "not true or false");
    case ParameterKind::Integer: {
      std::int64_t value = 0;
      if (!readNumber(text, value) || !fitsLimits(spec, double(value)))
        return invalid(spec.name, "not a fitting integer");
      return ParameterValue(value);
    }
    case ParameterKind::Number: {
      double value = 0;
      if (!readNumber(text, value) || !fitsLimits(spec, value))
        return invalid(spec.name, "not a fitting number");
      return ParameterValue(value);
    }
    case ParameterKind::Word:
      if (text.empty()) return invalid(spec.name, "empty");
      // a tool by its name: {"type":"function","name":"…"}
      if (spec.name == "tool_choice" && looksLikeJsonContainer(text))
        return ParameterValue(JsonText{std::string(text)});
      return ParameterValue(std::string(text));
    case ParameterKind::Json:
      if (!looksLikeJsonContainer(text)) return invalid(spec.name, "not a JSON object or array");
      return ParameterValue(JsonText{std::string(text)});
  }
  return invalid(spec.name, "unknown kind");
}

ParameterValue parseUnknown(std::string_view text) {
  if (text == "true" || text == "false") return text == "true";
  if (std::int64_t integer = 0; readNumber(text, integer)) return integer;
  if (double number = 0; readNumber(text, number) && std::isfinite(number)) return number;
  if (looksLikeJsonContainer(text)) return JsonText{std::string(text)};
  return std::string(text);
}

struct ToText {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc() ? std::string(buffer, end) : std::string("0");
  }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const JsonText& value) const { return value.text; }
};

}  // namespace

const ParameterValue* Parameters::find(std::string_view name) const {
  const auto at = std::lower_bound(m_all.begin(), m_all.end(), name,
                                   [](const Parameter& p, std::string_view key) { return p.name < key; });
  return at != m_all.end() && at->name == name ? &at->value : nullptr;
}

void Parameters::set(std::string name, ParameterValue value) {
  const auto at = std::lower_bound(m_all.begin(), m_all.end(), name,
                                   [](const Parameter& p, const std::string& key) { return p.name < key; });
  if (at != m_all.end() && at->name == name)
    at->value = std::move(value);
  else
    m_all.insert(at, Parameter{std::move(name), std::move(value)});
}

bool Parameters::remove(std::string_view name) {
  return std::erase_if(m_all, [&](const Parameter& p) { return p.name == name; }) > 0;
}

// Source: OpenAI's OpenAPI document 2.3.0, CreateResponse.
const std::vector<ParameterSpec>& knownParameters() {
  static const std::vector<ParameterSpec> kSpecs = {
      {"background", ParameterKind::Boolean},
      {"include", ParameterKind::Json},
      {"max_output_tokens", ParameterKind::Integer, 16, 100'000'000},
      {"max_tool_calls", ParameterKind::Integer, 1, 100'000},
      {"metadata", ParameterKind::Json},
      {"parallel_tool_calls", ParameterKind::Boolean},
      {"prompt_cache_key", ParameterKind::Word},
      {"reasoning.effort",
       ParameterKind::Word,
       0,
       0,
       {"none", "minimal", "low", "medium", "high", "xhigh", "max"}},
      {"reasoning.summary", ParameterKind::Word, 0, 0, {"auto", "concise", "detailed"}},
      {"safety_identifier", ParameterKind::Word},
      {"service_tier",
       ParameterKind::Word,
       0,
       0,
       {"auto", "default", "flex", "scale", "priority", "fast", "ultrafast"}},
      {"store", ParameterKind::Boolean},
      {"temperature", ParameterKind::Number, 0, 2},
      {"text.verbosity", ParameterKind::Word, 0, 0, {"low", "medium", "high"}},
      {"tool_choice", ParameterKind::Word, 0, 0, {"none", "auto", "required"}},
      {"top_logprobs", ParameterKind::Integer, 0, 20},
      {"top_p", ParameterKind::Number, 0, 1},
  };
  return kSpecs;
}

const ParameterSpec* findParameterSpec(std::string_view name) {
  for (const auto& spec : knownParameters())
    if (spec.name == name) return &spec;
  return nullptr;
}

base::Result<ParameterValue> parseParameterValue(std::string_view name, std::string_view text) {
  text = base::trimmed(text);
  if (name.empty() || std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end())
    return invalid(name, "a field of its own, not a parameter");
  if (!base::isValidUtf8(name) || !base::isValidUtf8(text)) return invalid(name, "not UTF-8");
  if (const auto* spec = findParameterSpec(name)) return parseKnown(*spec, text);
  return parseUnknown(text);
}

std::string toText(const ParameterValue& value) {
  return std::visit(ToText{}, value);
}

}  // namespace aiagent::domain
