#include "core/cluster/lint/node.h"

namespace aiagent::cluster::lint {
namespace {

void gather(const wire::Tree& tree, std::string& text) {
  if (tree.isScalar()) text += tree.asText() + "\n";
  for (const auto& item : tree.items()) gather(item, text);
  for (const auto& member : tree.members()) gather(member.second, text);
}

}  // namespace

std::string Node::text() const {
  return m_tree && m_tree->isScalar() ? m_tree->asText() : std::string();
}

std::string Node::allText() const {
  std::string text;
  if (m_tree) gather(*m_tree, text);
  return text;
}

Node Node::member(std::string_view name) const {
  Node none;
  none.m_line = m_line;
  if (!m_tree) return none;
  const auto& members = m_tree->members();
  for (std::size_t i = 0; i < members.size(); ++i)
    if (members[i].first == name) return {members[i].second, m_lines->children[i]};
  return none;
}

Node Node::at(std::string_view path) const {
  const auto end = path.find('>');
  const auto found = member(path.substr(0, end));
  return end == std::string_view::npos ? found : found.at(path.substr(end + 1));
}

std::vector<Node> Node::items() const {
  std::vector<Node> found;
  if (!m_tree) return found;
  const auto& items = m_tree->items();
  for (std::size_t i = 0; i < items.size(); ++i) found.emplace_back(items[i], m_lines->children[i]);
  return found;
}

std::vector<std::pair<std::string, Node>> Node::members() const {
  std::vector<std::pair<std::string, Node>> found;
  if (!m_tree) return found;
  const auto& members = m_tree->members();
  for (std::size_t i = 0; i < members.size(); ++i)
    found.emplace_back(members[i].first, Node(members[i].second, m_lines->children[i]));
  return found;
}

}  // namespace aiagent::cluster::lint
