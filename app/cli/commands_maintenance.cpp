// backup; doctor; rehearsal; completion
#include <filesystem>
#include <QFileInfo>

#include "app/cli/command.h"
#include "app/cli/completion.h"
#include "app/cli/doctor.h"
#include "app/cli/input.h"
#include "core/wire/record_json.h"

namespace aiagent::cli {
namespace {

void backup(Context& context, const Arguments& arguments, Finish finish) {
  const auto target = arguments.positional(0);
  if (!target.empty() && std::filesystem::exists(target))
    return finishWith(
        context, {.code = base::ErrorCode::InvalidInput, .detail = "file exists", .subject = target}, finish);
  context.profile().store().backUp(target, [&context, finish](base::Result<std::filesystem::path> path) {
    if (!path) return finishWith(context, path.error(), finish);
    if (context.json())
      context.printLine(R"({"path":)" + wire::quoted(path->string()) + "}");
    else
      context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "Verified copy: %1"))
                            .arg(QString::fromStdString(path->string())));
    finish(Exit::Done);
  });
}

void rehearsal(Context& context, const Arguments& arguments, Finish finish) {
  const auto port = numberOption(arguments, "port", 0, 0);
  if (!port || *port > 65535)
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "port"}, finish);
  const auto url = context.startRehearsal(*port);
  if (!url) return finishWith(context, url.error(), finish);
  if (context.json())
    context.printLine(R"({"baseUrl":)" + wire::quoted(*url) + "}");
  else
    context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "Rehearsal (no model involved) at %1 until Ctrl-C."))
                          .arg(QString::fromStdString(*url)));
  context.flush();
  context.onInterrupt([finish] { finish(Exit::Done); });
}

void completion(Context& context, const Arguments& arguments, Finish finish) {
  const auto script = completionScript(arguments.positional(0), allShapes());
  if (script.empty())
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "shell"}, finish);
  context.print(script);
  finish(Exit::Done);
}

}  // namespace

std::vector<Command> maintenanceCommands() {
  return {
      {{{"backup"},
        QT_TRANSLATE_NOOP("cli", "Write a verified copy of the profile's database"),
        {{"FILE", false}},
        {}},
       backup},
      {{{"doctor"},
        QT_TRANSLATE_NOOP("cli", "Say what is wrong with this installation and how to mend it"),
        {},
        {}},
       runDoctor},
      {{{"rehearsal"},
        QT_TRANSLATE_NOOP("cli", "Serve the rehearsal model on a loopback port"),
        {},
        {{"port", "N", QT_TRANSLATE_NOOP("cli", "Port; a free one is taken without it")}}},
       rehearsal},
      {{{"completion"}, QT_TRANSLATE_NOOP("cli", "Print completion for bash, zsh or fish"), {{"SHELL"}}, {}},
       completion},
  };
}

}  // namespace aiagent::cli
