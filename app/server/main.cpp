// aiagent-server: the hosted side's program. A table of commands.
#include <cstdio>
#include <cstdlib>

#include "app/server/command.h"

namespace {

using namespace aiagent;
using namespace aiagent::app_server;

std::vector<Command> allCommands() {
  std::vector<Command> all;
  for (auto* table : {&serveCommands, &migrateCommands, &peopleCommands, &budgetCommands, &opsCommands,
                      &maintenanceCommands})
    for (auto& command : table()) all.push_back(std::move(command));
  return all;
}

int help(std::FILE* to, int status) {
  std::fputs("aiagent-server: the hosted library of AI Agent Generator.\n\n", to);
  for (const auto& command : allCommands())
    std::fprintf(to, "  %s\n      %s\n", usageOf(command).c_str(), command.help);
  std::fputs("\nSettings are environment variables:\n", to);
  for (const auto& info : server::settingInfos())
    std::fprintf(to, "  %s\n      %s%s%s\n", info.name, info.meaning.c_str(),
                 info.fallback.empty() ? ". Required." : ". Without it: ", info.fallback.c_str());
  std::fputs(
      "\nExit status: 0 done, 2 usage, 3 not found, 4 a setting or value is missing or malformed, 5 no "
      "connection,\n6 credentials, 7 the database is another than expected, 8 PostgreSQL refused.\n",
      to);
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h")) return help(stdout, kDone);
  if (words.size() == 1 && words[0] == "--version") return std::puts("aiagent-server " AIAGENT_VERSION) < 0;
  const auto commands = allCommands();
  const auto parsed = parse(commands, words);
  if (parsed.command == nullptr) return help(stderr, kUsage);
  if (!parsed.fault.empty()) {
    std::fprintf(stderr, "%s\nUsage: aiagent-server %s\n", parsed.fault.c_str(),
                 usageOf(*parsed.command).c_str());
    return kUsage;
  }

  const auto read = server::readSettings([](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
  });
  for (const auto& fault : read.faults)
    std::fprintf(stderr, "%s %s.\n", fault.name.c_str(), fault.what.c_str());
  if (!read.faults.empty()) return kInvalidInput;
  return parsed.command->run(read.settings, parsed.arguments);
}
