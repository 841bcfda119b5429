#include "ui/pages/deployments/log_pane.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/pages/deployments/log_view.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kSteps = 1'000;  // of the progress bar

}  // namespace

LogPane::LogPane(LogVm& log, QWidget* parent) : QWidget(parent), m_log(log) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_strip = new MessageStrip(this);
  m_view = new LogView(m_log, this);
  column->addWidget(buildBar());
  column->addWidget(hairline(Qt::Horizontal, this));
  column->addWidget(buildFind());
  column->addWidget(buildSaving());
  column->addWidget(m_strip);
  column->addWidget(m_view, 1);
  setFocusProxy(m_view);
  bind();
  render();
}

QToolButton* LogPane::toggle(const QString& iconName, const QString& name, QWidget* parent) {
  auto* button = iconButton(iconName, name, parent);
  button->setCheckable(true);
  return button;
}

QWidget* LogPane::buildBar() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(kGapRelated, kGapInside, kGapRelated, kGapInside);
  row->setSpacing(kGapInside);
  m_title = new MetaLabel(bar);
  m_follow = toggle(QStringLiteral("go-down"), tr("Stay at the end (End)"), bar);
  m_previous = toggle(QStringLiteral("view-history"), tr("Show the run before this one"), bar);
  m_wrap = toggle(QStringLiteral("view-list-text"), tr("Wrap long lines"), bar);
  m_stamps = toggle(QStringLiteral("clock"), tr("Show times"), bar);
  auto* find = iconButton(QStringLiteral("edit-find"), tr("Find (Ctrl+F)"), bar);
  m_save = iconButton(QStringLiteral("document-save"), tr("Save the log…"), bar);
  m_dropped = new QLabel(bar);
  m_dropped->setObjectName(QStringLiteral("dropped"));
  row->addWidget(m_title, 1);
  row->addWidget(m_dropped);
  for (auto* button : {m_follow, m_previous, m_wrap, m_stamps, find, m_save}) row->addWidget(button);
  connect(find, &QToolButton::clicked, this, &LogPane::openFind);
  connect(m_save, &QToolButton::clicked, this, &LogPane::askWhereToSave);
  return bar;
}

QWidget* LogPane::buildFind() {
  m_find = new QWidget(this);
  auto* row = new QHBoxLayout(m_find);
  row->setContentsMargins(kGapRelated, kGapInside, kGapRelated, kGapInside);
  row->setSpacing(kGapInside);
  m_findText = new QLineEdit(m_find);
  m_findText->setPlaceholderText(tr("Find in this log"));
  m_findText->setAccessibleName(tr("Find in this log"));
  m_findText->setClearButtonEnabled(true);
  m_findText->installEventFilter(this);
  m_findCount = new QLabel(m_find);
  auto* before = iconButton(QStringLiteral("go-up"), tr("Find previous (Shift+F3)"), m_find);
  auto* after = iconButton(QStringLiteral("go-down"), tr("Find next (F3)"), m_find);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Close the search (Esc)"), m_find);
  row->addWidget(m_findText, 1);
  row->addWidget(m_findCount);
  for (auto* button : {before, after, close}) row->addWidget(button);
  m_find->hide();
  connect(m_findText, &QLineEdit::textChanged, &m_log, &LogVm::find);
  connect(before, &QToolButton::clicked, this, [this] { goTo(false); });
  connect(after, &QToolButton::clicked, this, [this] { goTo(true); });
  connect(close, &QToolButton::clicked, this, &LogPane::closeFind);
  return m_find;
}

QWidget* LogPane::buildSaving() {
  m_saving = new QWidget(this);
  auto* row = new QHBoxLayout(m_saving);
  row->setContentsMargins(kGapRelated, kGapInside, kGapRelated, kGapInside);
  m_progress = new QProgressBar(m_saving);
  m_progress->setAccessibleName(tr("Saving the log"));
  m_progress->setFormat(tr("Saving… %p %"));
  m_progress->setMaximum(kSteps);
  auto* cancel = new QPushButton(tr("&Cancel"), m_saving);
  row->addWidget(m_progress, 1);
  row->addWidget(cancel);
  m_saving->hide();
  connect(cancel, &QPushButton::clicked, &m_log, &LogVm::cancelSaving);
  return m_saving;
}

