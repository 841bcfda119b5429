// agent generate | improve
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <QLocale>

#include "app/cli/command.h"
#include "app/cli/generation_output.h"
#include "app/cli/help.h"
#include "app/cli/input.h"
#include "app/cli/live_generation.h"
#include "core/authoring/draft/offline_draft.h"
#include "core/services/tier_model.h"
#include "ui/format/explain.h"

namespace aiagent::cli {
namespace {

using services::GenerationTarget;

constexpr char kModelSource[] = "model";
constexpr char kAll[] = "all";

base::Error badOption(const char* name) {
  return {.code = base::ErrorCode::InvalidInput, .subject = name};
}

void findTarget(Context& context, const Arguments& arguments, services::Done<GenerationTarget> done) {
  const auto name = arguments.value("provider").value_or("");
  auto model = arguments.value("model").value_or("");
  if (name == domain::kRehearsalProvider) {
    auto url = context.startRehearsal();
    if (!url) return done(url.error());
    if (model.empty()) model = domain::kRehearsalModel;
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Rehearsal: no model involved.")));
  }
  context.providers().find(name, [model, done](base::Result<domain::Provider> provider) {
    if (!provider) return done(provider.error());
    done(GenerationTarget{*provider, model});
  });
}

// ---------------------------------------------------------------- generate

base::Result<authoring::GenerationBrief> briefFrom(const Arguments& arguments) {
  authoring::GenerationBrief brief;
  brief.description = arguments.positional(0);
  brief.language = arguments.value("language").value_or("");
  brief.personsLanguage = QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
  for (const auto& path : arguments.values("example")) {
    auto text = readText(path);
    if (!text) return text.error();
    brief.examples.push_back(std::move(*text));
  }
  return brief;
}

void printReport(Context& context, const GeneratedReport& report, Exit exit, const Finish& finish) {
  if (context.json()) context.printLine(toJson(report));
  finish(exit);
}

void tellTemplate(Context& context, const authoring::OfflineDraft& draft, const QString& language) {
  context.message(sentence(QT_TRANSLATE_NOOP("cli", "Draft, not model-made. Template: %1."))
                      .arg(QString::fromStdString(draft.templateId)));
  if (draft.otherLanguage)
    context.message(
        sentence(QT_TRANSLATE_NOOP("cli", "It is in English: no template is in “%1”.")).arg(language));
  QStringList others;
  for (const auto& id : draft.others) others += QString::fromStdString(id);
  if (!others.isEmpty())
    context.message(
        sentence(QT_TRANSLATE_NOOP("cli", "Next best templates: %1.")).arg(others.join(QLatin1String(", "))));
}

void saveReport(Context& context, GeneratedReport report, Finish finish) {
  domain::SaveNote note;
  note.message = sentence(QT_TRANSLATE_NOOP("cli", "Generated")).toStdString();
  context.agents().create(
      authoring::toContent(report.agent, report.model),
      [&context, report, finish](base::Result<domain::Agent> agent) mutable {
        if (!agent) return finishWith(context, agent.error(), finish);
        report.id = agent->id.toString();
        if (!context.json())
          context.message(
              sentence(QT_TRANSLATE_NOOP("cli", "Made agent “%1” (%2)."))
                  .arg(QString::fromStdString(agent->content.name), QString::fromStdString(report.id)));
        printReport(context, report, Exit::Done, finish);
      },
      std::move(note));
}

void endWhole(Context& context, const Arguments& arguments, GeneratedReport report, Finish finish) {
  if (arguments.has("accept")) return saveReport(context, std::move(report), finish);
  printReport(context, report, Exit::Done, finish);
}

void generateOffline(Context& context, const Arguments& arguments, const authoring::GenerationBrief& brief,
                     Finish finish) {
  const auto draft = authoring::draftAgent(brief);
  GeneratedReport report{.agent = draft.agent,
                         .done = {authoring::kAllFields.begin(), authoring::kAllFields.end()},
                         .source = authoring::kOfflineSource,
                         .templateId = draft.templateId};
  if (!context.json()) {
    tellTemplate(context, draft, QString::fromStdString(brief.language));
    for (const auto field : report.done) {
      const auto value = authoring::valueOf(report.agent, field);
      if (authoring::isEmpty(value)) continue;
      context.printLine(QLatin1String("# ") + fieldTitle(field));
      context.printLine(fieldText(value));
    }
  }
  endWhole(context, arguments, std::move(report), finish);
}

// The proposed tier's model, when the provider says what it has. It is asked for afterwards, so that no
// generation waits for it; a list that does not come leaves the model open.
void nameModel(Context& context, const GenerationTarget& target, GeneratedReport report,
               std::function<void(GeneratedReport)> done) {
  if (!report.agent.model) return done(std::move(report));
  auto query = std::make_shared<std::unique_ptr<services::ModelQuery>>();
  *query = context.providers().models(
      target.provider,
      [&context, report, done, query](base::Result<std::vector<wire::ModelInfo>> models) mutable {
        std::vector<std::string> offered;
        if (models)
          for (const auto& model : *models) offered.push_back(model.id);
        report.model = services::modelOfTier(*report.agent.model, offered, context.catalog(),
                                             context.profile().clock().wallNow());
        auto last = std::move(*query);  // lives until the completion has returned
        done(std::move(report));
      });
}

bool offlineHelps(Exit exit) {
  return exit == Exit::Provider || exit == Exit::Credentials;
}

void endWithout(Context& context, const base::Error& error, Finish finish) {
  const auto exit = exitFor(error.code);
  if (!offlineHelps(exit)) return finishWith(context, error, finish);
  const auto text = format::explain(error).text() + QLatin1Char(' ') +
                    sentence(QT_TRANSLATE_NOOP(
                        "cli", "--offline drafts an agent from templates, without a model or a network."));
  if (context.json()) {
    context.flush();
    std::fprintf(stderr, "%s\n", errorJson(error, text.toStdString()).c_str());
  } else {
    context.message(text);
  }
  finish(exit);
}

base::Error errorOf(const GenerationOutcome& outcome) {
  using authoring::FailureKind;
  if (outcome.failure == FailureKind::Cancelled) return {.code = base::ErrorCode::Cancelled};
  if (outcome.error) return *outcome.error;
  switch (*outcome.failure) {
    case FailureKind::Interrupted: return {.code = base::ErrorCode::Interrupted};
    case FailureKind::OutputLimit: return {.code = base::ErrorCode::OutputLimit};
    case FailureKind::Refused: return {.code = base::ErrorCode::ContentRefused, .said = outcome.said};
    default: return {.code = base::ErrorCode::BadResponse};
  }
}

void endOutcome(Context& context, const Arguments& arguments, const GenerationTarget& target,
                const GenerationOutcome& outcome, Finish finish) {
  GeneratedReport report{.agent = outcome.agent, .done = outcome.done, .source = kModelSource};
  if (!outcome.failure)
    return nameModel(context, target, std::move(report),
                     [&context, arguments, finish](GeneratedReport named) {
                       endWhole(context, arguments, std::move(named), finish);
                     });
  if (context.json() && !report.done.empty()) context.printLine(toJson(report));
  if (outcome.failure == authoring::FailureKind::Cancelled) {
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Stopped. The fields that were done are printed.")));
    return finish(Exit::Interrupted);
  }
  endWithout(context, errorOf(outcome), finish);
}

void generate(Context& context, const Arguments& arguments, Finish finish) {
  if (arguments.has("accept") && arguments.value("accept") != kAll)
    return finishWith(context, badOption("accept"), finish);
  auto brief = briefFrom(arguments);
  if (!brief) return finishWith(context, brief.error(), finish);
  if (arguments.has("offline")) return generateOffline(context, arguments, *brief, finish);
  findTarget(context, arguments,
             [&context, arguments, brief = *brief, finish](base::Result<GenerationTarget> target) {
               if (!target) return endWithout(context, target.error(), finish);
               auto* live = new LiveGeneration(context, [&context, arguments, target = *target,
                                                         finish](const GenerationOutcome& outcome) {
                 endOutcome(context, arguments, target, outcome, finish);
               });
               context.generations().generate({.brief = brief}, *target, live->whenStarted());
             });
}

// ---------------------------------------------------------------- improve

// "all", or the numbers of edits that were printed: "1,3". Of edits that touch the same text one alone can be
// named; of all the first is taken.
base::Result<std::vector<bool>> acceptedFrom(const std::string& words,
                                             const std::vector<authoring::PromptEdit>& edits) {
  std::vector<bool> accepted(edits.size(), words == kAll);
  std::string_view rest = words == kAll ? std::string_view() : std::string_view(words);
  while (!rest.empty()) {
    const auto word = rest.substr(0, rest.find(','));
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (fault != std::errc() || end != word.data() + word.size() || number == 0 || number > edits.size())
      return badOption("accept");
    for (const auto rival : authoring::rivalsOf(edits, number - 1))
      if (accepted[rival]) return badOption("accept");
    accepted[number - 1] = true;
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return accepted;
}

void printImprovement(Context& context, const authoring::Improvement& improvement, const domain::Agent& agent,
                      const std::vector<bool>& accepted, bool saved) {
  if (context.json())
    return context.printLine(
        toJson(improvement, agent.content.prompt, saved ? agent.id.toString() : std::string(), accepted));
  context.print(improvementText(improvement, agent.content.prompt));
  context.flush();
  if (!improvement.unusable.empty())
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Edits that fit no place in the prompt: %1."))
                        .arg(improvement.unusable.size()));
}

void saveImproved(Context& context, const authoring::Improvement& improvement, const domain::Agent& agent,
                  const std::vector<bool>& accepted, const std::string& goal, Finish finish) {
  auto content = agent.content;
  content.prompt = authoring::applied(content.prompt, improvement.edits, accepted);
  if (content == agent.content) {
    printImprovement(context, improvement, agent, accepted, true);
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Nothing was changed.")));
    return finish(Exit::Done);
  }
  store::SaveOptions options{.endsDraft = false};
  options.note.message =
      sentence(QT_TRANSLATE_NOOP("cli", "Improved: %1")).arg(QString::fromStdString(goal)).toStdString();
  context.agents().update(
      agent.id, std::move(content), agent.revision,
      [&context, improvement, agent, accepted, finish](base::Result<domain::Agent> saved) {
        if (!saved) return finishWith(context, saved.error(), finish);
        printImprovement(context, improvement, agent, accepted, true);
        context.message(sentence(QT_TRANSLATE_NOOP("cli", "Saved agent “%1” (%2)."))
                            .arg(QString::fromStdString(saved->content.name),
                                 QString::fromStdString(saved->id.toString())));
        finish(Exit::Done);
      },
      std::move(options));
}

void endImprovement(Context& context, const Arguments& arguments, const domain::Agent& agent,
                    const authoring::Improvement& improvement, Finish finish) {
  const auto words = arguments.value("accept");
  if (!words) {
    printImprovement(context, improvement, agent, {}, false);
    return finish(Exit::Done);
  }
  const auto accepted = acceptedFrom(*words, improvement.edits);
  if (!accepted) {
    printImprovement(context, improvement, agent, {}, false);
    return finishWith(context, accepted.error(), finish);
  }
  saveImproved(context, improvement, agent, *accepted, arguments.value("goal").value_or(""), finish);
}

void askForImprovement(Context& context, const Arguments& arguments, const domain::Agent& agent,
                       const GenerationTarget& target, Finish finish) {
  context.generations().improve(
      agent.content, arguments.value("goal").value_or(""), target,
      [&context, arguments, agent, finish](base::Result<authoring::Improvement> improvement) {
        if (!improvement) return finishWith(context, improvement.error(), finish);
        endImprovement(context, arguments, agent, *improvement, finish);
      },
      [&context](base::Result<domain::RunId> run) {
        if (run) context.onInterrupt([&context, id = *run] { context.generations().cancel(id); });
      });
}

void improve(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(
      arguments.positional(0), [&context, arguments, finish](base::Result<domain::Agent> agent) {
        if (!agent) return finishWith(context, agent.error(), finish);
        findTarget(context, arguments,
                   [&context, arguments, agent = *agent, finish](base::Result<GenerationTarget> target) {
                     if (!target) return finishWith(context, target.error(), finish);
                     askForImprovement(context, arguments, agent, *target, finish);
                   });
      });
}

}  // namespace

std::vector<Command> generateCommands() {
  const OptionSpec provider{"provider", "NAME",
                            QT_TRANSLATE_NOOP("cli", "Provider to ask; “rehearsal” needs no key")};
  const OptionSpec model{"model", "NAME", QT_TRANSLATE_NOOP("cli", "Model to ask")};
  return {
      {{{"agent", "generate"},
        QT_TRANSLATE_NOOP("cli", "Generate an agent from a description"),
        {{"DESCRIPTION"}},
        {{"offline", "", QT_TRANSLATE_NOOP("cli", "Draft it from templates, without a model or a network")},
         {"accept", "all", QT_TRANSLATE_NOOP("cli", "Make the agent; without it nothing is saved")},
         {"example", "FILE", QT_TRANSLATE_NOOP("cli", "An example conversation; may be repeated"), true},
         {"language", "NAME", QT_TRANSLATE_NOOP("cli", "Language of the agent's texts")},
         provider,
         model}},
       generate},
      {{{"agent", "improve"},
        QT_TRANSLATE_NOOP("cli", "Ask for edits of an agent's prompt"),
        {{"AGENT"}},
        {{"goal", "TEXT", QT_TRANSLATE_NOOP("cli", "What should become better"), false, true},
         {"accept", "EDITS", QT_TRANSLATE_NOOP("cli", "Save with these edits: all, or their numbers as 1,3")},
         provider,
         model}},
       improve},
  };
}

}  // namespace aiagent::cli
