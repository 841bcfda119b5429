#include "ui/pages/deployments/cluster_table_view.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/format/cluster_words.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using wire::KubeKind;

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

ClusterTree* ClusterTableView::buildTable(const Table& table, const QString& name) {
  auto* view = new ClusterTree(name, this);
  view->showTable(&table.vm->model(), table.vm->state().freshness);
  // Events begin with the youngest, what is worked out with the worst; everything else by its name.
  const bool worstFirst = table.vm->subject().topic > TableTopic::Workloads;
  view->sortByColumn(worstFirst ? table.vm->model().columnCount() - 1 : 0,
                     worstFirst ? Qt::DescendingOrder : Qt::AscendingOrder);
  // The kind of a workload is told by its details too; who wants it as a column can have it.
  if (table.vm->subject().topic == TableTopic::Posture) view->setColumnHidden(kPostureKind, true);
  connect(view, &ClusterTree::menuWanted, this, &ClusterTableView::menuWanted);
  connect(view, &ClusterTree::currentChangedTo, this, &ClusterTableView::selectionChanged);
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
  return QWidget::eventFilter(watched, event);
}

void ClusterTableView::copySelection() {
  m_tables[std::size_t(m_current)].view->copySelection();
}

// ---------------------------------------------------------------- rendering

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
  if (empty.isEmpty()) table.view->fitOnce();
  // Grey or not is of all cells.
  if (std::exchange(table.freshness, state.freshness) != state.freshness) table.view->viewport()->update();
  Q_EMIT stateChanged();
}

}  // namespace aiagent::ui
