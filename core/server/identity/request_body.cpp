#include "core/server/identity/request_body.h"

#include <boost/json.hpp>

namespace aiagent::server {
namespace json = boost::json;

struct RequestBody::State {
  json::object object;
};

RequestBody::RequestBody(std::string_view text) : m_state(std::make_unique<State>()) {
  json::parse_options options;
  options.max_depth = 8;
  boost::system::error_code failed;
  auto value = json::parse(text, failed, {}, options);
  if (failed || !value.is_object())
    complain("Send a JSON object.");
  else
    m_state->object = std::move(value.get_object());
}

RequestBody::~RequestBody() = default;

void RequestBody::complain(const std::string& sentence) {
  if (!m_fault) m_fault = problem(400, "invalid", sentence);
}

Value RequestBody::optionalText(std::string_view name) {
  const auto* value = m_state->object.if_contains(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  const auto* text = value->if_string();
  if (text == nullptr || text->find('\0') != json::string::npos) {
    complain("\"" + std::string(name) + "\" has to be a text without NUL.");
    return std::nullopt;
  }
  return std::string(*text);
}

std::string RequestBody::text(std::string_view name) {
  auto value = optionalText(name);
  if (!value) complain("\"" + std::string(name) + "\" is missing.");
  return value.value_or("");
}

Value RequestBody::optionalBool(std::string_view name) {
  const auto* value = m_state->object.if_contains(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (!value->is_bool()) complain("\"" + std::string(name) + "\" has to be true or false.");
  return value->is_bool() && value->get_bool() ? "true" : "false";
}

Value RequestBody::numberOrNull(std::string_view name) {
  const auto* value = m_state->object.if_contains(name);
  if (value != nullptr && value->is_number()) return json::serialize(*value);
  if (value == nullptr || !value->is_null())
    complain("\"" + std::string(name) + "\" has to be a number or null.");
  return std::nullopt;
}

std::string RequestBody::texts(std::string_view name, std::initializer_list<std::string_view> fields) {
  const auto* value = m_state->object.if_contains(name);
  if (value == nullptr || value->is_null()) return "{}";
  const auto* object = value->if_object();
  json::object kept;
  for (const auto field : fields) {
    const auto* text = object != nullptr ? object->if_contains(field) : nullptr;
    if (text == nullptr || text->is_null()) continue;
    if (text->is_string() && text->get_string().find('\0') == json::string::npos)
      kept[field] = *text;
    else
      complain("\"" + std::string(field) + "\" has to be a text without NUL.");
  }
  if (object == nullptr) complain("\"" + std::string(name) + "\" has to be an object.");
  return json::serialize(kept);
}

}  // namespace aiagent::server
