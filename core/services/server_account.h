// ServerAccount: who this device is towards a server of AI Agent Generator, and what it may ask there.
//
// A credential lives in the operating system's key store, or in AIAGENT_TOKEN for a machine without one;
// settings hold where the server is and who signed in, nothing secret.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/base/secret_string.h"
#include "core/ports/http_client.h"
#include "core/ports/secret_store.h"
#include "core/services/settings_service.h"

namespace aiagent::services {

struct ServerWorkspace {
  std::string id;
  std::string name;
  std::string role;  // admin, member, viewer
  bool personal = false;
  bool operator==(const ServerWorkspace&) const = default;
};

struct ServerIdentity {
  std::string origin;  // "https://agents.example.com"
  std::string account;
  std::string email;
  std::string name;
  std::string device;
  std::vector<ServerWorkspace> workspaces;  // as told last; the personal one first
  bool operator==(const ServerIdentity&) const = default;
};

struct ServerAnswer {
  int status = 0;
  std::string body;
  std::optional<base::Milliseconds> retryAfter;
  std::string contentType = {};  // as it came
};

struct MachineToken {
  base::SecretString token;  // shown once
  std::string expires;       // ISO 8601
};

// Call from the thread of its event loop; completions come there, and not after the service is gone. Errors
// of the server carry its word in `providerCode` and its sentence in `said`; Credentials means: sign in
// again.
class ServerAccount : public QObject {
  Q_OBJECT

 public:
  struct Environment {
    base::SecretString token;  // of AIAGENT_TOKEN; empty: none
    std::string deviceName;
    bool hasKeyStore = true;
  };
  ServerAccount(Profile& home, SettingsService& settings, ports::HttpClient& http,
                ports::SecretStore& secrets, Environment environment, QObject* parent = nullptr);
  ~ServerAccount() override;

  bool connected() const { return m_identity.has_value(); }
  const std::optional<ServerIdentity>& identity() const { return m_identity; }
  // The workspace in use; empty while not connected.
  std::string workspaceInUse() const;
  const ServerWorkspace* workspace(const std::string& id) const;
  // Kept for the next start of a program; a window opens its library anew.
  void useWorkspace(const std::string& id);

  // Exchanges a one-time code. `address`: the server's URL, or the invitation's link, which carries the code,
  // too. InvalidInput ("address": not a URL, or neither https nor this computer; "code"), Conflict (another
  // account is signed in), Credentials (the code is not taken, `providerCode` says why). Without a key store
  // the credential lasts as long as the program, see machineToken().
  void signIn(const std::string& address, const std::string& code, Done<ServerIdentity> done);
  // Ends this device's credential, there where it can be reached, and here in any case.
  void signOut(Done<void> done);
  // Another credential, for a machine without a key store: 90 days, listed and revocable as a device.
  void machineToken(const std::string& name, Done<MachineToken> done);
  // Asks who this is and which workspaces there are.
  void refresh(Done<ServerIdentity> done);

  // A request with the credential, tried once more with a fresh one where the server does not take it. An
  // answer of any status is a success here; Credentials: there is no credential, or none that is taken.
  void request(std::string method, std::string path, std::string body, Done<ServerAnswer> done);
  // For streams: a credential to be sent as it is.
  void token(Done<base::SecretString> done);
  // The credential that was just used is not taken any more.
  void forgetToken();
  const std::string& origin() const { return m_origin; }
  // The connections that requests share (HttpRequest::pool), and new ones: those that there are may be dead.
  std::string pool() const { return "server " + std::to_string(m_connections); }
  void useNewConnections() { ++m_connections; }

 Q_SIGNALS:
  void changed();       // signed in or out, workspaces or the one in use
  void signInNeeded();  // no credential is taken any more

 private:
  struct Exchange;
  struct Credential {
    base::SecretString refresh;
    base::SecretString access;
    base::WallTime expires{};
  };
  void load();
  void keepIdentity();
  void send(std::string method, std::string url, base::SecretString bearer, std::string body,
            Done<ServerAnswer> done);
  void signedIn(const std::string& origin, base::Result<ServerAnswer> answer, Done<ServerIdentity> done);
  void readCredential(std::function<void()> then);
  void keepCredential(std::function<void(base::Result<ports::SecretPersistence>)> then);
  void renew(int tries);
  void renewLocked(std::shared_ptr<void> lock);
  void settleToken(base::Result<base::SecretString> token);
  std::string secretName() const;

  Profile& m_home;
  SettingsService& m_settings;
  ports::HttpClient& m_http;
  ports::SecretStore& m_secrets;
  const Environment m_environment;
  std::optional<ServerIdentity> m_identity;
  std::string m_origin;
  Credential m_credential;
  int m_connections = 0;   // how often new ones were wanted
  bool m_read = false;     // the key store was asked
  bool m_keeping = false;  // the settings are being written
  std::vector<Done<base::SecretString>> m_waiting;
  std::vector<std::unique_ptr<Exchange>> m_exchanges;
  std::unique_ptr<ports::Timer> m_retry;
};

// "https://host[:port]" of an address as a person writes it; empty: it is none, or would send a credential in
// clear (http to another computer than this one).
std::string serverOrigin(const std::string& address);
// Such an address names the computer that asks.
bool isOnThisComputer(const std::string& origin);
// Of "aiagent://connect?url=…&code=…".
struct InvitationLink {
  std::string address;
  std::string code;
};
std::optional<InvitationLink> parseInvitationLink(const std::string& text);

// The error of an answer that is no success.
base::Error serverError(const ServerAnswer& answer);

}  // namespace aiagent::services
