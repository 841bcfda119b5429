#include "ui/pages/deployments/files_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/format/lint_words.h"
#include "ui/format/text.h"
#include "ui/pages/deployments/finding_pane.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

using cluster::lint::LintSeverity;
using Stage = FilesState::Stage;

constexpr auto kAgeStep = std::chrono::seconds(10);
constexpr int kPaneWidth = 400;
constexpr int kNarrow = 100;  // characters: below it the finding stands under the table

// The folder that is being dropped; empty: none.
QString folderOf(const QMimeData& data) {
  const auto urls = data.urls();
  const auto path = urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
  return QFileInfo(path).isDir() ? path : QString();
}

// Its finding goes under the table where there is no room beside it.
class TurningSplitter : public QSplitter {
 public:
  using QSplitter::QSplitter;

 protected:
  void resizeEvent(QResizeEvent* event) override {
    const bool narrow = width() < fontMetrics().averageCharWidth() * kNarrow;
    setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    QSplitter::resizeEvent(event);
  }
};

}  // namespace

FilesView::FilesView(FilesVm& files, QWidget* parent) : QWidget(parent), m_files(files), m_alive(&files) {
  setAccessibleName(tr("Files"));
  setAcceptDrops(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, kGapRelated, 0, 0);
  column->setSpacing(kGapRelated);
  m_strip = new MessageStrip(this);
  column->addLayout(buildHead());
  column->addWidget(m_strip);
  column->addWidget(buildProgress());
  column->addWidget(buildFilters());
  column->addWidget(buildBody(), 1);
  buildMenu();
  bind();
  render();
}

QHBoxLayout* FilesView::buildHead() {
  m_folder = new ElidedLabel(this, Qt::ElideMiddle);
  m_folder->setTextFormat(Qt::PlainText);
  m_checked = new MetaLabel(this);
  m_checked->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  m_again = iconButton(QStringLiteral("view-refresh"), tr("Check again"), this);
  m_more = iconButton(QStringLiteral("overflow-menu"), tr("Copy, save, forget"), this);
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_choose = new QPushButton(tr("Choose Folder…"), this);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_folder, 2);
  row->addWidget(m_checked, 1);
  row->addWidget(m_again);
  row->addWidget(m_more);
  row->addWidget(m_choose);
  return row;
}

void FilesView::buildMenu() {
  auto* menu = new QMenu(m_more);
  const auto copy = icon(QStringLiteral("edit-copy")), save = icon(QStringLiteral("document-save"));
  menu->addAction(copy, tr("&Copy All as Text"), this, [this] { copyAll(LintFormat::Text); });
  menu->addAction(copy, tr("Copy All as &JSON"), this, [this] { copyAll(LintFormat::Json); });
  menu->addAction(copy, tr("Copy All as SARI&F"), this, [this] { copyAll(LintFormat::Sarif); });
  menu->addSeparator();
  menu->addAction(save, tr("Save as &Text…"), this, [this] { saveAll(LintFormat::Text); });
  menu->addAction(save, tr("Save as JS&ON…"), this, [this] { saveAll(LintFormat::Json); });
  menu->addAction(save, tr("&Save as SARIF…"), this, [this] { saveAll(LintFormat::Sarif); });
  menu->addSeparator();
  m_forget = menu->addAction(icon(QStringLiteral("edit-clear")), tr("For&get the Folder"), this,
                             [this] { m_files.choose({}); });
  m_more->setMenu(menu);
}

QWidget* FilesView::buildProgress() {
  m_progress = new QWidget(this);
  m_progressText = new QLabel(m_progress);
  auto* cancel = new QPushButton(tr("Cancel"), m_progress);
  connect(cancel, &QPushButton::clicked, &m_files, &FilesVm::cancel);
  auto* row = new QHBoxLayout(m_progress);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_progressText);
  row->addWidget(cancel);
  row->addStretch(1);
  m_progress->hide();
  return m_progress;
}

QWidget* FilesView::buildFilters() {
  m_filters = new QWidget(this);
  m_search = new QLineEdit(m_filters);
  m_search->setPlaceholderText(tr("Filter findings…"));
  m_search->setAccessibleName(tr("Filter findings"));
  makeSearchField(m_search);
  m_search->installEventFilter(this);
  m_severity = new QComboBox(m_filters);
  m_severity->setAccessibleName(tr("Severity"));
  m_severity->addItem(tr("All severities"), int(LintSeverity::Hint));
  m_severity->addItem(tr("Errors and warnings"), int(LintSeverity::Warning));
  m_severity->addItem(tr("Errors"), int(LintSeverity::Error));
  m_rule = new QComboBox(m_filters);
  m_rule->setAccessibleName(tr("Rule"));
  m_watch = new QCheckBox(tr("&Watch the folder"), m_filters);
  m_watch->setToolTip(tr("Check again by itself when a file changes"));
  m_counts = new MetaLabel(m_filters);
  m_counts->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(m_filters);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_search, 2);
  row->addWidget(m_severity);
  row->addWidget(m_rule);
  row->addWidget(m_watch);
  row->addWidget(m_counts, 1);
  return m_filters;
}

