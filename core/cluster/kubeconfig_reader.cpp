#include "core/cluster/kubeconfig_reader.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/base/base64.h"
#include "core/wire/tree.h"
#include "core/wire/tree_json.h"
#include "core/wire/yaml_tree.h"

namespace aiagent::cluster {
namespace {

using wire::Tree;

// One record of the file and where it stands; takes members out of it and notes what is no use.
class Fields {
 public:
  Fields(const Tree* tree, std::string place, const std::string& file, std::vector<ConfigProblem>& problems)
      : m_tree(tree), m_place(std::move(place)), m_file(file), m_problems(problems) {
    if (m_tree && !m_tree->isRecord()) {
      if (!m_tree->isNull()) note(ConfigFault::WrongType, m_place, "a record");
      m_tree = nullptr;
    }
  }

  bool present() const { return m_tree != nullptr; }
  const std::string& place() const { return m_place; }

  const Tree* find(std::string_view name) const {
    const auto* found = m_tree ? m_tree->find(name) : nullptr;
    return found && !found->isNull() ? found : nullptr;
  }

  std::string text(std::string_view name) { return textOf(find(name), placeOf(name)); }

  bool flag(std::string_view name) {
    const auto* found = find(name);
    if (!found) return false;
    if (const auto* value = found->boolean()) return *value;
    note(ConfigFault::WrongType, placeOf(name), "true or false");
    return false;
  }

  // Base64; line breaks within it do not matter.
  std::string data(std::string_view name) {
    auto digits = text(name);
    std::erase_if(digits, [](char c) { return c == '\n' || c == '\r'; });
    auto bytes = base::fromBase64(digits);
    if (!bytes) note(ConfigFault::BadBase64, placeOf(name));
    return bytes.value_or(std::string());
  }

  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> all;
    for (const auto& [item, place] : list(name)) all.push_back(textOf(item, place));
    return all;
  }

  std::vector<std::pair<const Tree*, std::string>> list(std::string_view name) {
    std::vector<std::pair<const Tree*, std::string>> all;
    const auto* found = find(name);
    if (found && !found->isList()) note(ConfigFault::WrongType, placeOf(name), "a list");
    if (!found) return all;
    for (const auto& item : found->items())
      all.emplace_back(&item, placeOf(name) + "[" + std::to_string(all.size()) + "]");
    return all;
  }

  Fields record(std::string_view name) { return {find(name), placeOf(name), m_file, m_problems}; }
  Fields at(const Tree* tree, std::string place) { return {tree, std::move(place), m_file, m_problems}; }

  void note(ConfigFault fault, std::string place, std::string value = {}) {
    m_problems.push_back({fault, m_file, std::move(place), std::move(value)});
  }
  std::string placeOf(std::string_view name) const {
    return m_place.empty() ? std::string(name) : m_place + "." + std::string(name);
  }

 private:
  // A number or a date in the place of a text may have lost its look ("007"), so it is refused.
  std::string textOf(const Tree* tree, const std::string& place) {
    if (!tree || tree->isNull()) return {};
    if (const auto* value = tree->text()) return *value;
    note(ConfigFault::WrongType, place, "text");
    return {};
  }

  const Tree* m_tree;
  std::string m_place;
  const std::string& m_file;
  std::vector<ConfigProblem>& m_problems;
};

std::string inFolder(const std::string& folder, const std::string& path) {
  return path.empty() ? path : absolutePath(folder, path);
}

class Reader {
 public:
  explicit Reader(const std::string& path)
      : m_path(path), m_folder(std::filesystem::path(path).parent_path().string()) {}

  Kubeconfig read(const Tree& tree) {
    Fields root(&tree, "", m_path, m_config.problems);
    if (!checkKind(root)) return std::move(m_config);
    m_config.currentContext = root.text("current-context");
    if (!m_config.currentContext.empty()) m_config.currentContextFile = m_path;
    entries(root, "clusters", "cluster", m_config.clusters, [this](Fields f) { return cluster(f); });
    entries(root, "users", "user", m_config.users, [this](Fields f) { return user(f); });
    entries(root, "contexts", "context", m_config.contexts, [this](Fields f) { return context(f); });
    return std::move(m_config);
  }

 private:
  bool checkKind(Fields& root) {
    for (const auto& [name, wanted] : {std::pair("apiVersion", "v1"), std::pair("kind", "Config")}) {
      const auto found = root.text(name);
      if (found.empty() || found == wanted) continue;
      root.note(ConfigFault::NotKubeconfig, name, found);
      return false;
    }
    return true;
  }

