#include "core/cluster/exec_credential.h"

#include <gmock/gmock.h>

#include "core/cluster/kubeconfig.h"

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

constexpr char kV1[] = "client.authentication.k8s.io/v1";
constexpr char kBeta[] = "client.authentication.k8s.io/v1beta1";

ClusterAccess someAccess() {
  ClusterAccess access;
  access.context = "prod";
  access.cluster = "c1";
  access.user = "me";
  access.nameSpace = "aiagent";
  access.server = "https://c.example";
  access.tlsServerName = "api";
  access.proxyUrl = "http://proxy:1";
  access.execClusterConfig = R"({"audience":"x"})";
  access.token = base::SecretString("do-not-tell");
  access.exec = ExecConfig{.apiVersion = kBeta,
                           .command = "gke-gcloud-auth-plugin",
                           .args = {"--quiet"},
                           .env = {{"A", "1"}},
                           .installHint = "",
                           .provideClusterInfo = true};
  return access;
}

TEST(ExecInfoJson, versionAndClusterInfo_areThoseConfigured) {
  auto access = someAccess();
  EXPECT_EQ(
      execInfoJson(*access.exec, access, "ca"),
      R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1","spec":{"cluster":)"
      R"({"server":"https://c.example","tls-server-name":"api","certificate-authority-data":"Y2E=",)"
      R"("proxy-url":"http://proxy:1","config":{"audience":"x"}},"interactive":false}})");
  access.exec->provideClusterInfo = false;
  access.exec->apiVersion = kV1;
  EXPECT_EQ(
      execInfoJson(*access.exec, access, "ca"),
      R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","spec":{"interactive":false}})");
}

TEST(PrivateKubeconfig, readBack_isTheSameContextWithoutItsSecrets) {
  const auto access = someAccess();
  const auto text = privateKubeconfig(access, "ca");
  EXPECT_THAT(text, Not(HasSubstr("do-not-tell")));
  const auto config = readKubeconfig({{"/private/config", text}});
  EXPECT_THAT(validate(config), testing::IsEmpty());
  const auto back = resolve(config).access;
  ASSERT_TRUE(back);
  EXPECT_EQ(back->context, "prod");
  EXPECT_EQ(back->user, "me");
  EXPECT_EQ(back->server, access.server);
  EXPECT_EQ(back->caData, "ca");
  EXPECT_EQ(back->nameSpace, "aiagent");
  EXPECT_EQ(back->exec, access.exec);
}

TEST(ExecEnvironment, ownVariables_goBeforeOursButTheInfo) {
  ExecConfig exec;
  exec.env = {{"KUBECONFIG", "/own"}, {"X", "1"}, {"X", "2"}, {"KUBERNETES_EXEC_INFO", "forged"}};
  EXPECT_THAT(execEnvironment(exec, {"/bin", "/private", "{}"}),
              ElementsAre(Pair("PATH", "/bin"), Pair("KUBECONFIG", "/own"), Pair("X", "2"),
                          Pair("KUBERNETES_EXEC_INFO", "{}")));
  EXPECT_THAT(execEnvironment({}, {"", "", "{}"}), ElementsAre(Pair("KUBERNETES_EXEC_INFO", "{}")));
}

TEST(ExecIdentity, anythingThatMatters_makesAnother) {
  const auto access = someAccess();
  auto other = access;
  other.nameSpace = "another";
  EXPECT_EQ(execIdentity(other), execIdentity(access));
  other.exec->args.push_back("x");
  EXPECT_NE(execIdentity(other), execIdentity(access));
  other = access;
  other.server = "https://d.example";
  EXPECT_NE(execIdentity(other), execIdentity(access));
  other = access;
  other.context = "staging";  // a plugin may tell contexts apart by the private kubeconfig
  EXPECT_NE(execIdentity(other), execIdentity(access));
  EXPECT_EQ(execIdentity(ClusterAccess()), "");
}

std::string reply(const std::string& status, const std::string& version = kV1) {
  return R"({"kind":"ExecCredential","apiVersion":")" + version + R"(","status":)" + status + "}";
}

TEST(ExecCredentialFrom, tokenAndExpiry_areTaken) {
  const auto credential =
      execCredentialFrom(reply(R"({"token":"t","expirationTimestamp":"2026-11-23T06:40:00Z"})"), kV1);
  ASSERT_TRUE(credential.ok());
  EXPECT_EQ(credential->token.reveal(), "t");
  EXPECT_EQ(base::toIso8601(*credential->expires), "2026-11-23T06:40:00.000Z");
}

TEST(ExecCredentialFrom, pair_isTakenWithoutToken) {
  const auto credential = execCredentialFrom(
      reply(R"({"clientCertificateData":"c","clientKeyData":"k","expirationTimestamp":null})"), kV1);
  ASSERT_TRUE(credential.ok());
  EXPECT_EQ(credential->certificatePem, "c");
  EXPECT_EQ(credential->keyPem.reveal(), "k");
  EXPECT_FALSE(credential->expires);
}

TEST(ExecCredentialFrom, whatIsNone_isToldByWord) {
  const auto word = [](const std::string& output) {
    const auto credential = execCredentialFrom(output, kV1);
    return credential ? "read" : credential.error().providerCode;
  };
  EXPECT_EQ(word(""), "exec_no_json");
  EXPECT_EQ(word("Please log in\n"), "exec_no_json");
  EXPECT_EQ(word("[]"), "exec_no_json");
  EXPECT_EQ(word(R"({"kind":"Secret","apiVersion":"client.authentication.k8s.io/v1"})"), "exec_kind");
  EXPECT_EQ(word(reply(R"({"token":"t"})", kBeta)), "exec_version");
  EXPECT_EQ(word(reply("null")), "exec_no_status");
  EXPECT_EQ(word(R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1"})"),
            "exec_no_status");
  EXPECT_EQ(word(reply("{}")), "exec_no_credential");
  EXPECT_EQ(word(reply(R"({"token":17})")), "exec_no_credential");
  EXPECT_EQ(word(reply(R"({"token":"t","clientKeyData":"k"})")), "exec_half_pair");
  EXPECT_EQ(word(reply(R"({"token":"t","expirationTimestamp":"soon"})")), "exec_expiry");
  EXPECT_EQ(word(reply(R"({"token":"t","expirationTimestamp":17})")), "exec_expiry");
}

bool isProgram(const std::string& path) {
  return path == "/opt/b/login" || path == "/opt/a/login" || path == "/home/me/bin/login";
}

TEST(ResolvedProgram, names_areFoundInAbsoluteFoldersAlone) {
  EXPECT_EQ(resolvedProgram("login", ":.:bin:/none:/opt/b:/opt/a", isProgram), "/opt/b/login");
  EXPECT_EQ(resolvedProgram("login", "/none", isProgram), "");
  EXPECT_EQ(resolvedProgram("/opt/x/../a/login", "", isProgram), "/opt/a/login");
  EXPECT_EQ(resolvedProgram("bin/login", "/home/me", isProgram), "");
  EXPECT_EQ(resolvedProgram("", "/opt/a", isProgram), "");
  EXPECT_EQ(resolvedProgram("..", "/opt/a", isProgram), "");
}

TEST(IsExecAllowed, list_comparesWhereThingsAre) {
  const auto allowed = [](ExecRules rules, const std::string& resolved) {
    return isExecAllowed(rules, resolved, "/opt/a:/opt/b", isProgram);
  };
  EXPECT_TRUE(allowed({ExecPolicy::Allowlist, {"/opt/a/login"}}, "/opt/a/login"));
  EXPECT_TRUE(allowed({ExecPolicy::Allowlist, {"login"}}, "/opt/a/login"));
  EXPECT_FALSE(allowed({ExecPolicy::Allowlist, {"login"}}, "/home/me/bin/login"));
  EXPECT_FALSE(allowed({ExecPolicy::Allowlist, {"/opt/a"}}, "/opt/a/login"));
  EXPECT_FALSE(allowed({ExecPolicy::Allowlist, {}}, "/opt/a/login"));
  EXPECT_TRUE(allowed({ExecPolicy::AllowAll, {}}, "/opt/a/login"));
  EXPECT_FALSE(allowed({ExecPolicy::DenyAll, {"login"}}, "/opt/a/login"));
  EXPECT_FALSE(allowed({ExecPolicy::AllowAll, {}}, ""));
}

TEST(DisplayableHint, whatCouldDeceive_isTakenOut) {
  EXPECT_EQ(displayableHint("\x1b[31mInstall\x1b[0m\ta\rb\n\x7fit\n"), "[31mInstall[0m ab\nit");
  EXPECT_EQ(displayableHint("a\u202e\u2066z\u009bé"), "azé");
  EXPECT_EQ(displayableHint("bad \xff utf"), "bad \uFFFD utf");
  EXPECT_EQ(displayable(" a\x1b]0;b\x07 "), " a]0;b ");
  EXPECT_LE(displayableHint(std::string(10'000, 'x')).size(), 2'000u);
}

TEST(ExecCredential, variablesThatChangeWhatRuns_areKnown) {
  for (const auto* name :
       {"PATH", "LD_PRELOAD", "DYLD_INSERT_LIBRARIES", "PYTHONPATH", "BASH_ENV", "NODE_OPTIONS"})
    EXPECT_TRUE(changesWhatRuns({.env = {{"AWS_PROFILE", "prod"}, {name, "x"}}})) << name;
  for (const auto* name : {"AWS_PROFILE", "GKE_AUTH", "PATHS", "MY_PATH", "KUBECONFIG"})
    EXPECT_FALSE(changesWhatRuns({.env = {{name, "x"}}})) << name;
}

}  // namespace
}  // namespace aiagent::cluster
