#include "ui/pages/deployments/cluster_table_view.h"

#include <algorithm>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/format/cluster_words.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/cell_delegate.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using wire::KubeKind;

constexpr int kWidestColumn = 360;
constexpr int kNarrowestColumn = 40;  // of one that gives way
// How many rows a column's width is found from, those that are seen first. Qt's 1,000 take a tenth of a
// second, again with each step of a window that is being resized.
constexpr int kMeasuredRows = 60;

// Gives its columns the widths that they need, until a person gave them others.
class FittingTree : public QTreeView {
 public:
  explicit FittingTree(QWidget* parent) : QTreeView(parent) {
    header()->setResizeContentsPrecision(kMeasuredRows);
    connect(header(), &QHeaderView::sectionResized, this, [this](int section) {
      const bool isStretched = section + 1 == header()->count();
      if (!m_fitting && !isStretched && QApplication::mouseButtons() != Qt::NoButton) m_isOwn = true;
    });
  }

  // Rows that come, go or move take the tree to lay out all of it, which is done once for all of them: where
  // rows are is not asked before.
  void setModel(QAbstractItemModel* model) override {
    QTreeView::setModel(model);
    const auto later = [this] {
      m_isLayoutDue = true;
      scheduleDelayedItemsLayout();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, later);
    connect(model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(model, &QAbstractItemModel::rowsMoved, this, later);
  }
  void doItemsLayout() override {
    m_isLayoutDue = false;
    QTreeView::doItemsLayout();
  }

  void fit() {
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
    for (int i = 0, widest = lowered(widths, all - viewport()->width()); i < int(widths.size()); ++i)
      setColumnWidth(i, isGivingWay(i) ? std::min(widths[std::size_t(i)], widest) : widths[std::size_t(i)]);
    m_fitting = false;
  }

  // Only what is seen of the rows and columns that changed: Qt paints all of the view anew for more than one
  // cell, wherever it is. Rows are of one height, and have no children.
  void dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) override {
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

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) fit();
  }

 private:
  // Verdicts are what one looks for.
  bool isGivingWay(int column) const {
    const auto kind = model()->index(0, column).data(ClusterTableModel::CellKindRole).toInt();
    return kind != int(CellKind::Verdict) && !isColumnHidden(column);
  }
  // How wide a column may be at most, so that all together are narrower by `tooMuch`.
  int lowered(const std::vector<int>& widths, int tooMuch) const {
    int widest = kWidestColumn;
    while (tooMuch > 0 && widest > kNarrowestColumn) {
      --widest;
      for (int i = 0; i < int(widths.size()); ++i)
        if (widths[std::size_t(i)] > widest && isGivingWay(i)) --tooMuch;
    }
    return widest;
  }

  bool m_isOwn = false;
  bool m_isLayoutDue = false;
  bool m_fitting = false;
};

}  // namespace

ClusterTableView::ClusterTableView(const QString& name, const std::vector<TableSubject>& subjects,
                                   QWidget* parent)
    : QWidget(parent) {
  build(name, subjects);
  show(0);
}

// ---------------------------------------------------------------- building

void ClusterTableView::build(const QString& name, const std::vector<TableSubject>& subjects) {
  m_filter = new QLineEdit(this);
  m_filter->setPlaceholderText(tr("Filter"));
  m_filter->setAccessibleName(tr("Filter: %1").arg(name));
  makeSearchField(m_filter);
  m_filter->setMaximumWidth(280);
  m_kind = new QComboBox(this);
  m_kind->setAccessibleName(tr("Kind"));
  m_problems = new QCheckBox(tr("&Problems only"), this);
  m_state = new MetaLabel(this);
  m_state->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_filter, 2);
  row->addWidget(m_kind);
  row->addWidget(m_problems);
  row->addWidget(m_state, 3);
  m_stack = new QStackedWidget(this);
  m_empty = hintLabel({}, this);
  m_empty->setAlignment(Qt::AlignCenter);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  m_note = hintLabel({}, this);
  m_note->setTextFormat(Qt::PlainText);
  m_note->hide();
  column->addLayout(row);
  column->addWidget(m_note);
  column->addWidget(m_stack, 1);
  m_stack->addWidget(m_empty);
  for (const auto& subject : subjects) {
    auto& table = m_tables.emplace_back();
    table.vm = std::make_unique<ClusterTableVm>(subject);
    const auto title = titleOf(subject);
    table.view = buildTable(table, title);
    m_stack->addWidget(table.view);
    m_kind->addItem(title);
    connect(table.vm.get(), &ClusterTableVm::stateChanged, this, &ClusterTableView::render);
  }
  m_kind->setVisible(subjects.size() > 1);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &ClusterTableView::show);
  connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
    for (auto& table : m_tables) table.vm->model().setFilter(text);
    render();
  });
  connect(m_problems, &QCheckBox::toggled, this, [this](bool only) {
    for (auto& table : m_tables) table.vm->model().setProblemsOnly(only);
    render();
  });
  m_filter->installEventFilter(this);
}

