#include "core/cluster/lint/lint.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/cluster/lint/live.h"
#include "core/cluster/lint/sources.h"
#include "core/wire/json_text.h"
#include "tests/unit/cluster/lint/lint_cases.h"

namespace aiagent::cluster::lint {

void PrintTo(const BrokenCase& broken, std::ostream* out) {
  *out << broken.id << " by " << broken.path;
}

namespace {

namespace fs = std::filesystem;

std::vector<LintFile> cleanFiles() {
  const char* source = std::getenv("AIAGENT_SOURCE_DIR");
  const auto folder = fs::path(source ? source : ".") / "tests/fixtures/deployment/clean";
  std::vector<LintFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    files.push_back({fs::relative(entry.path(), folder).generic_string(), text.str()});
  }
  return files;
}

std::string toText(const std::vector<LintFinding>& findings) {
  std::string text;
  for (const auto& finding : findings)
    text +=
        finding.path + ":" + std::to_string(finding.line) + " " + finding.id + " " + reasonOf(finding) + "\n";
  return text;
}

std::string& textOf(std::vector<LintFile>& files, const std::string& path) {
  for (auto& file : files)
    if (file.path == path) return file.text;
  files.push_back({path, ""});
  return files.back().text;
}

int lineOf(const std::string& text, const std::string& mark) {
  const auto at = text.find(mark);
  EXPECT_NE(at, std::string::npos) << mark;
  if (at == std::string::npos) return 0;
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

class BrokenFile : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenFile, fault_is_found_at_its_line) {
  const auto& broken = GetParam();
  auto files = cleanFiles();
  auto& text = textOf(files, broken.path);
  const std::string from = broken.from;
  const auto at = from.empty() ? text.size() : text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), broken.to);
  const std::string where = *broken.where ? broken.where : broken.path;
  const auto line = lineOf(textOf(files, where), broken.mark);
  const auto findings = lintDeployment(files);
  const bool found = std::any_of(findings.begin(), findings.end(), [&](const LintFinding& finding) {
    return finding.id == broken.id && finding.path == where && finding.line == line;
  });
  EXPECT_TRUE(found) << where << ":" << line << " is not among\n" << toText(findings);
}

std::string nameOf(const testing::TestParamInfo<BrokenCase>& info) {
  std::string name = info.param.id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(container, BrokenFile, testing::ValuesIn(containerCases()), nameOf);
INSTANTIATE_TEST_SUITE_P(kubernetes, BrokenFile, testing::ValuesIn(kubernetesCases()), nameOf);
INSTANTIATE_TEST_SUITE_P(workflow, BrokenFile, testing::ValuesIn(workflowCases()), nameOf);
INSTANTIATE_TEST_SUITE_P(operation, BrokenFile, testing::ValuesIn(operationCases()), nameOf);

TEST(DeploymentLint, sound_deployment_gives_nothing) {
  const auto files = cleanFiles();
  ASSERT_GE(files.size(), 10u);
  EXPECT_EQ(toText(lintDeployment(files)), "");
}

TEST(DeploymentLint, every_rule_has_a_broken_case) {
  std::set<std::string> tested{"READ-002", "READ-003"};
  for (const auto& cases : {containerCases(), kubernetesCases(), workflowCases(), operationCases()})
    for (const auto& broken : cases) tested.insert(broken.id);
  for (const auto& rule : liveRules()) tested.insert(rule.id);  // by live_test.cpp
  for (const auto& rule : lintRules()) EXPECT_TRUE(tested.count(rule.id)) << rule.id;
}

TEST(DeploymentLint, order_of_files_changes_nothing) {
  auto files = cleanFiles();
  textOf(files, "kubernetes/namespace.yaml").clear();
  const auto forward = toText(lintDeployment(files));
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(toText(lintDeployment(files)), forward);
  EXPECT_NE(forward, "");
}

TEST(DeploymentLint, ids_are_given_once_and_have_sentences) {
  std::set<std::string> ids;
  for (const auto& rule : lintRules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_NE(std::string(rule.reason), "") << rule.id;
    EXPECT_NE(std::string(rule.repair), "") << rule.id;
  }
}

TEST(DeploymentLint, nothing_is_no_fault) {
  EXPECT_EQ(toText(lintDeployment({})), "");
  EXPECT_EQ(toText(lintDeployment({{"values.yaml", "a: 1\n"}, {"Dockerfile", ""}})), "");
}

TEST(DeploymentLint, patches_and_templates_are_no_objects) {
  const std::string patch =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  replicas: 2\n";
  EXPECT_NE(toText(lintDeployment({{"over/patch.yaml", patch}})), "");
  EXPECT_EQ(toText(lintDeployment({{"over/patch.yaml", patch},
                                   {"over/kustomization.yaml", "patches:\n  - path: ./patch.yaml\n"}})),
            "");
  EXPECT_EQ(toText(lintDeployment({{"chart/templates/a.yaml", "{{- if .Values.a }}\nkind: [\n{{ end }}"}})),
            "");
}

TEST(DeploymentLint, large_file_is_told_and_not_read) {
  const auto findings = lintDeployment({{"a.yaml", std::string(kLargestFile + 1, ' ')}});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].id, "READ-002");
}

