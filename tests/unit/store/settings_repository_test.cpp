#include "core/store/settings_repository.h"

#include <gtest/gtest.h>

#include "core/store/connection.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using base::ErrorCode;
using domain::Provider;
using test::TempStore;

Provider sample(std::string name) {
  return {.name = std::move(name),
          .baseUrl = "https://api.example.com/v1",
          .api = domain::ApiKind::Chat,
          .keySource = domain::KeySource::Environment,
          .keyVariable = "KEY",
          .organization = "org",
          .project = "proj",
          .defaultModel = "m"};
}

TEST(SettingsRepository, providers_areInsertedReplacedAndRemoved) {
  TempStore store;
  auto provider = sample("b");
  ASSERT_TRUE(store.write([&](Connection& c) { return saveProvider(c, provider); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return saveProvider(c, sample("a")); }).ok());
  EXPECT_EQ(*store.read([](Connection& c) { return loadProvider(c, "b"); }), provider);
  provider.keySource = domain::KeySource::None;
  provider.api = domain::ApiKind::Responses;
  ASSERT_TRUE(store.write([&](Connection& c) { return saveProvider(c, provider); }).ok());
  EXPECT_EQ(*store.read([](Connection& c) { return listProviders(c); }),
            (std::vector{sample("a"), provider}));
  ASSERT_TRUE(store.write([](Connection& c) { return removeProvider(c, "b"); }).ok());
  EXPECT_EQ(store.read([](Connection& c) { return loadProvider(c, "b"); }).error().code, ErrorCode::NotFound);
  EXPECT_EQ(store.write([](Connection& c) { return removeProvider(c, "b"); }).error().code,
            ErrorCode::NotFound);
}

TEST(SettingsRepository, settings_areTextUnderAKey) {
  TempStore store;
  EXPECT_FALSE(store.read([](Connection& c) { return loadSetting(c, "theme"); })->has_value());
  ASSERT_TRUE(store.write([](Connection& c) { return saveSetting(c, "theme", "dark"); }).ok());
  ASSERT_TRUE(store.write([](Connection& c) { return saveSetting(c, "theme", ""); }).ok());
  EXPECT_EQ(**store.read([](Connection& c) { return loadSetting(c, "theme"); }), "");
  ASSERT_TRUE(store.write([](Connection& c) { return removeSetting(c, "theme"); }).ok());
  EXPECT_FALSE(store.read([](Connection& c) { return loadSetting(c, "theme"); })->has_value());
}

}  // namespace
}  // namespace aiagent::store