QTreeView* ClusterTableView::buildTable(Table& table, const QString& name) {
  auto* view = new FittingTree(this);
  view->setAccessibleName(name);
  view->setModel(&table.vm->model());
  view->setItemDelegate(new CellDelegate(*table.vm, view));
  view->setRootIsDecorated(false);
  view->setItemsExpandable(false);
  view->setUniformRowHeights(true);
  view->setAllColumnsShowFocus(true);
  view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view->setSortingEnabled(true);
  view->setAlternatingRowColors(true);
  // Events begin with the youngest, what is worked out with the worst; everything else by its name.
  const bool worstFirst = table.vm->subject().topic > TableTopic::Workloads;
  view->sortByColumn(worstFirst ? table.vm->model().columnCount() - 1 : 0,
                     worstFirst ? Qt::DescendingOrder : Qt::AscendingOrder);
  view->header()->setStretchLastSection(true);
  view->header()->setSectionsMovable(true);
  view->header()->setTextElideMode(Qt::ElideRight);
  view->header()->setContextMenuPolicy(Qt::CustomContextMenu);
  // The kind of a workload is told by its details too; who wants it as a column can have it.
  if (table.vm->subject().topic == TableTopic::Posture) view->setColumnHidden(kPostureKind, true);
  view->setContextMenuPolicy(Qt::CustomContextMenu);
  view->installEventFilter(this);
  connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint& at) {
    if (view->currentIndex().isValid()) Q_EMIT menuWanted(view->viewport()->mapToGlobal(at));
  });
  connect(view->header(), &QWidget::customContextMenuRequested, this, &ClusterTableView::openColumns);
  connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &ClusterTableView::selectionChanged);
  connect(view, &QTreeView::activated, this, &ClusterTableView::activated);
  return view;
}

void ClusterTableView::setSession(services::EnvironmentSession* session) {
  for (auto& table : m_tables) table.vm->setSession(session);
  render();
}

void ClusterTableView::setDatabase(DatabaseVm* database) {
  for (auto& table : m_tables) table.vm->setDatabase(database);
}

void ClusterTableView::setActive(bool active) {
  m_active = active;
  for (std::size_t i = 0; i < m_tables.size(); ++i) m_tables[i].vm->setActive(active && int(i) == m_current);
  render();
}

void ClusterTableView::show(int table) {
  if (table < 0 || table >= int(m_tables.size())) return;
  m_current = table;
  syncIndex(m_kind, table);
  setActive(m_active);
  Q_EMIT selectionChanged();
}

// ---------------------------------------------------------------- what is chosen

QTreeView* ClusterTableView::table() const {
  return m_tables[std::size_t(m_current)].view;
}

const ClusterRow* ClusterTableView::selected() const {
  const auto index = table()->currentIndex();
  return index.isValid() ? current().model().rowAt(index.row()) : nullptr;
}

bool ClusterTableView::select(const std::string& id) {
  const int row = current().model().indexOf(id);
  if (row < 0) return false;
  table()->setCurrentIndex(current().model().index(row, 0));
  return true;
}

void ClusterTableView::focusSearch() {
  m_filter->setFocus(Qt::ShortcutFocusReason);
  m_filter->selectAll();
}

