#include "core/server/relay/usage_reader.h"

#include <algorithm>
#include <boost/json.hpp>

namespace aiagent::server {
namespace {

namespace json = boost::json;
constexpr std::size_t kMost = 16 << 20;

const json::object* objectIn(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr ? value->if_object() : nullptr;
}

std::optional<std::int64_t> numberIn(const json::object* object, std::string_view name) {
  const auto* value = object != nullptr ? object->if_contains(name) : nullptr;
  if (value == nullptr || !value->is_int64() || value->get_int64() < 0) return {};
  return value->get_int64();
}

std::string textIn(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

template <class T>
std::optional<T> either(std::optional<T> first, std::optional<T> second) {
  return first ? first : second;
}

// The answer in an event of a stream, or the answer itself.
const json::object& answerIn(const json::object& object) {
  const auto* response = objectIn(object, "response");
  return response != nullptr ? *response : object;
}

std::vector<std::string> idsOf(const json::object& answer) {
  std::vector<std::string> ids;
  const auto add = [&](const json::object* object) {
    if (auto id = object != nullptr ? textIn(*object, "id") : ""; !id.empty()) ids.push_back(std::move(id));
  };
  add(&answer);
  add(objectIn(answer, "conversation"));
  const auto* output = answer.if_contains("output");
  if (output == nullptr || !output->is_array()) return ids;
  for (const auto& item : output->get_array()) add(item.if_object());
  return ids;
}

// Of Responses (input_tokens …) or of Chat Completions (prompt_tokens …).
domain::Usage usageOf(const json::object& usage) {
  const auto* inputDetails = objectIn(usage, "input_tokens_details");
  if (inputDetails == nullptr) inputDetails = objectIn(usage, "prompt_tokens_details");
  const auto* outputDetails = objectIn(usage, "output_tokens_details");
  if (outputDetails == nullptr) outputDetails = objectIn(usage, "completion_tokens_details");
  domain::Usage found;
  found.input = either(numberIn(&usage, "input_tokens"), numberIn(&usage, "prompt_tokens"));
  found.output = either(numberIn(&usage, "output_tokens"), numberIn(&usage, "completion_tokens"));
  found.total = numberIn(&usage, "total_tokens");
  found.cached = numberIn(inputDetails, "cached_tokens");
  found.reasoning = numberIn(outputDetails, "reasoning_tokens");
  return found;
}

}  // namespace

void UsageReader::add(std::string_view bytes) {
  if (!m_isStream) {
    m_tooLong = m_tooLong || m_text.size() + bytes.size() > kMost;
    if (!m_tooLong) m_text += bytes;
    return;
  }
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    m_tooLong = m_tooLong || m_text.size() + end > kMost;
    if (!m_tooLong) m_text += bytes.substr(0, end);
    if (end < bytes.size()) line();
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

void UsageReader::line() {
  std::string_view text = m_text;
  if (text.starts_with("data:") && !m_tooLong) {
    text.remove_prefix(5);
    ++m_events;
    if (m_responseId.empty()) findResponseId(text);
    const auto at = text.rfind("\"usage\"");
    if (at != std::string_view::npos && text.find('{', at) != std::string_view::npos) m_last = text;
  }
  m_text.clear();
  m_tooLong = false;
}

// The first event; words that the model writes are quoted otherwise.
void UsageReader::findResponseId(std::string_view event) {
  if (event.find("\"response.created\"") == std::string_view::npos) return;
  boost::system::error_code error;
  const auto value = json::parse(event, error);
  const auto* object = error ? nullptr : value.if_object();
  if (object == nullptr || textIn(*object, "type") != "response.created") return;
  m_responseId = textIn(answerIn(*object), "id");
}

std::optional<UsageFound> UsageReader::finish() {
  if (!m_responseId.empty()) m_ids = {m_responseId};
  if (m_isStream && !m_text.empty()) line();
  const auto& text = m_isStream ? m_last : m_text;
  if (text.empty() || m_tooLong) return {};
  boost::system::error_code error;
  const auto value = json::parse(text, error);
  const auto* object = error ? nullptr : value.if_object();
  if (object == nullptr) return {};
  object = &answerIn(*object);
  m_ids = idsOf(*object);
  const auto* usage = objectIn(*object, "usage");
  if (usage == nullptr) return {};
  return UsageFound{usageOf(*usage), textIn(*object, "model"), textIn(*object, "service_tier")};
}

}  // namespace aiagent::server
