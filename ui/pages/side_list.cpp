#include "ui/pages/side_list.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/widgets/controls/row_canvas.h"

namespace aiagent::ui {
namespace {

constexpr int kAbove = 7;

class RowPainter final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const int picture = option.decorationSize.width();
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {text + 2 * RowCanvas::kSide + picture + RowCanvas::kGap,
            qMax(option.fontMetrics.height(), picture) + 2 * kAbove};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    RowCanvas canvas(*painter, option);
    const int picture = option.decorationSize.width();
    const QRect all = option.rect.adjusted(RowCanvas::kSide, 0, -RowCanvas::kSide, 0);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter,
               canvas.mirrored(QRect(all.left(), all.center().y() - picture / 2 + 1, picture, picture)));
    canvas.text(all.adjusted(picture + RowCanvas::kGap, 0, 0, 0), index.data().toString(), option.font,
                canvas.tokens().text);
  }
};

}  // namespace

SideList::SideList(const QString& accessibleName, QWidget* parent) : QListWidget(parent) {
  setAccessibleName(accessibleName);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setUniformItemSizes(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setItemDelegate(new RowPainter(this));
}

}  // namespace aiagent::ui
