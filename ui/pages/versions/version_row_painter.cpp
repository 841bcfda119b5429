#include "ui/pages/versions/version_row_painter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <vector>

#include "ui/format/human.h"
#include "ui/viewmodels/version_rows.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr int kSide = 12;
constexpr int kAbove = 7;
constexpr int kGap = 8;
constexpr int kChipSide = 4;
constexpr int kIcon = 16;

QFont smallFont(const QFont& font) {
  QFont small = font;
  small.setPointSizeF(font.pointSizeF() * 0.9);
  return small;
}

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

}  // namespace

QSize VersionRowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const int small = std::max(QFontMetrics(smallFont(option.font)).height() + 2, kIcon);
  return {140, option.fontMetrics.height() + small + 2 * kAbove + 4};
}

void VersionRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  const Tokens tokens = tokensFor(option.palette);
  const bool selected = option.state & QStyle::State_Selected;
  const bool hovered = option.state & QStyle::State_MouseOver;
  const auto visual = [&](const QRect& rect) {
    return QStyle::visualRect(option.direction, option.rect, rect);
  };
  const int leading = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter;
  painter->save();
  painter->setClipRect(option.rect);
  if (selected || hovered)
    painter->fillRect(option.rect,
                      selected ? tokens.accentSoft : blended(tokens.surface, tokens.accent, 0.07));
  if (selected)
    painter->fillRect(visual(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                      tokens.accent);

  const QFont small = smallFont(option.font);
  const QFontMetrics smallMetrics(small);
  const QRect room = option.rect.adjusted(kSide, kAbove, -kSide, -kAbove);
  QRect first(room.left(), room.top(), room.width(), option.fontMetrics.height());
  QRect second(room.left(), first.bottom() + 5, room.width(), std::max(smallMetrics.height() + 2, kIcon));

  QFont bold = option.font;
  bold.setWeight(QFont::DemiBold);
  const QString title = index.data(VersionRows::TitleRole).toString();
  painter->setFont(bold);
  painter->setPen(tokens.text);
  painter->drawText(visual(first), leading, title);
  const bool draft = index.data(VersionRows::MarksRole).toInt() & VersionRows::Draft;
  const QString when =
      draft ? QString() : format::relativeTime(createdOf(index), base::SystemClock().wallNow());
  const int whenWidth = smallMetrics.horizontalAdvance(when);
  painter->setFont(small);
  painter->setPen(tokens.muted);
  painter->drawText(visual(QRect(first.right() - whenWidth + 1, first.top(), whenWidth, first.height())),
                    leading, when);
  first.setLeft(first.left() + QFontMetrics(bold).horizontalAdvance(title) + kGap);
  first.setRight(first.right() - whenWidth - kGap);
  const QString message = index.data(VersionRows::MessageRole).toString().left(300).simplified();
  painter->setFont(option.font);
  painter->setPen(tokens.text);
  painter->drawText(visual(first), leading,
                    option.fontMetrics.elidedText(message, Qt::ElideRight, std::max(0, first.width())));

  painter->setFont(small);
  painter->setRenderHint(QPainter::Antialiasing);
  for (const auto& chip : chipsOf(index, tokens)) {
    const int width =
        std::min(smallMetrics.horizontalAdvance(chip.text) + kIcon + 4 * kChipSide, second.width());
    if (width < kIcon + 4 * kChipSide) break;
    const QRect box(second.left(), second.top(), width, second.height());
    painter->setPen(Qt::NoPen);
    painter->setBrush(chip.ground);
    painter->drawRoundedRect(visual(box), 4, 4);
    icon(chip.iconName)
        .paint(painter,
               visual(QRect(box.left() + kChipSide, box.center().y() - kIcon / 2 + 1, kIcon, kIcon)));
    painter->setPen(tokens.text);
    const QRect words = box.adjusted(kIcon + 2 * kChipSide, 0, -kChipSide, 0);
    painter->drawText(visual(words), leading,
                      smallMetrics.elidedText(chip.text, Qt::ElideRight, words.width()));
    second.setLeft(box.right() + 1 + kChipSide);
  }
  painter->setPen(tokens.muted);
  painter->drawText(visual(second), leading,
                    smallMetrics.elidedText(index.data(VersionRows::AuthorRole).toString(), Qt::ElideRight,
                                            std::max(0, second.width())));
  if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
    painter->setBrush(Qt::NoBrush);
    painter->setPen(tokens.accent);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
  }
  painter->restore();
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
