// Any bytes as each kind of file that the linter reads, alone and all together: read without end or harm,
// every finding within its file and with a sentence, and the same again in another order.
#include <algorithm>

#include "core/cluster/lint/lint.h"
#include "core/cluster/lint/live.h"
#include "core/wire/json_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

constexpr const char* kPaths[] = {"Dockerfile",
                                  ".dockerignore",
                                  "docker-compose.yml",
                                  "production.env",
                                  "k8s/app.yaml",
                                  ".github/workflows/deploy.yml",
                                  "k8s/kustomization.yaml",
                                  "schema.prisma",
                                  "migrations/1/migration.sql",
                                  "server/logger.ts"};

void check(std::vector<cluster::lint::LintFile> files) {
  const auto [findings, expected] = cluster::lint::lintFiles(files);
  // Of a cluster where nothing is known nothing is said.
  FUZZ_REQUIRE(cluster::lint::compareWithCluster(expected, {}).findings.empty());
  for (const auto& finding : findings) {
    FUZZ_REQUIRE(finding.line >= 1);
    FUZZ_REQUIRE(!cluster::lint::reasonOf(finding).empty() && !cluster::lint::repairOf(finding).empty());
  }
  FUZZ_REQUIRE(wire::isJson(cluster::lint::toSarif(findings)));
  std::reverse(files.begin(), files.end());
  FUZZ_REQUIRE(cluster::lint::lintDeployment(files) == findings);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  std::vector<cluster::lint::LintFile> files;
  // "N text 0 N text 0 …": the first byte of each chooses its kind
  while (!input.empty() && files.size() < 12) {
    const auto kind = input.byte() % std::size(kPaths);
    files.push_back({std::to_string(files.size()) + "/" + kPaths[kind], input.text()});
  }
  check(std::move(files));
  return 0;
}
