// agent save | versions | restore | label
#include "app/cli/agent_output.h"
#include "core/wire/record_json.h"
#include "ui/format/human.h"

namespace aiagent::cli {
namespace {

using domain::Agent;
using domain::AgentId;

// ---------------------------------------------------------------- save

void saveDraft(Context& context, const Arguments& arguments, const services::AgentWithDraft& found,
               Finish finish) {
  if (!found.draft) {
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "There is no draft: nothing to save.")));
    if (context.json()) context.printLine(wire::toJson(found.agent));
    return finish(Exit::Done);
  }
  store::SaveOptions options;
  options.note.message = arguments.value("message").value_or("");
  options.note.mergedWith = found.draft->mergedWith;
  const bool overTheirs = arguments.has("force");
  context.agents().update(
      found.agent.id, found.draft->content, overTheirs ? found.agent.revision : found.draft->baseRevision,
      printAgent(context, finish, QT_TRANSLATE_NOOP("cli", "Saved agent “%1” (%2).")), std::move(options));
}

void save(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, arguments, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    context.agents().load(agent->id,
                          [&context, arguments, finish](base::Result<services::AgentWithDraft> found) {
                            if (!found) return finishWith(context, found.error(), finish);
                            saveDraft(context, arguments, *found, finish);
                          });
  });
}

// ---------------------------------------------------------------- versions

void printVersion(Context& context, const domain::VersionSummary& version) {
  QString line = QStringLiteral("%1v%2  %3")
                     .arg(QLatin1String(version.head ? "* " : "  "))
                     .arg(version.number)
                     .arg(QString::fromStdString(base::toIso8601(version.created)));
  if (!version.author.empty()) line += QLatin1String("  ") + QString::fromStdString(version.author);
  for (const auto& label : version.labels)
    line += QLatin1String("  [") + QString::fromStdString(label) + QLatin1Char(']');
  if (!version.message.empty()) line += QLatin1String("  ") + QString::fromStdString(version.message);
  context.printLine(line);
}

void listVersions(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    context.versions().history(agent->id, [&context, finish](base::Result<services::AgentHistory> history) {
      if (!history) return finishWith(context, history.error(), finish);
      if (context.json()) {
        context.printLine(wire::toJson(history->versions));
      } else {
        for (const auto& version : history->versions) printVersion(context, version);
      }
      finish(Exit::Done);
    });
  });
}

// ---------------------------------------------------------------- restore

void restoreVersion(Context& context, const Arguments& arguments, const Agent& agent, Finish finish) {
  store::SaveOptions options{.note = {.message = arguments.value("message").value_or("")},
                             .endsDraft = false};
  context.versions().find(
      agent.id, arguments.positional(1),
      [&context, agent, finish, options](base::Result<domain::AgentVersion> version) {
        if (!version) return finishWith(context, version.error(), finish);
        context.versions().restore(
            agent.id, version->id, agent.revision,
            printAgent(context, finish, QT_TRANSLATE_NOOP("cli", "Restored agent “%1” (%2).")), options);
      });
}

// Without a version an archived agent comes back; with one its fields do.
void restore(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, arguments, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    if (!arguments.positional(1).empty()) return restoreVersion(context, arguments, *agent, finish);
    context.agents().setArchived(
        agent->id, false, printAgent(context, finish, QT_TRANSLATE_NOOP("cli", "Restored agent “%1” (%2).")));
  });
}

// ---------------------------------------------------------------- label

void listLabels(Context& context, AgentId agent, Finish finish) {
  context.versions().history(agent, [&context, finish](base::Result<services::AgentHistory> history) {
    if (!history) return finishWith(context, history.error(), finish);
    if (context.json()) context.printLine(wire::toJson(history->labels));
    for (const auto& version : history->versions)
      for (const auto& label : version.labels)
        if (!context.json())
          context.printLine(QStringLiteral("%1  v%2").arg(QString::fromStdString(label)).arg(version.number));
    finish(Exit::Done);
  });
}

