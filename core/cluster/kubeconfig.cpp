#include "core/cluster/kubeconfig.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/cluster/kubeconfig_reader.h"
#include "core/cluster/server_address.h"

namespace aiagent::cluster {
namespace {

using Problems = std::vector<ConfigProblem>;

template <class Entry>
void takeNew(std::map<std::string, Entry>& into, std::map<std::string, Entry>&& from) {
  into.merge(from);  // what is there already stays, whole
}

void add(Kubeconfig& into, Kubeconfig&& from) {
  takeNew(into.clusters, std::move(from.clusters));
  takeNew(into.users, std::move(from.users));
  takeNew(into.contexts, std::move(from.contexts));
  if (into.currentContext.empty()) {
    into.currentContext = std::move(from.currentContext);
    into.currentContextFile = std::move(from.currentContextFile);
  }
  into.problems.insert(into.problems.end(), from.problems.begin(), from.problems.end());
}

class Checker {
 public:
  Checker(const Kubeconfig& config, Problems& problems) : m_config(config), m_problems(problems) {}

  void cluster(const std::string& name, const ClusterEntry& entry) {
    begin(entry.file, "clusters[" + name + "].cluster");
    if (entry.server.empty())
      note(ConfigFault::NoServer, "server");
    else if (!serverAddress(entry.server, hasTls(entry)))
      note(ConfigFault::BadServer, "server", entry.server);
    // The address of a proxy may hold its password.
    if (!entry.proxyUrl.empty() && !isProxyAddress(entry.proxyUrl)) note(ConfigFault::BadProxy, "proxy-url");
    const bool hasAuthority = !entry.caFile.empty() || !entry.caData.empty();
    if (entry.insecure && hasAuthority) note(ConfigFault::InsecureWithAuthority, "insecure-skip-tls-verify");
    dataAndFile("certificate-authority", entry.caData.empty(), entry.caFile);
  }

  void user(const std::string& name, const UserEntry& entry) {
    begin(entry.file, "users[" + name + "].user");
    certificate(entry);
    const bool basic = !entry.username.empty() || !entry.password.empty();
    if (!entry.token.empty() && basic) note(ConfigFault::SeveralMethods, "token");
    if (entry.exec) exec(entry);
    if (!entry.authProvider.empty() && !entry.exec)
      note(ConfigFault::AuthProviderGone, "auth-provider", entry.authProvider);
    const auto& as = entry.impersonation;
    if (as.user.empty() && (!as.uid.empty() || !as.groups.empty() || !as.extra.empty()))
      note(ConfigFault::ImpersonationWithoutUser, "as");
  }

  void context(const std::string& name, const ContextEntry& entry) {
    begin(entry.file, "contexts[" + name + "].context");
    named(entry.user, m_config.users, "user", ConfigFault::NoUser, ConfigFault::UnknownUser);
    named(entry.cluster, m_config.clusters, "cluster", ConfigFault::NoCluster, ConfigFault::UnknownCluster);
    if (!entry.nameSpace.empty() && !isDnsLabel(entry.nameSpace))
      note(ConfigFault::BadNamespace, "namespace", entry.nameSpace);
  }

  void currentContext() {
    if (m_config.currentContext.empty() || m_config.contexts.count(m_config.currentContext)) return;
    begin(m_config.currentContextFile, "");
    note(ConfigFault::UnknownContext, "current-context", m_config.currentContext);
  }

  static bool hasTls(const ClusterEntry& entry) {
    return !entry.caFile.empty() || !entry.caData.empty() || entry.insecure;
  }

 private:
  void begin(const std::string& file, std::string place) {
    m_file = &file;
    m_place = std::move(place);
  }

  void note(ConfigFault fault, const char* field, std::string value = {}) {
    m_problems.push_back({fault, *m_file, m_place.empty() ? field : m_place + "." + field, std::move(value)});
  }

  void dataAndFile(const char* field, bool noData, const std::string& file) {
    if (!noData && !file.empty()) note(ConfigFault::DataAndFile, field);
  }

