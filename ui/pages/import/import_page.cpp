#include "ui/pages/import/import_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/format/exchange.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/import/import_choice_delegate.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using Phase = ImportState::Phase;
using services::ImportChoice;

constexpr char kUndo[] = "undo";
constexpr int kMostOpened = 30;  // with more agents the losses stay folded
constexpr int kByContent = -1;

}  // namespace

ImportPage::ImportPage(services::ImportService& imports, QWidget* parent) : Page(parent), m_import(imports) {
  build();
  bind();
  render();
}

void ImportPage::build() {
  setAccessibleName(tr("Import"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kGapGroups);
  column->setSpacing(kGapRelated);
  m_title = pageTitle(tr("Import"), this);
  column->addWidget(m_title);
  m_source = new MetaLabel(this);
  column->addWidget(m_source);
  m_strip = new MessageStrip(this);
  column->addWidget(m_strip);
  m_stack = new QStackedWidget(this);
  m_waiting = new QWidget(m_stack);
  auto* waiting = new QVBoxLayout(m_waiting);
  waiting->setContentsMargins(0, 0, 0, 0);
  m_empty = new EmptyState(m_waiting);
  m_empty->set(
      QStringLiteral("document-new"), tr("Bring agents in"),
      tr("From OpenAI, promptfoo, Prompty, Langfuse, Markdown, SKILL.md, or this program. Drop files, "
         "folders or zip archives anywhere on the window."),
      tr("Choose Files…"));
  m_folder = new QPushButton(tr("Choose a Folder…"), m_waiting);
  m_folder->setFlat(true);
  waiting->addStretch(2);
  waiting->addWidget(m_empty);
  waiting->addWidget(m_folder, 0, Qt::AlignHCenter);
  waiting->addStretch(3);
  m_reading = buildReading();
  m_plan = buildPlan();
  for (auto* part : {m_waiting, m_reading, m_plan}) m_stack->addWidget(part);
  column->addWidget(m_stack, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGapRelated);
  m_cancel = new QPushButton(this);
  m_apply = new QPushButton(this);
  m_apply->setDefault(true);
  buttons->addStretch(1);
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_apply);
  column->addLayout(buttons);
}

QWidget* ImportPage::buildReading() {
  auto* part = new QWidget(m_stack);
  auto* column = new QVBoxLayout(part);
  column->addStretch(2);
  m_readingText = new QLabel(part);
  m_readingText->setAlignment(Qt::AlignHCenter);
  m_progress = new QProgressBar(part);
  m_progress->setTextVisible(false);
  m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
  column->addWidget(m_readingText);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_progress, 8);
  row->addStretch(1);
  column->addLayout(row);
  column->addStretch(3);
  return part;
}

QWidget* ImportPage::buildPlan() {
  auto* part = new QWidget(m_stack);
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  m_summary = new QLabel(part);
  m_summary->setWordWrap(true);
  column->addWidget(m_summary);
  buildOptions(part, column);
  buildTree(part);
  column->addWidget(m_tree, 1);
  return part;
}

void ImportPage::buildOptions(QWidget* parent, QVBoxLayout* column) {
  auto* form = formLayout(nullptr);
  m_format = new QComboBox(parent);
  m_format->setAccessibleName(tr("Format"));
  m_format->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  m_format->addItem(tr("By what each file holds"), kByContent);
  for (const auto format : authoring::allFormats())
    if (authoring::canImport(format)) m_format->addItem(format::exchangeFormatName(format), int(format));
  auto* formatLabel = new QLabel(tr("&Format:"), parent);
  formatLabel->setBuddy(m_format);
  form->addRow(formatLabel, m_format);
  m_conflicts = new QComboBox(parent);
  m_conflicts->setAccessibleName(tr("All that differ"));
  m_conflicts->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  for (const auto choice : ImportItems::choicesFor(authoring::PlanResult::Conflict))
    m_conflicts->addItem(ImportItems::choiceText(authoring::PlanResult::Conflict, choice), int(choice));
  m_conflictsLabel = new QLabel(tr("All that &differ:"), parent);
  m_conflictsLabel->setBuddy(m_conflicts);
  form->addRow(m_conflictsLabel, m_conflicts);
  column->addLayout(form);
  m_allowFiles = new QCheckBox(tr("&Read the files that a configuration names, among those chosen"), parent);
  column->addWidget(m_allowFiles);
}

void ImportPage::buildTree(QWidget* parent) {
  m_tree = new QTreeView(parent);
  m_tree->setModel(m_import.items());
  m_tree->setItemDelegate(new ImportChoiceDelegate(m_tree));
  m_tree->setAccessibleName(tr("What will happen"));
  m_tree->setUniformRowHeights(true);
  m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
  m_tree->setAllColumnsShowFocus(true);
  m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
  m_tree->setExpandsOnDoubleClick(false);
  m_tree->setTextElideMode(Qt::ElideRight);
  m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setHighlightSections(false);
  m_tree->header()->setSectionsMovable(false);
}

