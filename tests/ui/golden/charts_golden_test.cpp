// What charts look like in all their states.
#include <cmath>
#include <functional>
#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

#include "tests/ui/golden/golden.h"
#include "ui/shell/theme.h"
#include "ui/widgets/charts/sparkline.h"
#include "ui/widgets/charts/time_chart.h"
#include "ui/widgets/controls/parts.h"

using namespace aiagent;
using namespace aiagent::widgets;

namespace {

constexpr double kFriday = 1'795'737'600;  // 2026-11-27T00:00Z
constexpr double kHour = 3600;

// A day of work with a little noise that is the same each time.
double traffic(double at) {
  const double hour = std::fmod(at, 24 * kHour) / kHour;
  return 60 + 50 * std::sin((hour - 8) / 12 * 3.14159265) + 6 * std::sin(at / 733) + 3 * std::sin(at / 211);
}

ChartData day() {
  ChartData data{.start = kFriday, .end = kFriday + 24 * kHour, .step = 300};
  ChartSeries line{QStringLiteral("Requests"), {}, false};
  for (double at = data.start; at <= data.end; at += data.step) {
    const double hour = (at - data.start) / kHour;
    double value = std::max(2.0, traffic(at));
    if (hour > 14 && hour < 15) value = 9;
    if (hour > 5 && hour < 6.5) value = qQNaN();
    line.points.push_back({at, value});
    data.band.push_back({at, std::max(0.0, traffic(at) - 24), traffic(at) + 24});
  }
  data.series = {line};
  data.anomalies = {{kFriday + 14 * kHour + 300, kFriday + 15 * kHour - 300,
                     QStringLiteral("9 per second where 75 to 123 are usual")}};
  data.marks = {{kFriday + 9.2 * kHour, QStringLiteral("1.8.1"), {}},
                {kFriday + 13.9 * kHour, QStringLiteral("1.8.2"), {}},
                {kFriday + 14.3 * kHour, QStringLiteral("back to 1.8.1"), {}}};
  return data;
}

ChartData latencies() {
  ChartData data{.start = kFriday + 9 * kHour, .end = kFriday + 10 * kHour, .step = 60};
  const char* names[] = {"p50", "p95", "p99"};
  const double heights[] = {18, 95, 240};
  for (int i = 0; i < 3; ++i) {
    ChartSeries series{QString::fromLatin1(names[i]), {}, false};
    for (double at = data.start; at <= data.end; at += data.step)
      series.points.push_back(
          {at, heights[i] * (1 + 0.15 * std::sin(at / (97 + 40 * i)) + 0.1 * std::sin(at / 31))});
    data.series.push_back(series);
  }
  return data;
}

ChartData memory() {
  ChartData data{.start = kFriday - 6 * 24 * kHour, .end = kFriday + 24 * kHour, .step = 1800};
  ChartSeries series{QStringLiteral("Memory"), {}, true};
  for (double at = data.start; at <= data.end - 20 * kHour; at += data.step)
    series.points.push_back({at, (300 + 120 * std::fmod(at / (60 * kHour), 1.0)) * 1024 * 1024});
  data.series = {series};
  return data;
}

QString perSecond(double value) {
  return QStringLiteral("%1/s").arg(qRound(value));
}
QString millis(double value) {
  return QStringLiteral("%1 ms").arg(qRound(value));
}
QString mebibytes(double value) {
  return QStringLiteral("%1 MiB").arg(qRound(value / 1024 / 1024));
}

SparklineData sparkline(const std::function<double(double)>& value, bool stale = false) {
  SparklineData data{.start = kFriday, .end = kFriday + kHour, .step = 60, .points = {}, .stale = stale};
  for (double at = data.start; at <= data.end; at += data.step) data.points.push_back({at, value(at)});
  return data;
}

}  // namespace

class ChartsGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_faults.clear(); }
  void cleanup() { QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(QLatin1Char('\n')))); }
  void cleanupTestCase() {
    if (m_all) QCOMPARE(tests::unusedGoldens(QStringLiteral("charts-")), QStringList());
    m_theme.reset();
  }

  void charts_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << int(ui::ThemeChoice::Light) << 100 << QSize(760, 760);
    QTest::newRow("dark") << int(ui::ThemeChoice::Dark) << 100 << QSize(760, 760);
    QTest::newRow("contrast") << int(ui::ThemeChoice::HighContrast) << 100 << QSize(760, 760);
    QTest::newRow("double") << int(ui::ThemeChoice::Light) << 200 << QSize(1000, 1300);
    QTest::newRow("narrow") << int(ui::ThemeChoice::Light) << 100 << QSize(300, 760);
  }
  void charts() {
    QFETCH(int, theme);
    QFETCH(int, percent);
    QFETCH(QSize, size);
    m_theme->apply(ui::ThemeChoice(theme), percent);
    compare(QLatin1String(QTest::currentDataTag()), size, Qt::LeftToRight);
  }

  void charts_fromTheRight() {
    m_theme->apply(ui::ThemeChoice::Light, 100);
    compare(QStringLiteral("mirrored"), {760, 760}, Qt::RightToLeft);
  }

 private:
  static void addSparklines(QVBoxLayout& column) {
    auto* grid = new QGridLayout;
    const std::pair<const char*, SparklineData> all[] = {
        {"traffic", sparkline([](double at) { return traffic(at + 9 * kHour); })},
        {"errors", sparkline([](double at) { return at > kFriday + 3000 ? 0.04 : 0.001; })},
        {"latency", sparkline([](double at) {
           return at > kFriday + 900 && at < kFriday + 1500 ? qQNaN() : 90 + 20 * std::sin(at / 150);
         })},
        {"saturation", sparkline([](double at) { return 0.5 + 0.1 * std::sin(at / 400); }, true)},
        {"nothing", {.start = 0, .end = 1}}};
    int place = 0;
    for (const auto& [name, data] : all) {
      auto* line = new Sparkline;
      line->setData(data);
      grid->addWidget(new QLabel(QString::fromLatin1(name)), 0, place);
      grid->addWidget(line, 1, place++);
    }
    grid->setHorizontalSpacing(ui::kGapGroups);
    column.addLayout(grid);
  }

  static TimeChart* addChart(QVBoxLayout& column, ChartData data, ChartUnit unit) {
    auto* chart = new TimeChart;
    chart->setUnit(std::move(unit));
    chart->setData(std::move(data));
    column.addWidget(chart);
    return chart;
  }

  void compare(const QString& name, const QSize& size, Qt::LayoutDirection direction) {
    QWidget window;
    window.setLayoutDirection(direction);
    auto* column = new QVBoxLayout(&window);
    column->setSpacing(ui::kGapGroups);
    addSparklines(*column);
    addChart(*column, day(), {perSecond});
    addChart(*column, latencies(), {millis})->setCrosshair(kFriday + 9.3 * kHour);
    addChart(*column, memory(), {mebibytes, true});
    addChart(*column, {.start = kFriday, .end = kFriday + kHour}, {})
        ->setEmptyText(QStringLiteral("No Prometheus is set up for this environment."));
    window.resize(size);
    window.show();
    const auto outcome = tests::compareGolden(QStringLiteral("charts-") + name, tests::pictureOf(window));
    if (!outcome.same) m_faults << outcome.message;
  }

  std::unique_ptr<ui::Theme> m_theme;
  QStringList m_faults;
  bool m_all = QCoreApplication::arguments().size() == 1;
};

AIAGENT_GOLDEN_MAIN(ChartsGoldenTest)
#include "charts_golden_test.moc"
