#include "ui/pages/deployments/other_kinds_view.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/cluster_words.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/deployments/cluster_tree.h"
#include "ui/pages/sync.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using format::text;

constexpr int kFieldWidth = 280;
constexpr int kObjectWidth = 420;
constexpr auto kAgeStep = std::chrono::seconds(1);

// "configmaps", "certificates · cert-manager.io".
QString titleOf(const wire::KubeResource& kind) {
  return kind.group.empty() ? text(kind.plural)
                            : text(kind.plural) + QStringLiteral(" · ") + text(kind.group);
}

}  // namespace

OtherKindsView::OtherKindsView(OtherKindsVm& kinds, QWidget* parent) : QWidget(parent), m_kinds(kinds) {
  setAccessibleName(tr("More kinds"));
  m_second.setInterval(kAgeStep);
  build();
  bind();
  takeModel();
  render();
}

// ---------------------------------------------------------------- building

void OtherKindsView::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  m_note = hintLabel({}, this);
  m_note->setTextFormat(Qt::PlainText);
  m_strip = new MessageStrip(this);
  m_stack = new QStackedWidget(this);
  m_empty = new EmptyState(m_stack);
  m_splitter = new QSplitter(Qt::Horizontal, m_stack);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(kGapRelated);
  m_table = new ClusterTree(tr("Objects"), m_splitter);
  m_splitter->addWidget(m_table);
  m_splitter->addWidget(buildObject());
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setStretchFactor(1, 0);
  m_splitter->setSizes({kObjectWidth * 2, kObjectWidth});
  m_stack->addWidget(m_splitter);
  m_stack->addWidget(m_empty);
  column->addWidget(buildHead());
  column->addWidget(m_note);
  column->addWidget(m_strip);
  column->addWidget(m_stack, 1);
}

QWidget* OtherKindsView::buildHead() {
  auto* head = new QWidget(this);
  m_kind = new QComboBox(head);
  m_kind->setEditable(true);
  m_kind->setInsertPolicy(QComboBox::NoInsert);
  m_kind->setAccessibleName(tr("Kind"));
  m_kind->lineEdit()->setPlaceholderText(tr("Kind"));
  m_kind->completer()->setCompletionMode(QCompleter::PopupCompletion);
  m_kind->completer()->setFilterMode(Qt::MatchContains);
  m_kind->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_kind->setMaximumWidth(kFieldWidth);
  m_filter = new QLineEdit(head);
  m_filter->setPlaceholderText(tr("Filter"));
  m_filter->setAccessibleName(tr("Filter the objects"));
  makeSearchField(m_filter);
  m_filter->setMaximumWidth(kFieldWidth);
  m_filter->installEventFilter(this);
  m_read = new MetaLabel(head);
  m_read->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_kind, 2);
  row->addWidget(m_filter, 2);
  row->addWidget(m_read, 3);
  return head;
}

