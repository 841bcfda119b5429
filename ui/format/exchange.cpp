#include "ui/format/exchange.h"

#include <algorithm>
#include <QCoreApplication>
#include <QStringList>
#include <string_view>

#include "ui/format/explain.h"
#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using authoring::Format;
using authoring::LossReason;
using authoring::PlanResult;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QString reason(LossReason reason) {
  switch (reason) {
    case LossReason::NotInFormat: return Texts::tr("the format has no place for it");
    case LossReason::Altered: return Texts::tr("comes back otherwise");
    case LossReason::Unknown: return Texts::tr("not known to this program, left out");
    case LossReason::Invalid: return Texts::tr("has a value that does not fit, left out");
    case LossReason::TemplateLogic: return Texts::tr("template logic is not run, kept as text");
    case LossReason::TemplateFilter: return Texts::tr("a template filter is not run, kept as text");
    case LossReason::TemplateComment: return Texts::tr("a template comment, kept as text");
    case LossReason::TemplatePartial: return Texts::tr("another prompt within this one, kept as text");
    case LossReason::EnvironmentReference: return Texts::tr("an environment variable, not read");
    case LossReason::FileReference: return Texts::tr("a file, not read");
    case LossReason::ServerReference: return Texts::tr("something kept on a server, left out");
    case LossReason::RolesMerged: return Texts::tr("several messages became one prompt");
    case LossReason::MessagePart: return Texts::tr("not text, left out");
    case LossReason::ParameterUnsupported: return Texts::tr("a parameter that requests do not have");
    case LossReason::ProviderDropped: return Texts::tr("an agent names a model, and no provider");
    case LossReason::CheckAsText: return Texts::tr("a check by machine became words");
    case LossReason::NameMadeUp: return Texts::tr("made up, for it had none");
    case LossReason::Secret: return Texts::tr("a secret, left behind");
    case LossReason::FileBeside: return Texts::tr("a file without a place in an agent");
  }
  return {};
}

// What is wrong with a file, from the words that the readers give for the log.
QString faultOf(const std::string& detail) {
  const auto is = [&detail](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), detail) != words.end();
  };
  if (is({"a path that leads elsewhere", "a link", "a link on the way"}))
    return Texts::tr("it leads out of its folder");
  if (is({"too large", "unpacks to too much", "too many entries", "too many files", "too much in all",
          "folders too deep", "too deep", "too many values", "aliases repeat too much"}))
    return Texts::tr("it is too large, too deep, or unpacks to too much");
  if (detail == "encrypted") return Texts::tr("it is encrypted");
  if (is({"not UTF-8", "UTF-16", "a zero byte"})) return Texts::tr("it is not UTF-8 text");
  if (detail == "the same name twice") return Texts::tr("its name is there twice");
  return Texts::tr("it is damaged, or not what its name says");
}

// An agent's own fields are named without a dot or a slash.
bool isAboutFile(const base::Error& error) {
  return error.subject.empty() || error.subject.find_first_of("/.") != std::string::npos;
}

}  // namespace

QString exchangeFormatName(Format format) {
  switch (format) {
    case Format::OwnJson: return Texts::tr("AI Agent Generator (JSON)");
    case Format::PromptyV1: return QStringLiteral("Prompty 1");
    case Format::PromptyV2: return QStringLiteral("Prompty 2");
    case Format::Promptfoo: return QStringLiteral("promptfoo");
    case Format::Langfuse: return QStringLiteral("Langfuse");
    case Format::OpenAiPrompt: return Texts::tr("OpenAI prompt object");
    case Format::OpenAiResponses: return Texts::tr("OpenAI request (Responses)");
    case Format::OpenAiChat: return Texts::tr("OpenAI request (Chat Completions)");
    case Format::Markdown: return QStringLiteral("Markdown");
    case Format::AgentsMd: return QStringLiteral("AGENTS.md");
    case Format::SkillMd: return QStringLiteral("SKILL.md");
    case Format::AgentCard: return Texts::tr("A2A agent card");
    case Format::LibraryFolder: return Texts::tr("Library folder for git");
  }
  return {};
}

QString exchangeFormatCarries(Format format) {
  switch (format) {
    case Format::OwnJson: return Texts::tr("Everything, with all versions.");
    case Format::LibraryFolder:
      return Texts::tr("Everything, one folder an agent; of the versions their log.");
    case Format::Markdown: return Texts::tr("Everything but the versions.");
    case Format::PromptyV1:
    case Format::PromptyV2:
      return Texts::tr(
          "Name, description, prompt, model, parameters, tools, output schema, tags and variables.");
    case Format::Promptfoo:
      return Texts::tr("Name, description, prompt, model, parameters, tools, output schema and test cases.");
    case Format::Langfuse:
      return Texts::tr("Name, prompt, model, parameters, tools, output schema and tags.");
    case Format::OpenAiPrompt: return Texts::tr("Name, prompt, model, parameters, tools and output schema.");
    case Format::OpenAiResponses:
    case Format::OpenAiChat: return Texts::tr("Prompt, model, parameters, tools and output schema.");
    case Format::AgentsMd: return Texts::tr("Name and prompt.");
    case Format::SkillMd: return Texts::tr("Name, description and prompt.");
    case Format::AgentCard:
      return Texts::tr(
          "Name, description, tags and starters: a description for others, not the agent itself.");
  }
  return {};
}

QString planResultWord(PlanResult result) {
  switch (result) {
    case PlanResult::New: return Texts::tr("New");
    case PlanResult::Same: return Texts::tr("Same");
    case PlanResult::Conflict: return Texts::tr("Differs");
    case PlanResult::Refused: break;
  }
  return Texts::tr("Refused");
}

QString lossSentence(const authoring::Loss& loss) {
  const auto said = QStringLiteral("%1: %2").arg(text(loss.field), reason(loss.reason));
  return loss.excerpt.empty() ? said : Texts::tr("%1 (“%2”)").arg(said, text(loss.excerpt));
}

QString refusalSentence(const authoring::PlanItem& item) {
  if (!item.error) return {};
  const auto& error = *item.error;
  if (!item.candidates.empty()) {
    QStringList words;
    for (const auto format : item.candidates) words << text(authoring::toWord(format));
    return Texts::tr("It could be one of several formats: %1. Say which.")
        .arg(words.join(QLatin1String(", ")));
  }
  if (error.code == base::ErrorCode::NotFound) return Texts::tr("It is in no format that is known here.");
  if (error.code == base::ErrorCode::Ambiguous)
    return Texts::tr("Another one of this import has the same id and says something else.");
  return isAboutFile(error) || error.subject == item.source
             ? Texts::tr("It cannot be taken in: %1.").arg(faultOf(error.detail))
             : explain(error).sentence;
}

QString refusalSentence(const base::Error& error) {
  if (error.code != base::ErrorCode::InvalidInput) return explain(error).text();
  const auto fault = faultOf(error.detail);
  return error.subject.empty()
             ? Texts::tr("Refused: %1. Nothing was changed.").arg(fault)
             : Texts::tr("“%1” is refused: %2. Nothing was changed.").arg(text(error.subject), fault);
}

QString importedFrom(const std::string& source) {
  return Texts::tr("Imported from %1").arg(text(source));
}

}  // namespace aiagent::format
