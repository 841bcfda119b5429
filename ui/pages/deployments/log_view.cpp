#include "ui/pages/deployments/log_view.h"

#include <algorithm>
#include <array>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include "ui/format/text.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr int kSide = 8, kGap = 8;
// What is laid out of a line; the whole of it is copied and saved.
constexpr int kShownCharacters = 4'000;

QColor colourOf(const Tokens& tokens, cluster::LogLevel level) {
  if (level == cluster::LogLevel::Error) return tokens.negative;
  if (level == cluster::LogLevel::Warning) return tokens.caution;
  return level == cluster::LogLevel::Debug ? tokens.muted : tokens.text;
}

QColor colourOfSource(const Tokens& tokens, std::uint32_t source) {
  const std::array colours = {tokens.informative, tokens.positive, tokens.accent, tokens.caution,
                              tokens.muted};
  return colours[source % colours.size()];
}

QString shown(const cluster::LogLine& line) {
  auto text = format::text(line.text);
  text.replace(QLatin1Char('\t'), QLatin1String("    "));
  if (text.size() > kShownCharacters) return text.left(kShownCharacters) + QChar(0x2026);
  if (line.cutBytes > 0) text += QStringLiteral(" … +%1 B").arg(line.cutBytes);
  return text;
}

}  // namespace

struct LogView::Row {
  const cluster::LogLine* line;
  QString prefix, text;
};

LogView::LogView(LogVm& log, QWidget* parent) : QAbstractScrollArea(parent), m_log(log) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Log"));
  viewport()->setCursor(Qt::IBeamCursor);
  viewport()->setBackgroundRole(QPalette::Base);
  viewport()->setAutoFillBackground(true);
  followFont(this, [this] {
    viewport()->setFont(fixedFont());
    measure();
  });
  connect(&m_log, &LogVm::opened, this, &LogView::reset);
  connect(&m_log, &LogVm::appended, this, &LogView::grew);
  reset();
}

void LogView::reset() {
  m_top = first();
  m_anchor = m_caret = -1;
  m_widest = 0;
  setAtEnd(true);
  measure();
}

// What is read keeps its place, unless it was made room for.
void LogView::grew() {
  m_top = std::max(m_top, first());
  measure();
}

int LogView::lineHeight() const {
  return viewport()->fontMetrics().height() + 2;
}

LogView::Row LogView::rowOf(std::int64_t number) const {
  const auto& line = m_log.lines().at(std::size_t(number - first()));
  Row row{&line, {}, shown(line)};
  if (m_stamped && line.nanos != 0)
    row.prefix = QString::fromStdString(cluster::stampText(line.nanos)).mid(11, 12) + QLatin1Char(' ');
  const auto& sources = m_log.state().sources;
  if (sources.size() > 1 && line.source < sources.size()) row.prefix += sources[line.source].name;
  return row;
}

int LogView::heightOf(std::int64_t number) const {
  if (!m_wrapped) return lineHeight();
  const auto row = rowOf(number);
  const auto metrics = viewport()->fontMetrics();
  const int begin = kSide + (row.prefix.isEmpty() ? 0 : metrics.horizontalAdvance(row.prefix) + kGap);
  const int room = std::max(metrics.averageCharWidth() * 10, viewport()->width() - begin - kSide);
  return std::max(
      lineHeight(),
      metrics.boundingRect(QRect(0, 0, room, 1 << 20), Qt::TextWrapAnywhere, row.text).height() + 2);
}

int LogView::rowsAtEnd() const {
  if (!m_wrapped) return std::max(1, viewport()->height() / lineHeight());
  int rows = 0;
  for (int height = 0; rows < int(m_log.lines().size()); ++rows) {
    height += heightOf(end() - 1 - rows);
    if (height > viewport()->height()) break;
  }
  return std::max(1, rows);
}

void LogView::measure() {
  if (m_measuring) return;
  m_measuring = true;
  const auto last = std::max(first(), end() - rowsAtEnd());
  if (m_atEnd) m_top = last;
  m_top = std::clamp(m_top, first(), last);
  auto* bar = verticalScrollBar();
  bar->setPageStep(rowsAtEnd());
  bar->setRange(0, int(last - first()));
  bar->setValue(int(m_top - first()));
  auto* across = horizontalScrollBar();
  across->setSingleStep(viewport()->fontMetrics().averageCharWidth() * 4);
  across->setPageStep(viewport()->width());
  across->setRange(0, m_wrapped ? 0 : std::max(0, m_widest + 2 * kSide - viewport()->width()));
  m_measuring = false;
  viewport()->update();
}

void LogView::setAtEnd(bool atEnd) {
  if (std::exchange(m_atEnd, atEnd) != atEnd) Q_EMIT atEndChanged(atEnd);
}

void LogView::goToEnd() {
  setAtEnd(true);
  measure();
}

void LogView::moveBy(std::int64_t lines) {
  const auto last = std::max(first(), end() - rowsAtEnd());
  m_top = std::clamp(m_top + lines, first(), last);
  setAtEnd(m_top == last);
  measure();
}

// The selection, from the last line in sight where there is none.
void LogView::extendBy(int lines) {
  if (m_log.lines().size() == 0) return;
  if (m_anchor < first())
    m_anchor = m_caret = lineAt(viewport()->height() - 1);
  else
    m_caret = std::clamp(m_caret + lines, first(), end() - 1);
  if (m_caret < m_top) moveBy(m_caret - m_top);
  if (m_caret > lineAt(viewport()->height() - 1)) moveBy(1);
  viewport()->update();
}

void LogView::reveal(std::int64_t number) {
  if (number < first() || number >= end()) return;
  m_anchor = m_caret = number;
  const int rows = std::max(1, viewport()->height() / lineHeight());
  moveBy(number - rows / 2 - m_top);
}

