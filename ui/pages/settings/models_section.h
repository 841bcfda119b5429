// ModelsSection: what is known of models and what they cost.
#pragma once

#include "core/services/model_service.h"
#include "ui/pages/settings/settings_section.h"
#include "ui/viewmodels/model_table.h"

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace aiagent::ui {

class ModelsSection : public SettingsSection {
  Q_OBJECT

 public:
  // `ownFile`: where a person's own table would lie.
  ModelsSection(ModelTable& table, services::ModelService& models, const QString& ownFile,
                QWidget* parent = nullptr);

  void focusSearch();

 private:
  void build(ModelTable& table);
  void render(services::ModelService& models, const QString& ownFile);

  QLineEdit* m_search = nullptr;
  QTableView* m_view = nullptr;
  QSortFilterProxyModel* m_sorted = nullptr;
  MessageStrip* m_strip = nullptr;
};

}  // namespace aiagent::ui
