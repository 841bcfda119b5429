#include "core/cluster/kubeconfig.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;

std::string contents(const std::string& name) {
  const char* source = std::getenv("AIAGENT_SOURCE_DIR");
  std::ifstream file(std::string(source ? source : ".") + "/tests/fixtures/kubeconfig/" + name,
                     std::ios::binary);
  EXPECT_TRUE(file.good()) << name;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : between) + word;
  return all;
}

// What an access says, a line each; secrets by their length.
class Dump {
 public:
  explicit Dump(const ClusterAccess& access) {
    line("server", access.server);
    if (!access.isEncrypted()) line("not encrypted");
    either("ca", access.caFile, access.caData);
    if (access.insecure) line("insecure");
    line("tls-server-name", access.tlsServerName);
    line("proxy", access.proxyUrl);
    if (access.disableCompression) line("no compression");
    either("certificate", access.certificateFile, access.certificateData);
    either("key", access.keyFile, access.keyData.reveal());
    secret("token", access.token);
    line("token file", access.tokenFile);
    if (!access.username.empty()) secret("basic " + access.username, access.password);
    if (access.exec) exec(*access.exec);
    line("exec config", access.execClusterConfig);
    as(access.impersonation);
    line("namespace", access.nameSpace);
  }
  std::string text;

 private:
  void line(const std::string& name) { text += "  " + name + "\n"; }
  void line(const std::string& name, const std::string& value) {
    if (!value.empty()) line(name + " " + value);
  }
  void either(const std::string& name, const std::string& file, std::string_view data) {
    line(name, file);
    if (!data.empty()) line(name + " data " + std::to_string(data.size()) + " bytes");
  }
  void secret(const std::string& name, const base::SecretString& value) {
    if (!value.empty()) line(name + " " + std::to_string(value.reveal().size()) + " bytes");
  }
  void exec(const ExecConfig& exec) {
    const char* mode = exec.interactiveMode == InteractiveMode::Always  ? " always: "
                       : exec.interactiveMode == InteractiveMode::Never ? " never: "
                                                                        : " if available: ";
    auto argv = exec.args;
    argv.insert(argv.begin(), exec.command);
    line("exec " + exec.apiVersion + mode + joined(argv, " "));
    for (const auto& [name, value] : exec.env) line("env " + name + "=" + value);
    line("hint", exec.installHint);
    if (exec.provideClusterInfo) line("cluster info");
  }
  void as(const Impersonation& as) {
    if (as.empty()) return;
    std::string words = "as " + as.user + " uid " + as.uid + " groups " + joined(as.groups, ",") + " extra";
    for (const auto& [name, values] : as.extra) words += " " + name + "=" + joined(values, ",");
    line(words);
  }
};

std::string toText(const std::vector<ConfigProblem>& problems) {
  std::string text;
  for (const auto& problem : problems) {
    text += (problem.isHint() ? "? " : "! ") + std::string(toWord(problem.fault)) + " " + problem.place;
    if (!problem.value.empty()) text += ": " + problem.value;
    text += "\n";
  }
  return text;
}

std::string describe(const Kubeconfig& config) {
  std::string text = toText(validate(config));
  for (const auto& [name, entry] : config.contexts) {
    const auto resolved = resolve(config, name);
    if (!resolved.access) continue;
    text += name + (name == config.currentContext ? " (current)\n" : "\n") + Dump(*resolved.access).text;
  }
  return text;
}

Kubeconfig read(const std::string& text, const std::string& path = "/home/me/.kube/config") {
  return readKubeconfig({{path, text}});
}

std::vector<std::string> faultsOf(const std::vector<ConfigProblem>& problems) {
  std::vector<std::string> words;
  for (const auto& problem : problems) words.emplace_back(toWord(problem.fault));
  return words;
}

class KubeconfigGolden : public testing::TestWithParam<const char*> {};

TEST_P(KubeconfigGolden, file_meansWhatIsExpected) {
  const std::string file = GetParam();
  EXPECT_EQ(describe(read(contents(file))), contents(file.substr(0, file.rfind('.')) + ".expected"));
}

INSTANTIATE_TEST_SUITE_P(Files, KubeconfigGolden,
                         testing::Values("certificates.yaml", "document.json", "plugins.yaml", "tokens.yaml",
                                         "wrong.yaml"));

TEST(KubeconfigFiles, namedFile_isTheOnlyOneAndMustExist) {
  const auto files = kubeconfigFiles({"sub/../mine", "/a:/b", "/home/me", "/here"});
  EXPECT_THAT(files.paths, ElementsAre("/here/mine"));
  EXPECT_TRUE(files.mustExist);
}

TEST(KubeconfigFiles, variable_isAListWithoutDoublesAndEmptyEntries) {
  const auto files = kubeconfigFiles({"", ":/a::b:/a:", "/home/me", "/here"});
  EXPECT_THAT(files.paths, ElementsAre("/a", "/here/b"));
  EXPECT_FALSE(files.mustExist);
}

TEST(KubeconfigFiles, nothingSaid_isTheFileInTheHomeFolder) {
  EXPECT_THAT(kubeconfigFiles({"", "", "/home/me", "/here"}).paths, ElementsAre("/home/me/.kube/config"));
}

constexpr char kFirst[] = R"(
clusters: [{name: c, cluster: {server: "https://first"}}]
users: [{name: red, user: {token: first}}]
)";
constexpr char kSecond[] = R"(
current-context: second
clusters: [{name: c, cluster: {server: "https://second", certificate-authority: ca.pem}}]
users: [{name: red, user: {username: me, password: x}}, {name: blue, user: {tokenFile: token}}]
contexts: [{name: x, context: {cluster: c, user: red}}]
)";
constexpr char kThird[] = R"(
current-context: third
contexts: [{name: second, context: {cluster: c, user: blue}}, {name: x, context: {cluster: nope, user: nope}}]
)";

