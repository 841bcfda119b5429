// ShortcutsSection: every command with its shortcut, to be found, changed and put back.
#pragma once

#include <functional>

#include "core/services/settings_service.h"
#include "ui/pages/settings/settings_section.h"

class QKeySequenceEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace aiagent::ui {

class CommandRegistry;
class MessageStrip;

class ShortcutsSection : public SettingsSection {
  Q_OBJECT

 public:
  // Changes hold at once and are kept in `settings`.
  ShortcutsSection(CommandRegistry& registry, services::SettingsService& settings, QWidget* parent = nullptr);

  void focusSearch();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void bind();
  void fill();  // commands come and go with the pages
  void filter();
  void renderCurrent();
  void renderConflict();
  void take();
  QString currentId() const;
  QString titleOf(const QString& id) const;

  CommandRegistry& m_registry;
  services::SettingsService& m_settings;
  QLineEdit* m_search = nullptr;
  QTreeWidget* m_table = nullptr;
  QLabel* m_command = nullptr;
  QKeySequenceEdit* m_keys = nullptr;
  QPushButton* m_take = nullptr;
  QPushButton* m_none = nullptr;
  QPushButton* m_reset = nullptr;
  QPushButton* m_resetAll = nullptr;
  QLabel* m_conflict = nullptr;
};

}  // namespace aiagent::ui
