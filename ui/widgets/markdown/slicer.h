// Cuts long blocks into pieces that are cheap to lay out one by one.
#pragma once

#include <optional>
#include <vector>

#include "ui/widgets/markdown/code_tokenizer.h"
#include "ui/widgets/markdown/piece.h"

namespace aiagent::widgets::markdown {

inline constexpr int kSliceChars = 4096;
inline constexpr int kSliceLines = 32;  // of code
inline constexpr int kSliceRows = 16;   // of a table

// Appends the pieces of `block` to `pieces`. The cuts depend on what stands before them alone, so that a
// block that grows keeps its earlier pieces (but for the `last` of the last one).
void appendSlices(Piece block, std::vector<Piece>& pieces);

// The same for code that arrives line by line.
class CodeSlicer {
 public:
  // `prototype` is an empty code piece with the block's language, containers and joint.
  explicit CodeSlicer(Piece prototype);

  // Adds a whole line, without its end.
  void addLine(QStringView line);
  // Moves the full pieces found since the last call to the end of `pieces`.
  void takeFull(std::vector<Piece>& pieces);
  // Appends the piece in the making; with `tail`, the beginning of a line that is not complete, as its last
  // line (several pieces when that line is long).
  void appendOpen(const std::optional<QString>& tail, std::vector<Piece>& pieces) const;

 private:
  void addPart(QStringView part);
  void finish(Joint joint);
  Piece next(Joint joint) const;

  const CodeLanguage* m_language;
  Piece m_prototype;
  Piece m_open;
  std::vector<Piece> m_full;
  int m_lines = 0;  // in m_open
  int m_state = 0;  // tokenizer state behind the last line
};

}  // namespace aiagent::widgets::markdown
