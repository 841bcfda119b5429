#include "ui/pages/inbox/inbox_page.h"

#include <QHideEvent>
#include <QListView>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/pages/error_strip.h"
#include "ui/pages/inbox/inbox_item_view.h"
#include "ui/pages/inbox/inbox_row_painter.h"
#include "ui/pages/inbox/sync_status_view.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kListWidth = 44;     // characters
constexpr int kBesideEach = 120;   // characters: narrower pages have the list above the item
constexpr int kListRowsAbove = 4;  // of the list when it stands above

constexpr char kUndo[] = "undo";
constexpr char kBringBack[] = "bring-back";
constexpr char kLetGo[] = "let-go";

}  // namespace

InboxPage::InboxPage(InboxPageSetup setup, QWidget* parent)
    : Page(parent),
      m_setup(setup),
      m_inbox(setup.library, setup.sync, setup.agents, setup.account, setup.people) {
  build();
  bind();
  render();
}

void InboxPage::build() {
  setAccessibleName(tr("Inbox"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_status = new SyncStatusView(m_setup.state, this);
  m_decided = new MessageStrip(this);
  m_lost = new MessageStrip(this);
  m_stack = new QStackedWidget(this);
  m_splitter = new QSplitter(Qt::Horizontal, m_stack);
  m_splitter->setHandleWidth(1);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->addWidget(buildList(m_splitter));
  m_item = new InboxItemView(m_inbox, m_setup.state, m_splitter);
  m_splitter->addWidget(m_item);
  m_splitter->setStretchFactor(1, 1);
  m_empty = new EmptyState(m_stack);
  m_loading = new QWidget(m_stack);
  for (QWidget* widget : {static_cast<QWidget*>(m_splitter), static_cast<QWidget*>(m_empty), m_loading})
    m_stack->addWidget(widget);
  column->addWidget(m_status);
  column->addWidget(hairline(Qt::Horizontal, this));
  column->addWidget(m_decided);
  column->addWidget(m_lost);
  column->addWidget(m_stack, 1);
  setFirst(m_list);
}

QWidget* InboxPage::buildList(QWidget* parent) {
  m_list = new QListView(parent);
  m_list->setModel(m_inbox.rows());
  m_list->setItemDelegate(new InboxRowPainter(m_list));
  m_list->setAccessibleName(tr("To be decided, newest first"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setUniformItemSizes(true);
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  return m_list;
}

void InboxPage::bind() {
  connect(&m_inbox, &InboxVm::stateChanged, this, &InboxPage::render);
  connect(&m_setup.state, &SyncVm::stateChanged, this, &InboxPage::render);
  connect(m_inbox.rows(), &QAbstractItemModel::rowsInserted, this, &InboxPage::render);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& now) {
            if (!m_syncing && now.isValid()) m_inbox.select(m_inbox.rows()->row(now.row()).id);
          });
  connect(m_list, &QListView::activated, this, [this] { m_item->focusFirst(); });
  const auto toServer = [this] {
    Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("server"));
  };
  connect(m_status, &SyncStatusView::signInWanted, this, toServer);
  connect(m_empty, &EmptyState::stepTaken, this, toServer);
  connect(m_item, &InboxItemView::agentWanted, this, [this](const domain::AgentId& agent) {
    Q_EMIT pageRequested(QStringLiteral("agents"), QString::fromStdString(agent.toString()));
  });
  connect(m_decided, &MessageStrip::triggered, this, [this](const QString& button) {
    if (button == QLatin1String(kUndo)) return m_inbox.undo();
    if (button == QLatin1String(kCopyDetails) && m_inbox.state().error) copyDetails(*m_inbox.state().error);
  });
  connect(m_decided, &MessageStrip::dismissed, this, [this] {
    m_inbox.clearError();
    m_inbox.flush();
  });
  connect(m_lost, &MessageStrip::triggered, this, [this](const QString& button) {
    m_inbox.decideLost(button == QLatin1String(kBringBack) ? InboxDecision::BringBack : InboxDecision::LetGo);
  });
}

void InboxPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_inbox.load();
}

// Who goes elsewhere has decided; a window that is minimised is no such case.
void InboxPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  if (!event->spontaneous()) m_inbox.flush();
}

void InboxPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const int character = std::max(1, fontMetrics().averageCharWidth());
  const bool beside = event->size().width() >= kBesideEach * character;
  const auto wanted = beside ? Qt::Horizontal : Qt::Vertical;
  const bool first = m_list->minimumWidth() == 0;
  if (m_splitter->orientation() == wanted && !first) return;
  m_splitter->setOrientation(wanted);
  m_list->setMinimumWidth(20 * character);
  const int row = 2 * fontMetrics().height() + 20;
  const int rows = std::clamp(m_inbox.rows()->rowCount(), 2, kListRowsAbove);
  const int size = beside ? kListWidth * character : rows * row;
  m_splitter->setSizes(
      {size, std::max(size, (beside ? event->size().width() : event->size().height()) - size)});
}

// ---------------------------------------------------------------- rendering

void InboxPage::render() {
  const auto& state = m_inbox.state();
  QWidget* shown = !state.loaded     ? m_loading
                   : state.open == 0 ? static_cast<QWidget*>(m_empty)
                                     : static_cast<QWidget*>(m_splitter);
  if (m_stack->currentWidget() != shown) m_stack->setCurrentWidget(shown);
  renderEmpty();
  renderStrips();
  syncCurrent(m_list, m_inbox.rows(), state.selected, m_syncing);
  syncVisible(m_item, state.detail != nullptr);
}

void InboxPage::renderEmpty() {
  if (m_setup.state.state().shared())
    return m_empty->set(QStringLiteral("mail-folder-inbox"), tr("Nothing to be decided"),
                        tr("When you and somebody else change the same words, or the server does not take a "
                           "change, it stands here with your text."));
  m_empty->set(QStringLiteral("mail-folder-inbox"), tr("Not shared yet"),
               tr("Sign in at a server to share it. What sync cannot decide by itself will then stand here."),
               tr("Sign In at a Server…"));
}

void InboxPage::renderStrips() {
  const auto& state = m_inbox.state();
  StripMessage message;
  if (state.error)
    message = errorMessage(*state.error);
  else if (!state.decided.isEmpty())
    message = {.kind = StripKind::Positive,
               .sentence = state.decided,
               .buttons = {{QLatin1String(kUndo), tr("Undo")}}};
  syncStrip(m_decided, message);
  StripMessage lost;
  const bool may = m_setup.state.state().readOnlyReason().isEmpty();
  if (state.lost > 1) {
    lost = {.kind = StripKind::Caution,
            .sentence = tr("The server was set back to an older state and lost %n changes of others that are "
                           "still here.",
                           nullptr, state.lost),
            .closable = false};
    if (may) lost.buttons.push_back({QLatin1String(kBringBack), tr("Bring All Back")});
    lost.buttons.push_back({QLatin1String(kLetGo), tr("Let All Go")});
  }
  syncStrip(m_lost, lost);
}

// ---------------------------------------------------------------- the page

void InboxPage::go(const QString& target) {
  if (target == QLatin1String("status")) m_status->focusFirst();
}

QList<QWidget*> InboxPage::panes() const {
  return {m_status, m_list, m_item};
}

void InboxPage::flush(std::function<void()> done) {
  m_inbox.flush(std::move(done));
}

}  // namespace aiagent::ui
