// The whole window with all its pages, over a profile that is the same every time: a fixed clock, a scripted
// network, ids that are given.
#pragma once

#include <memory>
#include <vector>

#include "core/services/generation_queue.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/golden/golden.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/pages/agents_page.h"
#include "ui/pages/first_run_page.h"
#include "ui/pages/generate/generate_page.h"
#include "ui/pages/import/export_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/theme.h"
#include "ui/viewmodels/settings_actions.h"

namespace aiagent::tests {

// What the window knows of sync; nothing: its status bar and its rail say nothing of it.
struct GoldenSync {
  ui::SyncVm* state = nullptr;
  ui::ServerVm* server = nullptr;
  services::SyncService* service = nullptr;
  services::ServerAccount* account = nullptr;
  services::PeopleService* people = nullptr;
  ui::WorkspacesVm* workspaces = nullptr;
};

inline constexpr QSize kLarge(1440, 900);
inline constexpr QSize kMiddle(1024, 700);
inline constexpr QSize kNarrow(760, 700);

class GoldenWindow {
 public:
  // Follows `theme`, in light colours at first. The provider "lab" is in use.
  explicit GoldenWindow(ui::Theme& theme, services::ProviderEnvironment environment = {});
  ~GoldenWindow();

  // Shows the page, which is made when it was not yet, and waits until it has read what it shows.
  void open(const QString& page, QSize size = kLarge, const QString& target = {});
  ui::AgentsPage& agents() { return pageAs<ui::AgentsPage>("agents"); }
  ui::RunsPage& runs() { return pageAs<ui::RunsPage>("runs"); }
  ui::SettingsPage& settings() { return pageAs<ui::SettingsPage>("settings"); }
  ui::GeneratePage& generate() { return pageAs<ui::GeneratePage>("generate"); }
  ui::ImportPage& importing() { return pageAs<ui::ImportPage>("import"); }
  ui::ExportPage& exporting() { return pageAs<ui::ExportPage>("export"); }
  ui::FirstRunPage& firstRun() { return pageAs<ui::FirstRunPage>("first-run"); }

  domain::Agent addAgent(domain::AgentContent content);
  // A finished run, `minutes` before now, to be changed before it is kept with keep().
  domain::RunRecord sampleRun(int minutes, const std::string& input, const std::string& answer);
  void keep(const domain::RunRecord& run);

  // Each compares with a golden image and notes what differs: NAME-light and NAME-dark in both colours,
  // NAME-middle, NAME-narrow and NAME-double (twice the text) in light ones.
  void shoot(const QString& name);
  void shootBoth(const QString& name);
  void shootSizes(const QString& name, bool narrow = false);
  // In the pseudo-locale that a PseudoTranslator makes, and from right to left.
  const QStringList& faults() const { return m_faults; }

  template <class Widget>
  Widget* named(const QString& accessibleName) {
    for (auto* widget : window->findChildren<Widget*>())
      if (widget->isVisible() && widget->accessibleName() == accessibleName) return widget;
    qFatal("nothing visible is called %s", qPrintable(accessibleName));
  }
  template <class Button>
  Button* button(const QString& text) {
    for (auto* widget : window->findChildren<Button*>())
      if (widget->isVisible() && widget->text() == text) return widget;
    qFatal("no visible button says %s", qPrintable(text));
  }

  test::ManualClock clock;
  testing::ServiceFixture services;
  services::GenerationQueue queue;
  ui::CommandRegistry registry;
  ui::SettingsActions actions;
  ui::ShellVm shell;
  GoldenSync sync;
  std::unique_ptr<ui::MainWindow> window;

 private:
  template <class AnyPage>
  AnyPage& pageAs(const char* id) {
    return *static_cast<AnyPage*>(window->page(QLatin1String(id)));
  }
  void build();
  void addSyncPages(std::vector<ui::PageEntry>& pages);
  void fillActions();
  void settle();
  // Folders of this machine are written as a person's own.
  void pinTexts();

  ui::Theme& m_theme;
  QStringList m_faults;
  int m_runs = 0;
};

// Agents as a person has them after a few weeks; the last one is about tickets and is chosen first.
void addUsualAgents(GoldenWindow& window);

}  // namespace aiagent::tests
