#include "ui/widgets/markdown/fence_reader.h"

#include <string>

#include "ui/widgets/markdown/block_parser.h"

namespace aiagent::widgets::markdown {

FenceReader::FenceReader(FenceLine fence, std::size_t at, Piece prototype)
    : m_fence(fence), m_at(at), m_slicer(std::move(prototype)) {}

std::optional<FenceReader> FenceReader::open(std::string_view text, std::size_t begin) {
  const auto line = completeLine(text, begin);
  const auto fence = line ? openingFence(line->text) : std::nullopt;
  if (!fence) return std::nullopt;
  // The info string has escapes and entities of its own: the parser reads it.
  auto blocks = parseBlocks(std::string(line->text) + "\n");
  if (blocks.size() != 1 || blocks[0].kind != PieceKind::Code) return std::nullopt;
  return FenceReader(*fence, line->next, std::move(blocks[0]));
}

// Content lines lose as much of their indentation as the fence has. Unlike md4c, which writes blanks for
// them, tabs stay tabs: a copied Makefile should still work.
QString FenceReader::contentOf(std::string_view line) const {
  int columns = 0;
  std::size_t bytes = 0;
  while (columns < m_fence.indent && bytes < line.size() && (line[bytes] == ' ' || line[bytes] == '\t'))
    columns += line[bytes++] == '\t' ? 4 - columns % 4 : 1;
  const QString kept(std::max(0, columns - m_fence.indent), QLatin1Char(' '));
  const auto rest = line.substr(bytes);
  QString content = kept + QString::fromUtf8(rest.data(), qsizetype(rest.size()));
  return content.replace(QChar(0), QChar(QChar::ReplacementCharacter));
}

void FenceReader::advance(std::string_view text, std::size_t end, std::vector<Piece>& pieces) {
  text = text.substr(0, end);
  while (!m_closed) {
    const auto line = completeLine(text, m_at);
    if (!line) break;
    m_at = line->next;
    m_closed = closesFence(line->text, m_fence);
    if (!m_closed) m_slicer.addLine(contentOf(line->text));
  }
  m_slicer.takeFull(pieces);
}

void FenceReader::appendOpen(std::string_view text, std::size_t end, std::vector<Piece>& pieces) const {
  auto tail = m_closed ? std::string_view() : text.substr(m_at, end - m_at);
  const bool line = !tail.empty();
  if (tail.ends_with('\r')) tail.remove_suffix(1);
  const bool content = line && !closesFence(tail, m_fence);
  m_slicer.appendOpen(content ? std::optional(contentOf(tail)) : std::nullopt, pieces);
}

}  // namespace aiagent::widgets::markdown
