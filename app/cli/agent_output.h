// How commands tell of an agent.
#pragma once

#include "app/cli/command.h"

namespace aiagent::cli {

// Ends a command with the agent: its JSON, or `words` with its name (%1) and id (%2).
services::Done<domain::Agent> printAgent(Context& context, Finish finish, const char* words);

}  // namespace aiagent::cli
