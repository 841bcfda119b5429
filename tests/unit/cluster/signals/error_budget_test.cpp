#include "core/cluster/signals/error_budget.h"

#include <gtest/gtest.h>

#include <cmath>

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

const Objective kObjective{.availability = 0.999, .period = std::chrono::days(30)};
constexpr base::Instant kStart{};

ErrorShares all(double share) {
  ErrorShares shares{{seconds(720h), share}};
  for (const auto window : burnWindowLengths()) shares[window] = share;
  return shares;
}

TEST(ErrorBudget, windows_areTheContracts) {
  const auto& windows = burnWindows();
  EXPECT_EQ(windows[0], (BurnWindow{BurnSeverity::Page, 1h, 5min, 14.4, 2min}));
  EXPECT_EQ(windows[3], (BurnWindow{BurnSeverity::Ticket, 72h, 6h, 1, 3h}));
  EXPECT_EQ(burnWindowLengths(), (std::vector<seconds>{5min, 30min, 1h, 2h, 6h, 24h, 72h}));
  // Each burns the contract's share of the budget in its longer window.
  const double used[] = {0.02, 0.05, 0.10, 0.10};
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(windows[i].factor * double(windows[i].longer.count()) / double(seconds(720h).count()),
                used[i], 1e-9);
}

TEST(ErrorBudget, left_isWhatMayStillFail) {
  EXPECT_DOUBLE_EQ(errorBudget(kObjective, all(0), 720h).left.value(), 1);
  EXPECT_NEAR(errorBudget(kObjective, all(0.00006), 720h).left.value(), 0.94, 1e-9);
  EXPECT_NEAR(errorBudget(kObjective, all(0.002), 720h).left.value(), -1, 1e-9);
}

TEST(ErrorBudget, rate_needsBothWindows) {
  auto shares = all(0.0005);
  shares[1h] = 0.02;
  EXPECT_FALSE(errorBudget(kObjective, shares, 720h).rates[0].exceeded) << "only the longer one";
  shares[5min] = 0.02;
  const auto budget = errorBudget(kObjective, shares, 720h);
  EXPECT_TRUE(budget.rates[0].exceeded);
  EXPECT_NEAR(budget.rates[0].longer.value(), 20, 1e-9);
  EXPECT_FALSE(budget.rates[1].exceeded);
  shares[5min] = 0.0144;
  EXPECT_FALSE(errorBudget(kObjective, shares, 720h).rates[0].exceeded) << "it must be above the factor";
}

TEST(ErrorBudget, noTraffic_isUnknownAndNothingBurns) {
  const auto budget = errorBudget(kObjective, all(std::nan("")), 720h);
  EXPECT_FALSE(budget.left.has_value());
  for (const auto& rate : budget.rates) {
    EXPECT_FALSE(rate.longer.has_value());
    EXPECT_FALSE(rate.exceeded);
  }
  EXPECT_EQ(budgetBurnVerdict(budget, {}, kStart).kind, VerdictKind::Unknown);
  EXPECT_EQ(budgetBurnVerdict(errorBudget(kObjective, {}, 0s), {}, kStart).kind, VerdictKind::Unknown);
}

TEST(ErrorBudget, impossibleObjective_isUnknown) {
  EXPECT_FALSE(errorBudget({.availability = 1}, all(0.1), 720h).left.has_value());
}

TEST(ErrorBudget, verdict_waitsForTheHoldTime) {
  const auto budget = errorBudget(kObjective, all(0.02), 720h);
  BurnMemory memory;
  memory.on(budget, kStart);
  EXPECT_EQ(budgetBurnVerdict(budget, memory, kStart + 119s).reason, "BudgetSpent")
      << "20 times in all of it";
  const auto verdict = budgetBurnVerdict(budget, memory, kStart + 120s);
  EXPECT_EQ(verdict.kind, VerdictKind::Failed);
  EXPECT_EQ(verdict.reason, "BurnsFast");
  EXPECT_EQ(verdict.evidence[1].field, "burn rate 1h / 5m");
  EXPECT_EQ(verdict.evidence[1].value, "20.0 / 20.0");
  memory.on(errorBudget(kObjective, all(0), 720h), kStart + 130s);
  memory.on(budget, kStart + 140s);
  EXPECT_FALSE(memory.holds(0, kStart + 200s)) << "it began anew";
}

TEST(ErrorBudget, slowBurn_isATicket) {
  auto shares = all(0.0005);
  shares[72h] = shares[6h] = 0.0012;
  const auto budget = errorBudget(kObjective, shares, 720h);
  BurnMemory memory;
  memory.on(budget, kStart);
  EXPECT_EQ(budgetBurnVerdict(budget, memory, kStart + 1h).kind, VerdictKind::Healthy);
  EXPECT_EQ(budgetBurnVerdict(budget, memory, kStart + 3h).reason, "BurnsSlowly");
}

TEST(ErrorBudget, shortHistory_isSaid) {
  const auto verdict = budgetBurnVerdict(errorBudget(kObjective, all(0), 48h), {}, kStart);
  EXPECT_EQ(verdict.kind, VerdictKind::Healthy);
  EXPECT_EQ(verdict.evidence[1].field, "measured for");
  EXPECT_EQ(verdict.evidence[1].value, "2d");
}

}  // namespace
}  // namespace aiagent::cluster
