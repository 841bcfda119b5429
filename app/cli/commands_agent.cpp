// agent new | list | show | edit | archive | delete; versions and restore are in commands_version.cpp
#include <QLocale>

#include "app/cli/agent_output.h"
#include "app/cli/input.h"
#include "core/wire/record_json.h"

namespace aiagent::cli {
namespace {

using domain::Agent;
using domain::AgentContent;

const std::vector<OptionSpec> kContentOptions = {
    {"description", "TEXT", QT_TRANSLATE_NOOP("cli", "What the agent is for")},
    {"prompt", "TEXT", QT_TRANSLATE_NOOP("cli", "Instructions; may hold {{variables}}")},
    {"prompt-file", "FILE",
     QT_TRANSLATE_NOOP("cli", "Read the instructions from a file; - is standard input")},
    {"model", "NAME", QT_TRANSLATE_NOOP("cli", "Model to run with")},
    {"tag", "TAG", QT_TRANSLATE_NOOP("cli", "Tag to add; may be repeated"), true},
    {"param", "NAME=VALUE", QT_TRANSLATE_NOOP("cli", "Model parameter to set; may be repeated"), true},
    {"tools-file", "FILE", QT_TRANSLATE_NOOP("cli", "JSON array of tools; - is standard input")},
    {"schema-file", "FILE", QT_TRANSLATE_NOOP("cli", "JSON schema of the output; - is standard input")},
    {"starter", "TEXT", QT_TRANSLATE_NOOP("cli", "Conversation starter to add; may be repeated"), true},
};

std::vector<OptionSpec> contentOptions(std::vector<OptionSpec> more) {
  more.insert(more.end(), kContentOptions.begin(), kContentOptions.end());
  return more;
}

base::Result<void> readFileInto(const Arguments& arguments, const char* option, std::string& field) {
  const auto path = arguments.value(option);
  if (!path) return {};
  auto text = readText(*path);
  if (!text) return text.error();
  field = std::move(*text);
  return {};
}

// Lays what the person gave over `content`.
base::Result<void> applyContent(const Arguments& arguments, AgentContent& content) {
  if (auto name = arguments.value("name")) content.name = *name;
  if (auto description = arguments.value("description")) content.description = *description;
  auto prompt = textOption(arguments, "prompt");
  if (!prompt) return prompt.error();
  if (*prompt) content.prompt = std::move(**prompt);
  if (auto model = arguments.value("model")) content.model = *model;
  for (const auto& tag : arguments.values("tag")) content.tags.push_back(tag);
  for (const auto& tag : arguments.values("untag")) std::erase(content.tags, tag);
  for (const auto& name : arguments.values("unset-param")) content.parameters.remove(name);
  for (const auto& starter : arguments.values("starter")) content.starters.push_back(starter);
  if (auto tools = readFileInto(arguments, "tools-file", content.tools); !tools) return tools;
  if (auto schema = readFileInto(arguments, "schema-file", content.outputSchema); !schema) return schema;
  return applyParameters(arguments, content.parameters);
}

void newAgent(Context& context, const Arguments& arguments, Finish finish) {
  AgentContent content;
  if (auto applied = applyContent(arguments, content); !applied)
    return finishWith(context, applied.error(), finish);
  context.agents().create(std::move(content),
                          printAgent(context, finish, QT_TRANSLATE_NOOP("cli", "Made agent “%1” (%2).")));
}

void printRow(Context& context, const domain::AgentSummary& row) {
  QString line =
      QString::fromStdString(row.id.toString()) + QLatin1String("  ") + QString::fromStdString(row.name);
  if (!row.tags.empty()) {
    QStringList tags;
    for (const auto& tag : row.tags) tags << QString::fromStdString(tag);
    line += QLatin1String("  [") + tags.join(QLatin1String(", ")) + QLatin1Char(']');
  }
  if (row.archived) line += QLatin1String("  ") + sentence(QT_TRANSLATE_NOOP("cli", "(archived)"));
  if (row.hasDraft)
    line += QLatin1String("  ") + sentence(QT_TRANSLATE_NOOP("cli", "(has an unsaved draft)"));
  context.printLine(line);
}

void listAgents(Context& context, const Arguments& arguments, Finish finish) {
  store::AgentQuery query;
  query.search = arguments.value("search").value_or("");
  query.tags = arguments.values("tag");
  if (arguments.has("archived")) query.archive = store::ArchiveFilter::ArchivedOnly;
  if (arguments.has("all")) query.archive = store::ArchiveFilter::All;
  const auto limit = numberOption(arguments, "limit", 1, 0);
  if (!limit) return finishWith(context, limit.error(), finish);
  query.limit = *limit;
  const bool searches = !query.search.empty();
  context.agents().list(std::move(query), [&context, searches, finish](base::Result<store::AgentPage> page) {
    if (!page) return finishWith(context, page.error(), finish);
    if (page->indexIncomplete && searches)
      context.message(sentence(
          QT_TRANSLATE_NOOP("cli", "A large import is still being indexed: some matches may be missing.")));
    if (context.json()) {
      context.printLine(wire::toJson(page->rows));
    } else {
      for (const auto& row : page->rows) printRow(context, row);
      if (page->rows.empty()) context.message(sentence(QT_TRANSLATE_NOOP("cli", "No agents.")));
    }
    finish(Exit::Done);
  });
}

void printField(Context& context, const char* title, const std::string& value) {
  if (!value.empty())
    context.printLine(sentence(title) + QLatin1String(": ") + QString::fromStdString(value));
}

void printDetails(Context& context, const Agent& agent) {
  const auto& content = agent.content;
  context.printLine(QString::fromStdString(content.name));
  printField(context, QT_TRANSLATE_NOOP("cli", "Id"), agent.id.toString());
  printField(context, QT_TRANSLATE_NOOP("cli", "Description"), content.description);
  printField(context, QT_TRANSLATE_NOOP("cli", "Model"), content.model);
  for (const auto& tag : content.tags) printField(context, QT_TRANSLATE_NOOP("cli", "Tag"), tag);
  for (const auto& parameter : content.parameters.all())
    printField(context, QT_TRANSLATE_NOOP("cli", "Parameter"),
               parameter.name + " = " + domain::toText(parameter.value));
  for (const auto& starter : content.starters)
    printField(context, QT_TRANSLATE_NOOP("cli", "Starter"), starter);
  printField(context, QT_TRANSLATE_NOOP("cli", "Tools"), content.tools);
  printField(context, QT_TRANSLATE_NOOP("cli", "Output schema"), content.outputSchema);
  if (!content.prompt.empty()) {
    context.print("\n");
    context.printLine(content.prompt);
  }
}

void showAgent(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    if (context.json())
      context.printLine(wire::toJson(*agent));
    else
      printDetails(context, *agent);
    finish(Exit::Done);
  });
}

