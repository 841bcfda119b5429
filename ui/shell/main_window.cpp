#include "ui/shell/main_window.h"

#include <memory>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/shell/drop_hint.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/sync_indicator.h"
#include "ui/shell/window_frame.h"
#include "ui/shell/workspace_indicator.h"
#include "ui/shell/workspace_switcher.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/mnemonic.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr char kGeometryKey[] = "window.geometry";
constexpr char kPageKey[] = "window.page";
constexpr char kSignIn[] = "sign-in";

}  // namespace

MainWindow::MainWindow(MainWindowSetup setup, QWidget* parent)
    : QMainWindow(parent),
      m_setup(std::move(setup)),
      m_rail(new NavigationRail),
      m_stack(new QStackedWidget),
      m_strip(new MessageStrip),
      m_readOnly(new MessageStrip) {
  setWindowTitle(tr("AI Agent Generator"));
  auto* centre = new QWidget(this);
  auto* columns = new QHBoxLayout(centre);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  auto* content = new QVBoxLayout;
  content->setContentsMargins(0, 0, 0, 0);
  content->setSpacing(0);
  content->addWidget(m_strip);
  content->addWidget(m_readOnly);
  content->addWidget(m_stack, 1);
  columns->addWidget(m_rail);
  columns->addLayout(content, 1);
  setCentralWidget(centre);
  m_frame = new WindowFrame(this);

  for (auto& entry : m_setup.pages) {
    if (entry.inRail) m_rail->add(entry.id, withoutMnemonic(entry.title), entry.iconName, entry.atEnd);
    m_slots.push_back({entry});
    if (entry.takesFiles) m_fileTaker = entry.id;
  }
  if (!m_fileTaker.isEmpty()) {
    m_dropHint = new DropHint(this);
    setAcceptDrops(true);
  }
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    if (button == QLatin1String(kSignIn)) {
      m_strip->clear();
      return openPage(QStringLiteral("settings"), QStringLiteral("server"));
    }
    Q_EMIT answered(button);
  });
  connect(m_rail, &NavigationRail::chosen, this, [this](const QString& id) { openPage(id); });
  buildStatusBar();
  addCommands();
  m_palette = new CommandPalette(m_setup.registry, m_setup.finder, this);
  connect(&m_setup.shell, &ShellVm::stateChanged, this, &MainWindow::renderStatus);
  connect(&m_setup.registry, &CommandRegistry::shortcutsChanged, this, &MainWindow::describeRail);
  renderStatus();
  describeRail();
  if (m_setup.sync) renderSync();
  restoreGeometryOrDefault();
}

void MainWindow::buildStatusBar() {
  m_provider = new QToolButton;
  m_provider->setAutoRaise(true);
  m_provider->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_provider->setToolTip(tr("Where runs are sent. Opens the settings."));
  connect(m_provider, &QToolButton::clicked, this,
          [this] { openPage(QStringLiteral("settings"), QStringLiteral("providers")); });
  m_runs = new QLabel;
  if (m_setup.server) {
    auto* workspaces = new WorkspaceSwitcher(*m_setup.server, m_setup.sync, m_setup.workspaces);
    connect(workspaces, &WorkspaceSwitcher::newWorkspaceWanted, this,
            [this] { openPage(QStringLiteral("settings"), QStringLiteral("server")); });
    statusBar()->addWidget(workspaces);
  }
  if (m_setup.sync) {
    auto* sync = new SyncIndicator(*m_setup.sync);
    connect(sync, &QToolButton::clicked, this,
            [this] { openPage(QStringLiteral("inbox"), QStringLiteral("status")); });
    connect(m_setup.sync, &SyncVm::stateChanged, this, &MainWindow::renderSync);
    statusBar()->addWidget(sync);
  }
  if (m_setup.server && m_setup.workspaces) {
    auto* others = new WorkspaceIndicator(*m_setup.workspaces);
    connect(others, &WorkspaceIndicator::wanted, m_setup.server, &ServerVm::open);
    connect(others, &WorkspaceIndicator::detailsWanted, this,
            [this] { openPage(QStringLiteral("settings"), QStringLiteral("server")); });
    statusBar()->addWidget(others);
  }
  statusBar()->addWidget(m_provider);
  statusBar()->addPermanentWidget(m_runs);
  statusBar()->setSizeGripEnabled(false);
}

