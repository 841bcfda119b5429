#include "core/cluster/exec_credential.h"

#include <algorithm>
#include <filesystem>

#include "core/base/base64.h"
#include "core/base/sha256.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "core/wire/tree.h"
#include "core/wire/tree_json.h"

namespace aiagent::cluster {
namespace {

using wire::JsonArray;
using wire::JsonObject;
using wire::Tree;

constexpr std::size_t kLongestHint = 2'000;

std::string clusterJson(const ClusterAccess& access, std::string_view caPem) {
  JsonObject json;
  json.text("server", access.server);
  if (!access.tlsServerName.empty()) json.text("tls-server-name", access.tlsServerName);
  if (access.insecure) json.boolean("insecure-skip-tls-verify", true);
  if (!caPem.empty()) json.text("certificate-authority-data", base::toBase64(caPem));
  if (!access.proxyUrl.empty()) json.text("proxy-url", access.proxyUrl);
  if (access.disableCompression) json.boolean("disable-compression", true);
  return json.take();
}

std::string infoClusterJson(const ClusterAccess& access, std::string_view caPem) {
  auto json = clusterJson(access, caPem);
  if (access.execClusterConfig.empty()) return json;
  json.pop_back();
  return json + ",\"config\":" + access.execClusterConfig + "}";
}

std::string textsJson(const std::vector<std::string>& texts) {
  JsonArray array;
  for (const auto& text : texts) array.text(text);
  return array.take();
}

std::string_view toWord(InteractiveMode mode) {
  switch (mode) {
    case InteractiveMode::Never: return "Never";
    case InteractiveMode::IfAvailable: return "IfAvailable";
    case InteractiveMode::Always: break;
  }
  return "Always";
}

std::string execJson(const ExecConfig& exec) {
  JsonArray env;
  for (const auto& [name, value] : exec.env)
    env.raw(JsonObject().text("name", name).text("value", value).take());
  return JsonObject()
      .text("apiVersion", exec.apiVersion)
      .text("command", exec.command)
      .raw("args", textsJson(exec.args))
      .raw("env", env.take())
      .text("interactiveMode", toWord(exec.interactiveMode))
      .boolean("provideClusterInfo", exec.provideClusterInfo)
      .take();
}

std::string namedList(std::string_view name, std::string_view inner, std::string_view json) {
  return JsonArray().raw(JsonObject().text("name", name).raw(inner, json).take()).take();
}

base::Error badReply(const char* word, const char* detail) {
  return {.code = base::ErrorCode::BadResponse,
          .detail = std::string("exec plugin: ") + detail,
          .providerCode = word};
}

std::string textOf(const Tree* record, std::string_view name) {
  const auto* found = record ? record->find(name) : nullptr;
  const auto* text = found ? found->text() : nullptr;
  return text ? *text : std::string();
}

bool isTurningMark(std::uint32_t c) {
  return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

// Of valid UTF-8, at `at`.
std::pair<std::uint32_t, std::size_t> characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return std::uint32_t(static_cast<unsigned char>(text[at + i])); };
  if (byte(0) < 0x80) return {byte(0), 1};
  if (byte(0) < 0xe0) return {(byte(0) & 0x1f) << 6 | (byte(1) & 0x3f), 2};
  if (byte(0) < 0xf0) return {(byte(0) & 0xf) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), 3};
  return {0x10000, 4};
}

}  // namespace

std::string execInfoJson(const ExecConfig& exec, const ClusterAccess& access, std::string_view caPem) {
  JsonObject spec;
  if (exec.provideClusterInfo) spec.raw("cluster", infoClusterJson(access, caPem));
  spec.boolean("interactive", false);
  return JsonObject()
      .text("kind", "ExecCredential")
      .text("apiVersion", exec.apiVersion)
      .raw("spec", spec.take())
      .take();
}

std::string privateKubeconfig(const ClusterAccess& access, std::string_view caPem) {
  const auto user = access.exec ? JsonObject().raw("exec", execJson(*access.exec)).take() : std::string("{}");
  const auto context = JsonObject()
                           .text("cluster", access.cluster)
                           .text("user", access.user)
                           .text("namespace", access.nameSpace)
                           .take();
  return JsonObject()
      .text("apiVersion", "v1")
      .text("kind", "Config")
      .text("current-context", access.context)
      .raw("clusters", namedList(access.cluster, "cluster", clusterJson(access, caPem)))
      .raw("users", namedList(access.user, "user", user))
      .raw("contexts", namedList(access.context, "context", context))
      .take();
}

