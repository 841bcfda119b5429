// ServerVm: this computer and its server: signing in and out, workspaces, devices of one's own.
#pragma once

#include <optional>
#include <QObject>
#include <QString>
#include <vector>

#include "core/services/people_service.h"
#include "core/services/server_account.h"
#include "core/services/sync_service.h"

namespace aiagent::ui {

struct ServerState {
  std::optional<services::ServerIdentity> identity;  // nothing: not signed in
  std::string inUse;                                 // workspace
  bool hasKeyStore = true;

  QString address, code;  // of the form
  bool signingIn = false;
  std::optional<base::Error> signInError;

  bool devicesLoaded = false;
  std::vector<services::Device> devices;
  bool busy = false;                 // something is asked of the server
  std::optional<base::Error> error;  // of all else
  bool operator==(const ServerState&) const = default;
};

class ServerVm : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive it.
  ServerVm(services::ServerAccount& account, services::SyncService& sync, services::PeopleService& people,
           const base::Clock& clock, bool hasKeyStore, QObject* parent = nullptr);

  const ServerState& state() const { return m_state; }
  const base::Clock& clock() const { return m_clock; }

  void setAddress(const QString& address);
  void setCode(const QString& code);
  void signIn();
  void signOut();

  void load();  // asks the server who this is, and for the devices
  void revokeDevice(const std::string& id);
  void createWorkspace(const QString& name);
  // Asks that the window goes over to that workspace's library.
  void open(const std::string& workspace);
  void clearError();

 Q_SIGNALS:
  void stateChanged();
  void workspaceWanted(const QString& id);
  void workspaceCreated();
  void signedOut();  // the library that is open may be that of a workspace that is not in use any more

 private:
  void readAccount();
  void loadDevices();
  void begin();
  void bind();
  template <class T>
  services::Done<T> ending(std::function<void(T)> then);
  void change(const std::function<void(ServerState&)>& edit);

  services::ServerAccount& m_account;
  services::SyncService& m_sync;
  services::PeopleService& m_people;
  const base::Clock& m_clock;
  ServerState m_state;
};

}  // namespace aiagent::ui
