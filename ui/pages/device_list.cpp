#include "ui/pages/device_list.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/fit_columns.h"
#include "ui/pages/sync.h"
#include "ui/viewmodels/server_time.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

using format::text;
using services::Device;

enum Column { Name, Kind, Platform, Seen, kColumns };

constexpr int kRows = 4;
constexpr char kSignOut[] = "sign-out";

}  // namespace

DeviceList::DeviceList(const QString& accessibleName, QWidget* parent) : QWidget(parent) {
  build(accessibleName);
  render();
}

void DeviceList::build(const QString& accessibleName) {
  m_strip = new MessageStrip(this);
  m_list = new QTreeWidget(this);
  m_list->setAccessibleName(accessibleName);
  m_list->setColumnCount(kColumns);
  m_list->setHeaderLabels({tr("Name"), tr("Kind"), tr("System"), tr("Last seen")});
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(QHeaderView::Fixed);
  m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
  followFont(m_list, [this] {
    m_list->setFixedHeight((m_list->fontMetrics().height() + kGapRelated) * (kRows + 1));
    fitColumns(m_list, Kind);
  });
  m_signOut = new QPushButton(tr("Sign Out Device…"), this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(m_strip);
  column->addWidget(m_list);
  column->addWidget(m_signOut, 0, Qt::AlignLeading);
  connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
    m_asked.clear();
    render();
  });
  connect(m_signOut, &QPushButton::clicked, this, &DeviceList::ask);
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    const auto id = std::exchange(m_asked, {});
    render();
    if (button == QLatin1String(kSignOut)) Q_EMIT signOutWanted(text(id));
  });
}

void DeviceList::set(const std::vector<Device>& devices, base::WallTime now) {
  m_devices = devices;
  while (m_list->topLevelItemCount() > int(devices.size()))
    delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
  for (int i = 0; i < int(devices.size()); ++i) {
    const auto& device = devices[std::size_t(i)];
    auto* item = m_list->topLevelItem(i);
    if (!item) item = new QTreeWidgetItem(m_list);
    const bool token = device.kind == "token";
    item->setText(Name, device.current ? tr("%1 (this one)").arg(text(device.name)) : text(device.name));
    item->setIcon(Name, icon(token ? QStringLiteral("lock") : QStringLiteral("network-server")));
    item->setText(Kind, token ? tr("Access token") : tr("Device"));
    item->setText(Platform, text(device.platform));
    item->setText(Seen, device.lastSeen.empty() ? tr("never") : relativeServerTime(device.lastSeen, now));
    item->setToolTip(Seen, exactServerTime(device.lastSeen));
  }
  fitColumns(m_list, Kind);
  render();
}

const Device* DeviceList::chosen() const {
  const auto items = m_list->selectedItems();
  if (items.isEmpty()) return nullptr;
  const int row = m_list->indexOfTopLevelItem(items.first());
  return row >= 0 && row < int(m_devices.size()) ? &m_devices[std::size_t(row)] : nullptr;
}

void DeviceList::ask() {
  const auto* device = chosen();
  if (!device) return;
  m_asked = device->id;
  render();
}

void DeviceList::render() {
  const auto* device = chosen();
  syncEnabled(m_signOut, device && !device->current);
  StripMessage message;
  if (device && !m_asked.empty())
    message = {
        .kind = StripKind::Caution,
        .sentence = tr("Sign “%1” out? It can send and fetch nothing from then on. What it has not sent "
                       "stays on it.")
                        .arg(text(device->name)),
        .buttons = {{QLatin1String(kSignOut), tr("Sign Out")}, {QStringLiteral("keep"), tr("Keep")}},
        .closable = false};
  syncStrip(m_strip, message);
}

}  // namespace aiagent::ui
