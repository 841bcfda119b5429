// Reading objects of Kubernetes straight from simdjson's on-demand iterators: each member is met once, in
// whatever order it comes; what nobody asks for is skipped. For the row readers' .cpp files only.
#pragma once

#include <simdjson.h>

#include <limits>
#include <string>

#include "core/wire/kube_head.h"

namespace aiagent::wire::kube {

namespace ondemand = simdjson::ondemand;
using Value = ondemand::value;

class Reading {
 public:
  explicit Reading(base::Interner& names) : m_names(names) {}

  // Calls visit(key, value) for each member. Null is as good as absent; any other type sets `wrongType`.
  template <class Visit>
  void members(Value value, Visit&& visit);
  // The same for each element of an array.
  template <class Visit>
  void elements(Value value, Visit&& visit);

  // Values of another type than wanted leave what was there.
  std::string_view text(Value value);  // valid as long as the document
  void text(Value value, std::string& into) { into = text(value); }
  void name(Value value, Name& into) { into = m_names.name(text(value)); }
  void time(Value value, base::WallTime& into) { into = kubeTime(text(value)); }
  void flag(Value value, bool& into);
  template <class Number>
  void number(Value value, Number& into);
  template <class Number>
  void number(Value value, std::optional<Number>& into);
  void share(Value value, std::optional<IntOrPercent>& into);
  // A number or a text, as it is written.
  void loose(Value value, Name& into);
  void pairs(Value value, Pairs& into);
  // What is true of a map of texts that `keep` wants.
  template <class Keep>
  void pairs(Value value, Pairs& into, Keep&& keep);
  void conditions(Value value, Conditions& into);
  void selector(Value value, Pairs& into, bool* hasExpressions = nullptr);
  Truth truth(std::string_view word);

  Name intern(std::string_view text) { return m_names.name(text); }

  bool broken = false;     // the JSON itself is; nothing read after it counts
  bool wrongType = false;  // an object or array was something else
  std::size_t texts = 0;   // bytes of all that were read, kept or not

 private:
  static bool isNull(Value value);
  Pairs packed();

  base::Interner& m_names;
  std::string m_packed;
  std::vector<std::pair<std::string_view, std::string_view>> m_pairs;  // of the map being read
};

template <class Visit>
void Reading::members(Value value, Visit&& visit) {
  ondemand::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) {
    if (!isNull(value)) wrongType = true;
    return;
  }
  for (auto each : object) {
    ondemand::field field;
    if (std::move(each).get(field) != simdjson::SUCCESS) {
      broken = true;
      return;
    }
    // Keys are compared as they are written: no server escapes the letters of a member's name.
    const char* key = field.key().raw();
    std::size_t length = 0;
    while (key[length] != '"') ++length;
    visit(std::string_view(key, length), field.value());
  }
}

template <class Visit>
void Reading::elements(Value value, Visit&& visit) {
  ondemand::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) {
    if (!isNull(value)) wrongType = true;
    return;
  }
  for (auto each : array) {
    Value element;
    if (std::move(each).get(element) != simdjson::SUCCESS) {
      broken = true;
      return;
    }
    visit(element);
  }
}

template <class Number>
void Reading::number(Value value, Number& into) {
  std::int64_t found = 0;
  if (value.get_int64().get(found) != simdjson::SUCCESS) return;
  if (found >= std::numeric_limits<Number>::min() && found <= std::numeric_limits<Number>::max())
    into = Number(found);
}

template <class Number>
void Reading::number(Value value, std::optional<Number>& into) {
  std::int64_t found = 0;
  if (value.get_int64().get(found) != simdjson::SUCCESS) return;
  if (found >= std::numeric_limits<Number>::min() && found <= std::numeric_limits<Number>::max())
    into = Number(found);
}

template <class Keep>
void Reading::pairs(Value value, Pairs& into, Keep&& keep) {
  ondemand::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) return;
  m_pairs.clear();
  for (auto each : object) {
    ondemand::field field;
    std::string_view key;
    if (std::move(each).get(field) != simdjson::SUCCESS ||
        field.unescaped_key().get(key) != simdjson::SUCCESS) {
      broken = true;
      return;
    }
    if (!keep(key)) continue;
    texts += key.size();
    m_pairs.emplace_back(key, text(field.value()));
  }
  into = packed();
}

}  // namespace aiagent::wire::kube
