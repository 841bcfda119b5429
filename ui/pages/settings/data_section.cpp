#include "ui/pages/settings/data_section.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFormLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/sync.h"

namespace aiagent::ui {
namespace {

using format::text;

}  // namespace

DataSection::DataSection(DataVm& data, QWidget* parent)
    : SettingsSection(tr("Data and logs"), parent), m_data(data) {
  m_strip = new MessageStrip(body());
  column()->addWidget(m_strip);
  buildFolders();
  buildHealth();
  buildLog();
  column()->addStretch(1);
  bind();
  render();
}

QLineEdit* DataSection::addFolder(QFormLayout* form, const QString& label, const QString& path) {
  auto* field = new QLineEdit(path, body());
  field->setReadOnly(true);
  field->setCursorPosition(0);
  auto* open = new QPushButton(tr("Open"), body());
  auto* title = fieldLabel(label, field);
  open->setAccessibleName(tr("Open the folder: %1").arg(field->accessibleName()));
  connect(open, &QPushButton::clicked, this,
          [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(field, 1);
  row->addWidget(open);
  form->addRow(title, row);
  return field;
}

void DataSection::buildFolders() {
  const auto& state = m_data.state();
  auto* form = addGroup(tr("Folders"));
  addFolder(form, tr("&Profile:"), state.profileFolder);
  addFolder(form, tr("&Backups:"), state.backupFolder);
  if (!state.logFolder.isEmpty()) addFolder(form, tr("&Log:"), state.logFolder);
  addHint(form, tr("Keys and passwords are in none of them."));
}

void DataSection::buildHealth() {
  auto* form = addGroup(tr("Safety"));
  m_backUp = new QPushButton(body());
  m_backUp->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("Copy:"), m_backUp), m_backUp);
  addHint(form, tr("A verified copy of the database. One is made every night as well; the newest three of "
                   "these are kept. Knowledge files are not in it: they lie in the profile, unchanged."));
  m_check = new QPushButton(body());
  m_check->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("Database:"), m_check), m_check);
  m_checkResult = addHint(form);
}

void DataSection::buildLog() {
  auto* form = addGroup(tr("Finding faults"));
  m_level = new QComboBox(body());
  m_level->addItem(tr("Errors"), int(base::LogLevel::Error));
  m_level->addItem(tr("Warnings"), int(base::LogLevel::Warning));
  m_level->addItem(tr("Usual"), int(base::LogLevel::Info));
  m_level->addItem(tr("Everything"), int(base::LogLevel::Debug));
  m_level->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("Log &what:"), m_level), m_level);
  if (m_data.state().logLevelFixed)
    addHint(form, tr("The program was started with LOGGING_LEVEL, which goes before this choice."));
  addHint(form, tr("The log never holds a key, a prompt or an answer."));
  m_copy = new QPushButton(body());
  m_copy->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("For a report:"), m_copy), m_copy);
  addHint(form, tr("Versions, folders and settings, to be pasted where you report a fault. Nothing secret is "
                   "among them; "
                   "addresses of servers and your folder's name are."));
}

void DataSection::bind() {
  connect(m_backUp, &QPushButton::clicked, &m_data, &DataVm::backUp);
  connect(m_check, &QPushButton::clicked, &m_data, &DataVm::check);
  connect(m_copy, &QPushButton::clicked, &m_data, &DataVm::gatherDiagnostics);
  connect(m_level, &QComboBox::currentIndexChanged, this,
          [this] { m_data.setLogLevel(static_cast<base::LogLevel>(m_level->currentData().toInt())); });
  connect(&m_data, &DataVm::diagnosticsGathered, this, [this](const QString& all) {
    QGuiApplication::clipboard()->setText(all);
    m_copied = true;
    render();
  });
  connect(m_strip, &MessageStrip::dismissed, this, [this] {
    m_copied = false;
    m_data.clearError();
  });
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    if (button == QLatin1String(kCopyDetails) && m_data.state().error) copyDetails(*m_data.state().error);
    if (remedyOf(button) == format::Remedy::OpenProfileFolder)
      QDesktopServices::openUrl(QUrl::fromLocalFile(m_data.state().profileFolder));
  });
  connect(&m_data, &DataVm::stateChanged, this, &DataSection::render);
}

void DataSection::render() {
  const auto& state = m_data.state();
  const bool checking = state.check == DataState::Check::Running;
  syncText(m_backUp, state.backingUp ? tr("Copying…") : tr("Back Up Now"));
  syncEnabled(m_backUp, !state.backingUp);
  syncText(m_check, checking ? tr("Checking…") : tr("Check Now"));
  syncEnabled(m_check, !checking);
  syncHint(m_checkResult, checkSentence());
  syncIndex(m_level, m_level->findData(int(state.logLevel)));
  syncText(m_copy, tr("Copy Diagnostics"));
  syncEnabled(m_copy, !state.copying);
  renderStrip();
}

QString DataSection::checkSentence() const {
  const auto& state = m_data.state();
  const auto when =
      state.checked ? format::relativeTime(*state.checked, m_data.clock().wallNow()) : QString();
  switch (state.check) {
    case DataState::Check::Sound: return tr("Sound, checked %1.").arg(when);
    case DataState::Check::Damaged:
      return tr("Damaged, found %1. Restart the program: it keeps the damaged file and carries over what can "
                "be read.")
          .arg(when);
    case DataState::Check::Running: return tr("Every page of the database is being read.");
    case DataState::Check::Failed: return tr("The check could not be done.");
    case DataState::Check::Never: break;
  }
  return tr("Checked by itself after an unclean end; never by hand so far.");
}

void DataSection::renderStrip() {
  const auto& state = m_data.state();
  StripMessage message;
  if (state.error)
    message = errorMessage(*state.error);
  else if (!state.backup.isEmpty())
    message = {.kind = StripKind::Positive, .sentence = tr("The copy is at %1.").arg(state.backup)};
  else if (m_copied)
    message = {.kind = StripKind::Positive, .sentence = tr("The diagnostics are in the clipboard.")};
  else if (!state.report.damagedFile.empty())
    message = {.kind = StripKind::Caution,
               .sentence =
                   tr("The database was damaged. %1 records were carried over, %2 are lost; the damaged file "
                      "is kept at %3.")
                       .arg(format::count(state.report.salvagedRecords),
                            format::count(state.report.lostRecords), text(state.report.damagedFile.string())),
               .closable = false};
  else if (state.report.onNetworkShare)
    message = {
        .kind = StripKind::Caution,
        .sentence = tr(
            "The profile lies on a network share, where databases can be damaged. A local folder is safer."),
        .closable = false};
  syncStrip(m_strip, message);
}

}  // namespace aiagent::ui
