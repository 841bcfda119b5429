#include "ui/widgets/markdown/table_shape.h"

namespace aiagent::widgets::markdown {
namespace {

void keepWider(QString& widest, QStringView text) {
  if (roughWidth(text) > roughWidth(widest)) widest = text.toString();
}

}  // namespace

int roughWidth(QStringView text) {
  int width = 0;
  for (const QChar c : text) width += c.isLowSurrogate() ? 0 : c.unicode() >= 0x1100 ? 2 : 1;
  return width;
}

std::shared_ptr<const TableShape> measureTable(TableShape shape, const Piece& table) {
  for (const TableCell& cell : table.cells) {
    if (cell.row >= kMeasuredRows || std::size_t(cell.column) >= shape.columns.size()) continue;
    auto& column = shape.columns[std::size_t(cell.column)];
    const QStringView text = QStringView(table.text).mid(cell.from, cell.length);
    keepWider(column.widestText, text);
    for (const QStringView word : text.tokenize(u' ', Qt::SkipEmptyParts)) keepWider(column.widestWord, word);
  }
  return std::make_shared<const TableShape>(std::move(shape));
}

}  // namespace aiagent::widgets::markdown
