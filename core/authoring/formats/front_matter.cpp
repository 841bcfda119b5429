#include "core/authoring/formats/front_matter.h"

#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/yaml_writer.h"

namespace aiagent::authoring {
namespace {

constexpr std::string_view kDashes = "---";

// The line at `at` without its end, and where the next begins.
std::string_view lineAt(std::string_view text, std::size_t at, std::size_t& next) {
  const auto end = std::min(text.find('\n', at), text.size());
  next = std::min(end + 1, text.size());
  auto line = text.substr(at, end - at);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
    line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<FrontMatter> splitFrontMatter(std::string_view text) {
  std::size_t begin = 0;
  if (lineAt(text, 0, begin) != kDashes) return std::nullopt;
  for (std::size_t at = begin; at < text.size();) {
    std::size_t next = 0;
    if (lineAt(text, at, next) == kDashes)
      return FrontMatter{text.substr(begin, at - begin), text.substr(next)};
    at = next;
  }
  return std::nullopt;
}

std::string withUnixLines(std::string_view text) {
  const auto first = text.find('\n');
  if (first == std::string_view::npos || first == 0 || text[first - 1] != '\r') return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 >= text.size() || text[i + 1] != '\n') out += text[i];
  return out;
}

std::string joinFrontMatter(const Tree& fields, std::string_view body) {
  std::string out(kDashes);
  out += '\n';
  if (!fields.members().empty()) out += writeYaml(fields);
  out.append(kDashes).append("\n\n").append(body).append("\n");
  return out;
}

std::string_view bodyOf(std::string_view body) {
  if (body.starts_with('\n')) body.remove_prefix(1);
  if (body.ends_with('\n')) body.remove_suffix(1);
  return body;
}

Record agentFields(const domain::AgentContent& content, bool inlined) {
  Record record{{"name", content.name}};
  const auto add = [&](const char* name, Tree tree) {
    if (!tree.items().empty() || !tree.members().empty()) record.emplace_back(name, std::move(tree));
  };
  if (!content.description.empty()) record.emplace_back("description", content.description);
  if (!content.model.empty()) record.emplace_back("model", content.model);
  add("params", parametersTree(content.parameters));
  add("tags", textsTree(content.tags));
  add("variables", variablesTree(content.variables));
  add("starters", textsTree(content.starters));
  add("knowledge", knowledgeTree(content.knowledge));
  if (!inlined) return record;
  addJsonText(record, "tools", content.tools);
  addJsonText(record, "outputSchema", content.outputSchema);
  add("cases", casesTree(content.cases));
  return record;
}

void readAgentFields(RecordReader& reader, domain::AgentContent& content) {
  content.name = reader.text("name");
  content.description = reader.text("description");
  content.model = reader.text("model");
  auto& losses = reader.losses();
  if (const auto* tree = reader.take("params"))
    content.parameters = parametersFromTree(*tree, "params", losses);
  content.tags = reader.texts("tags");
  if (const auto* tree = reader.take("variables"))
    content.variables = variablesFromTree(*tree, "variables", losses);
  content.starters = reader.texts("starters");
  if (const auto* tree = reader.take("knowledge"))
    content.knowledge = knowledgeFromTree(*tree, "knowledge", losses);
  content.tools = takeJsonText(reader, "tools");
  content.outputSchema = takeJsonText(reader, "outputSchema");
  if (const auto* tree = reader.take("cases")) content.cases = casesFromTree(*tree, "cases", losses);
}

}  // namespace aiagent::authoring
