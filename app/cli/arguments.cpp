#include "app/cli/arguments.h"

#include <algorithm>
#include <QCoreApplication>

namespace aiagent::cli {
namespace {

QString text(const char* source) {
  return QCoreApplication::translate("cli", source);
}

bool startsWith(const std::string& word, const char* prefix) {
  return word.rfind(prefix, 0) == 0;
}

const OptionSpec* findOption(const CommandShape* command, const std::string& name) {
  const auto isIt = [&](const OptionSpec& option) { return option.name == name; };
  for (const auto& option : globalOptions())
    if (isIt(option)) return &option;
  if (!command) return nullptr;
  const auto at = std::find_if(command->options.begin(), command->options.end(), isIt);
  return at == command->options.end() ? nullptr : &*at;
}

// The command with the longest path that `words` begin with.
const CommandShape* findCommand(const std::vector<CommandShape>& commands,
                                const std::vector<std::string>& words) {
  const CommandShape* best = nullptr;
  for (const auto& command : commands) {
    const bool fits = command.path.size() <= words.size() &&
                      std::equal(command.path.begin(), command.path.end(), words.begin());
    if (fits && (!best || command.path.size() > best->path.size())) best = &command;
  }
  return best;
}

class Parser {
 public:
  Parser(const std::vector<CommandShape>& commands, const std::vector<std::string>& words)
      : m_commands(commands), m_words(words) {}

  ParseOutcome run() {
    m_outcome.command = findCommand(m_commands, plainWords());
    for (m_at = 0; m_at < m_words.size() && m_outcome.error.isEmpty(); ++m_at) takeWord();
    if (m_outcome.error.isEmpty()) settle();
    if (!m_outcome.error.isEmpty()) m_outcome.command = nullptr;
    return std::move(m_outcome);
  }

 private:
  // Words before any option of the command itself: global options and their values are stepped over.
  std::vector<std::string> plainWords() const {
    std::vector<std::string> plain;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
      if (!startsWith(m_words[i], "--")) {
        plain.push_back(m_words[i]);
        continue;
      }
      const auto* option = findOption(nullptr, m_words[i].substr(2));
      if (option && !option->valueName.empty()) ++i;
    }
    return plain;
  }

  void takeWord() {
    const auto& word = m_words[m_at];
    if (m_optionsOver || word == "-" || !startsWith(word, "-"))
      return m_outcome.arguments.positionals.push_back(word);
    if (word == "--") {
      m_optionsOver = true;
    } else if (word == "-h") {
      m_outcome.arguments.options["help"].push_back("");
    } else if (startsWith(word, "--")) {
      takeOption(word.substr(2));
    } else if (const auto* option = word.size() == 2 ? findLetter(word[1]) : nullptr) {
      takeOption(option->name);
    } else {
      fail(text("Unknown option %1."), word);
    }
  }

  const OptionSpec* findLetter(char letter) const {
    if (!m_outcome.command) return nullptr;
    const auto& options = m_outcome.command->options;
    const auto at = std::find_if(options.begin(), options.end(),
                                 [letter](const OptionSpec& option) { return option.letter == letter; });
    return at == options.end() ? nullptr : &*at;
  }

  void takeOption(const std::string& word) {
    const auto equals = word.find('=');
    const auto name = word.substr(0, equals);
    const auto* option = findOption(m_outcome.command, name);
    if (!option) return fail(text("Unknown option %1."), "--" + name);
    auto& given = m_outcome.arguments.options[name];
    if (!given.empty() && !option->repeatable) return fail(text("Option %1 is given twice."), "--" + name);
    if (option->valueName.empty()) {
      if (equals != std::string::npos) return fail(text("Option %1 takes no value."), "--" + name);
      return given.push_back("");
    }
    if (equals != std::string::npos) return given.push_back(word.substr(equals + 1));
    const bool valueFollows =
        m_at + 1 < m_words.size() && (!startsWith(m_words[m_at + 1], "--") || m_words[m_at + 1].size() == 2);
    if (!valueFollows) return fail(text("Option %1 needs a value."), "--" + name);
    given.push_back(m_words[++m_at]);
  }

  void settle() {
    auto& arguments = m_outcome.arguments;
    if (arguments.has("help") || arguments.has("version")) return;
    if (!m_outcome.command) {
      const auto word = arguments.positionals.empty() ? std::string() : arguments.positionals.front();
      return fail(word.empty() ? text("No command is given.") : text("Unknown command “%1”."), word);
    }
    const auto& command = *m_outcome.command;
    arguments.positionals.erase(arguments.positionals.begin(),
                                arguments.positionals.begin() + std::ptrdiff_t(command.path.size()));
    for (const auto& option : command.options)
      if (option.required && !arguments.has(option.name))
        return fail(text("Option %1 is missing."), "--" + option.name);
    for (std::size_t i = 0; i < command.positionals.size(); ++i)
      if (command.positionals[i].required && arguments.positionals.size() <= i)
        return fail(text("%1 is missing."), command.positionals[i].name);
    const bool anyNumber = !command.positionals.empty() && command.positionals.back().repeated;
    if (arguments.positionals.size() > command.positionals.size() && !anyNumber)
      fail(text("“%1” is one word too many."), arguments.positionals[command.positionals.size()]);
  }

  void fail(const QString& sentence, const std::string& about) {
    m_outcome.error =
        sentence.contains(QLatin1String("%1")) ? sentence.arg(QString::fromStdString(about)) : sentence;
  }

  const std::vector<CommandShape>& m_commands;
  const std::vector<std::string>& m_words;
  ParseOutcome m_outcome;
  std::size_t m_at = 0;
  bool m_optionsOver = false;
};

}  // namespace

std::optional<std::string> Arguments::value(const std::string& name) const {
  const auto at = options.find(name);
  return at == options.end() || at->second.empty() ? std::nullopt : std::optional(at->second.back());
}

std::vector<std::string> Arguments::values(const std::string& name) const {
  const auto at = options.find(name);
  return at == options.end() ? std::vector<std::string>() : at->second;
}

std::string Arguments::positional(std::size_t index) const {
  return index < positionals.size() ? positionals[index] : std::string();
}

const std::vector<OptionSpec>& globalOptions() {
  static const std::vector<OptionSpec> kOptions = {
      {"profile", "DIR", QT_TRANSLATE_NOOP("cli", "Folder that holds agents, runs and settings")},
      {"json", "", QT_TRANSLATE_NOOP("cli", "Print results as JSON")},
      {"help", "", QT_TRANSLATE_NOOP("cli", "Show this help")},
      {"version", "", QT_TRANSLATE_NOOP("cli", "Show the version")},
  };
  return kOptions;
}

ParseOutcome parseArguments(const std::vector<CommandShape>& commands,
                            const std::vector<std::string>& words) {
  return Parser(commands, words).run();
}

}  // namespace aiagent::cli
