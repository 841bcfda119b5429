#include "ui/pages/deployments/signals_row.h"

#include <array>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/format/cluster_words.h"
#include "ui/format/human.h"
#include "ui/format/signal_words.h"
#include "ui/pages/sync.h"
#include "ui/widgets/charts/sparkline.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using cluster::SignalKind;
using services::SignalFreshness;
using services::SignalsState;
using services::SignalState;

constexpr std::array kShown = {SignalKind::Traffic, SignalKind::Errors, SignalKind::LatencyP95,
                               SignalKind::Cpu, SignalKind::Memory};

std::vector<widgets::ChartPoint> pointsOf(const cluster::Points& points) {
  std::vector<widgets::ChartPoint> made;
  made.reserve(points.size());
  for (const auto& point : points) made.push_back({double(point.at), point.value});
  return made;
}

// A figure is never cut; the line beside it gives way.
void keepWhole(MetaLabel* label) {
  label->setMinimumWidth(label->fontMetrics().horizontalAdvance(label->fullText()) + 2);
}

}  // namespace

QString signalAge(const SignalState& signal, base::WallTime now) {
  switch (signal.freshness) {
    case SignalFreshness::Live: return {};
    case SignalFreshness::Loading: return SignalsRow::tr("being read");
    case SignalFreshness::Absent: return SignalsRow::tr("not measured");
    case SignalFreshness::Failed: return SignalsRow::tr("not to be had");
    case SignalFreshness::Lagging:
    case SignalFreshness::Stale: return format::relativeTime(signal.asOf, now);
  }
  return {};
}

SignalsRow::SignalsRow(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapGroups);
  for (const auto kind : kShown) {
    m_cells.push_back(makeCell(kind));
    row->addWidget(m_cells.back().whole, 1);
  }
  auto* ranges = new QHBoxLayout;
  ranges->setSpacing(0);
  const std::array<std::pair<int, QString>, 4> choices = {
      {{1, tr("1 h")}, {6, tr("6 h")}, {24, tr("24 h")}, {168, tr("7 d")}}};
  for (const auto& [hours, name] : choices) {
    auto* button = new QToolButton(this);
    button->setText(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(tr("Show the last %1").arg(name));
    const std::chrono::seconds range = std::chrono::hours(hours);
    connect(button, &QToolButton::clicked, this, [this, range] { Q_EMIT rangeChosen(range); });
    m_ranges.emplace_back(range, button);
    ranges->addWidget(button);
  }
  row->addLayout(ranges);
}

SignalsRow::Cell SignalsRow::makeCell(SignalKind kind) {
  Cell cell{.kind = kind};
  cell.whole = new QWidget(this);
  auto* inner = new QHBoxLayout(cell.whole);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(kGapInside);
  cell.name = new MetaLabel(cell.whole);
  cell.name->setFullText(format::signalName(kind));
  cell.line = new widgets::Sparkline(cell.whole);
  cell.value = new MetaLabel(cell.whole);
  for (auto* label : {cell.name, cell.value}) followFont(label, [label] { keepWhole(label); });
  inner->addWidget(cell.name);
  inner->addWidget(cell.line, 1);
  inner->addWidget(cell.value);
  return cell;
}

void SignalsRow::render(const SignalsState* state, base::WallTime now) {
  syncVisible(this, state != nullptr);
  if (!state || state->each.empty()) return;
  for (auto& cell : m_cells) renderCell(cell, *state, now);
  for (const auto& [range, button] : m_ranges) syncChecked(button, range == state->range);
}

// What nobody measures here takes no room, unless nothing is measured at all.
void SignalsRow::renderCell(Cell& cell, const SignalsState& state, base::WallTime now) {
  const auto& signal = state.of(cell.kind);
  const bool usage = cell.kind == SignalKind::Cpu || cell.kind == SignalKind::Memory;
  syncVisible(cell.whole, usage || state.fromPrometheus);
  cell.line->setData({.start = chartTime(state.start),
                      .end = chartTime(state.end),
                      .step = double(state.step.count()),
                      .points = pointsOf(signal.points),
                      .stale = signal.freshness == SignalFreshness::Stale});
  const auto age = signalAge(signal, now);
  const auto value = signal.latest ? format::signalValue(signal.unit, *signal.latest) : QString();
  const auto words = value.isEmpty() ? age : age.isEmpty() ? value : tr("%1 · %2").arg(value, age);
  if (cell.value->fullText() != words) {
    cell.value->setFullText(words);
    keepWhole(cell.value);
  }
  QStringList tip = {format::signalName(cell.kind)};
  if (!signal.source.empty()) tip << format::signalSource(signal.source);
  if (signal.trouble) tip << format::explainCluster(*signal.trouble).text();
  for (const auto& anomaly : signal.anomalies) tip << format::anomalyText(anomaly, signal.unit);
  cell.whole->setToolTip(tip.join(QLatin1Char('\n')));
  cell.line->setAccessibleName(format::signalName(cell.kind));
  cell.line->setAccessibleDescription(words);
}

}  // namespace aiagent::ui
