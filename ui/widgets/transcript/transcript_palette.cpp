#include "ui/widgets/transcript/transcript_palette.h"

#include <algorithm>
#include <cmath>

namespace aiagent::widgets {
namespace {

QColor mixed(const QColor& a, const QColor& b, double part) {
  const auto mix = [&](double from, double to) { return float(from + (to - from) * part); };
  return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

double luminance(const QColor& color) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// `color` moved towards `text` until it can be read on `background`.
QColor readable(QColor color, const QColor& background, const QColor& text) {
  for (int step = 0; step < 20 && contrastRatio(color, background) < 4.5; ++step)
    color = mixed(color, text, 0.1);
  return color;
}

}  // namespace

double contrastRatio(const QColor& a, const QColor& b) {
  const double high = std::max(luminance(a), luminance(b));
  const double low = std::min(luminance(a), luminance(b));
  return (high + 0.05) / (low + 0.05);
}

TranscriptPalette TranscriptPalette::fromPalette(const QPalette& palette) {
  TranscriptPalette p;
  p.background = palette.color(QPalette::Base);
  p.text = palette.color(QPalette::Text);
  const bool dark = p.background.lightness() < 128;
  const QColor accent = palette.color(QPalette::Highlight);
  p.surface = mixed(p.background, p.text, dark ? 0.07 : 0.045);
  p.raised = mixed(p.background, p.text, dark ? 0.05 : 0.03);
  p.border = mixed(p.background, p.text, dark ? 0.2 : 0.16);
  p.muted = readable(mixed(p.background, p.text, 0.62), p.surface, p.text);
  p.link = readable(palette.color(QPalette::Link), p.surface, p.text);
  p.selection = accent;
  p.selectedText = palette.color(QPalette::HighlightedText);
  p.match = dark ? QColor(0x7a, 0x5c, 0x12) : QColor(0xff, 0xe6, 0x99);
  p.currentMatch = QColor(0xf6, 0x74, 0x00);
  p.matchText = p.text;
  p.focus = accent;
  const auto ink = [&](QRgb light, QRgb onDark) {
    return readable(QColor::fromRgb(dark ? onDark : light), p.surface, p.text);
  };
  p.negative = ink(0xbf0303, 0xed5564);
  p.caution = ink(0xb35900, 0xfdbc4b);
  p.keyword = ink(0x1f5fa8, 0x72b3f4);
  p.string = ink(0x2b7a3d, 0x8fd18f);
  p.number = ink(0x8a4b08, 0xf0b070);
  p.comment = p.muted;
  p.key = ink(0x6b3fa0, 0xc7a5f0);
  p.added = ink(0x2b7a3d, 0x8fd18f);
  p.removed = ink(0xbf0303, 0xed7d88);
  return p;
}

}  // namespace aiagent::widgets
