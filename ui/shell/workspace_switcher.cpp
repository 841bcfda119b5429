#include "ui/shell/workspace_switcher.h"

#include <QActionGroup>
#include <QMenu>

#include "ui/format/sync_words.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

QString titleOf(const services::ServerWorkspace& workspace) {
  return format::workspaceName(workspace.name, workspace.personal);
}

}  // namespace

WorkspaceSwitcher::WorkspaceSwitcher(ServerVm& server, const SyncVm* sync, const WorkspacesVm* others,
                                     QWidget* parent)
    : QToolButton(parent), m_server(server), m_sync(sync), m_others(others), m_menu(new QMenu(this)) {
  setAutoRaise(true);
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setPopupMode(QToolButton::InstantPopup);
  setFocusPolicy(Qt::TabFocus);
  setMenu(m_menu);
  connect(m_menu, &QMenu::aboutToShow, this, &WorkspaceSwitcher::fill);
  connect(&m_server, &ServerVm::stateChanged, this, &WorkspaceSwitcher::render);
  render();
}

void WorkspaceSwitcher::render() {
  const auto& state = m_server.state();
  const services::ServerWorkspace* open = nullptr;
  if (state.identity)
    for (const auto& workspace : state.identity->workspaces)
      if (workspace.id == state.inUse) open = &workspace;
  setVisible(open != nullptr);
  if (!open) return;
  syncText(this, titleOf(*open));
  setIcon(ui::icon(open->personal ? QStringLiteral("im-user") : QStringLiteral("system-users")));
  setAccessibleName(tr("Workspace: %1").arg(titleOf(*open)));
  setToolTip(tr("You are here as: %1. %2").arg(format::roleName(open->role), format::roleHelp(open->role)));
}

// In words: what is not sent, what is to be decided, what went wrong.
QString WorkspaceSwitcher::waitsIn(const std::string& workspace) const {
  if (workspace != m_server.state().inUse) {
    const auto* known = m_others ? m_others->state().find(workspace) : nullptr;
    return known ? known->words : QString();
  }
  if (!m_sync || !m_sync->state().shared()) return {};
  const auto open = m_sync->state().open();
  const auto decide = tr("%n to be decided", nullptr, int(open));
  return open > 0 ? m_sync->state().words + QStringLiteral(" · ") + decide : m_sync->state().words;
}

void WorkspaceSwitcher::fill() {
  m_menu->clear();
  const auto& state = m_server.state();
  if (!state.identity) return;
  auto* group = new QActionGroup(m_menu);
  for (const auto& workspace : state.identity->workspaces) {
    auto title = tr("%1 – %2", "workspace, role").arg(titleOf(workspace), format::roleName(workspace.role));
    // A column of its own in the menu.
    if (const auto waits = waitsIn(workspace.id); !waits.isEmpty()) title += QLatin1Char('\t') + waits;
    auto* action = m_menu->addAction(title.replace(QLatin1Char('&'), QLatin1String("&&")));
    action->setCheckable(true);
    action->setChecked(workspace.id == state.inUse);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, id = workspace.id] { m_server.open(id); });
  }
  m_menu->addSeparator();
  connect(m_menu->addAction(tr("New Workspace…")), &QAction::triggered, this,
          &WorkspaceSwitcher::newWorkspaceWanted);
}

}  // namespace aiagent::ui
