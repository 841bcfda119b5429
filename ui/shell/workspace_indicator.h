// WorkspaceIndicator: in the status bar, what waits in a workspace that is not open; pressed, it goes there.
#pragma once

#include "ui/viewmodels/workspaces_vm.h"
#include "ui/widgets/controls/elided_button.h"

namespace aiagent::ui {

// Hidden while there is nothing to say.
class WorkspaceIndicator : public ElidedButton {
  Q_OBJECT

 public:
  // `workspaces` must outlive it.
  explicit WorkspaceIndicator(const WorkspacesVm& workspaces, QWidget* parent = nullptr);

 Q_SIGNALS:
  void wanted(const std::string& workspace);
  void detailsWanted();  // of one that cannot be opened

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void render();
  void colour();

  const WorkspacesVm& m_workspaces;
};

}  // namespace aiagent::ui
