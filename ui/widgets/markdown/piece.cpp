#include "ui/widgets/markdown/piece.h"

namespace aiagent::widgets::markdown {
namespace {

bool sameTable(const std::shared_ptr<const TableShape>& a, const std::shared_ptr<const TableShape>& b) {
  return a == b || (a && b && *a == *b);
}

}  // namespace

bool operator==(const Piece& a, const Piece& b) {
  return a.kind == b.kind && a.joint == b.joint && a.last == b.last && a.level == b.level &&
         a.codeState == b.codeState && a.text == b.text && a.spans == b.spans &&
         a.containers == b.containers && a.language == b.language && sameTable(a.table, b.table) &&
         a.cells == b.cells;
}

}  // namespace aiagent::widgets::markdown
