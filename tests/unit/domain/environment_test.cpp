#include "core/domain/environment.h"

#include <gtest/gtest.h>

namespace aiagent::domain {
namespace {

using base::ErrorCode;

std::string faultOf(Environment environment) {
  const auto tidy = normalised(std::move(environment));
  return tidy ? "" : tidy.error().subject;
}

TEST(Environment, normalised_tidiesWhatCanBe) {
  const auto tidy = normalised({.name = " production ",
                                .nameSpace = "aiagent",
                                .api = "https://api.example.com/",
                                .prometheus = "http://127.0.0.1:9090/prom//",
                                .repository = "https://github.com/acme/agents.git"});
  ASSERT_TRUE(tidy);
  EXPECT_EQ(tidy->name, "production");
  EXPECT_EQ(tidy->api, "https://api.example.com");
  EXPECT_EQ(tidy->prometheus, "http://127.0.0.1:9090/prom");
  EXPECT_EQ(tidy->repository, "acme/agents");
}

TEST(Environment, normalised_namesTheFieldThatIsWrong) {
  EXPECT_EQ(faultOf({.name = "  "}), "name");
  EXPECT_EQ(faultOf({.name = std::string(65, 'x')}), "name");
  std::string umlauts;
  for (int i = 0; i < 64; ++i) umlauts += "ü";
  EXPECT_EQ(faultOf({.name = umlauts}), "");
  EXPECT_EQ(faultOf({.name = "a", .nameSpace = "Not_A_Label"}), "namespace");
  EXPECT_EQ(faultOf({.name = "a", .api = "ftp://x"}), "api");
  EXPECT_EQ(faultOf({.name = "a", .api = "https://user:secret@x"}), "api");
  EXPECT_EQ(faultOf({.name = "a", .prometheus = "prometheus"}), "prometheus");
  EXPECT_EQ(faultOf({.name = "a", .repository = "acme"}), "repository");
  EXPECT_EQ(faultOf({.name = "a", .repository = "https://github.com"}), "repository");
  EXPECT_EQ(faultOf({.name = "a", .repository = "a/b/c"}), "repository");
}

TEST(Environment, serviceInsideTheCluster_isAnAddressOfPrometheus) {
  EXPECT_EQ(clusterServiceFrom("service://monitoring/prometheus:9090"),
            (ClusterService{"monitoring", "prometheus:9090"}));
  EXPECT_EQ(clusterServiceFrom("service://monitoring/https:prometheus:web")->name, "https:prometheus:web");
  EXPECT_EQ(clusterServiceFrom("service://monitoring/prometheus")->name, "prometheus");
  for (const auto* wrong : {"service://prometheus:9090", "service://a/b/../c", "service://a/b:9090/x",
                            "service://A/b", "service://a/https:b", "service://a/b:", "https://a/b", ""})
    EXPECT_FALSE(clusterServiceFrom(wrong)) << wrong;
  EXPECT_EQ(faultOf({.name = "a", .prometheus = " service://monitoring/prometheus:9090 "}), "");
  EXPECT_EQ(faultOf({.name = "a", .prometheus = "service://monitoring"}), "prometheus");
}

TEST(Environment, fromFile_readsTheAddressesAndTheStage) {
  const auto read =
      environmentFromFile("environments/production.env",
                          "# production.env\nNODE_ENV=production\nAPI_URL=https://api.example.com\n"
                          "OPENAI_API_KEY=xxx\nDATABASE_URL=xxx\n"
                          "export KUBE_NAMESPACE=\"aiagent\"\nPROMETHEUS_URL='https://prom.example.com/'\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->name, "production");
  EXPECT_EQ(read->stage, EnvironmentStage::Production);
  EXPECT_EQ(read->api, "https://api.example.com");
  EXPECT_EQ(read->nameSpace, "aiagent");
  EXPECT_EQ(read->prometheus, "https://prom.example.com");
}

TEST(Environment, fromFile_stageComesFromTheNameWhereNothingElseTellsIt) {
  EXPECT_EQ(environmentFromFile("staging.env", "A=1")->stage, EnvironmentStage::Staging);
  EXPECT_EQ(environmentFromFile(".env.prod", "A=1")->stage, EnvironmentStage::Production);
  EXPECT_EQ(environmentFromFile("qa.env", "A=1\r\nB=2\r\n")->stage, EnvironmentStage::Development);
  EXPECT_EQ(environmentFromFile("qa.env", "APP_ENV=staging")->stage, EnvironmentStage::Staging);
}

TEST(Environment, fromFile_thatIsNone_isRefusedByItsName) {
  for (const auto* text : {"", "# only words\n", "kind: Deployment\n", "not an assignment\nA=1"}) {
    const auto read = environmentFromFile("x.env", text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(read.error().subject, "x.env");
  }
}

TEST(Environment, fromFile_badAddress_namesTheField) {
  EXPECT_EQ(environmentFromFile("x.env", "API_URL=api.example.com").error().subject, "api");
}

}  // namespace
}  // namespace aiagent::domain
