// run; runs list | show | resume | export | delete
#include <fstream>

#include "app/cli/command.h"
#include "app/cli/input.h"
#include "app/cli/live_run.h"
#include "core/wire/record_json.h"
#include "ui/format/human.h"

namespace aiagent::cli {
namespace {

using domain::RunRecord;
using domain::RunRequest;

// ---------------------------------------------------------------- run

// The word behind the agent, or an option; standard input when neither is given and it is no terminal.
base::Result<std::string> inputFrom(const Arguments& arguments) {
  auto text = textOption(arguments, "input");
  if (!text) return text.error();
  if (arguments.positionals.size() > 1) {
    if (*text)
      return base::Error{.code = base::ErrorCode::InvalidInput,
                         .detail = "given as a word and as an option",
                         .subject = "input"};
    return arguments.positionals[1];
  }
  if (*text) return std::move(**text);
  if (!standardInputIsTerminal()) return readText("-");
  return base::Error{.code = base::ErrorCode::InvalidInput, .detail = "no message", .subject = "input"};
}

base::Result<RunRequest> requestFrom(const Arguments& arguments) {
  RunRequest request;
  auto input = inputFrom(arguments);
  if (!input) return input.error();
  request.input = std::move(*input);
  auto variables = variablesFrom(arguments);
  if (!variables) return variables.error();
  request.variables = std::move(*variables);
  request.model = arguments.value("model").value_or("");
  return request;
}

void startWithProvider(Context& context, const Arguments& arguments, RunRequest request, Finish finish) {
  const auto name = arguments.value("provider").value_or("");
  if (name == domain::kRehearsalProvider) {
    auto url = context.startRehearsal();
    if (!url) return finishWith(context, url.error(), finish);
    if (request.model.empty()) request.model = domain::kRehearsalModel;
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Rehearsal: no model involved.")));
  }
  context.providers().find(name,
                           [&context, request, finish](base::Result<domain::Provider> provider) mutable {
                             if (!provider) return finishWith(context, provider.error(), finish);
                             request.provider = std::move(*provider);
                             auto* live = new LiveRun(context, finish);
                             context.runs().start(std::move(request), live->whenStarted());
                           });
}

void continueFrom(Context& context, const Arguments& arguments, RunRequest request, Finish finish) {
  const auto parent = arguments.value("continue");
  if (!parent) return startWithProvider(context, arguments, std::move(request), finish);
  context.runs().find(*parent, [&context, arguments, request, finish](base::Result<RunRecord> run) mutable {
    if (!run) return finishWith(context, run.error(), finish);
    request.parent = run->id;
    startWithProvider(context, arguments, std::move(request), finish);
  });
}

void run(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(
      arguments.positional(0), [&context, arguments, finish](base::Result<domain::Agent> agent) {
        if (!agent) return finishWith(context, agent.error(), finish);
        auto request = requestFrom(arguments);
        if (!request) return finishWith(context, request.error(), finish);
        request->agent = agent->id;
        request->content = agent->content;
        if (auto applied = applyParameters(arguments, request->content.parameters); !applied)
          return finishWith(context, applied.error(), finish);
        continueFrom(context, arguments, std::move(*request), finish);
      });
}

// ---------------------------------------------------------------- runs

void printRow(Context& context, const domain::RunSummary& row) {
  context.printLine(QStringList{QString::fromStdString(row.id.toString()),
                                QString::fromStdString(base::toIso8601(row.created)),
                                format::runStatus(row.status), QString::fromStdString(row.agentName),
                                QString::fromStdString(row.inputStart).simplified()}
                        .join(QLatin1String("  ")));
}

void listRuns(Context& context, const Arguments& arguments, std::optional<domain::AgentId> agent,
              Finish finish) {
  store::RunQuery query;
  query.agent = agent;
  query.search = arguments.value("search").value_or("");
  if (const auto status = arguments.value("status")) {
    query.status = domain::runStatusFromWord(*status);
    if (!query.status)
      return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "status"}, finish);
  }
  const auto limit = numberOption(arguments, "limit", 1, 0);
  if (!limit) return finishWith(context, limit.error(), finish);
  query.limit = *limit;
  context.runs().list(std::move(query), [&context, finish](base::Result<store::RunPage> page) {
    if (!page) return finishWith(context, page.error(), finish);
    if (context.json()) {
      context.printLine(wire::toJson(page->rows));
    } else {
      for (const auto& row : page->rows) printRow(context, row);
      if (page->rows.empty()) context.message(sentence(QT_TRANSLATE_NOOP("cli", "No runs.")));
    }
    finish(Exit::Done);
  });
}

void list(Context& context, const Arguments& arguments, Finish finish) {
  const auto agent = arguments.value("agent");
  if (!agent) return listRuns(context, arguments, std::nullopt, finish);
  context.agents().find(*agent, [&context, arguments, finish](base::Result<domain::Agent> found) {
    if (!found) return finishWith(context, found.error(), finish);
    listRuns(context, arguments, found->id, finish);
  });
}

std::string speaker(const domain::Message& message) {
  return std::string(domain::toWord(message.role));
}

std::string asMarkdown(const std::vector<RunRecord>& conversation) {
  std::string text;
  for (const auto& run : conversation) {
    text += "# " + run.request.content.name + ", " + base::toIso8601(run.created) + "\n\n";
    text += "- model: " + (run.modelAnswered.empty() ? run.request.model : run.modelAnswered) + "\n";
    text += "- status: " + std::string(domain::toWord(run.status)) + "\n\n";
    for (const auto& message : run.messages)
      if (const auto words = message.text(); !words.empty())
        text += "## " + speaker(message) + "\n\n" + words + "\n\n";
  }
  return text;
}

