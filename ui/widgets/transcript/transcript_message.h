// What a transcript is made of.
#pragma once

#include <QString>

namespace aiagent::widgets {

enum class MessageRole { Person, Agent, System };

enum class MessageKind {
  Text,        // the agent's is Markdown, all other is plain
  Reasoning,   // a summary of the model's thoughts: Markdown, collapsed when it is done
  ToolCall,    // JSON arguments, collapsed
  ToolResult,  // collapsed
};

enum class MessageState { Streaming, Done, Failed, Interrupted };

enum MessageAction : unsigned { CopyAction = 1, EditAction = 2, RetryAction = 4 };

struct TranscriptMessage {
  QString id;  // unique within the transcript
  MessageRole role = MessageRole::Agent;
  MessageKind kind = MessageKind::Text;
  QString title;  // "You", the agent's name, "Thought for 4 s", the tool's name
  QString text;
  QString meta;  // below the text: "1.2 s · 84 tokens · 0.1 ¢"
  MessageState state = MessageState::Done;
  QString note;  // why it failed or was interrupted; shown below the text
  unsigned actions = CopyAction;
};

}  // namespace aiagent::widgets
