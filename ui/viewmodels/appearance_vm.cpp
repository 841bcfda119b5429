#include "ui/viewmodels/appearance_vm.h"

#include <algorithm>

#include "ui/viewmodels/settings_forms.h"

namespace aiagent::ui {

AppearanceVm::AppearanceVm(services::SettingsService& settings, const SettingsActions& actions,
                           QObject* parent)
    : QObject(parent), m_settings(settings), m_actions(actions) {
  m_state.form = readAppearanceForm(settings);
  m_startLanguage = m_state.form.language;
  connect(&settings, &services::SettingsService::changed, this, [this] {
    if (!m_keeping) take(readAppearanceForm(m_settings));
  });
}

// What another window of the same profile chose is shown here as well.
void AppearanceVm::take(const AppearanceForm& form) {
  const AppearanceState next{form, form.language != m_startLanguage};
  if (next == m_state) return;
  m_state = next;
  Q_EMIT stateChanged();
}

void AppearanceVm::edit(const std::function<void(AppearanceForm&)>& edit) {
  auto form = m_state.form;
  edit(form);
  form.textPercent = std::clamp(form.textPercent, kLeastTextPercent, kMostTextPercent);
  if (form == m_state.form) return;
  take(form);
  m_keeping = true;  // each of its settings tells of its change: the form is whole after the last one
  keepAppearanceForm(m_settings, form);
  m_keeping = false;
  if (m_actions.applyAppearance) m_actions.applyAppearance(form);
}

}  // namespace aiagent::ui
