// DataSection: where everything is kept, copies, health, log, diagnostics.
#pragma once

#include "ui/pages/settings/settings_section.h"
#include "ui/viewmodels/data_vm.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace aiagent::ui {

class DataSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit DataSection(DataVm& data, QWidget* parent = nullptr);

 private:
  void buildFolders();
  void buildHealth();
  void buildLog();
  QLineEdit* addFolder(QFormLayout* form, const QString& label, const QString& path);
  void bind();
  void render();
  void renderStrip();
  QString checkSentence() const;

  DataVm& m_data;
  MessageStrip* m_strip = nullptr;
  QPushButton* m_backUp = nullptr;
  QPushButton* m_check = nullptr;
  QLabel* m_checkResult = nullptr;
  QComboBox* m_level = nullptr;
  QPushButton* m_copy = nullptr;
  bool m_copied = false;
};

}  // namespace aiagent::ui
