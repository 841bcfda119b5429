// Node: a value of a YAML document with the line it stands on. Borrowed: the document outlives it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/wire/yaml_tree.h"

namespace aiagent::cluster::lint {

class Node {
 public:
  Node() = default;  // what is not there
  Node(const wire::Tree& tree, const wire::YamlLines& lines)
      : m_tree(&tree), m_line(lines.line), m_lines(&lines) {}

  bool exists() const { return m_tree != nullptr; }
  explicit operator bool() const { return exists(); }
  bool isList() const { return m_tree && m_tree->isList(); }
  bool isRecord() const { return m_tree && m_tree->isRecord(); }
  bool isText() const { return m_tree && m_tree->text(); }
  bool isTrue() const { return m_tree && m_tree->boolean() && *m_tree->boolean(); }
  bool isFalse() const { return m_tree && m_tree->boolean() && !*m_tree->boolean(); }
  // Of the nearest value above where this one is not there.
  int line() const { return m_line; }
  // "" where it is not there, null, a list or a record.
  std::string text() const;
  // All scalars below, one a line: what a shell would read of a command and its arguments.
  std::string allText() const;

  // A member by its name; several names by a path with ">" between: "spec>template>spec".
  Node at(std::string_view path) const;
  std::vector<Node> items() const;  // of a list; none for others
  std::vector<std::pair<std::string, Node>> members() const;

 private:
  Node member(std::string_view name) const;

  const wire::Tree* m_tree = nullptr;
  int m_line = 1;
  const wire::YamlLines* m_lines = nullptr;
};

}  // namespace aiagent::cluster::lint
