// A transcript for assistive technology: a list with one item per message, made when it is asked for. What is
// streamed is never announced bit by bit: only the beginning, the end and failures are.
#pragma once

#include <QString>

namespace aiagent::widgets {

class TranscriptView;

void installTranscriptAccessibility();
void announceMessage(TranscriptView* view, int index, const QString& what);
void focusAccessibleMessage(TranscriptView* view, int index);
// The messages are gone: their items must be too.
void forgetAccessibleMessages(TranscriptView* view);

}  // namespace aiagent::widgets
