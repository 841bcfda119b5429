// DraftProposal: a change of an agent's draft that a generation or an improvement came to.
#pragma once

#include <functional>

#include "core/domain/agent.h"

namespace aiagent::ui {

struct DraftProposal {
  domain::AgentId agent;
  domain::AgentContent base;      // what it was made from; the draft may have gone on since
  domain::AgentContent proposed;  // `base` with what was accepted
  std::function<void()> taken;    // called once it is in the draft, and not when it is given up; may be null
};

}  // namespace aiagent::ui
