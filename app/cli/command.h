// A command: its shape and what it does.
#pragma once

#include <functional>
#include <vector>

#include "app/cli/arguments.h"
#include "app/cli/context.h"

namespace aiagent::cli {

// Exit statuses, as documented in the help.
enum class Exit {
  Done = 0,
  Internal = 1,
  Usage = 2,
  NotFound = 3,
  InvalidInput = 4,
  Provider = 5,  // provider or network
  Credentials = 6,
  Conflict = 7,
  Storage = 8,
  Degraded = 10,  // cluster status: the worst workload is so
  Unhealthy = 11,
  Unknown = 12,  // or what was seen is stale
  Interrupted = 130,
};

Exit exitFor(base::ErrorCode code);

// Called once, when the command is over.
using Finish = std::function<void(Exit)>;

struct Command {
  CommandShape shape;
  std::function<void(Context&, const Arguments&, Finish)> run;
};

// One table a file: commands_agent.cpp and so on.
std::vector<Command> agentCommands();
std::vector<Command> versionCommands();    // of agents: save, versions, restore, label
std::vector<Command> reviewCommands();     // of agents: diff, lint
std::vector<Command> generateCommands();   // of agents: generate, improve
std::vector<Command> exchangeCommands();   // of agents: import, export
std::vector<Command> knowledgeCommands();  // of agents: knowledge
std::vector<Command> runCommands();
std::vector<Command> providerCommands();
std::vector<Command> syncCommands();         // server, sync, inbox
std::vector<Command> peopleCommands();       // workspace, member, device
std::vector<Command> environmentCommands();  // environment list|set|import|remove
std::vector<Command> clusterCommands();      // cluster contexts|whoami
std::vector<Command> workloadCommands();     // cluster status|workloads|pods|events
std::vector<Command> kindCommands();         // cluster kinds|get
std::vector<Command> rolloutCommands();      // cluster watch|rollout status
std::vector<Command> actionCommands();       // cluster rollback|scale|… and audit
std::vector<Command> logCommands();          // cluster logs
std::vector<Command> historyCommands();      // cluster history|report
std::vector<Command> deploymentCommands();   // deployment lint
std::vector<Command> maintenanceCommands();
std::vector<CommandShape> allShapes();

// Prints the error (a sentence to standard error; with --json one JSON line) and ends with its status.
void finishWith(Context& context, const base::Error& error, const Finish& finish);

}  // namespace aiagent::cli
