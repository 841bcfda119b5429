#include "ui/pages/import/export_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/exchange.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

namespace {

constexpr int kMostOthers = 5;  // that are named

QString othersSentence(const QStringList& others) {
  QString names = others.mid(0, kMostOthers).join(QStringLiteral(", "));
  if (others.size() > kMostOthers) names += QStringLiteral(", …");
  return ExportPage::tr("Left there, as these agents are not in the library: %1.").arg(names);
}

}  // namespace

ExportPage::ExportPage(services::ImportService& exports, services::AgentService& agents, QWidget* parent)
    : Page(parent), m_export(exports, agents) {
  build();
  bind();
  render();
}

void ExportPage::build() {
  setAccessibleName(tr("Export"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kGapGroups);
  column->setSpacing(kGapRelated);
  m_title = pageTitle({}, this);
  m_title->setWordWrap(true);
  column->addWidget(m_title);
  m_strip = new MessageStrip(this);
  column->addWidget(m_strip);
  auto* form = formLayout(nullptr);
  m_format = new QComboBox(this);
  m_format->setAccessibleName(tr("Format"));
  m_format->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  for (const auto format : authoring::allFormats())
    if (authoring::canExport(format)) m_format->addItem(format::exchangeFormatName(format), int(format));
  auto* label = new QLabel(tr("&Format:"), this);
  label->setBuddy(m_format);
  form->addRow(label, m_format);
  m_carries = hintLabel({}, this);
  m_carries->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  form->addRow(QString(), m_carries);
  column->addLayout(form);
  m_lossesTitle = sectionTitle(tr("Not carried"), this);
  column->addWidget(m_lossesTitle);
  m_losses = new QListWidget(this);
  m_losses->setAccessibleName(tr("Not carried"));
  m_losses->setTextElideMode(Qt::ElideRight);
  m_losses->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addWidget(m_losses, 10);
  column->addStretch(1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGapRelated);
  m_cancel = new QPushButton(this);
  m_zip = new QPushButton(tr("As a &Zip Archive…"), this);
  m_run = new QPushButton(this);
  m_run->setDefault(true);
  buttons->addStretch(1);
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_zip);
  buttons->addWidget(m_run);
  column->addLayout(buttons);
  setFirst(m_format);
}

void ExportPage::bind() {
  connect(m_format, &QComboBox::currentIndexChanged, this,
          [this] { m_export.setFormat(static_cast<authoring::Format>(m_format->currentData().toInt())); });
  connect(m_run, &QPushButton::clicked, this, [this] { chooseTarget(false); });
  connect(m_zip, &QPushButton::clicked, this, [this] { chooseTarget(true); });
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    if (m_export.state().running) return m_export.cancel();
    m_export.clearError();
    Q_EMIT pageRequested(QStringLiteral("agents"), {});
  });
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& id) {
    if (id == QLatin1String(kCopyDetails) && m_export.state().error) copyDetails(*m_export.state().error);
  });
  connect(m_strip, &MessageStrip::dismissed, &m_export, &ExportVm::clearError);
  connect(&m_export, &ExportVm::stateChanged, this, &ExportPage::render);
}

void ExportPage::go(const QString& target) {
  const auto id = domain::AgentId::parse(format::utf8(target));
  m_export.open(id.value_or(domain::AgentId{}));
}

void ExportPage::chooseTarget(bool archive) {
  const auto& state = m_export.state();
  auto* dialog = new QFileDialog(this, tr("Export"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  if (archive) {
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(state.suggestedName().section(QLatin1Char('.'), 0, 0) + QStringLiteral(".zip"));
  } else if (state.isFolder()) {
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setLabelText(QFileDialog::Accept, tr("Export Here"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
  } else {
    dialog->selectFile(state.suggestedName());
  }
  connect(dialog, &QFileDialog::fileSelected, &m_export, &ExportVm::exportTo);
  dialog->open();
}

void ExportPage::render() {
  const auto& state = m_export.state();
  syncText(m_title, state.agent.isNull() ? tr("Export the whole library")
                                         : tr("Export “%1”").arg(state.name.simplified()));
  syncIndex(m_format, m_format->findData(int(state.format)));
  syncEnabled(m_format, !state.running);
  syncText(m_carries, format::exchangeFormatCarries(state.format));
  syncText(m_run, state.running      ? tr("Exporting…")
                  : state.isFolder() ? tr("To a Folder…")
                                     : tr("To a File…"));
  syncEnabled(m_run, !state.running);
  syncEnabled(m_zip, !state.running);
  syncText(m_cancel, state.running || state.target.isEmpty() ? tr("Cancel") : tr("Done"));
  renderOutcome();
}

void ExportPage::renderOutcome() {
  const auto& state = m_export.state();
  StripMessage message;
  if (state.error) {
    message = errorMessage(*state.error);
  } else if (state.stopped) {
    message = {.sentence = state.isFolder()
                               ? tr("The export was stopped. What was written so far is in the folder; "
                                    "another export there completes it.")
                               : tr("The export was stopped. Nothing was written.")};
  } else if (!state.target.isEmpty()) {
    message = {.kind = state.losses.isEmpty() ? StripKind::Positive : StripKind::Caution,
               .sentence = state.losses.isEmpty()
                               ? tr("Exported to %1, with everything.").arg(state.target)
                               : tr("Exported to %1. Not carried: %2 values, listed below.")
                                     .arg(state.target, format::count(state.losses.size()))};
    if (!state.others.isEmpty()) message.sentence += QLatin1Char(' ') + othersSentence(state.others);
  }
  syncStrip(m_strip, message);
  syncVisible(m_losses, !state.losses.isEmpty());
  syncVisible(m_lossesTitle, !state.losses.isEmpty());
  if (state.losses == m_shownLosses) return;
  m_shownLosses = state.losses;
  m_losses->clear();
  m_losses->addItems(state.losses);
}

}  // namespace aiagent::ui
