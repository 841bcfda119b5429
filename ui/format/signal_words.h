// Signals, their error budget and what is unusual of them, as words.
#pragma once

#include <QString>
#include <string_view>

#include "core/cluster/signals/anomalies.h"
#include "core/cluster/signals/error_budget.h"
#include "core/cluster/signals/freshness.h"

namespace aiagent::format {

// "Traffic", "Latency p95", "CPU".
QString signalName(cluster::SignalKind kind);
// "12.5/s", "4.8 %", "120 ms", "0.25 cores", "256.0 MiB"; "–" for what is no number.
QString signalValue(cluster::SignalUnit unit, double value);
// "12 s old", "not measured", "no answer": what stands beside a figure. `asOf` is its newest measurement.
QString signalAge(cluster::SignalFreshness freshness, base::WallTime asOf, base::WallTime now);
// Who measured it, or against what: "of its limits", "measured by ingress-nginx". Takes the words of
// cluster::SignalQuery and "metrics.k8s.io"; another one as it is.
QString signalSource(std::string_view source);

// "9/s where 75/s to 123/s are usual, since 14:05": of one that is over, "from 14:05 to 14:55".
QString anomalyText(const cluster::Anomaly& anomaly, cluster::SignalUnit unit);
// By what the band is judged, or how much of history is missing.
QString seasonText(cluster::Season season, std::chrono::seconds history);

// "94 %"; "overspent" from nothing down; "–" where it is not known.
QString budgetLeft(const cluster::ErrorBudget& budget);
// "Of what may fail in 30 days (99.9 % must not), 94 % are left. Measured for 2 days; …"
QString budgetText(const cluster::ErrorBudget& budget);
// "1 h / 5 min: 20 and 18 times as fast as the budget allows (14.4 would wake somebody)".
QString burnText(const cluster::BurnRate& rate);

}  // namespace aiagent::format
