// ProvidersSection: the list of providers, and the one chosen from it, edited in place.
#pragma once

#include <QWidget>

#include "ui/pages/settings/provider_editor.h"
#include "ui/viewmodels/providers_vm.h"

class QToolButton;

namespace aiagent::ui {

class SideList;
class ProvidersSection : public QWidget {
  Q_OBJECT

 public:
  explicit ProvidersSection(ProvidersVm& providers, QWidget* parent = nullptr);

  void focusList();

 Q_SIGNALS:
  void sectionRequested(const QString& id);

 private:
  void build();
  void bind();
  void render();
  void renderList();
  void renderStrip();

  ProvidersVm& m_providers;
  SideList* m_list = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_remove = nullptr;
  MessageStrip* m_undo = nullptr;
  ProviderEditor* m_editor = nullptr;
  std::vector<ProviderRow> m_shown;
  bool m_shownAdding = false;
  bool m_syncing = false;
};

}  // namespace aiagent::ui
