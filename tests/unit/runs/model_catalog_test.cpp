#include "core/runs/model_catalog.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace aiagent::runs {
namespace {

ModelCatalog shipped() {
  const char* source = std::getenv("AIAGENT_SOURCE_DIR");
  std::ifstream file(std::string(source ? source : ".") + "/resources/models.json");
  std::stringstream text;
  text << file.rdbuf();
  auto catalog = ModelCatalog::fromJson(text.str());
  EXPECT_TRUE(catalog.ok()) << (catalog ? "" : catalog.error().detail);
  return catalog ? std::move(*catalog) : ModelCatalog();
}

ModelCatalog catalogOf(std::string_view models) {
  return *ModelCatalog::fromJson(R"({"models":)" + std::string(models) + "}");
}

domain::Parameters with(const char* name, const char* text) {
  domain::Parameters parameters;
  parameters.set(name, *domain::parseParameterValue(name, text));
  return parameters;
}

base::WallTime day(int year, unsigned month, unsigned date) {
  return base::WallTime(
      std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date)));
}

TEST(ModelCatalog, shippedTable_isSound) {
  const auto catalog = shipped();
  ASSERT_FALSE(catalog.all().empty());
  for (const auto& model : catalog.all()) {
    EXPECT_FALSE(model.title.empty()) << model.id;
    for (const auto& price : model.prices) {
      EXPECT_GT(price.input, 0) << model.id;
      EXPECT_GT(price.output, price.input) << model.id;
      EXPECT_GT(price.from, day(2025, 1, 1)) << model.id;
    }
  }
}

TEST(ModelCatalog, find_takesExactThenUndatedThenLongestPrefix) {
  const auto catalog = catalogOf(R"([{"id":"a*"},{"id":"ab*"},{"id":"abc"}])");
  EXPECT_EQ(catalog.find("abc")->id, "abc");
  EXPECT_EQ(catalog.find("abc-2026-09-01")->id, "abc");
  EXPECT_EQ(catalog.find("abd")->id, "ab*");
  EXPECT_EQ(catalog.find("ax")->id, "a*");
  EXPECT_EQ(catalog.find("x"), nullptr);
  EXPECT_EQ(catalog.find(""), nullptr);
}

TEST(ModelCatalog, refusals_dependOnTheEffort) {
  const auto catalog = shipped();
  EXPECT_TRUE(catalog.refuses("gpt-6-astra", "temperature", {}));
  EXPECT_TRUE(catalog.refuses("gpt-6-luna", "temperature", with("reasoning.effort", "low")));
  EXPECT_FALSE(catalog.refuses("gpt-6-luna", "temperature", with("reasoning.effort", "none")));
  EXPECT_FALSE(catalog.refuses("gpt-6-luna", "temperature", {}));  // its default effort is not known
  EXPECT_TRUE(catalog.refuses("gpt-6.1-sol", "reasoning.effort", with("reasoning.effort", "none")));
  EXPECT_TRUE(catalog.refuses("gpt-5.1", "reasoning.effort", with("reasoning.effort", "minimal")));
  EXPECT_FALSE(catalog.refuses("gpt-5.6", "reasoning.effort", with("reasoning.effort", "max")));
  EXPECT_FALSE(catalog.refuses("unheard-of", "temperature", {}));
}

TEST(ModelCatalog, whatWasLearnt_isKept) {
  ModelCatalog catalog;
  catalog.learnRefusal("m", "temperature");
  catalog.learnRefusal("m", "temperature");
  catalog.learnRefusal("", "x");
  EXPECT_EQ(catalog.learnt(), R"([{"model":"m","refused":"temperature"}])");
  ModelCatalog other;
  EXPECT_TRUE(other.applyLearnt(catalog.learnt()).ok());
  EXPECT_TRUE(other.refuses("m", "temperature", {}));
  EXPECT_FALSE(other.refuses("n", "temperature", {}));
  EXPECT_TRUE(other.applyLearnt("").ok());
  EXPECT_FALSE(other.applyLearnt("{").ok());
}

