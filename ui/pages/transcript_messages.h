// From a run's pieces to what the transcript widget shows.
#pragma once

#include <vector>

#include "ui/viewmodels/chat_message.h"
#include "ui/widgets/transcript/transcript_message.h"

namespace aiagent::ui {

// `agentName` heads its answers; empty: "Agent". Every message can be copied, and nothing else is offered.
widgets::TranscriptMessage toTranscriptMessage(const ChatMessage& message, const QString& agentName);
std::vector<widgets::TranscriptMessage> toTranscriptMessages(const std::vector<ChatMessage>& messages, const QString& agentName);

}  // namespace aiagent::ui
