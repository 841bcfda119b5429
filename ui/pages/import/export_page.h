// ExportPage: one agent or the whole library to files, and what the format left behind.
#pragma once

#include "ui/pages/page.h"
#include "ui/viewmodels/export_vm.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace aiagent::ui {

class ElidedLabel;
class MessageStrip;

class ExportPage : public Page {
  Q_OBJECT

 public:
  ExportPage(services::ImportService& exports, services::AgentService& agents, QWidget* parent = nullptr);

  void go(const QString& target) override;  // an agent's id; "all"
  ExportVm& exporting() { return m_export; }

 private:
  void build();
  void bind();
  void render();
  void renderOutcome();
  void chooseTarget(bool archive);

  ExportVm m_export;
  QLabel* m_title = nullptr;
  MessageStrip* m_strip = nullptr;
  QComboBox* m_format = nullptr;
  QLabel* m_carries = nullptr;
  QLabel* m_lossesTitle = nullptr;
  QListWidget* m_losses = nullptr;
  QPushButton* m_run = nullptr;
  QPushButton* m_zip = nullptr;
  QPushButton* m_cancel = nullptr;
  QStringList m_shownLosses;
};

}  // namespace aiagent::ui
