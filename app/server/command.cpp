#include "app/server/command.h"

#include <algorithm>
#include <cstdio>

#include "core/base/ids.h"

namespace aiagent::app_server {
namespace {

using base::ErrorCode;

int exitFor(ErrorCode code) {
  switch (code) {
    case ErrorCode::ConnectionFailed:
    case ErrorCode::Timeout: return kNetwork;
    case ErrorCode::Credentials:
    case ErrorCode::Forbidden: return kCredentials;
    case ErrorCode::Conflict:
    case ErrorCode::StorageNewer: return kConflict;
    default: return kStorage;
  }
}

const char* sentenceFor(const base::Error& error) {
  // https://www.postgresql.org/docs/15/errcodes-appendix.html: no such schema, table or function
  const auto& state = error.providerCode;
  if (state == "3F000" || state == "42P01" || state == "42883")
    return "The database lacks this program's tables; run `aiagent-server migrate up`";
  switch (error.code) {
    case ErrorCode::ConnectionFailed: return "PostgreSQL cannot be reached";
    case ErrorCode::Credentials: return "PostgreSQL does not accept the user or the password";
    case ErrorCode::Forbidden:
      return "The database user has no right to do this; use the owner of the tables";
    case ErrorCode::Timeout: return "Somebody else held a lock for too long; try again";
    case ErrorCode::Conflict:
      return error.providerCode.empty() ? "A migration that was applied is not the one this program has"
                                        : "Somebody else changed the same at once; try again";
    case ErrorCode::StorageNewer: return "The database belongs to a newer program; use that one";
    default: return "PostgreSQL refused";
  }
}

const Option* optionNamed(const Command& command, std::string_view name) {
  const auto found = std::find_if(command.options.begin(), command.options.end(),
                                  [&](const Option& option) { return option.name == name; });
  return found == command.options.end() ? nullptr : &*found;
}

const Command* commandOf(const std::vector<Command>& commands, const std::vector<std::string_view>& words) {
  const auto begins = [&](const Command& command) {
    return command.path.size() <= words.size() &&
           std::equal(command.path.begin(), command.path.end(), words.begin());
  };
  const auto found = std::find_if(commands.begin(), commands.end(), begins);
  return found == commands.end() ? nullptr : &*found;
}

// One option and its value, which may be the next word; the fault, or nothing.
std::string takeOption(Parsed& parsed, const std::vector<std::string_view>& words, std::size_t& at) {
  const auto word = words[at].substr(2);
  const auto equals = word.find('=');
  const std::string name(word.substr(0, equals));
  const Option* option = optionNamed(*parsed.command, name);
  if (option == nullptr) return "There is no option --" + name + " here.";
  std::string value;
  if (option->value.empty()) {
    if (equals != std::string_view::npos) return "--" + name + " takes no value.";
  } else if (equals != std::string_view::npos) {
    value = word.substr(equals + 1);
  } else if (at + 1 < words.size() && !words[at + 1].starts_with("--")) {
    value = words[++at];
  }
  if (!option->value.empty() && value.empty()) return "--" + name + " needs a value.";
  parsed.arguments.options[name] = value;
  return {};
}

std::string missing(const Parsed& parsed) {
  for (const auto& option : parsed.command->options)
    if (option.required && !parsed.arguments.has(option.name)) return "--" + option.name + " is missing.";
  const auto wanted = parsed.command->positionals.size();
  if (parsed.arguments.positionals.size() < wanted)
    return parsed.command->positionals[parsed.arguments.positionals.size()] + " is missing.";
  return parsed.arguments.positionals.size() > wanted ? "There are too many words." : "";
}

}  // namespace

std::string usageOf(const Command& command) {
  std::string usage;
  for (const auto& word : command.path) usage += (usage.empty() ? "" : " ") + word;
  for (const auto& word : command.positionals) usage += " " + word;
  for (const auto& option : command.options) {
    const auto text = "--" + option.name + (option.value.empty() ? "" : " " + option.value);
    usage += option.required ? " " + text : " [" + text + "]";
  }
  return usage;
}

Parsed parse(const std::vector<Command>& commands, const std::vector<std::string_view>& words) {
  Parsed parsed;
  parsed.command = commandOf(commands, words);
  if (parsed.command == nullptr) {
    parsed.fault = "There is no such command.";
    return parsed;
  }
  for (std::size_t at = parsed.command->path.size(); at < words.size() && parsed.fault.empty(); ++at) {
    if (words[at].starts_with("--"))
      parsed.fault = takeOption(parsed, words, at);
    else
      parsed.arguments.positionals.emplace_back(words[at]);
  }
  if (parsed.fault.empty()) parsed.fault = missing(parsed);
  return parsed;
}

int say(const base::Error& error) {
  std::fprintf(stderr, "%s%s%s%s\n%s%s", sentenceFor(error), error.subject.empty() ? "" : " (",
               error.subject.c_str(), error.subject.empty() ? "." : ").", error.said.c_str(),
               error.said.empty() ? "" : "\n");
  return exitFor(error.code);
}

int refuse(const std::string& sentence, int status) {
  std::fprintf(stderr, "%s\n", sentence.c_str());
  return status;
}

base::Result<std::vector<Workspace>> workspacesOf(server::Database& database, const std::string& wanted) {
  const bool isId = base::Uuid::parse(wanted).has_value();
  auto rows = database.query(isId ? "SELECT id, name FROM sync.workspace WHERE id = $1"
                                  : "SELECT id, name FROM sync.workspace WHERE name = $1 ORDER BY created_at",
                             {wanted});
  if (!rows) return rows.error();
  std::vector<Workspace> found;
  for (const auto& row : *rows) found.push_back({*row[0], *row[1]});
  return found;
}

int findWorkspace(server::Database& database, const std::string& wanted, Workspace& found) {
  const auto all = workspacesOf(database, wanted);
  if (!all) return say(all.error());
  if (all->empty()) return refuse("There is no workspace " + wanted + ".", kNotFound);
  if (all->size() > 1) {
    std::string ids;
    for (const auto& one : *all) ids += "\n  " + one.id;
    return refuse("Several workspaces have this name; give the id of one:" + ids, kInvalidInput);
  }
  found = all->front();
  return kDone;
}

server::DefaultBudgets defaultBudgets(const server::Settings& settings) {
  const auto nano = [](double dollars) { return std::int64_t(dollars * 1e9); };
  return {nano(settings.memberBudget), nano(settings.workspaceBudget)};
}

int withDatabase(const server::Settings& settings, const std::function<int(server::Database&)>& work) {
  auto database = server::Database::connect(settings.databaseUrl);
  return database ? work(*database) : say(database.error());
}

int withTransaction(const server::Settings& settings, const std::function<int(server::Database&)>& work) {
  return withDatabase(settings, [&](server::Database& database) {
    server::Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun) return say(begun.error());
    if (const int status = work(database); status != kDone) return status;
    const auto committed = transaction.commit();
    return committed ? int(kDone) : say(committed.error());
  });
}

}  // namespace aiagent::app_server
