#include "ui/pages/runs/run_list_pane.h"

#include <QActionGroup>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/pages/runs/run_row_painter.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kTypingPause = 120;  // ms
constexpr int kMinute = 60'000;    // ms
constexpr int kAnyStatus = -1;

constexpr domain::RunStatus kStatuses[] = {domain::RunStatus::Running,     domain::RunStatus::Completed,
                                           domain::RunStatus::Incomplete,  domain::RunStatus::Failed,
                                           domain::RunStatus::Interrupted, domain::RunStatus::Cancelled};

QString capitalised(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

}  // namespace

RunListPane::RunListPane(RunsVm& runs, QWidget* parent) : QWidget(parent), m_runs(runs) {
  build();
  bind();
  bindAgent();
  render();
}

void RunListPane::build() {
  setAccessibleName(tr("Runs"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, kGapRelated, 0, 0);
  column->setSpacing(kGapRelated);
  m_search = new QLineEdit(this);
  m_search->setPlaceholderText(tr("Search messages and answers"));
  m_search->setAccessibleName(tr("Search runs"));
  makeSearchField(m_search);
  m_search->installEventFilter(this);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(kGapRelated, 0, kGapRelated, 0);
  top->addWidget(m_search);
  column->addLayout(top);
  buildFilters();
  buildList();
}

void RunListPane::buildFilters() {
  m_status = new QToolButton(this);
  m_status->setAutoRaise(true);
  m_status->setPopupMode(QToolButton::InstantPopup);
  m_status->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_status->setIcon(icon(QStringLiteral("view-filter")));
  m_status->setFocusPolicy(Qt::StrongFocus);
  auto* menu = new QMenu(m_status);
  m_statusChoices = new QActionGroup(m_status);
  const auto add = [&](const QString& text, int value) {
    auto* action = menu->addAction(text);
    action->setCheckable(true);
    action->setData(value);
    m_statusChoices->addAction(action);
  };
  add(tr("Any outcome"), kAnyStatus);
  for (const auto status : kStatuses) add(capitalised(format::runStatus(status)), int(status));
  m_status->setMenu(menu);
  m_agent = new QComboBox(this);
  m_agent->setEditable(true);
  m_agent->setInsertPolicy(QComboBox::NoInsert);
  m_agent->setAccessibleName(tr("Filter by agent"));
  m_agent->lineEdit()->setPlaceholderText(tr("Any agent"));
  m_agent->lineEdit()->setClearButtonEnabled(true);
  m_agent->completer()->setFilterMode(Qt::MatchContains);
  m_agent->completer()->setCompletionMode(QCompleter::PopupCompletion);
  m_agent->setMinimumContentsLength(10);
  m_agent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(kGapRelated, 0, kGapRelated, 0);
  row->setSpacing(kGapInside);
  row->addWidget(m_status);
  row->addWidget(m_agent, 1);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void RunListPane::buildList() {
  m_stack = new QStackedWidget(this);
  m_list = new QListView(m_stack);
  m_list->setModel(m_runs.rows());
  m_list->setItemDelegate(new RunRowPainter(m_list));
  m_list->setAccessibleName(tr("Runs, newest first"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setUniformItemSizes(true);
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_empty = new EmptyState(m_stack);
  m_loading = new QWidget(m_stack);  // an answer takes a few milliseconds: nothing flickers up meanwhile
  m_stack->addWidget(m_list);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_loading);
  static_cast<QVBoxLayout*>(layout())->addWidget(m_stack, 1);
}

void RunListPane::bind() {
  m_typed.setSingleShot(true);
  m_typed.setInterval(kTypingPause);
  connect(m_search, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
  connect(&m_typed, &QTimer::timeout, this, [this] { m_runs.setSearch(m_search->text()); });
  connect(m_statusChoices, &QActionGroup::triggered, this, [this](const QAction* action) {
    const int value = action->data().toInt();
    m_runs.setStatus(value == kAnyStatus ? std::nullopt
                                         : std::optional(static_cast<domain::RunStatus>(value)));
  });
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& now) {
            if (!m_syncing && now.isValid()) m_runs.select(m_runs.rows()->row(now.row()).id);
          });
  connect(m_list, &QListView::activated, this, &RunListPane::chosen);
  connect(m_empty, &EmptyState::stepTaken, this, [this] {
    switch (m_runs.state().list) {
      case RunsState::List::NoMatch: return m_runs.clearFilters();
      case RunsState::List::Failed: return m_runs.start();
      default: Q_EMIT agentsPageWanted();
    }
  });
  m_minute.setInterval(kMinute);
  connect(&m_minute, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
  m_minute.start();
  connect(&m_runs, &RunsVm::stateChanged, this, &RunListPane::render);
  connect(m_runs.rows(), &QAbstractItemModel::rowsInserted, this, &RunListPane::syncSelection);
}

void RunListPane::bindAgent() {
  m_agentTyped.setSingleShot(true);
  m_agentTyped.setInterval(kTypingPause);
  connect(&m_agentTyped, &QTimer::timeout, this, [this] { m_runs.findAgents(m_agent->currentText()); });
  connect(m_agent->lineEdit(), &QLineEdit::textEdited, this, [this](const QString& typed) {
    if (typed.isEmpty()) m_runs.setAgent({});
    m_agentTyped.start();
  });
  // The button that clears the field tells textChanged alone.
  connect(m_agent->lineEdit(), &QLineEdit::textChanged, this, [this](const QString& text) {
    if (text.isEmpty() && !m_syncing) m_runs.setAgent({});
  });
  connect(m_agent, &QComboBox::activated, this, [this](int index) {
    if (index >= 0 && index < int(m_shownAgents.size())) m_runs.setAgent(m_shownAgents[std::size_t(index)]);
  });
}

bool RunListPane::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_search && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
      focusList();
      return true;
    }
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
      m_search->clear();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void RunListPane::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void RunListPane::focusList() {
  m_list->setFocus(Qt::OtherFocusReason);
  if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_runs.rows()->index(0));
}

// ---------------------------------------------------------------- rendering

void RunListPane::render() {
  const auto& state = m_runs.state();
  if (!m_typed.isActive()) syncText(m_search, state.search);
  renderFilters();
  renderEmpty();
  QWidget* shown = state.list == RunsState::List::Ready     ? static_cast<QWidget*>(m_list)
                   : state.list == RunsState::List::Loading ? m_loading
                                                            : static_cast<QWidget*>(m_empty);
  if (m_stack->currentWidget() != shown) m_stack->setCurrentWidget(shown);
  syncSelection();
}

void RunListPane::renderFilters() {
  const auto& state = m_runs.state();
  const int chosen = state.status ? int(*state.status) : kAnyStatus;
  for (auto* action : m_statusChoices->actions()) {
    if (action->data().toInt() != chosen) continue;
    if (!action->isChecked()) action->setChecked(true);
    syncText(m_status, action->text());
    describe(m_status, tr("Filter by outcome: %1").arg(action->text()), tr("Filter by outcome"));
  }
  m_syncing = true;
  if (m_shownAgents != state.agents) {
    m_shownAgents = state.agents;
    const auto typed = m_agent->currentText();
    const QSignalBlocker quiet(m_agent);
    m_agent->clear();
    for (const auto& agent : m_shownAgents) m_agent->addItem(agent.name);
    m_agent->setEditText(typed);
  }
  if (!m_agent->hasFocus() && !m_agent->lineEdit()->hasFocus()) syncEditText(m_agent, state.agent.name);
  m_syncing = false;
}

void RunListPane::renderEmpty() {
  const auto& state = m_runs.state();
  switch (state.list) {
    case RunsState::List::NoRuns:
      return m_empty->set(QStringLiteral("view-history"), tr("No runs yet"),
                          tr("Every run of an agent is kept here, with its answer, times and cost."),
                          tr("Try an Agent"));
    case RunsState::List::NoMatch:
      return m_empty->set(QStringLiteral("edit-find"), tr("Nothing found"),
                          tr("No run fits the search and the filters."), tr("Show All Runs"));
    case RunsState::List::Failed:
      return m_empty->set(QStringLiteral("data-error"), tr("The runs could not be read"),
                          state.listError ? format::explain(*state.listError).text() : QString(),
                          tr("Try Again"));
    default: return;
  }
}

void RunListPane::syncSelection() {
  syncCurrent(m_list, m_runs.rows(), m_runs.state().selected, m_syncing);
}

}  // namespace aiagent::ui
