// FenceReader: reads a fenced code block at the top level while it grows, each line once.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/widgets/markdown/line_rules.h"
#include "ui/widgets/markdown/piece.h"
#include "ui/widgets/markdown/slicer.h"

namespace aiagent::widgets::markdown {

class FenceReader {
 public:
  // `text` is the whole text; the block begins at `begin` with a complete opening line. nullopt when there is
  // no fence there.
  static std::optional<FenceReader> open(std::string_view text, std::size_t begin);

  // Reads the complete lines up to `end` that were not read before; full pieces go to the end of `pieces`.
  void advance(std::string_view text, std::size_t end, std::vector<Piece>& pieces);
  // Appends the piece in the making, with what there is of the last line up to `end`.
  void appendOpen(std::string_view text, std::size_t end, std::vector<Piece>& pieces) const;

 private:
  FenceReader(FenceLine fence, std::size_t at, Piece prototype);
  QString contentOf(std::string_view line) const;

  FenceLine m_fence;
  std::size_t m_at;
  bool m_closed = false;
  CodeSlicer m_slicer;
};

}  // namespace aiagent::widgets::markdown
