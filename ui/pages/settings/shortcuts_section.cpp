#include "ui/pages/settings/shortcuts_section.h"

#include <algorithm>
#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/pages/sync.h"
#include "ui/viewmodels/settings_forms.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/mnemonic.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

enum Column { kCommand, kKeys, kColumns };
constexpr int kIdRole = Qt::UserRole;
constexpr int kLeastColumn = 18;  // characters

QString nativeKeys(const QList<QKeySequence>& shortcuts) {
  QStringList texts;
  for (const auto& keys : shortcuts) texts << keys.toString(QKeySequence::NativeText);
  return texts.join(QStringLiteral(", "));
}

}  // namespace

ShortcutsSection::ShortcutsSection(CommandRegistry& registry, services::SettingsService& settings,
                                   QWidget* parent)
    : SettingsSection(tr("Shortcuts"), parent), m_registry(registry), m_settings(settings) {
  build();
  bind();
  fill();
}

void ShortcutsSection::build() {
  m_resetAll = new QPushButton(tr("Put All Back"), body());
  addHeadButtons({m_resetAll});
  m_search = new QLineEdit(body());
  m_search->setPlaceholderText(tr("Search commands and keys"));
  m_search->setAccessibleName(tr("Search shortcuts"));
  makeSearchField(m_search);
  column()->addWidget(m_search);

  m_table = new QTreeWidget(body());
  m_table->setColumnCount(kColumns);
  m_table->setHeaderLabels({tr("Command"), tr("Shortcut")});
  m_table->setAccessibleName(tr("Commands and their shortcuts"));
  m_table->setRootIsDecorated(false);
  m_table->setItemsExpandable(false);
  m_table->setUniformRowHeights(true);
  m_table->setAllColumnsShowFocus(true);
  m_table->header()->setStretchLastSection(false);
  m_table->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * kLeastColumn);
  m_table->header()->setSectionResizeMode(kCommand, QHeaderView::Stretch);
  m_table->header()->setSectionResizeMode(kKeys, QHeaderView::ResizeToContents);
  m_table->setMinimumHeight(fontMetrics().height() * 10);
  column()->addWidget(m_table, 1);

  m_command = sectionTitle({}, body());
  column()->addWidget(m_command);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  m_keys = new QKeySequenceEdit(body());
  m_keys->setAccessibleName(tr("New shortcut: press the keys"));
  m_take = new QPushButton(tr("Change"), body());
  m_none = new QPushButton(tr("None"), body());
  m_none->setToolTip(tr("Leave this command without a shortcut"));
  m_reset = new QPushButton(tr("Put Back"), body());
  row->addWidget(m_keys, 1);
  for (auto* button : {m_take, m_none, m_reset}) row->addWidget(button);
  column()->addLayout(row);
  m_conflict = hintLabel({}, body());
  column()->addWidget(m_conflict);
}

void ShortcutsSection::bind() {
  connect(m_search, &QLineEdit::textChanged, this, &ShortcutsSection::filter);
  connect(m_table, &QTreeWidget::currentItemChanged, this, &ShortcutsSection::renderCurrent);
  connect(m_table, &QTreeWidget::itemActivated, this, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
  connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsSection::renderConflict);
  connect(m_take, &QPushButton::clicked, this, &ShortcutsSection::take);
  connect(m_none, &QPushButton::clicked, this, [this] { m_registry.setShortcut(currentId(), {}); });
  connect(m_reset, &QPushButton::clicked, this, [this] { m_registry.resetShortcut(currentId()); });
  connect(m_resetAll, &QPushButton::clicked, this, [this] { m_registry.applyOwnShortcuts({}); });
  connect(&m_registry, &CommandRegistry::shortcutsChanged, this, [this] {
    keepShortcuts(m_settings, m_registry.ownShortcuts());
    fill();
  });
}

void ShortcutsSection::showEvent(QShowEvent* event) {
  SettingsSection::showEvent(event);
  fill();
}

void ShortcutsSection::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

QString ShortcutsSection::currentId() const {
  const auto* item = m_table->currentItem();
  return item ? item->data(kCommand, kIdRole).toString() : QString();
}

