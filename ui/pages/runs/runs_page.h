// RunsPage: every run kept, and the one that is open.
#pragma once

#include "core/services/settings_service.h"
#include "ui/pages/page.h"
#include "ui/viewmodels/runs_vm.h"

class QSplitter;

namespace aiagent::ui {

class CommandRegistry;
class RunDetailsPane;
class RunListPane;

// All of it must outlive the page.
struct RunsPageSetup {
  services::RunService& runs;
  services::AgentService& agents;
  services::SettingsService& settings;
  const base::Clock& clock;
  CommandRegistry& registry;
};

class RunsPage : public Page {
  Q_OBJECT

 public:
  explicit RunsPage(RunsPageSetup setup, QWidget* parent = nullptr);

  // A run's id opens it; "agent:<id>" lists the runs of that agent.
  void go(const QString& target) override;
  void focusSearch() override;
  QList<QWidget*> panes() const override;
  // Deletes what only waits for its undo.
  void flush(std::function<void()> done) override;

  RunsVm& runs() { return m_runs; }
  RunDetailsPane* details() const { return m_details; }

 private:
  void build();
  void bind();
  void showAgent(const domain::AgentId& agent);

  RunsPageSetup m_setup;
  RunsVm m_runs;
  QSplitter* m_splitter = nullptr;
  RunListPane* m_list = nullptr;
  RunDetailsPane* m_details = nullptr;
};

}  // namespace aiagent::ui
