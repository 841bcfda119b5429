#include "ui/pages/library_pane.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/agent_row_painter.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/elided_button.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/off_because.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr char kUndo[] = "undo";

QString orderName(store::AgentOrder order) {
  switch (order) {
    case store::AgentOrder::RecentFirst: return LibraryPane::tr("Recent first");
    case store::AgentOrder::OldestFirst: return LibraryPane::tr("Oldest first");
    case store::AgentOrder::NameAscending: return LibraryPane::tr("Name, A to Z");
    case store::AgentOrder::NameDescending: return LibraryPane::tr("Name, Z to A");
  }
  return {};
}

QString filterName(store::ArchiveFilter filter) {
  switch (filter) {
    case store::ArchiveFilter::ActiveOnly: return LibraryPane::tr("Without the archive");
    case store::ArchiveFilter::ArchivedOnly: return LibraryPane::tr("Only the archive");
    case store::ArchiveFilter::All: return LibraryPane::tr("All, with the archive");
  }
  return {};
}

template <class Value>
void addChoice(QMenu* menu, QActionGroup* group, const QString& text, Value value,
               std::function<void(Value)> choose) {
  auto* action = menu->addAction(text);
  action->setCheckable(true);
  action->setData(int(value));
  group->addAction(action);
  QObject::connect(action, &QAction::triggered, menu, [value, choose = std::move(choose)] { choose(value); });
}

}  // namespace

LibraryPane::LibraryPane(LibraryVm& library, CommandRegistry& registry, QWidget* parent)
    : QWidget(parent), m_library(library), m_registry(registry) {
  build();
  addCommands(registry);
  bind();
  render();
}

