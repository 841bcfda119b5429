// Prompts as good authors write them. The linter has nothing to say about any of them.
#pragma once

#include <vector>

#include "core/domain/agent.h"

namespace aiagent::authoring {

std::vector<domain::AgentContent> goodAgents();

}  // namespace aiagent::authoring
