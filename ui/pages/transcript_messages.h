// From a run's pieces to what the transcript widget shows.
#pragma once

#include <vector>

#include "ui/viewmodels/chat_message.h"
#include "ui/widgets/transcript/transcript_message.h"

namespace aiagent::ui {

// `actions` are widgets::MessageAction flags; `agentName` heads the answers, empty: "Agent".
widgets::TranscriptMessage toTranscriptMessage(const ChatMessage& message, unsigned actions,
                                               const QString& agentName = {});
std::vector<widgets::TranscriptMessage> toTranscriptMessages(const std::vector<ChatMessage>& messages,
                                                             unsigned actions, const QString& agentName = {});

}  // namespace aiagent::ui
