#include "core/store/environment_repository.h"

#include <gtest/gtest.h>

#include "core/store/connection.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using domain::Environment;
using domain::EnvironmentId;
using domain::EnvironmentStage;
using test::TempStore;

Environment named(std::uint8_t number, const std::string& name, EnvironmentStage stage) {
  Environment environment{.name = name, .stage = stage};
  environment.id.uuid.bytes[0] = number;
  return environment;
}

bool save(TempStore& store, const Environment& environment) {
  return store.write([&](Connection& c) { return saveEnvironment(c, environment); }).ok();
}

std::vector<Environment> all(TempStore& store) {
  return *store.read([](Connection& c) { return listEnvironments(c); });
}

TEST(EnvironmentRepository, environments_areKeptWholeAndInOrder) {
  TempStore store;
  const auto development = named(1, "a", EnvironmentStage::Development);
  auto production = named(2, "z", EnvironmentStage::Production);
  ASSERT_TRUE(save(store, development));
  ASSERT_TRUE(save(store, production));
  EXPECT_EQ(all(store), (std::vector{production, development}));
  production.kubeconfig = "/k";
  production.context = "prod";
  production.nameSpace = "aiagent";
  production.api = "https://a";
  production.prometheus = "https://p";
  production.repository = "a/b";
  ASSERT_TRUE(save(store, production));
  EXPECT_EQ(all(store).front(), production);
  ASSERT_TRUE(store.write([&](Connection& c) { return removeEnvironment(c, production.id); }).ok());
  EXPECT_EQ(all(store), std::vector{development});
}

TEST(EnvironmentRepository, nameOfAnother_isAConflict) {
  TempStore store;
  ASSERT_TRUE(save(store, named(1, "production", EnvironmentStage::Production)));
  const auto second = named(2, "production", EnvironmentStage::Staging);
  const auto kept = store.write([&](Connection& c) { return saveEnvironment(c, second); });
  ASSERT_FALSE(kept.ok());
  EXPECT_EQ(kept.error().code, base::ErrorCode::Conflict);
  EXPECT_EQ(kept.error().subject, "name");
}

TEST(EnvironmentRepository, allowedPlugin_isListedUntilForgotten) {
  TempStore store;
  const AllowedPlugin plugin{"hash", "/usr/bin/gke-gcloud-auth-plugin", "https://1.2.3.4", {}};
  ASSERT_TRUE(store.write([&](Connection& c) { return allowPlugin(c, plugin); }).ok());
  const auto listed = *store.read([](Connection& c) { return listAllowedPlugins(c); });
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed.front().program, plugin.program);
  EXPECT_NE(listed.front().allowed, base::WallTime{});
  ASSERT_TRUE(store.write([&](Connection& c) { return forgetPlugin(c, "hash"); }).ok());
  EXPECT_TRUE(store.read([](Connection& c) { return listAllowedPlugins(c); })->empty());
}

}  // namespace
}  // namespace aiagent::store
