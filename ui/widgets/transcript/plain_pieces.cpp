#include "ui/widgets/transcript/plain_pieces.h"

#include <QStringTokenizer>

#include "ui/widgets/markdown/slicer.h"

namespace aiagent::widgets {

std::vector<markdown::Piece> plainPieces(QStringView text) {
  std::vector<markdown::Piece> pieces;
  markdown::Piece block;
  const auto close = [&] {
    if (!block.text.isEmpty()) markdown::appendSlices(std::exchange(block, {}), pieces);
  };
  for (QStringView line : text.tokenize(u'\n')) {
    if (line.endsWith(u'\r')) line.chop(1);
    if (line.trimmed().isEmpty()) {
      close();
      continue;
    }
    if (!block.text.isEmpty()) block.text += QChar(QChar::LineSeparator);
    block.text += line;
  }
  close();
  return pieces;
}

std::vector<markdown::Piece> codePieces(QStringView text, const QString& language) {
  std::vector<markdown::Piece> pieces;
  if (text.isEmpty()) return pieces;
  markdown::Piece block{.kind = markdown::PieceKind::Code};
  block.text = text.toString();
  block.language = language;
  markdown::appendSlices(std::move(block), pieces);
  return pieces;
}

}  // namespace aiagent::widgets