  template <class Entries>
  void named(const std::string& name, const Entries& entries, const char* field, ConfigFault none,
             ConfigFault unknown) {
    if (name.empty())
      note(none, field);
    else if (!entries.count(name))
      note(unknown, field, name);
  }

  void certificate(const UserEntry& entry) {
    if (entry.certificateFile.empty() && entry.certificateData.empty()) return;
    if (entry.keyFile.empty() && entry.keyData.empty())
      note(ConfigFault::CertificateWithoutKey, "client-key");
    dataAndFile("client-certificate", entry.certificateData.empty(), entry.certificateFile);
    dataAndFile("client-key", entry.keyData.empty(), entry.keyFile);
  }

  void exec(const UserEntry& entry) {
    const auto& exec = *entry.exec;
    if (!entry.authProvider.empty()) note(ConfigFault::ExecWithAuthProvider, "exec");
    if (exec.command.empty()) note(ConfigFault::ExecWithoutCommand, "exec.command");
    const bool v1 = exec.apiVersion == "client.authentication.k8s.io/v1";
    if (exec.apiVersion.empty())
      note(ConfigFault::ExecWithoutApiVersion, "exec.apiVersion");
    else if (!v1 && exec.apiVersion != "client.authentication.k8s.io/v1beta1")
      note(ConfigFault::ExecApiVersion, "exec.apiVersion", exec.apiVersion);
    for (const auto& [name, value] : exec.env)
      if (name.empty()) note(ConfigFault::ExecVariableWithoutName, "exec.env");
    const auto& mode = entry.execMode;
    if (mode.empty() && v1)
      note(ConfigFault::ExecWithoutMode, "exec.interactiveMode");
    else if (!mode.empty() && mode != "Never" && mode != "IfAvailable" && mode != "Always")
      note(ConfigFault::ExecMode, "exec.interactiveMode", mode);
  }

