// PeopleVm: members of the workspace that is open, invitations, devices, and what administrators did.
#pragma once

#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <string>
#include <vector>

#include "core/services/people_service.h"
#include "core/services/server_account.h"

namespace aiagent::ui {

struct PeopleState {
  enum class Access { NotConnected, Loading, Ready, Failed };
  Access access = Access::NotConnected;
  std::optional<base::Error> accessError;  // why the members cannot be listed
  QString workspace;
  std::string role;  // one's own
  std::string self;  // one's own user id
  std::vector<services::Member> members;
  std::vector<services::PendingInvite> invites;
  std::vector<services::AuditEntry> audit;  // newest first; of administrators only

  std::string selected;  // user id
  bool devicesLoaded = false;
  std::vector<services::Device> devices;  // of the selected one, where they may be seen

  std::shared_ptr<const services::Invitation> invitation;  // just made: shown once
  bool busy = false;
  std::optional<base::Error> error;  // of what was tried last

  bool mayManage() const { return access == Access::Ready && role == "admin"; }
  // Why the controls are off; empty: they are not.
  QString offReason() const;
  const services::Member* member(const std::string& user) const;
  bool operator==(const PeopleState&) const = default;
};

class PeopleVm : public QObject {
  Q_OBJECT

 public:
  // Both must outlive it.
  PeopleVm(services::PeopleService& people, services::ServerAccount& account, const base::Clock& clock,
           QObject* parent = nullptr);

  const PeopleState& state() const { return m_state; }
  const base::Clock& clock() const { return m_clock; }

  void load();
  void select(const std::string& user);
  void invite(const QString& email, const std::string& role);
  void forgetInvitation();  // it cannot be shown again
  void withdraw(const std::string& invite);
  void changeRole(const std::string& user, const std::string& role);
  void setSuspended(const std::string& user, bool suspended);
  void remove(const std::string& user);
  void revokeDevice(const std::string& user, const std::string& device);
  void clearError();

 Q_SIGNALS:
  void stateChanged();

 private:
  void readAccount();
  void show(services::People people);
  void loadAudit();
  void loadDevices();
  void begin();
  services::Done<void> ending();
  void change(const std::function<void(PeopleState&)>& edit);

  services::PeopleService& m_people;
  services::ServerAccount& m_account;
  const base::Clock& m_clock;
  std::string m_workspace;
  PeopleState m_state;
};

}  // namespace aiagent::ui
