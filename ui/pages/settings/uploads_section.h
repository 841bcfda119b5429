// UploadsSection: files and vector stores that lie at providers, what they cost, and a way to delete them.
#pragma once

#include "ui/pages/settings/settings_section.h"
#include "ui/viewmodels/uploads_vm.h"

class QPushButton;
class QTreeWidget;

namespace aiagent::ui {

class EmptyState;

class UploadsSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit UploadsSection(UploadsVm& uploads, QWidget* parent = nullptr);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void bind();
  void render();
  void renderRows();
  void renderStrip();
  QString priceSentence() const;
  std::vector<std::string> chosen() const;  // ids
  void confirmAndDelete();

  UploadsVm& m_uploads;
  MessageStrip* m_strip = nullptr;
  QTreeWidget* m_list = nullptr;
  QLabel* m_about = nullptr;
  EmptyState* m_empty = nullptr;
  QLabel* m_price = nullptr;
  QPushButton* m_delete = nullptr;
  QPushButton* m_refresh = nullptr;
  bool m_asking = false;  // the strip asks whether to delete
  std::vector<std::string> m_asked;
};

}  // namespace aiagent::ui
