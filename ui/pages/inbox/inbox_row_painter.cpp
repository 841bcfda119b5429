#include "ui/pages/inbox/inbox_row_painter.h"

#include "ui/viewmodels/inbox_list_model.h"
#include "ui/widgets/controls/row_canvas.h"

namespace aiagent::ui {
namespace {

constexpr int kAbove = 8;

QString iconOf(const QString& kind) {
  if (kind == QLatin1String("conflict")) return QStringLiteral("fork");
  if (kind == QLatin1String("recovered")) return QStringLiteral("edit-undo");
  if (kind == QLatin1String("rejected")) return QStringLiteral("data-error");
  return QStringLiteral("data-warning");
}

}  // namespace

QSize InboxRowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {120, option.fontMetrics.height() + QFontMetrics(RowCanvas::smallFont(option.font)).height() +
                   2 * kAbove + 2};
}

void InboxRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  RowCanvas canvas(*painter, option);
  const QRect room = option.rect.adjusted(RowCanvas::kSide, kAbove, -RowCanvas::kSide, -kAbove);
  const int picture = option.decorationSize.width();
  const int beside = picture + RowCanvas::kGap;
  QRect first(room.left() + beside, room.top(), room.width() - beside, option.fontMetrics.height());
  QRect second(first.left(), first.bottom() + 3, first.width(), canvas.smallMetrics().height());
  canvas.icon(QRect(room.left(), first.center().y() - picture / 2 + 1, picture, picture),
              iconOf(index.data(InboxListModel::KindRole).toString()));
  canvas.textAtEnd(first, index.data(InboxListModel::WhenRole).toString());
  canvas.text(first, index.data().toString(), option.font, canvas.tokens().text);
  const QString kind = index.data(InboxListModel::KindTextRole).toString();
  canvas.text(second, kind, canvas.small(), canvas.tokens().caution);
  second.setLeft(second.left() + canvas.smallMetrics().horizontalAdvance(kind) + RowCanvas::kGap);
  canvas.text(second, index.data(InboxListModel::ReasonRole).toString(), canvas.small(),
              canvas.tokens().muted);
}

}  // namespace aiagent::ui
