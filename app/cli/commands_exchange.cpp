// agent import | export
#include <algorithm>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/help.h"
#include "app/cli/input.h"
#include "core/wire/json_text.h"
#include "core/wire/record_json.h"
#include "ui/format/exchange.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using authoring::Format;
using authoring::ImportPlan;
using authoring::PlanResult;
using format::text;
using services::ImportChoice;

// The work that goes on holds its job; Ctrl-C ends it.
using HeldJob = std::shared_ptr<std::unique_ptr<services::ExchangeJob>>;

base::Error wrong(const char* option) {
  return {.code = base::ErrorCode::InvalidInput, .subject = option};
}

base::Result<std::optional<Format>> formatOption(const Arguments& arguments, bool (*fits)(Format)) {
  const auto word = arguments.value("format");
  if (!word) return std::optional<Format>();
  const auto format = authoring::formatFromWord(*word);
  if (!format || !fits(*format)) return wrong("format");
  return format;
}

HeldJob heldJob(Context& context) {
  auto job = std::make_shared<std::unique_ptr<services::ExchangeJob>>();
  context.onInterrupt([job] { job->reset(); });
  return job;
}

// A refused file is told in words of its own; everything else as always.
void failWith(Context& context, const base::Error& error, const Finish& finish) {
  if (error.code != base::ErrorCode::InvalidInput) return finishWith(context, error, finish);
  const auto sentence = format::refusalSentence(error);
  context.message(context.json() ? text(errorJson(error, sentence.toStdString())) : sentence);
  finish(exitFor(error.code));
}

std::string lossesJson(const std::vector<authoring::Loss>& losses) {
  wire::JsonArray list;
  for (const auto& loss : losses)
    list.raw(wire::JsonObject()
                 .text("field", loss.field)
                 .text("reason", authoring::toWord(loss.reason))
                 .text("excerpt", loss.excerpt)
                 .take());
  return list.take();
}

// ---------------------------------------------------------------- import

struct ImportOrder {
  authoring::ImportOptions options;
  std::optional<ImportChoice> onConflict;  // nothing: ask, which leaves those alone
  bool dryRun = false;
  std::string path;
};

base::Result<ImportOrder> importOrder(const Arguments& arguments) {
  const auto as = formatOption(arguments, &authoring::canImport);
  if (!as) return as.error();
  ImportOrder order{.options = {.as = *as, .allowFileReferences = arguments.has("allow-files")},
                    .onConflict = {},
                    .dryRun = arguments.has("dry-run"),
                    .path = arguments.positional(0)};
  const auto word = arguments.value("on-conflict").value_or("ask");
  if (word == "new")
    order.onConflict = ImportChoice::New;
  else if (word == "replace")
    order.onConflict = ImportChoice::Replace;
  else if (word == "skip")
    order.onConflict = ImportChoice::Skip;
  else if (word != "ask")
    return wrong("on-conflict");
  if (order.path == "-" && !*as) return wrong("format");
  return order;
}

std::vector<services::ImportDecision> decide(const ImportPlan& plan, const ImportOrder& order) {
  std::vector<services::ImportDecision> decisions;
  for (const auto& item : plan.items) {
    auto choice = services::usualChoice(item.result);
    if (item.result == PlanResult::Conflict) choice = order.onConflict.value_or(ImportChoice::Skip);
    decisions.push_back({item, choice, format::importedFrom(item.source).toStdString()});
  }
  return decisions;
}

Exit importExit(const ImportPlan& plan, const ImportOrder& order) {
  const auto has = [&plan](PlanResult result) {
    return std::any_of(plan.items.begin(), plan.items.end(),
                       [result](const auto& item) { return item.result == result; });
  };
  if (has(PlanResult::Refused)) return Exit::InvalidInput;
  return has(PlanResult::Conflict) && !order.onConflict ? Exit::Conflict : Exit::Done;
}