// ---------------------------------------------------------------- binding

void ImportPage::bind() {
  connect(m_empty, &EmptyState::stepTaken, this, &ImportPage::chooseFiles);
  connect(m_folder, &QPushButton::clicked, this, &ImportPage::chooseFolder);
  connect(m_format, &QComboBox::activated, this, [this] {
    const int format = m_format->currentData().toInt();
    m_import.setFormat(format == kByContent ? std::nullopt
                                            : std::optional(static_cast<authoring::Format>(format)));
  });
  connect(m_conflicts, &QComboBox::activated, this, [this] {
    m_import.items()->chooseForConflicts(static_cast<ImportChoice>(m_conflicts->currentData().toInt()));
  });
  connect(m_allowFiles, &QCheckBox::toggled, &m_import, &ImportVm::setAllowFiles);
  connect(m_apply, &QPushButton::clicked, this, [this] {
    if (m_import.state().phase == Phase::Done) return finish();
    m_import.apply();
  });
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    const bool waiting = m_import.state().phase == Phase::Waiting;
    m_import.cancel();
    if (waiting) Q_EMIT pageRequested(QStringLiteral("agents"), {});
  });
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& id) {
    if (id == QLatin1String(kUndo)) m_import.undo();
    if (id == QLatin1String(kCopyDetails) && m_import.state().error) copyDetails(*m_import.state().error);
  });
  connect(m_strip, &MessageStrip::dismissed, &m_import, &ImportVm::clearError);
  bindTree();
  connect(&m_import, &ImportVm::stateChanged, this, &ImportPage::render);
}

void ImportPage::bindTree() {
  auto* items = m_import.items();
  connect(items, &QAbstractItemModel::modelReset, this, [this, items] {
    fitColumns();
    const int rows = items->rowCount();
    for (int row = 0; rows <= kMostOpened && row < rows; ++row) m_tree->expand(items->index(row, 0));
    if (rows > 0) m_tree->setCurrentIndex(items->index(0, ImportItems::Choice));
  });
  connect(m_tree, &QTreeView::expanded, this, [this, items](const QModelIndex& item) {
    for (int detail = 0; detail < items->rowCount(item); ++detail)
      m_tree->setFirstColumnSpanned(detail, item, true);
  });
  // Return anywhere in a row, or a click on the choice, opens its list
  const auto edit = [this](const QModelIndex& index) {
    const auto choice = index.siblingAtColumn(ImportItems::Choice);
    if (choice.flags() & Qt::ItemIsEditable) m_tree->edit(choice);
  };
  connect(m_tree, &QTreeView::activated, this, edit);
  connect(m_tree, &QTreeView::clicked, this, [edit](const QModelIndex& index) {
    if (index.column() == ImportItems::Choice) edit(index);
  });
}

