#include "core/authoring/content/content_field.h"

#include <algorithm>
#include <optional>

#include "core/authoring/content/content_items.h"

namespace aiagent::authoring {
namespace {

using domain::AgentContent;

// What stands behind `prefix`; nothing when the field is another.
std::optional<std::string_view> behind(std::string_view prefix, std::string_view field) {
  if (!field.starts_with(prefix)) return std::nullopt;
  return field.substr(prefix.size());
}

// Puts the item that `is` finds in `from` where it stands in `list`.
template <class Item, class Is>
void takeItem(std::vector<Item>& list, const std::vector<Item>& from, Is is) {
  const auto wanted = std::ranges::find_if(from, is);
  const auto at = std::ranges::find_if(list, is);
  if (wanted == from.end()) {
    if (at != list.end()) list.erase(at);
  } else if (at != list.end()) {
    *at = *wanted;
  } else {
    list.push_back(*wanted);
  }
}

template <class Item>
void takeNamed(std::vector<Item>& list, const std::vector<Item>& from, std::string_view name) {
  takeItem(list, from, [&](const Item& item) { return item.name == name; });
}

void takeTool(AgentContent& content, const AgentContent& from, std::string_view label) {
  auto items = toolItems(content.tools);
  const auto others = toolItems(from.tools);
  if (!items || !others) return;
  takeItem(*items, *others, [&](const ToolItem& item) { return item.label == label; });
  content.tools = toolsText(*items);
}

void takeParameter(AgentContent& content, const AgentContent& from, const std::string& name) {
  if (const auto* value = from.parameters.find(name))
    content.parameters.set(name, *value);
  else
    content.parameters.remove(name);
}

domain::TestCase* findCase(AgentContent& content, std::string_view label) {
  for (std::size_t i = 0; i < content.cases.size(); ++i)
    if (caseLabel(content.cases[i], i) == label) return &content.cases[i];
  return nullptr;
}

// A part of a case that both have: ".input", ".expect", ".variables.team". False: it is no part.
bool takeCasePart(AgentContent& content, AgentContent from, std::string_view field) {
  for (const std::string_view part : {".input", ".expect", ".variables."}) {
    const auto at = field.rfind(part);
    if (at == std::string_view::npos) continue;
    const bool variable = part.ends_with('.');
    if (!variable && at + part.size() != field.size()) continue;
    auto* mine = findCase(content, field.substr(0, at));
    const auto* other = findCase(from, field.substr(0, at));
    if (!mine || !other) continue;
    if (variable) {
      const std::string name(field.substr(at + part.size()));
      mine->variables.erase(name);
      if (const auto value = other->variables.find(name); value != other->variables.end())
        mine->variables.insert(*value);
    } else {
      auto domain::TestCase::*member =
          part == ".input" ? &domain::TestCase::input : &domain::TestCase::expect;
      mine->*member = other->*member;
    }
    return true;
  }
  return false;
}

void takeCase(AgentContent& content, AgentContent from, std::string_view label) {
  if (takeCasePart(content, from, label)) return;
  auto* mine = findCase(content, label);
  const auto* other = findCase(from, label);
  if (mine && other)
    *mine = *other;
  else if (mine)
    content.cases.erase(content.cases.begin() + (mine - content.cases.data()));
  else if (other)
    content.cases.push_back(*other);
}

}  // namespace

std::string* textField(AgentContent& content, std::string_view field) {
  if (field == "name") return &content.name;
  if (field == "description") return &content.description;
  if (field == "prompt") return &content.prompt;
  if (field == "model") return &content.model;
  if (field == "tools") return &content.tools;
  if (field == "outputSchema") return &content.outputSchema;
  return nullptr;
}

AgentContent withFieldOf(AgentContent content, const AgentContent& from, std::string_view field) {
  if (auto* text = textField(content, field)) {
    auto other = from;
    *text = *textField(other, field);
  } else if (const auto parameter = behind("parameters.", field)) {
    takeParameter(content, from, std::string(*parameter));
  } else if (const auto tool = behind("tools.", field)) {
    takeTool(content, from, *tool);
  } else if (const auto variable = behind("variables.", field)) {
    takeNamed(content.variables, from.variables, *variable);
  } else if (const auto file = behind("knowledge.", field)) {
    takeNamed(content.knowledge, from.knowledge, *file);
  } else if (const auto label = behind("cases.", field)) {
    takeCase(content, from, *label);
  } else if (field == "starters") {
    content.starters = from.starters;
  } else if (field == "tags") {
    content.tags = from.tags;
  } else if (field == "cases") {
    content.cases = from.cases;
  }
  return content;
}

}  // namespace aiagent::authoring
