#include <algorithm>
#include <map>

#include "core/authoring/content/json_diff.h"
#include "core/authoring/content/lint_rules.h"
#include "core/authoring/content/strict_schema.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

using Members = std::vector<wire::JsonMember>;

ByteRange rangeOf(std::string_view text, std::string_view piece) {
  const auto begin = static_cast<std::size_t>(piece.data() - text.data());
  return {begin, begin + piece.size()};
}

std::string_view valueOf(const Members& members, std::string_view name) {
  const auto* member = wire::findMember(members, name);
  return member ? member->value : std::string_view();
}

std::string textOf(const Members& members, std::string_view name) {
  return wire::stringFromJson(valueOf(members, name)).value_or("");
}

// At the place where the text stops being JSON, or at its beginning where it is JSON of another kind.
void tellFault(const char* rule, const std::string& field, std::string_view text, Findings& findings) {
  const auto fault = findJsonFault(text).value_or(JsonTextFault{});
  findings.push_back({rule,
                      Severity::Error,
                      field,
                      {fault.offset, std::min(fault.offset + 1, text.size())},
                      {std::to_string(fault.line), std::to_string(fault.column)},
                      {},
                      {}});
}

struct StrictPlace {
  std::string field;
  std::string tool;  // "" for the output schema
  Severity severity = Severity::Warning;
};

void tellStrict(std::string_view text, std::string_view schema, const StrictPlace& place,
                Findings& findings) {
  auto report = checkStrict(text, schema);
  std::optional<Fix> fix;
  if (!report.edits.empty()) {
    fix = Fix{"make-schema-strict", {}};
    for (auto& edit : report.edits)
      fix->edits.push_back(ReplaceText{place.field, edit.range, std::move(edit.text)});
  }
  for (auto& fault : report.faults) {
    if (!place.tool.empty() && !fault.values.empty())
      fault.values[0] = place.tool + (fault.values[0].empty() ? "" : "." + fault.values[0]);
    const auto severity = fault.rule == "schema-required-missing" ? Severity::Error : place.severity;
    findings.push_back(
        {std::move(fault.rule), severity, place.field, fault.range, std::move(fault.values), {}, {}});
    if (fault.mended && fix) {
      findings.back().fix.swap(fix);  // once: it mends them all
    }
  }
}

class ToolLinter {
 public:
  ToolLinter(std::string_view text, Findings& findings) : m_text(text), m_findings(findings) {}

  void run() {
    const auto tools = wire::jsonElements(m_text);
    const auto isObject = [](std::string_view tool) {
      return wire::jsonKind(tool) == wire::JsonKind::Object;
    };
    if (!tools || !std::all_of(tools->begin(), tools->end(), isObject))
      return tellFault("tools-not-json", "tools", m_text, m_findings);
    for (std::size_t i = 0; i < tools->size(); ++i) look((*tools)[i], i + 1);
  }

 private:
  void tell(const char* rule, Severity severity, std::string_view where, std::vector<std::string> values) {
    m_findings.push_back({rule, severity, "tools", rangeOf(m_text, where), std::move(values), {}, {}});
  }

  void look(std::string_view tool, std::size_t place) {
    const auto members = *wire::jsonMembers(tool);
    const auto type = textOf(members, "type");
    if (type == "mcp") lookAtName(tool, textOf(members, "server_label"), place);
    if (type != "function" && type != "custom") return;
    const auto nested = wire::jsonMembers(valueOf(members, type));
    lookAtFunction(tool, nested ? *nested : members, place);
  }

  bool lookAtName(std::string_view tool, const std::string& name, std::size_t place) {
    if (name.empty())
      tell("tool-without-name", Severity::Error, tool, {std::to_string(place)});
    else if (++m_names[name] == 2)
      tell("duplicate-tool", Severity::Error, tool, {name});
    return !name.empty();
  }

  void lookAtFunction(std::string_view tool, const Members& members, std::size_t place) {
    const auto name = textOf(members, "name");
    if (!lookAtName(tool, name, place)) return;
    if (base::trimmed(textOf(members, "description")).empty())
      tell("tool-without-description", Severity::Warning, tool, {name});
    const auto parameters = valueOf(members, "parameters");
    if (wire::jsonKind(parameters) != wire::JsonKind::Object) return;
    if (valueOf(members, "strict") == "true")
      return tellStrict(m_text, parameters, {"tools", name, Severity::Error}, m_findings);
    for (const auto& fault : checkStrict(m_text, parameters).faults)
      if (fault.rule == "schema-required-missing")
        m_findings.push_back({"tool-required-missing",
                              Severity::Error,
                              "tools",
                              fault.range,
                              {name, fault.values[0], fault.values[1]},
                              {},
                              {}});
  }

  std::string_view m_text;
  Findings& m_findings;
  std::map<std::string, int> m_names;
};

}  // namespace

void lintTools(const domain::AgentContent& content, Findings& findings) {
  if (!base::trimmed(content.tools).empty()) ToolLinter(content.tools, findings).run();
}

void lintSchema(const domain::AgentContent& content, Findings& findings) {
  const std::string_view text = content.outputSchema;
  if (base::trimmed(text).empty()) return;
  const auto members = wire::jsonMembers(text);
  if (!members) return tellFault("schema-not-json", "outputSchema", text, findings);
  const auto strict = valueOf(*members, "strict"), inner = valueOf(*members, "schema");
  if (strict == "false") return;
  const auto whole = text.substr(text.find('{'), text.rfind('}') + 1 - text.find('{'));
  const bool wrapped = wire::jsonKind(inner) == wire::JsonKind::Object;
  tellStrict(text, wrapped ? inner : whole,
             {"outputSchema", "", strict == "true" ? Severity::Error : Severity::Warning}, findings);
}

}  // namespace aiagent::authoring
