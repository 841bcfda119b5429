#include "ui/pages/deployments/audit_view.h"

#include <algorithm>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

using format::text;

AuditView::AuditView(AuditVm& audit, QWidget* parent) : QWidget(parent), m_audit(audit) {
  build();
  connect(&m_audit, &AuditVm::stateChanged, this, &AuditView::render);
  connect(m_filter, &QLineEdit::textChanged, &m_audit, &AuditVm::setFilter);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditView::renderEntry);
  render();
}

void AuditView::build() {
  m_filter = new QLineEdit(this);
  m_filter->setPlaceholderText(tr("Filter"));
  m_filter->setAccessibleName(tr("Filter the acts"));
  makeSearchField(m_filter);
  m_filter->setMaximumWidth(280);
  m_count = new MetaLabel(this);
  m_count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_filter, 2);
  row->addWidget(m_count, 3);
  auto* note =
      hintLabel(tr("What was done to this environment from this computer, with the window or the command "
                   "line. Nothing can be changed or removed here."),
                this);
  m_stack = new QStackedWidget(this);
  m_empty = hintLabel({}, m_stack);
  m_empty->setAlignment(Qt::AlignCenter);
  m_splitter = new QSplitter(Qt::Vertical, m_stack);
  m_splitter->setChildrenCollapsible(false);
  m_table = new QTreeView(m_splitter);
  m_table->setAccessibleName(tr("Acts"));
  m_table->setModel(&m_audit.model());
  m_table->setRootIsDecorated(false);
  m_table->setUniformRowHeights(true);
  m_table->setAllColumnsShowFocus(true);
  m_table->setAlternatingRowColors(true);
  m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(0, Qt::AscendingOrder);
  m_table->installEventFilter(this);
  m_entry = new QPlainTextEdit(m_splitter);
  m_entry->setReadOnly(true);
  m_entry->setFont(fixedFont());
  m_entry->setAccessibleName(tr("The act"));
  m_entry->setTabChangesFocus(true);
  m_splitter->setStretchFactor(0, 3);
  m_splitter->setStretchFactor(1, 2);
  m_stack->addWidget(m_splitter);
  m_stack->addWidget(m_empty);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addLayout(row);
  column->addWidget(note);
  column->addWidget(m_stack, 1);
}

void AuditView::focusSearch() {
  m_filter->setFocus(Qt::ShortcutFocusReason);
  m_filter->selectAll();
}

void AuditView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_audit.load();
}

bool AuditView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
    copySelection();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void AuditView::copySelection() {
  auto& model = m_audit.model();
  auto rows = m_table->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const auto& index : rows) {
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
      cells << model.cellText(*model.rowAt(index.row()), column);
    lines << cells.join(QLatin1Char('\t'));
  }
  if (!lines.isEmpty()) QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

// ---------------------------------------------------------------- rendering

void AuditView::render() {
  const auto& state = m_audit.state();
  const auto total = format::count(std::int64_t(state.total));
  syncText(m_count, state.shown == state.total
                        ? total
                        : tr("%1 of %2").arg(format::count(std::int64_t(state.shown)), total));
  QString empty;
  if (state.error)
    empty = format::explain(*state.error).text();
  else if (!state.loaded)
    empty = tr("Reading…");
  else if (state.total == 0)
    empty = tr("Nothing was done to this environment from here.");
  else if (state.shown == 0)
    empty = tr("None of them fits the filter.");
  syncText(m_empty, empty);
  m_stack->setCurrentIndex(empty.isEmpty() ? 0 : 1);
  if (empty.isEmpty())
    for (int column = 0; column + 1 < m_audit.model().columnCount(); ++column)
      m_table->resizeColumnToContents(column);
  renderEntry();
}

// As the log has it: names, the exact time, and the plan.
void AuditView::renderEntry() {
  const auto* row = m_audit.model().rowAt(m_table->currentIndex().row());
  const auto* entry = row ? m_audit.entry(row->id) : nullptr;
  syncVisible(m_entry, entry != nullptr);
  if (!entry) return;
  QStringList lines = {tr("At %1").arg(format::exactTime(entry->at)),
                       tr("Context: %1").arg(text(entry->context)),
                       tr("Server: %1").arg(text(entry->server))};
  if (!entry->error.empty()) lines << tr("Error: %1").arg(text(entry->error));
  if (!entry->resourceVersion.empty())
    lines << tr("Version of the object: %1").arg(text(entry->resourceVersion));
  lines << QString() << text(entry->plan);
  syncText(m_entry, lines.join(QLatin1Char('\n')));
}

}  // namespace aiagent::ui