std::string asJson(const std::vector<RunRecord>& conversation) {
  std::string text = "[";
  for (const auto& run : conversation) text += (text.size() > 1 ? "," : "") + wire::toJson(run);
  return text + "]\n";
}

void show(Context& context, const Arguments& arguments, Finish finish) {
  context.runs().find(arguments.positional(0), [&context, finish](base::Result<RunRecord> run) {
    if (!run) return finishWith(context, run.error(), finish);
    if (context.json()) {
      context.printLine(wire::toJson(*run));
    } else {
      context.print(asMarkdown({*run}));
      context.printLine(format::runFacts(*run));
    }
    finish(Exit::Done);
  });
}

void resume(Context& context, const Arguments& arguments, Finish finish) {
  context.runs().find(arguments.positional(0), [&context, finish](base::Result<RunRecord> run) {
    if (!run) return finishWith(context, run.error(), finish);
    auto* live = new LiveRun(context, finish);
    context.runs().resume(run->id, live->whenStarted());
  });
}

base::Result<void> writeFile(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file)
    return base::Error{
        .code = base::ErrorCode::StorageFailed, .detail = "cannot be written", .subject = path};
  return {};
}

void exportRun(Context& context, const Arguments& arguments, Finish finish) {
  const auto format = arguments.value("format").value_or(context.json() ? "json" : "markdown");
  if (format != "json" && format != "markdown")
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "format"}, finish);
  context.runs().find(
      arguments.positional(0), [&context, arguments, format, finish](base::Result<RunRecord> run) {
        if (!run) return finishWith(context, run.error(), finish);
        context.runs().conversation(
            run->id, [&context, arguments, format, finish](base::Result<std::vector<RunRecord>> all) {
              if (!all) return finishWith(context, all.error(), finish);
              const auto text = format == "json" ? asJson(*all) : asMarkdown(*all);
              const auto path = arguments.value("output");
              if (!path) {
                context.print(text);
              } else if (auto written = writeFile(*path, text); !written) {
                return finishWith(context, written.error(), finish);
              }
              finish(Exit::Done);
            });
      });
}

void remove(Context& context, const Arguments& arguments, Finish finish) {
  context.runs().find(arguments.positional(0), [&context, finish](base::Result<RunRecord> run) {
    if (!run) return finishWith(context, run.error(), finish);
    context.runs().remove(run->id, [&context, finish](base::Result<void> removed) {
      if (!removed) return finishWith(context, removed.error(), finish);
      finish(Exit::Done);
    });
  });
}

}  // namespace

std::vector<Command> runCommands() {
  return {
      {{{"run"},
        QT_TRANSLATE_NOOP("cli", "Run an agent and stream its answer"),
        {{"AGENT"}, {"MESSAGE", false}},
        {{"input", "TEXT", QT_TRANSLATE_NOOP("cli", "The message; without it standard input is read")},
         {"input-file", "FILE",
          QT_TRANSLATE_NOOP("cli", "Read the message from a file; - is standard input")},
         {"var", "NAME=VALUE", QT_TRANSLATE_NOOP("cli", "Value of a {{variable}}; may be repeated"), true},
         {"param", "NAME=VALUE", QT_TRANSLATE_NOOP("cli", "Model parameter for this run; may be repeated"),
          true},
         {"model", "NAME", QT_TRANSLATE_NOOP("cli", "Model for this run")},
         {"provider", "NAME", QT_TRANSLATE_NOOP("cli", "Provider for this run; “rehearsal” needs no key")},
         {"continue", "RUN",
          QT_TRANSLATE_NOOP("cli", "Go on with the conversation of an earlier run; “last” is the newest")}}},
       run},
      {{{"runs", "list"},
        QT_TRANSLATE_NOOP("cli", "List runs, newest first"),
        {},
        {{"agent", "AGENT", QT_TRANSLATE_NOOP("cli", "Only runs of this agent")},
         {"status", "STATUS",
          QT_TRANSLATE_NOOP("cli", "Only runs that are completed, failed, interrupted …")},
         {"search", "WORDS", QT_TRANSLATE_NOOP("cli", "Words in message or answer")},
         {"limit", "N", QT_TRANSLATE_NOOP("cli", "At most so many")}}},
       list},
      {{{"runs", "show"}, QT_TRANSLATE_NOOP("cli", "Show a run"), {{"RUN"}}, {}}, show},
      {{{"runs", "resume"},
        QT_TRANSLATE_NOOP("cli", "Fetch the rest of an interrupted background run"),
        {{"RUN"}},
        {}},
       resume},
      {{{"runs", "export"},
        QT_TRANSLATE_NOOP("cli", "Export the conversation that ends with a run"),
        {{"RUN"}},
        {{"format", "FORMAT", QT_TRANSLATE_NOOP("cli", "markdown or json")},
         {"output", "FILE", QT_TRANSLATE_NOOP("cli", "Write to a file instead of standard output")}}},
       exportRun},
      {{{"runs", "delete"}, QT_TRANSLATE_NOOP("cli", "Delete a run for good"), {{"RUN"}}, {}}, remove},
  };
}

}  // namespace aiagent::cli
