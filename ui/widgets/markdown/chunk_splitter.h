// ChunkSplitter: finds, while a Markdown text still grows, which part of it can no longer change its meaning.
//
// The text is cut into chunks at its top level. The promise: parsing the chunks one by one gives the same
// blocks as parsing the whole (reference links aside, see reference_links.h), and whatever is appended later,
// chunks that were cut stay as they are. Only the rest behind the last cut has to be parsed again.
//
// Where a line could mean two things, no cut is made: too few cuts cost time, a wrong one would cost the
// truth. In ordinary answers there is a cut behind each paragraph, list, quote, table and code block.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/widgets/markdown/line_rules.h"

namespace aiagent::widgets::markdown {

// Call from one thread.
class ChunkSplitter {
 public:
  // `text` is the whole text, which only ever grows; its new complete lines are read. O(new bytes).
  void advance(std::string_view text);

  // End of the last chunk; the open rest begins here.
  std::size_t stable() const { return m_stable; }
  // Ends of the chunks found since the last call, ascending.
  std::vector<std::size_t> takeCuts();
  // Set while the open rest is one fenced code block that is not closed yet.
  bool restIsFence() const { return m_state == State::Fence; }

 private:
  enum class State {
    None,       // between blocks
    Paragraph,  // also a table
    Fence,
    Indented,
    List,
    Quote,
    Unsure,  // a paragraph or a list: ends with a blank line and a line at the margin
    Never,  // could be inside or outside of a code block (or md4c reads it in a way of its own): no more cuts
  };

  void readLine(std::string_view line, std::size_t begin, std::size_t end);
  void readBlank(std::size_t end);
  void readInFence(std::string_view line, std::size_t end);
  void begin(std::string_view line, std::size_t begin, std::size_t end);
  void continueParagraph(std::string_view line, std::size_t begin, std::size_t end);
  void continueList(std::string_view line, std::size_t begin, std::size_t end);
  void continueQuote(std::string_view line, std::size_t begin, std::size_t end);
  bool endsBlock(std::string_view line, std::size_t begin, std::size_t end);
  void watchInnerFence(std::string_view line);
  void enterList(const ListMarker& marker);
  void cut(std::size_t at);

  State m_state = State::None;
  std::size_t m_read = 0;
  std::size_t m_stable = 0;
  std::vector<std::size_t> m_cuts;
  bool m_afterBlank = false;
  bool m_tableSeen = false;               // the open block has a line like "|---|---|"
  std::optional<FenceLine> m_innerFence;  // a fence inside the open list or quote, as far as can be told
  bool m_maybeDefinition = false;  // the paragraph begins with '[': it may be nothing but link definitions
  FenceLine m_fence;
  char m_listType = '-';
  int m_itemColumn = 0;      // content column of the list's last item
  bool m_itemEmpty = false;  // that item has no content so far
};

}  // namespace aiagent::widgets::markdown
