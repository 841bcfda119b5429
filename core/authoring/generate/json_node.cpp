#include "core/authoring/generate/json_node.h"

#include "core/wire/json_text.h"

namespace aiagent::authoring {

const JsonNode* JsonNode::find(std::string_view name) const {
  for (auto member = members.rbegin(); member != members.rend(); ++member)
    if (member->first == name) return &member->second;
  return nullptr;
}

std::string toJson(const JsonNode& node) {
  switch (node.kind) {
    case JsonNode::Kind::Object: {
      std::string out = "{";
      for (const auto& [name, value] : node.members) {
        if (out.size() > 1) out += ',';
        wire::appendQuoted(out, name);
        out += ':' + toJson(value);
      }
      return out + "}";
    }
    case JsonNode::Kind::Array: {
      wire::JsonArray out;
      for (const auto& item : node.items) out.raw(toJson(item));
      return out.take();
    }
    case JsonNode::Kind::Text: {
      std::string out;
      wire::appendQuoted(out, node.text);
      return out;
    }
    case JsonNode::Kind::Number:
    case JsonNode::Kind::Literal: break;
  }
  return node.text;
}

void JsonNodeBuilder::reset() {
  m_open.clear();
  m_root = {};
  m_key.clear();
}

JsonNode JsonNodeBuilder::takeValue() {
  auto value = std::move(m_root);
  reset();
  return value;
}

JsonNode& JsonNodeBuilder::place() {
  if (m_open.empty()) return m_root;
  auto& parent = *m_open.back();
  if (parent.kind == JsonNode::Kind::Array) return parent.items.emplace_back();
  return parent.members.emplace_back(m_key, JsonNode{}).second;
}

bool JsonNodeBuilder::take(const JsonEvent& event) {
  using Kind = JsonNode::Kind;
  switch (event.kind) {
    case JsonEventKind::Key: m_key = event.text; return false;
    case JsonEventKind::StringBegin:
    case JsonEventKind::StringGrew: return false;
    case JsonEventKind::ObjectBegin:
    case JsonEventKind::ArrayBegin: {
      auto& node = place();
      node.kind = event.kind == JsonEventKind::ObjectBegin ? Kind::Object : Kind::Array;
      node.text.clear();
      m_open.push_back(&node);
      return false;
    }
    case JsonEventKind::ObjectEnd:
    case JsonEventKind::ArrayEnd: m_open.pop_back(); return m_open.empty();
    case JsonEventKind::StringEnd: place() = {Kind::Text, std::string(event.text)}; break;
    case JsonEventKind::Number: place() = {Kind::Number, std::string(event.text)}; break;
    case JsonEventKind::Literal: place() = {Kind::Literal, std::string(event.text)}; break;
  }
  return m_open.empty();
}

}  // namespace aiagent::authoring
