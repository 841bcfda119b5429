#include "ui/widgets/transcript/transcript_style.h"

#include <algorithm>
#include <cmath>
#include <QFontInfo>
#include <QFontMetricsF>

namespace aiagent::widgets {
namespace {

QFont scaled(const QFont& font, double factor, QFont::Weight weight = QFont::Normal) {
  QFont result = font;
  if (font.pointSizeF() > 0) {
    result.setPointSizeF(font.pointSizeF() * factor);
  } else {
    result.setPixelSize(int(std::lround(font.pixelSize() * factor)));
  }
  if (weight != QFont::Normal) result.setWeight(weight);
  return result;
}

}  // namespace

// Fonts differ in how much air their own line has: the size of the letters decides, not the font's wish,
// unless it wants more.
int TranscriptStyle::lineHeightOf(const QFont& font) {
  const double size = QFontInfo(font).pixelSize();
  return int(std::ceil(std::max(size * 1.4, QFontMetricsF(font).height())));
}

TranscriptStyle TranscriptStyle::make(const QFont& body, const QFont& fixed,
                                      const TranscriptPalette& colors) {
  TranscriptStyle style;
  style.colors = colors;
  style.body = body;
  style.fixed = fixed;
  style.meta = scaled(body, 0.9);
  style.title = scaled(body, 1.0, QFont::DemiBold);
  const double factors[] = {1.4, 1.25, 1.1, 1.0, 1.0, 1.0};
  for (int i = 0; i < 6; ++i) style.headings[i] = scaled(body, factors[i], QFont::DemiBold);
  style.lineHeight = lineHeightOf(body);
  style.codeLineHeight = lineHeightOf(fixed);
  style.metaLineHeight = lineHeightOf(style.meta);
  style.charWidth = QFontMetricsF(body).averageCharWidth();
  style.codeCharWidth = QFontMetricsF(fixed).averageCharWidth();
  return style;
}

void TranscriptStyle::setViewportWidth(int width) {
  const int widest = int(charWidth * kColumnChars);
  columnWidth = std::clamp(width - 2 * kMargin, 80, std::max(80, widest));
  columnLeft = std::max(kMargin, (width - columnWidth) / 2);
}

}  // namespace aiagent::widgets
