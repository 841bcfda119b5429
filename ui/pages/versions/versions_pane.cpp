#include "ui/pages/versions/versions_pane.h"

#include <algorithm>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"
#include "ui/pages/versions/field_sections.h"
#include "ui/pages/versions/merge_form.h"
#include "ui/pages/versions/version_row_painter.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/off_because.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/diff_view.h"

namespace aiagent::ui {
namespace {

constexpr char kUndoMove[] = "undo-move";
constexpr char kCompareBranch[] = "compare-branch";
constexpr char kMergeBranch[] = "merge-branch";

constexpr int kWideCharacters = 78;  // from here on the list stands beside what changed

bool holds(const std::vector<std::string>& labels, const std::string& name) {
  return std::ranges::find(labels, name) != labels.end();
}

}  // namespace

VersionsPane::VersionsPane(VersionsVm& versions, QWidget* parent) : QWidget(parent), m_versions(versions) {
  setAccessibleName(tr("Versions"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(buildHeader());
  m_strip = new MessageStrip(this);
  column->addWidget(m_strip);
  column->addWidget(buildLabelRow());
  m_stack = new QStackedWidget(this);
  m_splitter = new QSplitter(this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->addWidget(buildList());
  m_splitter->addWidget(buildDetail());
  m_splitter->setStretchFactor(1, 1);
  m_stack->addWidget(m_splitter);
  m_merge = new MergeForm(m_versions, this);
  m_stack->addWidget(m_merge);
  column->addWidget(m_stack, 1);
  bind();
  render();
}

// ---------------------------------------------------------------- building

QWidget* VersionsPane::buildHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_back = iconButton(QStringLiteral("go-previous"), tr("Back to the editor (Esc)"), header);
  m_against = new QComboBox(header);
  m_against->addItem(tr("Changes it made"), int(Against::Parent));
  m_against->addItem(tr("Compared with now"), int(Against::Current));
  m_against->setAccessibleName(tr("What is compared"));
  m_against->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_against->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_label = iconButton(QStringLiteral("tag"), tr("Labels"), header);
  m_label->setPopupMode(QToolButton::InstantPopup);
  m_label->setMenu(new QMenu(m_label));
  m_restore = new QPushButton(tr("Restore"), header);
  m_restore->setToolTip(tr("Makes this version's text a new version. Nothing is lost."));
  m_more = iconButton(QStringLiteral("overflow-menu"), tr("More about this version"), header);
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setMenu(new QMenu(m_more));
  row->addWidget(m_back);
  row->addWidget(sectionTitle(tr("Versions"), header));
  row->addStretch(1);
  row->addWidget(m_against);
  row->addWidget(m_label);
  row->addWidget(m_restore);
  row->addWidget(m_more);
  return header;
}

QWidget* VersionsPane::buildList() {
  m_list = new QListView(this);
  m_list->setObjectName(QStringLiteral("versions"));
  m_list->setAccessibleName(tr("List of versions"));
  m_list->setModel(m_versions.rows());
  m_list->setItemDelegate(new VersionRowPainter(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setMouseTracking(true);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setToolTip(tr("Select two to compare them"));
  m_list->setMinimumSize(160, 90);
  return m_list;
}

QWidget* VersionsPane::buildDetail() {
  auto* detail = new QWidget(this);
  auto* column = new QVBoxLayout(detail);
  column->setContentsMargins(kGapRelated, 0, 0, 0);
  column->setSpacing(kGapInside);
  m_title = new ElidedLabel(detail);
  QFont bold = m_title->font();
  bold.setWeight(QFont::DemiBold);
  m_title->setFont(bold);
  m_message = new QLabel(detail);
  m_message->setTextFormat(Qt::PlainText);
  m_message->setWordWrap(true);
  m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_meta = new MetaLabel(detail);
  m_moves = hintLabel(QString(), detail);
  m_moves->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_same = hintLabel(tr("There is no difference."), detail);
  m_diff = new widgets::DiffView(detail);
  m_diff->setAccessibleName(tr("What changed"));
  column->addWidget(m_title);
  column->addWidget(m_message);
  column->addWidget(m_meta);
  column->addWidget(m_moves);
  column->addWidget(m_same);
  column->addWidget(m_diff, 1);
  column->addStretch(0);
  return detail;
}

QWidget* VersionsPane::buildLabelRow() {
  m_labelRow = new QWidget(this);
  auto* row = new QHBoxLayout(m_labelRow);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_labelName = new QLineEdit(m_labelRow);
  m_labelName->setAccessibleName(tr("Name of the label"));
  m_labelName->setPlaceholderText(tr("Name of the label: small letters, digits, “.”, “_”, “-”"));
  auto* add = new QPushButton(tr("Add Label"), m_labelRow);
  row->addWidget(m_labelName, 1);
  row->addWidget(add);
  m_labelRow->hide();
  const auto put = [this] {
    if (const auto* version = selectedRow())
      m_versions.putLabel(format::utf8(m_labelName->text().trimmed()), version->id);
    askForLabel(false);
  };
  connect(add, &QPushButton::clicked, this, put);
  connect(m_labelName, &QLineEdit::returnPressed, this, put);
  return m_labelRow;
}

void VersionsPane::bind() {
  connect(&m_versions, &VersionsVm::stateChanged, this, &VersionsPane::render);
  connect(&m_versions, &VersionsVm::mergeAsks, m_merge, &MergeForm::focusFirst);
  connect(m_versions.rows(), &QAbstractItemModel::rowsInserted, this, &VersionsPane::renderSelection);
  connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VersionsPane::onSelection);
  connect(m_back, &QToolButton::clicked, this, &VersionsPane::closed);
  connect(m_against, qOverload<int>(&QComboBox::activated), this,
          [this] { m_versions.setAgainst(Against(m_against->currentData().toInt())); });
  connect(m_restore, &QPushButton::clicked, this, [this] {
    if (const auto* version = selectedRow()) m_versions.restore(version->id);
  });
  connect(m_label->menu(), &QMenu::aboutToShow, this, &VersionsPane::fillLabelMenu);
  connect(m_more->menu(), &QMenu::aboutToShow, this, &VersionsPane::fillMoreMenu);
  connect(m_strip, &MessageStrip::triggered, this, &VersionsPane::onStrip);
  connect(m_strip, &MessageStrip::dismissed, &m_versions, &VersionsVm::clearMessages);
}

// ---------------------------------------------------------------- menus

void VersionsPane::fillLabelMenu() {
  auto* menu = m_label->menu();
  menu->clear();
  const auto* version = selectedRow();
  if (!version || version->id.isNull()) return;
  std::vector<std::string> names(std::begin(domain::kUsualLabels), std::end(domain::kUsualLabels));
  for (const auto& label : m_versions.state().labels)
    if (!holds(names, label.name)) names.push_back(label.name);
  for (const auto& name : names) {
    auto* action = menu->addAction(format::text(name));
    action->setCheckable(true);
    action->setChecked(holds(version->labels, name));
    connect(action, &QAction::triggered, this, [this, name, id = version->id](bool on) {
      if (on)
        m_versions.putLabel(name, id);
      else
        m_versions.takeLabel(name);
    });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Another label…")), &QAction::triggered, this, [this] { askForLabel(true); });
}

void VersionsPane::fillMoreMenu() {
  auto* menu = m_more->menu();
  menu->clear();
  const auto copy = [](const std::string& text) {
    QGuiApplication::clipboard()->setText(format::text(text));
  };
  if (const auto* version = selectedRow(); version && !version->id.isNull()) {
    connect(menu->addAction(tr("Copy id")), &QAction::triggered, this,
            [copy, id = version->id] { copy(id.toString()); });
    if (const auto hash = m_versions.hashOf(version->id); !hash.empty())
      connect(menu->addAction(tr("Copy hash of its content")), &QAction::triggered, this,
              [copy, hash] { copy(hash); });
    menu->addSeparator();
  }
  auto* moves = menu->addAction(tr("History of the labels"));
  moves->setCheckable(true);
  moves->setChecked(m_versions.state().moves.has_value());
  connect(moves, &QAction::triggered, &m_versions, &VersionsVm::showMoves);
}

void VersionsPane::askForLabel(bool asked) {
  m_labelRow->setVisible(asked);
  m_labelName->clear();
  if (asked)
    m_labelName->setFocus(Qt::OtherFocusReason);
  else
    m_list->setFocus(Qt::OtherFocusReason);
}

void VersionsPane::onStrip(const QString& button) {
  if (button == QLatin1String(kUndoMove)) return m_versions.undoMove();
  const auto& branches = m_versions.state().branches;
  if (branches.empty()) return m_versions.clearMessages();
  const auto branch = branches.front().id;
  if (button == QLatin1String(kMergeBranch)) return m_versions.mergeBranch(branch);
  if (button != QLatin1String(kCompareBranch)) return m_versions.clearMessages();
  for (const auto& row : m_versions.rows()->rows())
    if (row.head) return m_versions.select({row.id, branch});
}

// ---------------------------------------------------------------- selection

void VersionsPane::start() {
  m_versions.clearMessages();
  askForLabel(false);
  m_versions.start();
  renderSelection();
}

void VersionsPane::focusList() {
  if (m_versions.state().merge)
    m_merge->focusFirst();
  else
    m_list->setFocus(Qt::OtherFocusReason);
}

const VersionRow* VersionsPane::selectedRow() const {
  const auto& selected = m_versions.state().selected;
  if (selected.size() != 1) return nullptr;
  const int at = m_versions.rows()->indexOf(selected.front());
  return at < 0 ? nullptr : &m_versions.rows()->row(at);
}

void VersionsPane::onSelection() {
  if (m_rendering) return;
  std::vector<domain::VersionId> ids;
  for (const auto& index : m_list->selectionModel()->selectedRows())
    ids.push_back(m_versions.rows()->row(index.row()).id);
  m_versions.select(std::move(ids));
}

void VersionsPane::renderSelection() {
  m_rendering = true;
  auto* selection = m_list->selectionModel();
  const auto& wanted = m_versions.state().selected;
  QItemSelection next;
  for (const auto& id : wanted)
    if (const int at = m_versions.rows()->indexOf(id); at >= 0) {
      const auto index = m_versions.rows()->index(at);
      next.select(index, index);
    }
  if (selection->selection() != next) {
    selection->select(next, QItemSelectionModel::ClearAndSelect);
    if (!next.isEmpty()) selection->setCurrentIndex(next.indexes().front(), QItemSelectionModel::NoUpdate);
  }
  m_rendering = false;
}

// ---------------------------------------------------------------- rendering

void VersionsPane::render() {
  const auto& state = m_versions.state();
  m_stack->setCurrentIndex(state.merge ? 1 : 0);
  if (isVisible() && state.selected.empty() && !state.comparison && m_versions.rows()->rowCount() > 0)
    return m_versions.start();
  renderSelection();
  const auto* version = selectedRow();
  const bool one = version && !version->id.isNull() && !state.merge;
  enableUnless(m_restore, m_readOnly, one && !version->head);
  enableUnless(m_label, m_readOnly, one);
  syncEnabled(m_against, one);
  syncIndex(m_against, int(state.against));
  renderDetail();
  renderStrip();
}

void VersionsPane::renderDetail() {
  const auto& state = m_versions.state();
  const auto* version = selectedRow();
  const auto& comparison = state.comparison;
  QString title;
  if (comparison)
    title = comparison->before.isEmpty()
                ? tr("%1, the first").arg(comparison->after)
                : QStringLiteral("%1 → %2").arg(comparison->before, comparison->after);
  syncText(m_title, title);
  syncHint(m_message, version ? format::text(version->message) : QString());
  QStringList meta;
  if (version && !version->author.empty()) meta << format::text(version->author);
  if (version && !version->id.isNull())
    meta << format::relativeTime(version->created, m_versions.clock().wallNow());
  syncText(m_meta, meta.join(QStringLiteral(" · ")));
  if (version && !version->id.isNull()) m_meta->setToolTip(format::exactTime(version->created));
  syncVisible(m_meta, !meta.isEmpty());
  QStringList moves;
  if (state.moves)
    for (const auto& line : *state.moves) moves << line;
  if (state.moves && moves.isEmpty()) moves << tr("No label was ever moved.");
  syncHint(m_moves, moves.join(QLatin1Char('\n')));
  const bool differs = comparison && !comparison->changes->empty();
  syncVisible(m_same, comparison && !differs);
  syncVisible(m_diff, differs);
  m_diff->setSections(differs ? fieldSections(*comparison->changes) : QList<widgets::DiffSection>());
}

void VersionsPane::renderStrip() {
  const auto& state = m_versions.state();
  StripMessage message;
  if (state.error) {
    message = errorMessage(*state.error);
  } else if (state.moved) {
    message = {.kind = StripKind::Positive,
               .sentence = state.moved->sentence,
               .buttons = {{QLatin1String(kUndoMove), tr("Undo")}}};
    if (!m_readOnly.isEmpty()) message.buttons.clear();
  } else if (!state.branches.empty() && !state.merge && !state.elsewhere) {
    const auto& branch = state.branches.front();
    message = {.kind = StripKind::Informative,
               .sentence = branch.author.empty() ? tr("This agent has another line: v%1.").arg(branch.number)
                                                 : tr("This agent has another line by %1: v%2.")
                                                       .arg(format::text(branch.author))
                                                       .arg(branch.number),
               .buttons = {{QLatin1String(kCompareBranch), tr("Compare")},
                           {QLatin1String(kMergeBranch), tr("Merge")}},
               .closable = false};
    if (!m_readOnly.isEmpty()) message.buttons.pop_back();
  }
  syncStrip(m_strip, message);
}

void VersionsPane::setReadOnly(const QString& reason) {
  if (m_readOnly == reason) return;
  m_readOnly = reason;
  m_versions.setReadOnly(!reason.isEmpty());
  if (!reason.isEmpty() && !m_labelRow->isHidden()) askForLabel(false);
  render();
}

// ---------------------------------------------------------------- keys and room

bool VersionsPane::event(QEvent* event) {
  // Esc is "back" here, whatever else it may stop in the window.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void VersionsPane::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
  if (!m_labelRow->isHidden()) return askForLabel(false);
  Q_EMIT closed();
}

void VersionsPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const int character = std::max(1, fontMetrics().averageCharWidth());
  const bool wide = width() / character >= kWideCharacters;
  const auto wanted = wide ? Qt::Horizontal : Qt::Vertical;
  if (m_splitter->orientation() == wanted && event->oldSize().isValid()) return;
  m_splitter->setOrientation(wanted);
  m_splitter->setSizes(wide ? QList<int>{character * 34, width() - character * 34}
                            : QList<int>{height() / 3, 2 * height() / 3});
}

}  // namespace aiagent::ui