  template <class Entry, class Read>
  void entries(Fields& root, const std::string& list, const char* inner, std::map<std::string, Entry>& into,
               Read read) {
    for (const auto& [item, place] : root.list(list)) {
      auto outer = root.at(item, place);
      const auto name = outer.text("name");
      if (name.empty()) {
        root.note(ConfigFault::NoName, place + ".name");
        continue;
      }
      const auto named = list + "[" + name + "]";
      auto entry = read(root.at(outer.find(inner), named + "." + inner));
      entry.file = m_path;
      if (!into.emplace(name, std::move(entry)).second) root.note(ConfigFault::NameTwice, named);
    }
  }

  ClusterEntry cluster(Fields fields) {
    ClusterEntry entry;
    entry.server = fields.text("server");
    entry.caFile = inFolder(m_folder, fields.text("certificate-authority"));
    entry.caData = fields.data("certificate-authority-data");
    entry.tlsServerName = fields.text("tls-server-name");
    entry.proxyUrl = fields.text("proxy-url");
    entry.insecure = fields.flag("insecure-skip-tls-verify");
    entry.disableCompression = fields.flag("disable-compression");
    for (const auto& [item, place] : fields.list("extensions")) {
      auto extension = fields.at(item, place);
      if (extension.text("name") != "client.authentication.k8s.io/exec") continue;
      if (const auto* config = extension.find("extension"))
        entry.execClusterConfig = wire::compactJson(*config);
    }
    return entry;
  }

  UserEntry user(Fields fields) {
    UserEntry entry;
    entry.certificateFile = inFolder(m_folder, fields.text("client-certificate"));
    entry.certificateData = fields.data("client-certificate-data");
    entry.keyFile = inFolder(m_folder, fields.text("client-key"));
    entry.keyData = base::SecretString(fields.data("client-key-data"));
    entry.token = base::SecretString(fields.text("token"));
    entry.tokenFile = inFolder(m_folder, fields.text("tokenFile"));
    entry.username = fields.text("username");
    entry.password = base::SecretString(fields.text("password"));
    entry.impersonation = impersonation(fields);
    if (auto exec = fields.record("exec"); exec.present()) readExec(exec, entry);
    if (auto provider = fields.record("auth-provider"); provider.present()) {
      entry.authProvider = provider.text("name");
      if (entry.authProvider.empty()) fields.note(ConfigFault::NoName, provider.place() + ".name");
    }
    return entry;
  }

  Impersonation impersonation(Fields& fields) {
    Impersonation as{.user = fields.text("as"),
                     .uid = fields.text("as-uid"),
                     .groups = fields.texts("as-groups"),
                     .extra = {}};
    auto extra = fields.record("as-user-extra");
    if (const auto* all = fields.find("as-user-extra"))
      for (const auto& member : all->members()) as.extra[member.first] = extra.texts(member.first);
    return as;
  }

  void readExec(Fields& fields, UserEntry& entry) {
    ExecConfig exec;
    exec.apiVersion = fields.text("apiVersion");
    exec.command = fields.text("command");
    if (exec.command.find('/') != std::string::npos) exec.command = inFolder(m_folder, exec.command);
    exec.args = fields.texts("args");
    for (const auto& [item, place] : fields.list("env")) {
      auto variable = fields.at(item, place);
      exec.env.emplace_back(variable.text("name"), variable.text("value"));
    }
    exec.installHint = fields.text("installHint");
    exec.provideClusterInfo = fields.flag("provideClusterInfo");
    entry.execMode = fields.text("interactiveMode");
    if (entry.execMode == "Never") exec.interactiveMode = InteractiveMode::Never;
    if (entry.execMode == "Always") exec.interactiveMode = InteractiveMode::Always;
    entry.exec = std::move(exec);
  }

  ContextEntry context(Fields fields) {
    return {.file = {},
            .cluster = fields.text("cluster"),
            .user = fields.text("user"),
            .nameSpace = fields.text("namespace")};
  }

  std::string m_path, m_folder;
  Kubeconfig m_config;
};

// JSON is YAML too, but for a pair of surrogates in an escape.
base::Result<Tree> parse(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || text[first] != '{') return wire::parseYaml(text);
  auto json = wire::parseJson(text);
  return json ? std::move(json) : wire::parseYaml(text);
}

}  // namespace

std::string absolutePath(const std::string& folder, const std::string& path) {
  return (std::filesystem::path(folder) / path).lexically_normal().string();
}

Kubeconfig readOneKubeconfig(const KubeconfigText& file) {
  Kubeconfig config;
  const auto tree = parse(file.text);
  if (!tree) {
    config.problems.push_back({ConfigFault::Unreadable, file.path, "", tree.error().detail});
    return config;
  }
  return Reader(file.path).read(*tree);
}

}  // namespace aiagent::cluster
