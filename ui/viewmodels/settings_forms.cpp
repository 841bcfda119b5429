#include "ui/viewmodels/settings_forms.h"

#include "core/services/setting_values.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using services::SettingsService;

constexpr services::SettingWords<AppearanceForm::Theme, 4> kThemes{
    {{AppearanceForm::Theme::System, "system"},
     {AppearanceForm::Theme::Light, "light"},
     {AppearanceForm::Theme::Dark, "dark"},
     {AppearanceForm::Theme::HighContrast, "high-contrast"}}};
constexpr services::SettingWords<base::LogLevel, 4> kLogLevels{{{base::LogLevel::Info, "info"},
                                                                {base::LogLevel::Debug, "debug"},
                                                                {base::LogLevel::Warning, "warning"},
                                                                {base::LogLevel::Error, "error"}}};

}  // namespace

AppearanceForm readAppearanceForm(const SettingsService& settings) {
  return {.theme = services::valueOfWord(kThemes, settings.value(kThemeSetting)),
          .textPercent = services::numberOfText(settings.value(kTextSizeSetting), kLeastTextPercent,
                                                kMostTextPercent, 100),
          .language = settings.value(kLanguageSetting)};
}

void keepAppearanceForm(SettingsService& settings, const AppearanceForm& form) {
  settings.set(kThemeSetting, services::wordToKeep(kThemes, form.theme));
  settings.set(kTextSizeSetting, form.textPercent == 100 ? std::string() : std::to_string(form.textPercent));
  settings.set(kLanguageSetting, form.language);
}

base::LogLevel readLogLevel(const SettingsService& settings) {
  return services::valueOfWord(kLogLevels, settings.value(kLogLevelSetting));
}

void keepLogLevel(SettingsService& settings, base::LogLevel level) {
  settings.set(kLogLevelSetting, services::wordToKeep(kLogLevels, level));
}

// "agents.save=Ctrl+S", one a line; no id holds "=".
QMap<QString, QString> readShortcuts(const SettingsService& settings) {
  QMap<QString, QString> own;
  for (const auto& line : services::linesOfText(settings.value("shortcuts"))) {
    const auto mark = line.find('=');
    if (mark != std::string::npos)
      own[format::text(line.substr(0, mark))] = format::text(line.substr(mark + 1));
  }
  return own;
}

void keepShortcuts(SettingsService& settings, const QMap<QString, QString>& own) {
  std::vector<std::string> all;
  for (auto at = own.begin(); at != own.end(); ++at)
    all.push_back(format::utf8(at.key()) + '=' + format::utf8(at.value()));
  settings.set("shortcuts", services::textOfLines(all));
}

}  // namespace aiagent::ui
