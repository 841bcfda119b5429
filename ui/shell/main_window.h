// MainWindow: navigation, pages, status bar, palette; remembers how it was left and ends without losing
// anything.
#pragma once

#include <functional>
#include <QMainWindow>
#include <vector>

#include "core/services/settings_service.h"
#include "ui/pages/page.h"
#include "ui/shell/command_palette.h"
#include "ui/viewmodels/server_vm.h"
#include "ui/viewmodels/shell_vm.h"
#include "ui/viewmodels/sync_vm.h"
#include "ui/viewmodels/workspaces_vm.h"
#include "ui/widgets/controls/command_registry.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace aiagent::ui {

class DropHint;
class MessageStrip;
struct StripMessage;
class NavigationRail;
class WindowFrame;

struct PageEntry {
  QString id;  // "agents"
  QString title;
  QString iconName;
  bool atEnd = false;       // at the bottom of the rail
  bool inRail = true;       // false: reached by openPage() alone, as the first-run page
  bool takesFiles = false;  // files dropped on the window go there, their paths one a line
  std::function<Page*(QWidget* parent)> build;  // called when the page is first shown
};

struct MainWindowSetup {
  ShellVm& shell;
  services::SettingsService& settings;
  CommandRegistry& registry;
  CommandPalette::Finder finder;  // what Ctrl+K finds beside commands
  std::vector<PageEntry> pages;
  // Ends what goes on behind the pages (runs); called after they were flushed. `done` once.
  std::function<void(std::function<void()> done)> shutDown;
  SyncVm* sync = nullptr;              // null: the status bar says nothing of it
  ServerVm* server = nullptr;          // likewise
  WorkspacesVm* workspaces = nullptr;  // those that are not open; null: likewise
};

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(MainWindowSetup setup, QWidget* parent = nullptr);

  // The page is built when it was not yet. An unknown id does nothing.
  void openPage(const QString& id, const QString& target = {});
  // The page that was shown when the window was last closed, else the first.
  void openLastPage();
  QString currentPage() const { return m_current; }
  Page* page(const QString& id) const;  // null: not built
  // How many wait on a page, shown in the rail; `spoken` is "2 in the queue". 0: nothing is shown.
  void setBadge(const QString& id, int number, const QString& spoken);
  // Above every page, until the person closes it.
  void tell(const StripMessage& message);
  void takeBack();  // what was told last
  // Flushes every page and ends what goes on; the window hides at once and ended() follows.
  void end();

 Q_SIGNALS:
  void ended();                            // nothing is left to be written; the program may quit
  void answered(const QString& buttonId);  // of what was told

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  struct Slot {
    PageEntry entry;
    Page* page = nullptr;
    QString badge = {};  // spoken
  };
  void buildStatusBar();
  void addCommands();
  void addPageCommand(const PageEntry& entry, int number);
  Slot* find(const QString& id);
  Page* build(Slot& slot);
  void renderStatus();
  void renderSync();
  void describeRail();
  void renderFrame();
  void nextPane(int step);
  void restoreGeometryOrDefault();
  void keepGeometry();
  void flushPages(std::function<void()> done);

  MainWindowSetup m_setup;
  std::vector<Slot> m_slots;
  QString m_current;
  NavigationRail* m_rail;
  QStackedWidget* m_stack;
  MessageStrip* m_strip;
  MessageStrip* m_readOnly;
  CommandPalette* m_palette = nullptr;
  QToolButton* m_provider = nullptr;
  QLabel* m_runs = nullptr;
  WindowFrame* m_frame = nullptr;
  DropHint* m_dropHint = nullptr;  // null: no page takes files
  QString m_fileTaker;
  bool m_ending = false;
  bool m_askedToSignIn = false;
};

}  // namespace aiagent::ui