// "v3"; the id where the version is not known here.
QString numberOf(const services::AgentHistory& history, domain::VersionId id) {
  for (const auto& version : history.versions)
    if (version.id == id) return QStringLiteral("v%1").arg(version.number);
  return QString::fromStdString(id.toString());
}

void printMoves(Context& context, const services::AgentHistory& history,
                const std::vector<domain::LabelMove>& moves) {
  if (context.json()) return context.printLine(wire::toJson(moves));
  for (const auto& move : moves) {
    const auto to =
        move.to.isNull() ? sentence(QT_TRANSLATE_NOOP("cli", "taken off")) : numberOf(history, move.to);
    context.printLine(QStringLiteral("%1  %2  %3  %4")
                          .arg(QString::fromStdString(base::toIso8601(move.at)),
                               QString::fromStdString(move.name), to, QString::fromStdString(move.by)));
  }
}

void printLabelHistory(Context& context, AgentId agent, const std::string& name, Finish finish) {
  context.versions().history(
      agent, [&context, agent, name, finish](base::Result<services::AgentHistory> history) {
        if (!history) return finishWith(context, history.error(), finish);
        context.versions().labelHistory(
            agent, name,
            [&context, history = *history, finish](base::Result<std::vector<domain::LabelMove>> moves) {
              if (!moves) return finishWith(context, moves.error(), finish);
              printMoves(context, history, *moves);
              finish(Exit::Done);
            });
      });
}

void moveLabel(Context& context, AgentId agent, const std::string& name, const std::string& which,
               Finish finish) {
  context.versions().find(
      agent, which, [&context, agent, name, finish](base::Result<domain::AgentVersion> version) {
        if (!version) return finishWith(context, version.error(), finish);
        context.versions().moveLabel(
            agent, name, version->id,
            [&context, number = version->number, finish](base::Result<domain::Label> label) {
              if (!label) return finishWith(context, label.error(), finish);
              if (context.json())
                context.printLine(wire::toJson(std::vector<domain::Label>{*label}));
              else
                context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "“%1” points to v%2."))
                                      .arg(QString::fromStdString(label->name))
                                      .arg(number));
              finish(Exit::Done);
            });
      });
}

void label(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, arguments, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    const auto name = arguments.positional(1);
    if (arguments.has("history")) return printLabelHistory(context, agent->id, name, finish);
    if (name.empty()) return listLabels(context, agent->id, finish);
    if (arguments.has("remove"))
      return context.versions().removeLabel(agent->id, name, [&context, finish](base::Result<void> removed) {
        if (!removed) return finishWith(context, removed.error(), finish);
        if (context.json()) context.printLine(std::string_view("[]"));
        finish(Exit::Done);
      });
    const auto which = arguments.positional(2);
    moveLabel(context, agent->id, name, which.empty() ? "head" : which, finish);
  });
}

}  // namespace

std::vector<Command> versionCommands() {
  const OptionSpec message{.name = "message",
                           .valueName = "TEXT",
                           .help = QT_TRANSLATE_NOOP("cli", "Why: kept with the version"),
                           .letter = 'm'};
  return {
      {{{"agent", "save"},
        QT_TRANSLATE_NOOP("cli", "Save an agent's draft as a version"),
        {{"AGENT"}},
        {message,
         {"force", "", QT_TRANSLATE_NOOP("cli", "Also over a change that was saved after the draft began")}}},
       save},
      {{{"agent", "versions"}, QT_TRANSLATE_NOOP("cli", "List an agent's versions"), {{"AGENT"}}, {}},
       listVersions},
      {{{"agent", "restore"},
        QT_TRANSLATE_NOOP("cli", "Bring back a version, or an archived agent"),
        {{"AGENT"}, {"VERSION", false}},
        {message}},
       restore},
      {{{"agent", "label"},
        QT_TRANSLATE_NOOP("cli", "List labels, or put one on a version (the newest unless told)"),
        {{"AGENT"}, {"LABEL", false}, {"VERSION", false}},
        {{"remove", "", QT_TRANSLATE_NOOP("cli", "Take the label off")},
         {"history", "", QT_TRANSLATE_NOOP("cli", "Show where labels were, newest first")}}},
       label},
  };
}

}  // namespace aiagent::cli
