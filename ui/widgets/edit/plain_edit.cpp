#include "ui/widgets/edit/plain_edit.h"

#include <algorithm>
#include <QEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

namespace aiagent::widgets {
namespace {

constexpr qsizetype kLoadedAtOnce = 100'000;  // characters: about ten milliseconds

QString withLineEnds(QString raw) {
  return raw.replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
}

}  // namespace

PlainEdit::PlainEdit(QWidget* parent)
    : QPlainTextEdit(parent), m_colors(EditPalette::fromPalette(palette())) {
  setTabChangesFocus(true);
  document()->setDocumentMargin(8);
  m_marking.setSingleShot(true);
  m_marking.setInterval(0);
  connect(&m_marking, &QTimer::timeout, this, &PlainEdit::markVisible);
  m_loadTimer.setSingleShot(true);
  m_loadTimer.setInterval(0);
  connect(&m_loadTimer, &QTimer::timeout, this, &PlainEdit::loadSome);
  connect(this, &QPlainTextEdit::textChanged, this, [this] {
    markSoon();
    if (!m_setting) Q_EMIT textEdited();
  });
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PlainEdit::markSoon);
}

QString PlainEdit::text() const {
  return m_loading.isEmpty() ? withLineEnds(document()->toRawText()) : m_loading;
}

void PlainEdit::setText(const QString& text) {
  if (text == this->text()) return;
  m_loadTimer.stop();
  m_loading.clear();
  m_setting = true;
  if (text.size() <= 2 * kLoadedAtOnce) {
    setPlainText(text);
  } else {
    clear();
    document()->setUndoRedoEnabled(false);
    m_loading = text;
    m_loading.replace(QLatin1String("\r\n"), QLatin1String("\n"))
        .replace(QLatin1Char('\r'), QLatin1Char('\n'));
    m_loaded = 0;
    loadSome();
  }
  m_setting = false;
}

void PlainEdit::loadSome() {
  qsizetype size = std::min(kLoadedAtOnce, m_loading.size() - m_loaded);
  if (m_loading[m_loaded + size - 1].isHighSurrogate()) ++size;
  const QTextCursor caret = textCursor();
  QTextCursor end(document());
  end.movePosition(QTextCursor::End);
  m_setting = true;
  end.insertText(m_loading.mid(m_loaded, size));
  if (caret.atEnd()) moveCursor(QTextCursor::Start);  // the caret must not be pushed along
  m_setting = false;
  m_loaded += size;
  if (m_loaded < m_loading.size()) return m_loadTimer.start();
  m_loading.clear();
  document()->setUndoRedoEnabled(true);
}

void PlainEdit::finishLoading() {
  while (!m_loading.isEmpty()) loadSome();
  m_loadTimer.stop();
}

// What could change or read the document needs all of it.
bool PlainEdit::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::ContextMenu:
    case QEvent::Drop: finishLoading(); break;
    default: break;
  }
  return QPlainTextEdit::event(event);
}

void PlainEdit::setColors(const EditPalette& colors) {
  m_ownColors = false;
  if (m_colors == colors) return;
  m_colors = colors;
  markSoon();
  update();
}

void PlainEdit::markSoon() {
  if (!m_marking.isActive()) m_marking.start();
}

void PlainEdit::markVisible() {
  const QTextBlock first = firstVisibleBlock();
  if (!first.isValid()) return;
  QTextBlock last = first;
  double bottom = blockBoundingGeometry(first).translated(contentOffset()).bottom();
  while (bottom < viewport()->height() && last.next().isValid()) {
    last = last.next();
    bottom += blockBoundingRect(last).height();
  }
  setExtraSelections(marks(first, last));
}

QTextEdit::ExtraSelection PlainEdit::mark(int from, int to, const QTextCharFormat& format) const {
  QTextEdit::ExtraSelection selection;
  selection.cursor = QTextCursor(document());
  selection.cursor.setPosition(from);
  selection.cursor.setPosition(to, QTextCursor::KeepAnchor);
  selection.format = format;
  return selection;
}

void PlainEdit::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange) return;
  if (m_ownColors) m_colors = EditPalette::fromPalette(palette());
  markSoon();
}

void PlainEdit::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  markSoon();
}

void PlainEdit::showEvent(QShowEvent* event) {
  QPlainTextEdit::showEvent(event);
  markSoon();
}

bool PlainEdit::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasText();
}

void PlainEdit::insertFromMimeData(const QMimeData* source) {
  finishLoading();
  QString text = source->text();
  text.replace(QLatin1String("\r\n"), QLatin1String("\n")).remove(QChar(0));
  textCursor().insertText(text);
  ensureCursorVisible();
}

QMimeData* PlainEdit::createMimeDataFromSelection() const {
  auto* data = new QMimeData;
  data->setText(withLineEnds(textCursor().selectedText()));
  return data;
}

}  // namespace aiagent::widgets
