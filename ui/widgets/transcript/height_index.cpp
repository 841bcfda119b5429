#include "ui/widgets/transcript/height_index.h"

#include <algorithm>
#include <bit>

namespace aiagent::widgets {
namespace {

std::size_t lowestBit(std::size_t i) {
  return i & (~i + 1);
}

}  // namespace

void HeightIndex::assign(const std::vector<int>& heights) {
  m_heights = heights;
  m_tree.assign(heights.size() + 1, 0);
  for (std::size_t i = 1; i < m_tree.size(); ++i) {
    m_tree[i] += heights[i - 1];
    const std::size_t parent = i + lowestBit(i);
    if (parent < m_tree.size()) m_tree[parent] += m_tree[i];
  }
}

void HeightIndex::append(int height) {
  if (m_tree.empty()) m_tree.push_back(0);
  m_heights.push_back(height);
  const std::size_t i = m_heights.size();
  const std::size_t below = i - lowestBit(i);
  std::int64_t sum = height;
  for (std::size_t child = i - 1; child > below; child -= lowestBit(child)) sum += m_tree[child];
  m_tree.push_back(sum);
}

void HeightIndex::set(std::size_t index, int height) {
  const int change = height - m_heights[index];
  if (change == 0) return;
  m_heights[index] = height;
  for (std::size_t i = index + 1; i < m_tree.size(); i += lowestBit(i)) m_tree[i] += change;
}

std::int64_t HeightIndex::before(std::size_t index) const {
  std::int64_t sum = 0;
  for (std::size_t i = index; i > 0; i -= lowestBit(i)) sum += m_tree[i];
  return sum;
}

std::size_t HeightIndex::at(std::int64_t offset) const {
  std::size_t found = 0;
  for (std::size_t step = std::bit_floor(m_heights.size()); step > 0; step >>= 1) {
    if (found + step > m_heights.size() || m_tree[found + step] > offset) continue;
    found += step;
    offset -= m_tree[found];
  }
  return m_heights.empty() ? 0 : std::min(found, m_heights.size() - 1);
}

}  // namespace aiagent::widgets
