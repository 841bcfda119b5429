// ServerSection: signing in at a server with an invitation, and what this computer is there.
#pragma once

#include "ui/pages/settings/settings_section.h"
#include "ui/viewmodels/server_vm.h"
#include "ui/viewmodels/sync_vm.h"
#include "ui/viewmodels/workspaces_vm.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace aiagent::ui {

class DeviceList;

class ServerSection : public SettingsSection {
  Q_OBJECT

 public:
  // All of it must outlive it. What waits in each workspace is said of what there is.
  explicit ServerSection(ServerVm& server, const SyncVm* sync = nullptr, const WorkspacesVm* others = nullptr,
                         QWidget* parent = nullptr);

  // With a link: fills it in, so that a press of the button signs in. Without: to where a code is typed.
  void invite(const QString& link);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildSignIn();
  QWidget* buildConnected();
  QWidget* buildWorkspaces(QWidget* parent);
  void bind();
  void bindStrip();
  void render();
  void renderSignIn();
  void renderConnected();
  void renderWorkspaces();
  void renderStrip();
  const services::ServerWorkspace* chosenWorkspace() const;
  QString stateOf(const services::ServerWorkspace& workspace) const;
  QString unsent() const;

  ServerVm& m_server;
  const SyncVm* m_sync;
  const WorkspacesVm* m_others;
  MessageStrip* m_strip = nullptr;
  QWidget* m_signInPart = nullptr;
  QLineEdit* m_address = nullptr;
  QLineEdit* m_code = nullptr;
  QLabel* m_addressHint = nullptr;
  QLabel* m_codeHint = nullptr;
  QLabel* m_signInHint = nullptr;
  QPushButton* m_signIn = nullptr;
  QWidget* m_connectedPart = nullptr;
  QLabel* m_who = nullptr;
  QLabel* m_where = nullptr;
  QLabel* m_keyStore = nullptr;
  QPushButton* m_signOut = nullptr;
  QTreeWidget* m_workspaces = nullptr;
  QPushButton* m_open = nullptr;
  QLineEdit* m_newName = nullptr;
  QPushButton* m_create = nullptr;
  DeviceList* m_devices = nullptr;
  bool m_asking = false;  // the strip asks whether to sign out
};

}  // namespace aiagent::ui
