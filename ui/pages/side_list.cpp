#include "ui/pages/side_list.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr int kSide = 12;
constexpr int kAbove = 7;
constexpr int kGap = 8;
constexpr int kBar = 3;

class RowPainter final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const int picture = option.decorationSize.width();
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {text + 2 * kSide + picture + kGap, qMax(option.fontMetrics.height(), picture) + 2 * kAbove};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens tokens = tokensFor(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const auto visual = [&](const QRect& rect) {
      return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QRect& all = option.rect;
    const int picture = option.decorationSize.width();
    painter->save();
    if (selected || hovered)
      painter->fillRect(all, selected ? tokens.accentSoft : blended(tokens.surface, tokens.accent, 0.07));
    if (selected) painter->fillRect(visual(QRect(all.left(), all.top(), kBar, all.height())), tokens.accent);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter,
               visual(QRect(all.left() + kSide, all.center().y() - picture / 2 + 1, picture, picture)));
    const QRect room(all.left() + kSide + picture + kGap, all.top(), all.width() - 2 * kSide - picture - kGap,
                     all.height());
    painter->setPen(tokens.text);
    painter->setFont(option.font);
    painter->drawText(visual(room),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
      painter->setPen(tokens.accent);
      painter->drawRect(all.adjusted(0, 0, -1, -1));
    }
    painter->restore();
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
