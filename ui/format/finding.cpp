#include "ui/format/finding.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>
#include <utility>

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::format {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Finding)
};

using Values = std::vector<std::string>;
using Sentence = QString (*)(const Values&);

QString value(const Values& values, std::size_t place) {
  return place < values.size() ? text(values[place]).simplified() : QString();
}

QString number(const Values& values, std::size_t place) {
  return count(value(values, place).toLongLong());
}

QString whole(const QString& path) {
  return path.isEmpty() ? Texts::tr("the whole schema") : QStringLiteral("“%1”").arg(path);
}

QString undeclared(const Values& values) {
  return value(values, 1).isEmpty()
             ? Texts::tr("{{%1}} is not declared.").arg(value(values, 0))
             : Texts::tr("{{%1}} is not declared. Is {{%2}} meant?").arg(value(values, 0), value(values, 1));
}

QString shutdown(const Values& values, const QString& told, const QString& toldWithSuccessor) {
  return value(values, 2).isEmpty()
             ? told.arg(value(values, 0), value(values, 1))
             : toldWithSuccessor.arg(value(values, 0), value(values, 1), value(values, 2));
}

QString secretName(const QString& kind) {
  static constexpr std::array<std::pair<const char*, const char*>, 9> kNames = {{
      {"openai-key", QT_TRANSLATE_NOOP("Finding", "An OpenAI key")},
      {"github-token", QT_TRANSLATE_NOOP("Finding", "A GitHub token")},
      {"aws-key", QT_TRANSLATE_NOOP("Finding", "An AWS key")},
      {"slack-token", QT_TRANSLATE_NOOP("Finding", "A Slack token")},
      {"google-key", QT_TRANSLATE_NOOP("Finding", "A Google key")},
      {"stripe-key", QT_TRANSLATE_NOOP("Finding", "A Stripe key")},
      {"jwt", QT_TRANSLATE_NOOP("Finding", "A signed token")},
      {"private-key", QT_TRANSLATE_NOOP("Finding", "A private key")},
      {"password", QT_TRANSLATE_NOOP("Finding", "A password")},
  }};
  for (const auto& [name, title] : kNames)
    if (kind == QLatin1String(name)) return Texts::tr(title);
  return Texts::tr("A secret");
}

QString contradiction(const Values& values) {
  return Texts::tr("Two sentences contradict each other: “%1” and “%2”.")
      .arg(value(values, 0), value(values, 1));
}

QString notJson(const QString& sentence, const Values& values) {
  return sentence.arg(value(values, 0), value(values, 1));
}

struct Rule {
  const char* name;
  Sentence sentence;
};

constexpr auto kPromptRules = std::to_array<Rule>({
    {"undeclared-variable", undeclared},
    {"unused-variable",
     [](const Values& v) { return Texts::tr("The variable “%1” is used nowhere.").arg(value(v, 0)); }},
    {"undescribed-variable",
     [](const Values& v) { return Texts::tr("The variable “%1” has no description.").arg(value(v, 0)); }},
    {"empty-section",
     [](const Values& v) { return Texts::tr("The section “%1” is empty.").arg(value(v, 0)); }},
    {"duplicate-paragraph",
     [](const Values& v) { return Texts::tr("This paragraph is there twice: “%1”.").arg(value(v, 0)); }},
    {"contradictory-instruction", contradiction},
    {"contradictory-language",
     [](const Values& v) {
       return Texts::tr("Two languages are asked for: “%1” and “%2”.").arg(value(v, 0), value(v, 1));
     }},
    {"contradictory-format",
     [](const Values& v) {
       return Texts::tr("Two forms of answer are asked for: “%1” and “%2”.").arg(value(v, 0), value(v, 1));
     }},
    {"contradictory-length",
     [](const Values& v) {
       return Texts::tr("Two lengths are asked for: “%1” and “%2”.").arg(value(v, 0), value(v, 1));
     }},
    {"foreign-template",
     [](const Values& v) {
       return Texts::tr("“%1” is another program's way of writing templates: it stays as it is.")
           .arg(value(v, 0));
     }},
    {"secret",
     [](const Values& v) {
       return Texts::tr("%1 stands in the text: it is sent with every run.").arg(secretName(value(v, 0)));
     }},
});

constexpr auto kModelRules = std::to_array<Rule>({
    {"prompt-over-context",
     [](const Values& v) {
       return Texts::tr("The prompt has about %1 tokens, more than the %2 that %3 can read.")
           .arg(number(v, 0), number(v, 1), value(v, 2));
     }},
    {"prompt-near-context",
     [](const Values& v) {
       return Texts::tr("The prompt has about %1 tokens: of the %2 that %3 can read, little is left.")
           .arg(number(v, 0), number(v, 1), value(v, 2));
     }},
    {"retired-model",
     [](const Values& v) {
       return shutdown(v, Texts::tr("The model %1 was shut down on %2."),
                       Texts::tr("The model %1 was shut down on %2. %3 follows it."));
     }},
    {"retiring-model",
     [](const Values& v) {
       return shutdown(v, Texts::tr("The model %1 will be shut down on %2."),
                       Texts::tr("The model %1 will be shut down on %2. %3 follows it."));
     }},
    {"refused-parameter",
     [](const Values& v) { return Texts::tr("%2 refuses “%1”.").arg(value(v, 0), value(v, 1)); }},
});

