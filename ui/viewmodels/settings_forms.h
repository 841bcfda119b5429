// The settings that are kept as named texts, and the forms made of them. The composition root reads the same
// forms at the start of the program.
#pragma once

#include <QMap>
#include <QString>

#include "core/services/settings_service.h"
#include "ui/viewmodels/settings_actions.h"

namespace aiagent::ui {

// Values that do not fit (an older or newer program, a hand-edited profile) become the defaults.
using services::keepNetworkForm;
using services::readNetworkForm;

AppearanceForm readAppearanceForm(const services::SettingsService& settings);
void keepAppearanceForm(services::SettingsService& settings, const AppearanceForm& form);

base::LogLevel readLogLevel(const services::SettingsService& settings);
void keepLogLevel(services::SettingsService& settings, base::LogLevel level);

// The person's own shortcuts, by command: portable texts, "" for a command that has none.
QMap<QString, QString> readShortcuts(const services::SettingsService& settings);
void keepShortcuts(services::SettingsService& settings, const QMap<QString, QString>& own);

inline constexpr int kLeastTextPercent = 80;
inline constexpr int kMostTextPercent = 200;

inline constexpr char kThemeSetting[] = "appearance.theme";  // system, light, dark, high-contrast
inline constexpr char kTextSizeSetting[] = "appearance.text-percent";
inline constexpr char kLanguageSetting[] = "appearance.language";
using services::kLogLevelSetting;

}  // namespace aiagent::ui
