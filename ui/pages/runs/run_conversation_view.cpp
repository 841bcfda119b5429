#include "ui/pages/runs/run_conversation_view.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/ask_to_open.h"
#include "ui/pages/sync.h"
#include "ui/pages/transcript_messages.h"
#include "ui/widgets/transcript_view.h"

namespace aiagent::ui {
namespace {

// Why a run that did not end well ended, in short: the strip above says it at length.
QString noteOf(const domain::RunRecord& run) {
  return run.error ? format::explain(domain::toError(*run.error)).sentence : QString();
}

}  // namespace

RunConversationView::RunConversationView(RunsVm& runs, QWidget* parent)
    : QWidget(parent), m_runs(runs), m_view(new widgets::TranscriptView(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setAccessibleName(tr("Conversation"));
  buildFind();
  column->addWidget(m_find);
  column->addWidget(m_view, 1);
  setFocusProxy(m_view);
  bind();
  render();
}

void RunConversationView::buildFind() {
  m_find = new QWidget(this);
  auto* row = new QHBoxLayout(m_find);
  row->setContentsMargins(kGapGroups, kGapInside, kGapGroups, kGapInside);
  row->setSpacing(kGapInside);
  m_findText = new QLineEdit(m_find);
  m_findText->setPlaceholderText(tr("Find in this conversation"));
  m_findText->setAccessibleName(tr("Find in this conversation"));
  m_findText->setClearButtonEnabled(true);
  m_findText->installEventFilter(this);
  m_findCount = new QLabel(m_find);
  auto* before = iconButton(QStringLiteral("go-up"), tr("Find previous (Shift+Return)"), m_find);
  auto* after = iconButton(QStringLiteral("go-down"), tr("Find next (Return)"), m_find);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Close the search (Esc)"), m_find);
  row->addWidget(m_findText, 1);
  row->addWidget(m_findCount);
  for (auto* button : {before, after, close}) row->addWidget(button);
  m_find->hide();
  connect(m_findText, &QLineEdit::textChanged, m_view, &widgets::TranscriptView::setFindText);
  connect(before, &QToolButton::clicked, m_view, &widgets::TranscriptView::findPrevious);
  connect(after, &QToolButton::clicked, m_view, &widgets::TranscriptView::findNext);
  connect(close, &QToolButton::clicked, this, &RunConversationView::closeFind);
  connect(m_view, &widgets::TranscriptView::findChanged, this, [this](int current, int total, bool complete) {
    const auto all =
        complete ? format::count(total) : tr("%1+", "so many matches so far").arg(format::count(total));
    syncText(m_findCount, m_findText->text().isEmpty() ? QString()
                          : total == 0 && complete     ? tr("not found")
                                                       : tr("%1 of %2").arg(format::count(current), all));
  });
}

void RunConversationView::bind() {
  connect(&m_runs, &RunsVm::stateChanged, this, &RunConversationView::render);
  connect(&m_runs, &RunsVm::messageAdded, this, [this](const ChatMessage& message) {
    m_view->addMessage(toTranscriptMessage(message, widgets::CopyAction, m_agentName));
  });
  connect(&m_runs, &RunsVm::textAppended, this,
          [this](const QString& id, const QString& text) { m_view->appendText(id, text); });
  connect(&m_runs, &RunsVm::textReplaced, this,
          [this](const QString& id, const QString& text) { m_view->replaceText(id, text); });
  connect(m_view, &widgets::TranscriptView::linkActivated, this,
          [this](const QUrl& address) { askToOpen(this, address); });
}

void RunConversationView::render() {
  const auto& state = m_runs.state();
  if (m_shown == state.details) return;
  const bool goesOn = m_shown && state.details && m_shown->run().id == state.details->run().id;
  m_shown = state.details;
  if (!m_shown) return m_view->clear();
  m_agentName = format::text(m_shown->run().request.content.name);
  auto messages = toTranscriptMessages(chatMessages(*m_shown, state.live), widgets::CopyAction, m_agentName);
  if (!messages.empty() && !state.live) messages.back().note = noteOf(m_shown->run());
  // The end of a run that was watched must not move what is being read.
  if (goesOn && int(messages.size()) == m_view->messageCount()) {
    for (const auto& message : messages) {
      if (m_view->plainText(message.id) != message.text) m_view->replaceText(message.id, message.text);
      m_view->setMeta(message.id, message.meta);
      m_view->setState(message.id, message.state, message.note);
    }
    return;
  }
  m_view->setMessages(std::move(messages));
}

bool RunConversationView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_findText && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      if (key->modifiers() & Qt::ShiftModifier)
        m_view->findPrevious();
      else
        m_view->findNext();
      return true;
    }
    if (key->key() == Qt::Key_Escape) {
      closeFind();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void RunConversationView::openFind() {
  m_find->show();
  m_findText->setFocus(Qt::ShortcutFocusReason);
  m_findText->selectAll();
}

void RunConversationView::closeFind() {
  m_findText->clear();
  m_find->hide();
  m_view->setFocus(Qt::OtherFocusReason);
}

}  // namespace aiagent::ui
