// Agents as a person has them after a few weeks; the last one is about tickets.
#pragma once

#include <vector>

#include "core/domain/agent.h"

namespace aiagent::tests {

inline std::vector<domain::AgentContent> usualAgents() {
  return {
      {.name = "Poet",
       .description = "Writes verse about anything, in any metre",
       .prompt = "You are a poet.",
       .tags = {"fun"}},
      {.name = "Release notes",
       .description = "Turns a list of commits into notes people can read",
       .prompt = "Write notes.",
       .tags = {"docs", "release"}},
      {.name = "SQL reviewer",
       .description = "Finds slow queries and missing indexes",
       .prompt = "Review.",
       .tags = {"code"}},
      {.name = "Interview partner",
       .description = "Asks one question at a time, and a follow-up",
       .prompt = "Ask.",
       .tags = {"hr"}},
      {.name = "Triage",
       .description = "Sorts incoming tickets by urgency and team",
       .prompt = "You sort support tickets for {{team}}.\n\nAnswer with one word for the urgency (urgent, "
                 "soon, later) and a reason of at most twelve words. Write in {{language}}.\n\nRules:\n- A "
                 "customer who cannot work is urgent.\n- Questions about invoices are never urgent.\n- If "
                 "you are not sure, say so.",
       .model = "gpt-5",
       .starters = {"The printer is on fire", "Where is my invoice?"},
       .tags = {"support", "team-red"}}};
}

}  // namespace aiagent::tests
