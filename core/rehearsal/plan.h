// Plan: what the rehearsal model is going to say, before it is put into either API's words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/rehearsal/model_request.h"

namespace aiagent::rehearsal {

enum class PlannedKind { Reasoning, FunctionCall, Text, Refusal };

struct PlannedItem {
  PlannedKind kind = PlannedKind::Text;
  std::string text;   // FunctionCall: the arguments
  std::string name;   // FunctionCall
  bool whole = true;  // false: cut off by a limit
};

enum class PlannedEnd { Completed, OutputLimit, ContentFilter, Failed, Error, Cut, Silence };

struct Plan {
  std::vector<PlannedItem> items;
  PlannedEnd end = PlannedEnd::Completed;
  std::int64_t reasoningTokens = 0;
  std::int64_t outputTokens = 0;  // with reasoningTokens
  std::int64_t cachedTokens = 0;
};

Plan makePlan(const ModelRequest& request);

// How fast the tokens come. tokensPerSecond 0: at once.
struct Pace {
  double tokensPerSecond = 60;
  base::Milliseconds firstToken{400};

  // When token number `index` (from 0) is due.
  base::Milliseconds dueOf(std::int64_t index) const;
  Pace slowed() const;  // for [rehearse: slow]
};

}  // namespace aiagent::rehearsal
