#include "core/server/relay/relay_request.h"

#include <algorithm>
#include <boost/json.hpp>

#include "core/runs/model_catalog.h"

namespace aiagent::server {
namespace {

namespace json = boost::json;

constexpr std::int64_t kUsualOutput = 4096;
constexpr std::int64_t kMostOutput = 10'000'000;
constexpr std::int64_t kMostChoices = 128;

std::string textIn(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t numberIn(const json::object& object, std::string_view name, std::int64_t most) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_int64() ? std::clamp<std::int64_t>(value->get_int64(), 0, most) : 0;
}

std::int64_t mostOutputOf(const json::object& object) {
  std::int64_t most = 0;
  for (const auto* name : {"max_output_tokens", "max_completion_tokens", "max_tokens"})
    most = std::max(most, numberIn(object, name, kMostOutput));
  return most * std::max<std::int64_t>(1, numberIn(object, "n", kMostChoices));
}

bool isIn(const json::object& object, std::string_view name, bool otherwise) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_bool() ? value->get_bool() : otherwise;
}

// Whether an item of the input stands for one that the provider has, instead of saying what it holds.
// https://platform.openai.com/docs/api-reference/responses/create: a reference's type may be left out.
bool isReference(const json::object& item) {
  const auto type = textIn(item, "type");
  if (type.empty()) return textIn(item, "role").empty();
  if (type == "reasoning") return textIn(item, "encrypted_content").empty();
  if (type == "image_generation_call") return textIn(item, "result").empty();
  return type == "item_reference";
}

std::vector<NamedId> idsOf(const json::object& object) {
  std::vector<NamedId> ids;
  const auto add = [&](std::string_view param, std::string id) {
    if (!id.empty()) ids.push_back({param, std::move(id)});
  };
  add("previous_response_id", textIn(object, "previous_response_id"));
  add("conversation", textIn(object, "conversation"));
  const auto* conversation = object.if_contains("conversation");
  if (conversation != nullptr && conversation->is_object())
    add("conversation", textIn(conversation->get_object(), "id"));
  const auto* input = object.if_contains("input");
  if (input == nullptr || !input->is_array()) return ids;
  for (const auto& value : input->get_array())
    if (const auto* item = value.if_object(); item != nullptr && isReference(*item))
      add("input", textIn(*item, "id"));
  return ids;
}

std::size_t membersOf(const json::value& value) {
  std::size_t members = 0;
  if (const auto* object = value.if_object())
    for (const auto& [name, held] : *object) members += 1 + membersOf(held);
  else if (const auto* array = value.if_array())
    for (const auto& held : *array) members += membersOf(held);
  return members;
}

// Each member of an object has one, in JSON that was read without a fault.
std::size_t colonsOf(std::string_view text) {
  std::size_t colons = 0;
  bool inText = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') inText = !inText;
    if (inText && text[at] == '\\') ++at;
    if (!inText && text[at] == ':') ++colons;
  }
  return colons;
}

}  // namespace

RelayRequest readRelayRequest(std::string_view body) {
  boost::system::error_code error;
  const auto value = json::parse(body, error);
  const auto* object = error ? nullptr : value.if_object();
  if (object == nullptr) return {};
  return {.model = textIn(*object, "model"),
          .serviceTier = textIn(*object, "service_tier"),
          .mostOutput = mostOutputOf(*object),
          .background = isIn(*object, "background", false),
          .stored = isIn(*object, "store", true),
          .ids = idsOf(*object),
          .ambiguous = membersOf(value) != colonsOf(body)};
}

domain::Usage expectedUsage(const RelayRequest& request, std::string_view body) {
  return {.input = runs::estimateTokens(body),
          .output = request.mostOutput > 0 ? request.mostOutput : kUsualOutput,
          .estimated = true};
}

}  // namespace aiagent::server
