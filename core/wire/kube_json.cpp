#include "core/wire/kube_json.h"

#include <algorithm>
#include <charconv>

#include "core/base/utf8.h"

namespace aiagent::wire::kube {

bool Reading::isNull(Value value) {
  ondemand::json_type type;
  return value.type().get(type) == simdjson::SUCCESS && type == ondemand::json_type::null;
}

std::string_view Reading::text(Value value) {
  std::string_view found;
  if (value.get_string().get(found) != simdjson::SUCCESS) return {};
  texts += found.size();
  return found;
}

void Reading::flag(Value value, bool& into) {
  bool found = false;
  if (value.get_bool().get(found) == simdjson::SUCCESS) into = found;
}

void Reading::share(Value value, std::optional<IntOrPercent>& into) {
  std::int64_t count = 0;
  if (value.get_int64().get(count) == simdjson::SUCCESS) {
    if (count >= 0 && count <= std::numeric_limits<std::int32_t>::max())
      into = IntOrPercent{std::int32_t(count), false};
    return;
  }
  const auto word = text(value);
  std::int32_t percent = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), percent);
  if (fault == std::errc() && percent >= 0 &&
      std::string_view(end, std::size_t(word.data() + word.size() - end)) == "%")
    into = IntOrPercent{percent, true};
}

void Reading::loose(Value value, Name& into) {
  ondemand::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS) return;
  if (type == ondemand::json_type::string) return name(value, into);
  if (type == ondemand::json_type::number) into = intern(base::trimmed(value.raw_json_token()));
}

void Reading::pairs(Value value, Pairs& into) {
  pairs(value, into, [](std::string_view) { return true; });
}

// Sorted, so that equal maps are equal texts in whatever order they came.
Pairs Reading::packed() {
  if (!std::is_sorted(m_pairs.begin(), m_pairs.end())) std::sort(m_pairs.begin(), m_pairs.end());
  m_packed.clear();
  for (const auto& [key, value] : m_pairs) Pairs::pack(m_packed, key, value);
  return Pairs(m_names.name(m_packed));
}

Truth Reading::truth(std::string_view word) {
  if (word == "True") return Truth::True;
  if (word == "False") return Truth::False;
  return word == "Unknown" ? Truth::Unknown : Truth::Absent;
}

void Reading::conditions(Value value, Conditions& into) {
  elements(value, [&](Value element) {
    Condition condition;
    members(element, [&](std::string_view key, Value member) {
      if (key == "type") name(member, condition.type);
      if (key == "status") condition.status = truth(text(member));
      if (key == "reason") name(member, condition.reason);
      if (key == "message") name(member, condition.message);
      if (key == "lastTransitionTime") time(member, condition.changed);
      if (key == "lastUpdateTime" || key == "lastHeartbeatTime") time(member, condition.updated);
    });
    if (!condition.type.empty()) into.push_back(std::move(condition));
  });
}

void Reading::selector(Value value, Pairs& into, bool* hasExpressions) {
  members(value, [&](std::string_view key, Value member) {
    if (key == "matchLabels") pairs(member, into);
    if (key == "matchExpressions" && hasExpressions) elements(member, [&](Value) { *hasExpressions = true; });
  });
}

}  // namespace aiagent::wire::kube
