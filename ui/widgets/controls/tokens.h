// Tokens: the only colours that widgets may use, beside those of their palette.
#pragma once

#include <QColor>
#include <QPalette>

namespace aiagent::ui {

// Every text colour reaches at least 4.5:1 on `surface` and `background`; a "soft" one is the ground that its
// colour and `text` can stand on.
struct Tokens {
  QColor background, surface, raised, border, text, muted, accent, accentSoft;
  QColor positive, positiveSoft, caution, cautionSoft, negative, negativeSoft, informative, informativeSoft;
};

enum class ThemeColours { Light, Dark, HighContrast };

QPalette paletteOf(ThemeColours theme);
Tokens tokensOf(ThemeColours theme);

// The tokens that belong to a widget's palette. With a palette that is none of ours (the desktop's own colour
// scheme) the grounds and the text follow the palette, and the rest follows its lightness.
Tokens tokensFor(const QPalette& palette);

bool isDark(const QPalette& palette);

// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(const QColor& one, const QColor& other);

// `share` of `over` laid on `ground`.
QColor blended(const QColor& ground, const QColor& over, double share);

}  // namespace aiagent::ui
