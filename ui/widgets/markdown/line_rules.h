// Line rules of CommonMark 0.30 that tell where a block begins or ends. Lines come without their line end.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace aiagent::widgets::markdown {

// Columns of blank space at the beginning (a tab goes to the next multiple of four) and where it ends.
struct Indent {
  int columns = 0;
  std::size_t bytes = 0;
};
Indent indentOf(std::string_view line);
bool isBlank(std::string_view line);

struct FenceLine {
  char mark = '`';
  int length = 0;  // of the run of marks
  int indent = 0;
};
std::optional<FenceLine> openingFence(std::string_view line);
bool closesFence(std::string_view line, const FenceLine& fence);

bool isHeading(std::string_view line);        // "# …"
bool isThematicBreak(std::string_view line);  // "***", "- - -"
bool isSetextUnderline(std::string_view line, char mark);

struct ListMarker {
  char type = '-';            // '-', '+', '*', '.', ')'
  int contentColumn = 0;      // columns a line must be indented by to belong to the item
  bool empty = false;         // nothing follows the marker
  bool canInterrupt = false;  // may end a paragraph: not empty, and number 1 when it has one
};
std::optional<ListMarker> listMarker(std::string_view line);

// One line from `from`; nullopt when its end has not arrived ('\r' at the very end may become "\r\n").
struct Line {
  std::string_view text;  // without its end
  std::size_t next = 0;   // offset behind its end
};
std::optional<Line> completeLine(std::string_view text, std::size_t from);

}  // namespace aiagent::widgets::markdown
