// WorkspaceSwitcher: which workspace is open, and a menu of the others, in the status bar.
#pragma once

#include <QToolButton>

#include "ui/viewmodels/server_vm.h"

class QMenu;

namespace aiagent::ui {

// Hidden while nobody is signed in.
class WorkspaceSwitcher : public QToolButton {
  Q_OBJECT

 public:
  // `server` must outlive it.
  explicit WorkspaceSwitcher(ServerVm& server, QWidget* parent = nullptr);

 Q_SIGNALS:
  void newWorkspaceWanted();

 private:
  void render();
  void fill();

  ServerVm& m_server;
  QMenu* m_menu;
};

}  // namespace aiagent::ui