Environment execEnvironment(const ExecConfig& exec, const ExecSurroundings& surroundings) {
  Environment environment;
  const auto set = [&](const std::string& name, const std::string& value) {
    std::erase_if(environment, [&](const auto& variable) { return variable.first == name; });
    environment.emplace_back(name, value);
  };
  if (!surroundings.path.empty()) set("PATH", surroundings.path);
  if (!surroundings.kubeconfigFile.empty()) set("KUBECONFIG", surroundings.kubeconfigFile);
  for (const auto& [name, value] : exec.env) set(name, value);
  set("KUBERNETES_EXEC_INFO", surroundings.info);
  return environment;
}

bool changesWhatRuns(const ExecConfig& exec) {
  constexpr std::string_view kPrefixes[] = {"LD_",   "DYLD_", "PYTHON", "CLOUDSDK_PYTHON",
                                            "PERL5", "RUBY",  "NODE_"};
  constexpr std::string_view kNames[] = {"PATH", "BASH_ENV", "ENV", "IFS", "SHELLOPTS", "BASHOPTS"};
  return std::any_of(exec.env.begin(), exec.env.end(), [&](const auto& variable) {
    const std::string_view name = variable.first;
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames) ||
           std::any_of(std::begin(kPrefixes), std::end(kPrefixes),
                       [&](std::string_view prefix) { return name.starts_with(prefix); });
  });
}

std::string execIdentity(const ClusterAccess& access) {
  if (!access.exec) return {};
  const auto cluster = infoClusterJson(access, access.caData) + access.caFile;
  return base::sha256Hex(execJson(*access.exec) + "\n" + cluster + "\n" + access.context);
}

base::Result<ExecCredential> execCredentialFrom(std::string_view output, const std::string& apiVersion) {
  const auto tree = wire::parseJson(output);
  if (!tree || !tree->isRecord()) return badReply("exec_no_json", "no JSON object");
  if (textOf(&*tree, "kind") != "ExecCredential") return badReply("exec_kind", "another kind of object");
  if (textOf(&*tree, "apiVersion") != apiVersion) return badReply("exec_version", "another API version");
  const auto* status = tree->find("status");
  if (!status || !status->isRecord()) return badReply("exec_no_status", "no status");
  ExecCredential credential;
  credential.token = base::SecretString(textOf(status, "token"));
  credential.certificatePem = textOf(status, "clientCertificateData");
  credential.keyPem = base::SecretString(textOf(status, "clientKeyData"));
  if (credential.certificatePem.empty() != credential.keyPem.empty())
    return badReply("exec_half_pair", "a certificate without its key or a key without its certificate");
  if (credential.token.empty() && credential.keyPem.empty())
    return badReply("exec_no_credential", "neither a token nor a certificate");
  const auto* expires = status->find("expirationTimestamp");
  if (!expires || expires->isNull()) return credential;
  credential.expires = base::fromRfc3339(textOf(status, "expirationTimestamp"));
  if (!credential.expires) return badReply("exec_expiry", "an expiry that is no time");
  return credential;
}

std::string resolvedProgram(const std::string& command, const std::string& path,
                            const std::function<bool(const std::string&)>& isProgram) {
  const auto clean = std::filesystem::path(command).lexically_normal().string();
  if (command.find('/') != std::string::npos)
    return clean.front() == '/' && isProgram(clean) ? clean : std::string();
  if (command.empty() || command == "." || command == "..") return {};
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find(':', at), path.size());
    const auto folder = path.substr(at, end - at);
    at = end + 1;
    // An empty or relative folder would let the working folder decide what runs.
    if (folder.empty() || folder.front() != '/') continue;
    const auto found = (std::filesystem::path(folder) / command).lexically_normal().string();
    if (isProgram(found)) return found;
  }
  return {};
}

bool isExecAllowed(const ExecRules& rules, const std::string& resolved, const std::string& path,
                   const std::function<bool(const std::string&)>& isProgram) {
  if (resolved.empty() || rules.policy == ExecPolicy::DenyAll) return false;
  if (rules.policy == ExecPolicy::AllowAll) return true;
  return std::any_of(rules.allowed.begin(), rules.allowed.end(), [&](const std::string& entry) {
    return resolvedProgram(entry, path, isProgram) == resolved;
  });
}

std::string displayable(std::string_view text) {
  const auto valid = base::toValidUtf8(text);
  std::string shown;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [character, size] = characterAt(valid, at);
    const bool isControl = (character < 0x20 && character != '\n') || (character >= 0x7f && character < 0xa0);
    if (character == '\t')
      shown += ' ';
    else if (!isControl && !isTurningMark(character))
      shown.append(valid, at, size);
    at += size;
  }
  return shown;
}

std::string displayableHint(std::string_view text) {
  return std::string(base::trimmed(displayable(base::utf8Prefix(text, kLongestHint))));
}

}  // namespace aiagent::cluster
