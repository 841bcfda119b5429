#include "ui/widgets/charts/time_chart.h"

#include <QAccessible>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/controls/tokens.h"

using namespace aiagent;
using namespace aiagent::widgets;

namespace {

constexpr double kFriday = 1'795'737'600;  // 2026-11-27T00:00Z

ChartData latency() {
  ChartData data{.start = kFriday, .end = kFriday + 3600, .step = 60};
  ChartSeries p95{QStringLiteral("p95"), {}, false}, p99{QStringLiteral("p99"), {}, true};
  for (int i = 0; i <= 60; ++i) {
    const double at = kFriday + i * 60;
    p95.points.push_back({at, i == 10 ? qQNaN() : 100.0 + i});
    p99.points.push_back({at, i < 30 ? 300.0 : qQNaN()});
    data.band.push_back({at, 90, 150});
  }
  data.series = {p95, p99};
  data.anomalies = {{kFriday + 3000, kFriday + 3600, QStringLiteral("155 where 90 to 150 are usual")}};
  data.marks = {{kFriday + 1800, QStringLiteral("1.8.2"), QStringLiteral("Release 1.8.2")}};
  return data;
}

}  // namespace

class TimeChartTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    QLocale::setDefault(QLocale(QLocale::English));
    m_chart = std::make_unique<TimeChart>();
    m_chart->setTitle(QStringLiteral("Latency"));
    m_chart->setUnit({.write = [](double value) { return QStringLiteral("%1 ms").arg(qRound(value)); }});
    m_chart->resize(500, 220);
    m_chart->setData(latency());
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
  }

  void keys_moveTheCrosshairFromPointToPoint() {
    QSignalSpy moved(m_chart.get(), &TimeChart::crosshairMoved);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->crosshair(), std::optional(kFriday + 3600));
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->crosshair(), std::optional(kFriday + 3540));
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->crosshair(), std::optional(kFriday + 3600));
    QTest::keyClick(m_chart.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_chart->crosshair(), std::optional(kFriday + 3000));
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QCOMPARE(m_chart->crosshair(), std::optional(kFriday));
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QVERIFY(!m_chart->crosshair());
    QCOMPARE(moved.count(), 6);
  }

  void readout_hasTheExactValues() {
    m_chart->setCrosshair(kFriday + 1800 + 20);
    QCOMPARE(m_chart->readout(),
             QStringLiteral("Fri 27 Nov, 00:30\np95: 130 ms\nusually 90 ms to 150 ms\nRelease 1.8.2"));
    m_chart->setCrosshair(kFriday + 600);  // p95 has a gap there
    QCOMPARE(m_chart->readout(), QStringLiteral("Fri 27 Nov, 00:10\np99: 300 ms\nusually 90 ms to 150 ms"));
    m_chart->setCrosshair(1e12);
    QVERIFY(m_chart->readout().contains(QStringLiteral("155 where 90 to 150 are usual")));
    m_chart->setCrosshair(std::nullopt);
    QCOMPARE(m_chart->readout(), QString());
  }

  void pointer_findsTheNearestPoint() {
    QTest::mouseMove(m_chart.get(), QPoint(300, 100));
    QVERIFY(QTest::qWaitFor([&] { return m_chart->crosshair().has_value(); }));
    QCOMPARE(std::fmod(*m_chart->crosshair() - kFriday, 60), 0.0);
    QTest::mouseMove(m_chart.get(), QPoint(2, 2));
    QVERIFY(QTest::qWaitFor([&] { return !m_chart->crosshair().has_value(); }));
  }

  void newData_keepsTheCrosshairNearby() {
    m_chart->setCrosshair(kFriday + 600);
    auto data = latency();
    for (auto& series : data.series)
      std::erase_if(series.points, [](auto& point) { return point.at < kFriday + 1200; });
    m_chart->setData(data);
    QCOMPARE(m_chart->crosshair(), std::optional(kFriday + 1200));
    m_chart->setData({.start = kFriday, .end = kFriday + 60});
    QVERIFY(!m_chart->crosshair());
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QVERIFY(!m_chart->crosshair());
  }

  void accessible_saysTheLatestValues() {
    auto* item = QAccessible::queryAccessibleInterface(m_chart.get());
    QVERIFY(item);
    QCOMPARE(item->role(), QAccessible::Chart);
    QCOMPARE(item->text(QAccessible::Name), QStringLiteral("Latency"));
    QCOMPARE(item->text(QAccessible::Description),
             QStringLiteral("p95 160 ms, p99 300 ms (old), 155 where 90 to 150 are usual"));
    m_chart->setCrosshair(kFriday);
    QVERIFY(item->text(QAccessible::Value).startsWith(QStringLiteral("Fri 27 Nov, 00:00\np95: 100 ms")));
    m_chart->setData({});
    m_chart->setEmptyText(QStringLiteral("Nothing is measured"));
    QCOMPARE(item->text(QAccessible::Description), QStringLiteral("Nothing is measured"));
  }

  void everySizeAndDirection_isPainted() {
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
      for (const auto& size : {QSize(1, 1), QSize(40, 20), QSize(120, 300), QSize(2000, 80)}) {
        m_chart->setLayoutDirection(direction);
        m_chart->resize(size);
        m_chart->setCrosshair(kFriday + 60);
        QCOMPARE(m_chart->grab().isNull(), false);
      }
  }

  void wildValues_areHarmless() {
    ChartData data{.start = kFriday + 5, .end = kFriday, .step = -1};
    data.series = {{QStringLiteral("x"),
                    {{kFriday, 1e308}, {kFriday + 1, -1e308}, {kFriday + 2, qInf()}, {qQNaN(), 1}},
                    false}};
    data.band = {{kFriday, -qInf(), qInf()}, {kFriday, qQNaN(), 1}};
    data.anomalies = {{kFriday + 9, kFriday, {}}};
    data.marks = {{qQNaN(), {}, {}}};
    m_chart->setData(data);
    QVERIFY(!m_chart->grab().isNull());
    std::swap(data.start, data.end);
    m_chart->setData(data);
    QVERIFY(!m_chart->grab().isNull());
  }

 private:
  std::unique_ptr<TimeChart> m_chart;
};

QTEST_MAIN(TimeChartTest)
#include "time_chart_test.moc"