std::string itemJson(const authoring::PlanItem& item, domain::AgentId made) {
  const auto id = made.isNull() ? item.existing : made;
  wire::JsonObject object;
  object.text("name", item.name)
      .text("result", authoring::toWord(item.result))
      .textOrNull("id", id.isNull() ? std::string() : id.toString())
      .raw("losses", lossesJson(item.losses))
      .text("source", item.source)
      .textOrNull("format", item.format ? authoring::toWord(*item.format) : std::string_view());
  if (item.error) object.text("error", format::refusalSentence(item).toStdString());
  return object.take();
}

void printPlan(Context& context, const ImportPlan& plan, const services::ImportOutcome& outcome) {
  wire::JsonArray list;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto& item = plan.items[i];
    if (context.json()) {
      list.raw(itemJson(item, i < outcome.ids.size() ? outcome.ids[i] : domain::AgentId{}));
      continue;
    }
    context.printLine(QStringLiteral("%1  %2  %3")
                          .arg(format::planResultWord(item.result), text(item.name),
                               item.format ? format::exchangeFormatName(*item.format) : QString()));
    if (item.error) context.printLine(QStringLiteral("    ") + format::refusalSentence(item));
    for (const auto& loss : item.losses)
      context.printLine(QStringLiteral("    ") + format::lossSentence(loss));
  }
  if (context.json()) context.printLine(list.take());
}

void endImport(Context& context, const ImportPlan& plan, const ImportOrder& order,
               const services::ImportOutcome& outcome, const Finish& finish) {
  printPlan(context, plan, outcome);
  const auto exit = importExit(plan, order);
  if (plan.items.empty()) {
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "There is no agent in it.")));
    return finish(Exit::InvalidInput);
  }
  if (exit == Exit::InvalidInput)
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Some of it is refused, so nothing was changed.")));
  if (exit == Exit::Conflict)
    context.message(sentence(QT_TRANSLATE_NOOP(
        "cli",
        "Some agents are there already and differ; they were left alone. Say --on-conflict new, replace "
        "or skip.")));
  if (!context.json() && !order.dryRun && exit != Exit::InvalidInput)
    context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "%1 imported, %2 replaced."))
                          .arg(outcome.made.size())
                          .arg(outcome.replaced.size()));
  finish(exit);
}

void import(Context& context, const Arguments& arguments, Finish finish) {
  auto order = importOrder(arguments);
  if (!order) return finishWith(context, order.error(), finish);
  const auto job = heldJob(context);
  auto planned = [&context, order = *order, job, finish](base::Result<ImportPlan> plan) {
    if (!plan) return failWith(context, plan.error(), finish);
    if (order.dryRun || importExit(*plan, order) == Exit::InvalidInput)
      return endImport(context, *plan, order, {}, finish);
    context.imports().apply(decide(*plan, order), [&context, plan = *plan, order,
                                                   finish](base::Result<services::ImportOutcome> outcome) {
      if (!outcome) return finishWith(context, outcome.error(), finish);
      endImport(context, plan, order, *outcome, finish);
    });
  };
  if (order->path != "-") {
    *job =
        context.imports().plan({std::filesystem::path(order->path)}, order->options, {}, std::move(planned));
    return;
  }
  auto read = readText("-");
  if (!read) return finishWith(context, read.error(), finish);
  *job = context.imports().planFiles({{"standard-input", std::move(*read)}}, order->options, {},
                                     std::move(planned));
}

// ---------------------------------------------------------------- export

std::string reportJson(const services::ExportReport& report) {
  wire::JsonArray files;
  for (const auto& file : report.files) files.text(file.path);
  wire::JsonArray others;
  for (const auto& folder : report.others) others.text(folder);
  return wire::JsonObject()
      .integer("agents", std::int64_t(report.agents))
      .textOrNull("target", report.target.string())
      .raw("files", files.take())
      .raw("losses", lossesJson(report.losses))
      .raw("others", others.take())
      .take();
}

