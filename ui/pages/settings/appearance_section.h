// AppearanceSection: theme, text size, language.
#pragma once

#include "ui/pages/settings/settings_section.h"
#include "ui/viewmodels/appearance_vm.h"

class QComboBox;
class QSpinBox;

namespace aiagent::ui {

class AppearanceSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit AppearanceSection(AppearanceVm& appearance, QWidget* parent = nullptr);

 private:
  void build();
  void bind();
  void render();

  AppearanceVm& m_appearance;
  QComboBox* m_theme = nullptr;
  QSpinBox* m_textSize = nullptr;
  QComboBox* m_language = nullptr;
  QLabel* m_restart = nullptr;
};

}  // namespace aiagent::ui
