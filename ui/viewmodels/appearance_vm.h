// AppearanceVm: theme, text size, language. Every choice holds at once and is kept.
#pragma once

#include <functional>
#include <QObject>

#include "core/services/settings_service.h"
#include "ui/viewmodels/settings_actions.h"

namespace aiagent::ui {

struct AppearanceState {
  AppearanceForm form;
  bool restartNeeded = false;  // another language was chosen than the one in use
  bool operator==(const AppearanceState&) const = default;
};

class AppearanceVm : public QObject {
  Q_OBJECT

 public:
  AppearanceVm(services::SettingsService& settings, const SettingsActions& actions,
               QObject* parent = nullptr);

  const AppearanceState& state() const { return m_state; }
  void edit(const std::function<void(AppearanceForm&)>& edit);

 Q_SIGNALS:
  void stateChanged();

 private:
  void take(const AppearanceForm& form);

  services::SettingsService& m_settings;
  const SettingsActions& m_actions;
  AppearanceState m_state;
  std::string m_startLanguage;
  bool m_keeping = false;
};

}  // namespace aiagent::ui