TEST(ReadKubeconfig, threeFiles_theFirstThatDefinesAnEntryWinsWhole) {
  const auto config =
      readKubeconfig({{"/one/config", kFirst}, {"/two/config", kSecond}, {"/three/config", kThird}});
  EXPECT_THAT(validate(config), testing::IsEmpty());
  EXPECT_EQ(describe(config),
            "second (current)\n  server https://first\n  token file /two/token\n  namespace default\n"
            "x\n  server https://first\n  token 5 bytes\n  namespace default\n");
  EXPECT_EQ(config.currentContextFile, "/two/config");
}

TEST(ReadKubeconfig, brokenFile_spoilsEverything) {
  const auto config = readKubeconfig({{"/one", "clusters: [\n"}, {"/two", kSecond}, {"/three", kThird}});
  const auto resolved = resolve(config);
  EXPECT_FALSE(resolved.access);
  ASSERT_THAT(faultsOf(resolved.problems), ElementsAre("unreadable"));
  EXPECT_EQ(resolved.problems[0].file, "/one");
  EXPECT_THAT(resolved.problems[0].value, testing::HasSubstr("line"));
}

TEST(ReadKubeconfig, emptyFiles_areNothing) {
  EXPECT_THAT(faultsOf(validate(read(""))), ElementsAre("empty"));
  EXPECT_THAT(faultsOf(validate(read("# nothing\n"))), ElementsAre("empty"));
  EXPECT_THAT(faultsOf(resolve(readKubeconfig({})).problems), ElementsAre("empty"));
}

TEST(ReadKubeconfig, anotherKind_isNone) {
  EXPECT_THAT(faultsOf(validate(read("apiVersion: v1\nkind: Pod\n"))), ElementsAre("not_a_kubeconfig"));
  EXPECT_THAT(faultsOf(validate(read("- a\n"))), ElementsAre("wrong_type"));
  EXPECT_THAT(faultsOf(validate(read("just words"))), ElementsAre("wrong_type"));
}

TEST(Resolve, onlyWhatIsUsed_isJudged) {
  const auto config = read(R"(
clusters: [{name: c, cluster: {server: "https://c"}}, {name: bad, cluster: {}}]
users: [{name: u, user: {token: t}}, {name: bad, user: {auth-provider: {name: gcp}}}]
contexts: [{name: good, context: {cluster: c, user: u}}, {name: bad, context: {cluster: bad, user: bad}}]
)");
  EXPECT_TRUE(resolve(config, "good").access);
  EXPECT_THAT(faultsOf(resolve(config, "bad").problems), ElementsAre("auth_provider_gone", "no_server"));
  EXPECT_THAT(faultsOf(resolve(config, "gone").problems), ElementsAre("unknown_context"));
  EXPECT_THAT(faultsOf(resolve(config).problems), ElementsAre("no_context"));
}

TEST(Resolve, dataBesideAFile_isAHint) {
  const auto config = read(R"(
current-context: x
clusters: [{name: c, cluster: {server: "https://c", certificate-authority: a, certificate-authority-data: YQ==}}]
users: [{name: u, user: {}}]
contexts: [{name: x, context: {cluster: c, user: u}}]
)");
  const auto resolved = resolve(config);
  ASSERT_TRUE(resolved.access);
  EXPECT_EQ(resolved.access->caData, "a");
  EXPECT_THAT(faultsOf(resolved.problems), ElementsAre("data_and_file"));
}

TEST(Resolve, namespaceAskedFor_isCheckedAndHolds) {
  const auto config = read(R"(
current-context: x
clusters: [{name: c, cluster: {server: "https://c"}}]
users: [{name: u, user: {}}]
contexts: [{name: x, context: {cluster: c, user: u, namespace: own}}]
)");
  EXPECT_EQ(resolve(config, "", "other").access->nameSpace, "other");
  EXPECT_EQ(resolve(config).access->nameSpace, "own");
  EXPECT_FALSE(resolve(config, "", "a/../b").access);
}

TEST(SuccessorOfAuthProvider, oldPlugins_haveOne) {
  EXPECT_EQ(successorOfAuthProvider("gcp"), "gke-gcloud-auth-plugin");
  EXPECT_EQ(successorOfAuthProvider("azure"), "kubelogin");
  EXPECT_EQ(successorOfAuthProvider("openstack"), "");
}

TEST(IsDnsLabel, edges_areExact) {
  for (const char* label : {"a", "a-b", "0", "x9"}) EXPECT_TRUE(isDnsLabel(label)) << label;
  for (const char* none : {"", "-a", "a-", "A", "a.b", "a_b", "a/b"}) EXPECT_FALSE(isDnsLabel(none)) << none;
  EXPECT_TRUE(isDnsLabel(std::string(63, 'a')));
  EXPECT_FALSE(isDnsLabel(std::string(64, 'a')));
}

TEST(InClusterAccess, aPod_hasItsServiceAccount) {
  const auto access = inClusterAccess({"fd00::1", "443", "aiagent\n"});
  ASSERT_TRUE(access);
  EXPECT_EQ(Dump(*access).text,
            "  server https://[fd00::1]:443\n"
            "  ca /var/run/secrets/kubernetes.io/serviceaccount/ca.crt\n"
            "  token file /var/run/secrets/kubernetes.io/serviceaccount/token\n"
            "  namespace aiagent\n");
  EXPECT_FALSE(inClusterAccess({"", "443", ""}));
  EXPECT_FALSE(inClusterAccess({"10.0.0.1", "", ""}));
}

}  // namespace
}  // namespace aiagent::cluster
