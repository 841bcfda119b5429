#include "ui/pages/agent_row_painter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include "ui/format/human.h"
#include "ui/viewmodels/agent_list_model.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr int kSide = 12;
constexpr int kAbove = 8;
constexpr int kMark = 8;  // diameter of the draft mark
constexpr QChar kHitBegin(0x02);
constexpr QChar kHitEnd(0x03);

QFont smallFont(const QFont& font) {
  QFont small = font;
  small.setPointSizeF(font.pointSizeF() * 0.9);
  return small;
}

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

struct RowLayout {
  QRect name, meta, text;
};

}  // namespace

QSize AgentRowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {120, option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height() + 2 * kAbove + 2};
}

void AgentRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const Tokens tokens = tokensFor(option.palette);
  const bool selected = option.state & QStyle::State_Selected;
  const bool hovered = option.state & QStyle::State_MouseOver;
  painter->save();
  painter->setClipRect(option.rect);
  if (selected || hovered)
    painter->fillRect(option.rect,
                      selected ? tokens.accentSoft : blended(tokens.surface, tokens.accent, 0.07));
  const auto visual = [&](const QRect& rect) {
    return QStyle::visualRect(option.direction, option.rect, rect);
  };
  if (selected)
    painter->fillRect(visual(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                      tokens.accent);

  const QFont small = smallFont(option.font);
  const QFontMetrics smallMetrics(small);
  QRect room = option.rect.adjusted(kSide, kAbove, -kSide, -kAbove);
  QRect first(room.left(), room.top(), room.width(), option.fontMetrics.height());
  const QRect second(room.left(), first.bottom() + 3, room.width(), smallMetrics.height());

  // at the end of the first line: the draft mark, or how long ago it was saved
  const bool draft = index.data(AgentListModel::DraftRole).toBool();
  const QString side = draft ? tr("draft") : index.data(AgentListModel::WhenRole).toString();
  const int sideWidth = smallMetrics.horizontalAdvance(side);
  const QRect sideRect(first.right() - sideWidth + 1, first.top(), sideWidth, first.height());
  painter->setFont(small);
  painter->setPen(draft ? tokens.caution : tokens.muted);
  painter->drawText(visual(sideRect), Qt::AlignVCenter | Qt::AlignLeft, side);
  int nameEnd = sideRect.left() - kAbove;
  if (draft) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(tokens.caution);
    painter->setPen(Qt::NoPen);
    const QRect dot(sideRect.left() - kMark - 4, first.center().y() - kMark / 2 + 1, kMark, kMark);
    painter->drawEllipse(visual(dot));
    nameEnd = dot.left() - kAbove;
  }
  first.setRight(nameEnd);
  if (index.data(AgentListModel::ArchivedRole).toBool()) {
    const int picture = option.decorationSize.width();
    icon(QStringLiteral("archive-insert"))
        .paint(painter, visual(QRect(first.left(), first.center().y() - picture / 2, picture, picture)));
    first.setLeft(first.left() + picture + 4);
  }
  const QString name = index.data().toString().simplified();
  painter->setFont(option.font);
  painter->setPen(name.isEmpty() ? tokens.muted : tokens.text);
  drawLine(*painter, visual(first), option.font, option.direction,
           {name.isEmpty() ? tr("(no name)") : name, {}});

  QTextCharFormat hit;
  hit.setFontWeight(QFont::DemiBold);
  hit.setForeground(tokens.text);
  hit.setBackground(tokens.accentSoft);
  Snippet snippet = parseSnippet(index.data(AgentListModel::SnippetRole).toString(), hit);
  if (snippet.text.isEmpty()) {
    const QStringList tags = index.data(AgentListModel::TagsRole).toStringList();
    QStringList words;
    if (const QString description =
            index.data(AgentListModel::DescriptionRole).toString().left(300).simplified();
        !description.isEmpty())
      words << description;
    for (const auto& tag : tags) words << QLatin1Char('#') + tag;
    snippet.text = words.join(QStringLiteral("  "));
  }
  painter->setPen(tokens.muted);
  drawLine(*painter, visual(second), small, option.direction, std::move(snippet));

  if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
    painter->setBrush(Qt::NoBrush);
    painter->setPen(tokens.accent);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
  }
  painter->restore();
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
