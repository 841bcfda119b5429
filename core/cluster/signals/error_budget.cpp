#include "core/cluster/signals/error_budget.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "core/cluster/signals/signal_queries.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

std::optional<double> burnOf(const ErrorShares& shares, seconds window, double allowed) {
  const auto found = shares.find(window);
  if (found == shares.end() || !std::isfinite(found->second) || found->second < 0 || allowed <= 0)
    return std::nullopt;
  return found->second / allowed;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string word(const std::optional<double>& rate) {
  return rate ? number(*rate) : std::string();
}

std::string title(const BurnWindow& window) {
  return "burn rate " + promDuration(window.longer) + " / " + promDuration(window.shorter);
}

void addRate(Verdict& verdict, const BurnRate& rate) {
  verdict.add(
      title(rate.window), word(rate.longer) + " / " + word(rate.shorter),
      "counts when both are above " + number(rate.window.factor) + " for " + promDuration(rate.window.hold));
}

}  // namespace

const std::array<BurnWindow, 4>& burnWindows() {
  static const std::array<BurnWindow, 4> all{{{BurnSeverity::Page, 1h, 5min, 14.4, 2min},
                                              {BurnSeverity::Page, 6h, 30min, 6, 15min},
                                              {BurnSeverity::Ticket, 24h, 2h, 3, 1h},
                                              {BurnSeverity::Ticket, 72h, 6h, 1, 3h}}};
  return all;
}

std::vector<seconds> burnWindowLengths() {
  std::set<seconds> lengths;
  for (const auto& window : burnWindows()) lengths.insert({window.longer, window.shorter});
  return {lengths.begin(), lengths.end()};
}

ErrorBudget errorBudget(const Objective& objective, const ErrorShares& shares, seconds observed) {
  const seconds period = objective.period;
  ErrorBudget budget{.objective = objective, .left = {}, .observed = std::min(observed, period), .rates = {}};
  if (const auto spent = burnOf(shares, period, objective.allowed())) budget.left = 1 - *spent;
  for (const auto& window : burnWindows()) {
    BurnRate rate{.window = window,
                  .longer = burnOf(shares, window.longer, objective.allowed()),
                  .shorter = burnOf(shares, window.shorter, objective.allowed())};
    rate.exceeded =
        rate.longer && rate.shorter && *rate.longer > window.factor && *rate.shorter > window.factor;
    budget.rates.push_back(rate);
  }
  return budget;
}

void BurnMemory::on(const ErrorBudget& budget, base::Instant now) {
  for (std::size_t i = 0; i < m_since.size(); ++i) {
    const bool exceeded = i < budget.rates.size() && budget.rates[i].exceeded;
    if (!exceeded)
      m_since[i].reset();
    else if (!m_since[i])
      m_since[i] = now;
  }
}

bool BurnMemory::holds(std::size_t place, base::Instant now) const {
  return place < m_since.size() && m_since[place] && now - *m_since[place] >= burnWindows()[place].hold;
}

Verdict budgetBurnVerdict(const ErrorBudget& budget, const BurnMemory& memory, base::Instant now) {
  const bool known = std::any_of(budget.rates.begin(), budget.rates.end(),
                                 [](const BurnRate& rate) { return rate.longer && rate.shorter; });
  auto result = verdict(VerdictKind::Healthy, "WithinBudget");
  if (!known) result = verdict(VerdictKind::Unknown, "NoMeasurements");
  if (budget.left && *budget.left <= 0) result = verdict(VerdictKind::Degraded, "BudgetSpent");
  for (std::size_t i = 0; i < budget.rates.size(); ++i) {
    if (!memory.holds(i, now)) continue;
    const bool page = budget.rates[i].window.severity == BurnSeverity::Page;
    const auto kind = page ? VerdictKind::Failed : VerdictKind::Degraded;
    if (worse(kind, result.kind)) result = verdict(kind, page ? "BurnsFast" : "BurnsSlowly");
  }
  if (budget.left)
    result.add("error budget left", number(*budget.left * 100) + " %",
               "of what may fail in " + promDuration(budget.objective.period));
  if (budget.observed < budget.objective.period)
    result.add("measured for", promDuration(budget.observed),
               "the rest of the period counts as being like it");
  for (const auto& rate : budget.rates) addRate(result, rate);
  return result;
}

}  // namespace aiagent::cluster
