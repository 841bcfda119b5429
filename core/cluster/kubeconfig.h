// Kubeconfig: how a person's kubeconfig files say which clusters there are and how to reach them. The rules
// are those of client-go's tools/clientcmd (loader.go, client_config.go, validation.go), in a few words:
// - The first file that defines a cluster, user or context wins whole; so does the first current-context.
// - Relative paths belong to the folder of the file that holds them; a plugin's command only where it names a
//   folder at all.
// - A file that cannot be read as a kubeconfig spoils everything: what it would have defined first is
// unknown. Pure: texts, variables and folders are given by value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cluster/cluster_access.h"

namespace aiagent::cluster {

// ---- which files

struct KubeconfigPlaces {
  std::string explicitFile;  // of a command line or a setting; empty: none
  std::string variable;      // the value of KUBECONFIG
  std::string home;          // the person's home folder
  std::string folder;        // the working folder, for relative paths
};

struct KubeconfigFiles {
  std::vector<std::string> paths;  // absolute, in order, each once
  bool mustExist = false;          // the one file was named: that it is missing is an error. Else skip it.
};
KubeconfigFiles kubeconfigFiles(const KubeconfigPlaces& places);

struct KubeconfigText {
  std::string path;  // absolute
  std::string text;  // YAML or JSON
};

// ---- what is wrong

enum class ConfigFault {
  Unreadable,               // neither YAML nor JSON; `value` has the reader's words
  NotKubeconfig,            // another kind or version; `value` says which
  WrongType,                // `value` says what it should be: "text", "true or false", "a list", "a record"
  NoName,                   // an entry without a name
  NameTwice,                // two entries of one name in one file
  BadBase64,                // data that is none
  NoServer,                 //
  BadServer,                // no http or https address
  BadProxy,                 // none of http, https, socks5
  InsecureWithAuthority,    // a certificate authority, and not to be checked
  DataAndFile,              // a hint: the data is used, the file is not
  CertificateWithoutKey,    //
  SeveralMethods,           // a token and a password
  ExecWithAuthProvider,     //
  ExecWithoutCommand,       //
  ExecWithoutApiVersion,    //
  ExecApiVersion,           // one that nobody supports any more; `value`
  ExecWithoutMode,          // client.authentication.k8s.io/v1 wants interactiveMode
  ExecMode,                 // an interactiveMode that is none; `value`
  ExecVariableWithoutName,  //
  AuthProviderGone,         // a plugin that was taken out of Kubernetes; `value` is its name
  ImpersonationWithoutUser,
  NoUser,       // a context that names none
  UnknownUser,  // `value` is the name
  NoCluster,
  UnknownCluster,
  BadNamespace,  // no DNS label
  UnknownContext,
  NoContext,  // none is current and none was asked for
  Empty,      // nothing is defined at all
};

struct ConfigProblem {
  ConfigFault fault = ConfigFault::Unreadable;
  std::string file;        // empty: of the configuration as a whole
  std::string place;       // "users[red].user.exec.command"
  std::string value = {};  // never a secret

  // It can be used nevertheless.
  bool isHint() const { return fault == ConfigFault::DataAndFile; }
  bool operator==(const ConfigProblem&) const = default;
};

// Stable lower-case word of a fault, for JSON ("unknown_user").
std::string_view toWord(ConfigFault fault);

// What somebody can do whose user entry names this `auth-provider` ("gcp"): a program to install instead, or
// "" where none is known.
std::string_view successorOfAuthProvider(std::string_view name);

// ---- what is there

struct ClusterEntry {
  std::string file;  // that defines it
  std::string server, caFile, caData, tlsServerName, proxyUrl;
  bool insecure = false, disableCompression = false;
  std::string execClusterConfig;  // JSON of the extension client.authentication.k8s.io/exec
};

struct UserEntry {
  std::string file;
  std::string certificateFile, certificateData, keyFile, tokenFile, username;
  base::SecretString keyData, token, password;
  Impersonation impersonation;
  std::optional<ExecConfig> exec;
  std::string execMode;      // interactiveMode as it stands there; `exec` holds what it means
  std::string authProvider;  // its name
};

struct ContextEntry {
  std::string file;
  std::string cluster, user, nameSpace;
};

struct Kubeconfig {
  std::map<std::string, ClusterEntry> clusters;
  std::map<std::string, UserEntry> users;
  std::map<std::string, ContextEntry> contexts;
  std::string currentContext;
  std::string currentContextFile;
  std::vector<ConfigProblem> problems;  // met while reading

  bool empty() const { return clusters.empty() && users.empty() && contexts.empty(); }
};

// In order of precedence. Whatever can be read is there, and everything that cannot is told.
Kubeconfig readKubeconfig(const std::vector<KubeconfigText>& files);

// Everything that is wrong with it, reading included: of all entries, used or not.
std::vector<ConfigProblem> validate(const Kubeconfig& config);

struct ResolvedAccess {
  std::optional<ClusterAccess> access;  // absent with a problem that is no hint
  std::vector<ConfigProblem> problems;  // of what this context uses, all of them
};
// `context` empty: the current one. `nameSpace` not empty: instead of the context's.
ResolvedAccess resolve(const Kubeconfig& config, const std::string& context = {},
                       const std::string& nameSpace = {});

// A DNS label (RFC 1123): what a namespace must be.
bool isDnsLabel(std::string_view text);

// ---- within a cluster

struct InClusterFacts {
  std::string host, port;     // KUBERNETES_SERVICE_HOST and _PORT
  std::string nameSpaceText;  // of the service account's mount; may be empty
};
inline constexpr char kServiceAccountFolder[] = "/var/run/secrets/kubernetes.io/serviceaccount";
// The access that a pod has by its service account; nothing when this is no pod.
std::optional<ClusterAccess> inClusterAccess(const InClusterFacts& facts);

}  // namespace aiagent::cluster
