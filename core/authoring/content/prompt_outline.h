// The outline of a prompt: its lines, what they are and which belong together.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/authoring/text/tokens.h"

namespace aiagent::authoring {

enum class LineKind { Blank, Heading, Text, Code };

struct OutlineLine {
  ByteRange range;  // without its line end
  LineKind kind = LineKind::Text;
  int level = 0;          // of a heading
  std::size_t group = 0;  // lines of one group speak of the same thing; 0: of every answer
};

// Markdown as people write it in prompts: ATX headings, fenced code, and lines such as "For refunds:" or
// "<rules>" that begin a part. A part whose title is general ("Rules", "Output format") is of group 0.
class Outline {
 public:
  explicit Outline(std::string_view prompt);

  const std::vector<OutlineLine>& lines() const { return m_lines; }
  // Between back ticks, or in a line of code.
  bool isCode(std::size_t offset) const;

 private:
  std::string_view m_prompt;
  std::vector<OutlineLine> m_lines;
};

// "- x", "* x", "1. x", "a) x": the bytes before x; 0 where the line begins no list item.
std::size_t listMarker(std::string_view line);

}  // namespace aiagent::authoring