void LibraryPane::build() {
  setAccessibleName(tr("Library"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, kGapRelated, 0, 0);
  column->setSpacing(kGapRelated);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(kGapRelated, 0, kGapRelated, 0);
  top->setSpacing(kGapInside);
  m_search = new QLineEdit(this);
  m_search->setPlaceholderText(tr("Search"));
  m_search->setAccessibleName(tr("Search agents"));
  makeSearchField(m_search);
  m_search->installEventFilter(this);
  m_new = new QToolButton(this);
  m_new->setAutoRaise(true);
  m_new->setFocusPolicy(Qt::StrongFocus);
  top->addWidget(m_search, 1);
  m_more = new QToolButton(this);
  m_more->setAutoRaise(true);
  m_more->setIcon(icon(QStringLiteral("overflow-menu")));
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setFocusPolicy(Qt::StrongFocus);
  m_more->setMenu(new QMenu(m_more));
  describe(m_more, tr("Import and export"), tr("Import and export"));
  top->addWidget(m_new);
  top->addWidget(m_more);
  column->addLayout(top);
  buildFilters();
  m_strip = new MessageStrip(this);
  auto* stripRow = new QHBoxLayout;
  stripRow->setContentsMargins(kGapRelated, 0, kGapRelated, 0);
  stripRow->addWidget(m_strip);
  column->addLayout(stripRow);
  m_note = hintLabel({}, this);
  m_note->setContentsMargins(kGapRelated, 0, kGapRelated, 0);
  column->addWidget(m_note);
  buildList();
}

void LibraryPane::buildFilters() {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(kGapRelated, 0, kGapRelated, 0);
  row->setSpacing(kGapInside);
  const auto menuButton = [this](const QString& name) {
    auto* button = new ElidedButton(this);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    describe(button, name, name);
    return button;
  };
  m_tag = menuButton(tr("Filter by tag"));
  m_tag->setIcon(icon(QStringLiteral("tag")));
  m_order = menuButton(tr("Order and archive"));
  m_order->setIcon(icon(QStringLiteral("view-sort")));
  auto* orders = new QActionGroup(m_order);
  for (const auto order : {store::AgentOrder::RecentFirst, store::AgentOrder::OldestFirst,
                           store::AgentOrder::NameAscending, store::AgentOrder::NameDescending})
    addChoice<store::AgentOrder>(m_order->menu(), orders, orderName(order), order,
                                 [this](store::AgentOrder chosen) { m_library.setOrder(chosen); });
  m_order->menu()->addSeparator();
  auto* filters = new QActionGroup(m_order);
  for (const auto filter :
       {store::ArchiveFilter::ActiveOnly, store::ArchiveFilter::All, store::ArchiveFilter::ArchivedOnly})
    addChoice<store::ArchiveFilter>(
        m_order->menu(), filters, filterName(filter), filter,
        [this](store::ArchiveFilter chosen) { m_library.setArchiveFilter(chosen); });
  connect(m_order->menu(), &QMenu::aboutToShow, this, [this, orders, filters] {
    for (auto* action : orders->actions())
      action->setChecked(action->data().toInt() == int(m_library.state().order));
    for (auto* action : filters->actions())
      action->setChecked(action->data().toInt() == int(m_library.state().archive));
  });
  connect(m_tag->menu(), &QMenu::aboutToShow, this, &LibraryPane::rebuildTagMenu);
  row->addWidget(m_tag);
  row->addStretch(1);
  row->addWidget(m_order);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void LibraryPane::rebuildTagMenu() {
  auto* menu = m_tag->menu();
  menu->clear();
  const auto add = [&](const QString& text, const QString& tag) {
    auto* action = menu->addAction(text, this, [this, tag] { m_library.setTag(tag); });
    action->setCheckable(true);
    action->setChecked(m_library.state().tag == tag);
  };
  add(tr("All tags"), {});
  menu->addSeparator();
  for (const auto& tag : m_library.state().tags)
    add(QString(tag).replace(QLatin1Char('&'), QLatin1String("&&")), tag);
  if (m_library.state().tags.isEmpty()) menu->addAction(tr("No agent has a tag yet"))->setEnabled(false);
}

void LibraryPane::buildList() {
  m_list = new QListView(this);
  m_list->setModel(m_library.rows());
  m_list->setItemDelegate(new AgentRowPainter(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setContextMenuPolicy(Qt::CustomContextMenu);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setAccessibleName(tr("Agents"));
  m_list->setObjectName(QStringLiteral("library"));
  m_list->installEventFilter(this);
  m_empty = new EmptyState(this);
  m_stack = new QStackedWidget(this);
  m_stack->addWidget(m_list);
  m_stack->addWidget(m_empty);
  m_import = new QPushButton(tr("Import…"), this);
  m_import->setFlat(true);
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->addWidget(m_stack, 1);
  column->addWidget(m_import, 0, Qt::AlignHCenter);
}

void LibraryPane::addCommands(CommandRegistry& registry) {
  const QString agents = tr("Agents");
  auto* page = parentWidget() ? parentWidget() : this;
  auto* create = registry.add(page,
                              {QStringLiteral("agents.new"),
                               tr("&New agent"),
                               agents,
                               QStringLiteral("list-add"),
                               {QKeySequence::New}},
                              [this] { m_library.create(); });
  m_new->setDefaultAction(create);
  m_new->setToolButtonStyle(Qt::ToolButtonIconOnly);
  const auto describeNew = [this, create] {
    const QString why = create->isEnabled() ? QString() : create->property(kOffBecause).toString();
    const QString keys = create->shortcut().toString(QKeySequence::NativeText);
    describe(m_new, tr("New agent"), why.isEmpty() ? tr("New agent (%1)").arg(keys) : why);
  };
  connect(create, &QAction::changed, m_new, describeNew);
  describeNew();
  registry.add(page,
               {QStringLiteral("agents.duplicate"),
                tr("&Duplicate agent"),
                agents,
                QStringLiteral("edit-duplicate"),
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}},
               [this] {
                 if (!current().isNull()) m_library.duplicate(current());
               });
  registry.add(page,
               {QStringLiteral("agents.archive"),
                tr("&Archive or restore agent"),
                agents,
                QStringLiteral("archive-insert"),
                {}},
               [this] {
                 const int row = m_library.rows()->indexOf(current());
                 if (row >= 0) m_library.setArchived(current(), !m_library.rows()->row(row).archived);
               });
  registry.add(
      page, {QStringLiteral("agents.delete"), tr("De&lete agent"), agents, QStringLiteral("edit-delete"), {}},
      [this] {
        if (!current().isNull()) m_library.remove(current());
      });
  addExchangeCommands(registry, page);
}

void LibraryPane::addExchangeCommands(CommandRegistry& registry, QWidget* owner) {
  const QString agents = tr("Agents");
  // a window with the import page has this command everywhere already
  auto* bringIn = registry.find(QStringLiteral("agents.import"));
  if (!bringIn)
    bringIn = registry.add(owner,
                           {QStringLiteral("agents.import"),
                            tr("&Import agents…"),
                            agents,
                            QStringLiteral("document-new"),
                            {QKeySequence::Open}},
                           [this] { Q_EMIT importWanted(); });
  auto* one = registry.add(
      owner,
      {QStringLiteral("agents.export"), tr("&Export agent…"), agents, QStringLiteral("document-save"), {}},
      [this] {
        if (!current().isNull()) Q_EMIT exportWanted(format::text(current().toString()));
      });
  auto* all = registry.add(owner,
                           {QStringLiteral("agents.exportAll"),
                            tr("E&xport the whole library…"),
                            agents,
                            QStringLiteral("document-save"),
                            {}},
                           [this] { Q_EMIT exportWanted(QStringLiteral("all")); });
  m_more->menu()->addActions({bringIn, one, all});
  connect(m_more->menu(), &QMenu::aboutToShow, this, [this, one] { one->setEnabled(!current().isNull()); });
  connect(m_more->menu(), &QMenu::aboutToHide, one, [one] { one->setEnabled(true); });
}

void LibraryPane::bind() {
  connect(m_search, &QLineEdit::textChanged, &m_library, &LibraryVm::setSearch);
  connect(&m_library, &LibraryVm::stateChanged, this, &LibraryPane::render);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (!m_syncing && index.isValid()) m_library.select(m_library.rows()->row(index.row()).id);
          });
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(m_library.rows(), signal, this, [this] { syncSelection(); });
  connect(m_list, &QListView::clicked, this, &LibraryPane::chosen);
  connect(m_list, &QListView::customContextMenuRequested, this, &LibraryPane::showContextMenu);
  connect(m_empty, &EmptyState::stepTaken, &m_library, &LibraryVm::clearFilters);
  connect(m_import, &QPushButton::clicked, this, &LibraryPane::importWanted);
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& id) {
    if (id == QLatin1String(kUndo) && m_readOnly) return;
    if (id == QLatin1String(kUndo)) return m_library.undo();
    if (id == QLatin1String(kCopyDetails))
      return copyDetails(m_library.state().error.value_or(base::Error{}));
    m_library.clearError();
    m_library.start();
  });
  connect(m_strip, &MessageStrip::dismissed, this, [this] {
    m_library.clearError();
    m_library.endUndo();
  });
}

