// Symbols: pieces of text as small numbers, the same piece the same number.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aiagent::authoring {

using Symbol = std::uint32_t;

// Numbers are given in the order of first sight, so that nothing depends on a hash. The pieces must outlive
// it.
class Symbols {
 public:
  std::vector<Symbol> of(const std::vector<std::string_view>& pieces);

 private:
  std::unordered_map<std::string_view, Symbol> m_known;
};

}  // namespace aiagent::authoring