void LogPane::bind() {
  m_follow->setChecked(true);
  connect(m_follow, &QToolButton::clicked, this, [this](bool on) {
    if (on) m_view->goToEnd();
    m_follow->setChecked(m_view->isAtEnd());
  });
  connect(m_view, &LogView::atEndChanged, m_follow, &QToolButton::setChecked);
  connect(m_previous, &QToolButton::clicked, &m_log, &LogVm::setPrevious);
  connect(m_wrap, &QToolButton::toggled, m_view, &LogView::setWrapped);
  connect(m_stamps, &QToolButton::toggled, m_view, &LogView::setStamped);
  connect(m_strip, &MessageStrip::triggered, &m_log, &LogVm::retry);
  connect(m_strip, &MessageStrip::dismissed, &m_log, &LogVm::clearError);
  connect(&m_log, &LogVm::stateChanged, this, &LogPane::render);
}

void LogPane::setTitle(const QString& title) {
  m_title->setFullText(title);
}

// ---- rendering

void LogPane::render() {
  const auto& state = m_log.state();
  m_previous->setEnabled(state.previous || state.mayHavePrevious);
  m_previous->setChecked(state.previous);
  m_save->setEnabled(state.opened && !state.saving);
  // Not in the strip: it would be told again with each line that goes.
  syncText(m_dropped,
           state.dropped == 0
               ? QString()
               : tr("%1 older lines are not kept").arg(format::count(std::int64_t(state.dropped))));
  renderStrip();
  renderFind();
  renderSaving();
  m_view->viewport()->update();
}

void LogPane::renderStrip() {
  const auto& state = m_log.state();
  auto notes = state.notes;
  auto kind = state.isDenied || state.isReconnecting ? StripKind::Caution : StripKind::Informative;
  if (!state.savedTo.isEmpty()) notes << tr("Saved as %1.").arg(state.savedTo);
  if (state.error) {
    notes.prepend(format::explain(*state.error).sentence);
    kind = StripKind::Negative;
  }
  if (notes.isEmpty()) return m_strip->clear();
  StripMessage message{.kind = kind, .sentence = notes.join(QLatin1Char('\n'))};
  message.closable = state.error.has_value() || !state.savedTo.isEmpty();
  if (state.isDenied || state.isReconnecting) message.buttons = {{QStringLiteral("retry"), tr("Try &again")}};
  const auto& told = m_strip->message();
  if (m_strip->isVisibleTo(this) && told.sentence == message.sentence && told.kind == message.kind) return;
  m_strip->tell(message);
}

void LogPane::renderFind() {
  const auto& found = m_log.state().found;
  const auto all = found.complete ? format::count(found.total)
                                  : tr("%1+", "so many matches so far").arg(format::count(found.total));
  syncText(m_findCount, found.text.isEmpty() ? QString()
                        : found.total == 0 && found.complete
                            ? tr("not found")
                            : tr("%1 of %2").arg(format::count(found.current), all));
  if (found.line != m_found.line && found.current > 0) m_view->reveal(found.line);
  m_found = found;
}

void LogPane::renderSaving() {
  const auto& saving = m_log.state().saving;
  m_saving->setVisible(saving.has_value());
  if (saving) m_progress->setValue(saving->total > 0 ? int(saving->done * kSteps / saving->total) : 0);
}

// ---- person

void LogPane::openFind() {
  m_find->show();
  m_findText->setFocus(Qt::ShortcutFocusReason);
  m_findText->selectAll();
}

void LogPane::closeFind() {
  m_findText->clear();
  m_find->hide();
  m_view->setFocus(Qt::OtherFocusReason);
}

void LogPane::goTo(bool next) {
  next ? m_log.findNext() : m_log.findPrevious();
}

void LogPane::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Find)) return openFind();
  if (event->key() == Qt::Key_F3) return goTo(!(event->modifiers() & Qt::ShiftModifier));
  if (event->key() == Qt::Key_Escape && m_find->isVisible()) return closeFind();
  QWidget::keyPressEvent(event);
}

bool LogPane::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_findText && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      goTo(!(key->modifiers() & Qt::ShiftModifier));
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void LogPane::askWhereToSave() {
  auto* dialog = new QFileDialog(this, tr("Save the log"),
                                 QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                 tr("Text (*.log *.txt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("log"));
  connect(dialog, &QFileDialog::fileSelected, &m_log, &LogVm::saveTo);
  dialog->open();
}

}  // namespace aiagent::ui
