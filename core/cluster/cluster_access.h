// ClusterAccess: everything that is needed to speak to one cluster as one user, as a kubeconfig's context
// says.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/secret_string.h"

namespace aiagent::cluster {

enum class InteractiveMode { Never, IfAvailable, Always };

// An exec plugin, as `users[].user.exec` says (client.authentication.k8s.io).
struct ExecConfig {
  std::string apiVersion;
  std::string command;  // absolute where it has a folder; else a name to be found by PATH
  std::vector<std::string> args;
  std::vector<std::pair<std::string, std::string>> env;  // beside the parent's
  std::string installHint;                               // as it stands there; see displayableHint()
  bool provideClusterInfo = false;
  InteractiveMode interactiveMode = InteractiveMode::IfAvailable;

  bool operator==(const ExecConfig&) const = default;
};

struct Impersonation {
  std::string user;
  std::string uid;
  std::vector<std::string> groups;
  std::map<std::string, std::vector<std::string>> extra;

  bool empty() const { return user.empty(); }
  bool operator==(const Impersonation&) const = default;
};

// Of each pair of a file and its data, the data holds where it is not empty. Paths are absolute.
struct ClusterAccess {
  std::string context, cluster, user;  // by the kubeconfig's names; empty for the in-cluster configuration
  std::string nameSpace = "default";

  std::string server;  // "https://host[:port][/path]", no slash at its end
  std::string caFile, caData;
  std::string tlsServerName;  // to ask for and to check instead of the server's host
  bool insecure = false;      // insecure-skip-tls-verify
  std::string proxyUrl;       // http, https or socks5; empty: as this computer does it
  bool disableCompression = false;
  std::string execClusterConfig;  // JSON for `spec.cluster.config` of an exec plugin; or empty

  std::string certificateFile, certificateData;
  std::string keyFile;
  base::SecretString keyData;
  base::SecretString token;  // kept beside a tokenFile for as long as that cannot be read
  std::string tokenFile;
  std::string username;
  base::SecretString password;
  std::optional<ExecConfig> exec;
  Impersonation impersonation;

  bool hasCertificate() const { return !certificateFile.empty() || !certificateData.empty(); }
  bool hasToken() const { return !token.empty() || !tokenFile.empty(); }
  // Credentials go over https alone (rest.IsConfigTransportTLS).
  bool isEncrypted() const { return server.rfind("https://", 0) == 0; }
};

}  // namespace aiagent::cluster
