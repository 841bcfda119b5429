#include "ui/format/signal_words.h"

#include <cmath>
#include <QLocale>
#include <QTest>

using namespace aiagent;
using namespace std::chrono_literals;
using cluster::SignalUnit;

namespace {

constexpr double kFriday = 1'795'737'600;  // 2026-11-27T00:00Z

}  // namespace

class SignalWordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }

  void values_haveTheirUnit() {
    const auto text = [](SignalUnit unit, double value) { return format::signalValue(unit, value); };
    QCOMPARE(text(SignalUnit::PerSecond, 12.5), QStringLiteral("12.5/s"));
    QCOMPARE(text(SignalUnit::PerSecond, 0), QStringLiteral("0/s"));
    QCOMPARE(text(SignalUnit::PerSecond, 0.0123), QStringLiteral("0.0123/s"));
    QCOMPARE(text(SignalUnit::Share, 0.0476), QStringLiteral("4.76 %"));
    QCOMPARE(text(SignalUnit::Share, 0.94), QStringLiteral("94 %"));
    QCOMPARE(text(SignalUnit::Seconds, 0.12), QStringLiteral("120 ms"));
    QCOMPARE(text(SignalUnit::Seconds, 0.0025), QStringLiteral("2.5 ms"));
    QCOMPARE(text(SignalUnit::Seconds, 1.24), QStringLiteral("1.2 s"));
    QCOMPARE(text(SignalUnit::Cores, 0.25), QStringLiteral("0.25 cores"));
    QCOMPARE(text(SignalUnit::Bytes, 256 * 1024 * 1024), QStringLiteral("256.0 MiB"));
    for (const double none : {std::nan(""), HUGE_VAL})
      QCOMPARE(text(SignalUnit::Share, none), QStringLiteral("–"));
    for (const auto unit : {SignalUnit::Bytes, SignalUnit::Seconds, SignalUnit::PerSecond})
      QVERIFY(!text(unit, 1e300).isEmpty());
  }

  void everySignal_hasANameAndASource() {
    for (const auto kind : cluster::kSignalKinds) QVERIFY(!format::signalName(kind).isEmpty());
    QCOMPARE(format::signalSource("limits"), QStringLiteral("of its limits"));
    QCOMPARE(format::signalSource("thanos"), QStringLiteral("thanos"));
  }

  void age_isSaidBesideTheFigure() {
    const base::WallTime now(base::Milliseconds(1'795'737'600'000));
    const auto text = [&](cluster::SignalFreshness freshness, std::chrono::seconds age) {
      return format::signalAge(freshness, now - age, now);
    };
    QCOMPARE(text(cluster::SignalFreshness::Live, 12s), QStringLiteral("12 s old"));
    QCOMPARE(text(cluster::SignalFreshness::Live, -3s), QStringLiteral("0 s old"));
    QCOMPARE(text(cluster::SignalFreshness::Lagging, 120s), QStringLiteral("late: 2 min old"));
    QCOMPARE(text(cluster::SignalFreshness::Stale, 72h), QStringLiteral("out of date: 3 days old"));
    QCOMPARE(text(cluster::SignalFreshness::Absent, 0s), QStringLiteral("not measured"));
    QCOMPARE(format::signalAge(cluster::SignalFreshness::Failed, {}, now), QStringLiteral("no answer"));
  }

  void anomaly_explainsItself() {
    cluster::Anomaly anomaly{.begin = kFriday + 50'700,
                             .end = kFriday + 53'700,
                             .ongoing = false,
                             .above = false,
                             .seen = 9,
                             .expected = {kFriday + 50'700, 75, 99, 123}};
    QCOMPARE(format::anomalyText(anomaly, SignalUnit::PerSecond),
             QStringLiteral("9/s where 75/s to 123/s are usual, from 14:05:00 to 14:55:00"));
    anomaly.ongoing = true;
    QCOMPARE(format::anomalyText(anomaly, SignalUnit::PerSecond),
             QStringLiteral("9/s where 75/s to 123/s are usual, since 14:05:00"));
  }

  void season_saysHowMuchIsMissing() {
    QCOMPARE(format::seasonText(cluster::Season::Week, 672h),
             QStringLiteral("Usual at this hour of the week, from 28 days of history"));
    QVERIFY(format::seasonText(cluster::Season::None, 5h).contains(QStringLiteral("there are 5 h")));
    QVERIFY(format::seasonText(cluster::Season::None, 0s).contains(QStringLiteral("no history")));
  }

  void budget_isSaidWithWhatItRestsOn() {
    cluster::ErrorBudget budget{.objective = {}, .left = 0.94, .observed = 720h, .rates = {}};
    QCOMPARE(format::budgetLeft(budget), QStringLiteral("94 %"));
    QCOMPARE(format::budgetText(budget),
             QStringLiteral("Of what may fail in 30 days (99.9 % must not), 94 % are left."));
    budget.observed = 48h;
    QVERIFY(format::budgetText(budget).endsWith(
        QStringLiteral("Measured for 2 days; the rest counts as being like it.")));
    budget.left = -1;
    QCOMPARE(format::budgetLeft(budget), QStringLiteral("overspent"));
    QVERIFY(format::budgetText(budget).contains(QStringLiteral("200 % of that")));
    budget.left.reset();
    QCOMPARE(format::budgetLeft(budget), QStringLiteral("–"));
  }

  void burnRate_namesItsWindows() {
    const cluster::BurnRate rate{.window = cluster::burnWindows()[0], .longer = 20.04, .shorter = {}};
    QCOMPARE(format::burnText(rate),
             QStringLiteral(
                 "1 h / 5 min: 20 and – times as fast as the budget allows (both above 14.4 wake somebody)"));
  }
};

QTEST_GUILESS_MAIN(SignalWordsTest)
#include "signal_words_test.moc"
