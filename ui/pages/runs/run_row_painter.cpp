#include "ui/pages/runs/run_row_painter.h"

#include <QPainter>

#include "core/domain/run.h"
#include "ui/viewmodels/run_list_model.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr int kSide = 12;
constexpr int kAbove = 8;
constexpr int kGap = 8;

QFont smallFont(const QFont& font) {
  QFont small = font;
  small.setPointSizeF(font.pointSizeF() * 0.9);
  return small;
}

QString iconOf(domain::RunStatus status) {
  switch (status) {
    case domain::RunStatus::Queued: return QStringLiteral("clock");
    case domain::RunStatus::Running: return QStringLiteral("media-playback-start");
    case domain::RunStatus::Completed: return QStringLiteral("checkmark");
    case domain::RunStatus::Incomplete:
    case domain::RunStatus::Interrupted: return QStringLiteral("data-warning");
    case domain::RunStatus::Failed: return QStringLiteral("data-error");
    case domain::RunStatus::Cancelled: return QStringLiteral("media-playback-stop");
  }
  return {};
}

// The word beside the icon, since colour alone says nothing; a run that went well needs none.
QString wordOf(const QModelIndex& index, domain::RunStatus status) {
  return status == domain::RunStatus::Completed ? QString()
                                                : index.data(RunListModel::StatusTextRole).toString();
}

QColor colourOf(domain::RunStatus status, const Tokens& tokens) {
  switch (status) {
    case domain::RunStatus::Failed: return tokens.negative;
    case domain::RunStatus::Incomplete:
    case domain::RunStatus::Interrupted: return tokens.caution;
    case domain::RunStatus::Running: return tokens.informative;
    default: return tokens.muted;
  }
}

}  // namespace

QSize RunRowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {120, option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height() + 2 * kAbove + 2};
}

void RunRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const Tokens tokens = tokensFor(option.palette);
  const bool selected = option.state & QStyle::State_Selected;
  const bool hovered = option.state & QStyle::State_MouseOver;
  const auto status = static_cast<domain::RunStatus>(index.data(RunListModel::StatusRole).toInt());
  const auto visual = [&](const QRect& rect) {
    return QStyle::visualRect(option.direction, option.rect, rect);
  };
  const int align = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter;
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
  const int picture = option.decorationSize.width();
  QRect first(room.left() + picture + kGap, room.top(), room.width() - picture - kGap,
              option.fontMetrics.height());
  const QRect second(first.left(), first.bottom() + 3, first.width(), smallMetrics.height());
  icon(iconOf(status))
      .paint(painter, visual(QRect(room.left(), first.center().y() - picture / 2 + 1, picture, picture)));

  const QString when = index.data(RunListModel::WhenRole).toString();
  const int whenWidth = smallMetrics.horizontalAdvance(when);
  painter->setFont(small);
  painter->setPen(tokens.muted);
  painter->drawText(visual(QRect(first.right() - whenWidth + 1, first.top(), whenWidth, first.height())),
                    align, when);
  first.setRight(first.right() - whenWidth - kGap);
  painter->setFont(option.font);
  painter->setPen(tokens.text);
  painter->drawText(visual(first), align,
                    option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, first.width()));

  QRect facts = second;
  painter->setFont(small);
  if (const QString word = wordOf(index, status); !word.isEmpty()) {
    const int width = smallMetrics.horizontalAdvance(word);
    painter->setPen(colourOf(status, tokens));
    painter->drawText(visual(QRect(facts.left(), facts.top(), width, facts.height())), align, word);
    facts.setLeft(facts.left() + width + kGap);
  }
  painter->setPen(tokens.muted);
  painter->drawText(
      visual(facts), align,
      smallMetrics.elidedText(index.data(RunListModel::FactsRole).toString(), Qt::ElideRight, facts.width()));
  if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
    painter->setBrush(Qt::NoBrush);
    painter->setPen(tokens.accent);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
  }
  painter->restore();
}

}  // namespace aiagent::ui
