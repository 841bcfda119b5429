// Desktop: the window over a backend: which pages there are, and what they are made of.
#pragma once

#include <functional>
#include <memory>
#include <QObject>

#include "app/backend/backend.h"
#include "core/services/other_workspaces.h"
#include "ui/shell/main_window.h"
#include "ui/shell/portal_colours.h"
#include "ui/shell/theme.h"
#include "ui/viewmodels/first_run_vm.h"
#include "ui/viewmodels/generation_jobs_vm.h"
#include "ui/viewmodels/server_vm.h"
#include "ui/viewmodels/settings_actions.h"
#include "ui/viewmodels/shell_vm.h"
#include "ui/viewmodels/sync_vm.h"
#include "ui/viewmodels/workspaces_vm.h"
#include "ui/widgets/controls/command_registry.h"

class QApplication;

namespace aiagent::desktop {

class Desktop : public QObject {
  Q_OBJECT

 public:
  Desktop(QApplication& application, app::Backend& backend);
  ~Desktop() override;

  // Shows the window; what is not needed for its first frame follows when that is on the screen.
  // `invitation`: the link of one, to be taken up at once; empty: none.
  void start(const QString& invitation = {});
  // Another workspace was chosen: the backend is to be opened anew, and a window over it.
  bool opensAnew() const { return m_opensAnew; }

 Q_SIGNALS:
  void ended();  // all is written, the program may end

 private:
  std::vector<ui::PageEntry> pages();
  ui::Page* buildAgents(QWidget* parent);
  ui::Page* buildGenerate(QWidget* parent);
  ui::Page* buildRuns(QWidget* parent);
  ui::Page* buildSettings(QWidget* parent);
  ui::Page* buildInbox(QWidget* parent);
  ui::Page* buildPeople(QWidget* parent);
  ui::Page* buildDeployments(QWidget* parent);
  ui::Page* buildFirstRun(QWidget* parent);
  void endFirstRun(ui::FirstRunChoice choice);
  void addSampleAgent();
  void fillActions();
  void applyAppearance(const ui::AppearanceForm& form);
  void find(const QString& text, std::function<void(std::vector<ui::PaletteEntry>)> done);
  bool firstRun();
  void tellDamage();
  void countJobs();
  void afterFirstFrame();
  void startSync();
  void bindWorkspaces();
  void useWorkspace(const QString& id);
  void goToWanted();
  void goOver();

  app::Backend& m_backend;
  ui::Theme m_theme;
  ui::PortalColours m_portal;
  ui::SettingsActions m_actions;
  ui::CommandRegistry m_registry;
  ui::ShellVm m_shell;
  ui::SyncVm m_sync;
  ui::ServerVm m_server;
  services::OtherWorkspaces m_otherWorkspaces;
  ui::WorkspacesVm m_workspaces;
  ui::GenerationJobsVm m_jobs;
  std::unique_ptr<ui::MainWindow> m_window;
  QString m_wantedWorkspace;
  bool m_opensAnew = false;
};

}  // namespace aiagent::desktop
