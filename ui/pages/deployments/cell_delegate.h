// CellDelegate: how a cell of a cluster's table is painted: verdicts with their icon and colour, everything
// grey while it is not known to be true any more. Such tables change several times a second, so that texts
// are shaped once and cells read from the model's rows directly.
#pragma once

#include <QStyledItemDelegate>

#include "core/cluster/watch_machine.h"
#include "ui/viewmodels/deployments/cluster_table_model.h"
#include "ui/widgets/controls/text_cache.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

class CellDelegate : public QStyledItemDelegate {
 public:
  // Both must outlive it: the model that the view shows, and how fresh the table is as a whole.
  CellDelegate(const ClusterTableModel& model, const cluster::Freshness& freshness, QObject* parent)
      : QStyledItemDelegate(parent), m_model(model), m_freshness(freshness) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  // For the size hint: an icon takes room.
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

 private:
  const Tokens& tokensOf(const QPalette& palette) const;

  const ClusterTableModel& m_model;
  const cluster::Freshness& m_freshness;
  mutable TextCache m_texts;
  mutable Tokens m_tokens;
  mutable qint64 m_palette = 0;  // that m_tokens belong to
};

}  // namespace aiagent::ui