QWidget* OtherKindsView::buildObject() {
  m_object = new QWidget(m_splitter);
  m_title = sectionTitle({}, m_object);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  auto* copy = iconButton(QStringLiteral("edit-copy"), tr("Copy the object"), m_object);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Close the object"), m_object);
  connect(copy, &QToolButton::clicked, this,
          [this] { QApplication::clipboard()->setText(m_text->toPlainText()); });
  connect(close, &QToolButton::clicked, this, [this] {
    m_kinds.closeObject();
    m_table->setFocus(Qt::OtherFocusReason);
  });
  m_trouble = hintLabel({}, m_object);
  m_trouble->setTextFormat(Qt::PlainText);
  m_text = new widgets::CodeEdit(m_object);
  m_text->setReadOnly(true);
  m_text->setTabChangesFocus(true);
  m_text->setAccessibleName(tr("The object"));
  auto* head = new QHBoxLayout;
  head->setSpacing(kGapInside);
  head->addWidget(m_title, 1);
  head->addWidget(copy, 0, Qt::AlignTop);
  head->addWidget(close, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(m_object);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addLayout(head);
  column->addWidget(m_trouble);
  column->addWidget(m_text, 1);
  m_object->hide();
  return m_object;
}

void OtherKindsView::bind() {
  connect(&m_kinds, &OtherKindsVm::stateChanged, this, &OtherKindsView::render);
  connect(&m_kinds, &OtherKindsVm::modelAboutToChange, this,
          [this] { m_table->showTable(nullptr, m_kinds.state().freshness); });
  connect(&m_kinds, &OtherKindsVm::modelChanged, this, &OtherKindsView::takeModel);
  connect(m_kind, &QComboBox::activated, &m_kinds, &OtherKindsVm::choose);
  connect(m_kind->lineEdit(), &QLineEdit::editingFinished, this, &OtherKindsView::renderKinds);
  connect(m_filter, &QLineEdit::textChanged, &m_kinds, &OtherKindsVm::setFilter);
  connect(m_table, &ClusterTree::currentChangedTo, this, &OtherKindsView::select);
  connect(m_table, &ClusterTree::menuWanted, this, &OtherKindsView::openMenu);
  connect(m_table, &QTreeView::activated, this, [this](const QModelIndex& index) {
    select(index);
    if (m_object->isVisible()) m_text->setFocus(Qt::OtherFocusReason);
  });
  connect(m_strip, &MessageStrip::triggered, &m_kinds, &OtherKindsVm::refresh);
  connect(m_empty, &EmptyState::stepTaken, &m_kinds, &OtherKindsVm::refresh);
  connect(&m_second, &QTimer::timeout, this, &OtherKindsView::renderAges);
}

// The page's first column is the name, by which the server's order is kept where nothing else is chosen.
void OtherKindsView::takeModel() {
  auto* model = m_kinds.model();
  m_table->showTable(model, m_kinds.state().freshness);
  if (!model) return;
  m_table->sortByColumn(0, Qt::AscendingOrder);
  for (int i = 0; i < model->columnCount(); ++i) m_table->setColumnHidden(i, false);
  for (const int extra : m_kinds.extraColumns()) m_table->setColumnHidden(extra, true);
}

// ---------------------------------------------------------------- what a person does

void OtherKindsView::select(const QModelIndex& current) {
  const auto* row = current.isValid() && m_kinds.model() ? m_kinds.model()->rowAt(current.row()) : nullptr;
  if (row) m_kinds.openObject(row->id);
}

void OtherKindsView::openMenu(const QPoint& at) {
  QMenu menu(this);
  menu.addAction(icon(QStringLiteral("edit-copy")), tr("&Copy"), m_table, &ClusterTree::copySelection);
  menu.exec(at);
}

void OtherKindsView::focusSearch() {
  auto* field = m_kinds.state().chosen < 0 ? m_kind->lineEdit() : m_filter;
  field->setFocus(Qt::ShortcutFocusReason);
  field->selectAll();
}

void OtherKindsView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_second.start();
  m_kinds.setShown(true);
}

void OtherKindsView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_second.stop();
  m_kinds.setShown(false);
}

void OtherKindsView::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || !m_kinds.state().object) return QWidget::keyPressEvent(event);
  m_kinds.closeObject();
  m_table->setFocus(Qt::OtherFocusReason);
}

