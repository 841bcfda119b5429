// HeightIndex: sums of the heights of many messages, and which message is at a height. A Fenwick tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aiagent::widgets {

class HeightIndex {
 public:
  void assign(const std::vector<int>& heights);
  void append(int height);
  void set(std::size_t index, int height);

  std::size_t size() const { return m_heights.size(); }
  std::int64_t total() const { return before(m_heights.size()); }
  // Sum of the heights before `index`. O(log n).
  std::int64_t before(std::size_t index) const;
  // The last index whose beginning is at or above `offset`; 0 when empty. O(log n).
  std::size_t at(std::int64_t offset) const;

 private:
  std::vector<int> m_heights;
  std::vector<std::int64_t> m_tree;  // from 1
};

}  // namespace aiagent::widgets
