// Theme: style, colours and text size of the whole program.
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

#include "ui/shell/portal_colours.h"
#include "ui/widgets/controls/tokens.h"

class QApplication;

namespace aiagent::ui {

enum class ThemeChoice { System, Light, Dark, HighContrast };

// The words that settings keep ("system", "light", "dark", "high-contrast"); an unknown one is System.
ThemeChoice themeChoiceFromWord(const std::string& word);

// Make one after the QApplication, before the first widget. On Plasma, as long as the system's theme is
// followed, the platform's own Breeze style and colours stay; elsewhere it is Fusion with Breeze's colours.
class Theme : public QObject {
  Q_OBJECT

 public:
  explicit Theme(QApplication& application);

  void apply(ThemeChoice choice, int textPercent);  // 50 to 300; live, no restart
  // What the desktop's portal says; holds until it says otherwise.
  void setSystemScheme(SystemScheme scheme);
  ThemeChoice choice() const { return m_choice; }
  bool systemIsDark() const { return m_systemDark; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void applyColours();
  bool readSystemDark() const;

  QApplication& m_application;
  QString m_platformStyle;
  QPalette m_platformPalette;
  QFont m_platformFont;
  ThemeChoice m_choice = ThemeChoice::System;
  SystemScheme m_systemScheme = SystemScheme::Unknown;
  bool m_systemDark = false;
  bool m_applying = false;
};

}  // namespace aiagent::ui
