#include "ui/pages/knowledge_section.h"

#include <algorithm>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/fit_columns.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/off_because.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using domain::KnowledgeUse;
using format::text;

enum Column { Name, Type, Use, Size, kColumns };  // the number at the edge

constexpr char kAttachAgain[] = "attach-again";

std::filesystem::path pathOf(const QString& name) {
  return std::filesystem::path(name.toStdU16String());
}

std::vector<std::filesystem::path> filesOf(const QMimeData& data) {
  std::vector<std::filesystem::path> files;
  for (const auto& url : data.urls())
    if (url.isLocalFile()) files.push_back(pathOf(url.toLocalFile()));
  return files;
}

QString useText(KnowledgeUse use) {
  return use == KnowledgeUse::InputFile ? KnowledgeSection::tr("With the first message")
                                        : KnowledgeSection::tr("Searched");
}

// "PDF", "Text": a word for the usual ones, the type itself for the rest.
QString typeText(const std::string& type) {
  if (type == "application/pdf") return QStringLiteral("PDF");
  if (type == "text/markdown") return QStringLiteral("Markdown");
  if (type == "text/plain") return KnowledgeSection::tr("Text");
  if (type == "text/csv") return QStringLiteral("CSV");
  if (type == "application/json") return QStringLiteral("JSON");
  if (type == "application/yaml") return QStringLiteral("YAML");
  if (type == "text/html") return QStringLiteral("HTML");
  if (type == "application/xml") return QStringLiteral("XML");
  if (type.find("wordprocessingml") != std::string::npos) return QStringLiteral("Word");
  if (type.find("presentationml") != std::string::npos) return QStringLiteral("PowerPoint");
  if (type.find("spreadsheetml") != std::string::npos) return QStringLiteral("Excel");
  return text(type);
}

}  // namespace

KnowledgeSection::KnowledgeSection(KnowledgeVm& knowledge, QWidget* parent)
    : QWidget(parent), m_knowledge(knowledge) {
  setAcceptDrops(true);
  build();
  bind();
  render();
}

void KnowledgeSection::build() {
  // It scrolls where large text or a low window leaves too little room.
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
  auto* body = new QWidget(scroll);
  scroll->setWidget(body);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  m_strip = new MessageStrip(this);
  column->addWidget(m_strip);
  m_list = new QTreeWidget(this);
  m_list->setAccessibleName(tr("Knowledge files"));
  m_list->setColumnCount(kColumns);
  m_list->setHeaderLabels({tr("Name"), tr("Type"), tr("How it is used"), tr("Size")});
  m_list->headerItem()->setTextAlignment(Size, Qt::AlignTrailing | Qt::AlignVCenter);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setTextElideMode(Qt::ElideMiddle);
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(QHeaderView::Fixed);
  m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
  followFont(m_list, [this] {
    m_list->setMinimumHeight(m_list->fontMetrics().height() * 5);
    fitColumns(m_list, Type);
  });

  auto* row = new QHBoxLayout;
  row->setSpacing(kGapInside);
  m_add = iconButton(QStringLiteral("list-add"), tr("Add files"), this);
  m_remove = iconButton(QStringLiteral("list-remove"), tr("Remove the files (Delete)"), this);
  m_rename = iconButton(QStringLiteral("document-edit"), tr("Rename the file"), this);
  m_save = iconButton(QStringLiteral("document-save"), tr("Save a copy of the file"), this);
  for (auto* button : {m_add, m_remove, m_rename, m_save}) {
    button->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(button);
  }
  row->addStretch(1);
  m_use = new QComboBox(this);
  m_use->addItem(tr("Send with the first message"), int(KnowledgeUse::InputFile));
  m_use->addItem(tr("Search in a vector store"), int(KnowledgeUse::FileSearch));
  m_use->setAccessibleName(tr("How the chosen files are used"));
  row->addWidget(m_use);
  column->addLayout(row);
  column->addWidget(buildWork());
  column->addWidget(m_list, 1);
  setTabOrder(m_cancel, m_list);
  column->addWidget(hintLabel(
      tr("Files can be dropped here: 512 MB at most for each. Up to 1 MB goes with the message itself; what "
         "is "
         "larger or searched is uploaded to the provider, where it stays for 30 days (Settings, Uploaded "
         "files)."),
      this));
}