TEST(DeploymentLint, unreadable_file_is_told_with_why) {
  const auto findings = lintDeployment({{"a.yaml", "", "Permission denied"}});
  EXPECT_EQ(toText(findings), "a.yaml:1 READ-003 The file cannot be read: Permission denied.\n");
}

TEST(DeploymentLint, stopped_gives_nothing) {
  EXPECT_EQ(toText(lintDeployment({{"Dockerfile", "FROM node:16\n"}}, [] { return true; })), "");
}

TEST(DeploymentLint, json_holds_id_place_and_sentences) {
  const auto json = toJson({{"ENV-002", LintSeverity::Hint, "a/x.env", 3, {"K"}}});
  EXPECT_TRUE(wire::isJson(json));
  EXPECT_THAT(json, testing::HasSubstr(R"("id":"ENV-002","severity":"hint","path":"a/x.env","line":3)"));
}

TEST(DeploymentLint, objects_beyond_the_limit_are_told_once) {
  std::string text;
  for (std::size_t i = 0; i < kMostObjects + 10; ++i) text += "---\napiVersion: v1\nkind: ConfigMap\n";
  EXPECT_EQ(toText(lintDeployment({{"a.yaml", text}})),
            "a.yaml:1 READ-002 The file was not looked at: it is too large, or one of too many.\n");
}

TEST(DeploymentLint, secret_that_is_read_whole_has_no_unused_key) {
  const std::string secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: YQ==\n---\n";
  const std::string job =
      "apiVersion: batch/v1\nkind: Job\nspec:\n  template:\n    spec:\n      containers:\n        - name: "
      "a\n";
  const auto whole = job + "          envFrom:\n            - secretRef:\n                name: s\n";
  EXPECT_THAT(toText(lintDeployment({{"a.yaml", secret + job}})), testing::HasSubstr("K8S-056"));
  EXPECT_THAT(toText(lintDeployment({{"a.yaml", secret + whole}})),
              testing::Not(testing::HasSubstr("K8S-056")));
}

TEST(DeploymentLint, sentence_holds_its_arguments) {
  const LintFinding finding{"K8S-052", LintSeverity::Error, "a", 1, {"web", "b.yaml"}};
  EXPECT_EQ(reasonOf(finding),
            "The Service web has another selector in b.yaml: what is applied last moves the traffic.");
  EXPECT_EQ(reasonOf({"K8S-999", LintSeverity::Error, "a", 1, {}}), "");
}

TEST(DeploymentLint, argument_that_looks_like_a_place_is_none) {
  EXPECT_EQ(filled("%1 and %2", {"%2", "b"}), "%2 and b");
  EXPECT_EQ(filled("100 % of %1%", {"a"}), "100 % of a%");
}

TEST(DeploymentLint, sarif_names_file_line_and_level) {
  const auto sarif = toSarif({{"ENV-002", LintSeverity::Hint, "a b/x.env", 3, {"K"}}});
  EXPECT_TRUE(wire::isJson(sarif));
  EXPECT_THAT(sarif, testing::HasSubstr(R"("uri":"a%20b/x.env")"));
  EXPECT_THAT(sarif, testing::HasSubstr(R"("startLine":3)"));
  EXPECT_THAT(sarif, testing::HasSubstr(R"("ruleId":"ENV-002","level":"note")"));
}

TEST(DockerfileReader, continued_lines_and_remarks_are_one_instruction) {
  const auto file =
      readDockerfile("Dockerfile", "# x\nFROM a AS b\nRUN one \\\n# remark\n  && two\ncopy . .\n");
  ASSERT_EQ(file.stages.size(), 1u);
  EXPECT_EQ(file.stages[0].name, "b");
  ASSERT_EQ(file.stages[0].instructions.size(), 2u);
  EXPECT_EQ(file.stages[0].instructions[0].arguments, "one && two");
  EXPECT_EQ(file.stages[0].instructions[1].keyword, "COPY");
  EXPECT_EQ(file.stages[0].instructions[1].line, 6);
}

TEST(EnvFileReader, quotes_and_remarks_are_no_part_of_the_value) {
  const auto file = readEnvFile(".env", "# x\nexport A=\"b c\" # d\nE=f # g\nbroken\n");
  ASSERT_EQ(file.variables.size(), 2u);
  EXPECT_EQ(file.variables[0].name, "A");
  EXPECT_EQ(file.variables[0].value, "b c");
  EXPECT_EQ(file.variables[1].value, "f");
  EXPECT_EQ(file.variables[1].line, 3);
}

}  // namespace
}  // namespace aiagent::cluster::lint