void editAgent(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, arguments, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    auto content = agent->content;
    if (auto applied = applyContent(arguments, content); !applied)
      return finishWith(context, applied.error(), finish);
    // A draft that waits in a window is somebody's text: it stays, and says what it was begun from.
    context.agents().update(agent->id, std::move(content), agent->revision,
                            printAgent(context, finish, QT_TRANSLATE_NOOP("cli", "Saved agent “%1” (%2).")),
                            {.endsDraft = false});
  });
}

void archiveAgent(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    context.agents().setArchived(
        agent->id, true, printAgent(context, finish, QT_TRANSLATE_NOOP("cli", "Archived agent “%1” (%2).")));
  });
}

void deleteAgent(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    context.agents().remove(agent->id, [&context, agent = *agent, finish](base::Result<void> removed) {
      if (!removed) return finishWith(context, removed.error(), finish);
      printAgent(context, finish,
                 QT_TRANSLATE_NOOP("cli", "Deleted agent “%1” (%2). Its runs are kept."))(agent);
    });
  });
}

}  // namespace

std::vector<Command> agentCommands() {
  const OptionSpec name{"name", "TEXT", QT_TRANSLATE_NOOP("cli", "Name")};
  auto requiredName = name;
  requiredName.required = true;
  return {
      {{{"agent", "new"}, QT_TRANSLATE_NOOP("cli", "Make an agent"), {}, contentOptions({requiredName})},
       newAgent},
      {{{"agent", "list"},
        QT_TRANSLATE_NOOP("cli", "List agents"),
        {},
        {{"search", "WORDS",
          QT_TRANSLATE_NOOP("cli", "Words in name, description, prompt or tags; the last may be cut short")},
         {"tag", "TAG", QT_TRANSLATE_NOOP("cli", "Only agents with this tag; may be repeated"), true},
         {"archived", "", QT_TRANSLATE_NOOP("cli", "Only archived agents")},
         {"all", "", QT_TRANSLATE_NOOP("cli", "Archived agents too")},
         {"limit", "N", QT_TRANSLATE_NOOP("cli", "At most so many")}}},
       listAgents},
      {{{"agent", "show"}, QT_TRANSLATE_NOOP("cli", "Show an agent"), {{"AGENT"}}, {}}, showAgent},
      {{{"agent", "edit"},
        QT_TRANSLATE_NOOP("cli", "Change an agent"),
        {{"AGENT"}},
        contentOptions({name,
                        {"untag", "TAG", QT_TRANSLATE_NOOP("cli", "Tag to take away; may be repeated"), true},
                        {"unset-param", "NAME",
                         QT_TRANSLATE_NOOP("cli", "Parameter to take away; may be repeated"), true}})},
       editAgent},
      {{{"agent", "archive"}, QT_TRANSLATE_NOOP("cli", "Put an agent away"), {{"AGENT"}}, {}}, archiveAgent},
      {{{"agent", "delete"}, QT_TRANSLATE_NOOP("cli", "Delete an agent for good"), {{"AGENT"}}, {}},
       deleteAgent},
  };
}

}  // namespace aiagent::cli
