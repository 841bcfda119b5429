// The colours of a transcript. The theme hands them in; fromPalette() is for where there is no theme.
#pragma once

#include <QColor>
#include <QPalette>

namespace aiagent::widgets {

struct TranscriptPalette {
  QColor background;
  QColor surface;  // behind the person's messages
  QColor raised;   // behind code
  QColor border;   // hairlines
  QColor text;
  QColor muted;  // at least 4.5:1 on all of the three backgrounds
  QColor link;
  QColor selection;
  QColor selectedText;
  QColor match;  // what a search found
  QColor currentMatch;
  QColor matchText;
  QColor focus;
  QColor negative;                                               // failed
  QColor caution;                                                // interrupted
  QColor keyword, string, number, comment, key, added, removed;  // in code

  bool operator==(const TranscriptPalette&) const = default;

  static TranscriptPalette fromPalette(const QPalette& palette);
};

// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
double contrastRatio(const QColor& a, const QColor& b);

}  // namespace aiagent::widgets
