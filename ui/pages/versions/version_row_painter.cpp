#include "ui/pages/versions/version_row_painter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <vector>

#include "ui/format/human.h"
#include "ui/viewmodels/version_rows.h"
#include "ui/widgets/controls/row_canvas.h"

namespace aiagent::ui {
namespace {

constexpr int kAbove = 7;
constexpr int kChipSide = 4;
constexpr int kIcon = 16;

struct Chip {
  QString iconName, text;
  QColor ground;
};

base::WallTime createdOf(const QModelIndex& index) {
  return base::wallTimeFromMillis(index.data(VersionRows::CreatedRole).toLongLong());
}

std::vector<Chip> chipsOf(const QModelIndex& index, const Tokens& tokens) {
  std::vector<Chip> chips;
  const int marks = index.data(VersionRows::MarksRole).toInt();
  if (marks & VersionRows::Draft)
    chips.push_back(
        {QStringLiteral("document-edit"), VersionRowPainter::tr("not saved"), tokens.cautionSoft});
  if (marks & VersionRows::Head)
    chips.push_back({QStringLiteral("checkmark"), VersionRowPainter::tr("current"), tokens.positiveSoft});
  if (marks & VersionRows::Branch)
    chips.push_back({QStringLiteral("fork"), VersionRowPainter::tr("another line"), tokens.cautionSoft});
  if (marks & VersionRows::Merge)
    chips.push_back({QStringLiteral("fork"), VersionRowPainter::tr("merge"), tokens.informativeSoft});
  for (const auto& label : index.data(VersionRows::LabelsRole).toStringList())
    chips.push_back({QStringLiteral("tag"), label, tokens.informativeSoft});
  return chips;
}

// At the beginning of `room`, which loses it; false where there is none.
bool drawChip(QPainter& painter, RowCanvas& canvas, QRect& room, const Chip& chip) {
  const int beside = kIcon + 4 * kChipSide;
  const int width = std::min(canvas.smallMetrics().horizontalAdvance(chip.text) + beside, room.width());
  if (width < beside) return false;
  const QRect box(room.left(), room.top(), width, room.height());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(chip.ground);
  painter.drawRoundedRect(canvas.mirrored(box), 4, 4);
  canvas.icon(QRect(box.left() + kChipSide, box.center().y() - kIcon / 2 + 1, kIcon, kIcon), chip.iconName);
  canvas.text(box.adjusted(kIcon + 2 * kChipSide, 0, -kChipSide, 0), chip.text, canvas.small(),
              canvas.tokens().text);
  room.setLeft(box.right() + 1 + kChipSide);
  return true;
}

}  // namespace

QSize VersionRowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const int small = std::max(QFontMetrics(RowCanvas::smallFont(option.font)).height() + 2, kIcon);
  return {140, option.fontMetrics.height() + small + 2 * kAbove + 4};
}

void VersionRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  RowCanvas canvas(*painter, option);
  const Tokens& tokens = canvas.tokens();
  const QRect room = option.rect.adjusted(RowCanvas::kSide, kAbove, -RowCanvas::kSide, -kAbove);
  QRect first(room.left(), room.top(), room.width(), option.fontMetrics.height());
  QRect second(room.left(), first.bottom() + 5, room.width(),
               std::max(canvas.smallMetrics().height() + 2, kIcon));
  canvas.textAtEnd(first, index.data(VersionRows::WhenRole).toString());
  QFont bold = option.font;
  bold.setWeight(QFont::DemiBold);
  const QString title = index.data(VersionRows::TitleRole).toString();
  canvas.text(first, title, bold, tokens.text);
  first.setLeft(first.left() + QFontMetrics(bold).horizontalAdvance(title) + RowCanvas::kGap);
  canvas.text(first, index.data(VersionRows::MessageRole).toString().left(300).simplified(), option.font,
              tokens.text);
  for (const auto& chip : chipsOf(index, tokens))
    if (!drawChip(*painter, canvas, second, chip)) break;
  canvas.text(second, index.data(VersionRows::AuthorRole).toString(), canvas.small(), tokens.muted);
}

bool VersionRowPainter::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                  const QStyleOptionViewItem& option, const QModelIndex& index) {
  if (event->type() != QEvent::ToolTip || !index.isValid())
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  QStringList lines{index.data(VersionRows::TitleRole).toString()};
  for (const int role : {VersionRows::MessageRole, VersionRows::AuthorRole})
    if (const QString text = index.data(role).toString().left(1000); !text.isEmpty()) lines << text;
  if (!(index.data(VersionRows::MarksRole).toInt() & VersionRows::Draft))
    lines << format::exactTime(createdOf(index));
  QToolTip::showText(
      event->globalPos(),
      lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")), view);
  return true;
}

}  // namespace aiagent::ui
