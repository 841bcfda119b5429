#include "ui/widgets/controls/command_registry.h"

#include <algorithm>
#include <QAction>
#include <QWidget>

#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {

QAction* CommandRegistry::add(QWidget* owner, const CommandSpec& spec, std::function<void()> run) {
  auto* action = new QAction(spec.text, owner);
  action->setObjectName(spec.id);
  if (!spec.iconName.isEmpty()) action->setIcon(icon(spec.iconName));
  if (!spec.toolTip.isEmpty()) action->setToolTip(spec.toolTip);
  // The window's, wherever the focus is in it; a hidden page's actions are asleep, so pages may share a
  // shortcut.
  action->setShortcutContext(Qt::WindowShortcut);
  owner->addAction(action);
  connect(action, &QAction::triggered, owner, [run = std::move(run)] { run(); });
  connect(action, &QObject::destroyed, this, [this, id = spec.id] {
    std::erase_if(m_commands, [&id](const Command& command) { return command.spec.id == id; });
  });
  m_commands.push_back({spec, action, spec.shortcuts});
  apply(m_commands.back());
  return action;
}

QAction* CommandRegistry::find(const QString& id) const {
  const auto at = std::ranges::find(m_commands, id, [](const Command& command) { return command.spec.id; });
  return at == m_commands.end() ? nullptr : at->action;
}

CommandRegistry::Command* CommandRegistry::entry(const QString& id) {
  const auto at = std::ranges::find(m_commands, id, [](const Command& command) { return command.spec.id; });
  return at == m_commands.end() ? nullptr : &*at;
}

QStringList CommandRegistry::usersOf(const QKeySequence& keys, const QString& exceptId) const {
  QStringList users;
  for (const auto& command : m_commands)
    if (command.spec.id != exceptId && !keys.isEmpty() && command.shortcuts.contains(keys))
      users << command.spec.id;
  return users;
}

void CommandRegistry::setShortcut(const QString& id, const QKeySequence& keys) {
  m_own[id] = keys.toString(QKeySequence::PortableText);
  if (auto* command = entry(id)) apply(*command);
  Q_EMIT shortcutsChanged();
}

void CommandRegistry::resetShortcut(const QString& id) {
  m_own.remove(id);
  if (auto* command = entry(id)) apply(*command);
  Q_EMIT shortcutsChanged();
}

void CommandRegistry::applyOwnShortcuts(const QMap<QString, QString>& own) {
  m_own = own;
  for (auto& command : m_commands) apply(command);
  Q_EMIT shortcutsChanged();
}

void CommandRegistry::apply(Command& command) {
  const auto own = m_own.constFind(command.spec.id);
  if (own == m_own.constEnd()) {
    command.shortcuts = command.spec.shortcuts;
  } else {
    const QKeySequence keys = QKeySequence::fromString(*own, QKeySequence::PortableText);
    command.shortcuts = keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys};
  }
  command.action->setShortcuts(command.shortcuts);
}

}  // namespace aiagent::ui
