#include "core/authoring/text/symbols.h"

namespace aiagent::authoring {

std::vector<Symbol> Symbols::of(const std::vector<std::string_view>& pieces) {
  std::vector<Symbol> symbols;
  symbols.reserve(pieces.size());
  for (const auto piece : pieces)
    symbols.push_back(m_known.try_emplace(piece, static_cast<Symbol>(m_known.size())).first->second);
  return symbols;
}

}  // namespace aiagent::authoring
