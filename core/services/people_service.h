// PeopleService: members of a workspace, their devices, invitations and what administrators did. Online only.
#pragma once

#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/services/server_account.h"

namespace aiagent::services {

struct Member {
  std::string user;
  std::string email;
  std::string name;
  std::string role;  // admin, member, viewer
  bool suspended = false;
  std::string lastSeen;  // ISO 8601; empty: never
  int devices = 0;
  bool operator==(const Member&) const = default;
};

struct PendingInvite {
  std::string id;
  std::string email;
  std::string role;
  std::string expires;
  bool operator==(const PendingInvite&) const = default;
};

struct People {
  std::vector<Member> members;
  std::vector<PendingInvite> invites;  // told to administrators only
  bool operator==(const People&) const = default;
};

// Shown once.
struct Invitation {
  std::string code;
  std::string link;
  std::string expires;
};

struct Device {
  std::string id;
  std::string name;
  std::string platform;
  std::string app;
  std::string kind;  // device, token
  std::string created;
  std::string lastSeen;
  bool current = false;
  bool operator==(const Device&) const = default;
};

struct AuditEntry {
  std::string id;
  std::string at;
  std::string by;  // an address
  std::string action;
  std::string subject;
  bool operator==(const AuditEntry&) const = default;
};

// Errors as ServerAccount: Forbidden with providerCode "last_admin" where nobody would be left to look after
// the workspace. Call from the thread of its event loop.
class PeopleService : public QObject {
  Q_OBJECT

 public:
  explicit PeopleService(ServerAccount& account, QObject* parent = nullptr);

  void members(const std::string& workspace, Done<People> done);
  void invite(const std::string& workspace, const std::string& email, const std::string& role,
              Done<Invitation> done);
  void withdrawInvite(const std::string& workspace, const std::string& invite, Done<void> done);
  void changeRole(const std::string& workspace, const std::string& user, const std::string& role,
                  Done<void> done);
  void setSuspended(const std::string& workspace, const std::string& user, bool suspended, Done<void> done);
  void remove(const std::string& workspace, const std::string& user, Done<void> done);
  // Of a member; of oneself with an empty workspace and user.
  void devices(const std::string& workspace, const std::string& user, Done<std::vector<Device>> done);
  void revokeDevice(const std::string& workspace, const std::string& user, const std::string& device,
                    Done<void> done);
  void audit(const std::string& workspace, Done<std::vector<AuditEntry>> done);
  void createWorkspace(const std::string& name, Done<ServerWorkspace> done);

 private:
  void change(std::string method, std::string path, std::string body, Done<void> done);

  ServerAccount& m_account;
};

}  // namespace aiagent::services