void LibraryPane::render() {
  const auto& state = m_library.state();
  if (m_search->text() != state.search) {
    const QSignalBlocker quiet(m_search);
    m_search->setText(state.search);
  }
  const QString opens = QStringLiteral(" \u25be");
  m_tag->setFullText(state.tag.isEmpty() ? tr("All tags") : state.tag, opens);
  m_order->setFullText(
      state.archive == store::ArchiveFilter::ActiveOnly ? orderName(state.order) : filterName(state.archive),
      opens);
  m_order->setEnabled(true);
  const bool indexing = state.indexIncomplete && !state.search.isEmpty();
  m_note->setText(indexing ? tr("Still indexing: more may be found in a moment.") : QString());
  m_note->setVisible(indexing);
  renderEmpty();
  renderStrip();
  syncSelection();
}

void LibraryPane::renderEmpty() {
  const auto& state = m_library.state();
  using Empty = LibraryState::Empty;
  switch (state.empty) {
    case Empty::No:
    case Empty::NoAgents: break;  // the editor says so, where there is room for the first step
    case Empty::NoMatch:
      m_empty->set(QStringLiteral("edit-find"), tr("Nothing found"),
                   tr("No agent fits the search and the filters."), tr("Show All"));
      break;
    case Empty::NothingArchived:
      m_empty->set(QStringLiteral("archive-insert"), tr("The archive is empty"), {}, tr("Show All"));
      break;
  }
  const bool said = state.loaded && state.empty != Empty::No && state.empty != Empty::NoAgents;
  m_import->setVisible(state.loaded && state.empty == Empty::NoAgents);
  m_stack->setCurrentWidget(said ? m_empty : static_cast<QWidget*>(m_list));
}

void LibraryPane::renderStrip() {
  const auto& state = m_library.state();
  using Undo = LibraryState::Undo;
  StripMessage message;
  if (state.error) {
    message = errorMessage(*state.error);
  } else if (state.undo != Undo::None) {
    const QString name = state.undoName.left(40);
    message.sentence = state.undo == Undo::Delete    ? tr("“%1” was deleted.").arg(name)
                       : state.undo == Undo::Archive ? tr("“%1” was archived.").arg(name)
                                                     : tr("“%1” is back from the archive.").arg(name);
    message.buttons = {{QLatin1String(kUndo), tr("Undo")}};
  }
  if (message.sentence.isEmpty()) return m_strip->clear();
  if (m_strip->message().sentence != message.sentence || !m_strip->isVisible()) m_strip->tell(message);
}

void LibraryPane::syncSelection() {
  syncCurrent(m_list, m_library.rows(), m_library.state().selected, m_syncing);
}

domain::AgentId LibraryPane::current() const {
  return m_library.state().selected;
}

void LibraryPane::showContextMenu(const QPoint& at) {
  const auto index = m_list->indexAt(at);
  if (index.isValid()) m_list->setCurrentIndex(index);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const char* id :
       {"agents.new", "agents.duplicate", "agents.export", "agents.archive", "agents.delete"})
    if (auto* action = m_registry.find(QLatin1String(id))) menu->addAction(action);
  menu->popup(m_list->viewport()->mapToGlobal(at));
}

void LibraryPane::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void LibraryPane::focusList() {
  m_list->setFocus(Qt::OtherFocusReason);
}

// From the search field straight into the list with the arrows, and on with Return.
bool LibraryPane::eventFilter(QObject* watched, QEvent* event) {
  const bool override = event->type() == QEvent::ShortcutOverride;
  if (event->type() != QEvent::KeyPress && !override) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  if (override) {  // Esc empties the field before it means anything else
    if (watched == m_search && key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) event->accept();
    return false;
  }
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  if (watched == m_list) {
    if (enter) Q_EMIT chosen();
    if (key->key() == Qt::Key_Delete && !current().isNull() && !m_readOnly) m_library.remove(current());
    return enter || key->key() == Qt::Key_Delete;
  }
  const int rows = m_library.rows()->rowCount();
  if ((key->key() == Qt::Key_Down || enter) && rows > 0) {
    if (!m_list->currentIndex().isValid() || enter) m_list->setCurrentIndex(m_library.rows()->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
    if (enter) Q_EMIT chosen();
    return true;
  }
  if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  return false;
}

}  // namespace aiagent::ui
