#include "ui/pages/transcript_pane.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/transcript_messages.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/transcript_view.h"

namespace aiagent::ui {

domain::RunId runOfMessage(const QString& messageId) {
  return domain::RunId::parse(format::utf8(messageId.section(QLatin1Char('/'), 0, 0)))
      .value_or(domain::RunId{});
}

TranscriptPane::TranscriptPane(QWidget* parent)
    : QStackedWidget(parent),
      m_start(new QWidget(this)),
      m_starterColumn(nullptr),
      m_view(new widgets::TranscriptView(this)) {
  buildStart();
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setAccessibleName(tr("Conversation"));
  addWidget(m_start);
  addWidget(m_view);
  setAccessibleName(tr("Conversation"));
  connect(m_view, &widgets::TranscriptView::editRequested, this,
          [this](const QString& id) { Q_EMIT editWanted(runOfMessage(id)); });
  connect(m_view, &widgets::TranscriptView::retryRequested, this,
          [this](const QString& id) { Q_EMIT retryWanted(runOfMessage(id)); });
  connect(m_view, &widgets::TranscriptView::linkActivated, this, &TranscriptPane::linkActivated);
}

void TranscriptPane::buildStart() {
  auto* column = new QVBoxLayout(m_start);
  column->setContentsMargins(kGapGroups, kGapGroups, kGapGroups, kGapGroups);
  column->setSpacing(kGapRelated);
  column->addStretch(1);
  m_hint = hintLabel(
      tr("Write a message and run it: the draft is used as it stands, nothing needs to be saved first."),
      m_start);
  m_hint->setAlignment(Qt::AlignHCenter);
  column->addWidget(m_hint);
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
    auto* button =
        new QPushButton(fontMetrics().elidedText(starter.simplified(), Qt::ElideRight, 320), m_start);
    button->setAccessibleName(starter);
    button->setToolTip(starter);
    connect(button, &QPushButton::clicked, this, [this, starter] { Q_EMIT starterChosen(starter); });
    m_starterColumn->addWidget(button, 0, Qt::AlignHCenter);
  }
}

void TranscriptPane::setOpen(bool open) {
  m_hint->setVisible(open);
}

widgets::TranscriptMessage TranscriptPane::shown(const ChatMessage& message) const {
  auto made = toTranscriptMessage(message, widgets::CopyAction, m_agentName);
  if (message.kind == ChatMessage::Kind::Person) made.actions |= widgets::EditAction;
  if (message.kind == ChatMessage::Kind::Answer) made.actions |= widgets::RetryAction;
  return made;
}

void TranscriptPane::setAgentName(const QString& name) {
  m_agentName = name;
}

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

void TranscriptPane::append(const QString& messageId, const QString& text) {
  m_view->appendText(messageId, text);
}

void TranscriptPane::replace(const QString& messageId, const QString& text) {
  m_view->replaceText(messageId, text);
}

// The last word on every piece of the run: what was streamed stands already and is only touched where it
// differs.
void TranscriptPane::endRun(const std::vector<ChatMessage>& messages) {
  for (const auto& message : messages) {
    m_view->addMessage(shown(message));
    if (m_view->plainText(message.id) != message.text) m_view->replaceText(message.id, message.text);
    m_view->setMeta(message.id, message.meta);
    if (message.kind != ChatMessage::Kind::Person) m_view->setState(message.id, shown(message).state);
  }
}

void TranscriptPane::focusTranscript() {
  currentWidget()->setFocus(Qt::OtherFocusReason);
}

// The first call with a text marks all it finds; later ones go from one to the next.
void TranscriptPane::find(const QString& text, bool backwards) {
  if (text != m_findText) {
    m_findText = text;
    return m_view->setFindText(text);
  }
  backwards ? m_view->findPrevious() : m_view->findNext();
}

}  // namespace aiagent::ui
