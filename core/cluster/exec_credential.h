// Exec plugins (client.authentication.k8s.io/v1 and v1beta1): what such a program is given, what it answers,
// and which of them may run. Pure; services/cluster runs them. By client-go's plugin/pkg/client/auth/exec.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cluster/cluster_access.h"

namespace aiagent::cluster {

// ---- what it is given

using Environment = std::vector<std::pair<std::string, std::string>>;

// KUBERNETES_EXEC_INFO: an ExecCredential of the configured version, which says that nobody can be asked, and
// about the cluster where the plugin wants to know. `caPem` is the authority's certificate, from data or
// file.
std::string execInfoJson(const ExecConfig& exec, const ClusterAccess& access, std::string_view caPem);

// A kubeconfig with this one context, as JSON: what the plugin shall find as KUBECONFIG. Some keep what they
// were given by the current context of the file that they find, and would hand one account's token to
// another. Holds no token, key or password; the variables of the plugin may be secret, so keep it private.
std::string privateKubeconfig(const ClusterAccess& access, std::string_view caPem);

struct ExecSurroundings {
  std::string path;            // the login shell's PATH: a program of the desktop does not have it. Or empty.
  std::string kubeconfigFile;  // where privateKubeconfig() was written; or empty
  std::string info;            // execInfoJson()
};
// What is laid over this program's own environment: the plugin's own variables, but KUBERNETES_EXEC_INFO,
// hold against everything.
Environment execEnvironment(const ExecConfig& exec, const ExecSurroundings& surroundings);

// Equal for two accesses that may share what the plugin answered: same program, arguments, variables,
// cluster.
// Whether the kubeconfig's own variables may make an allowed program run something else (PATH, LD_PRELOAD,
// PYTHONPATH …): then a list of programs is not enough to let it run.
bool changesWhatRuns(const ExecConfig& exec);

std::string execIdentity(const ClusterAccess& access);

// ---- what it answers

struct ExecCredential {
  base::SecretString token;
  std::string certificatePem;  // with keyPem or not at all
  base::SecretString keyPem;
  std::optional<base::WallTime> expires;  // absent: until a 401
};
// BadResponse when `output` is none: `providerCode` is "exec_no_json", "exec_kind", "exec_version",
// "exec_no_status", "exec_no_credential", "exec_half_pair" or "exec_expiry".
base::Result<ExecCredential> execCredentialFrom(std::string_view output, const std::string& apiVersion);

// ---- whether it may run

enum class ExecPolicy { DenyAll, Allowlist, AllowAll };
struct ExecRules {
  ExecPolicy policy = ExecPolicy::Allowlist;
  std::vector<std::string> allowed;  // programs by absolute path, or by a name to be found as the plugin is
};

// The absolute path that a command means: itself where it names a folder, else the first of `path`
// (colon-separated, absolute folders alone) where `isProgram` says so. Empty: there is none.
std::string resolvedProgram(const std::string& command, const std::string& path,
                            const std::function<bool(const std::string&)>& isProgram);

// `resolved` is what would run. An entry of the list counts when it is found at the same place.
bool isExecAllowed(const ExecRules& rules, const std::string& resolved, const std::string& path,
                   const std::function<bool(const std::string&)>& isProgram);

// Strangers' words (of objects, a kubeconfig, a plugin) as they may be shown on a terminal: no control
// characters but line breaks, no marks that turn the direction of writing.
std::string displayable(std::string_view text);

// The same of a hint: at most 2,000 bytes.
std::string displayableHint(std::string_view text);

}  // namespace aiagent::cluster
