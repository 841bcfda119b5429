// TranscriptPane: the conversation of the playground, or what to begin with while there is none.
#pragma once

#include <QStackedWidget>
#include <QUrl>
#include <set>
#include <vector>

#include "ui/viewmodels/chat_message.h"

class QPlainTextEdit;
class QVBoxLayout;


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
  // Shown while the conversation is empty.
  void setStarters(const QStringList& starters);
  void focusTranscript();
  void find(const QString& text, bool backwards);

 Q_SIGNALS:
  void starterChosen(const QString& text);
  void editWanted(const aiagent::domain::RunId& run);
  void retryWanted(const aiagent::domain::RunId& run);
  void linkActivated(const QUrl& address);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void buildStart();
  void applyColours();

  QWidget* m_start;
  QVBoxLayout* m_starterColumn;
  QStringList m_starters;
  QPlainTextEdit* m_view;
  std::set<QString> m_ids;
};

// The run that a message of the transcript belongs to; null when `messageId` is none of chatMessageId().
domain::RunId runOfMessage(const QString& messageId);

}  // namespace aiagent::ui
