// CommandRegistry: everything the window can do, by name and shortcut.
#pragma once

#include <functional>
#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <vector>

class QAction;
class QWidget;

namespace aiagent::ui {

struct CommandSpec {
  QString id;        // stable, for keeping shortcuts: "agents.save"
  QString text;      // as a menu shows it, with & for its mnemonic
  QString category;  // "Agents"
  QString iconName = {};
  QList<QKeySequence> shortcuts = {};  // the first is shown
  QString toolTip = {};
};

// Makes the actions and holds their shortcuts; the actions belong to `owner` of add(). One per window.
class CommandRegistry : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  struct Command {
    CommandSpec spec;
    QAction* action;
    QList<QKeySequence> shortcuts;  // in force: the person's, or those of the spec
  };

  // The shortcut works in the whole window while `owner` is visible.
  QAction* add(QWidget* owner, const CommandSpec& spec, std::function<void()> run);
  const std::vector<Command>& commands() const { return m_commands; }
  QAction* find(const QString& id) const;  // null: no such command

  // Commands whose shortcut is `keys` and that can be meant at the same time as command `id`.
  QStringList usersOf(const QKeySequence& keys, const QString& exceptId) const;
  // An empty sequence leaves the command without a shortcut.
  void setShortcut(const QString& id, const QKeySequence& keys);
  void resetShortcut(const QString& id);
  // The person's own shortcuts, to be kept as text and given back. Commands added later take theirs too.
  QMap<QString, QString> ownShortcuts() const { return m_own; }
  void applyOwnShortcuts(const QMap<QString, QString>& own);

 Q_SIGNALS:
  void shortcutsChanged();

 private:
  Command* entry(const QString& id);
  void apply(Command& command);

  std::vector<Command> m_commands;
  QMap<QString, QString> m_own;
};

}  // namespace aiagent::ui
