#include "ui/widgets/charts/chart_scale.h"

#include <QLocale>
#include <QTest>

using namespace aiagent::widgets;

namespace {

constexpr double kFriday = 1'795'737'600;  // 2026-11-27T00:00Z

}  // namespace

class ChartScaleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

  void valueTicks_areNiceAndReachOverTheHighest() {
    QCOMPARE(valueTicks(0, 7.3, 4), (std::vector<double>{0, 2, 4, 6, 8}));
    QCOMPARE(valueTicks(0, 8, 4), (std::vector<double>{0, 2, 4, 6, 8}));
    QCOMPARE(valueTicks(0, 95, 2), (std::vector<double>{0, 50, 100}));
    QCOMPARE(valueTicks(-3, 9, 5), (std::vector<double>{-5, 0, 5, 10}));
    QCOMPARE(valueTicks(0, 1, 1), (std::vector<double>{0, 1}));
  }

  void valueTicks_ofBytes_arePowersOfTwo() {
    const double mib = 1024 * 1024;
    QCOMPARE(valueTicks(0, 300 * mib, 3, true), (std::vector<double>{0, 128 * mib, 256 * mib, 384 * mib}));
  }

  void valueTicks_ofNothing_areOneStep() {
    QCOMPARE(valueTicks(0, 0, 4), (std::vector<double>{0, 1}));
    QCOMPARE(valueTicks(0, qInf(), 4), (std::vector<double>{0, 1}));
    QCOMPARE(valueTicks(0, qQNaN(), 4), (std::vector<double>{0, 1}));
  }

  void valueTicks_neverExceedTheirNumber() {
    for (double high = 1e-6; high < 1e12; high *= 1.37)
      for (int most = 1; most < 7; ++most)
        for (const bool binary : {false, true}) {
          const auto ticks = valueTicks(0, high, most, binary);
          QVERIFY(int(ticks.size()) <= most + 1 && ticks.size() >= 2);
          QVERIFY2(ticks.back() >= high * (1 - 1e-9), qPrintable(QString::number(high)));
        }
  }

  void timeTicks_areFullMinutesHoursAndDays() {
    QCOMPARE(timeTicks(kFriday + 61, kFriday + 3661, 5),
             (std::vector<double>{kFriday + 900, kFriday + 1800, kFriday + 2700, kFriday + 3600}));
    QCOMPARE(timeTicks(kFriday, kFriday + 86'400, 5),
             (std::vector<double>{kFriday, kFriday + 21'600, kFriday + 43'200, kFriday + 64'800,
                                  kFriday + 86'400}));
    QCOMPARE(timeTicks(kFriday + 5, kFriday + 7 * 86'400, 8).size(), std::size_t(7));
    QVERIFY(timeTicks(5, 5, 8).empty());
    QVERIFY(timeTicks(5, 500, 0).empty());
  }

  void times_areWrittenByTheRange() {
    QCOMPARE(timeTickText(kFriday + 50'700, kFriday, kFriday + 86'400), QStringLiteral("14:05"));
    QCOMPARE(timeTickText(kFriday, kFriday, kFriday + 7 * 86'400), QStringLiteral("Fri 27"));
    QCOMPARE(exactTimeText(kFriday + 50'700, 60), QStringLiteral("Fri 27 Nov, 14:05"));
    QCOMPARE(exactTimeText(kFriday + 50'715, 15), QStringLiteral("Fri 27 Nov, 14:05:15"));
  }

  void numbers_haveNoMoreDecimalsThanTheyNeed() {
    QCOMPARE(plainNumber(0), QStringLiteral("0"));
    QCOMPARE(plainNumber(0.25), QStringLiteral("0.25"));
    QCOMPARE(plainNumber(12.34), QStringLiteral("12.3"));
    QCOMPARE(plainNumber(1234), QStringLiteral("1,234"));
    QCOMPARE(plainNumber(200), QStringLiteral("200"));
  }
};

QTEST_GUILESS_MAIN(ChartScaleTest)
#include "chart_scale_test.moc"
