#include "app/cli/generation_output.h"

#include <algorithm>

#include "app/cli/context.h"
#include "core/wire/json_text.h"
#include "core/wire/record_json.h"

namespace aiagent::cli {
namespace {

using authoring::Field;
using wire::JsonArray;
using wire::JsonObject;

std::string linesOf(const std::string& text) {
  return text.empty() || text.back() == '\n' ? text : text + "\n";
}

std::string linesOf(const std::vector<domain::Variable>& variables) {
  std::string text;
  for (const auto& variable : variables) {
    text += "- {{" + variable.name + "}} " + std::string(domain::toWord(variable.type));
    if (!variable.description.empty()) text += ": " + variable.description;
    if (!variable.example.empty()) text += " (" + variable.example + ")";
    text += '\n';
  }
  return text;
}

std::string linesOf(authoring::ModelTier tier) {
  return std::string(authoring::toWord(tier)) + "\n";
}

std::string linesOf(const std::vector<authoring::GeneratedTool>& tools) {
  std::string text;
  for (const auto& tool : tools)
    text += "- " + (tool.name.empty() ? tool.type : tool.name) + ": " + tool.description + "\n";
  return text;
}

std::string linesOf(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += "- " + item + "\n";
  return text;
}

std::string linesOf(const std::vector<domain::TestCase>& cases) {
  std::string text;
  for (const auto& test : cases) {
    text += "- " + (test.name.empty() ? test.input : test.name + ": " + test.input) + "\n";
    for (const auto& [name, value] : test.variables) text += "  " + name + " = " + value + "\n";
    text += "  → " + test.expect + "\n";
  }
  return text;
}

std::string_view toWord(authoring::EditFault fault) {
  switch (fault) {
    case authoring::EditFault::NotFound: return "not_found";
    case authoring::EditFault::NotUnique: return "not_unique";
    case authoring::EditFault::NoChange: break;
  }
  return "no_change";
}

std::string missingOf(const GeneratedReport& report) {
  JsonArray missing;
  for (const auto field : authoring::kAllFields)
    if (std::ranges::find(report.done, field) == report.done.end()) missing.text(authoring::toWord(field));
  return missing.take();
}

}  // namespace

QString fieldTitle(Field field) {
  switch (field) {
    case Field::Name: return sentence(QT_TRANSLATE_NOOP("cli", "Name"));
    case Field::Description: return sentence(QT_TRANSLATE_NOOP("cli", "Description"));
    case Field::Prompt: return sentence(QT_TRANSLATE_NOOP("cli", "Prompt"));
    case Field::Variables: return sentence(QT_TRANSLATE_NOOP("cli", "Variables"));
    case Field::Model: return sentence(QT_TRANSLATE_NOOP("cli", "Kind of model"));
    case Field::Effort: return sentence(QT_TRANSLATE_NOOP("cli", "Effort"));
    case Field::Verbosity: return sentence(QT_TRANSLATE_NOOP("cli", "Verbosity"));
    case Field::Tools: return sentence(QT_TRANSLATE_NOOP("cli", "Tools"));
    case Field::OutputSchema: return sentence(QT_TRANSLATE_NOOP("cli", "Output schema"));
    case Field::Starters: return sentence(QT_TRANSLATE_NOOP("cli", "Conversation starters"));
    case Field::Cases: break;
  }
  return sentence(QT_TRANSLATE_NOOP("cli", "Test cases"));
}

std::string fieldText(const authoring::FieldValue& value) {
  return std::visit([](const auto& held) { return linesOf(held); }, value);
}

std::string toJson(const GeneratedReport& report) {
  const auto content = authoring::toContent(report.agent, report.model);
  const auto whole = authoring::toJson(report.agent);
  const auto fields = wire::jsonMembers(whole).value_or(std::vector<wire::JsonMember>());
  const auto raw = [&](const char* name) {
    const auto* member = wire::findMember(fields, name);
    return member ? member->value : std::string_view("null");
  };
  JsonObject object;
  for (const char* name : {"name", "description", "prompt", "variables"}) object.raw(name, raw(name));
  object.textOrNull("model", report.model).raw("tier", raw("model"));
  object.raw("params", wire::toJson(content.parameters));
  for (const char* name : {"tools", "outputSchema", "starters", "cases"}) object.raw(name, raw(name));
  object.text("source", report.source).raw("missing", missingOf(report));
  if (!report.templateId.empty()) object.text("template", report.templateId);
  if (!report.id.empty()) object.text("id", report.id);
  return object.take();
}

std::string toJson(const authoring::Improvement& improvement, const std::string& prompt,
                   const std::string& id, const std::vector<bool>& accepted) {
  JsonArray edits, unusable, taken;
  for (std::size_t at = 0; at < improvement.edits.size(); ++at) {
    const auto& edit = improvement.edits[at];
    edits.raw(JsonObject()
                  .integer("begin", std::int64_t(edit.begin))
                  .integer("end", std::int64_t(edit.end))
                  .text("before", prompt.substr(edit.begin, edit.end - edit.begin))
                  .text("after", edit.replacement)
                  .text("reason", edit.reason)
                  .take());
    if (at < accepted.size() && accepted[at]) taken.raw(std::to_string(at + 1));
  }
  for (const auto& edit : improvement.unusable)
    unusable.raw(JsonObject()
                     .text("fault", toWord(edit.fault))
                     .text("find", edit.find)
                     .text("after", edit.replacement)
                     .text("reason", edit.reason)
                     .take());
  JsonObject object;
  object.raw("edits", edits.take()).raw("unusable", unusable.take()).text("summary", improvement.summary);
  if (!id.empty()) object.text("id", id).raw("accepted", taken.take());
  return object.take();
}

std::string improvementText(const authoring::Improvement& improvement, const std::string& prompt) {
  const auto marked = [](const char* mark, const std::string& text) {
    std::string lines = mark;
    for (const char c : text) {
      lines += c;
      if (c == '\n') lines += mark;
    }
    return lines + "\n";
  };
  std::string text;
  for (std::size_t at = 0; at < improvement.edits.size(); ++at) {
    const auto& edit = improvement.edits[at];
    text += std::to_string(at + 1) + ". " + linesOf(edit.reason);
    text += marked("   - ", prompt.substr(edit.begin, edit.end - edit.begin));
    text += marked("   + ", edit.replacement);
  }
  return text + linesOf(improvement.summary);
}

}  // namespace aiagent::cli
