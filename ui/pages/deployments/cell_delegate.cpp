#include "ui/pages/deployments/cell_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include "core/cluster/believed.h"
#include "ui/pages/deployments/verdict_look.h"

namespace aiagent::ui {
namespace {

QPalette::ColorGroup groupOf(const QStyleOptionViewItem& option) {
  if (!(option.state & QStyle::State_Enabled)) return QPalette::Disabled;
  return option.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
}

bool showsVerdict(const ClusterTableModel& model, const ClusterRow& row, int column) {
  return row.hasVerdict && model.columns()[std::size_t(column)].kind == CellKind::Verdict;
}

}  // namespace

const Tokens& CellDelegate::tokensOf(const QPalette& palette) const {
  if (palette.cacheKey() != m_palette) {
    m_tokens = tokensFor(palette);
    m_palette = palette.cacheKey();
  }
  return m_tokens;
}

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  const auto* row = m_model.rowAt(index.row());
  if (!row || !showsVerdict(m_model, *row, index.column())) return;
  option->icon = verdictIcon(row->verdict.kind);
  option->features |= QStyleOptionViewItem::HasDecoration;
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  const auto* row = m_model.rowAt(index.row());
  if (!row) return;
  const auto* style = option.widget ? option.widget->style() : QApplication::style();
  if (option.state & QStyle::State_Selected)
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
  const bool believed = cluster::isBelieved(row->freshness.value_or(m_freshness));
  auto colour =
      believed ? option.palette.color(groupOf(option), QPalette::Text) : tokensOf(option.palette).muted;
  const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
  auto room = option.rect.adjusted(margin, 0, -margin, 0);
  if (showsVerdict(m_model, *row, index.column())) {
    if (believed) colour = verdictColour(row->verdict.kind, tokensOf(option.palette));
    const auto place = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter,
                                           option.decorationSize, room);
    verdictIcon(row->verdict.kind)
        .paint(painter, place, Qt::AlignCenter, believed ? QIcon::Normal : QIcon::Disabled);
    const int taken = option.decorationSize.width() + 2 * margin;
    room.adjust(option.direction == Qt::LeftToRight ? taken : 0, 0,
                option.direction == Qt::LeftToRight ? 0 : -taken, 0);
  }
  const bool isNumber = m_model.columns()[std::size_t(index.column())].kind == CellKind::Number;
  painter->setPen(colour);
  m_texts.draw(*painter, room, (isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter,
               option.direction, option.font, m_model.cellText(*row, index.column()));
}

}  // namespace aiagent::ui
