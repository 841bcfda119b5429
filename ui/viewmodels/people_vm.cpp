#include "ui/viewmodels/people_vm.h"

#include <algorithm>

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

using base::Result;
using Access = PeopleState::Access;

QString PeopleState::offReason() const {
  switch (access) {
    case Access::NotConnected: return PeopleVm::tr("Sign in at a server to work with others.");
    case Access::Loading: return {};
    case Access::Failed: return PeopleVm::tr("People can be looked after only while the server is there.");
    case Access::Ready: break;
  }
  return role == "admin"
             ? QString()
             : PeopleVm::tr("Only an administrator of this workspace can invite and change people.");
}

const services::Member* PeopleState::member(const std::string& user) const {
  const auto at = std::ranges::find(members, user, &services::Member::user);
  return at == members.end() ? nullptr : &*at;
}

PeopleVm::PeopleVm(services::PeopleService& people, services::ServerAccount& account,
                   const base::Clock& clock, QObject* parent)
    : QObject(parent), m_people(people), m_account(account), m_clock(clock) {
  connect(&account, &services::ServerAccount::changed, this, &PeopleVm::readAccount);
  readAccount();
}

void PeopleVm::change(const std::function<void(PeopleState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void PeopleVm::readAccount() {
  const auto& identity = m_account.identity();
  m_workspace = m_account.workspaceInUse();
  const auto* workspace = m_account.workspace(m_workspace);
  change([&](PeopleState& state) {
    if (!identity || !workspace) {
      state = PeopleState{};
      return;
    }
    state.workspace = format::text(workspace->name);
    state.role = workspace->role;
    state.self = identity->account;
    if (state.access == Access::NotConnected) state.access = Access::Loading;
  });
}

void PeopleVm::load() {
  if (m_state.access == Access::NotConnected) return;
  m_people.members(m_workspace, whileAlive(this, [this](Result<services::People> people) {
                     if (people) return show(std::move(*people));
                     change([&](PeopleState& state) {
                       state.access = Access::Failed;
                       state.accessError = people.error();
                     });
                   }));
}

void PeopleVm::show(services::People people) {
  change([&](PeopleState& state) {
    state.access = Access::Ready;
    state.accessError.reset();
    state.members = std::move(people.members);
    state.invites = std::move(people.invites);
    if (const auto* self = state.member(state.self)) state.role = self->role;
    if (state.member(state.selected)) return;
    state.selected = state.members.empty() ? std::string() : state.members.front().user;
  });
  loadAudit();
  loadDevices();
}

void PeopleVm::loadAudit() {
  if (!m_state.mayManage()) return;
  m_people.audit(m_workspace, whileAlive(this, [this](Result<std::vector<services::AuditEntry>> entries) {
                   if (entries) change([&](PeopleState& state) { state.audit = std::move(*entries); });
                 }));
}

void PeopleVm::select(const std::string& user) {
  if (user == m_state.selected) return;
  change([&](PeopleState& state) {
    state.selected = user;
    state.devices.clear();
    state.devicesLoaded = false;
  });
  loadDevices();
}

// An administrator sees those of everybody, others their own.
void PeopleVm::loadDevices() {
  const auto user = m_state.selected;
  if (user.empty() || !(m_state.mayManage() || user == m_state.self)) return;
  m_people.devices(m_workspace, user,
                   whileAlive(this, [this, user](Result<std::vector<services::Device>> devices) {
                     if (user != m_state.selected) return;
                     change([&](PeopleState& state) {
                       state.devicesLoaded = true;
                       if (devices) state.devices = std::move(*devices);
                     });
                   }));
}

// ---------------------------------------------------------------- what an administrator does

void PeopleVm::begin() {
  change([](PeopleState& state) {
    state.busy = true;
    state.error.reset();
  });
}

// Read anew after every act: the screen shows what the server has.
services::Done<void> PeopleVm::ending() {
  return whileAlive(this, [this](Result<void> done) {
    change([&](PeopleState& state) {
      state.busy = false;
      if (!done) state.error = done.error();
    });
    load();
  });
}

void PeopleVm::invite(const QString& email, const std::string& role) {
  begin();
  m_people.invite(m_workspace, format::utf8(email.trimmed()), role,
                  whileAlive(this, [this](Result<services::Invitation> made) {
                    change([&](PeopleState& state) {
                      state.busy = false;
                      if (made)
                        state.invitation = std::make_shared<services::Invitation>(std::move(*made));
                      else
                        state.error = made.error();
                    });
                    if (made) load();
                  }));
}

void PeopleVm::forgetInvitation() {
  change([](PeopleState& state) { state.invitation.reset(); });
}

void PeopleVm::withdraw(const std::string& invite) {
  begin();
  m_people.withdrawInvite(m_workspace, invite, ending());
}

void PeopleVm::changeRole(const std::string& user, const std::string& role) {
  begin();
  m_people.changeRole(m_workspace, user, role, ending());
}

void PeopleVm::setSuspended(const std::string& user, bool suspended) {
  begin();
  m_people.setSuspended(m_workspace, user, suspended, ending());
}

void PeopleVm::remove(const std::string& user) {
  begin();
  m_people.remove(m_workspace, user, ending());
}

void PeopleVm::revokeDevice(const std::string& user, const std::string& device) {
  begin();
  m_people.revokeDevice(m_workspace, user, device, ending());
}

void PeopleVm::clearError() {
  change([](PeopleState& state) { state.error.reset(); });
}

}  // namespace aiagent::ui
