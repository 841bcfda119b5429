#include "ui/pages/settings/uploads_section.h"

#include <algorithm>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/fit_columns.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using domain::UploadKind;
using format::text;

enum Column { Name, Kind, Provider, Made, Expires, Size, Cost, kColumns };  // numbers at the edge

constexpr char kDelete[] = "delete";
constexpr char kKeep[] = "keep";
constexpr char kRetry[] = "retry";

QString dayOf(base::WallTime time) {
  const auto local = QDateTime::fromMSecsSinceEpoch(base::toMillis(time)).date();
  return QLocale().toString(local, QLocale::ShortFormat);
}

}  // namespace

UploadsSection::UploadsSection(UploadsVm& uploads, QWidget* parent)
    : SettingsSection(tr("Uploaded files"), parent), m_uploads(uploads) {
  useWholeWidth();
  build();
  bind();
  render();
}

void UploadsSection::build() {
  m_refresh = new QPushButton(icon(QStringLiteral("view-refresh")), tr("Refresh"), body());
  m_delete = new QPushButton(icon(QStringLiteral("edit-delete")), tr("Delete…"), body());
  addHeadButtons({m_refresh, m_delete});
  m_strip = new MessageStrip(body());
  column()->addWidget(m_strip);
  m_about =
      hintLabel(tr("What runs have put at providers: large knowledge files, and vector stores of those that "
                   "are searched. They are used again by later runs. Deleted ones are uploaded again when a "
                   "run needs them."),
                body());
  column()->addWidget(m_about);
  m_list = new QTreeWidget(body());
  m_list->setAccessibleName(tr("Uploaded files"));
  m_list->setColumnCount(kColumns);
  m_list->setHeaderLabels({tr("Name"), tr("Kind"), tr("Provider"), tr("Uploaded"), tr("Kept until"),
                           tr("Size"), tr("A month, about")});
  for (const int number : {int(Size), int(Cost)})
    m_list->headerItem()->setTextAlignment(number, Qt::AlignTrailing | Qt::AlignVCenter);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setTextElideMode(Qt::ElideMiddle);
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(QHeaderView::Fixed);
  m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
  followFont(m_list, [this] {
    m_list->setMinimumHeight(m_list->fontMetrics().height() * 12);
    fitColumns(m_list, Kind);
  });
  column()->addWidget(m_list, 1);
  m_empty = new EmptyState(body());
  m_empty->set(
      QStringLiteral("archive-insert"), tr("Nothing is uploaded"),
      tr("Large knowledge files, and those that are searched, are put at the provider by a run. They are "
         "listed here, with what they cost."));
  column()->addWidget(m_empty, 1);
  m_price = hintLabel({}, body());
  column()->addWidget(m_price);
}

void UploadsSection::bind() {
  connect(&m_uploads, &UploadsVm::stateChanged, this, &UploadsSection::render);
  connect(m_refresh, &QPushButton::clicked, &m_uploads, &UploadsVm::load);
  connect(m_delete, &QPushButton::clicked, this, &UploadsSection::confirmAndDelete);
  auto* shortcut = new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, &UploadsSection::confirmAndDelete);
  connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
    m_asking = false;
    render();
  });
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    if (button == QLatin1String(kDelete)) {
      m_asking = false;
      m_uploads.remove(m_asked);
    } else if (button == QLatin1String(kKeep)) {
      m_asking = false;
    } else if (button == QLatin1String(kRetry)) {
      std::vector<std::string> failed;
      for (const auto& row : m_uploads.state().rows)
        if (row.error) failed.push_back(row.upload.remote);
      m_uploads.remove(failed);
    } else if (button == QLatin1String(kCopyDetails)) {
      for (const auto& row : m_uploads.state().rows)
        if (row.error) return copyDetails(*row.error);
    } else {
      followRemedy(button);
    }
    render();
  });
  connect(m_strip, &MessageStrip::dismissed, this, [this] {
    m_asking = false;
    m_uploads.clearErrors();
  });
}

void UploadsSection::showEvent(QShowEvent* event) {
  SettingsSection::showEvent(event);
  m_uploads.load();
}

std::vector<std::string> UploadsSection::chosen() const {
  std::vector<std::string> ids;
  const auto& rows = m_uploads.state().rows;
  for (int row = 0; row < m_list->topLevelItemCount() && row < int(rows.size()); ++row)
    if (m_list->topLevelItem(row)->isSelected()) ids.push_back(rows[std::size_t(row)].upload.remote);
  return ids;
}

void UploadsSection::confirmAndDelete() {
  m_asked = chosen();
  m_asking = !m_asked.empty();
  render();
}