QString ShortcutsSection::titleOf(const QString& id) const {
  for (const auto& command : m_registry.commands())
    if (command.spec.id == id) return withoutMnemonic(command.spec.text);
  return id;
}

// Rows keep their places: only where the set of commands is another one is the table made anew.
void ShortcutsSection::fill() {
  QStringList ids;
  for (const auto& command : m_registry.commands()) ids << command.spec.id;
  QStringList shown;
  for (int row = 0; row < m_table->topLevelItemCount(); ++row)
    shown << m_table->topLevelItem(row)->data(kCommand, kIdRole).toString();
  std::sort(ids.begin(), ids.end());
  std::sort(shown.begin(), shown.end());
  if (ids != shown) {
    const auto current = currentId();
    m_table->clear();
    for (const auto& command : m_registry.commands()) {
      auto* item = new QTreeWidgetItem(m_table);
      item->setData(kCommand, kIdRole, command.spec.id);
      item->setSizeHint(kCommand, QSize(0, fontMetrics().height() + kGapRelated));
      item->setText(kCommand,
                    tr("%1: %2", "category: command")
                        .arg(withoutMnemonic(command.spec.category), withoutMnemonic(command.spec.text)));
      if (command.spec.id == current) m_table->setCurrentItem(item);
    }
    m_table->sortItems(kCommand, Qt::AscendingOrder);
  }
  for (int row = 0; row < m_table->topLevelItemCount(); ++row) {
    auto* item = m_table->topLevelItem(row);
    const auto id = item->data(kCommand, kIdRole).toString();
    for (const auto& command : m_registry.commands()) {
      if (command.spec.id != id) continue;
      const auto keys = nativeKeys(command.shortcuts);
      if (item->text(kKeys) != keys) item->setText(kKeys, keys);
      auto font = m_table->font();
      font.setBold(m_registry.ownShortcuts().contains(id));
      item->setFont(kKeys, font);
    }
  }
  if (!m_table->currentItem()) m_table->setCurrentItem(m_table->topLevelItem(0));
  filter();
  renderCurrent();
}

void ShortcutsSection::filter() {
  const auto words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (int row = 0; row < m_table->topLevelItemCount(); ++row) {
    auto* item = m_table->topLevelItem(row);
    const auto all = item->text(kCommand) + QLatin1Char(' ') + item->text(kKeys);
    const bool fits = std::ranges::all_of(
        words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
    item->setHidden(!fits);
  }
}

void ShortcutsSection::renderCurrent() {
  const auto id = currentId();
  syncText(m_command, titleOf(id));
  const auto* action = m_registry.find(id);
  const QSignalBlocker quiet(m_keys);
  m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
  for (auto* widget : {static_cast<QWidget*>(m_keys), static_cast<QWidget*>(m_none)})
    syncEnabled(widget, action != nullptr);
  syncEnabled(m_reset, m_registry.ownShortcuts().contains(id));
  syncEnabled(m_resetAll, !m_registry.ownShortcuts().isEmpty());
  renderConflict();
}

void ShortcutsSection::renderConflict() {
  const auto id = currentId();
  const auto* action = m_registry.find(id);
  const auto keys = m_keys->keySequence();
  QStringList users;
  for (const auto& user : m_registry.usersOf(keys, id)) users << titleOf(user);
  QString sentence = tr("Click into the field and press the keys.");
  if (!users.isEmpty())
    sentence =
        tr("These keys belong to “%1”. With Change they move here.").arg(users.join(QStringLiteral("”, “")));
  syncText(m_conflict, sentence);
  syncText(m_take, users.isEmpty() ? tr("Change") : tr("Change and Take Over"));
  syncEnabled(m_take, action && !keys.isEmpty() && keys != action->shortcut());
}

// Keys that belonged to others move: a shortcut that two commands have does nothing.
void ShortcutsSection::take() {
  const auto id = currentId();
  const auto keys = m_keys->keySequence();
  for (const auto& user : m_registry.usersOf(keys, id)) m_registry.setShortcut(user, {});
  m_registry.setShortcut(id, keys);
}

}  // namespace aiagent::ui