void MainWindow::renderStatus() {
  const auto& state = m_setup.shell.state();
  const QString text = !state.providerKnown ? QString()
                       : state.rehearsal    ? tr("Rehearsal: no model involved")
                       : !state.decided     ? tr("No provider chosen")
                                            : tr("Runs go to %1").arg(state.provider);
  if (m_provider->text() != text) {
    m_provider->setText(text);
    m_provider->setIcon(
        icon(state.decided ? QStringLiteral("network-server") : QStringLiteral("data-warning")));
    m_provider->setAccessibleName(text);
  }
  m_provider->setVisible(!text.isEmpty());
  const QString runs = state.runs == 0   ? QString()
                       : state.runs == 1 ? tr("1 run going on")
                                         : tr("%n runs going on", nullptr, state.runs);
  if (m_runs->text() != runs) m_runs->setText(runs);
  if (state.storageError && !m_strip->isVisible()) {
    const auto told = format::explain(*state.storageError);
    m_strip->tell({.kind = StripKind::Negative, .sentence = told.text()});
  }
}

// Told once each time it comes up, so that who closed the strip has peace; the status bar goes on saying it.
void MainWindow::renderSync() {
  const auto& state = m_setup.sync->state();
  setBadge(QStringLiteral("inbox"), int(state.open()), tr("%n to be decided", nullptr, int(state.open())));
  const auto reason = state.readOnlyReason();
  StripMessage readOnly;
  if (!reason.isEmpty()) readOnly = {.kind = StripKind::Informative, .sentence = reason, .closable = false};
  syncStrip(m_readOnly, readOnly);
  for (auto& slot : m_slots)
    if (slot.page) slot.page->setReadOnly(reason);
  const bool ask = state.kind == SyncState::Kind::SignIn;
  if (ask && !m_askedToSignIn)
    tell(
        {.kind = StripKind::Caution,
         .sentence = tr("The server does not take this computer's sign-in any more. Your edits are kept here "
                        "and wait until you sign in again."),
         .buttons = {{QLatin1String(kSignIn), tr("Sign In Again…")}}});
  m_askedToSignIn = ask;
}

void MainWindow::tell(const StripMessage& message) {
  m_strip->tell(message);
}

void MainWindow::takeBack() {
  m_strip->clear();
}

// ---------------------------------------------------------------- commands

void MainWindow::addCommands() {
  auto& registry = m_setup.registry;
  const QString window = tr("Window");
  int number = 0;
  for (const auto& slot : m_slots)
    if (slot.entry.inRail) addPageCommand(slot.entry, ++number);
  registry.add(this,
               {QStringLiteral("window.palette"),
                tr("&Command palette"),
                window,
                QStringLiteral("edit-find"),
                {QKeySequence(Qt::CTRL | Qt::Key_K)}},
               [this] { m_palette->open(); });
  registry.add(this,
               {QStringLiteral("window.find"),
                tr("&Find in this page"),
                window,
                QStringLiteral("edit-find"),
                {QKeySequence::Find}},
               [this] {
                 if (auto* shown = page(m_current)) shown->focusSearch();
               });
  registry.add(this,
               {QStringLiteral("window.nextPane"), tr("Next &pane"), window, {}, {QKeySequence(Qt::Key_F6)}},
               [this] { nextPane(1); });
  registry.add(this,
               {QStringLiteral("window.previousPane"),
                tr("Previous p&ane"),
                window,
                {},
                {QKeySequence(Qt::SHIFT | Qt::Key_F6)}},
               [this] { nextPane(-1); });
  registry.add(this,
               {QStringLiteral("window.quit"), tr("&Quit"), window, {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)}},
               [this] { close(); });
}

void MainWindow::addPageCommand(const PageEntry& entry, int number) {
  QList<QKeySequence> shortcuts;
  if (number <= 9) shortcuts << QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number));
  m_setup.registry.add(this,
                       {QStringLiteral("page.") + entry.id, tr("Go to %1").arg(withoutMnemonic(entry.title)),
                        tr("Window"), entry.iconName, shortcuts},
                       [this, id = entry.id] { openPage(id); });
}

void MainWindow::describeRail() {
  for (const auto& slot : m_slots) {
    const auto* action = m_setup.registry.find(QStringLiteral("page.") + slot.entry.id);
    if (!action) continue;
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString title = withoutMnemonic(slot.entry.title);
    const QString named = keys.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, keys);
    m_rail->setToolTip(slot.entry.id, slot.badge.isEmpty() ? named : named + QLatin1Char('\n') + slot.badge);
  }
}

void MainWindow::setBadge(const QString& id, int number, const QString& spoken) {
  auto* slot = find(id);
  if (!slot) return;
  slot->badge = number > 0 ? spoken : QString();
  m_rail->setBadge(id, number, slot->badge);
  describeRail();
}