  const Kubeconfig& m_config;
  Problems& m_problems;
  const std::string* m_file = nullptr;
  std::string m_place;
};

void takeCluster(ClusterAccess& access, const ClusterEntry& entry, bool clientTls) {
  access.server = serverAddress(entry.server, clientTls || Checker::hasTls(entry)).value_or(entry.server);
  access.caFile = entry.caFile;
  access.caData = entry.caData;
  access.tlsServerName = entry.tlsServerName;
  access.insecure = entry.insecure;
  access.proxyUrl = entry.proxyUrl;
  access.disableCompression = entry.disableCompression;
  access.execClusterConfig = entry.execClusterConfig;
}

void takeUser(ClusterAccess& access, const UserEntry& entry) {
  access.certificateFile = entry.certificateFile;
  access.certificateData = entry.certificateData;
  access.keyFile = entry.keyFile;
  access.keyData = entry.keyData;
  access.token = entry.token;
  access.tokenFile = entry.tokenFile;
  access.username = entry.username;
  access.password = entry.password;
  access.exec = entry.exec;
  access.impersonation = entry.impersonation;
}

constexpr std::array<std::string_view, 29> kFaultWords = {"unreadable",
                                                          "not_a_kubeconfig",
                                                          "wrong_type",
                                                          "no_name",
                                                          "name_twice",
                                                          "bad_base64",
                                                          "no_server",
                                                          "bad_server",
                                                          "bad_proxy",
                                                          "insecure_with_ca",
                                                          "data_and_file",
                                                          "certificate_without_key",
                                                          "several_methods",
                                                          "exec_with_auth_provider",
                                                          "exec_without_command",
                                                          "exec_without_version",
                                                          "exec_version",
                                                          "exec_without_mode",
                                                          "exec_mode",
                                                          "exec_variable_without_name",
                                                          "auth_provider_gone",
                                                          "impersonation_without_user",
                                                          "no_user",
                                                          "unknown_user",
                                                          "no_cluster",
                                                          "unknown_cluster",
                                                          "bad_namespace",
                                                          "unknown_context",
                                                          "no_context"};

}  // namespace

KubeconfigFiles kubeconfigFiles(const KubeconfigPlaces& places) {
  if (!places.explicitFile.empty()) return {{absolutePath(places.folder, places.explicitFile)}, true};
  if (places.variable.empty()) return {{absolutePath(places.home, ".kube/config")}, false};
  KubeconfigFiles files;
  for (std::size_t at = 0; at <= places.variable.size();) {
    const auto end = std::min(places.variable.find(':', at), places.variable.size());
    const auto path = places.variable.substr(at, end - at);
    at = end + 1;
    if (path.empty()) continue;
    auto absolute = absolutePath(places.folder, path);
    if (std::find(files.paths.begin(), files.paths.end(), absolute) == files.paths.end())
      files.paths.push_back(std::move(absolute));
  }
  return files;
}

std::string_view toWord(ConfigFault fault) {
  return fault == ConfigFault::Empty ? "empty" : kFaultWords[std::size_t(fault)];
}

std::string_view successorOfAuthProvider(std::string_view name) {
  if (name == "gcp") return "gke-gcloud-auth-plugin";
  if (name == "azure") return "kubelogin";
  if (name == "oidc") return "kubectl-oidc_login";
  return {};
}

Kubeconfig readKubeconfig(const std::vector<KubeconfigText>& files) {
  Kubeconfig all;
  for (const auto& file : files) add(all, readOneKubeconfig(file));
  return all;
}

std::vector<ConfigProblem> validate(const Kubeconfig& config) {
  auto problems = config.problems;
  if (config.empty() && config.currentContext.empty() && problems.empty())
    problems.push_back({ConfigFault::Empty, "", "", ""});
  Checker check(config, problems);
  check.currentContext();
  for (const auto& [name, entry] : config.contexts) check.context(name, entry);
  for (const auto& [name, entry] : config.users) check.user(name, entry);
  for (const auto& [name, entry] : config.clusters) check.cluster(name, entry);
  return problems;
}

ResolvedAccess resolve(const Kubeconfig& config, const std::string& context, const std::string& nameSpace) {
  ResolvedAccess result{std::nullopt, config.problems};
  const auto& name = context.empty() ? config.currentContext : context;
  const auto entry = config.contexts.find(name);
  if (entry == config.contexts.end()) {
    const auto fault = config.empty() ? ConfigFault::Empty
                       : name.empty() ? ConfigFault::NoContext
                                      : ConfigFault::UnknownContext;
    result.problems.push_back({fault, "", name.empty() ? "" : "contexts", name});
    return result;
  }
  Checker check(config, result.problems);
  check.context(name, entry->second);
  const auto user = config.users.find(entry->second.user);
  if (user != config.users.end()) check.user(user->first, user->second);
  const auto cluster = config.clusters.find(entry->second.cluster);
  if (cluster != config.clusters.end()) check.cluster(cluster->first, cluster->second);
  if (!nameSpace.empty() && !isDnsLabel(nameSpace))
    result.problems.push_back({ConfigFault::BadNamespace, "", "namespace", nameSpace});
  if (!std::all_of(result.problems.begin(), result.problems.end(),
                   [](const ConfigProblem& problem) { return problem.isHint(); }))
    return result;
  ClusterAccess access;
  access.context = name;
  access.cluster = cluster->first;
  access.user = user->first;
  if (const auto& own = nameSpace.empty() ? entry->second.nameSpace : nameSpace; !own.empty())
    access.nameSpace = own;
  takeUser(access, user->second);
  takeCluster(access, cluster->second, access.hasCertificate());
  result.access = std::move(access);
  return result;
}

bool isDnsLabel(std::string_view text) {
  const auto isInner = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), isInner);
}

std::optional<ClusterAccess> inClusterAccess(const InClusterFacts& facts) {
  if (facts.host.empty() || facts.port.empty()) return std::nullopt;
  ClusterAccess access;
  const bool isIpv6 = facts.host.find(':') != std::string::npos;
  access.server = "https://" + (isIpv6 ? "[" + facts.host + "]" : facts.host) + ":" + facts.port;
  access.tokenFile = std::string(kServiceAccountFolder) + "/token";
  access.caFile = std::string(kServiceAccountFolder) + "/ca.crt";
  if (const auto name = base::trimmed(facts.nameSpaceText); isDnsLabel(name)) access.nameSpace = name;
  return access;
}

}  // namespace aiagent::cluster
