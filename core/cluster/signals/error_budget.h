// How much of an objective's errors is used up, and how fast (contract D17: kubernetes-mixin's factors).
// Pure.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/cluster/verdicts/verdict.h"

namespace aiagent::cluster {

struct Objective {
  double availability = 0.999;   // the share of requests that must not fail
  std::chrono::days period{30};  // in which
  double allowed() const { return 1 - availability; }
  bool operator==(const Objective&) const = default;
};

enum class BurnSeverity : std::uint8_t { Page, Ticket };

struct BurnWindow {
  BurnSeverity severity = BurnSeverity::Page;
  std::chrono::seconds longer{}, shorter{};
  double factor = 0;            // of the speed that would use up just the budget in the period
  std::chrono::seconds hold{};  // how long it must burn before it counts
  bool operator==(const BurnWindow&) const = default;
};

// The four pairs, the fastest first.
const std::array<BurnWindow, 4>& burnWindows();
// Every window that a budget needs, without the period; rising.
std::vector<std::chrono::seconds> burnWindowLengths();

// By length of the window; NaN or nothing where there was no traffic, or no answer.
using ErrorShares = std::map<std::chrono::seconds, double>;

struct BurnRate {
  BurnWindow window;
  std::optional<double> longer, shorter;  // 1: the budget is used up in just the period
  bool exceeded = false;                  // both are above the factor; never where one is unknown
  bool operator==(const BurnRate&) const = default;
};

struct ErrorBudget {
  Objective objective;
  // Of the period's budget: 1 is all, less than 0 is overspent. It is taken from the share of failed
  // requests, so that where `observed` is less than the period the rest counts as being like it.
  std::optional<double> left;
  std::chrono::seconds observed{};  // for how much of the period there are measurements
  std::vector<BurnRate> rates;      // as burnWindows()
  bool operator==(const ErrorBudget&) const = default;
};

ErrorBudget errorBudget(const Objective& objective, const ErrorShares& shares, std::chrono::seconds observed);

// Which of the four have burnt for long enough. Call from one thread; `now` does not go back.
class BurnMemory {
 public:
  // When each began to be exceeded; nothing where it is not.
  using Since = std::array<std::optional<base::Instant>, 4>;

  void on(const ErrorBudget& budget, base::Instant now);
  void forget() { m_since = {}; }
  bool holds(std::size_t place, base::Instant now) const;

 private:
  Since m_since;
};

// Failed: what a page would be sent for burns for long enough. Degraded: what a ticket would be written for
// does, or nothing is left. Unknown: too little is known to say so.
Verdict budgetBurnVerdict(const ErrorBudget& budget, const BurnMemory& memory, base::Instant now);

}  // namespace aiagent::cluster
