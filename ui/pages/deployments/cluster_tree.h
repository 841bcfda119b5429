// ClusterTree: the view of a cluster's table: rows that come, go and change often, columns that fit what they
// hold until a person gives them other widths, copying, and a menu of columns over the header.
#pragma once

#include <QTreeView>
#include <vector>

#include "ui/pages/deployments/cell_delegate.h"

namespace aiagent::ui {

class ClusterTree : public QTreeView {
  Q_OBJECT

 public:
  explicit ClusterTree(const QString& name, QWidget* parent = nullptr);  // `name` is for screen readers

  // Both must outlive the view, or until another model is shown; null: nothing is.
  void showTable(ClusterTableModel* model, const cluster::Freshness& freshness);
  // Once there are rows to fit to, and seen; afterwards the widths stay.
  void fitOnce();
  // Of the rows that are selected, as their columns stand: a spreadsheet and a chat can both take it.
  void copySelection();

  void doItemsLayout() override;
  void dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) override;

 Q_SIGNALS:
  void menuWanted(const QPoint& at);  // of the current row; on the screen
  void currentChangedTo(const QModelIndex& current);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  void fit();
  int mostOf(int column, int widest) const;
  int lowered(const std::vector<int>& widths, int tooMuch) const;
  void openColumns(const QPoint& at);
  void layOutLater();

  ClusterTableModel* m_model = nullptr;
  CellDelegate* m_delegate = nullptr;
  bool m_isOwn = false;  // a person gave columns their widths
  bool m_isFitted = false;
  bool m_isLayoutDue = false;
  bool m_fitting = false;
};

}  // namespace aiagent::ui
