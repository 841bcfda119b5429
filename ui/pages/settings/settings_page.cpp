#include "ui/pages/settings/settings_page.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QStackedWidget>

#include "ui/format/text.h"
#include "ui/pages/settings/about_section.h"
#include "ui/pages/settings/appearance_section.h"
#include "ui/pages/settings/data_section.h"
#include "ui/pages/settings/models_section.h"
#include "ui/pages/settings/network_section.h"
#include "ui/pages/settings/providers_section.h"
#include "ui/pages/settings/server_section.h"
#include "ui/pages/settings/shortcuts_section.h"
#include "ui/pages/settings/uploads_section.h"
#include "ui/pages/side_list.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
SettingsPage::SettingsPage(SettingsPageSetup setup, QWidget* parent)
    : Page(parent),
      m_setup(setup),
      m_providers(setup.providers, setup.actions.hasKeyStore),
      m_network(setup.settings, setup.providers, setup.actions),
      m_appearance(setup.settings, setup.actions),
      m_modelTable(setup.models, setup.profile.clock()),
      m_data(setup.profile, setup.settings, setup.providers, setup.actions),
      m_uploads(setup.uploads, setup.agents, setup.models) {
  addSections();
  addServer();
  build();
  m_list->setCurrentRow(0);
}

void SettingsPage::addSections() {
  m_entries = {
      {QStringLiteral("providers"), tr("Providers"), QStringLiteral("network-server"),
       [this]() -> QWidget* {
         m_providers.start();
         auto* section = new ProvidersSection(m_providers, m_stack);
         connect(section, &ProvidersSection::sectionRequested, this, &SettingsPage::go);
         return section;
       }},
      {QStringLiteral("network"), tr("Network"), QStringLiteral("network-connect"),
       [this]() -> QWidget* {
         m_network.start();
         return new NetworkSection(m_network, m_stack);
       }},
      {QStringLiteral("appearance"), tr("Appearance"), QStringLiteral("draw-brush"),
       [this]() -> QWidget* { return new AppearanceSection(m_appearance, m_stack); }},
      {QStringLiteral("shortcuts"), tr("Shortcuts"), QStringLiteral("input-keyboard"),
       [this]() -> QWidget* { return new ShortcutsSection(m_setup.registry, m_setup.settings, m_stack); }},
      {QStringLiteral("models"), tr("Models and prices"), QStringLiteral("view-list-text"),
       [this]() -> QWidget* {
         const auto ownFile = m_data.state().profileFolder + QStringLiteral("/models.json");
         return new ModelsSection(m_modelTable, m_setup.models, ownFile, m_stack);
       }},
      {QStringLiteral("uploads"), tr("Uploaded files"), QStringLiteral("archive-insert"),
       [this]() -> QWidget* { return new UploadsSection(m_uploads, m_stack); }},
      {QStringLiteral("data"), tr("Data and logs"), QStringLiteral("document-save"),
       [this]() -> QWidget* { return new DataSection(m_data, m_stack); }},
      {QStringLiteral("about"), tr("About"), QStringLiteral("help-about"),
       [this]() -> QWidget* { return new AboutSection(m_setup.actions.libraries, m_stack); }},
  };
}

// Behind the providers, where there is anything to be said of one.
void SettingsPage::addServer() {
  if (!m_setup.server) return;
  m_entries.insert(
      m_entries.begin() + 1,
      {QStringLiteral("server"), tr("Server"), QStringLiteral("system-users"), [this]() -> QWidget* {
         return new ServerSection(*m_setup.server, m_setup.sync, m_setup.workspaces, m_stack);
       }});
}

void SettingsPage::build() {
  setAccessibleName(tr("Settings"));
  m_list = new SideList(tr("Sections of the settings"), this);
  for (const auto& entry : m_entries) new QListWidgetItem(icon(entry.iconName), entry.title, m_list);
  followFont(m_list, [this] { m_list->setFixedWidth(m_list->sizeHintForColumn(0) + kGapGroups); });
  setFirst(m_list);
  m_stack = new QStackedWidget(this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_list);
  row->addWidget(hairline(Qt::Vertical, this));
  row->addWidget(m_stack, 1);
  connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::show);
}

void SettingsPage::show(int row) {
  if (row < 0) return;
  auto& entry = m_entries[std::size_t(row)];
  if (!entry.widget) {
    entry.widget = entry.build();
    if (auto* section = qobject_cast<SettingsSection*>(entry.widget))
      connect(section, &SettingsSection::sectionRequested, this, &SettingsPage::go);
    m_stack->addWidget(entry.widget);
  }
  if (m_stack->currentWidget() == entry.widget) return;
  cancelTests();
  m_stack->setCurrentWidget(entry.widget);
}

void SettingsPage::cancelTests() {
  m_providers.cancelTest();
  m_network.cancelTest();
}

// Who has gone elsewhere waits for no answer; a window that is minimised is no such case.
void SettingsPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  if (!event->spontaneous()) cancelTests();
}

void SettingsPage::go(const QString& target) {
  const QString section = target.section(QLatin1Char(':'), 0, 0);
  for (std::size_t row = 0; row < m_entries.size(); ++row)
    if (m_entries[row].id == section) m_list->setCurrentRow(int(row));
  const QString part = target.section(QLatin1Char(':'), 1);
  if (part.isEmpty()) return;
  if (auto* server = qobject_cast<ServerSection*>(m_stack->currentWidget()))
    server->invite(part == QLatin1String("code") ? QString() : part);
}

QString SettingsPage::currentSection() const {
  const int row = m_list->currentRow();
  return row < 0 ? QString() : m_entries[std::size_t(row)].id;
}

void SettingsPage::focusSearch() {
  auto* current = m_stack->currentWidget();
  if (auto* shortcuts = qobject_cast<ShortcutsSection*>(current)) return shortcuts->focusSearch();
  if (auto* models = qobject_cast<ModelsSection*>(current)) return models->focusSearch();
  m_list->setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget*> SettingsPage::panes() const {
  QList<QWidget*> all{m_list};
  if (auto* current = m_stack->currentWidget()) all << current;
  return all;
}

void SettingsPage::flush(std::function<void()> done) {
  m_providers.flush(std::move(done));
}

}  // namespace aiagent::ui
