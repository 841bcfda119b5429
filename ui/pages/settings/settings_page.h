// SettingsPage: sections on the left, the chosen one beside them.
#pragma once

#include <functional>
#include <vector>

#include "core/services/model_service.h"
#include "core/services/settings_service.h"
#include "ui/pages/page.h"
#include "ui/viewmodels/appearance_vm.h"
#include "ui/viewmodels/data_vm.h"
#include "ui/viewmodels/model_table.h"
#include "ui/viewmodels/network_vm.h"
#include "ui/viewmodels/providers_vm.h"
#include "ui/viewmodels/server_vm.h"
#include "ui/viewmodels/uploads_vm.h"

class QStackedWidget;

namespace aiagent::ui {

class CommandRegistry;
class SideList;
class SyncVm;
class WorkspacesVm;

// All of it must outlive the page.
struct SettingsPageSetup {
  services::Profile& profile;
  services::ProviderService& providers;
  services::ModelService& models;
  services::SettingsService& settings;
  services::UploadService& uploads;
  services::AgentService& agents;
  CommandRegistry& registry;
  const SettingsActions& actions;
  ServerVm* server = nullptr;  // null: nothing is said of a server
  SyncVm* sync = nullptr;      // null: nothing is said of what waits to be sent
  WorkspacesVm* workspaces = nullptr;
};

class SettingsPage : public Page {
  Q_OBJECT

 public:
  explicit SettingsPage(SettingsPageSetup setup, QWidget* parent = nullptr);

  // "providers", "server", "network", "appearance", "shortcuts", "models", "uploads", "data", "about";
  // "server:code" goes to the field for a code, "server:<link>" takes an invitation's link.
  void go(const QString& target) override;
  void focusSearch() override;
  QList<QWidget*> panes() const override;
  void flush(std::function<void()> done) override;
  QString currentSection() const;

  ProvidersVm& providers() { return m_providers; }
  NetworkVm& network() { return m_network; }
  AppearanceVm& appearance() { return m_appearance; }
  DataVm& data() { return m_data; }
  UploadsVm& uploads() { return m_uploads; }

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  struct Entry {
    QString id, title, iconName;
    std::function<QWidget*()> build;  // when it is first shown
    QWidget* widget = nullptr;
  };
  void addSections();
  void addServer();
  void build();
  void show(int row);
  void cancelTests();

  SettingsPageSetup m_setup;
  ProvidersVm m_providers;
  NetworkVm m_network;
  AppearanceVm m_appearance;
  ModelTable m_modelTable;
  DataVm m_data;
  UploadsVm m_uploads;
  std::vector<Entry> m_entries;
  SideList* m_list = nullptr;
  QStackedWidget* m_stack = nullptr;
};

}  // namespace aiagent::ui
