#include "ui/widgets/diff_view.h"

#include <algorithm>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTextBlock>

#include "ui/widgets/controls/tokens.h"

namespace aiagent::widgets {
namespace {

using Kind = DiffPiece::Kind;

constexpr std::size_t kContextLines = 3;
constexpr std::size_t kLeastFolded = 3;     // fewer lines are not worth a fold
constexpr qsizetype kMostDescribed = 2000;  // characters told to a screen reader at once
constexpr int kFoldState = 100;             // and above: the number of the fold

const QString& lineEndMark() {
  static const QString mark = QStringLiteral("↵");
  return mark;
}

// What the block's user state says: a line's kind, or kFoldState + its fold.
bool isFold(const QTextBlock& block) {
  return block.userState() >= kFoldState;
}

}  // namespace

DiffView::DiffView(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new QWidget(this)) {
  setReadOnly(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  setUndoRedoEnabled(false);
  setTabChangesFocus(true);
  setFrameShape(QFrame::NoFrame);
  document()->setDocumentMargin(8);
  setAccessibleName(tr("Differences"));
  m_gutter->installEventFilter(this);
  setViewportMargins(gutterWidth(), 0, 0, 0);
  connect(this, &QPlainTextEdit::updateRequest, this, [this] { m_gutter->update(); });
}

void DiffView::setSections(const QList<DiffSection>& sections) {
  if (sections == m_sections) return;
  m_sections = sections;
  readLines();
  write();
  describe();
}

// ---------------------------------------------------------------- reading

void DiffView::readLines() {
  m_lines.clear();
  for (const auto& section : m_sections) readSection(section);
}

void DiffView::readSection(const DiffSection& section) {
  if (!section.title.isEmpty()) m_lines.push_back({Line::Kind::Title, {{Kind::Same, section.title}}});
  Line line;
  bool removed = false, added = false, same = false;
  const auto end = [&] {
    line.kind = (removed && added) || ((removed || added) && same) ? Line::Kind::Both
                : removed                                          ? Line::Kind::Removed
                : added                                            ? Line::Kind::Added
                                                                   : Line::Kind::Same;
    m_lines.push_back(std::move(line));
    line = {};
    removed = added = same = false;
  };
  for (const auto& piece : section.pieces) {
    qsizetype from = 0;
    while (from < piece.text.size()) {
      const auto lineEnd = piece.text.indexOf(QLatin1Char('\n'), from);
      QString text = piece.text.mid(from, lineEnd < 0 ? -1 : lineEnd - from);
      if (text.endsWith(QLatin1Char('\r'))) text.chop(1);
      // An end of line that came or went would not be seen.
      if (text.isEmpty() && piece.kind != Kind::Same) text = lineEndMark();
      if (!text.isEmpty()) {
        removed = removed || piece.kind == Kind::Removed;
        added = added || piece.kind == Kind::Added;
        same = same || piece.kind == Kind::Same;
        line.pieces.push_back({piece.kind, text});
      }
      if (lineEnd < 0) break;
      end();
      from = lineEnd + 1;
    }
  }
  if (!line.pieces.isEmpty()) end();
}

// ---------------------------------------------------------------- writing

void DiffView::write() {
  m_folds.clear();
  m_empty = true;
  clear();
  QTextCursor cursor(document());
  cursor.beginEditBlock();
  for (std::size_t at = 0; at < m_lines.size();) {
    std::size_t end = at;
    while (end < m_lines.size() && m_lines[end].kind == Line::Kind::Same) ++end;
    if (end > at)
      writeSame(cursor, at, end);
    else
      writeLines(cursor, at, ++end);
    at = end;
  }
  cursor.endEditBlock();
  moveCursor(QTextCursor::Start);
  m_gutter->update();
}

// Unchanged lines: those near a change, and a fold for the rest.
void DiffView::writeSame(QTextCursor& cursor, std::size_t begin, std::size_t end) {
  const auto isChange = [&](std::size_t line) { return m_lines[line].kind != Line::Kind::Title; };
  const std::size_t head = begin > 0 && isChange(begin - 1) ? kContextLines : 0;
  const std::size_t tail = end < m_lines.size() && isChange(end) ? kContextLines : 0;
  if (end - begin < head + tail + kLeastFolded) return writeLines(cursor, begin, end);
  writeLines(cursor, begin, begin + head);
  writeFold(cursor, {begin + head, end - tail});
  writeLines(cursor, end - tail, end);
}

void DiffView::newBlock(QTextCursor& cursor, int state) {
  if (!m_empty) cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
  m_empty = false;
  cursor.block().setUserState(state);
}

void DiffView::writeLines(QTextCursor& cursor, std::size_t begin, std::size_t end) {
  const auto tokens = ui::tokensFor(palette());
  QTextCharFormat plain, title, removed, added;
  title.setFontWeight(QFont::DemiBold);
  removed.setFontStrikeOut(true);
  removed.setForeground(tokens.negative);
  removed.setBackground(tokens.negativeSoft);
  added.setFontUnderline(true);
  added.setForeground(tokens.positive);
  added.setBackground(tokens.positiveSoft);
  for (std::size_t i = begin; i < end; ++i) {
    const bool isTitle = m_lines[i].kind == Line::Kind::Title;
    if (isTitle && !m_empty) newBlock(cursor, int(Line::Kind::Same));  // air above
    newBlock(cursor, int(m_lines[i].kind));
    for (const auto& [kind, text] : m_lines[i].pieces)
      cursor.insertText(text, isTitle                 ? title
                              : kind == Kind::Removed ? removed
                              : kind == Kind::Added   ? added
                                                      : plain);
  }
}

void DiffView::writeFold(QTextCursor& cursor, const Fold& fold) {
  newBlock(cursor, kFoldState + int(m_folds.size()));
  m_folds.push_back(fold);
  QTextCharFormat muted;
  muted.setForeground(ui::tokensFor(palette()).muted);
  muted.setFontItalic(true);
  cursor.insertText(tr("%1 unchanged lines").arg(fold.end - fold.begin), muted);
}

bool DiffView::openFold(const QTextBlock& block) {
  if (!isFold(block)) return false;
  const Fold fold = m_folds[std::size_t(block.userState() - kFoldState)];
  QTextCursor cursor(block);
  const int place = cursor.position();
  cursor.beginEditBlock();
  cursor.select(QTextCursor::BlockUnderCursor);
  // The block goes with its beginning; the lines that were folded make their own.
  const bool first = block.blockNumber() == 0;
  cursor.removeSelectedText();
  m_empty = first;
  writeLines(cursor, fold.begin, fold.end);
  m_empty = false;
  cursor.endEditBlock();
  QTextCursor caret(document());
  caret.setPosition(place);
  setTextCursor(caret);
  return true;
}

void DiffView::describe() {
  QStringList told;
  qsizetype size = 0;
  for (const auto& section : m_sections) {
    QString words = section.title;
    for (const auto& piece : section.pieces) {
      if (piece.kind == Kind::Same || size > kMostDescribed) continue;
      const QString text = piece.text.left(kMostDescribed).simplified();
      if (!words.isEmpty()) words += QLatin1Char(' ');
      words += piece.kind == Kind::Removed ? tr("removed: %1,").arg(text) : tr("added: %1,").arg(text);
      size += text.size();
    }
    if (words.endsWith(QLatin1Char(','))) words.chop(1);
    told << words;
  }
  setAccessibleDescription(told.join(QStringLiteral(". ")));
}

// ---------------------------------------------------------------- keys and mouse

void DiffView::goToChange(int step) {
  const auto isChange = [](const QTextBlock& block) {
    const int state = block.userState();
    return state == int(Line::Kind::Removed) || state == int(Line::Kind::Added) ||
           state == int(Line::Kind::Both);
  };
  const auto next = [step](const QTextBlock& block) { return step > 0 ? block.next() : block.previous(); };
  QTextBlock block = textCursor().block();
  while (block.isValid() && isChange(block)) block = next(block);  // out of the one the caret is in
  while (block.isValid() && !isChange(block)) block = next(block);
  if (!block.isValid()) {
    block = textCursor().block();
    if (step > 0 || isChange(block)) return;
  }
  while (step < 0 && block.previous().isValid() && isChange(block.previous())) block = block.previous();
  setTextCursor(QTextCursor(block));
  ensureCursorVisible();
}

void DiffView::keyPressEvent(QKeyEvent* event) {
  const bool alt = event->modifiers() == Qt::AltModifier;
  if (alt && event->key() == Qt::Key_Down) return goToChange(1);
  if (alt && event->key() == Qt::Key_Up) return goToChange(-1);
  const bool opens =
      event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (opens && openFold(textCursor().block())) return;
  if (event->matches(QKeySequence::Copy) && !textCursor().hasSelection()) {
    selectAll();
    copy();
    textCursor().clearSelection();
    moveCursor(QTextCursor::Start);
    return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

void DiffView::mouseReleaseEvent(QMouseEvent* event) {
  QPlainTextEdit::mouseReleaseEvent(event);
  if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
    openFold(cursorForPosition(event->pos()).block());
}

QString DiffView::markedText() const {
  QString marked;
  const auto line = [&](QLatin1String mark, const Line& from, Kind without) {
    marked += mark;
    for (const auto& piece : from.pieces)
      if (piece.kind != without && !(piece.text == lineEndMark() && piece.kind != Kind::Same))
        marked += piece.text;
    marked += QLatin1Char('\n');
  };
  for (const auto& from : m_lines) {
    switch (from.kind) {
      case Line::Kind::Title: line(QLatin1String(""), from, Kind::Added); break;
      case Line::Kind::Same: line(QLatin1String("  "), from, Kind::Added); break;
      case Line::Kind::Removed: line(QLatin1String("- "), from, Kind::Added); break;
      case Line::Kind::Added: line(QLatin1String("+ "), from, Kind::Removed); break;
      case Line::Kind::Both:
        line(QLatin1String("- "), from, Kind::Added);
        line(QLatin1String("+ "), from, Kind::Removed);
        break;
    }
  }
  return marked;
}

QMimeData* DiffView::createMimeDataFromSelection() const {
  const QTextCursor selected = textCursor();
  auto* data = new QMimeData;
  const bool all =
      selected.selectionStart() == 0 && selected.selectionEnd() == document()->characterCount() - 1;
  if (all) {
    data->setText(markedText());
    return data;
  }
  // What is there now; where only what was removed is selected, that.
  QString text;
  for (QTextBlock block = document()->findBlock(selected.selectionStart());
       block.isValid() && block.position() <= selected.selectionEnd(); block = block.next()) {
    if (block.userState() == int(Line::Kind::Removed) || isFold(block)) continue;
    if (!text.isEmpty()) text += QLatin1Char('\n');
    for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
      if (piece.fragment().charFormat().fontStrikeOut()) continue;
      const int from = std::max(piece.fragment().position(), selected.selectionStart());
      const int to =
          std::min(piece.fragment().position() + piece.fragment().length(), selected.selectionEnd());
      if (to > from) text += piece.fragment().text().mid(from - piece.fragment().position(), to - from);
    }
  }
  if (text.trimmed().isEmpty())
    text = selected.selectedText().replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
  data->setText(text);
  return data;
}

// ---------------------------------------------------------------- gutter

int DiffView::gutterWidth() const {
  return fontMetrics().horizontalAdvance(QStringLiteral("±")) + 12;
}

void DiffView::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  const QRect inner = contentsRect();
  m_gutter->setGeometry(QStyle::visualRect(layoutDirection(), inner,
                                           QRect(inner.left(), inner.top(), gutterWidth(), inner.height())));
}

void DiffView::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange) setViewportMargins(gutterWidth(), 0, 0, 0);
  if (event->type() == QEvent::PaletteChange) write();
}

bool DiffView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_gutter && event->type() == QEvent::Paint) {
    paintGutter();
    return true;
  }
  return QPlainTextEdit::eventFilter(watched, event);
}

void DiffView::paintGutter() {
  const auto tokens = ui::tokensFor(palette());
  QPainter painter(m_gutter);
  painter.fillRect(m_gutter->rect(), tokens.surface);
  painter.setFont(font());
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    if (place.top() > m_gutter->height()) break;
    QChar mark;
    if (block.userState() == int(Line::Kind::Removed)) mark = QChar(0x2212);  // minus
    if (block.userState() == int(Line::Kind::Added)) mark = QLatin1Char('+');
    if (block.userState() == int(Line::Kind::Both)) mark = QChar(0xb1);
    if (isFold(block)) mark = QChar(0x22ef);  // three dots in the middle
    if (mark.isNull()) continue;
    painter.setPen(mark == QChar(0x2212)      ? tokens.negative
                   : mark == QLatin1Char('+') ? tokens.positive
                                              : tokens.muted);
    painter.drawText(QRectF(0, place.top(), m_gutter->width(), fontMetrics().lineSpacing()), Qt::AlignCenter,
                     QString(mark));
  }
}

}  // namespace aiagent::widgets