QWidget* FilesView::buildBody() {
  m_stack = new QStackedWidget(this);
  m_empty = new EmptyState(m_stack);
  auto* splitter = new TurningSplitter(Qt::Horizontal, m_stack);
  splitter->setChildrenCollapsible(false);
  splitter->setHandleWidth(kGapRelated);
  m_table = new QTreeWidget(splitter);
  m_table->setAccessibleName(tr("What was found"));
  m_table->setHeaderLabels({tr("Severity"), tr("Rule"), tr("Place"), tr("What is wrong")});
  m_table->setUniformRowHeights(true);
  m_table->setAllColumnsShowFocus(true);
  m_table->setTextElideMode(Qt::ElideRight);
  m_table->installEventFilter(this);
  m_pane = new FindingPane(m_files, splitter);
  splitter->addWidget(m_table);
  splitter->addWidget(m_pane);
  splitter->setStretchFactor(0, 1);
  splitter->setStretchFactor(1, 0);
  splitter->setSizes({kPaneWidth * 2, kPaneWidth});
  m_pane->hide();
  m_body = splitter;
  m_stack->addWidget(m_empty);
  m_stack->addWidget(splitter);
  return m_stack;
}

void FilesView::bind() {
  m_age.setInterval(kAgeStep);
  connect(&m_age, &QTimer::timeout, this, &FilesView::render);
  connect(&m_files, &FilesVm::stateChanged, this, &FilesView::render);
  connect(m_choose, &QPushButton::clicked, this, &FilesView::chooseFolder);
  connect(m_again, &QToolButton::clicked, &m_files, &FilesVm::check);
  connect(m_empty, &EmptyState::stepTaken, this, [this] {
    const auto stage = m_files.state().stage;
    stage == Stage::Failed || stage == Stage::Stopped ? m_files.check() : chooseFolder();
  });
  connect(m_watch, &QCheckBox::toggled, &m_files, &FilesVm::setWatching);
  connect(m_search, &QLineEdit::textChanged, this, &FilesView::renderTable);
  for (auto* combo : {m_severity, m_rule})
    connect(combo, &QComboBox::currentIndexChanged, this, &FilesView::renderTable);
  connect(m_table, &QTreeWidget::currentItemChanged, this, &FilesView::renderFinding);
  connect(m_table, &QTreeWidget::itemActivated, this, [this] {
    if (m_pane->isVisible()) m_pane->setFocus(Qt::OtherFocusReason);
  });
  connect(m_table, &QTreeWidget::itemCollapsed, this,
          [this](QTreeWidgetItem* item) { m_folded.insert(item->data(0, Qt::UserRole + 1).toString()); });
  connect(m_table, &QTreeWidget::itemExpanded, this,
          [this](QTreeWidgetItem* item) { m_folded.remove(item->data(0, Qt::UserRole + 1).toString()); });
  connect(m_pane, &FindingPane::closed, this, &FilesView::closeFinding);
  connect(m_pane, &FindingPane::notOpened, this, [this](const QString& place) {
    m_trouble = tr("The file could not be opened. Its place was copied: %1").arg(place);
    renderStrip();
  });
  connect(m_strip, &MessageStrip::dismissed, this, [this] { m_trouble.clear(); });
}

// ---------------------------------------------------------------- what a person does

void FilesView::chooseFolder() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("The folder with the deployment's files"),
                                                        m_files.state().folder);
  if (!folder.isEmpty()) m_files.choose(folder);
}

void FilesView::copyAll(LintFormat format) {
  QApplication::clipboard()->setText(format::text(m_files.exported(format)));
}

void FilesView::saveAll(LintFormat format) {
  static constexpr const char* kNames[] = {"findings.txt", "findings.json", "findings.sarif"};
  const auto path = QFileDialog::getSaveFileName(this, tr("Save what was found"),
                                                 QLatin1String(kNames[std::size_t(format)]));
  if (path.isEmpty()) return;
  m_files.save(format, path, [this](const base::Result<void>& saved) {
    m_trouble = saved ? QString() : format::explain(saved.error()).text();
    renderStrip();
  });
}

void FilesView::focusSearch() {
  if (m_filters->isVisible()) m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void FilesView::closeFinding() {
  m_table->setCurrentItem(nullptr);
  m_table->clearSelection();
  m_table->setFocus(Qt::OtherFocusReason);
}

void FilesView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_age.start();
  m_files.setShown(true);
}

void FilesView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_age.stop();
  if (m_alive) m_files.setShown(false);
}

