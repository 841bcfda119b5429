// TranscriptStyle: fonts, measures and colours, derived once per font, width and theme.
#pragma once

#include <QFont>
#include <QString>

#include "ui/widgets/transcript/transcript_palette.h"

namespace aiagent::widgets {

struct TranscriptStyle {
  // All measures are logical pixels and, but for those of the fonts, multiples of four.
  static constexpr int kTiny = 4;
  static constexpr int kSmall = 8;
  static constexpr int kBlockGap = 12;
  static constexpr int kSectionGap = 20;
  static constexpr int kIndent = 24;
  static constexpr int kQuoteIndent = 16;
  static constexpr int kPadding = 12;  // of boxes
  static constexpr int kMargin = 24;   // at the sides
  static constexpr int kColumnChars = 80;

  TranscriptPalette colors;
  QFont body, fixed, meta, title;
  QFont headings[6];
  int lineHeight = 0;  // 1.4 times the size of the font
  int codeLineHeight = 0;
  int metaLineHeight = 0;
  double charWidth = 0;  // on average
  double codeCharWidth = 0;
  double devicePixelRatio = 1;
  int columnLeft = 0;
  int columnWidth = 0;
  Qt::LayoutDirection direction = Qt::LeftToRight;

  static TranscriptStyle make(const QFont& body, const QFont& fixed, const TranscriptPalette& colors);
  // Places the text column in a viewport of that width.
  void setViewportWidth(int width);
  static int lineHeightOf(const QFont& font);
};

}  // namespace aiagent::widgets
