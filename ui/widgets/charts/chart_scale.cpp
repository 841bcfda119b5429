#include "ui/widgets/charts/chart_scale.h"

#include <algorithm>
#include <cmath>
#include <QDateTime>
#include <QLocale>

namespace aiagent::widgets {
namespace {

constexpr double kMinute = 60, kHour = 3600, kDay = 86'400;
constexpr double kTimeSteps[] = {kMinute,  2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,
                                 kHour,    2 * kHour,   3 * kHour,   6 * kHour,    12 * kHour,   kDay,
                                 2 * kDay, 7 * kDay,    14 * kDay,   28 * kDay};

double niceStep(double least, bool binary) {
  if (binary) return std::exp2(std::ceil(std::log2(least)));
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= least * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

QDateTime localTime(double at) {
  return QDateTime::fromMSecsSinceEpoch(std::llround(at * 1000));
}

// The first full step of local time at or after `at`.
double firstTick(double at, double step) {
  const double offset = localTime(at).offsetFromUtc();
  return std::ceil((at + offset) / step) * step - offset;
}

}  // namespace

std::vector<double> valueTicks(double lowest, double highest, int most, bool binary) {
  const double low = std::min(0.0, lowest), high = std::max(highest, low);
  if (!std::isfinite(high - low) || high - low < 1e-300) return {0, 1};
  const int steps = std::max(1, most);
  double step = niceStep((high - low) / steps, binary);
  const auto begin = [&] { return std::floor(low / step * (1 - 1e-12)); };
  const auto end = [&] { return std::ceil(high / step * (1 - 1e-12)); };
  while (end() - begin() > steps) step = niceStep(step * 1.01, binary);
  std::vector<double> ticks;
  for (double i = begin(); i <= end(); ++i) ticks.push_back(i * step);
  return ticks;
}

std::vector<double> timeTicks(double start, double end, int most) {
  std::vector<double> ticks;
  if (!(end > start) || most < 1) return ticks;
  const auto fits = [&](double step) { return std::floor((end - start) / step) + 1 <= most; };
  const auto* found = std::find_if(std::begin(kTimeSteps), std::end(kTimeSteps), fits);
  const double step = found == std::end(kTimeSteps) ? *std::prev(std::end(kTimeSteps)) : *found;
  for (double at = firstTick(start, step); at <= end && int(ticks.size()) < most; at += step) {
    // A change of clocks moves what follows.
    const double moved =
        localTime(ticks.empty() ? at : ticks.back()).offsetFromUtc() - localTime(at).offsetFromUtc();
    at += step >= kHour ? moved : 0;
    if (at <= end) ticks.push_back(at);
  }
  return ticks;
}

QString timeTickText(double at, double start, double end) {
  const QLocale locale;
  if (end - start > 2 * kDay) return locale.toString(localTime(at), QStringLiteral("ddd d"));
  return locale.toString(localTime(at), QStringLiteral("HH:mm"));
}

QString exactTimeText(double at, double step) {
  const bool seconds = step > 0 && step < kMinute;
  return QLocale().toString(
      localTime(at), seconds ? QStringLiteral("ddd d MMM, HH:mm:ss") : QStringLiteral("ddd d MMM, HH:mm"));
}

QString plainNumber(double value) {
  const double size = std::abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-4)) return QLocale().toString(value, 'g', 4);
  const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
  QString text = QLocale().toString(value, 'f', decimals);
  const QString point = QLocale().decimalPoint();
  if (!text.contains(point)) return text;
  while (text.endsWith(QLocale().zeroDigit())) text.chop(1);
  if (text.endsWith(point)) text.chop(point.size());
  return text;
}

}  // namespace aiagent::widgets