void FilesView::dragEnterEvent(QDragEnterEvent* event) {
  if (!folderOf(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void FilesView::dropEvent(QDropEvent* event) {
  const auto folder = folderOf(*event->mimeData());
  if (folder.isEmpty()) return;
  event->acceptProposedAction();
  m_files.choose(folder);
}

bool FilesView::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  if (watched == m_table && key->matches(QKeySequence::Copy)) {
    m_pane->copyFinding();
    return true;
  }
  if (watched == m_table && key->key() == Qt::Key_Escape && m_pane->isVisible()) {
    closeFinding();
    return true;
  }
  if (watched == m_search && key->key() == Qt::Key_Escape) {
    m_search->clear();
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
  }
  if (watched == m_search && key->key() == Qt::Key_Down) {
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

// ---------------------------------------------------------------- rendering

void FilesView::render() {
  renderHead();
  renderProgress();
  renderStrip();
  renderRules();
  renderTable();
}

void FilesView::renderHead() {
  const auto& state = m_files.state();
  const bool chosen = !state.folder.isEmpty();
  const bool checked = state.stage == Stage::Checked;
  syncText(m_folder, state.folder);
  const auto age = format::relativeTime(state.checkedAt, m_files.clock().wallNow());
  const auto words = state.files == 1 ? tr("1 file, checked %1").arg(age)
                                      : tr("%n files, checked %1", nullptr, int(state.files)).arg(age);
  syncText(m_checked, checked ? words : QString());
  m_checked->setToolTip(
      checked ? tr("%1\nby %2 rules").arg(format::exactTime(state.checkedAt)).arg(state.rules) : QString());
  for (QWidget* widget : {static_cast<QWidget*>(m_again), static_cast<QWidget*>(m_more),
                          static_cast<QWidget*>(m_choose), static_cast<QWidget*>(m_folder)})
    syncVisible(widget, chosen);
  syncEnabled(m_again, !state.checking);
  syncChecked(m_watch, state.watching);
}

// Again and again it is checked in silence; the first time, and where it takes long, it says how far it is.
void FilesView::renderProgress() {
  const auto& state = m_files.state();
  const bool told = state.checking && (state.seen > 0 || state.stage != Stage::Checked);
  syncVisible(m_progress, told);
  if (!told) return;
  syncText(m_progressText,
           state.read > 0 ? tr("Reading… (files: %1)").arg(format::count(std::int64_t(state.read)))
                          : tr("Looking for files… (seen: %1)").arg(format::count(std::int64_t(state.seen))));
}

void FilesView::renderStrip() {
  const auto& state = m_files.state();
  StripMessage message;
  if (!m_trouble.isEmpty())
    message = {.kind = StripKind::Negative, .sentence = m_trouble};
  else if (state.error && state.stage == Stage::Checked)
    message = {.kind = StripKind::Caution,
               .sentence = tr("What is shown is older: %1").arg(format::explain(*state.error).text()),
               .closable = false};
  else if (state.more)
    message = {.kind = StripKind::Informative,
               .sentence = tr("There is more than is shown: these are the first %1 findings.")
                               .arg(format::count(std::int64_t(state.findings.size()))),
               .closable = false};
  syncStrip(m_strip, message);
}

void FilesView::renderEmpty() {
  const auto& state = m_files.state();
  switch (state.stage) {
    case Stage::Nothing:
      return m_empty->set(QStringLiteral("view-list-text"), tr("No folder chosen"),
                          tr("Choose or drop the folder with a deployment's files: Dockerfiles, compose "
                             "files, Kubernetes manifests, workflows, env files and migrations are read "
                             "together, and nothing of them is sent anywhere."),
                          tr("Choose a Folder…"));
    case Stage::Reading: return m_empty->set(QStringLiteral("view-list-text"), tr("Reading…"), {});
    case Stage::Stopped:
      return m_empty->set(QStringLiteral("media-playback-stop"), tr("Stopped"),
                          tr("The folder was not checked to its end."), tr("Check Again"));
    case Stage::Failed:
      return m_empty->set(QStringLiteral("state-error"), tr("The folder could not be read"),
                          state.error ? format::explain(*state.error).text() : QString(), tr("Try Again"));
    case Stage::Checked: break;
  }
  if (state.files == 0)
    return m_empty->set(QStringLiteral("view-list-text"), tr("Nothing to check"),
                        tr("There is no Dockerfile, manifest, workflow or other file of a deployment in this "
                           "folder."),
                        tr("Choose Another Folder…"));
  if (!state.findings.empty() || (state.live && !state.live->findings.empty()))
    return m_empty->set(QStringLiteral("view-filter"), tr("Nothing matches"),
                        tr("No finding matches the filter."));
  const auto sentence =
      state.files == 1 ? tr("1 file was checked by %1 rules.").arg(state.rules)
                       : tr("%n files were checked by %1 rules.", nullptr, int(state.files)).arg(state.rules);
  m_empty->set(QStringLiteral("state-ok"), tr("Nothing wrong"),
               (QStringList(sentence) + notChecked()).join(QLatin1Char('\n')));
}

}  // namespace aiagent::ui
