#include "ui/pages/transcript_pane.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

domain::RunId runOfMessage(const QString& messageId) {
  return domain::RunId::parse(format::utf8(messageId.section(QLatin1Char('/'), 0, 0))).value_or(domain::RunId{});
}

TranscriptPane::TranscriptPane(QWidget* parent)
    : QStackedWidget(parent), m_start(new QWidget(this)), m_starterColumn(nullptr), m_view(new QPlainTextEdit(this)) {
  buildStart();
  m_view->setReadOnly(true);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setAccessibleName(tr("Conversation"));
  addWidget(m_start);
  addWidget(m_view);
  setAccessibleName(tr("Conversation"));
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

void TranscriptPane::showConversation(const std::vector<ChatMessage>& messages) {
  m_view->clear();
  for (const auto& message : messages) add(message);
  setCurrentWidget(messages.empty() ? m_start : static_cast<QWidget*>(m_view));
}

void TranscriptPane::add(const ChatMessage& message) {
  m_ids.insert(message.id);
  m_view->appendPlainText(message.text);
  setCurrentWidget(m_view);
}

void TranscriptPane::append(const QString&, const QString& text) {
  m_view->moveCursor(QTextCursor::End);
  m_view->insertPlainText(text);
}

void TranscriptPane::replace(const QString&, const QString&) {}
void TranscriptPane::endRun(const std::vector<ChatMessage>& messages) {
  for (const auto& message : messages)
    if (!m_ids.contains(message.id)) add(message);
  if (!messages.empty()) m_view->appendPlainText(messages.back().meta);
}
void TranscriptPane::focusTranscript() { m_view->setFocus(Qt::OtherFocusReason); }
void TranscriptPane::find(const QString& text, bool backwards) {
  m_view->find(text, backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags());
}
void TranscriptPane::applyColours() {}
void TranscriptPane::changeEvent(QEvent* event) { QStackedWidget::changeEvent(event); }

}  // namespace aiagent::ui
