// WorkspaceSwitcher: which workspace is open, and a menu of the others, in the status bar.
#pragma once

#include <QToolButton>

#include "ui/viewmodels/server_vm.h"
#include "ui/viewmodels/sync_vm.h"
#include "ui/viewmodels/workspaces_vm.h"

class QMenu;

namespace aiagent::ui {

// Hidden while nobody is signed in.
class WorkspaceSwitcher : public QToolButton {
  Q_OBJECT

 public:
  // All of it must outlive it. What waits in each is said of what there is.
  explicit WorkspaceSwitcher(ServerVm& server, const SyncVm* sync = nullptr,
                             const WorkspacesVm* others = nullptr, QWidget* parent = nullptr);

 Q_SIGNALS:
  void newWorkspaceWanted();

 private:
  void render();
  void fill();
  QString waitsIn(const std::string& workspace) const;

  ServerVm& m_server;
  const SyncVm* m_sync;
  const WorkspacesVm* m_others;
  QMenu* m_menu;
};

}  // namespace aiagent::ui
