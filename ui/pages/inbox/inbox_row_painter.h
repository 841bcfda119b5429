// Rows of the inbox: kind and agent, and beneath why it stands there.
#pragma once

#include <QStyledItemDelegate>

namespace aiagent::ui {

class InboxRowPainter : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace aiagent::ui
