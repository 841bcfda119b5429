#include "ui/widgets/charts/time_chart.h"

#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStringList>
#include <utility>

#include "ui/widgets/charts/chart_accessible.h"
#include "ui/widgets/charts/chart_scale.h"
#include "ui/widgets/controls/row_canvas.h"

namespace aiagent::widgets {
namespace {

constexpr int kGap = 8;      // between labels, and between them and the plot
constexpr int kSample = 22;  // of a series' line in the legend

std::vector<double> measuredTimes(const ChartData& data) {
  std::vector<double> times;
  for (const auto& series : data.series)
    for (const auto& point : series.points)
      if (std::isfinite(point.value) && point.at >= data.start && point.at <= data.end)
        times.push_back(point.at);
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

struct Extent {
  double low = 0, high = 0;
};

// Of what was measured; a band that is much wider must not press it flat.
Extent extentOf(const ChartData& data) {
  Extent extent;
  for (const auto& series : data.series)
    for (const auto& point : series.points)
      if (std::isfinite(point.value)) {
        extent.low = std::min(extent.low, point.value);
        extent.high = std::max(extent.high, point.value);
      }
  double band = 0;
  for (const auto& each : data.band) band = std::max(band, each.high);
  if (extent.high > 0) extent.high = std::max(extent.high, std::min(band, 1.6 * extent.high));
  return extent;
}

const ChartPoint* pointAt(const std::vector<ChartPoint>& points, double at) {
  const auto found = std::lower_bound(points.begin(), points.end(), at,
                                      [](const ChartPoint& point, double time) { return point.at < time; });
  return found != points.end() && found->at == at && std::isfinite(found->value) ? &*found : nullptr;
}

}  // namespace

TimeChart::TimeChart(QWidget* parent) : QWidget(parent) {
  installChartAccessibility();
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  m_unit.write = plainNumber;
}

void TimeChart::setData(ChartData data) {
  if (data == m_data) return;
  m_data = std::move(data);
  m_times = measuredTimes(m_data);
  if (m_crosshair) setCrosshair(m_crosshair);
  arrange();
  update();
}

void TimeChart::setUnit(ChartUnit unit) {
  m_unit = std::move(unit);
  if (!m_unit.write) m_unit.write = plainNumber;
  arrange();
  update();
}

void TimeChart::setEmptyText(const QString& text) {
  if (std::exchange(m_emptyText, text) != text) update();
}

QString TimeChart::write(double value) const {
  return m_unit.write(value);
}

double TimeChart::unit() const {
  return std::max(1.0, fontMetrics().height() / 18.0);
}

QFont TimeChart::smallFont() const {
  return ui::RowCanvas::smallFont(font());
}

QString TimeChart::legendText(const ChartSeries& series) const {
  const auto* last = lastMeasured(series.points);
  return last ? tr("%1 %2", "a series' name and latest value").arg(series.name, write(last->value))
              : series.name;
}

QString TimeChart::summary() const {
  if (isEmpty()) return m_emptyText;
  QStringList parts;
  for (const auto& series : m_data.series)
    parts << (series.stale ? tr("%1 (old)").arg(legendText(series)) : legendText(series));
  if (!m_data.anomalies.empty()) parts << m_data.anomalies.back().text;
  return parts.join(QLatin1String(", "));
}

QString TimeChart::readout() const {
  if (!m_crosshair) return {};
  QStringList lines{exactTimeText(*m_crosshair, m_data.step)};
  for (const auto& series : m_data.series)
    if (const auto* point = pointAt(series.points, *m_crosshair))
      lines << tr("%1: %2", "a series' name and a value").arg(series.name, write(point->value));
  for (const auto& each : m_data.band)
    if (each.at == *m_crosshair) lines << tr("usually %1 to %2").arg(write(each.low), write(each.high));
  for (const auto& anomaly : m_data.anomalies)
    if (*m_crosshair >= anomaly.begin && *m_crosshair <= anomaly.end && !anomaly.text.isEmpty())
      lines << anomaly.text;
  const double near = (m_data.end - m_data.start) / 200;
  for (const auto& mark : m_data.marks)
    if (std::abs(mark.at - *m_crosshair) <= near) lines << (mark.text.isEmpty() ? mark.label : mark.text);
  return lines.join(QLatin1Char('\n'));
}

QSize TimeChart::sizeHint() const {
  const int line = fontMetrics().height();
  return {line * 30, line * 12};
}

QSize TimeChart::minimumSizeHint() const {
  const int line = fontMetrics().height();
  return {line * 12, line * 7};
}

// ---- where things are

// In rows that are as wide as the widget; returns their height.
double TimeChart::arrangeLegend(double width) {
  m_legend.clear();
  const QFontMetricsF metrics(smallFont());
  const double height = metrics.height() + kGap * unit() / 2, sample = kSample * unit();
  double x = 0, y = 0;
  for (const auto& series : m_data.series) {
    const QString text = legendText(series);
    const double room = sample + kGap * unit() + metrics.horizontalAdvance(text);
    if (x > 0 && x + room > width) x = 0, y += height;
    m_legend.push_back({QRectF(margin() + x, margin() + y, std::min(room, width), height), text});
    x += room + 2 * kGap * unit();
  }
  return m_legend.empty() ? 0 : y + height + kGap * unit() / 2;
}

void TimeChart::arrange() {
  const QFontMetricsF metrics(smallFont());
  const double line = metrics.height(), gap = kGap * unit();
  double top = margin() + arrangeLegend(width() - 2 * margin()) + line / 2;
  if (!m_data.marks.empty()) top += line;
  const double bottom = height() - margin() - line - gap;
  const auto extent = extentOf(m_data);
  m_valueTicks =
      valueTicks(extent.low, extent.high, std::clamp(int((bottom - top) / (2 * line)), 1, 6), m_unit.binary);
  // No more room above the highest value than it needs, where a line is left to read it by.
  const double highest = std::min(m_valueTicks.back(), 1.1 * extent.high);
  if (m_valueTicks.size() > 2 && highest > 0)
    std::erase_if(m_valueTicks, [&](double tick) { return tick > highest; });
  double labels = 0;
  for (const double tick : m_valueTicks) labels = std::max(labels, metrics.horizontalAdvance(write(tick)));
  // As the language is read; drawn() mirrors it.
  QRectF plot(QPointF(margin() + labels + gap, top), QPointF(width() - margin() - gap, bottom));
  if (isRightToLeft()) plot.moveLeft(width() - plot.right());
  m_frame = {.rect = plot,
             .start = m_data.start,
             .end = m_data.end,
             .low = m_valueTicks.front(),
             .high = std::max(m_valueTicks.back(), std::min(highest, 1e300)),
             .mirrored = isRightToLeft()};
  const double label =
      metrics.horizontalAdvance(timeTickText(m_data.end, m_data.start, m_data.end)) + 3 * gap;
  m_timeTicks = timeTicks(m_data.start, m_data.end, std::max(1, int(plot.width() / label)));
}

QRectF TimeChart::drawn(const QRectF& rect) const {
  QRectF mirrored = rect;
  if (isRightToLeft()) mirrored.moveLeft(width() - rect.right());
  return mirrored;
}

// ---- the crosshair

void TimeChart::setCrosshair(std::optional<double> at) {
  std::optional<double> nearest;
  if (at && !m_times.empty()) {
    const auto after = std::lower_bound(m_times.begin(), m_times.end(), *at);
    const auto before = after == m_times.begin() ? after : std::prev(after);
    nearest = after == m_times.end() || *at - *before < *after - *at ? *before : *after;
  }
  if (std::exchange(m_crosshair, nearest) == nearest) return;
  update();
}

void TimeChart::moveTo(std::optional<double> at) {
  const auto before = m_crosshair;
  setCrosshair(at);
  if (m_crosshair == before) return;
  tellCrosshair(this);
  Q_EMIT crosshairMoved(m_crosshair);
}

void TimeChart::step(int by) {
  if (m_times.empty()) return;
  const auto last = std::ptrdiff_t(m_times.size()) - 1;
  if (!m_crosshair) return moveTo(m_times.back());
  const auto found = std::lower_bound(m_times.begin(), m_times.end(), *m_crosshair) - m_times.begin();
  moveTo(m_times[std::size_t(std::clamp<std::ptrdiff_t>(found + by, 0, last))]);
}

void TimeChart::mouseMoveEvent(QMouseEvent* event) {
  const bool inside = m_frame.rect.adjusted(-4, -4, 4, 4).contains(event->position());
  moveTo(inside ? std::optional(m_frame.timeAt(event->position().x())) : std::nullopt);
}

void TimeChart::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  moveTo(std::nullopt);
}

void TimeChart::keyPressEvent(QKeyEvent* event) {
  const int far = event->modifiers() & Qt::ControlModifier ? 10 : 1;
  const int forward = isRightToLeft() ? -far : far;
  switch (event->key()) {
    case Qt::Key_Left: return step(-forward);
    case Qt::Key_Right: return step(forward);
    case Qt::Key_Home: return isEmpty() ? void() : moveTo(m_times.front());
    case Qt::Key_End: return isEmpty() ? void() : moveTo(m_times.back());
    case Qt::Key_Escape:
      if (m_crosshair) return moveTo(std::nullopt);
      break;
    default: break;
  }
  QWidget::keyPressEvent(event);
}

// ---- changes

void TimeChart::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void TimeChart::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::FontChange && event->type() != QEvent::LayoutDirectionChange &&
      event->type() != QEvent::LanguageChange)
    return;
  arrange();
  updateGeometry();
  update();
}

void TimeChart::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void TimeChart::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace aiagent::widgets
