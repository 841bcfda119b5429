#include "ui/pages/agent_row_painter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include "ui/format/human.h"
#include "ui/viewmodels/agent_list_model.h"
#include "ui/widgets/controls/row_canvas.h"

namespace aiagent::ui {
namespace {

constexpr int kAbove = 8;
constexpr int kMark = 8;  // diameter of the draft mark
constexpr QChar kHitBegin(0x02);
constexpr QChar kHitEnd(0x03);

struct Snippet {
  QString text;
  QList<QTextLayout::FormatRange> hits;
};

// Matched words come between two control characters; they are taken out and become marked ranges.
Snippet parseSnippet(const QString& marked, const QTextCharFormat& format) {
  Snippet snippet;
  int begin = -1;
  for (const QChar character : marked.simplified()) {
    if (character == kHitBegin) {
      begin = int(snippet.text.size());
    } else if (character == kHitEnd) {
      if (begin >= 0)
        snippet.hits << QTextLayout::FormatRange{begin, int(snippet.text.size()) - begin, format};
      begin = -1;
    } else {
      snippet.text += character;
    }
  }
  return snippet;
}

// One line that is cut with an ellipsis and keeps its marks.
void drawLine(QPainter& painter, const QRect& rect, const QFont& font, Qt::LayoutDirection direction,
              Snippet snippet) {
  const QFontMetrics metrics(font);
  snippet.text = metrics.elidedText(snippet.text, Qt::ElideRight, rect.width());
  QTextLayout layout(snippet.text, font);
  layout.setFormats(snippet.hits);
  QTextOption option(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
  option.setWrapMode(QTextOption::NoWrap);
  layout.setTextOption(option);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  line.setLineWidth(rect.width());
  layout.endLayout();
  layout.draw(&painter, rect.topLeft());
}

// Where the words were found, else what the agent is for and its tags.
Snippet secondLine(const QModelIndex& index, const Tokens& tokens) {
  QTextCharFormat hit;
  hit.setFontWeight(QFont::DemiBold);
  hit.setForeground(tokens.text);
  hit.setBackground(tokens.accentSoft);
  Snippet snippet = parseSnippet(index.data(AgentListModel::SnippetRole).toString(), hit);
  if (!snippet.text.isEmpty()) return snippet;
  QStringList words;
  if (const QString description =
          index.data(AgentListModel::DescriptionRole).toString().left(300).simplified();
      !description.isEmpty())
    words << description;
  for (const auto& tag : index.data(AgentListModel::TagsRole).toStringList()) words << QLatin1Char('#') + tag;
  return {words.join(QStringLiteral("  ")), {}};
}

// A dot and the word at the end of `line`, which loses that room.
void drawDraftMark(QPainter& painter, RowCanvas& canvas, QRect& line) {
  const QString word = AgentRowPainter::tr("draft");
  const int width = canvas.smallMetrics().horizontalAdvance(word);
  const QRect text(line.right() - width + 1, line.top(), width, line.height());
  canvas.text(text, word, canvas.small(), canvas.tokens().caution);
  const QRect dot(text.left() - kMark - 4, line.center().y() - kMark / 2 + 1, kMark, kMark);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(canvas.tokens().caution);
  painter.setPen(Qt::NoPen);
  painter.drawEllipse(canvas.mirrored(dot));
  line.setRight(dot.left() - RowCanvas::kGap);
}

}  // namespace

QSize AgentRowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {120, option.fontMetrics.height() + QFontMetrics(RowCanvas::smallFont(option.font)).height() +
                   2 * kAbove + 2};
}

void AgentRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  RowCanvas canvas(*painter, option);
  const Tokens& tokens = canvas.tokens();
  const QRect room = option.rect.adjusted(RowCanvas::kSide, kAbove, -RowCanvas::kSide, -kAbove);
  QRect first(room.left(), room.top(), room.width(), option.fontMetrics.height());
  const QRect second(room.left(), first.bottom() + 3, room.width(), canvas.smallMetrics().height());
  if (index.data(AgentListModel::DraftRole).toBool())
    drawDraftMark(*painter, canvas, first);
  else
    canvas.textAtEnd(first, index.data(AgentListModel::WhenRole).toString());
  if (index.data(AgentListModel::ArchivedRole).toBool()) {
    const int picture = option.decorationSize.width();
    canvas.icon(QRect(first.left(), first.center().y() - picture / 2, picture, picture),
                QStringLiteral("archive-insert"));
    first.setLeft(first.left() + picture + 4);
  }
  const QString name = index.data().toString().simplified();
  painter->setPen(name.isEmpty() ? tokens.muted : tokens.text);
  drawLine(*painter, canvas.mirrored(first), option.font, option.direction,
           {name.isEmpty() ? tr("(no name)") : name, {}});
  painter->setPen(tokens.muted);
  drawLine(*painter, canvas.mirrored(second), canvas.small(), option.direction, secondLine(index, tokens));
}

bool AgentRowPainter::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                const QStyleOptionViewItem& option, const QModelIndex& index) {
  if (event->type() != QEvent::ToolTip || !index.isValid())
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  QStringList lines{index.data().toString()};
  if (const QString text = index.data(AgentListModel::DescriptionRole).toString().left(500); !text.isEmpty())
    lines << text;
  if (const auto tags = index.data(AgentListModel::TagsRole).toStringList(); !tags.isEmpty())
    lines << tr("Tags: %1").arg(tags.join(QStringLiteral(", ")));
  lines << tr("Saved: %1")
               .arg(format::exactTime(
                   base::wallTimeFromMillis(index.data(AgentListModel::UpdatedRole).toLongLong())));
  QToolTip::showText(
      event->globalPos(),
      lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")), view);
  return true;
}

}  // namespace aiagent::ui
