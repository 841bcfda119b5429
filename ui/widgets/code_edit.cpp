#include "ui/widgets/code_edit.h"

#include <algorithm>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/markdown/code_tokenizer.h"

namespace aiagent::widgets {
namespace {

constexpr int kSide = 8;              // blank on both sides of the numbers
constexpr int kLongestLine = 20'000;  // characters; longer lines are not marked

QColor colorOf(markdown::TokenKind kind, const EditPalette& colors) {
  switch (kind) {
    case markdown::TokenKind::Keyword: return colors.keyword;
    case markdown::TokenKind::String:
    case markdown::TokenKind::Added: return colors.string;
    case markdown::TokenKind::Number: return colors.number;
    case markdown::TokenKind::Comment: return colors.comment;
    case markdown::TokenKind::Key: return colors.key;
    case markdown::TokenKind::Removed: return colors.error;
  }
  return colors.keyword;
}

}  // namespace

CodeEdit::CodeEdit(QWidget* parent)
    : PlainEdit(parent), m_numbers(new QWidget(this)), m_language(QStringLiteral("json")) {
  setAccessibleName(tr("Code"));
  setLineWrapMode(QPlainTextEdit::NoWrap);
  m_numbers->installEventFilter(this);
  m_numbers->setAttribute(Qt::WA_TransparentForMouseEvents);
  setFont(ui::fixedFont());
  measureTabs();
  connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::placeNumbers);
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int dy) {
    if (dy != 0) {
      m_numbers->scroll(0, dy);
    } else {
      m_numbers->update(0, area.y(), m_numbers->width(), area.height());
    }
  });
  connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEdit::markSoon);
  placeNumbers();
}

void CodeEdit::measureTabs() {
  setTabStopDistance(2 * QFontMetricsF(font()).horizontalAdvance(QLatin1Char(' ')));
}

void CodeEdit::setLanguage(const QString& name) {
  m_language = name;
  markSoon();
}

void CodeEdit::setError(int line, const QString& message) {
  m_errorLine = line;
  m_error = message;
  setAccessibleDescription(line > 0 ? tr("Line %1: %2").arg(line).arg(message) : QString());
  markSoon();
  m_numbers->update();
}

int CodeEdit::lineNumberWidth() const {
  const int digits = std::max(2, int(QString::number(std::max(1, blockCount())).size()));
  return int(fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits) + 2 * kSide;
}

void CodeEdit::placeNumbers() {
  const int width = lineNumberWidth();
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  setViewportMargins(mirrored ? 0 : width, 0, mirrored ? width : 0, 0);
  const QRect area = contentsRect();
  m_numbers->setGeometry(mirrored ? area.right() - width + 1 : area.left(), area.top(), width, area.height());
}

void CodeEdit::paintNumbers() {
  QPainter painter(m_numbers);
  painter.fillRect(m_numbers->rect(), palette().color(QPalette::Base));
  painter.setFont(font());
  double top = 0;
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    top = area.top();
    if (top > m_numbers->height()) break;
    const bool wrong = block.blockNumber() + 1 == m_errorLine;
    painter.setPen(wrong ? colors().error : colors().lineNumber);
    const QString number =
        (wrong ? QStringLiteral("\u2715") : QString()) + QString::number(block.blockNumber() + 1);
    painter.drawText(QRectF(0, top, m_numbers->width() - kSide, fontMetrics().height()), int(Qt::AlignRight),
                     number);
  }
}

bool CodeEdit::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_numbers && event->type() == QEvent::Paint) {
    paintNumbers();
    return true;
  }
  return PlainEdit::eventFilter(watched, event);
}

CodeEdit::Marks CodeEdit::marks(const QTextBlock& first, const QTextBlock& last) const {
  Marks found;
  if (!isReadOnly()) {
    QTextCharFormat line;
    line.setBackground(colors().currentLine);
    line.setProperty(QTextFormat::FullWidthSelection, true);
    found.append(mark(textCursor().position(), textCursor().position(), line));
  }
  const auto* language = markdown::findLanguage(m_language);
  std::vector<markdown::CodeToken> tokens;
  int state = 0;
  for (QTextBlock block = first; block.isValid(); block = block.next()) {
    tokens.clear();
    if (block.length() <= kLongestLine)
      state = markdown::tokenizeLine(language, block.text(), state, &tokens);
    for (const auto& token : tokens) {
      QTextCharFormat format;
      format.setForeground(colorOf(token.kind, colors()));
      found.append(mark(block.position() + token.from, block.position() + token.from + token.length, format));
    }
    if (block.blockNumber() + 1 == m_errorLine) {
      QTextCharFormat format;
      format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
      format.setUnderlineColor(colors().error);
      const QString text = block.text();
      const auto isBlank = [](QChar c) { return c.isSpace(); };
      const auto indent = std::find_if_not(text.begin(), text.end(), isBlank) - text.begin();
      found.append(mark(block.position() + int(indent), block.position() + block.length() - 1, format));
    }
    if (block == last) break;
  }
  return found;
}

void CodeEdit::keyPressEvent(QKeyEvent* event) {
  if (isReadOnly()) return PlainEdit::keyPressEvent(event);
  if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier && !tabChangesFocus())
    return textCursor().insertText(QStringLiteral("  "));
  const bool plainReturn = event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier;
  if (!plainReturn) return PlainEdit::keyPressEvent(event);
  QTextCursor cursor = textCursor();
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  qsizetype indent = 0;
  while (indent < before.size() && (before[indent] == u' ' || before[indent] == u'\t')) ++indent;
  const bool opens = before.endsWith(u'{') || before.endsWith(u'[');
  cursor.insertText(QLatin1Char('\n') + before.left(indent) + (opens ? QStringLiteral("  ") : QString()));
  ensureCursorVisible();
}

void CodeEdit::resizeEvent(QResizeEvent* event) {
  PlainEdit::resizeEvent(event);
  placeNumbers();
}

void CodeEdit::changeEvent(QEvent* event) {
  PlainEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange) {
    measureTabs();
    placeNumbers();
  }
  if (event->type() == QEvent::LayoutDirectionChange) placeNumbers();
}

bool CodeEdit::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    auto* help = static_cast<QHelpEvent*>(event);
    const int line = cursorForPosition(help->pos()).blockNumber() + 1;
    const QString text = line == m_errorLine
                             ? QLatin1String("<qt>") + m_error.toHtmlEscaped() + QLatin1String("</qt>")
                             : QString();
    QToolTip::showText(help->globalPos(), text, this);
    return true;
  }
  return PlainEdit::viewportEvent(event);
}

}  // namespace aiagent::widgets
