// RunDetails: everything the runs page shows about one run, worked out once and then only read.
#pragma once

#include <optional>
#include <QString>
#include <string>
#include <vector>

#include "core/domain/run.h"
#include "ui/viewmodels/chat_message.h"

namespace aiagent::ui {

// A line of the facts table. `exact` is for hovering and copying; it may be empty.
struct RunFact {
  enum class Opens { Nothing, Version };
  QString label;
  QString value;
  QString exact;
  Opens opens = Opens::Nothing;
  bool operator==(const RunFact&) const = default;
};

struct RunFactGroup {
  QString title;
  std::vector<RunFact> facts;
  bool operator==(const RunFactGroup&) const = default;
};

struct RunDetails {
  std::vector<domain::RunRecord> conversation;  // oldest first; the last is the run itself; never empty
  std::vector<RunFactGroup> facts;              // status, time, tokens, identity
  std::vector<RunFact> parameters;              // as sent
  std::vector<RunFact> variables;
  QString prompt;  // with its variables filled; empty: the agent had none
  QString curl;    // the request for a terminal, key left out
  bool resumable = false;

  const domain::RunRecord& run() const { return conversation.back(); }
};

// `conversation` must not be empty.
RunDetails runDetails(std::vector<domain::RunRecord> conversation);

// The conversation as a transcript shows it. `live`: the last run is still going on.
std::vector<ChatMessage> chatMessages(const RunDetails& details, bool live);

// An interrupted background run with a response id: RunService::resume() takes these and no others.
bool isResumable(const domain::RunRecord& run);

// The address a run's request was posted to.
std::string requestUrl(const domain::RunRecord& run);

}  // namespace aiagent::ui
