// What is known of a namespace's signals: values that a view-model can keep and compare.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/cluster/signals/anomalies.h"
#include "core/cluster/signals/error_budget.h"
#include "core/cluster/signals/freshness.h"
#include "core/wire/prometheus_answer.h"

namespace aiagent::services {

using cluster::SignalFreshness;

struct SignalState {
  cluster::SignalKind kind = cluster::SignalKind::Traffic;
  cluster::SignalUnit unit = cluster::SignalUnit::PerSecond;
  // As cluster::SignalQuery says it, or "metrics.k8s.io": then the line begins when watching did.
  std::string source = {};
  cluster::Points points = {};        // NaN: not measured, or no traffic to divide by
  std::optional<double> latest = {};  // nothing: none, or no traffic to divide by
  base::WallTime asOf{};              // when the newest measurement is from; kNoTime: none
  SignalFreshness freshness = SignalFreshness::Loading;
  std::optional<base::Error> trouble = {};         // of the last question; what is known before it stays
  cluster::Season season = cluster::Season::None;  // None: not enough history for a band
  std::chrono::seconds history{0};                 // that there is
  std::vector<cluster::BandPoint> band = {};       // along `points`
  std::vector<cluster::Anomaly> anomalies = {};
  bool operator==(const SignalState&) const = default;
};

struct BudgetState {
  std::optional<cluster::ErrorBudget> budget = {};
  cluster::Verdict verdict = {};  // cluster::budgetBurnVerdict()
  base::WallTime asOf{};
  SignalFreshness freshness = SignalFreshness::Loading;
  std::optional<base::Error> trouble = {};
  bool operator==(const BudgetState&) const = default;
};

struct AlertsState {
  std::vector<wire::PromAlert> alerts = {};  // of the namespace, and those of none; firing ones first
  base::WallTime asOf{};
  SignalFreshness freshness = SignalFreshness::Loading;
  std::optional<base::Error> trouble = {};
  bool operator==(const AlertsState&) const = default;
};

struct SignalsState {
  bool fromPrometheus = false;  // else cpu and memory alone, from metrics.k8s.io
  std::chrono::seconds range{3600};
  base::WallTime start{}, end{};    // that charts show
  std::chrono::seconds step{60};    // between two points; what is much more is a gap
  std::vector<SignalState> each{};  // as cluster::kSignalKinds
  BudgetState budget = {};
  AlertsState alerts = {};

  const SignalState& of(cluster::SignalKind kind) const { return each.at(std::size_t(kind)); }
  bool operator==(const SignalsState&) const = default;
};

struct SignalsOptions {
  cluster::SignalScope scope = {};
  std::chrono::seconds range{3600};  // 1 h, 6 h, 24 h, 7 d
  cluster::Objective objective = {};
  std::chrono::seconds scrape{30};  // how often the server measures
  int pixels = 600;                 // how wide a chart is
  base::Milliseconds interval{30'000};
};

}  // namespace aiagent::services
