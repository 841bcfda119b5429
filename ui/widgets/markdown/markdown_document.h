// MarkdownDocument: the pieces of a Markdown text that grows.
//
// refresh() costs O(appended), plus the open block at the end, which is parsed again. Whatever way the text
// was cut on arrival, the pieces are those of the whole text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/widgets/markdown/chunk_splitter.h"
#include "ui/widgets/markdown/fence_reader.h"
#include "ui/widgets/markdown/piece.h"
#include "ui/widgets/markdown/reference_links.h"

namespace aiagent::widgets::markdown {

enum class TextEnd {
  Growing,  // a last line of nothing but marks ("-", "**", "|--") is held back: it could mean anything yet
  Final,
};

// Call from one thread.
class MarkdownDocument {
 public:
  // `text` is the whole text (UTF-8): that of the last call with something appended. Returns the index of the
  // first piece that is not what it was; pieces().size() when nothing changed.
  std::size_t refresh(std::string_view text, TextEnd end = TextEnd::Final);

  const std::vector<Piece>& pieces() const { return m_pieces; }
  // Pieces before this one change no more (but for reference links defined later).
  std::size_t frozenPieces() const { return m_frozen; }

 private:
  struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t firstPiece = 0;
    std::size_t pieces = 0;
    std::vector<QString> labels;  // of possible reference links
  };

  void freezeChunk(std::string_view text, std::size_t begin, std::size_t end);
  void appendRest(std::string_view text, TextEnd end);
  void parseInto(std::string_view chunk, const std::vector<QString>& labels,
                 std::vector<Piece>& pieces) const;
  std::size_t updateDefinitions(std::string_view text, std::size_t begin,
                                const std::vector<std::size_t>& cuts);
  void reparse(std::string_view text, std::size_t index);

  ChunkSplitter m_splitter;
  std::vector<Piece> m_pieces;
  std::size_t m_frozen = 0;
  std::vector<Chunk> m_linkChunks;     // the frozen chunks that may hold reference links
  Definitions m_stableDefinitions;     // of frozen chunks
  Definitions m_definitions;           // with those of the open rest
  std::optional<FenceReader> m_fence;  // of the open rest
};

}  // namespace aiagent::widgets::markdown
