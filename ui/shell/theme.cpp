#include "ui/shell/theme.h"

#include <algorithm>
#include <QApplication>
#include <QEvent>
#include <QStyle>
#include <QStyleFactory>

#include "ui/shell/breeze_style.h"

namespace aiagent::ui {

ThemeChoice themeChoiceFromWord(const std::string& word) {
  if (word == "light") return ThemeChoice::Light;
  if (word == "dark") return ThemeChoice::Dark;
  if (word == "high-contrast") return ThemeChoice::HighContrast;
  return ThemeChoice::System;
}

Theme::Theme(QApplication& application)
    : m_application(application),
      m_platformStyle(QApplication::style()->objectName()),
      m_platformPalette(QApplication::palette()),
      m_platformFont(QApplication::font()),
      m_systemDark(readSystemDark()) {
  m_application.installEventFilter(this);
}

// GTK_THEME is set by hand and for one program, so it goes first; then what the desktop's portal says. Where
// neither says anything, the platform's own colours do.
bool Theme::readSystemDark() const {
  const QByteArray gtk = qgetenv("GTK_THEME").toLower();
  if (!gtk.isEmpty()) return gtk.endsWith("dark");
  if (m_systemScheme != SystemScheme::Unknown) return m_systemScheme == SystemScheme::Dark;
  return isDark(m_platformPalette);
}

void Theme::apply(ThemeChoice choice, int textPercent) {
  m_choice = choice;
  QFont font = m_platformFont;
  font.setPointSizeF(font.pointSizeF() * std::clamp(textPercent, 50, 300) / 100.0);
  if (font != QApplication::font()) QApplication::setFont(font);
  applyColours();
}

void Theme::applyColours() {
  m_applying = true;
  const bool plasma = m_platformStyle.compare(QLatin1String("breeze"), Qt::CaseInsensitive) == 0;
  if (m_choice == ThemeChoice::System && plasma) {
    if (QApplication::style()->objectName() != m_platformStyle)
      QApplication::setStyle(QStyleFactory::create(m_platformStyle));
    QApplication::setPalette(m_platformPalette);
  } else {
    if (!qobject_cast<BreezeStyle*>(QApplication::style())) QApplication::setStyle(new BreezeStyle);
    auto colours = m_systemDark ? ThemeColours::Dark : ThemeColours::Light;
    if (m_choice == ThemeChoice::Light) colours = ThemeColours::Light;
    if (m_choice == ThemeChoice::Dark) colours = ThemeColours::Dark;
    if (m_choice == ThemeChoice::HighContrast) colours = ThemeColours::HighContrast;
    QApplication::setPalette(paletteOf(colours));
  }
  m_applying = false;
}

// The desktop switched between light and dark while we run.
bool Theme::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &m_application && event->type() == QEvent::ThemeChange && !m_applying) {
    m_platformPalette = QApplication::style()->standardPalette();
    m_systemDark = readSystemDark();
    if (m_choice == ThemeChoice::System) applyColours();
  }
  return QObject::eventFilter(watched, event);
}

void Theme::setSystemScheme(SystemScheme scheme) {
  m_systemScheme = scheme;
  const bool dark = readSystemDark();
  if (dark == m_systemDark) return;
  m_systemDark = dark;
  if (m_choice == ThemeChoice::System) applyColours();
}

}  // namespace aiagent::ui
