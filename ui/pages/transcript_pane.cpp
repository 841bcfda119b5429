#include "ui/pages/transcript_pane.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/transcript_view.h"

namespace aiagent::ui {
namespace {

using widgets::MessageKind;
using widgets::MessageRole;
using widgets::MessageState;

MessageKind kindOf(ChatMessage::Kind kind) {
  switch (kind) {
    case ChatMessage::Kind::Reasoning: return MessageKind::Reasoning;
    case ChatMessage::Kind::ToolCall: return MessageKind::ToolCall;
    case ChatMessage::Kind::ToolResult: return MessageKind::ToolResult;
    case ChatMessage::Kind::Person:
    case ChatMessage::Kind::Answer:
    case ChatMessage::Kind::Refusal: break;
  }
  return MessageKind::Text;
}

MessageState stateOf(ChatMessage::State state) {
  switch (state) {
    case ChatMessage::State::Streaming: return MessageState::Streaming;
    case ChatMessage::State::Failed: return MessageState::Failed;
    case ChatMessage::State::Interrupted: return MessageState::Interrupted;
    case ChatMessage::State::Done: break;
  }
  return MessageState::Done;
}

}  // namespace

domain::RunId runOfMessage(const QString& messageId) {
  return domain::RunId::parse(format::utf8(messageId.section(QLatin1Char('/'), 0, 0))).value_or(domain::RunId{});
}

TranscriptPane::TranscriptPane(QWidget* parent)
    : QStackedWidget(parent), m_start(new QWidget(this)), m_starterColumn(nullptr), m_view(new widgets::TranscriptView(this)) {
  buildStart();
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setAccessibleName(tr("Conversation"));
  addWidget(m_start);
  addWidget(m_view);
  setAccessibleName(tr("Conversation"));
  connect(m_view, &widgets::TranscriptView::editRequested, this, [this](const QString& id) { Q_EMIT editWanted(runOfMessage(id)); });
  connect(m_view, &widgets::TranscriptView::retryRequested, this, [this](const QString& id) { Q_EMIT retryWanted(runOfMessage(id)); });
  connect(m_view, &widgets::TranscriptView::linkActivated, this, &TranscriptPane::linkActivated);
}

void TranscriptPane::buildStart() {
  auto* column = new QVBoxLayout(m_start);
  column->setContentsMargins(kGapGroups, kGapGroups, kGapGroups, kGapGroups);
  column->setSpacing(kGapRelated);
  column->addStretch(1);
  auto* hint = hintLabel(tr("Write a message and run it: the draft is used as it stands, nothing needs to be saved first."), m_start);
  hint->setAlignment(Qt::AlignHCenter);
  column->addWidget(hint);
  m_starterColumn = new QVBoxLayout;
  m_starterColumn->setSpacing(kGapInside);
  column->addLayout(m_starterColumn);
  column->addStretch(2);
}

void TranscriptPane::setStarters(const QStringList& starters) {
  if (starters == m_starters) return;
  m_starters = starters;
  while (auto* item = m_starterColumn->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  for (const auto& starter : starters.mid(0, 6)) {
    auto* button = new QPushButton(fontMetrics().elidedText(starter.simplified(), Qt::ElideRight, 320), m_start);
    button->setAccessibleName(starter);
    button->setToolTip(starter);
    connect(button, &QPushButton::clicked, this, [this, starter] { Q_EMIT starterChosen(starter); });
    m_starterColumn->addWidget(button, 0, Qt::AlignHCenter);
  }
}

widgets::TranscriptMessage TranscriptPane::shown(const ChatMessage& message) const {
  const bool person = message.kind == ChatMessage::Kind::Person;
  widgets::TranscriptMessage made{.id = message.id,
                                  .role = person ? MessageRole::Person : MessageRole::Agent,
                                  .kind = kindOf(message.kind),
                                  .text = message.text,
                                  .meta = message.meta,
                                  .state = stateOf(message.state)};
  switch (message.kind) {
    case ChatMessage::Kind::Person: made.title = tr("You"); break;
    case ChatMessage::Kind::Answer: made.title = m_agentName.isEmpty() ? tr("Agent") : m_agentName; break;
    case ChatMessage::Kind::Refusal: made.title = tr("Declined"); break;
    case ChatMessage::Kind::Reasoning: made.title = tr("Thoughts, summarised"); break;
    case ChatMessage::Kind::ToolCall: made.title = tr("Tool: %1").arg(message.name); break;
    case ChatMessage::Kind::ToolResult: made.title = tr("Result of the tool"); break;
  }
  made.actions = widgets::CopyAction;
  if (person) made.actions |= widgets::EditAction;
  if (message.kind == ChatMessage::Kind::Answer) made.actions |= widgets::RetryAction;
  return made;
}

void TranscriptPane::setAgentName(const QString& name) { m_agentName = name; }

void TranscriptPane::showConversation(const std::vector<ChatMessage>& messages) {
  std::vector<widgets::TranscriptMessage> all;
  all.reserve(messages.size());
  for (const auto& message : messages) all.push_back(shown(message));
  m_view->setMessages(std::move(all));
  setCurrentWidget(messages.empty() ? m_start : static_cast<QWidget*>(m_view));
}

void TranscriptPane::add(const ChatMessage& message) {
  m_view->addMessage(shown(message));
  setCurrentWidget(m_view);
}

void TranscriptPane::append(const QString& messageId, const QString& text) { m_view->appendText(messageId, text); }

void TranscriptPane::replace(const QString& messageId, const QString& text) { m_view->replaceText(messageId, text); }

// The last word on every piece of the run: what was streamed stands already and is only touched where it differs.
void TranscriptPane::endRun(const std::vector<ChatMessage>& messages) {
  for (const auto& message : messages) {
    m_view->addMessage(shown(message));
    if (m_view->plainText(message.id) != message.text) m_view->replaceText(message.id, message.text);
    m_view->setMeta(message.id, message.meta);
    if (message.kind != ChatMessage::Kind::Person) m_view->setState(message.id, stateOf(message.state));
  }
}

void TranscriptPane::focusTranscript() { currentWidget()->setFocus(Qt::OtherFocusReason); }

// The first call with a text marks all it finds; later ones go from one to the next.
void TranscriptPane::find(const QString& text, bool backwards) {
  if (text != m_findText) {
    m_findText = text;
    return m_view->setFindText(text);
  }
  backwards ? m_view->findPrevious() : m_view->findNext();
}

}  // namespace aiagent::ui
