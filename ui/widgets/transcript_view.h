// TranscriptView: a conversation, streamed. The agent's messages are Markdown, the person's plain text.
//
// Speed: appendText() costs O(part); the screen changes at most once in 16 ms, less often when frames are
// dear; only what is in sight is laid out, and only the last open block of a streaming answer is parsed and
// laid out again. At the end the view follows what arrives; scrolled up, nothing in sight moves.
//
// Keyboard: arrows, Page, Home and End scroll; with Shift they select; Ctrl+Up and Ctrl+Down go from message
// to message; Tab goes to the links and buttons of that message, Return presses them; Ctrl+A, Ctrl+C;
// Ctrl+Shift+C copies as Markdown; Esc drops the selection.
//
// Nothing is loaded and no link is opened here. GUI thread only.
#pragma once

#include <memory>
#include <optional>
#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>
#include <set>
#include <vector>

#include "ui/widgets/transcript/transcript_layout.h"
#include "ui/widgets/transcript/transcript_message.h"
#include "ui/widgets/transcript/transcript_palette.h"
#include "ui/widgets/transcript/transcript_search.h"
#include "ui/widgets/transcript/transcript_selection.h"
#include "ui/widgets/transcript/transcript_targets.h"

class QMenu;
class QToolButton;

namespace aiagent::widgets {

class MessageActionBar;

class TranscriptView : public QAbstractScrollArea {
  Q_OBJECT

 public:
  explicit TranscriptView(QWidget* parent = nullptr);
  ~TranscriptView() override;

  // Without it, colours come from the widget's palette and follow it.
  void setColors(const TranscriptPalette& colors);
  // The system's fixed font unless set. The body font is the widget's.
  void setFixedFont(const QFont& font);

  // Ids are the page's; a message whose id is already there is ignored. Everything below that takes an id
  // does nothing when there is no such message.
  void addMessage(TranscriptMessage message);
  void setMessages(std::vector<TranscriptMessage> messages);
  void appendText(const QString& id, QStringView part);
  void replaceText(const QString& id, QStringView text);
  void setTitle(const QString& id, const QString& title);
  void setMeta(const QString& id, const QString& meta);
  // `note` says why, for Failed and Interrupted. Announced to assistive technology, as the end of an answer
  // is.
  void setState(const QString& id, MessageState state, const QString& note = {});
  void setActions(const QString& id, unsigned actions);
  void setCollapsed(const QString& id, bool collapsed);
  void clear();

  int messageCount() const { return m_layout.size(); }
  // Exactly the text that was given.
  QString plainText(const QString& id) const;

  bool hasSelection() const { return !m_selection.isEmpty(); }
  QString selectedText(CopyForm form = CopyForm::Plain);
  void selectAll();
  void clearSelection();
  void copy(CopyForm form = CopyForm::Plain);

  // Marks what is found and goes to the first match from what is in sight. Empty: ends the search.
  void setFindText(const QString& text);
  void findNext();
  void findPrevious();

  bool isAtLatest() const { return m_layout.followsEnd(); }
  void jumpToLatest();

  QSize sizeHint() const override;

  // For the accessibility interface and for tests.
  TranscriptLayout& transcriptLayout() { return m_layout; }
  QRect messageRect(int index) const;  // in the viewport; empty when out of sight
  int currentMessage() const { return m_current; }
  void setCurrentMessage(int index);
  std::optional<TranscriptTarget> focusedTarget() const { return m_target; }
  QPoint pointOf(const TextPosition& place);
  // Applies pending changes now instead of at the next frame.
  void flush();

 Q_SIGNALS:
  void linkActivated(const QUrl& address);
  void copyRequested(const QString& id);
  void editRequested(const QString& id);
  void retryRequested(const QString& id);
  void selectionChanged();
  // `current` counts from 1, 0 when none; `complete` when all messages are searched.
  void findChanged(int current, int total, bool complete);
  void latestReached(bool atLatest);
  // Assistive technology was told: the beginning or end of an answer, or a failure. Never per token.
  void announced(const QString& id, const QString& what);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  void buildOverlays();
  void restyle();
  void touch(int index);
  void schedule();
  void frame();
  void applyChanges();
  void updateChangedArea(const std::vector<TranscriptLayout::VisibleRow>& before,
                         const std::set<int>& changed);
  void syncScrollBar();
  void placeOverlays();
  void placeActionBar();
  void announce(int index, const QString& what);

  void paintEntry(QPainter& painter, int index, const QRect& clip);
  void paintHeader(QPainter& painter, const TranscriptEntry& entry, int index, int y);
  void paintFooter(QPainter& painter, const TranscriptEntry& entry, int y);
  void paintPiece(QPainter& painter, const TranscriptLayout::VisibleRow& row, const QRect& clip);

  TextPosition positionAt(const QPoint& point);
  void setSelection(const TranscriptSelection& selection);
  void extendSelection(const QPoint& point);
  void autoScroll();
  bool selectByKey(QKeyEvent* event);
  bool scrollByKey(QKeyEvent* event);
  bool commandByKey(QKeyEvent* event);
  void moveSelection(CaretMove move, int direction);
  void hover(const QPoint& point);
  void setTarget(std::optional<TranscriptTarget> target);
  void activate(const TranscriptTarget& target);
  void toggle(int index);
  void revealCaret();
  void revealTarget();
  void fillContextMenu(QMenu& menu, const QPoint& point);
  void searchStep();
  void goToMatch(int direction, bool fromHere);
  void reportSearch();
  int indexAt(const QPoint& point) const;
  void onAction(unsigned action);

  TranscriptLayout m_layout;
  std::optional<TranscriptPalette> m_colors;
  std::optional<QFont> m_fixedFont;

  std::set<int> m_dirty;  // messages changed since the last frame
  QTimer m_frameTimer;
  QElapsedTimer m_sinceFrame;
  qint64 m_frameCost = 0;  // nanoseconds, with painting
  bool m_everythingChanged = true;
  bool m_settingBar = false;
  std::int64_t m_offset = 0;  // what the scroll bar was set to

  TranscriptSelection m_selection;
  enum class Dragging { None, Characters, Words, Blocks } m_dragging = Dragging::None;
  TranscriptSelection m_dragOrigin;
  std::optional<TranscriptTarget> m_pressed;
  QPoint m_pressedAt;
  QElapsedTimer m_sinceDoubleClick;
  QTimer m_autoScroll;
  double m_caretX = -1;  // kept while the caret moves by lines

  std::optional<TranscriptTarget> m_hovered;
  int m_hoveredMessage = -1;
  int m_current = -1;
  std::optional<TranscriptTarget> m_target;

  TranscriptSearch m_search;
  std::optional<TranscriptMatch> m_match;
  bool m_matchWanted = false;  // go to the first match as soon as one is found
  QTimer m_searchTimer;

  MessageActionBar* m_actionBar = nullptr;
  QToolButton* m_latestButton = nullptr;
};

}  // namespace aiagent::widgets
