#include <algorithm>

#include "core/cluster/lint/lint.h"
#include "core/wire/json_text.h"

namespace aiagent::cluster::lint {
namespace {

using wire::JsonArray;
using wire::JsonObject;

std::string_view levelOf(LintSeverity severity) {
  return severity == LintSeverity::Hint ? "note" : toWord(severity);
}

std::string message(const std::string& text) {
  return JsonObject().text("text", text).take();
}

std::string ruleJson(const RuleText& rule) {
  return JsonObject()
      .text("id", rule.id)
      .raw("shortDescription", message(rule.reason))
      .raw("help", message(rule.repair))
      .raw("defaultConfiguration", JsonObject().text("level", levelOf(rule.severity)).take())
      .take();
}

// Spaces and other bytes that a URI may not have, as "%20".
std::string uriOf(const std::string& path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         std::string_view("/-._~").find(c) != std::string_view::npos;
    if (isPlain)
      uri += c;
    else
      ((uri += '%') += kHex[byte >> 4]) += kHex[byte & 15];
  }
  return uri;
}

std::string resultJson(const LintFinding& finding) {
  const auto place = JsonObject()
                         .raw("artifactLocation", JsonObject().text("uri", uriOf(finding.path)).take())
                         .raw("region", JsonObject().integer("startLine", finding.line).take())
                         .take();
  return JsonObject()
      .text("ruleId", finding.id)
      .text("level", levelOf(finding.severity))
      .raw("message", message(reasonOf(finding) + " " + repairOf(finding)))
      .raw("locations", JsonArray().raw(JsonObject().raw("physicalLocation", place).take()).take())
      .take();
}

std::string findingJson(const LintFinding& finding) {
  JsonArray arguments;
  for (const auto& argument : finding.arguments) arguments.text(argument);
  return JsonObject()
      .text("id", finding.id)
      .text("severity", toWord(finding.severity))
      .text("path", finding.path)
      .integer("line", finding.line)
      .raw("arguments", arguments.take())
      .text("reason", reasonOf(finding))
      .text("repair", repairOf(finding))
      .take();
}

}  // namespace

std::string toJson(const std::vector<LintFinding>& findings) {
  JsonArray array;
  for (const auto& finding : findings) array.raw(findingJson(finding));
  return array.take();
}

std::string toSarif(const std::vector<LintFinding>& findings) {
  JsonArray rules, results;
  for (const auto& rule : lintRules()) rules.raw(ruleJson(rule));
  for (const auto& finding : findings) results.raw(resultJson(finding));
  const auto driver =
      JsonObject().text("name", "aiagent-cli deployment lint").raw("rules", rules.take()).take();
  const auto run = JsonObject()
                       .raw("tool", JsonObject().raw("driver", driver).take())
                       .raw("results", results.take())
                       .take();
  return JsonObject()
      .text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      .text("version", "2.1.0")
      .raw("runs", JsonArray().raw(run).take())
      .take();
}

}  // namespace aiagent::cluster::lint