TEST(ModelCatalog, brokenTables_nameTheLine) {
  const auto error = ModelCatalog::fromJson("{\n\"models\": [\n{]\n}").error();
  EXPECT_EQ(error.code, base::ErrorCode::InvalidInput);
  EXPECT_EQ(error.detail, "line 3: not JSON");
  EXPECT_FALSE(ModelCatalog::fromJson("{} x").ok());
  for (const auto* text :
       {"[]", "{}", R"({"models":[{}]})", R"({"models":[{"id":"a","prices":[{"input":1}]}]})",
        R"({"models":[{"id":"a","prices":[1]}]})"})
    EXPECT_FALSE(ModelCatalog::fromJson(text).ok()) << text;
}

constexpr const char* kPriced = R"([{"id":"m","prices":[
  {"from":"2026-10-01","input":2,"cached":0.1,"output":10,"longFrom":1000,"longInputFactor":2,"longOutputFactor":1.5},
  {"from":"2026-01-01","input":4,"output":20}]}])";

TEST(CostNanoUsd, priceInForce_isTaken) {
  const auto catalog = catalogOf(kPriced);
  const domain::Usage usage{100, 40, {}, 10, {}, {}, false};
  EXPECT_EQ(costNanoUsd(catalog, "m", usage, day(2026, 11, 1), ""), 60 * 2'000 + 40 * 100 + 10 * 10'000);
  EXPECT_EQ(costNanoUsd(catalog, "m", usage, day(2026, 9, 30), ""), 100 * 4'000 + 10 * 20'000);
  EXPECT_FALSE(costNanoUsd(catalog, "m", usage, day(2025, 1, 1), "").has_value());
}

TEST(CostNanoUsd, longInputAndTiers_haveTheirFactor) {
  const auto catalog = catalogOf(kPriced);
  const auto at = day(2026, 11, 1);
  const domain::Usage atTheEdge{1000, {}, {}, 10, {}, {}, false}, above{1001, {}, {}, 10, {}, {}, false};
  EXPECT_EQ(costNanoUsd(catalog, "m", atTheEdge, at, "auto"), 1000 * 2'000 + 10 * 10'000);
  EXPECT_EQ(costNanoUsd(catalog, "m", above, at, "default"), 1001 * 2'000 * 2 + 10 * 15'000);
  EXPECT_EQ(costNanoUsd(catalog, "m", atTheEdge, at, "flex"), (1000 * 2'000 + 10 * 10'000) / 2);
  EXPECT_EQ(costNanoUsd(catalog, "m", atTheEdge, at, "fast"), (1000 * 2'000 + 10 * 10'000) * 2);
  EXPECT_FALSE(costNanoUsd(catalog, "m", atTheEdge, at, "priority").has_value());
}

TEST(CostNanoUsd, unknownCountsOrModel_haveNoCost) {
  const auto catalog = catalogOf(kPriced);
  const auto at = day(2026, 11, 1);
  EXPECT_FALSE(costNanoUsd(catalog, "m", {1, {}, {}, {}, {}, {}, false}, at, "").has_value());
  EXPECT_FALSE(costNanoUsd(catalog, "m", {{}, {}, {}, 1, {}, {}, false}, at, "").has_value());
  EXPECT_FALSE(costNanoUsd(catalog, "other", {1, {}, {}, 1, {}, {}, false}, at, "").has_value());
  EXPECT_EQ(costNanoUsd(catalog, "m", {10, 99, {}, 0, {}, {}, false}, at, ""), 10 * 100);
}

TEST(StoragePrice, shippedTable_namesItAndTheFreePartCostsNothing) {
  const auto catalog = shipped();
  ASSERT_TRUE(catalog.storage().has_value());
  const auto& price = *catalog.storage();
  EXPECT_GT(price.search, 0);
  const std::int64_t gib = 1 << 30;
  EXPECT_EQ(storageNanoUsdPerMonth(price, gib), 0);
  EXPECT_EQ(storageNanoUsdPerMonth(price, 3 * gib), 6'000'000'000);
}

TEST(StoragePrice, tableWithoutOne_isFineAndAFaultyOneIsNot) {
  EXPECT_FALSE(ModelCatalog::fromJson(R"({"models":[]})")->storage().has_value());
  EXPECT_FALSE(ModelCatalog::fromJson(R"({"models":[],"storage":{"gibDay":1}})").ok());
}

}  // namespace
}  // namespace aiagent::runs