void endExport(Context& context, const services::ExportReport& report, const Finish& finish) {
  if (report.target.empty()) {
    // without a target only what is one file can go anywhere
    if (report.files.size() != 1) return finishWith(context, wrong("output"), finish);
    context.print(report.files.front().bytes);
  } else if (context.json()) {
    context.printLine(reportJson(report));
    return finish(Exit::Done);
  }
  for (const auto& loss : report.losses)
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Not carried: %1")).arg(format::lossSentence(loss)));
  for (const auto& folder : report.others)
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Left there, as this agent is not in the library: %1"))
                        .arg(QString::fromStdString(folder)));
  if (!report.target.empty())
    context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "%1 exported to %2."))
                          .arg(report.agents)
                          .arg(QString::fromStdString(report.target.string())));
  finish(Exit::Done);
}

void startExport(Context& context, services::ExportRequest request, const Finish& finish) {
  const auto job = heldJob(context);
  *job = context.imports().exportAgents(std::move(request),
                                        [&context, job, finish](base::Result<services::ExportReport> report) {
                                          if (!report) return finishWith(context, report.error(), finish);
                                          endExport(context, *report, finish);
                                        });
}

// Names become ids one after the other.
void findAndExport(Context& context, std::vector<std::string> names, services::ExportRequest request,
                   Finish finish) {
  if (names.empty()) return startExport(context, std::move(request), finish);
  const auto name = names.front();
  names.erase(names.begin());
  context.agents().find(name, [&context, names, request, finish](base::Result<domain::Agent> agent) mutable {
    if (!agent) return finishWith(context, agent.error(), finish);
    request.agents.push_back(agent->id);
    findAndExport(context, std::move(names), std::move(request), finish);
  });
}

void exportAgents(Context& context, const Arguments& arguments, Finish finish) {
  const auto format = formatOption(arguments, &authoring::canExport);
  if (!format) return finishWith(context, format.error(), finish);
  const bool all = arguments.has("all");
  if (all != arguments.positionals.empty()) return finishWith(context, wrong("agent"), finish);
  findAndExport(context, arguments.positionals,
                {.agents = {}, .format = **format, .target = arguments.value("output").value_or("")}, finish);
}

}  // namespace

std::vector<Command> exchangeCommands() {
  return {
      {{{"agent", "import"},
        QT_TRANSLATE_NOOP("cli",
                          "Bring agents in from a file, a folder, a zip archive or, as -, standard input"),
        {{"PATH"}},
        {{"dry-run", "", QT_TRANSLATE_NOOP("cli", "Only tell what would happen")},
         {"format", "FORMAT",
          QT_TRANSLATE_NOOP("cli",
                            "json, prompty-v1, prompty-v2, promptfoo, langfuse, openai-prompt, "
                            "openai-responses, openai-chat, markdown, agents-md, skill-md or folder")},
         {"on-conflict", "WHAT",
          QT_TRANSLATE_NOOP("cli",
                            "For agents that are there and differ: ask (leave alone and say so), new, "
                            "replace or skip")},
         {"allow-files", "",
          QT_TRANSLATE_NOOP("cli", "Follow a configuration's references to files among those given")}}},
       import},
      {{{"agent", "export"},
        QT_TRANSLATE_NOOP("cli", "Write agents to standard output, a file, a folder or a zip archive"),
        {{"AGENT", false, true}},
        {{"all", "", QT_TRANSLATE_NOOP("cli", "All agents, the archive too")},
         {.name = "format",
          .valueName = "FORMAT",
          .help = QT_TRANSLATE_NOOP("cli",
                                    "json, folder, markdown, prompty-v1, prompty-v2, promptfoo, langfuse, "
                                    "openai-prompt, openai-responses, agents-md, skill-md or agent-card"),
          .required = true},
         {"output", "PATH",
          QT_TRANSLATE_NOOP(
              "cli", "File, folder, or archive that ends in .zip; else one file to standard output")}}},
       exportAgents},
  };
}

}  // namespace aiagent::cli