constexpr auto kJsonRules = std::to_array<Rule>({
    {"schema-not-json",
     [](const Values& v) {
       return notJson(Texts::tr("The output schema is not a JSON object (line %1, column %2)."), v);
     }},
    {"schema-root-not-object",
     [](const Values&) { return Texts::tr("The root of a strict schema must be an object."); }},
    {"schema-property-not-required",
     [](const Values& v) { return Texts::tr("A strict schema requires %1.").arg(whole(value(v, 0))); }},
    {"schema-open-object",
     [](const Values& v) {
       return Texts::tr("A strict schema allows no further properties in %1.").arg(whole(value(v, 0)));
     }},
    {"schema-required-missing",
     [](const Values& v) {
       return Texts::tr("“%2” is required in %1, but it is no property of it.")
           .arg(whole(value(v, 0)), value(v, 1));
     }},
    {"schema-default",
     [](const Values& v) {
       return Texts::tr("A strict schema has no default in %1.").arg(whole(value(v, 0)));
     }},
    {"schema-unsupported-keyword",
     [](const Values& v) {
       return Texts::tr("A strict schema does not know “%2” (in %1).").arg(whole(value(v, 0)), value(v, 1));
     }},
    {"tools-not-json",
     [](const Values& v) {
       return notJson(Texts::tr("The tools are not a JSON list of objects (line %1, column %2)."), v);
     }},
    {"tool-without-name", [](const Values& v) { return Texts::tr("Tool %1 has no name.").arg(value(v, 0)); }},
    {"tool-without-description",
     [](const Values& v) {
       return Texts::tr("The tool “%1” has no description: the model cannot know when to call it.")
           .arg(value(v, 0));
     }},
    {"duplicate-tool",
     [](const Values& v) { return Texts::tr("Two tools are called “%1”.").arg(value(v, 0)); }},
    {"tool-required-missing",
     [](const Values& v) {
       return Texts::tr("The tool “%1” requires “%3” in %2, but it is no property of it.")
           .arg(value(v, 0), whole(value(v, 1)), value(v, 2));
     }},
});

template <std::size_t N>
Sentence findSentence(const std::array<Rule, N>& rules, std::string_view name) {
  const auto at = std::ranges::find_if(rules, [&](const Rule& rule) { return name == rule.name; });
  return at == rules.end() ? nullptr : at->sentence;
}

}  // namespace

QString findingSentence(const authoring::Finding& finding) {
  for (const auto sentence :
       {findSentence(kPromptRules, finding.rule), findSentence(kModelRules, finding.rule),
        findSentence(kJsonRules, finding.rule)})
    if (sentence) return sentence(finding.values);
  return text(finding.rule);
}

QString severityName(authoring::Severity severity) {
  switch (severity) {
    case authoring::Severity::Error: return Texts::tr("Error");
    case authoring::Severity::Warning: return Texts::tr("Warning");
    case authoring::Severity::Hint: return Texts::tr("Hint");
  }
  return {};
}

QString fixLabel(const authoring::Fix& fix) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 7> kLabels = {{
      {"declare-variable", QT_TRANSLATE_NOOP("Finding", "Declare It")},
      {"remove-variable", QT_TRANSLATE_NOOP("Finding", "Take It Away")},
      {"remove-paragraph", QT_TRANSLATE_NOOP("Finding", "Take It Away")},
      {"replace-by-variable", QT_TRANSLATE_NOOP("Finding", "Make It a Variable")},
      {"use-successor", QT_TRANSLATE_NOOP("Finding", "Use the Successor")},
      {"remove-parameter", QT_TRANSLATE_NOOP("Finding", "Take It Away")},
      {"make-schema-strict", QT_TRANSLATE_NOOP("Finding", "Make It Strict")},
  }};
  for (const auto& [id, label] : kLabels)
    if (id == fix.id) return Texts::tr(label);
  return {};
}

QString contentField(std::string_view field) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 10> kWhole = {{
      {"name", QT_TRANSLATE_NOOP("Finding", "Name")},
      {"description", QT_TRANSLATE_NOOP("Finding", "Description")},
      {"prompt", QT_TRANSLATE_NOOP("Finding", "Prompt")},
      {"model", QT_TRANSLATE_NOOP("Finding", "Model")},
      {"tools", QT_TRANSLATE_NOOP("Finding", "Tools")},
      {"outputSchema", QT_TRANSLATE_NOOP("Finding", "Output schema")},
      {"starters", QT_TRANSLATE_NOOP("Finding", "Starters")},
      {"tags", QT_TRANSLATE_NOOP("Finding", "Tags")},
      {"cases", QT_TRANSLATE_NOOP("Finding", "Cases")},
      {"variables", QT_TRANSLATE_NOOP("Finding", "Variables")},
  }};
  static constexpr std::array<std::pair<std::string_view, const char*>, 5> kParts = {{
      {"parameters.", QT_TRANSLATE_NOOP("Finding", "Parameter %1")},
      {"tools.", QT_TRANSLATE_NOOP("Finding", "Tool %1")},
      {"variables.", QT_TRANSLATE_NOOP("Finding", "Variable %1")},
      {"knowledge.", QT_TRANSLATE_NOOP("Finding", "Knowledge %1")},
      {"cases.", QT_TRANSLATE_NOOP("Finding", "Case %1")},
  }};
  for (const auto& [name, title] : kWhole)
    if (name == field) return Texts::tr(title);
  for (const auto& [prefix, title] : kParts)
    if (field.starts_with(prefix)) return Texts::tr(title).arg(text(field.substr(prefix.size())));
  return text(field);
}

}  // namespace aiagent::format
