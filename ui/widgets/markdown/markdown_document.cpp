#include "ui/widgets/markdown/markdown_document.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "ui/widgets/markdown/block_parser.h"
#include "ui/widgets/markdown/slicer.h"

namespace aiagent::widgets::markdown {
namespace {

// Where the last line begins if it is incomplete and made of marks alone, else the end of the text.
std::size_t withoutOpenMarks(std::string_view text, std::size_t from) {
  const auto lineEnd = text.find_last_of("\r\n");
  const std::size_t begin = std::max(from, lineEnd == std::string_view::npos ? 0 : lineEnd + 1);
  const bool marks = text.find_first_not_of("-=#*_`~|:>+ \t0123456789.)", begin) == std::string_view::npos;
  return marks ? begin : text.size();
}

}  // namespace

std::size_t MarkdownDocument::refresh(std::string_view text, TextEnd end) {
  const std::vector<Piece> old(std::make_move_iterator(m_pieces.begin() + std::ptrdiff_t(m_frozen)),
                               std::make_move_iterator(m_pieces.end()));
  m_pieces.resize(m_frozen);
  std::size_t begin = m_splitter.stable();
  m_splitter.advance(text);
  const auto cuts = m_splitter.takeCuts();

  const std::size_t relinked = updateDefinitions(text, begin, cuts);
  const std::size_t base = m_frozen;
  for (const std::size_t cut : cuts) {
    freezeChunk(text, begin, cut);
    begin = cut;
  }
  appendRest(text, end);

  std::size_t same = base;
  while (same < m_pieces.size() && same - base < old.size() && m_pieces[same] == old[same - base]) ++same;
  const bool unchanged = same == m_pieces.size() && same - base == old.size();
  return std::min(relinked, unchanged ? m_pieces.size() : same);
}

// Takes up the definitions of the new chunks and of the rest, and parses again the frozen chunks that use one
// that is new or different. Returns the first piece that changed thereby.
std::size_t MarkdownDocument::updateDefinitions(std::string_view text, std::size_t begin,
                                                const std::vector<std::size_t>& cuts) {
  for (const std::size_t cut : cuts) {
    m_stableDefinitions.merge(definitionsIn(text.substr(begin, cut - begin)));
    begin = cut;
  }
  Definitions definitions = m_stableDefinitions;
  if (!m_splitter.restIsFence()) definitions.merge(definitionsIn(text.substr(begin)));
  if (definitions == m_definitions) return SIZE_MAX;

  std::vector<QString> changed;
  const auto differs = [](const Definitions& a, const Definitions::value_type& entry) {
    const auto found = a.find(entry.first);
    return found == a.end() || !(found->second == entry.second);
  };
  for (const auto& entry : definitions)
    if (differs(m_definitions, entry)) changed.push_back(entry.first);
  for (const auto& entry : m_definitions)
    if (!definitions.contains(entry.first)) changed.push_back(entry.first);
  m_definitions = std::move(definitions);

  std::size_t first = SIZE_MAX;
  for (std::size_t i = 0; i < m_linkChunks.size(); ++i) {
    const auto& labels = m_linkChunks[i].labels;
    const bool uses = std::any_of(changed.begin(), changed.end(), [&](const QString& label) {
      return std::binary_search(labels.begin(), labels.end(), label);
    });
    if (!uses) continue;
    first = std::min(first, m_linkChunks[i].firstPiece);
    reparse(text, i);
  }
  return first;
}

void MarkdownDocument::reparse(std::string_view text, std::size_t index) {
  Chunk& chunk = m_linkChunks[index];
  std::vector<Piece> fresh;
  parseInto(text.substr(chunk.begin, chunk.end - chunk.begin), chunk.labels, fresh);
  const auto from = m_pieces.begin() + std::ptrdiff_t(chunk.firstPiece);
  const auto at = m_pieces.erase(from, from + std::ptrdiff_t(chunk.pieces));
  m_pieces.insert(at, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  const auto shift = fresh.size() - chunk.pieces;  // may wrap around, and is added back the same way
  chunk.pieces = fresh.size();
  for (std::size_t i = index + 1; i < m_linkChunks.size(); ++i) m_linkChunks[i].firstPiece += shift;
  m_frozen += shift;
}

void MarkdownDocument::parseInto(std::string_view chunk, const std::vector<QString>& labels,
                                 std::vector<Piece>& pieces) const {
  const std::string definitions = definitionText(m_definitions, labels);
  auto blocks = definitions.empty() ? parseBlocks(chunk) : parseBlocks(definitions + std::string(chunk));
  for (Piece& block : blocks) appendSlices(std::move(block), pieces);
}

void MarkdownDocument::freezeChunk(std::string_view text, std::size_t begin, std::size_t end) {
  if (!m_fence) m_fence = FenceReader::open(text.substr(0, end), begin);
  if (m_fence) {
    m_fence->advance(text, end, m_pieces);
    m_fence->appendOpen(text, end, m_pieces);
    m_fence.reset();
  } else {
    Chunk chunk{begin, end, m_pieces.size(), 0, usedLabels(text.substr(begin, end - begin))};
    parseInto(text.substr(begin, end - begin), chunk.labels, m_pieces);
    chunk.pieces = m_pieces.size() - chunk.firstPiece;
    if (!chunk.labels.empty()) m_linkChunks.push_back(std::move(chunk));
  }
  m_frozen = m_pieces.size();
}

void MarkdownDocument::appendRest(std::string_view text, TextEnd end) {
  const std::size_t begin = m_splitter.stable();
  if (m_splitter.restIsFence()) {
    if (!m_fence) m_fence = FenceReader::open(text, begin);
    if (m_fence) {
      m_fence->advance(text, text.size(), m_pieces);
      m_frozen = m_pieces.size();
      m_fence->appendOpen(text, text.size(), m_pieces);
      return;
    }
  }
  if (end == TextEnd::Growing) text = text.substr(0, withoutOpenMarks(text, begin));
  const auto rest = text.substr(begin);
  parseInto(rest, usedLabels(rest), m_pieces);
}

}  // namespace aiagent::widgets::markdown