void ImportPage::go(const QString& target) {
  if (target == QLatin1String("choose")) {
    if (m_import.state().phase == Phase::Done) m_import.cancel();
    m_empty->setFocus(Qt::OtherFocusReason);
    return chooseFiles();
  }
  m_import.read(target.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
}

QList<QWidget*> ImportPage::panes() const {
  return {m_waiting, m_tree, m_apply};
}

void ImportPage::chooseFiles() {
  auto* dialog = new QFileDialog(this, tr("Import agents"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  dialog->setNameFilters(
      {tr("Agents (*.json *.yaml *.yml *.prompty *.md *.zip *.txt)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::filesSelected, &m_import, &ImportVm::read);
  dialog->open();
}

void ImportPage::chooseFolder() {
  auto* dialog = new QFileDialog(this, tr("Import a folder"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::filesSelected, &m_import, &ImportVm::read);
  dialog->open();
}

void ImportPage::finish() {
  const auto first = m_import.state().first;
  m_import.cancel();
  Q_EMIT pageRequested(QStringLiteral("agents"), first.isNull() ? QString() : format::text(first.toString()));
}

// ---------------------------------------------------------------- rendering

void ImportPage::render() {
  const auto& state = m_import.state();
  QStringList names;
  for (const auto& path : state.paths) names << QFileInfo(path).fileName();
  m_source->setFullText(names.join(QStringLiteral(", ")));
  syncVisible(m_source, !names.isEmpty());
  auto* part = state.phase == Phase::Waiting ? m_waiting : state.phase == Phase::Reading ? m_reading : m_plan;
  if (m_stack->currentWidget() != part) m_stack->setCurrentWidget(part);
  renderProgress();
  renderOptions();
  renderButtons();
  syncStrip(m_strip, stripMessage());
  if (m_shown == state.phase) return;
  m_shown = state.phase;
  // whoever works with keys goes on where the next thing is to be done
  if (state.phase == Phase::Planned)
    (state.differing > 0 ? static_cast<QWidget*>(m_tree) : m_apply)->setFocus();
  if (state.phase == Phase::Done) m_apply->setFocus();
}

void ImportPage::renderProgress() {
  const auto& state = m_import.state();
  syncText(m_readingText,
           state.all == 0
               ? tr("Reading…")
               : tr("Looked at %1 of %2 files").arg(format::count(state.done), format::count(state.all)));
  m_progress->setRange(0, state.all);
  m_progress->setValue(state.done);
  syncText(m_summary, summary());
}

void ImportPage::renderOptions() {
  const auto& state = m_import.state();
  const bool planned = state.phase == Phase::Planned;
  syncIndex(m_format, m_format->findData(state.format ? int(*state.format) : kByContent));
  syncEnabled(m_format, planned);
  syncVisible(m_conflicts, state.differing > 1);
  syncVisible(m_conflictsLabel, state.differing > 1);
  syncEnabled(m_conflicts, planned);
  syncVisible(m_allowFiles, state.namesFiles || state.allowFiles);
  syncChecked(m_allowFiles, state.allowFiles);
  syncEnabled(m_allowFiles, planned);
}

void ImportPage::setReadOnly(const QString& reason) {
  m_readOnly = reason;
  renderButtons();
}

void ImportPage::renderButtons() {
  const auto& state = m_import.state();
  const bool done = state.phase == Phase::Done;
  syncVisible(m_apply, state.phase == Phase::Planned || state.phase == Phase::Writing || done);
  syncText(m_apply, done                            ? tr("Show Agents")
                    : state.phase == Phase::Writing ? tr("Importing…")
                    : state.toWrite == 1            ? tr("Import 1 Agent")
                                                    : tr("Import %n Agents", nullptr, state.toWrite));
  syncEnabled(m_apply, done || (state.phase == Phase::Planned && state.toWrite > 0 && m_readOnly.isEmpty()));
  m_apply->setToolTip(done ? QString() : m_readOnly);
  syncVisible(m_cancel, true);
  syncText(m_cancel, done ? tr("Import More") : tr("Cancel"));
  syncEnabled(m_cancel, state.phase != Phase::Writing);
}

QString ImportPage::summary() const {
  const auto& state = m_import.state();
  const bool none = state.fresh + state.differing + state.same + state.refused == 0;
  if (none) return tr("There is no agent in it.");
  QStringList parts;
  const auto add = [&parts](int number, const QString& words) {
    if (number > 0) parts << QStringLiteral("%1 %2").arg(format::count(number), words);
  };
  add(state.fresh, tr("new"));
  add(state.differing, tr("there already and different"));
  add(state.same, tr("the same as here"));
  add(state.refused, tr("refused"));
  if (state.ignored > 0) parts << tr("%1 other files passed over").arg(format::count(state.ignored));
  return parts.join(QStringLiteral(" · "));
}

QString ImportPage::outcome() const {
  const auto& state = m_import.state();
  QStringList parts{tr("%1 imported").arg(format::count(state.imported))};
  if (state.replaced > 0) parts << tr("%1 saved as a new version").arg(format::count(state.replaced));
  if (state.same > 0) parts << tr("%1 the same").arg(format::count(state.same));
  if (state.skipped > 0) parts << tr("%1 skipped").arg(format::count(state.skipped));
  if (state.refused > 0) parts << tr("%1 refused").arg(format::count(state.refused));
  return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

StripMessage ImportPage::stripMessage() const {
  const auto& state = m_import.state();
  if (state.error && state.error->code == base::ErrorCode::InvalidInput)
    return {.kind = StripKind::Negative, .sentence = format::refusalSentence(*state.error)};
  if (state.error) return errorMessage(*state.error);
  if (state.phase != Phase::Done) return {};
  StripMessage message{.kind = StripKind::Positive, .sentence = outcome(), .closable = false};
  if (state.undoable) message.buttons = {{QLatin1String(kUndo), tr("Undo")}};
  return message;
}

void ImportPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fitColumns();
}

// The name takes what the others leave, and on a narrow page the format goes first.
void ImportPage::fitColumns() {
  auto* header = m_tree->header();
  if (header->count() != ImportItems::kColumns) return;
  const int character = fontMetrics().averageCharWidth();
  m_tree->setColumnHidden(ImportItems::Format, width() < character * 90);
  header->setSectionResizeMode(ImportItems::Name, QHeaderView::Stretch);
  header->setSectionResizeMode(ImportItems::Format, QHeaderView::Interactive);
  header->resizeSection(ImportItems::Format, character * 28);
  header->resizeSection(ImportItems::Result, character * 16);
  header->resizeSection(ImportItems::Choice, character * 28);
}

}  // namespace aiagent::ui
