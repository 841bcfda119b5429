// aiagent-cli: every job of the program, for scripts and terminals.
#include <clocale>
#include <csignal>
#include <cstdio>
#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include "app/cli/command.h"
#include "app/cli/doctor.h"
#include "app/cli/help.h"
#include "core/base/process_start.h"
#include "ui/format/explain.h"

namespace aiagent::cli {

std::vector<Command> allCommands() {
  std::vector<Command> all;
  for (auto* table :
       {&agentCommands,       &versionCommands, &reviewCommands,   &generateCommands,   &exchangeCommands,
        &knowledgeCommands,   &runCommands,     &providerCommands, &syncCommands,       &peopleCommands,
        &environmentCommands, &clusterCommands, &workloadCommands, &kindCommands,       &rolloutCommands,
        &actionCommands,      &logCommands,     &historyCommands,  &deploymentCommands, &maintenanceCommands})
    for (auto& command : table()) all.push_back(std::move(command));
  return all;
}

std::vector<CommandShape> allShapes() {
  std::vector<CommandShape> shapes;
  for (const auto& command : allCommands()) shapes.push_back(command.shape);
  return shapes;
}

Exit exitFor(base::ErrorCode code) {
  using base::ErrorCode;
  switch (code) {
    case ErrorCode::Internal: return Exit::Internal;
    case ErrorCode::Cancelled: return Exit::Interrupted;
    case ErrorCode::NotFound: return Exit::NotFound;
    case ErrorCode::InvalidInput:
    case ErrorCode::Ambiguous: return Exit::InvalidInput;
    case ErrorCode::Conflict: return Exit::Conflict;
    case ErrorCode::Credentials:
    case ErrorCode::Forbidden: return Exit::Credentials;
    case ErrorCode::StorageFull:
    case ErrorCode::StorageReadOnly:
    case ErrorCode::StorageDamaged:
    case ErrorCode::StorageNewer:
    case ErrorCode::StorageFailed: return Exit::Storage;
    default: return Exit::Provider;
  }
}

namespace {

void printError(const base::Error& error, bool json) {
  const auto text = format::explain(error).text().toStdString();
  if (json)
    std::fprintf(stderr, "%s\n", errorJson(error, text).c_str());
  else
    std::fprintf(stderr, "%s\n", text.c_str());
}

int runCommand(QCoreApplication& app, const Command& command, const Arguments& arguments) {
  const bool json = arguments.has("json");
  auto context = Context::open(arguments.value("profile").value_or(""), json);
  if (!context) {
    printError(context.error(), json);
    return int(exitFor(context.error().code));
  }
  const auto& report = (*context)->profile().store().openReport();
  if (!report.damagedFile.empty()) (*context)->message(damageSentence(report));
  (*context)->profile().scheduler().post([&] {
    (*context)->startNetwork([&] {
      command.run(**context, arguments, [&](Exit exit) {
        (*context)->flush();
        app.exit(int(exit));
      });
    });
  });
  return app.exec();
}

int run(QCoreApplication& app, const std::vector<std::string>& words) {
  const auto commands = allCommands();
  const auto shapes = allShapes();
  const auto parsed = parseArguments(shapes, words);
  if (!parsed.error.isEmpty()) {
    std::fprintf(
        stderr, "%s %s\n", parsed.error.toStdString().c_str(),
        sentence(QT_TRANSLATE_NOOP("cli", "“aiagent-cli --help” lists the commands.")).toStdString().c_str());
    return int(Exit::Usage);
  }
  if (parsed.arguments.has("version")) {
    std::printf("aiagent-cli %s\n", AIAGENT_VERSION);
    return 0;
  }
  if (parsed.arguments.has("help")) {
    const auto text =
        parsed.command ? helpFor(*parsed.command) : helpForAll(shapes, parsed.arguments.positionals);
    std::fputs(text.toStdString().c_str(), stdout);
    return 0;
  }
  const auto index = std::size_t(parsed.command - shapes.data());
  return runCommand(app, commands[index], parsed.arguments);
}

}  // namespace

void finishWith(Context& context, const base::Error& error, const Finish& finish) {
  context.flush();
  printError(error, context.json());
  finish(exitFor(error.code));
}

}  // namespace aiagent::cli

int main(int argc, char** argv) {
  aiagent::base::startProcess();
  std::signal(SIGPIPE, SIG_IGN);
  QCoreApplication app(argc, argv);
  std::setlocale(LC_NUMERIC, "C");  // numbers in results are for machines
  QCoreApplication::setApplicationName(QStringLiteral("aiagent"));
  QCoreApplication::setApplicationVersion(QStringLiteral(AIAGENT_VERSION));
  QTranslator translator;
  if (translator.load(QLocale(), QStringLiteral("aiagent"), QStringLiteral("_"), QStringLiteral(":/i18n")))
    QCoreApplication::installTranslator(&translator);
  const std::vector<std::string> words(argv + 1, argv + argc);
  return aiagent::cli::run(app, words.empty() ? std::vector<std::string>{"--help"} : words);
}
