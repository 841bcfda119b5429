#include "ui/format/signal_words.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using cluster::SignalKind;
using cluster::SignalUnit;
using std::chrono::seconds;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(SignalWords)
};

constexpr std::int64_t kDay = 86'400;

// Three digits that count, no zeros behind them.
QString number(double value) {
  const double size = std::abs(value);
  const int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 4;
  QString text = QLocale().toString(value, 'f', digits);
  const auto point = QLocale().decimalPoint();
  if (!text.contains(point)) return text;
  while (text.endsWith(QLocale().zeroDigit())) text.chop(1);
  if (text.endsWith(point)) text.chop(point.size());
  return text;
}

QString secondsText(double value) {
  if (value < 0.01) return Texts::tr("%1 ms").arg(number(value * 1000));
  return duration(std::chrono::milliseconds(std::llround(std::min(value, 1e9) * 1000)));
}

// Only the time of day where it is today or yesterday's night: an anomaly is of the range that is shown.
QString clockText(double at) {
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(std::llround(at * 1000)).time(),
                            QLocale::ShortFormat);
}

QString lengthText(seconds time) {
  const auto days = time.count() / kDay;
  if (time < seconds(1)) return Texts::tr("%1 s").arg(0);
  if (days >= 2) return Texts::tr("%n days", nullptr, int(std::min<std::int64_t>(days, 100'000)));
  return duration(time);
}

QString rateText(const std::optional<double>& rate) {
  return rate ? number(*rate) : QStringLiteral("–");
}

}  // namespace

QString signalName(SignalKind kind) {
  switch (kind) {
    case SignalKind::Traffic: return Texts::tr("Traffic");
    case SignalKind::Errors: return Texts::tr("Errors");
    case SignalKind::LatencyP50: return Texts::tr("Latency p50");
    case SignalKind::LatencyP95: return Texts::tr("Latency p95");
    case SignalKind::LatencyP99: return Texts::tr("Latency p99");
    case SignalKind::Cpu: return Texts::tr("CPU");
    case SignalKind::Memory: break;
  }
  return Texts::tr("Memory");
}

QString signalValue(SignalUnit unit, double value) {
  if (!std::isfinite(value)) return QStringLiteral("–");
  switch (unit) {
    case SignalUnit::PerSecond: return Texts::tr("%1/s", "a number of requests a second").arg(number(value));
    case SignalUnit::Share: return Texts::tr("%1 %").arg(number(value * 100));
    case SignalUnit::Seconds: return secondsText(value);
    case SignalUnit::Cores: return Texts::tr("%1 cores", "of processors").arg(number(value));
    case SignalUnit::Bytes: break;
  }
  return bytes(std::llround(std::clamp(value, -9e18, 9e18)));
}

QString signalAge(cluster::SignalFreshness freshness, base::WallTime asOf, base::WallTime now) {
  const auto age = lengthText(std::max(seconds(0), std::chrono::duration_cast<seconds>(now - asOf)));
  switch (freshness) {
    case cluster::SignalFreshness::Loading: return Texts::tr("no answer yet");
    case cluster::SignalFreshness::Live: return Texts::tr("%1 old").arg(age);
    case cluster::SignalFreshness::Lagging: return Texts::tr("late: %1 old").arg(age);
    case cluster::SignalFreshness::Stale: return Texts::tr("out of date: %1 old").arg(age);
    case cluster::SignalFreshness::Absent: return Texts::tr("not measured");
    case cluster::SignalFreshness::Failed: break;
  }
  return Texts::tr("no answer");
}

QString signalSource(std::string_view source) {
  if (source == "limits") return Texts::tr("of its limits");
  if (source == "requests") return Texts::tr("of what it requests");
  if (source == "usage") return Texts::tr("in use; no limits are known");
  if (source == "metrics.k8s.io") return Texts::tr("in use by metrics.k8s.io, since it is watched");
  if (source == "aiagent-server") return Texts::tr("measured by aiagent-server");
  if (source == "ingress-nginx") return Texts::tr("measured by ingress-nginx");
  if (source == "istio") return Texts::tr("measured by Istio");
  return text(source);
}

QString anomalyText(const cluster::Anomaly& anomaly, SignalUnit unit) {
  const auto seen = signalValue(unit, anomaly.seen);
  const auto low = signalValue(unit, anomaly.expected.low), high = signalValue(unit, anomaly.expected.high);
  if (anomaly.ongoing)
    return Texts::tr("%1 where %2 to %3 are usual, since %4").arg(seen, low, high, clockText(anomaly.begin));
  return Texts::tr("%1 where %2 to %3 are usual, from %4 to %5")
      .arg(seen, low, high, clockText(anomaly.begin), clockText(anomaly.end));
}

QString seasonText(cluster::Season season, seconds history) {
  switch (season) {
    case cluster::Season::Week:
      return Texts::tr("Usual at this hour of the week, from %1 of history").arg(lengthText(history));
    case cluster::Season::Day:
      return Texts::tr("Usual at this hour of the day, from %1 of history").arg(lengthText(history));
    case cluster::Season::None: break;
  }
  if (history.count() == 0) return Texts::tr("There is no history yet to tell what is usual.");
  return Texts::tr(
             "Not enough history to tell what is usual: it takes three days of each hour, and there are %1.")
      .arg(lengthText(history));
}

QString budgetLeft(const cluster::ErrorBudget& budget) {
  if (!budget.left) return QStringLiteral("–");
  return *budget.left <= 0 ? Texts::tr("overspent") : signalValue(SignalUnit::Share, *budget.left);
}

QString budgetText(const cluster::ErrorBudget& budget) {
  const auto period = lengthText(budget.objective.period);
  const auto target = signalValue(SignalUnit::Share, budget.objective.availability);
  if (!budget.left)
    return Texts::tr("Nothing is known of what failed in %1 (%2 must not).").arg(period, target);
  QString sentence = *budget.left > 0
                         ? Texts::tr("Of what may fail in %1 (%2 must not), %3 are left.")
                               .arg(period, target, budgetLeft(budget))
                         : Texts::tr("More failed in %1 than may (%2 must not): %3 of that.")
                               .arg(period, target, signalValue(SignalUnit::Share, 1 - *budget.left));
  if (budget.observed < seconds(budget.objective.period))
    sentence +=
        u' ' +
        Texts::tr("Measured for %1; the rest counts as being like it.").arg(lengthText(budget.observed));
  return sentence;
}

QString burnText(const cluster::BurnRate& rate) {
  const auto windows = Texts::tr("%1 / %2", "two lengths of time")
                           .arg(lengthText(rate.window.longer), lengthText(rate.window.shorter));
  const bool page = rate.window.severity == cluster::BurnSeverity::Page;
  const auto limit = number(rate.window.factor);
  return (page ? Texts::tr("%1: %2 and %3 times as fast as the budget allows (both above %4 wake somebody)")
               : Texts::tr(
                     "%1: %2 and %3 times as fast as the budget allows (both above %4 need looking into)"))
      .arg(windows, rateText(rate.longer), rateText(rate.shorter), limit);
}

}  // namespace aiagent::format