void LogView::setWrapped(bool wrapped) {
  m_wrapped = wrapped;
  measure();
}

void LogView::setStamped(bool stamped) {
  m_stamped = stamped;
  measure();
}

void LogView::scrollContentsBy(int, int dy) {
  if (m_measuring) return;
  if (dy != 0) {
    m_top = first() + verticalScrollBar()->value();
    setAtEnd(verticalScrollBar()->value() == verticalScrollBar()->maximum());
  }
  viewport()->update();
}

void LogView::resizeEvent(QResizeEvent*) {
  measure();
}

void LogView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) viewport()->update();
}

// ---- painting

bool LogView::isSelected(std::int64_t number) const {
  return m_anchor >= 0 && number >= std::min(m_anchor, m_caret) && number <= std::max(m_anchor, m_caret);
}

int LogView::paintRow(QPainter& painter, std::int64_t number, int y) const {
  const auto tokens = tokensFor(palette());
  const auto row = rowOf(number);
  const auto metrics = viewport()->fontMetrics();
  const int height = heightOf(number);
  const int width = viewport()->width();
  if (isSelected(number)) painter.fillRect(0, y, width, height, tokens.accentSoft);
  if (m_log.state().found.line == number && m_log.state().found.current > 0)
    painter.fillRect(0, y, width, height, tokens.cautionSoft);
  int x = kSide - (m_wrapped ? 0 : horizontalScrollBar()->value());
  const QRect line(x, y + 1, width, height);
  if (!row.prefix.isEmpty()) {
    painter.setPen(colourOfSource(tokens, row.line->source));
    painter.drawText(QRect(x, y + 1, 1 << 20, lineHeight()), Qt::AlignLeft, row.prefix);
    x += metrics.horizontalAdvance(row.prefix) + kGap;
  }
  painter.setPen(colourOf(tokens, row.line->level));
  if (m_wrapped)
    painter.drawText(QRect(x, y + 1, std::max(metrics.averageCharWidth() * 10, width - x - kSide), height),
                     Qt::TextWrapAnywhere, row.text);
  else
    painter.drawText(QRect(x, y + 1, 1 << 20, height), Qt::AlignLeft | Qt::TextSingleLine, row.text);
  if (!m_wrapped)
    m_widest = std::max(m_widest, x + horizontalScrollBar()->value() + metrics.horizontalAdvance(row.text));
  return height;
}

void LogView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.setFont(viewport()->font());
  const int before = m_widest;
  int y = 0;
  for (auto number = m_top; number < end() && y < viewport()->height(); ++number)
    y += paintRow(painter, number, y);
  if (hasFocus()) {
    painter.setPen(tokensFor(palette()).accent);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
  }
  if (m_widest != before)
    QMetaObject::invokeMethod(
        this, [this] { measure(); }, Qt::QueuedConnection);
}

// ---- person

std::int64_t LogView::lineAt(int y) const {
  int bottom = 0;
  for (auto number = m_top; number < end(); ++number) {
    bottom += heightOf(number);
    if (y < bottom) return number;
  }
  return end() - 1;
}

void LogView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_log.lines().size() == 0) return;
  m_caret = lineAt(event->position().toPoint().y());
  if (m_anchor < 0 || !(event->modifiers() & Qt::ShiftModifier)) m_anchor = m_caret;
  viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton) || m_anchor < 0) return;
  const int y = event->position().toPoint().y();
  if (y < 0) moveBy(-1);
  if (y > viewport()->height()) moveBy(1);
  m_caret = std::max(first(), lineAt(std::max(0, y)));
  viewport()->update();
}

void LogView::selectAll() {
  if (m_log.lines().size() == 0) return;
  m_anchor = first();
  m_caret = end() - 1;
  viewport()->update();
}

QString LogView::selectedText() const {
  if (m_anchor < 0) return {};
  QString text;
  const auto last = std::min(std::max(m_anchor, m_caret), end() - 1);
  for (auto number = std::max(std::min(m_anchor, m_caret), first()); number <= last; ++number)
    text += m_log.plainText(m_log.lines().at(std::size_t(number - first()))) + QLatin1Char('\n');
  return text;
}

void LogView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    if (const auto text = selectedText(); !text.isEmpty()) QGuiApplication::clipboard()->setText(text);
    return;
  }
  if (event->matches(QKeySequence::SelectAll)) return selectAll();
  move(event);
  describe();
}

void LogView::move(QKeyEvent* event) {
  const int page = std::max(1, verticalScrollBar()->pageStep() - 1);
  auto* across = horizontalScrollBar();
  switch (event->key()) {
    case Qt::Key_Up: return event->modifiers() & Qt::ShiftModifier ? extendBy(-1) : moveBy(-1);
    case Qt::Key_Down: return event->modifiers() & Qt::ShiftModifier ? extendBy(1) : moveBy(1);
    case Qt::Key_PageUp: return moveBy(-page);
    case Qt::Key_PageDown: return moveBy(page);
    case Qt::Key_Home: return moveBy(first() - m_top);
    case Qt::Key_End: return goToEnd();
    case Qt::Key_Left: return across->setValue(across->value() - across->singleStep());
    case Qt::Key_Right: return across->setValue(across->value() + across->singleStep());
    default: QAbstractScrollArea::keyPressEvent(event);
  }
}

void LogView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  describe();
}

// A screen reader is told the line that a key went to, never what streams in.
void LogView::describe() {
  if (m_log.lines().size() == 0) return setAccessibleDescription({});
  const auto number = m_caret >= first() ? m_caret : lineAt(viewport()->height() - 1);
  setAccessibleDescription(m_log.plainText(m_log.lines().at(std::size_t(number - first()))));
}

}  // namespace aiagent::ui
