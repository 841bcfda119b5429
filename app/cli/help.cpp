#include "app/cli/help.h"

#include <algorithm>

#include "app/cli/context.h"
#include "core/wire/record_json.h"

namespace aiagent::cli {
namespace {

QString usage(const CommandShape& command) {
  QString line = QStringLiteral("aiagent-cli");
  for (const auto& word : command.path) line += QLatin1Char(' ') + QString::fromStdString(word);
  for (const auto& positional : command.positionals) {
    const auto name =
        QString::fromStdString(positional.name) + (positional.repeated ? QStringLiteral(" …") : QString());
    line += positional.required ? QLatin1Char(' ') + name : QStringLiteral(" [") + name + QLatin1Char(']');
  }
  return line;
}

QString row(const QString& left, const char* help) {
  constexpr int kColumn = 32;
  const auto indented = left.size() <= kColumn
                            ? left.leftJustified(kColumn)
                            : left + QStringLiteral("\n  ") + QString(kColumn, QLatin1Char(' '));
  return QStringLiteral("  ") + indented + QLatin1Char(' ') + sentence(help) + QLatin1Char('\n');
}

QString optionRows(const std::vector<OptionSpec>& options) {
  QString rows;
  for (const auto& option : options) {
    auto left = QStringLiteral("--") + QString::fromStdString(option.name);
    if (option.letter != 0) left.prepend(QStringLiteral("-%1, ").arg(QLatin1Char(option.letter)));
    if (!option.valueName.empty()) left += QLatin1Char(' ') + QString::fromStdString(option.valueName);
    rows += row(left, option.help);
  }
  return rows;
}

}  // namespace

QString helpFor(const CommandShape& command) {
  QString text = usage(command) + (command.options.empty() ? QString() : QStringLiteral(" [OPTION…]")) +
                 QStringLiteral("\n\n") + sentence(command.help) + QStringLiteral(".\n\n");
  if (!command.options.empty())
    text += sentence(QT_TRANSLATE_NOOP("cli", "Options:")) + QLatin1Char('\n') + optionRows(command.options) +
            QLatin1Char('\n');
  return text + sentence(QT_TRANSLATE_NOOP("cli", "For every command:")) + QLatin1Char('\n') +
         optionRows(globalOptions());
}

QString helpForAll(const std::vector<CommandShape>& commands, const std::vector<std::string>& words) {
  QString text =
      sentence(QT_TRANSLATE_NOOP("cli", "Write, run and keep AI agents.")) + QStringLiteral("\n\n");
  for (const auto& command : commands) {
    const bool wanted =
        words.size() <= command.path.size() && std::equal(words.begin(), words.end(), command.path.begin());
    if (!wanted) continue;
    text += row(usage(command).mid(int(sizeof "aiagent-cli")), command.help);
  }
  text += QLatin1Char('\n') + sentence(QT_TRANSLATE_NOOP("cli", "For every command:")) + QLatin1Char('\n') +
          optionRows(globalOptions());
  text +=
      QLatin1Char('\n') +
      sentence(QT_TRANSLATE_NOOP(
          "cli",
          "AGENT is an id or a name; RUN is an id, its first characters, or “last”.\n"
          "OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_ORG_ID and OPENAI_PROJECT_ID describe the provider "
          "“openai”.\n"
          "Exit status: 0 done, 1 internal, 2 usage, 3 not found, 4 invalid input, 5 provider or network,\n"
          "6 credentials, 7 conflict, 8 storage, 130 interrupted. `cluster status`, and what is done "
          "to a cluster,\n"
          "end with 10 for degraded, 11 for unhealthy, 12 for unknown or stale.")) +
      QLatin1Char('\n');
  return text;
}

std::string errorJson(const base::Error& error, const std::string& message) {
  auto json = R"({"error":{"code":")" + std::string(base::toWord(error.code)) + R"(","message":)" +
              wire::quoted(message);
  if (!error.subject.empty()) json += R"(,"subject":)" + wire::quoted(error.subject);
  if (!error.said.empty()) json += R"(,"said":)" + wire::quoted(error.said);
  if (!error.providerCode.empty()) json += R"(,"providerCode":)" + wire::quoted(error.providerCode);
  if (error.httpStatus != 0) json += R"(,"httpStatus":)" + std::to_string(error.httpStatus);
  return json + "}}";
}

}  // namespace aiagent::cli
