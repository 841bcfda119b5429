#include "ui/pages/deployments/cluster_tree.h"

#include <algorithm>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QResizeEvent>

#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kWidestColumn = 360;
constexpr int kNarrowestColumn = 40;  // of one that gives way
constexpr int kNarrowestName = 180;   // of the first: names often differ at their end alone
// How many rows a column's width is found from, those that are seen first. Qt's 1,000 take a tenth of a
// second, again with each step of a window that is being resized.
constexpr int kMeasuredRows = 60;

}  // namespace

ClusterTree::ClusterTree(const QString& name, QWidget* parent) : QTreeView(parent) {
  setAccessibleName(name);
  setRootIsDecorated(false);
  setItemsExpandable(false);
  setUniformRowHeights(true);
  setAllColumnsShowFocus(true);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setSortingEnabled(true);
  setAlternatingRowColors(true);
  setContextMenuPolicy(Qt::CustomContextMenu);
  header()->setStretchLastSection(true);
  header()->setSectionsMovable(true);
  header()->setTextElideMode(Qt::ElideRight);
  header()->setContextMenuPolicy(Qt::CustomContextMenu);
  header()->setResizeContentsPrecision(kMeasuredRows);
  connect(header(), &QHeaderView::sectionResized, this, [this](int section) {
    const bool isStretched = section + 1 == header()->count();
    if (!m_fitting && !isStretched && QApplication::mouseButtons() != Qt::NoButton) m_isOwn = true;
  });
  connect(header(), &QWidget::customContextMenuRequested, this, &ClusterTree::openColumns);
  connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
    if (currentIndex().isValid()) Q_EMIT menuWanted(viewport()->mapToGlobal(at));
  });
}

// Rows that come, go or move take the tree to lay out all of it, which is done once for all of them: where
// rows are is not asked before.
void ClusterTree::showTable(ClusterTableModel* model, const cluster::Freshness& freshness) {
  if (m_model) m_model->disconnect(this);
  delete std::exchange(m_delegate, nullptr);
  m_model = model;
  m_isOwn = m_isFitted = false;
  setModel(model);
  if (!model) return;
  setItemDelegate(m_delegate = new CellDelegate(*model, freshness, this));
  connect(model, &QAbstractItemModel::rowsInserted, this, &ClusterTree::layOutLater);
  connect(model, &QAbstractItemModel::rowsRemoved, this, &ClusterTree::layOutLater);
  connect(model, &QAbstractItemModel::rowsMoved, this, &ClusterTree::layOutLater);
}

void ClusterTree::layOutLater() {
  m_isLayoutDue = true;
  scheduleDelayedItemsLayout();
}

void ClusterTree::doItemsLayout() {
  m_isLayoutDue = false;
  QTreeView::doItemsLayout();
}

void ClusterTree::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTreeView::currentChanged(current, previous);
  if (current.row() != previous.row() || current.isValid() != previous.isValid())
    Q_EMIT currentChangedTo(current);
}

// ---------------------------------------------------------------- widths

void ClusterTree::fitOnce() {
  if (m_isFitted || !m_model || m_model->rowCount() == 0 || !isVisible()) return;
  m_isFitted = true;
  fit();
}

void ClusterTree::fit() {
  if (m_isOwn || !model() || model()->rowCount() == 0) return;
  m_fitting = true;
  std::vector<int> widths;
  int all = 0;
  for (int i = 0; i < header()->count(); ++i) {
    resizeColumnToContents(i);
    widths.push_back(std::min(columnWidth(i) + kGapRelated, kWidestColumn));
    if (!isColumnHidden(i)) all += widths.back();
  }
  // Long texts give way before a column, as the verdict's at the end, is out of sight.
  const int widest = lowered(widths, all - viewport()->width());
  for (int i = 0; i < int(widths.size()); ++i)
    setColumnWidth(i, std::min(widths[std::size_t(i)], mostOf(i, widest)));
  m_fitting = false;
}

// Verdicts are what one looks for, and the first column says of what.
int ClusterTree::mostOf(int column, int widest) const {
  const bool gives =
      m_model->columns()[std::size_t(column)].kind != CellKind::Verdict && !isColumnHidden(column);
  if (!gives) return kWidestColumn;
  return column == 0 ? std::max(widest, kNarrowestName) : widest;
}

// How wide a column that gives way may be at most, so that all together are narrower by `tooMuch`.
int ClusterTree::lowered(const std::vector<int>& widths, int tooMuch) const {
  int widest = kWidestColumn;
  while (tooMuch > 0 && widest > kNarrowestColumn) {
    --widest;
    for (int i = 0; i < int(widths.size()); ++i)
      if (widths[std::size_t(i)] > mostOf(i, widest)) --tooMuch;
  }
  return widest;
}

void ClusterTree::resizeEvent(QResizeEvent* event) {
  QTreeView::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) fit();
}

void ClusterTree::changeEvent(QEvent* event) {
  QTreeView::changeEvent(event);
  if (event->type() != QEvent::FontChange) return;
  m_isFitted = false;
  fitOnce();
}

// ---------------------------------------------------------------- painting

// Only what is seen of the rows and columns that changed: Qt paints all of the view anew for more than one
// cell, wherever it is. Rows are of one height, and have no children.
void ClusterTree::dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
  if (!isVisible()) return;  // all is painted when it is shown
  if (QAccessible::isActive()) return QTreeView::dataChanged(first, last, roles);
  if (m_isLayoutDue) return;  // which paints all
  const auto top = indexAt(QPoint(0, 0));
  if (!top.isValid() || !first.isValid() || !last.isValid()) return;
  const auto shown = visualRect(top);
  const auto place = [&](int row) { return shown.top() + (row - top.row()) * shown.height(); };
  const int from = std::max(first.row(), top.row());
  if (from > last.row() || place(from) > viewport()->height()) return;
  const int end = std::min(place(last.row() + 1), viewport()->height());
  int left = viewport()->width(), right = 0;
  for (int column = first.column(); column <= last.column(); ++column) {
    left = std::min(left, columnViewportPosition(column));
    right = std::max(right, columnViewportPosition(column) + columnWidth(column));
  }
  viewport()->update(QRect(QPoint(left, place(from)), QPoint(right, end)));
}

// ---------------------------------------------------------------- copying and columns

void ClusterTree::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) return copySelection();
  QTreeView::keyPressEvent(event);
}

void ClusterTree::copySelection() {
  if (!m_model) return;
  auto rows = selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const auto& index : rows) {
    QStringList cells;
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
      const int column = header()->logicalIndex(visual);
      if (!isColumnHidden(column)) cells << m_model->cellText(*m_model->rowAt(index.row()), column);
    }
    lines << cells.join(QLatin1Char('\t'));
  }
  if (!lines.isEmpty()) QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ClusterTree::openColumns(const QPoint& at) {
  if (!m_model) return;
  QMenu menu(this);
  for (int i = 1; i < m_model->columnCount(); ++i) {
    auto* action = menu.addAction(m_model->columns()[std::size_t(i)].title);
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(i));
    connect(action, &QAction::toggled, this, [this, i](bool shown) { setColumnHidden(i, !shown); });
  }
  menu.exec(header()->viewport()->mapToGlobal(at));
}

}  // namespace aiagent::ui
