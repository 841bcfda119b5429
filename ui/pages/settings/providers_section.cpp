#include "ui/pages/settings/providers_section.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/pages/side_list.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

constexpr int kListWidth = 24;  // characters
constexpr char kUndo[] = "undo";

}  // namespace

ProvidersSection::ProvidersSection(ProvidersVm& providers, QWidget* parent)
    : QWidget(parent), m_providers(providers) {
  build();
  bind();
  render();
}

void ProvidersSection::build() {
  setAccessibleName(tr("Providers"));
  auto* side = new QWidget(this);
  followFont(side, [side] { side->setFixedWidth(side->fontMetrics().averageCharWidth() * kListWidth); });
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_list = new SideList(tr("Providers"), side);
  column->addWidget(m_list, 1);
  m_undo = new MessageStrip(side);
  column->addWidget(m_undo);
  column->addWidget(hairline(Qt::Horizontal, side));
  m_add = iconButton(QStringLiteral("list-add"), tr("Add a provider"), side);
  m_remove = iconButton(QStringLiteral("list-remove"), tr("Remove the provider"), side);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(kGapInside, kGapInside, kGapInside, kGapInside);
  buttons->setSpacing(kGapInside);
  buttons->addWidget(m_add);
  buttons->addWidget(m_remove);
  buttons->addStretch(1);
  column->addLayout(buttons);

  m_editor = new ProviderEditor(m_providers, this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(side);
  row->addWidget(hairline(Qt::Vertical, this));
  row->addWidget(m_editor, 1);
}

void ProvidersSection::bind() {
  connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
    if (m_syncing || row < 0) return;
    if (row < int(m_shown.size())) m_providers.select(m_shown[std::size_t(row)].name);
  });
  connect(m_add, &QToolButton::clicked, this, [this] {
    m_providers.add();
    m_editor->focusFirst();
  });
  connect(m_remove, &QToolButton::clicked, &m_providers, &ProvidersVm::remove);
  connect(m_undo, &MessageStrip::triggered, &m_providers, &ProvidersVm::undo);
  connect(m_undo, &MessageStrip::dismissed, &m_providers, &ProvidersVm::endUndo);
  connect(m_editor, &SettingsSection::sectionRequested, this, &ProvidersSection::sectionRequested);
  connect(&m_providers, &ProvidersVm::stateChanged, this, &ProvidersSection::render);
}

void ProvidersSection::focusList() {
  m_list->setFocus(Qt::OtherFocusReason);
}

void ProvidersSection::render() {
  renderList();
  syncEnabled(m_remove, m_providers.state().removable);
  renderStrip();
}

void ProvidersSection::renderList() {
  const auto& state = m_providers.state();
  m_syncing = true;
  if (m_shown != state.rows || m_shownAdding != state.adding) {
    m_shown = state.rows;
    m_shownAdding = state.adding;
    m_list->clear();
    for (const auto& row : m_shown) {
      auto* item = new QListWidgetItem(
          icon(row.current ? QStringLiteral("checkmark") : QStringLiteral("network-server")), row.name,
          m_list);
      if (row.edited) item->setText(tr("%1 (not saved)").arg(row.name));
      item->setToolTip(row.current ? tr("Runs go here: %1").arg(row.baseUrl) : row.baseUrl);
      item->setData(Qt::AccessibleTextRole,
                    row.current ? tr("%1, runs go here").arg(row.name) : item->text());
    }
    if (state.adding) new QListWidgetItem(icon(QStringLiteral("list-add")), tr("New provider"), m_list);
  }
  int current = state.adding ? m_list->count() - 1 : -1;
  for (int row = 0; row < int(m_shown.size()) && !state.adding; ++row)
    if (m_shown[std::size_t(row)].name == state.selected) current = row;
  if (m_list->currentRow() != current) m_list->setCurrentRow(current);
  m_syncing = false;
}

void ProvidersSection::renderStrip() {
  const auto& removed = m_providers.state().removed;
  StripMessage message;
  if (!removed.isEmpty())
    message = {.sentence = tr("“%1” was removed, with its key.").arg(removed),
               .buttons = {{QLatin1String(kUndo), tr("Undo")}}};
  syncStrip(m_undo, message);
}

}  // namespace aiagent::ui
