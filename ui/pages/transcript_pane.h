// TranscriptPane: the conversation of the playground, or what to begin with while there is none.
#pragma once

#include <QStackedWidget>
#include <QUrl>
#include <vector>

#include "ui/viewmodels/chat_message.h"

class QLabel;
class QVBoxLayout;

namespace aiagent::widgets {
class TranscriptView;
struct TranscriptMessage;
}  // namespace aiagent::widgets

namespace aiagent::ui {

class TranscriptPane : public QStackedWidget {
  Q_OBJECT

 public:
  explicit TranscriptPane(QWidget* parent = nullptr);

  void showConversation(const std::vector<ChatMessage>& messages);
  void add(const ChatMessage& message);
  void append(const QString& messageId, const QString& text);
  void replace(const QString& messageId, const QString& text);
  void endRun(const std::vector<ChatMessage>& messages);
  // The agent's name, over its answers.
  void setAgentName(const QString& name);
  // Shown while the conversation is empty.
  void setStarters(const QStringList& starters);
  // Whether there is an agent to try; without one there is nothing to begin with either.
  void setOpen(bool open);
  void focusTranscript();
  void find(const QString& text, bool backwards);

 Q_SIGNALS:
  void starterChosen(const QString& text);
  void editWanted(const aiagent::domain::RunId& run);
  void retryWanted(const aiagent::domain::RunId& run);
  void linkActivated(const QUrl& address);

 private:
  void buildStart();
  widgets::TranscriptMessage shown(const ChatMessage& message) const;

  QWidget* m_start;
  QLabel* m_hint = nullptr;
  QVBoxLayout* m_starterColumn;
  QStringList m_starters;
  QString m_agentName, m_findText;
  widgets::TranscriptView* m_view;
};

// The run that a message of the transcript belongs to; null when `messageId` is none of chatMessageId().
domain::RunId runOfMessage(const QString& messageId);

}  // namespace aiagent::ui