QWidget* KnowledgeSection::buildWork() {
  m_work = new QWidget(this);
  auto* row = new QHBoxLayout(m_work);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_workText = new ElidedLabel(m_work, Qt::ElideMiddle);
  m_workBar = new QProgressBar(m_work);
  m_workBar->setAccessibleName(tr("Progress of the file"));
  m_workBar->setTextVisible(false);
  m_workBar->setFixedWidth(fontMetrics().averageCharWidth() * 20);
  m_cancel = new QPushButton(tr("Cancel"), m_work);
  row->addWidget(m_workText, 1);
  row->addWidget(m_workBar);
  row->addWidget(m_cancel);
  m_work->hide();
  return m_work;
}

void KnowledgeSection::bind() {
  connect(&m_knowledge, &KnowledgeVm::stateChanged, this, &KnowledgeSection::render);
  connect(m_add, &QToolButton::clicked, this, &KnowledgeSection::add);
  connect(m_save, &QToolButton::clicked, this, &KnowledgeSection::saveAs);
  connect(m_cancel, &QPushButton::clicked, &m_knowledge, &KnowledgeVm::cancel);
  const auto remove = [this] {
    if (m_readOnly.isEmpty()) m_knowledge.remove(chosen());
  };
  const auto rename = [this] {
    if (!m_readOnly.isEmpty()) return;
    if (const auto rows = chosen(); rows.size() == 1)
      m_list->editItem(m_list->topLevelItem(int(rows[0])), Name);
  };
  connect(m_remove, &QToolButton::clicked, this, remove);
  connect(m_rename, &QToolButton::clicked, this, rename);
  connect(m_list, &QTreeWidget::itemDoubleClicked, this, rename);
  auto* shortcut = new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, remove);
  connect(m_list, &QTreeWidget::itemSelectionChanged, this, &KnowledgeSection::renderButtons);
  connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
    if (m_rendering || column != Name) return;
    const auto row = std::size_t(m_list->indexOfTopLevelItem(item));
    if (!m_knowledge.rename(row, item->text(Name))) renderRows();
  });
  connect(m_use, &QComboBox::activated, this,
          [this] { m_knowledge.setUse(chosen(), static_cast<KnowledgeUse>(m_use->currentData().toInt())); });
  connect(m_strip, &MessageStrip::triggered, this, &KnowledgeSection::onStrip);
  connect(m_strip, &MessageStrip::dismissed, &m_knowledge, &KnowledgeVm::clearError);
}

std::vector<std::size_t> KnowledgeSection::chosen() const {
  std::vector<std::size_t> rows;
  for (int row = 0; row < m_list->topLevelItemCount(); ++row)
    if (m_list->topLevelItem(row)->isSelected()) rows.push_back(std::size_t(row));
  return rows;
}

int KnowledgeSection::firstMissing() const {
  const auto& rows = m_knowledge.state().rows;
  const auto at = std::ranges::find(rows, true, &KnowledgeRow::missing);
  return at == rows.end() ? -1 : int(at - rows.begin());
}

// ---------------------------------------------------------------- rendering

void KnowledgeSection::render() {
  const auto& state = m_knowledge.state();
  renderRows();
  renderButtons();
  renderStrip();
  syncVisible(m_work, state.working);
  if (!state.working) return;
  const auto what = state.workName.isEmpty() ? tr("Copying files into the profile…")
                    : state.workOf > 1       ? tr("Copying “%1” into the profile (%2 of %3)")
                                             .arg(state.workName)
                                             .arg(state.workNumber)
                                             .arg(state.workOf)
                                       : tr("Copying “%1” into the profile").arg(state.workName);
  static_cast<ElidedLabel*>(m_workText)->setFullText(what);
  m_workBar->setRange(0, state.workName.isEmpty() ? 0 : 100);
  m_workBar->setValue(state.workPercent);
}

void KnowledgeSection::renderRows() {
  const auto& rows = m_knowledge.state().rows;
  m_rendering = true;
  while (m_list->topLevelItemCount() > int(rows.size()))
    delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
  for (int i = 0; i < int(rows.size()); ++i) {
    const auto& [file, missing] = rows[std::size_t(i)];
    auto* item = m_list->topLevelItem(i);
    if (!item) {
      item = new QTreeWidgetItem(m_list);
      item->setFlags(item->flags() | Qt::ItemIsEditable);
      item->setTextAlignment(Size, Qt::AlignTrailing | Qt::AlignVCenter);
    }
    const auto set = [item](int column, const QString& words) {
      if (item->text(column) != words) item->setText(column, words);
    };
    set(Name, text(file.name));
    set(Type, typeText(file.mediaType));
    set(Size, format::bytes(file.bytes));
    set(Use, missing ? tr("Not on this computer") : useText(file.use));
    item->setIcon(Name,
                  icon(missing ? QStringLiteral("data-warning") : QStringLiteral("document-properties")));
    item->setToolTip(Name, text(file.name));
    item->setToolTip(Size, tr("%1 bytes, SHA-256 %2").arg(format::count(file.bytes), text(file.sha256)));
    item->setToolTip(Type, text(file.mediaType));
  }
  fitColumns(m_list, Type);
  m_rendering = false;
}

