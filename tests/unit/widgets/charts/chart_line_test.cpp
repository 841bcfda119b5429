#include "ui/widgets/charts/chart_line.h"

#include <QTest>

using namespace aiagent::widgets;

namespace {

const ChartFrame kFrame{.rect = QRectF(0, 0, 100, 50), .start = 0, .end = 100, .low = 0, .high = 10};

}  // namespace

class ChartLineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void frame_placesTimesAndValues() {
    QCOMPARE(kFrame.of({25, 10}), QPointF(25, 0));
    QCOMPARE(kFrame.of({100, 0}), QPointF(100, 50));
    QCOMPARE(kFrame.timeAt(75), 75.0);
    auto mirrored = kFrame;
    mirrored.mirrored = true;
    QCOMPARE(mirrored.x(25), 75.0);
    QCOMPARE(mirrored.timeAt(75), 25.0);
  }

  void emptyFrame_dividesByNothing() {
    const ChartFrame none{.start = 5, .end = 5, .low = 1, .high = 1};
    QCOMPARE(none.x(7), 0.0);
    QCOMPARE(none.y(7), 0.0);
    QCOMPARE(none.timeAt(3), 5.0);
  }

  void gaps_endLines() {
    const std::vector<ChartPoint> points{{0, 1},  {10, 2}, {20, qQNaN()}, {30, 3},
                                         {40, 4}, {70, 5}, {80, qInf()}};
    const auto lines = chartLines(points, 10, kFrame);
    QCOMPARE(lines.size(), std::size_t(3));
    QCOMPARE(lines[0].size(), 2);
    QCOMPARE(lines[1].size(), 2);
    QCOMPARE(lines[2], QPolygonF({kFrame.of({70, 5})}));
    QCOMPARE(chartLines(points, 0, kFrame).size(), std::size_t(2));
  }

  void manyPoints_keepTheirExtremes() {
    std::vector<ChartPoint> points;
    for (int i = 0; i < 10'000; ++i)
      points.push_back({i / 100.0, i == 4'321 ? 10.0 : i == 4'322 ? 0.0 : 5.0});
    const auto lines = chartLines(points, 1, kFrame);
    QCOMPARE(lines.size(), std::size_t(1));
    QVERIFY(lines[0].size() <= 202);
    QVERIFY(lines[0].contains(kFrame.of({43.21, 10})));
    QVERIFY(lines[0].contains(kFrame.of({43.22, 0})));
    for (int i = 1; i < lines[0].size(); ++i) QVERIFY(lines[0][i - 1].x() <= lines[0][i].x());
  }

  void lastMeasured_skipsWhatWasNot() {
    const std::vector<ChartPoint> points{{0, 1}, {10, 2}, {20, qQNaN()}};
    QCOMPARE(lastMeasured(points)->at, 10.0);
    QVERIFY(!lastMeasured({{0, qQNaN()}}));
    QVERIFY(chartLines({}, 1, kFrame).empty());
  }
};

QTEST_GUILESS_MAIN(ChartLineTest)
#include "chart_line_test.moc"
