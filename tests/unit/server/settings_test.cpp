#include "core/server/settings.h"

#include <gtest/gtest.h>

#include <map>

namespace aiagent::server {
namespace {

SettingsRead read(std::map<std::string, std::string> variables) {
  return readSettings([&](const char* name) -> std::optional<std::string> {
    const auto at = variables.find(name);
    return at == variables.end() ? std::nullopt : std::optional(at->second);
  });
}

TEST(Settings, readSettings_onlyTheDatabase_takesDefaults) {
  const auto got = read({{"DATABASE_URL", "postgresql:///x"}, {"PORT", ""}});
  EXPECT_TRUE(got.faults.empty());
  EXPECT_EQ(got.settings.port, 3000);
  EXPECT_EQ(got.settings.metricsPort, 9464);
  EXPECT_EQ(got.settings.bodyLimit, 2097152);
  EXPECT_EQ(got.settings.drainTimeout, std::chrono::seconds(25));
  EXPECT_EQ(got.settings.tokenIssuer, "http://localhost:3000");
  EXPECT_EQ(got.settings.openAiBaseUrl, "https://api.openai.com/v1");
}

TEST(Settings, readSettings_everyFault_isToldWithoutTheValue) {
  const auto got = read({{"PORT", "70000"},
                         {"POOL_SIZE", "many"},
                         {"LOGGING_LEVEL", "loud"},
                         {"OPENAI_API_KEY", "sk-secret\n"},
                         {"OPENAI_BASE_URL", "ftp://x"},
                         {"MEMBER_BUDGET_USD", "-1"}});
  std::vector<std::string> names;
  for (const auto& fault : got.faults) {
    names.push_back(fault.name);
    EXPECT_EQ(fault.what.find("secret"), std::string::npos);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"DATABASE_URL", "PORT", "LOGGING_LEVEL", "POOL_SIZE",
                                             "OPENAI_API_KEY", "OPENAI_BASE_URL", "MEMBER_BUDGET_USD"}));
}

TEST(Settings, settingInfos_each_hasAMeaningAndAFallbackUnlessRequired) {
  for (const auto& info : settingInfos()) {
    EXPECT_FALSE(info.meaning.empty()) << info.name;
    EXPECT_EQ(info.fallback.empty(), std::string(info.name) == "DATABASE_URL") << info.name;
  }
}

}  // namespace
}  // namespace aiagent::server
