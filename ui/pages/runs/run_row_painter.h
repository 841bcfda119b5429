// RunRowPainter: a row of the runs list: how it ended, the message, when; beneath it agent, model and
// figures.
#pragma once

#include <QStyledItemDelegate>

namespace aiagent::ui {

class RunRowPainter : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace aiagent::ui
