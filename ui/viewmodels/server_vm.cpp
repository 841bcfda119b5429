#include "ui/viewmodels/server_vm.h"

#include "core/base/log.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

using base::Result;

ServerVm::ServerVm(services::ServerAccount& account, services::SyncService& sync,
                   services::PeopleService& people, const base::Clock& clock, bool hasKeyStore,
                   QObject* parent)
    : QObject(parent), m_account(account), m_sync(sync), m_people(people), m_clock(clock) {
  m_state.hasKeyStore = hasKeyStore;
  connect(&account, &services::ServerAccount::changed, this, &ServerVm::readAccount);
  m_state.address = format::text(account.origin());
  readAccount();
}

void ServerVm::change(const std::function<void(ServerState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ServerVm::readAccount() {
  change([this](ServerState& state) {
    state.identity = m_account.identity();
    state.inUse = m_account.workspaceInUse();
    if (!state.identity) {
      state.devices.clear();
      state.devicesLoaded = false;
    }
  });
}

// ---------------------------------------------------------------- signing in and out

void ServerVm::setAddress(const QString& address) {
  change([&](ServerState& state) {
    state.address = address;
    state.signInError.reset();
  });
}

void ServerVm::setCode(const QString& code) {
  change([&](ServerState& state) {
    state.code = code;
    state.signInError.reset();
  });
}

void ServerVm::signIn() {
  if (m_state.signingIn) return;
  change([](ServerState& state) {
    state.signingIn = true;
    state.signInError.reset();
  });
  m_account.signIn(format::utf8(m_state.address.trimmed()), format::utf8(m_state.code.trimmed()),
                   whileAlive(this, [this](Result<services::ServerIdentity> identity) {
                     change([&](ServerState& state) {
                       state.signingIn = false;
                       if (identity)
                         state.code.clear();
                       else
                         state.signInError = identity.error();
                     });
                     if (!identity) return;
                     bind();
                     load();
                   }));
}

// The library becomes the workspace's, and sync begins anew with the fresh credential.
void ServerVm::bind() {
  const auto* own = m_account.workspace(m_account.workspaceInUse());
  if (!own) return;
  if (auto bound = m_sync.bind(*own); !bound)
    return change([&](ServerState& state) { state.error = bound.error(); });
  m_sync.stop();
  m_sync.start(true);
}

void ServerVm::signOut() {
  begin();
  m_sync.stop();
  m_account.signOut(whileAlive(this, [this](Result<void> done) {
    change([&](ServerState& state) {
      state.busy = false;
      if (!done) state.error = done.error();
    });
    Q_EMIT signedOut();
  }));
}

// ---------------------------------------------------------------- what the server knows

void ServerVm::begin() {
  change([](ServerState& state) {
    state.busy = true;
    state.error.reset();
  });
}

template <class T>
services::Done<T> ServerVm::ending(std::function<void(T)> then) {
  return whileAlive(this, [this, then = std::move(then)](Result<T> outcome) {
    change([&](ServerState& state) {
      state.busy = false;
      if (!outcome) state.error = outcome.error();
    });
    if (outcome) then(std::move(*outcome));
  });
}

void ServerVm::load() {
  if (!m_account.connected()) return;
  // Offline what was told last is still right to show.
  m_account.refresh(whileAlive(this, [](const Result<services::ServerIdentity>&) {}));
  loadDevices();
}

void ServerVm::loadDevices() {
  m_people.devices({}, {}, whileAlive(this, [this](Result<std::vector<services::Device>> devices) {
                     change([&](ServerState& state) {
                       state.devicesLoaded = true;
                       if (devices)
                         state.devices = std::move(*devices);
                       else
                         state.error = devices.error();
                     });
                   }));
}

void ServerVm::revokeDevice(const std::string& id) {
  begin();
  m_people.revokeDevice({}, {}, id, whileAlive(this, [this](Result<void> done) {
                          change([&](ServerState& state) {
                            state.busy = false;
                            if (!done) state.error = done.error();
                          });
                          if (done) loadDevices();
                        }));
}

void ServerVm::createWorkspace(const QString& name) {
  if (name.trimmed().isEmpty()) return;
  begin();
  m_people.createWorkspace(format::utf8(name.trimmed()),
                           ending<services::ServerWorkspace>([this](const services::ServerWorkspace&) {
                             Q_EMIT workspaceCreated();
                             load();
                           }));
}

void ServerVm::open(const std::string& workspace) {
  if (workspace != m_state.inUse) Q_EMIT workspaceWanted(format::text(workspace));
}

void ServerVm::clearError() {
  change([](ServerState& state) { state.error.reset(); });
}

}  // namespace aiagent::ui
