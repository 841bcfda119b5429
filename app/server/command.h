// A command of aiagent-server: its shape, and what it does. One table a file: commands_migrate.cpp and so on.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/server/database.h"
#include "core/server/relay/budget_routes.h"
#include "core/server/settings.h"

namespace aiagent::app_server {

// The command line's own, see `aiagent-cli --help`.
enum Exit {
  kDone = 0,
  kUsage = 2,
  kNotFound = 3,
  kInvalidInput = 4,
  kNetwork = 5,
  kCredentials = 6,
  kConflict = 7,
  kStorage = 8
};

struct Option {
  std::string name;   // "email", without dashes
  std::string value;  // "E"; empty: a flag
  bool required = false;
};

struct Arguments {
  std::vector<std::string> positionals;
  std::map<std::string, std::string> options;  // a flag's value is empty

  bool has(const std::string& name) const { return options.count(name) > 0; }
  std::string value(const std::string& name, const std::string& otherwise = "") const {
    const auto found = options.find(name);
    return found == options.end() ? otherwise : found->second;
  }
};

struct Command {
  std::vector<std::string> path;  // {"workspace", "create"}
  const char* help;
  std::vector<std::string> positionals;  // all required
  std::vector<Option> options;
  std::function<int(const server::Settings&, const Arguments&)> run;
};

std::vector<Command> serveCommands();
std::vector<Command> migrateCommands();
std::vector<Command> peopleCommands();  // invite, workspace
std::vector<Command> budgetCommands();
std::vector<Command> opsCommands();
std::vector<Command> maintenanceCommands();  // epoch, gc, doctor

// "migrate up" or "invite --email E …", as help shows it.
std::string usageOf(const Command& command);

struct Parsed {
  const Command* command = nullptr;
  Arguments arguments;
  std::string fault;  // a sentence; empty: none
};
// `words` without the program's name; "--name value" or "--name=value".
Parsed parse(const std::vector<Command>& commands, const std::vector<std::string_view>& words);

// Says on standard error what PostgreSQL said; the exit status for it.
int say(const base::Error& error);

// Says `sentence` on standard error; `status` again.
int refuse(const std::string& sentence, int status);

struct Workspace {
  std::string id;
  std::string name;
};
// Exactly one of that id or name, or an exit status other than kDone.
int findWorkspace(server::Database& database, const std::string& wanted, Workspace& found);
base::Result<std::vector<Workspace>> workspacesOf(server::Database& database, const std::string& wanted);

server::DefaultBudgets defaultBudgets(const server::Settings& settings);

// Runs `work` on a connection of its own; the exit status of what went wrong before.
int withDatabase(const server::Settings& settings, const std::function<int(server::Database&)>& work);

// The same inside one transaction, which is committed where `work` ends well.
int withTransaction(const server::Settings& settings, const std::function<int(server::Database&)>& work);

}  // namespace aiagent::app_server
