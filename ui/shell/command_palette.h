// CommandPalette: one field that finds every command and every agent, by keyboard alone.
#pragma once

#include <functional>
#include <QFrame>
#include <vector>

#include "ui/widgets/controls/command_registry.h"

class QLineEdit;
class QLabel;
class QListView;

namespace aiagent::ui {

class PaletteModel;

struct PaletteEntry {
  QString title;
  QString detail;  // category, or an agent's description
  QString shortcut;
  QString iconName;
  std::vector<int> matches;  // positions in the title
  std::function<void()> run;
};

// A frame over the window that it is a child of; takes the focus when it opens and gives it back.
class CommandPalette : public QFrame {
  Q_OBJECT

 public:
  // Finds other things than commands, later; the answer to an older text may come and is ignored.
  using Finder =
      std::function<void(const QString& text, std::function<void(std::vector<PaletteEntry>)> done)>;

  CommandPalette(CommandRegistry& registry, Finder finder, QWidget* window);

  void open();
  void close();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void search(const QString& text);
  void showEntries(std::vector<PaletteEntry> entries);
  void showNothing(const QString& text);
  std::vector<PaletteEntry> commandsFor(const QString& text) const;
  void choose(int row);
  void move(int step);
  void place();

  CommandRegistry& m_registry;
  Finder m_finder;
  QLineEdit* m_field;
  QListView* m_list;
  QLabel* m_nothing;
  PaletteModel* m_model;
  QWidget* m_focusBefore = nullptr;
  int m_generation = 0;
};

}  // namespace aiagent::ui
