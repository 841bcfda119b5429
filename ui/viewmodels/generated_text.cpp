#include "ui/viewmodels/generated_text.h"

#include <QCoreApplication>

#include "core/authoring/generate/generation_machine.h"
#include "core/wire/json_text.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using authoring::Field;
using authoring::FieldValue;
using authoring::ProblemKind;

QString tr(const char* text) {
  return QCoreApplication::translate("GeneratedText", text);
}

constexpr std::array kFieldTitles = {
    QT_TRANSLATE_NOOP("GeneratedText", "Name"),
    QT_TRANSLATE_NOOP("GeneratedText", "Description"),
    QT_TRANSLATE_NOOP("GeneratedText", "Prompt"),
    QT_TRANSLATE_NOOP("GeneratedText", "Variables"),
    QT_TRANSLATE_NOOP("GeneratedText", "Kind of model"),
    QT_TRANSLATE_NOOP("GeneratedText", "Reasoning effort"),
    QT_TRANSLATE_NOOP("GeneratedText", "Verbosity"),
    QT_TRANSLATE_NOOP("GeneratedText", "Tools"),
    QT_TRANSLATE_NOOP("GeneratedText", "Output schema"),
    QT_TRANSLATE_NOOP("GeneratedText", "Conversation starters"),
    QT_TRANSLATE_NOOP("GeneratedText", "Test cases"),
};
static_assert(kFieldTitles.size() == authoring::kAllFields.size());

bool isPlainText(Field field) {
  return field == Field::Name || field == Field::Description || field == Field::Prompt;
}

// Reads one field out of JSON as a model's answer would be read.
std::optional<FieldValue> readJson(Field field, const std::string& json,
                                   const authoring::GeneratedAgent& known) {
  authoring::GenerationMachine machine({field}, known);
  machine.start();
  machine.on(authoring::TextArrived{wire::JsonObject().raw(authoring::toWord(field), json).take()});
  machine.on(authoring::AnswerEnded{});
  if (!machine.isDone(field)) return std::nullopt;
  return authoring::valueOf(machine.agent(), field);
}

std::vector<std::string> linesOf(const QString& text) {
  std::vector<std::string> lines;
  for (const auto& line : text.split(QLatin1Char('\n')))
    if (const auto trimmed = line.trimmed(); !trimmed.isEmpty()) lines.push_back(format::utf8(trimmed));
  return lines;
}

}  // namespace

QString fieldTitle(Field field) {
  return tr(kFieldTitles[std::size_t(field)]);
}

