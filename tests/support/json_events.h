// What JsonStream tells, put together again as a Boost.JSON value, with checks of the events' own promises.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/authoring/generate/json_stream.h"
#include "core/base/utf8.h"

namespace aiagent::support {

class JsonEvents {
 public:
  explicit JsonEvents(authoring::JsonStreamOptions options = {}) : m_stream(options) {}

  void feed(std::string_view bytes) {
    m_stream.feed(bytes, [this](const auto& event) { take(event); });
  }
  // The value, or nothing when the text has a fault.
  std::optional<boost::json::value> finish() {
    m_stream.finish([this](const auto& event) { take(event); });
    if (m_stream.fault()) return std::nullopt;
    return m_root;
  }
  const authoring::JsonStream& stream() const { return m_stream; }
  // False: pieces did not make up their strings, a piece was empty or no whole characters.
  bool kept() const { return m_kept; }
  // False: a path was not where the value had to be put.
  bool placed() const { return m_placed; }

 private:
  using Kind = authoring::JsonEventKind;

  void take(const authoring::JsonEvent& event) {
    switch (event.kind) {
      case Kind::ObjectBegin: return put(boost::json::object());
      case Kind::ArrayBegin: return put(boost::json::array());
      case Kind::StringBegin: m_text.clear(); return;
      case Kind::StringGrew:
        m_text += event.text;
        m_kept = m_kept && !event.text.empty() && base::isValidUtf8(event.text);
        return;
      case Kind::StringEnd:
        m_kept = m_kept && m_text == event.text;
        return put(boost::json::string(event.text.data(), event.text.size()));
      case Kind::Number:
      case Kind::Literal: return putParsed(event.text);
      case Kind::Key:
      case Kind::ObjectEnd:
      case Kind::ArrayEnd: return;
    }
  }

  void putParsed(std::string_view text) {
    boost::json::error_code error;
    auto value = boost::json::parse({text.data(), text.size()}, error);
    put(error ? boost::json::value() : std::move(value));
  }

  // Follows the path from the root; every step but the last must be there already.
  void put(boost::json::value value) {
    auto* at = &m_root;
    const auto& path = m_stream.path();
    for (std::size_t i = 0; i < path.size(); ++i) {
      const bool last = i + 1 == path.size();
      at = path[i].inArray ? element(*at, path[i].index, last) : member(*at, path[i].key, last);
      if (!at) {
        m_placed = false;
        return;
      }
    }
    *at = std::move(value);
  }
  static boost::json::value* element(boost::json::value& parent, std::size_t index, bool last) {
    auto* array = parent.if_array();
    if (!array || index != array->size() - (last ? 0 : 1)) return nullptr;
    if (last) array->emplace_back(nullptr);
    return &array->back();
  }
  static boost::json::value* member(boost::json::value& parent, const std::string& key, bool last) {
    auto* object = parent.if_object();
    if (!object) return nullptr;
    return last ? &(*object)[key] : object->if_contains(key);
  }

  authoring::JsonStream m_stream;
  boost::json::value m_root;
  std::string m_text;
  bool m_kept = true;
  bool m_placed = true;
};

}  // namespace aiagent::support