// F6 goes through the rail and the page's panes; what had the focus in a pane gets it back by Tab order.
void MainWindow::nextPane(int step) {
  QList<QWidget*> panes{m_rail};
  if (const auto* shown = page(m_current))
    for (auto* pane : shown->panes())
      if (pane->isVisible()) panes << pane;
  const QWidget* focus = QApplication::focusWidget();
  qsizetype at = 0;
  for (qsizetype i = 0; i < panes.size(); ++i)
    if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus))) at = i;
  auto* next = panes[(at + step + panes.size()) % panes.size()];
  if (next->focusPolicy() == Qt::NoFocus && !next->focusProxy()) {
    for (auto* child : next->findChildren<QWidget*>())
      if (child->isVisibleTo(next) && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
        next = child;
        break;
      }
  }
  next->setFocus(Qt::ShortcutFocusReason);
}

// ---------------------------------------------------------------- pages

MainWindow::Slot* MainWindow::find(const QString& id) {
  for (auto& slot : m_slots)
    if (slot.entry.id == id) return &slot;
  return nullptr;
}

Page* MainWindow::page(const QString& id) const {
  for (const auto& slot : m_slots)
    if (slot.entry.id == id) return slot.page;
  return nullptr;
}

Page* MainWindow::build(Slot& slot) {
  slot.page = slot.entry.build(m_stack);
  m_stack->addWidget(slot.page);
  connect(slot.page, &Page::pageRequested, this, &MainWindow::openPage);
  connect(slot.page, &Page::frameChanged, this, &MainWindow::renderFrame);
  if (m_setup.sync) slot.page->setReadOnly(m_setup.sync->state().readOnlyReason());
  return slot.page;
}

void MainWindow::renderFrame() {
  const auto* shown = page(m_current);
  m_frame->setColour(shown ? shown->frameColour() : QColor());
}

void MainWindow::openPage(const QString& id, const QString& target) {
  auto* slot = find(id);
  if (!slot) return;
  Page* shown = slot->page ? slot->page : build(*slot);
  // The focus goes along, but stays on the rail for whoever walks there with the arrows.
  const QWidget* focus = QApplication::focusWidget();
  const bool onRail = focus && m_rail->isAncestorOf(focus);
  m_stack->setCurrentWidget(shown);
  if (!onRail && m_current != id) shown->takeFocus(Qt::OtherFocusReason);
  m_current = id;
  m_rail->setCurrent(id);
  renderFrame();
  setWindowTitle(tr("%1 – AI Agent Generator").arg(withoutMnemonic(slot->entry.title)));
  if (slot->entry.inRail) m_setup.settings.set(kPageKey, format::utf8(id));
  if (!target.isEmpty()) shown->go(target);
}

void MainWindow::openLastPage() {
  const QString last = format::text(m_setup.settings.value(kPageKey));
  openPage(find(last) ? last : m_slots.front().entry.id);
}

// ---------------------------------------------------------------- files dropped on the window

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!m_dropHint || droppedPaths(event->mimeData()).isEmpty()) return;
  m_dropHint->cover();
  event->setDropAction(Qt::CopyAction);
  event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
  if (m_dropHint) m_dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
  if (!m_dropHint) return;
  m_dropHint->hide();
  const auto paths = droppedPaths(event->mimeData());
  if (paths.isEmpty()) return;
  event->setDropAction(Qt::CopyAction);
  event->accept();
  openPage(m_fileTaker, paths.join(QLatin1Char('\n')));
}

// ---------------------------------------------------------------- as it was left, and the end

void MainWindow::restoreGeometryOrDefault() {
  const auto kept = QByteArray::fromBase64(QByteArray::fromStdString(m_setup.settings.value(kGeometryKey)));
  if (!kept.isEmpty() && restoreGeometry(kept)) return;
  const QSize room = screen() ? screen()->availableSize() : QSize(1440, 900);
  resize(QSize(1360, 860).boundedTo(room * 0.92));
}

void MainWindow::keepGeometry() {
  m_setup.settings.set(kGeometryKey, saveGeometry().toBase64().toStdString());
}

void MainWindow::flushPages(std::function<void()> done) {
  auto left = std::make_shared<int>(1);
  const auto one = [left, done = std::move(done)] {
    if (--*left == 0) done();
  };
  for (auto& slot : m_slots) {
    if (!slot.page) continue;
    ++*left;
    slot.page->flush(one);
  }
  one();
}

void MainWindow::end() {
  if (m_ending) return;
  m_ending = true;
  keepGeometry();
  hide();
  flushPages([this] {
    if (!m_setup.shutDown) {
      Q_EMIT ended();
      return;
    }
    m_setup.shutDown([this] { Q_EMIT ended(); });
  });
}

// The window is gone at once; the program ends when all is written.
void MainWindow::closeEvent(QCloseEvent* event) {
  event->ignore();
  end();
}

}  // namespace aiagent::ui