QStringList fieldWords(Field field) {
  if (field == Field::Model)
    return {QString(), QStringLiteral("fast"), QStringLiteral("balanced"), QStringLiteral("best")};
  if (field == Field::Effort || field == Field::Verbosity)
    return {QString(), QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")};
  return {};
}

QString fieldWordTitle(const QString& word) {
  if (word.isEmpty()) return tr(QT_TRANSLATE_NOOP("GeneratedText", "Left open"));
  if (word == QLatin1String("fast")) return tr(QT_TRANSLATE_NOOP("GeneratedText", "Fast and cheap"));
  if (word == QLatin1String("balanced")) return tr(QT_TRANSLATE_NOOP("GeneratedText", "Balanced"));
  if (word == QLatin1String("best")) return tr(QT_TRANSLATE_NOOP("GeneratedText", "The best there is"));
  if (word == QLatin1String("low")) return tr(QT_TRANSLATE_NOOP("GeneratedText", "Low"));
  if (word == QLatin1String("medium")) return tr(QT_TRANSLATE_NOOP("GeneratedText", "Medium"));
  if (word == QLatin1String("high")) return tr(QT_TRANSLATE_NOOP("GeneratedText", "High"));
  return word;
}

bool isJsonField(Field field) {
  return field == Field::Variables || field == Field::Tools || field == Field::OutputSchema ||
         field == Field::Cases;
}

QString textOfValue(Field field, const FieldValue& value) {
  if (authoring::isEmpty(value)) return {};
  if (const auto* text = std::get_if<std::string>(&value))
    return field == Field::OutputSchema ? indentedJson(*text) : format::text(*text);
  if (const auto* tier = std::get_if<authoring::ModelTier>(&value))
    return format::text(authoring::toWord(*tier));
  if (const auto* lines = std::get_if<std::vector<std::string>>(&value)) {
    QStringList list;
    for (const auto& line : *lines) list += format::text(line);
    return list.join(QLatin1Char('\n'));
  }
  authoring::GeneratedAgent agent;
  authoring::setValue(agent, field, value);
  const auto whole = authoring::toJson(agent, {field});
  const auto members = wire::jsonMembers(whole);
  return members && !members->empty() ? indentedJson(std::string(members->front().value)) : QString();
}

std::optional<FieldValue> valueOfText(Field field, const QString& text,
                                      const authoring::GeneratedAgent& known) {
  const auto utf8 = format::utf8(text);
  const bool blank = text.trimmed().isEmpty();
  if (isPlainText(field)) {
    if (field == Field::Name) return FieldValue(format::utf8(text.simplified()));
    return FieldValue(utf8);
  }
  if (field == Field::Effort || field == Field::Verbosity) return FieldValue(format::utf8(text.trimmed()));
  if (field == Field::Starters) return FieldValue(linesOf(text));
  if (field == Field::Model) {
    const auto tier = authoring::modelTierFromWord(format::utf8(text.trimmed()));
    return tier ? FieldValue(*tier) : FieldValue(std::string());
  }
  if (blank) return authoring::valueOf(authoring::GeneratedAgent(), field);
  if (!wire::isJson(utf8)) return std::nullopt;
  return readJson(field, utf8, known);
}

QString problemSentence(const authoring::Problem& problem) {
  const auto subject = format::text(problem.subject);
  switch (problem.kind) {
    case ProblemKind::NotPlainJson:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "The answer was mended to be readable."));
    case ProblemKind::Unreadable:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "The answer could not be read from here on."));
    case ProblemKind::Missing: return tr(QT_TRANSLATE_NOOP("GeneratedText", "The model left this out."));
    case ProblemKind::WrongShape:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "The model wrote something else here."));
    case ProblemKind::TooLong: return tr(QT_TRANSLATE_NOOP("GeneratedText", "It was too long and was cut."));
    case ProblemKind::UnknownWord:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "The model used a word that has no meaning here."));
    case ProblemKind::BadVariableName:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "“%1” is no name for a variable.")).arg(subject);
    case ProblemKind::DuplicateVariable:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "“%1” was there twice.")).arg(subject);
    case ProblemKind::ChoicesMissing:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "“%1” had nothing to choose from: it is text now."))
          .arg(subject);
    case ProblemKind::ExampleDoesNotFit:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "The example of “%1” is no value of it.")).arg(subject);
    case ProblemKind::UndeclaredVariable:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "“%1” is in the prompt and was added here.")).arg(subject);
    case ProblemKind::UnusedVariable:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "“%1” is not used in the prompt.")).arg(subject);
    case ProblemKind::BadTool:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "The tool “%1” cannot be used and was left out."))
          .arg(subject);
    case ProblemKind::BadSchema:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "What came is no schema and was left out."));
    case ProblemKind::UnknownCaseVariable:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "A value for the unknown variable “%1” was left out."))
          .arg(subject);
    case ProblemKind::CaseValueFilled:
      return tr(QT_TRANSLATE_NOOP("GeneratedText", "“%1” had no value and got its example.")).arg(subject);
    case ProblemKind::CaseValueMissing: break;
  }
  return tr(QT_TRANSLATE_NOOP("GeneratedText", "“%1” has no value.")).arg(subject);
}

QString indentedJson(const std::string& json) {
  if (!wire::isJson(json)) return format::text(json);
  std::string out;
  std::size_t depth = 0;
  bool inText = false;
  const auto newLine = [&] { out += "\n" + std::string(2 * depth, ' '); };
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (inText) {
      out += c;
      if (c == '\\') out += json[++at];
      if (c == '"') inText = false;
      continue;
    }
    switch (c) {
      case ' ':
      case '\n':
      case '\r':
      case '\t': break;
      case '"':
        inText = true;
        out += c;
        break;
      case '{':
      case '[': {
        out += c;
        const auto next = json.find_first_not_of(" \n\r\t", at + 1);
        if (next != std::string::npos && (json[next] == '}' || json[next] == ']')) {
          out += json[next];
          at = next;
          break;
        }
        ++depth;
        newLine();
        break;
      }
      case '}':
      case ']':
        --depth;
        newLine();
        out += c;
        break;
      case ',':
        out += c;
        newLine();
        break;
      case ':': out += ": "; break;
      default: out += c;
    }
  }
  return format::text(out);
}

}  // namespace aiagent::ui
