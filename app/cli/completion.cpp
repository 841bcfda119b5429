#include "app/cli/completion.h"

#include <set>

namespace aiagent::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string optionWords(const CommandShape& command) {
  std::string words;
  for (const auto* options : {&command.options, &globalOptions()})
    for (const auto& option : *options) words += (words.empty() ? "--" : " --") + option.name;
  return words;
}

std::set<std::string> firstWords(const std::vector<CommandShape>& commands) {
  std::set<std::string> words;
  for (const auto& command : commands) words.insert(command.path.front());
  return words;
}

std::string secondWords(const std::vector<CommandShape>& commands, const std::string& first) {
  std::string words;
  for (const auto& command : commands)
    if (command.path.size() > 1 && command.path.front() == first)
      words += (words.empty() ? "" : " ") + command.path[1];
  return words;
}

// One function for bash and, through bashcompinit, for zsh.
std::string bashFunction(const std::vector<CommandShape>& commands) {
  std::string all, cases;
  for (const auto& first : firstWords(commands)) {
    all += (all.empty() ? "" : " ") + first;
    if (const auto second = secondWords(commands, first); !second.empty())
      cases += "    '" + first + "') words='" + second + "' ;;\n";
  }
  for (const auto& command : commands) {
    const auto path = joined(command.path);
    cases += "    '" + path + "'|'" + path + " '*) words='" + optionWords(command) + "' ;;\n";
  }
  return "_aiagent_cli() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" line='' i words\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"${COMP_WORDS[i]}\" in --profile) ((i++)) ;; -*) ;; *) line=\"${line:+$line "
         "}${COMP_WORDS[i]}\" ;; esac\n"
         "  done\n"
         "  case \"$line\" in\n"
         "    '') words='" +
         all + "' ;;\n" + cases +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "}\n"
         "complete -o default -F _aiagent_cli aiagent-cli\n";
}

std::string fishScript(const std::vector<CommandShape>& commands) {
  std::string script = "complete -c aiagent-cli -f\n";
  for (const auto& first : firstWords(commands)) {
    script += "complete -c aiagent-cli -n __fish_use_subcommand -a " + first + "\n";
    if (const auto second = secondWords(commands, first); !second.empty())
      script +=
          "complete -c aiagent-cli -n '__fish_seen_subcommand_from " + first + "' -a '" + second + "'\n";
  }
  for (const auto& command : commands)
    for (const auto& option : command.options)
      script += "complete -c aiagent-cli -n '__fish_seen_subcommand_from " + command.path.back() + "' -l " +
                option.name + (option.valueName.empty() ? "" : " -r") + "\n";
  for (const auto& option : globalOptions()) script += "complete -c aiagent-cli -l " + option.name + "\n";
  return script;
}

}  // namespace

std::string completionScript(const std::string& shell, const std::vector<CommandShape>& commands) {
  if (shell == "bash") return bashFunction(commands);
  if (shell == "zsh") return "autoload -U +X bashcompinit && bashcompinit\n" + bashFunction(commands);
  if (shell == "fish") return fishScript(commands);
  return {};
}

}  // namespace aiagent::cli
