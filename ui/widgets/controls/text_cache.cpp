#include "ui/widgets/controls/text_cache.h"

#include <QFontMetrics>
#include <QStyle>
#include <QTextOption>

namespace aiagent::ui {
namespace {

constexpr qsizetype kLongest = 1'000;

QString oneLine(QString text) {
  text.truncate(kLongest);
  for (auto& c : text)
    if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
      c = u' ';
  return text;
}

}  // namespace

const QStaticText& TextCache::line(const QString& text, int width, Qt::LayoutDirection direction,
                                   const QFont& font) {
  const Key key{text, width};
  if (const auto* found = m_lines.object(key)) return *found;
  auto shown = oneLine(text);
  if (width >= 0) shown = QFontMetrics(font).elidedText(shown, Qt::ElideRight, width);
  auto* made = new QStaticText(shown);
  QTextOption option;
  option.setTextDirection(direction);
  option.setWrapMode(QTextOption::NoWrap);
  made->setTextFormat(Qt::PlainText);
  made->setTextOption(option);
  made->prepare({}, font);
  m_lines.insert(key, made);
  return *made;
}

void TextCache::draw(QPainter& painter, const QRect& room, Qt::Alignment alignment,
                     Qt::LayoutDirection direction, const QFont& font, const QString& text) {
  if (text.isEmpty() || room.width() <= 0) return;
  if (font != m_font || direction != m_direction) {
    m_lines.clear();
    m_font = font;
    m_direction = direction;
  }
  const auto* shown = &line(text, -1, direction, font);
  if (shown->size().width() > room.width()) shown = &line(text, room.width(), direction, font);
  const auto size = shown->size().toSize();
  painter.setFont(font);
  painter.drawStaticText(QStyle::alignedRect(direction, alignment, size, room).topLeft(), *shown);
}

}  // namespace aiagent::ui