bool ClusterTableView::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  if (watched == m_filter && key->key() == Qt::Key_Down) {
    table()->setFocus(Qt::ShortcutFocusReason);
    return true;
  }
  if (watched == m_filter && key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
    m_filter->clear();
    return true;
  }
  if (watched == table() && key->matches(QKeySequence::Copy)) {
    copySelection();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

// Columns in the order in which they stand, separated by tabs: a spreadsheet and a chat can both take it.
void ClusterTableView::copySelection() {
  const auto& model = current().model();
  auto rows = table()->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const auto& index : rows) {
    QStringList cells;
    for (int visual = 0; visual < model.columnCount(); ++visual) {
      const int column = table()->header()->logicalIndex(visual);
      if (!table()->isColumnHidden(column)) cells << model.cellText(*model.rowAt(index.row()), column);
    }
    lines << cells.join(QLatin1Char('\t'));
  }
  if (!lines.isEmpty()) QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ClusterTableView::openColumns(const QPoint& at) {
  QMenu menu(this);
  auto* view = table();
  const auto& columns = current().model().columns();
  for (int i = 1; i < int(columns.size()); ++i) {
    auto* action = menu.addAction(columns[std::size_t(i)].title);
    action->setCheckable(true);
    action->setChecked(!view->isColumnHidden(i));
    connect(action, &QAction::toggled, view, [view, i](bool shown) { view->setColumnHidden(i, !shown); });
  }
  menu.exec(view->header()->viewport()->mapToGlobal(at));
}

// ---------------------------------------------------------------- rendering

void ClusterTableView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
    for (auto& table : m_tables) {
      table.isFitted = false;
      fit(table);
    }
}

// Once there is something to fit to; afterwards the widths are the person's.
void ClusterTableView::fit(Table& table) {
  if (table.isFitted || table.vm->model().rowCount() == 0 || !table.view->isVisible()) return;
  table.isFitted = true;
  static_cast<FittingTree*>(table.view)->fit();
}

QString ClusterTableView::stateText(const ClusterTableState& state) const {
  const auto rows = state.shown == state.total ? format::count(std::int64_t(state.total))
                                               : tr("%1 of %2")
                                                     .arg(format::count(std::int64_t(state.shown)),
                                                          format::count(std::int64_t(state.total)));
  const auto fresh = format::freshnessName(state.freshness);
  if (state.freshness == Freshness::Stale && state.asOf != base::WallTime{})
    return tr("%1 · %2, as of %3").arg(rows, fresh, format::exactTime(state.asOf));
  return tr("%1 · %2").arg(rows, fresh);
}

void ClusterTableView::render() {
  auto& table = m_tables[std::size_t(m_current)];
  const auto& state = table.vm->state();
  syncText(static_cast<MetaLabel*>(m_state), stateText(state));
  m_state->setToolTip(format::freshnessHelp(state.freshness));
  const bool judged = std::ranges::any_of(table.vm->model().columns(), [](const ClusterColumn& column) {
    return column.kind == CellKind::Verdict;
  });
  syncVisible(m_problems, judged);
  syncHint(m_note, state.note);
  QString empty;
  const bool isClosed = state.freshness == Freshness::Denied || state.freshness == Freshness::Absent;
  // Rows of kinds that may be seen are shown beside one that may not.
  if (isClosed && state.total == 0)
    empty = state.trouble ? format::explainCluster(*state.trouble).text()
                          : format::freshnessHelp(state.freshness);
  else if (state.total == 0)
    empty = state.freshness == Freshness::Loading
                ? (state.trouble ? format::explainCluster(*state.trouble).text() : tr("Reading…"))
                : tr("There are none.");
  else if (state.shown == 0)
    empty = tr("None of them fits the filter.");
  syncText(m_empty, empty);
  QWidget* shown = empty.isEmpty() ? static_cast<QWidget*>(table.view) : m_empty;
  if (m_stack->currentWidget() != shown) m_stack->setCurrentWidget(shown);
  if (empty.isEmpty()) fit(table);
  // Grey or not is of all cells.
  if (std::exchange(table.freshness, state.freshness) != state.freshness) table.view->viewport()->update();
  Q_EMIT stateChanged();
}

}  // namespace aiagent::ui