void KnowledgeSection::renderButtons() {
  const auto& state = m_knowledge.state();
  const auto rows = chosen();
  enableUnless(m_add, m_readOnly, !state.working);
  enableUnless(m_remove, m_readOnly, !rows.empty());
  enableUnless(m_rename, m_readOnly, rows.size() == 1);
  syncEnabled(m_save, rows.size() == 1 && rows[0] < state.rows.size() && !state.rows[rows[0]].missing);
  enableUnless(m_use, m_readOnly, !rows.empty());
  if (rows.empty() || rows[0] >= state.rows.size()) return;
  syncIndex(m_use, m_use->findData(int(state.rows[rows[0]].file.use)));
}

void KnowledgeSection::renderStrip() {
  const auto& state = m_knowledge.state();
  StripMessage message;
  if (state.error) {
    message = errorMessage(*state.error);
  } else if (const int row = firstMissing(); row >= 0) {
    message = {.kind = StripKind::Caution,
               .sentence = tr("The file “%1” is not on this computer, so the agent cannot be run with it.")
                               .arg(text(state.rows[std::size_t(row)].file.name)),
               .buttons = {{QLatin1String(kAttachAgain), tr("Attach Again…")}},
               .closable = false};
    if (!m_readOnly.isEmpty()) message.buttons.clear();
  }
  syncStrip(m_strip, message);
}

// ---------------------------------------------------------------- what a person does

void KnowledgeSection::onStrip(const QString& button) {
  const auto& state = m_knowledge.state();
  if (button == QLatin1String(kAttachAgain)) return attachAgain();
  if (!state.error) return;
  if (button == QLatin1String(kCopyDetails)) return copyDetails(*state.error);
  const auto error = *state.error;
  m_knowledge.clearError();
  if (!m_readOnly.isEmpty()) return;
  if (remedyOf(button) == format::Remedy::EditField && error.subject.rfind("knowledge.", 0) == 0) {
    focusFile(text(error.subject.substr(10)));
    attachAgain();
  }
}

void KnowledgeSection::add() {
  std::vector<std::filesystem::path> files;
  for (const auto& name : QFileDialog::getOpenFileNames(this, tr("Add Knowledge Files")))
    files.push_back(pathOf(name));
  m_knowledge.add(std::move(files));
}

void KnowledgeSection::attachAgain() {
  const auto rows = chosen();
  const int row = firstMissing() >= 0 ? firstMissing() : rows.size() == 1 ? int(rows[0]) : -1;
  if (row < 0) return;
  const auto name = text(m_knowledge.state().rows[std::size_t(row)].file.name);
  const auto file = QFileDialog::getOpenFileName(this, tr("Attach “%1” Again").arg(name));
  if (!file.isEmpty()) m_knowledge.attachAgain(std::size_t(row), pathOf(file));
}

void KnowledgeSection::saveAs() {
  const auto rows = chosen();
  if (rows.size() != 1) return;
  const auto name = text(m_knowledge.state().rows[rows[0]].file.name);
  const auto file = QFileDialog::getSaveFileName(this, tr("Save a Copy"), name);
  if (!file.isEmpty()) m_knowledge.saveAs(rows[0], pathOf(file));
}

void KnowledgeSection::focusFile(const QString& name) {
  for (int row = 0; row < m_list->topLevelItemCount(); ++row)
    if (m_list->topLevelItem(row)->text(Name) == name) m_list->setCurrentItem(m_list->topLevelItem(row));
  m_list->setFocus(Qt::OtherFocusReason);
}

void KnowledgeSection::setReadOnly(const QString& reason) {
  if (m_readOnly == reason) return;
  m_readOnly = reason;
  setAcceptDrops(reason.isEmpty());
  renderButtons();
  renderStrip();
}

void KnowledgeSection::dragEnterEvent(QDragEnterEvent* event) {
  if (m_readOnly.isEmpty() && !filesOf(*event->mimeData()).empty()) event->acceptProposedAction();
}

void KnowledgeSection::dropEvent(QDropEvent* event) {
  auto files = filesOf(*event->mimeData());
  if (files.empty() || !m_readOnly.isEmpty()) return;
  event->acceptProposedAction();
  m_knowledge.add(std::move(files));
}

}  // namespace aiagent::ui