bool OtherKindsView::eventFilter(QObject* watched, QEvent* event) {
  const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
  if (watched == m_filter && key && key->key() == Qt::Key_Down) {
    m_table->setFocus(Qt::ShortcutFocusReason);
    return true;
  }
  if (watched == m_filter && key && key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
    m_filter->clear();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

// ---------------------------------------------------------------- rendering

void OtherKindsView::render() {
  renderKinds();
  renderHead();
  renderBody();
  renderObject();
  renderAges();
}

// What was typed and is no kind gives way to the one that is shown.
void OtherKindsView::renderKinds() {
  const auto& state = m_kinds.state();
  if (m_listed != state.kinds) {
    const QSignalBlocker quiet(m_kind);
    m_listed = state.kinds;
    m_kind->clear();
    for (const auto& kind : m_listed) m_kind->addItem(titleOf(kind));
  }
  syncEnabled(m_kind, !m_listed.empty());
  const auto* kind = state.kind();
  if (m_kind->lineEdit()->hasFocus() && m_kind->lineEdit()->isModified()) return;
  syncIndex(m_kind, state.chosen);
  syncEditText(m_kind, kind ? titleOf(*kind) : QString());
}

void OtherKindsView::renderHead() {
  const auto& state = m_kinds.state();
  QStringList notes;
  if (!state.complete)
    notes << (state.remaining
                  ? tr("These are the first %1; %2 more are not shown.")
                        .arg(format::count(std::int64_t(state.total)), format::count(*state.remaining))
                  : tr("These are the first %1; there are more.")
                        .arg(format::count(std::int64_t(state.total))));
  if (!state.unanswered.empty()) {
    QStringList groups;
    for (const auto& group : state.unanswered) groups << text(group);
    notes << tr("No answer from %1: kinds may be missing.").arg(groups.join(QStringLiteral(", ")));
  }
  syncHint(m_note, notes.join(QLatin1Char('\n')));
  StripMessage message{.kind = StripKind::Caution, .sentence = {}, .closable = false};
  if (state.error && m_kinds.model()) {
    message.sentence = tr("What is shown is older: %1").arg(format::explainCluster(*state.error).text());
    message.buttons = {{QStringLiteral("retry"), tr("Try &Again")}};
  }
  syncStrip(m_strip, message);
}

void OtherKindsView::renderBody() {
  const auto& state = m_kinds.state();
  const auto say = [this](const QString& title, const QString& sentence = {}, const QString& step = {}) {
    m_empty->set(QStringLiteral("network-server"), title, sentence, step);
    m_stack->setCurrentWidget(m_empty);
  };
  const auto& error = state.kindsError ? state.kindsError : state.error;
  if (error && !m_kinds.model())
    return say(tr("Could not be read"), format::explainCluster(*error).text(), tr("Try Again"));
  if (!state.open) return say(tr("Not connected"), tr("The cluster is not open."));
  if (!state.kindsKnown) return say(tr("Reading…"));
  if (!state.kind())
    return say(tr("Choose a kind"),
               tr("ConfigMaps, volumes, service accounts and what operators bring: every kind "
                  "that has no table of its own here. Secrets are never read."));
  if (!m_kinds.model()) return say(tr("Reading…"));
  if (state.total == 0) return say(tr("There are none."));
  if (state.shown == 0) return say(tr("None of them fits the filter."));
  m_stack->setCurrentWidget(m_splitter);
  m_table->fitOnce();
  m_table->viewport()->update();  // grey or not is of all cells
}

void OtherKindsView::renderObject() {
  const auto& object = m_kinds.state().object;
  syncVisible(m_object, object.has_value());
  if (!object) return;
  syncText(m_title, text(object->title));
  syncText(m_text, text(object->text));
  QString trouble;
  if (object->error)
    trouble = format::explainCluster(*object->error).text();
  else if (object->text.empty())
    trouble = tr("Reading…");
  syncHint(m_trouble, trouble);
}

void OtherKindsView::renderAges() {
  m_kinds.countAges();
  const auto& state = m_kinds.state();
  if (state.readAt == base::WallTime{}) return syncText(m_read, QString());
  const auto total = format::count(std::int64_t(state.total));
  const auto rows = state.shown == state.total
                        ? total
                        : tr("%1 of %2").arg(format::count(std::int64_t(state.shown)), total);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_kinds.pause()).count();
  const auto age = format::relativeTime(state.readAt, m_kinds.clock().wallNow());
  syncText(m_read, state.freshness == Freshness::Stale
                       ? tr("%1 · read %2").arg(rows, age)
                       : tr("%1 · read %2, again every %3 s").arg(rows, age).arg(seconds));
  m_read->setToolTip(format::exactTime(state.readAt));
}

}  // namespace aiagent::ui
