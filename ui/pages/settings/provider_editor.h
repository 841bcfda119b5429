// ProviderEditor: the form of one provider: address, key, test.
#pragma once

#include "ui/pages/settings/settings_section.h"
#include "ui/viewmodels/providers_vm.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace aiagent::ui {

class ProviderEditor : public SettingsSection {
  Q_OBJECT

 public:
  explicit ProviderEditor(ProvidersVm& providers, QWidget* parent = nullptr);

  void focusFirst();

 private:
  void buildHead();
  void buildAddress();
  void buildKey();
  void buildMore();
  void bind();
  void bindStrip();
  void render();
  void renderHead();
  void renderAddress();
  void renderKey();
  void renderMore();
  void renderStrip();
  void renderTest();
  QString keyHint() const;

  ProvidersVm& m_providers;
  QLabel* m_title = nullptr;
  QPushButton* m_use = nullptr;
  QPushButton* m_test = nullptr;
  QPushButton* m_discard = nullptr;
  QPushButton* m_save = nullptr;
  QLabel* m_state = nullptr;            // "Runs go here"
  MessageStrip* m_strip = nullptr;      // of saving
  MessageStrip* m_testStrip = nullptr;  // of the test
  QLineEdit* m_name = nullptr;
  QLabel* m_nameHint = nullptr;
  QLineEdit* m_url = nullptr;
  QLabel* m_urlHint = nullptr;
  QComboBox* m_api = nullptr;
  QComboBox* m_source = nullptr;
  QWidget* m_keyRow = nullptr;
  QLineEdit* m_key = nullptr;
  QPushButton* m_forget = nullptr;
  QLineEdit* m_variable = nullptr;
  QLabel* m_keyHint = nullptr;
  QComboBox* m_model = nullptr;
  QStringList m_shownModels;
  QLineEdit* m_organization = nullptr;
  QLineEdit* m_project = nullptr;
};

}  // namespace aiagent::ui
