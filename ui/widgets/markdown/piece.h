// Piece: the unit in which Markdown is shown. A document is a flat list of pieces; nesting (quotes, list
// items) is written into each, so that a view can lay out any one of them alone.
//
// Ordinary blocks are one piece each. A long one is cut into several (`joint` says how they join), so that
// no piece costs more than about a millisecond to lay out and a growing block changes its last piece only.
#pragma once

#include <cstdint>
#include <memory>
#include <QString>
#include <vector>

namespace aiagent::widgets::markdown {

enum class PieceKind { Text, Heading, Code, Table, Rule };

enum SpanStyle : std::uint8_t {
  Bold = 1,
  Italic = 2,
  Strike = 4,
  InlineCode = 8,
  ImageAlt = 16,  // stands for a picture, which is never loaded
  Address = 32,   // the address of such a picture
};

// Offsets are UTF-16 units of the piece's text; spans are ascending and do not overlap.
struct Span {
  int from = 0;
  int length = 0;
  std::uint8_t style = 0;
  QString href = {};  // http, https or mailto; empty: no link
  bool operator==(const Span&) const = default;
};

enum class TaskState { None, Open, Done };

// A quote or a list item around a piece, outermost first.
struct Container {
  QString marker = {};  // "•" or "3."; empty: a quote
  TaskState task = TaskState::None;
  bool opens = false;  // this piece is the item's first: it carries the marker
  bool operator==(const Container&) const = default;
};

enum class Joint {
  Block,     // a new block: space before it
  Tight,     // a new block of a tight list: little space
  NextLine,  // goes on with the next line of the piece before
  SameLine,  // goes on within the line of the piece before
};

enum class CellAlign : std::uint8_t { Default, Left, Center, Right };

// What all pieces of a table share. Widths are judged by its first rows alone, so that a table that grows
// does not move what is above.
struct TableShape {
  struct Column {
    CellAlign align = CellAlign::Default;
    QString widestText = {};
    QString widestWord = {};
    bool operator==(const Column&) const = default;
  };
  std::vector<Column> columns;
  bool operator==(const TableShape&) const = default;
};

struct TableCell {
  int row = 0;  // from 0 within the piece
  int column = 0;
  int from = 0;
  int length = 0;
  bool header = false;
  bool operator==(const TableCell&) const = default;
};

struct Piece {
  PieceKind kind = PieceKind::Text;
  Joint joint = Joint::Block;
  bool last = true;   // no further piece of this block follows
  int level = 0;      // of a heading, 1 to 6
  int codeState = 0;  // tokenizer state at the beginning, for code
  QString text = {};  // lines are parted by U+2028 in text, '\n' in code; cells by '\t', rows by '\n'
  std::vector<Span> spans = {};
  std::vector<Container> containers = {};
  QString language = {};  // of code: the first word of its info string
  std::shared_ptr<const TableShape> table = {};
  std::vector<TableCell> cells = {};

  bool startsBlock() const { return joint == Joint::Block || joint == Joint::Tight; }
};

bool operator==(const Piece& a, const Piece& b);

}  // namespace aiagent::widgets::markdown
