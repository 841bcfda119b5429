#include "core/wire/json_tree.h"

#include <algorithm>
#include <utility>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

constexpr std::size_t kDeepest = 8;

// The first level of a dotted name and the rest.
std::pair<std::string_view, std::string_view> firstLevel(std::string_view name) {
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return {name, {}};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

bool isDottedName(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.back() == '.' || name.find("..") != std::string_view::npos)
    return false;
  return std::size_t(std::count(name.begin(), name.end(), '.')) < kDeepest;
}

}  // namespace

std::optional<JsonTree> JsonTree::parse(std::string_view json) {
  JsonTree tree;
  tree.m_root.json = json;
  tree.m_root.opened = false;
  if (!open(tree.m_root)) return std::nullopt;
  return tree;
}

bool JsonTree::open(Node& node) {
  if (node.opened) return true;
  const auto members = jsonMembers(node.json);
  if (!members) return false;
  for (const auto& member : *members) {
    if (auto* same = find(node, member.name))
      same->json = member.value;
    else
      node.members.push_back({member.name, std::string(member.value)});
  }
  node.json.clear();
  node.opened = true;
  return true;
}

JsonTree::Node* JsonTree::find(Node& parent, std::string_view name) {
  for (auto& member : parent.members)
    if (member.name == name) return &member;
  return nullptr;
}

bool JsonTree::set(std::string_view dottedName, std::string json) {
  if (!isDottedName(dottedName)) return false;
  Node* node = &m_root;
  for (auto rest = dottedName; !rest.empty();) {
    const auto [name, below] = firstLevel(rest);
    if (!open(*node)) return false;
    Node* member = find(*node, name);
    if (!member) member = &node->members.emplace_back(Node{std::string(name), "{}"});
    node = member;
    rest = below;
  }
  node->members.clear();
  node->json = std::move(json);
  node->opened = false;
  return true;
}

bool JsonTree::remove(std::string_view dottedName) {
  return isDottedName(dottedName) && removeFrom(m_root, dottedName);
}

bool JsonTree::removeFrom(Node& parent, std::string_view dottedName) {
  const auto [name, below] = firstLevel(dottedName);
  if (!open(parent)) return false;
  Node* member = find(parent, name);
  if (!member) return false;
  if (!below.empty()) {
    if (!removeFrom(*member, below)) return false;
    if (!member->members.empty()) return true;
  }
  parent.members.erase(parent.members.begin() + (member - parent.members.data()));
  return true;
}

bool JsonTree::contains(std::string_view dottedName) const {
  return isDottedName(dottedName) && holds(m_root, dottedName);
}

bool JsonTree::holds(const Node& parent, std::string_view dottedName) {
  if (!parent.opened) {
    const auto tree = parse(parent.json);
    return tree && holds(tree->m_root, dottedName);
  }
  const auto [name, below] = firstLevel(dottedName);
  for (const auto& member : parent.members)
    if (member.name == name) return below.empty() || holds(member, below);
  return false;
}

std::optional<std::string> JsonTree::get(std::string_view name) const {
  for (const auto& member : m_root.members) {
    if (member.name != name) continue;
    std::string json;
    write(member, json);
    return json;
  }
  return std::nullopt;
}

std::string JsonTree::toJson() const {
  std::string out;
  write(m_root, out);
  return out;
}

void JsonTree::write(const Node& node, std::string& out) {
  if (!node.opened) {
    out += node.json;
    return;
  }
  out += '{';
  for (const auto& member : node.members) {
    if (out.back() != '{') out += ',';
    appendQuoted(out, member.name);
    out += ':';
    write(member, out);
  }
  out += '}';
}

}  // namespace aiagent::wire
