// Which of many objects have labels that a selector finds, and which selectors find given labels, without a
// look at each: a folder may hold thousands. Call from one thread; objects must outlive an index.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/cluster/lint/sources.h"

namespace aiagent::cluster::lint {

using ObjectTest = std::function<bool(const KubeObject&)>;

// `space` parts what must not be confused: a namespace, or "" where namespaces don't matter.
class LabelIndex {
 public:
  void add(const KubeObject& object, const Node& labels, const std::string& space = {});
  // The first one, in the order in which they were added, that matchLabels finds as selects() would and that
  // passes the test; null: none.
  const KubeObject* first(const Node& matchLabels, const std::string& space, const ObjectTest& test) const;
  bool hasAny(const Node& matchLabels, const std::string& space = {}) const;

 private:
  struct Entry {
    const KubeObject* object;
    Node labels;
  };
  std::unordered_map<std::string, std::vector<Entry>> m_entries;  // by space, key and value
};

class SelectorIndex {
 public:
  struct Entry {
    Node matchLabels;
    std::string space = {};
  };
  explicit SelectorIndex(const std::vector<Entry>& entries);
  // Whether one of them finds these labels as selects() would.
  bool hasAny(const Node& labels, const std::string& space = {}) const;

 private:
  // Each under the one of its labels that the fewest others ask for.
  std::unordered_map<std::string, std::vector<const Node*>> m_selectors;
  std::vector<Entry> m_entries;
};

}  // namespace aiagent::cluster::lint
