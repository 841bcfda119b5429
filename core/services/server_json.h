// The server's JSON about people and credentials, read and kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/services/server_account.h"

namespace aiagent::services {

struct ServerErrorWords {
  std::string word;     // "" when the body is none of the server's
  std::string message;  // an English sentence
};
ServerErrorWords readServerError(std::string_view body);

// account, device, workspaces; of an answer and of the setting that keeps it.
std::optional<ServerIdentity> readIdentity(std::string_view json);
std::string writeIdentity(const ServerIdentity& identity);
std::optional<ServerWorkspace> readWorkspace(std::string_view json);

struct Tokens {
  std::string refresh;
  std::string access;
  base::Milliseconds lifetime{};
};
std::optional<Tokens> readTokens(std::string_view json);
std::optional<MachineToken> readMachineToken(std::string_view json);

struct KeptCredential {
  std::string refresh;
  std::string access;
  base::WallTime expires{};
};
std::optional<KeptCredential> readKeptCredential(std::string_view json);
std::string writeKeptCredential(const KeptCredential& credential);

// The members of one object by name; what is missing or of another kind reads as nothing.
class ServerObject {
 public:
  explicit ServerObject(std::string_view json);
  ~ServerObject();
  bool valid() const;
  std::string_view raw(std::string_view name) const;
  std::string text(std::string_view name) const;
  std::int64_t integer(std::string_view name) const;
  bool boolean(std::string_view name) const { return raw(name) == "true"; }

 private:
  struct Members;
  std::unique_ptr<Members> m_members;
};

}  // namespace aiagent::services
