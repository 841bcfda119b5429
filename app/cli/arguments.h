// The command line as data: what commands there are, and what a person wrote.
#pragma once

#include <map>
#include <optional>
#include <QString>
#include <string>
#include <vector>

namespace aiagent::cli {

struct OptionSpec {
  std::string name;       // "prompt-file", without dashes
  std::string valueName;  // "FILE"; empty: a flag
  const char* help = "";  // untranslated source text, marked with QT_TRANSLATE_NOOP("cli", …)
  bool repeatable = false;
  bool required = false;
  char letter = 0;  // "m": -m TEXT means the same
};

struct PositionalSpec {
  std::string name;  // "AGENT"
  bool required = true;
  bool repeated = false;  // the last one: as many as the person likes
};

struct CommandShape {
  std::vector<std::string> path;  // {"agent", "new"}
  const char* help = "";
  std::vector<PositionalSpec> positionals;
  std::vector<OptionSpec> options;
};

struct Arguments {
  std::map<std::string, std::vector<std::string>> options;
  std::vector<std::string> positionals;

  bool has(const std::string& name) const { return options.count(name) > 0; }
  std::optional<std::string> value(const std::string& name) const;  // the last one given
  std::vector<std::string> values(const std::string& name) const;
  std::string positional(std::size_t index) const;  // "" when absent
};

// The options every command takes, before or after it.
const std::vector<OptionSpec>& globalOptions();

struct ParseOutcome {
  const CommandShape* command = nullptr;  // null with --help, --version alone, and on error
  Arguments arguments;
  QString error;  // a sentence; empty: none
};

// `words` without the program's name. "--name=value", "--name value", "--" ends options. A value may begin
// with a dash only in the "=" form, but for "-" alone (standard input). "-m value" is the short form of an
// option with a letter.
ParseOutcome parseArguments(const std::vector<CommandShape>& commands, const std::vector<std::string>& words);

}  // namespace aiagent::cli
