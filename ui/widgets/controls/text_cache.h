// TextCache: single lines of text, elided and shaped once. A table that changes several times a second paints
// the same words over and over, and shaping them is most of what that costs.
#pragma once

#include <QCache>
#include <QFont>
#include <QPainter>
#include <QStaticText>

namespace aiagent::ui {

// Call from the GUI thread.
class TextCache {
 public:
  explicit TextCache(int most = 4'096) : m_lines(most) {}

  // With the painter's pen, vertically centred; what does not fit is elided at its end. Line breaks are shown
  // as spaces, and nothing is shown of a text but its first thousand characters.
  void draw(QPainter& painter, const QRect& room, Qt::Alignment alignment, Qt::LayoutDirection direction,
            const QFont& font, const QString& text);
  int size() const { return int(m_lines.size()); }

 private:
  struct Key {
    QString text;
    int width;  // -1: whole
    bool operator==(const Key&) const = default;
    friend size_t qHash(const Key& key, size_t seed) { return qHashMulti(seed, key.text, key.width); }
  };
  const QStaticText& line(const QString& text, int width, Qt::LayoutDirection direction, const QFont& font);

  QCache<Key, QStaticText> m_lines;
  QFont m_font;  // that they were shaped in
  Qt::LayoutDirection m_direction = Qt::LeftToRight;
};

}  // namespace aiagent::ui
