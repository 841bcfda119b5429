// CellDelegate: how a cell of a cluster's table is painted: verdicts with their icon and colour, everything
// grey while it is not known to be true any more. Such tables change several times a second, so that texts
// are shaped once and cells read from the model's rows directly.
#pragma once

#include <QStyledItemDelegate>

#include "ui/viewmodels/deployments/cluster_table_vm.h"
#include "ui/widgets/controls/text_cache.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

class CellDelegate : public QStyledItemDelegate {
 public:
  // `vm` must outlive it; the view shows its model.
  CellDelegate(const ClusterTableVm& vm, QObject* parent) : QStyledItemDelegate(parent), m_vm(vm) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  // For the size hint: an icon takes room.
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

 private:
  const Tokens& tokensOf(const QPalette& palette) const;

  const ClusterTableVm& m_vm;
  mutable TextCache m_texts;
  mutable Tokens m_tokens;
  mutable qint64 m_palette = 0;  // that m_tokens belong to
};

}  // namespace aiagent::ui
