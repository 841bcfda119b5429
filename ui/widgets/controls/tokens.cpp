#include "ui/widgets/controls/tokens.h"

#include <array>
#include <cmath>
#include <memory>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/base/check.h"
#include "resources/resources.h"

namespace aiagent::ui {
namespace {

struct Theme {
  QPalette palette;
  Tokens tokens;
};

QString fileOf(ThemeColours theme) {
  switch (theme) {
    case ThemeColours::Light: return QStringLiteral(":/aiagent/themes/light.json");
    case ThemeColours::Dark: return QStringLiteral(":/aiagent/themes/dark.json");
    case ThemeColours::HighContrast: break;
  }
  return QStringLiteral(":/aiagent/themes/high-contrast.json");
}

class ColourFile {
 public:
  explicit ColourFile(const QString& path) {
    resources::load();
    QFile file(path);
    CHECK(file.open(QIODevice::ReadOnly));
    m_values = QJsonDocument::fromJson(file.readAll()).object();
  }
  QColor operator[](const char* name) const {
    const QColor colour(m_values.value(QLatin1String(name)).toString());
    CHECK(colour.isValid());
    return colour;
  }

 private:
  QJsonObject m_values;
};

Tokens readTokens(const ColourFile& colours) {
  return {.background = colours["window"],
          .surface = colours["base"],
          .raised = colours["button"],
          .border = colours["border"],
          .text = colours["text"],
          .muted = colours["muted"],
          .accent = colours["accent"],
          .accentSoft = colours["accentSoft"],
          .positive = colours["positive"],
          .positiveSoft = colours["positiveSoft"],
          .caution = colours["caution"],
          .cautionSoft = colours["cautionSoft"],
          .negative = colours["negative"],
          .negativeSoft = colours["negativeSoft"],
          .informative = colours["informative"],
          .informativeSoft = colours["informativeSoft"]};
}

void setBevels(QPalette& palette, const QColor& button, const QColor& border) {
  palette.setColor(QPalette::Light, blended(button, Qt::white, 0.1));
  palette.setColor(QPalette::Midlight, blended(button, border, 0.3));
  palette.setColor(QPalette::Mid, border);
  palette.setColor(QPalette::Dark, blended(border, Qt::black, 0.15));
  palette.setColor(QPalette::Shadow, blended(border, Qt::black, 0.4));
}

QPalette readPalette(const ColourFile& colours) {
  QPalette palette;
  const QColor text = colours["text"];
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText})
    palette.setColor(role, text);
  palette.setColor(QPalette::Window, colours["window"]);
  palette.setColor(QPalette::Base, colours["base"]);
  palette.setColor(QPalette::AlternateBase, colours["alternateBase"]);
  palette.setColor(QPalette::Button, colours["button"]);
  palette.setColor(QPalette::Highlight, colours["highlight"]);
  palette.setColor(QPalette::HighlightedText, colours["highlightedText"]);
  palette.setColor(QPalette::Link, colours["link"]);
  palette.setColor(QPalette::LinkVisited, colours["linkVisited"]);
  palette.setColor(QPalette::ToolTipBase, colours["toolTip"]);
  palette.setColor(QPalette::ToolTipText, colours["toolTipText"]);
  palette.setColor(QPalette::PlaceholderText, colours["muted"]);
  setBevels(palette, colours["button"], colours["border"]);
  const QColor faint = blended(colours["window"], text, 0.45);
  for (const auto role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
    palette.setColor(QPalette::Disabled, role, faint);
  palette.setColor(QPalette::Disabled, QPalette::Base, colours["window"]);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, colours["border"]);
  return palette;
}

Theme readTheme(ThemeColours theme) {
  const ColourFile colours(fileOf(theme));
  return {readPalette(colours), readTokens(colours)};
}

// Read at first use only: a start in light colours does not pay for the others.
const Theme& themeOf(ThemeColours theme) {
  static std::array<std::unique_ptr<const Theme>, 3> themes;
  auto& slot = themes[std::size_t(theme)];
  if (!slot) slot = std::make_unique<const Theme>(readTheme(theme));
  return *slot;
}

double luminance(const QColor& colour) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// The faintest mixture of text and ground that can still be read.
QColor readableMuted(const QColor& ground, const QColor& text) {
  for (double share = 0.6; share < 1.0; share += 0.05)
    if (const QColor muted = blended(ground, text, share); contrast(muted, ground) >= 4.5) return muted;
  return text;
}

}  // namespace

QPalette paletteOf(ThemeColours theme) {
  return themeOf(theme).palette;
}
Tokens tokensOf(ThemeColours theme) {
  return themeOf(theme).tokens;
}

Tokens tokensFor(const QPalette& palette) {
  const QColor window = palette.color(QPalette::Active, QPalette::Window);
  const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
  if (window == QColor(Qt::black) && text == QColor(Qt::white)) return tokensOf(ThemeColours::HighContrast);
  Tokens tokens = tokensOf(isDark(palette) ? ThemeColours::Dark : ThemeColours::Light);
  if (window == tokens.background && text == tokens.text) return tokens;
  tokens.background = window;
  tokens.surface = palette.color(QPalette::Active, QPalette::Base);
  tokens.raised = palette.color(QPalette::Active, QPalette::Button);
  tokens.text = text;
  tokens.muted = readableMuted(window, text);
  tokens.border = blended(window, text, 0.2);
  tokens.accent = palette.color(QPalette::Active, QPalette::Highlight);
  tokens.accentSoft = blended(tokens.surface, tokens.accent, 0.25);
  return tokens;
}

bool isDark(const QPalette& palette) {
  return luminance(palette.color(QPalette::Active, QPalette::Window)) <
         luminance(palette.color(QPalette::Active, QPalette::WindowText));
}

double contrast(const QColor& one, const QColor& other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
}

QColor blended(const QColor& ground, const QColor& over, double share) {
  const auto mix = [share](float a, float b) { return float(double(a) * (1 - share) + double(b) * share); };
  return QColor::fromRgbF(mix(ground.redF(), over.redF()), mix(ground.greenF(), over.greenF()),
                          mix(ground.blueF(), over.blueF()));
}

}  // namespace aiagent::ui
