#include "ui/pages/deployments/signals_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/format/cluster_words.h"
#include "ui/format/signal_words.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/signals_row.h"
#include "ui/pages/sync.h"
#include "ui/widgets/charts/time_chart.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using cluster::SignalKind;
using services::SignalFreshness;
using services::SignalsState;
using services::SignalState;

constexpr int kChartHeight = 190;

widgets::ChartSeries seriesOf(const SignalState& signal) {
  widgets::ChartSeries series{
      format::signalName(signal.kind), {}, signal.freshness == SignalFreshness::Stale};
  for (const auto& point : signal.points) series.points.push_back({double(point.at), point.value});
  return series;
}

}  // namespace

SignalsView::SignalsView(QWidget* parent) : QScrollArea(parent) {
  setAccessibleName(tr("Signals"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, kGapRelated, kGapGroups);
  column->setSpacing(kGapRelated);
  m_source = hintLabel({}, body);
  m_budget = hintLabel({}, body);
  m_burn = hintLabel({}, body);
  m_alerts = new QLabel(body);
  m_alerts->setTextFormat(Qt::PlainText);
  m_alerts->setWordWrap(true);
  column->addWidget(m_source);
  column->addWidget(m_alerts);
  column->addWidget(m_budget);
  column->addWidget(m_burn);
  m_grid = new QGridLayout;
  m_grid->setContentsMargins(0, kGapRelated, 0, 0);
  m_grid->setHorizontalSpacing(kGapGroups);
  m_grid->setVerticalSpacing(kGapGroups);
  setWidget(body);
  m_charts.push_back(makeChart({SignalKind::Traffic}, tr("Traffic")));
  m_charts.push_back(makeChart({SignalKind::Errors}, tr("Errors")));
  m_charts.push_back(
      makeChart({SignalKind::LatencyP50, SignalKind::LatencyP95, SignalKind::LatencyP99}, tr("Latency")));
  m_charts.push_back(makeChart({SignalKind::Cpu}, tr("CPU")));
  m_charts.push_back(makeChart({SignalKind::Memory}, tr("Memory")));
  for (const int side : {0, 1}) m_grid->setColumnStretch(side, 1);
  column->addLayout(m_grid);
  column->addStretch(1);
}

SignalsView::Chart SignalsView::makeChart(std::vector<SignalKind> kinds, const QString& title) {
  Chart chart{.kinds = std::move(kinds)};
  chart.whole = new QWidget(widget());
  auto* column = new QVBoxLayout(chart.whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  chart.title = sectionTitle(title, chart.whole);
  chart.chart = new widgets::TimeChart(chart.whole);
  chart.chart->setTitle(title);
  chart.chart->setMinimumHeight(kChartHeight);
  chart.note = hintLabel({}, chart.whole);
  column->addWidget(chart.title);
  column->addWidget(chart.chart, 1);
  column->addWidget(chart.note);
  return chart;
}

void SignalsView::setMarks(std::vector<widgets::ChartMark> marks) {
  m_marks = std::move(marks);
}

void SignalsView::render(const SignalsState& state, base::WallTime now) {
  if (state.each.empty()) return;
  syncHint(m_source,
           state.fromPrometheus
               ? QString()
               : tr("No Prometheus belongs to this environment, so there are only the processors and the "
                    "memory in use now (metrics.k8s.io), from when this page was opened."));
  for (auto& chart : m_charts) renderChart(chart, state, now);
  arrange();
  renderBudget(state);
  renderAlerts(state);
}

void SignalsView::renderChart(Chart& chart, const SignalsState& state, base::WallTime now) {
  const auto& first = state.of(chart.kinds.front());
  const bool usage = first.kind == SignalKind::Cpu || first.kind == SignalKind::Memory;
  syncVisible(chart.whole, usage || state.fromPrometheus);
  widgets::ChartData data{.start = chartTime(state.start),
                          .end = chartTime(state.end),
                          .step = double(state.step.count()),
                          .marks = m_marks};
  QStringList notes;
  for (const auto kind : chart.kinds) {
    const auto& signal = state.of(kind);
    data.series.push_back(seriesOf(signal));
    for (const auto& anomaly : signal.anomalies) notes << format::anomalyText(anomaly, signal.unit);
  }
  for (const auto& band : first.band) data.band.push_back({double(band.at), band.low, band.high});
  for (const auto& anomaly : first.anomalies)
    data.anomalies.push_back(
        {double(anomaly.begin), double(anomaly.end), format::anomalyText(anomaly, first.unit)});
  const auto age = signalAge(first, now);
  const auto words = first.trouble ? format::explainCluster(*first.trouble).text() : age;
  chart.chart->setUnit(
      {.write = [unit = first.unit](double value) { return format::signalValue(unit, value); },
       .binary = first.unit == cluster::SignalUnit::Bytes});
  chart.chart->setEmptyText(words.isEmpty() ? tr("Nothing was measured in this time") : words);
  chart.chart->setData(std::move(data));
  if (!first.source.empty()) notes << format::signalSource(first.source);
  if (state.fromPrometheus && first.freshness == SignalFreshness::Live)
    notes << format::seasonText(first.season, first.history);
  if (!words.isEmpty() && !first.points.empty()) notes.prepend(words);
  notes.removeAll(QString());
  syncHint(chart.note, notes.join(QStringLiteral(" · ")));
}

// Those that are shown, two in a row, without holes.
void SignalsView::arrange() {
  std::vector<QWidget*> shown;
  for (const auto& chart : m_charts)
    if (!chart.whole->isHidden()) shown.push_back(chart.whole);
  if (std::exchange(m_arranged, shown) == shown) return;
  while (m_grid->count() > 0) delete m_grid->takeAt(0);
  for (std::size_t i = 0; i < shown.size(); ++i) m_grid->addWidget(shown[i], int(i / 2), int(i % 2));
}

void SignalsView::renderBudget(const SignalsState& state) {
  const auto& budget = state.budget.budget;
  syncHint(m_budget, state.fromPrometheus && budget ? tr("Error budget: %1").arg(format::budgetText(*budget))
                                                    : QString());
  QStringList burns;
  if (budget && state.budget.verdict.kind != cluster::VerdictKind::Healthy)
    for (const auto& rate : budget->rates) burns << format::burnText(rate);
  syncHint(m_burn, burns.join(QLatin1Char('\n')));
}

void SignalsView::renderAlerts(const SignalsState& state) {
  QStringList lines;
  for (const auto& alert : state.alerts.alerts)
    lines << tr("Alert: %1 (%2)").arg(format::text(alert.name), alert.firing ? tr("firing") : tr("pending"));
  syncText(m_alerts, lines.join(QLatin1Char('\n')));
  syncVisible(m_alerts, !lines.isEmpty());
}

}  // namespace aiagent::ui
