#include "ui/widgets/transcript_view.h"

#include <algorithm>
#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

#include "ui/widgets/transcript/message_action_bar.h"
#include "ui/widgets/transcript/transcript_accessible.h"

namespace aiagent::widgets {
namespace {

using namespace std::chrono_literals;

constexpr qint64 kFrame = 25;  // milliseconds: text read as it comes gains nothing from more
constexpr qint64 kSlowestFrame = 250;
constexpr qint64 kCostShare = 8;  // a frame may take an eighth of the time

}  // namespace

TranscriptView::TranscriptView(QWidget* parent) : QAbstractScrollArea(parent) {
  installTranscriptAccessibility();
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Conversation"));
  viewport()->setMouseTracking(true);
  viewport()->setCursor(Qt::IBeamCursor);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  m_frameTimer.setSingleShot(true);
  m_frameTimer.setTimerType(Qt::PreciseTimer);
  m_searchTimer.setSingleShot(true);
  m_autoScroll.setInterval(30ms);
  connect(&m_frameTimer, &QTimer::timeout, this, &TranscriptView::frame);
  connect(&m_searchTimer, &QTimer::timeout, this, &TranscriptView::searchStep);
  connect(&m_autoScroll, &QTimer::timeout, this, &TranscriptView::autoScroll);
  buildOverlays();
  restyle();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::buildOverlays() {
  m_actionBar = new MessageActionBar(viewport());
  connect(m_actionBar, &MessageActionBar::triggered, this, &TranscriptView::onAction);
  connect(m_actionBar, &MessageActionBar::left, this, &TranscriptView::placeActionBar);
  m_latestButton = new QToolButton(viewport());
  m_latestButton->setText(tr("Jump to latest"));
  m_latestButton->setArrowType(Qt::DownArrow);
  m_latestButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_latestButton->setToolTip(tr("Jump to latest (End)"));
  m_latestButton->setCursor(Qt::ArrowCursor);
  m_latestButton->setFocusPolicy(Qt::TabFocus);
  m_latestButton->hide();
  connect(m_latestButton, &QToolButton::clicked, this, [this] {
    setFocus();
    jumpToLatest();
  });
}

void TranscriptView::restyle() {
  const QFont fixed = m_fixedFont.value_or(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  auto style =
      TranscriptStyle::make(font(), fixed, m_colors.value_or(TranscriptPalette::fromPalette(palette())));
  style.direction = layoutDirection();
  style.setViewportWidth(viewport()->width());
  m_layout.setStyle(std::move(style));
  verticalScrollBar()->setSingleStep(m_layout.style().lineHeight);
  m_everythingChanged = true;
  schedule();
}

void TranscriptView::setColors(const TranscriptPalette& colors) {
  if (m_colors == colors) return;
  m_colors = colors;
  restyle();
}

void TranscriptView::setFixedFont(const QFont& font) {
  m_fixedFont = font;
  restyle();
}

void TranscriptView::addMessage(TranscriptMessage message) {
  if (m_layout.indexOf(message.id) >= 0) return;
  const bool streaming = message.state == MessageState::Streaming && message.kind == MessageKind::Text;
  m_layout.add(std::move(message));
  touch(m_layout.size() - 1);
  if (streaming) announce(m_layout.size() - 1, tr("Answer begins"));
}

void TranscriptView::setMessages(std::vector<TranscriptMessage> messages) {
  clear();
  m_layout.reset(std::move(messages));
  schedule();
}

void TranscriptView::clear() {
  m_layout.clear();
  m_dirty.clear();
  m_selection = {};
  m_target.reset();
  m_hovered.reset();
  m_hoveredMessage = m_current = -1;
  m_match.reset();
  m_dragging = Dragging::None;
  m_autoScroll.stop();
  forgetAccessibleMessages(this);
  setFindText(QString());
  m_everythingChanged = true;
  schedule();
}

void TranscriptView::appendText(const QString& id, QStringView part) {
  const int index = m_layout.indexOf(id);
  if (index < 0) return;
  m_layout.entry(index).append(part);
  touch(index);
}

void TranscriptView::replaceText(const QString& id, QStringView text) {
  const int index = m_layout.indexOf(id);
  if (index < 0) return;
  m_layout.entry(index).replace(text);
  if (m_selection.anchor.entry == index || m_selection.caret.entry == index) clearSelection();
  if (m_target && m_target->entry == index) m_target.reset();
  touch(index);
}

void TranscriptView::setTitle(const QString& id, const QString& title) {
  const int index = m_layout.indexOf(id);
  if (index < 0 || m_layout.entry(index).message().title == title) return;
  m_layout.entry(index).message().title = title;
  m_everythingChanged = true;
  touch(index);
}

void TranscriptView::setMeta(const QString& id, const QString& meta) {
  const int index = m_layout.indexOf(id);
  if (index < 0 || m_layout.entry(index).message().meta == meta) return;
  m_layout.entry(index).message().meta = meta;
  m_everythingChanged = true;
  touch(index);
}

void TranscriptView::setActions(const QString& id, unsigned actions) {
  const int index = m_layout.indexOf(id);
  if (index < 0) return;
  m_layout.entry(index).message().actions = actions;
  placeActionBar();
}

void TranscriptView::setState(const QString& id, MessageState state, const QString& note) {
  const int index = m_layout.indexOf(id);
  if (index < 0) return;
  TranscriptMessage& message = m_layout.entry(index).message();
  const bool ended = message.state == MessageState::Streaming && state == MessageState::Done;
  message.state = state;
  message.note = note;
  touch(index);
  if (state == MessageState::Failed) announce(index, note.isEmpty() ? tr("Answer failed") : note);
  if (state == MessageState::Interrupted) announce(index, note.isEmpty() ? tr("Answer interrupted") : note);
  if (ended && message.kind == MessageKind::Text) announce(index, tr("Answer complete"));
}

void TranscriptView::setCollapsed(const QString& id, bool collapsed) {
  const int index = m_layout.indexOf(id);
  if (index >= 0 && m_layout.entry(index).isCollapsible() && m_layout.entry(index).isCollapsed() != collapsed)
    toggle(index);
}

void TranscriptView::toggle(int index) {
  m_layout.entry(index).setCollapsed(!m_layout.entry(index).isCollapsed());
  if (const auto seen = m_layout.visible(index, 0)) m_layout.stopFollowing();
  m_search.invalidate(index);
  touch(index);
  flush();
}

QString TranscriptView::plainText(const QString& id) const {
  const int index = m_layout.indexOf(id);
  return index < 0 ? QString() : m_layout.entry(index).text();
}

void TranscriptView::touch(int index) {
  m_dirty.insert(index);
  if (m_search.isActive()) {
    m_search.invalidate(index);
    if (!m_searchTimer.isActive()) m_searchTimer.start(200);
  }
  schedule();
}

// At most one frame in 25 ms; fewer when a frame costs more than an eighth of that, so that the rest of the
// program stays quick whatever the text is.
void TranscriptView::schedule() {
  if (m_frameTimer.isActive()) return;
  const qint64 wanted = std::clamp(kCostShare * m_frameCost / 1'000'000, kFrame, kSlowestFrame);
  const qint64 passed = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : wanted;
  m_frameTimer.start(int(std::max<qint64>(0, wanted - passed)));
}

void TranscriptView::flush() {
  m_frameTimer.stop();
  frame();
}

void TranscriptView::frame() {
  QElapsedTimer clock;
  clock.start();
  applyChanges();
  m_sinceFrame.start();
  m_frameCost = clock.nsecsElapsed();
}

void TranscriptView::applyChanges() {
  const auto before = m_layout.visibleRows();
  const std::set<int> changed = std::exchange(m_dirty, {});
  for (const int index : changed) m_layout.entryChanged(index);
  m_layout.update();
  syncScrollBar();
  updateChangedArea(before, changed);
  for (const int index : changed) m_layout.entry(index).takeFirstChangedRow();
  placeOverlays();
}

// Repaints what looks different: usually the last lines, after moving the rest up.
void TranscriptView::updateChangedArea(const std::vector<TranscriptLayout::VisibleRow>& before,
                                       const std::set<int>& changed) {
  const auto& rows = m_layout.visibleRows();
  const bool whole = std::exchange(m_everythingChanged, false) || before.empty() || rows.empty() ||
                     !m_actionBar->isHidden() || !m_latestButton->isHidden();
  if (whole) return viewport()->update();
  const auto find = [&](const TranscriptLayout::VisibleRow& row) {
    return std::find_if(before.begin(), before.end(), [&](const auto& old) {
      return old.entry == row.entry && old.row == row.row && old.height == row.height;
    });
  };
  const auto first = find(rows.front());
  if (first == before.end()) return viewport()->update();
  const int shift = rows.front().y - first->y;
  // The rows from `rows.front()` on that are the same and have only moved.
  int sameUntil = rows.front().y;
  for (const auto& row : rows) {
    const auto old = find(row);
    const bool moved = old != before.end() && row.y - old->y == shift;
    const bool touched =
        changed.contains(row.entry) && row.row >= m_layout.entry(row.entry).firstChangedRow();
    if (!moved || touched) break;
    sameUntil = row.y + row.height;
  }
  if (shift != 0) viewport()->scroll(0, shift);
  viewport()->update(0, sameUntil, viewport()->width(), viewport()->height() - sameUntil);
}

void TranscriptView::syncScrollBar() {
  QScrollBar* bar = verticalScrollBar();
  const bool wasAtLatest = bar->value() >= bar->maximum();
  m_settingBar = true;
  const auto most = std::max<std::int64_t>(0, m_layout.contentHeight() - viewport()->height());
  // While the thumb is held, its range stays: it would move away below the pointer.
  if (!bar->isSliderDown()) {
    bar->setPageStep(viewport()->height());
    bar->setRange(0, int(std::min<std::int64_t>(most, INT_MAX)));
    bar->setValue(int(std::min<std::int64_t>(m_layout.offset(), INT_MAX)));
  }
  m_offset = bar->value();
  m_settingBar = false;
  if (wasAtLatest != m_layout.followsEnd()) Q_EMIT latestReached(m_layout.followsEnd());
}

void TranscriptView::scrollContentsBy(int, int) {
  if (m_settingBar) return;
  const QScrollBar* bar = verticalScrollBar();
  const std::int64_t delta = bar->value() - m_offset;
  if (delta == 0) return;
  if (bar->value() >= bar->maximum()) {
    m_layout.followEnd();
    m_layout.update();
  } else if (std::abs(delta) <= 2 * viewport()->height()) {
    m_layout.scrollBy(int(delta));
  } else {
    m_layout.scrollTo(bar->value());
  }
  m_everythingChanged = true;
  applyChanges();
}

void TranscriptView::jumpToLatest() {
  m_layout.followEnd();
  m_everythingChanged = true;
  flush();
}

void TranscriptView::resizeEvent(QResizeEvent*) {
  m_layout.setViewport(viewport()->width(), viewport()->height());
  m_everythingChanged = true;
  applyChanges();
}

void TranscriptView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange: restyle(); break;
    default: break;
  }
}

QSize TranscriptView::sizeHint() const {
  return {480, 400};
}

void TranscriptView::placeOverlays() {
  const int margin = TranscriptStyle::kSmall;
  const bool wanted = !m_layout.followsEnd() && m_layout.size() > 0;
  m_latestButton->adjustSize();
  m_latestButton->move((viewport()->width() - m_latestButton->width()) / 2,
                       viewport()->height() - m_latestButton->height() - margin);
  if (wanted != !m_latestButton->isHidden()) m_latestButton->setVisible(wanted);
  placeActionBar();
}

void TranscriptView::placeActionBar() {
  const bool byKeyboard = hasFocus() || m_actionBar->hasFocusInside();
  const int index = m_actionBar->hasFocusInside() ? m_current
                    : m_hoveredMessage >= 0       ? m_hoveredMessage
                    : byKeyboard                  ? m_current
                                                  : -1;
  const QRect area = index >= 0 && index < m_layout.size() ? messageRect(index) : QRect();
  if (area.isEmpty() || m_dragging != Dragging::None) {
    if (!m_actionBar->hasFocusInside()) m_actionBar->hide();
    return;
  }
  const TranscriptEntry& entry = m_layout.entry(index);
  m_actionBar->showFor(entry.message().actions, entry.message().title);
  const auto& style = m_layout.style();
  const int inset = entry.isBoxed() ? TranscriptStyle::kSmall : 0;
  const int top = std::max(TranscriptStyle::kTiny,
                           area.top() + entry.headerTop() + (style.lineHeight - m_actionBar->height()) / 2);
  m_actionBar->move(style.columnLeft + style.columnWidth - m_actionBar->width() + inset, top);
}

void TranscriptView::onAction(unsigned action) {
  const int index = m_hoveredMessage >= 0 && !m_actionBar->hasFocusInside() ? m_hoveredMessage : m_current;
  if (index < 0 || index >= m_layout.size()) return;
  const QString id = m_layout.entry(index).message().id;
  if (action == CopyAction) {
    QApplication::clipboard()->setText(m_layout.entry(index).text());
    Q_EMIT copyRequested(id);
  }
  if (action == EditAction) Q_EMIT editRequested(id);
  if (action == RetryAction) Q_EMIT retryRequested(id);
}

void TranscriptView::announce(int index, const QString& what) {
  announceMessage(this, index, what);
  Q_EMIT announced(m_layout.entry(index).message().id, what);
}

}  // namespace aiagent::widgets