void UploadsSection::render() {
  const auto& state = m_uploads.state();
  renderRows();
  const auto rows = chosen();
  syncEnabled(m_delete, !rows.empty());
  const bool empty = state.rows.empty();
  syncVisible(m_about, !empty);
  syncVisible(m_list, !empty);
  syncVisible(m_empty, empty);
  syncHint(m_price, priceSentence());
  renderStrip();
}

void UploadsSection::renderRows() {
  const auto& rows = m_uploads.state().rows;
  const QSignalBlocker quiet(m_list);  // a row that goes takes its selection along
  while (m_list->topLevelItemCount() > int(rows.size()))
    delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
  const auto now = m_uploads.clock().wallNow();
  for (int i = 0; i < int(rows.size()); ++i) {
    const auto& row = rows[std::size_t(i)];
    const auto& upload = row.upload;
    const bool store = upload.kind == UploadKind::VectorStore;
    auto* item = m_list->topLevelItem(i);
    if (!item) {
      item = new QTreeWidgetItem(m_list);
      for (const int number : {int(Size), int(Cost)})
        item->setTextAlignment(number, Qt::AlignTrailing | Qt::AlignVCenter);
    }
    const auto set = [item](int column, const QString& words) {
      if (item->text(column) != words) item->setText(column, words);
    };
    set(Name, text(upload.name));
    set(Kind, row.deleting ? tr("Deleting…") : store ? tr("Vector store") : tr("File"));
    set(Size, format::bytes(upload.bytes));
    set(Provider, text(upload.provider));
    set(Made, format::relativeTime(upload.created, now));
    set(Expires, upload.expires ? dayOf(*upload.expires) : tr("Deleted"));
    set(Cost, row.nanoUsdMonth ? format::money(*row.nanoUsdMonth) : store ? tr("not known") : tr("nothing"));
    item->setIcon(Name, icon(row.error ? QStringLiteral("state-error")
                             : store   ? QStringLiteral("edit-find")
                                       : QStringLiteral("document-properties")));
    item->setToolTip(Name, row.agentName.empty()
                               ? text(upload.remote)
                               : tr("%1, for “%2”").arg(text(upload.remote), text(row.agentName)));
    item->setToolTip(Made, format::exactTime(upload.created));
    item->setToolTip(Size, tr("%1 bytes").arg(format::count(upload.bytes)));
  }
  fitColumns(m_list, Kind);
}

QString UploadsSection::priceSentence() const {
  const auto& state = m_uploads.state();
  if (state.storeBytes == 0 || !state.nanoUsdMonth || !state.priceFrom) return {};
  const auto held = format::bytes(state.storeBytes), free = format::bytes(state.freeBytes);
  const auto read = dayOf(*state.priceFrom);
  if (*state.nanoUsdMonth == 0)
    return tr("Vector stores at OpenAI hold %1; up to %2 of all your stores is free. Price of %3.")
        .arg(held, free, read);
  return tr("Vector stores at OpenAI hold %1, of which %2 is free: about %3 a month. Price of %4.")
      .arg(held, free, format::money(*state.nanoUsdMonth), read);
}

void UploadsSection::renderStrip() {
  const auto& state = m_uploads.state();
  const auto failed =
      std::ranges::find_if(state.rows, [](const UploadRow& row) { return row.error.has_value(); });
  const auto asked = std::ranges::find_if(state.rows, [this](const UploadRow& row) {
    return m_asked.size() == 1 && row.upload.remote == m_asked[0];
  });
  StripMessage message;
  if (m_asking) {
    message = {
        .kind = StripKind::Caution,
        .sentence = asked != state.rows.end()
                        ? tr("Delete “%1” at the provider? This cannot be undone; the file itself stays "
                             "with the agent.")
                              .arg(text(asked->upload.name))
                        : tr("Delete %1 entries at the provider? This cannot be undone; the files "
                             "themselves stay with the agents.")
                              .arg(m_asked.size()),
        .buttons = {{QLatin1String(kDelete), tr("Delete")}, {QLatin1String(kKeep), tr("Keep")}},
        .closable = false};
  } else if (state.error) {
    message = errorMessage(*state.error);
  } else if (failed != state.rows.end()) {
    message = errorMessage(*failed->error);
    message.sentence =
        tr("“%1” was not deleted.").arg(text(failed->upload.name)) + QLatin1Char(' ') + message.sentence;
    std::erase_if(message.buttons,
                  [](const StripButton& button) { return remedyOf(button.id) == format::Remedy::TryAgain; });
    message.buttons.insert(message.buttons.begin(), {QLatin1String(kRetry), tr("Try Again")});
  }
  syncStrip(m_strip, message);
}

}  // namespace aiagent::ui
