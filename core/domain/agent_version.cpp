#include "core/domain/agent_version.h"

#include <algorithm>

#include "core/base/sha256.h"

namespace aiagent::domain {
namespace {

// Writes "field:count" and each text behind its length, so that neither a field's end nor an item's can be
// mistaken for text.
class HashWriter {
 public:
  void field(std::string_view name, std::size_t count) {
    text(name);
    number(count);
  }
  void text(std::string_view text) {
    number(text.size());
    m_hash.add(text);
  }
  std::string hex() { return m_hash.hex(); }

 private:
  void number(std::size_t value) { m_hash.add(std::to_string(value) + ':'); }
  base::Sha256 m_hash;
};

void add(HashWriter& hash, const Variable& variable) {
  for (const auto& text : {variable.name, std::string(toWord(variable.type)), variable.description,
                           variable.example, variable.defaultValue})
    hash.text(text);
  hash.field("choices", variable.choices.size());
  for (const auto& choice : variable.choices) hash.text(choice);
}

void add(HashWriter& hash, const KnowledgeFile& file) {
  for (const auto& text : {file.name, file.mediaType, file.sha256, std::string(toWord(file.use))})
    hash.text(text);
}

void add(HashWriter& hash, const Parameter& parameter) {
  hash.text(parameter.name);
  // The kind is told too: 1 and "1" are different parameters.
  hash.text(std::to_string(parameter.value.index()));
  hash.text(toText(parameter.value));
}

bool isLabelCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

bool readsAsVersion(std::string_view name) {
  if (name == "head" || name == "latest") return true;
  return name.size() > 1 && name[0] == 'v' &&
         std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool sameVersionedFields(const AgentContent& one, const AgentContent& other) {
  return one.prompt == other.prompt && one.model == other.model && one.parameters == other.parameters &&
         one.tools == other.tools && one.outputSchema == other.outputSchema &&
         one.variables == other.variables && one.knowledge == other.knowledge;
}

AgentContent withVersionedFields(AgentContent agent, const AgentContent& version) {
  agent.prompt = version.prompt;
  agent.model = version.model;
  agent.parameters = version.parameters;
  agent.tools = version.tools;
  agent.outputSchema = version.outputSchema;
  agent.variables = version.variables;
  agent.knowledge = version.knowledge;
  return agent;
}

std::string contentHash(const AgentContent& content) {
  HashWriter hash;
  hash.text("agent-version-1");
  for (const auto& text : {content.prompt, content.model, content.tools, content.outputSchema})
    hash.text(text);
  hash.field("parameters", content.parameters.all().size());
  for (const auto& parameter : content.parameters.all()) add(hash, parameter);
  hash.field("variables", content.variables.size());
  for (const auto& variable : content.variables) add(hash, variable);
  hash.field("knowledge", content.knowledge.size());
  for (const auto& file : content.knowledge) add(hash, file);
  return hash.hex();
}

base::Result<void> checkLabelName(std::string_view name) {
  const bool fits = !name.empty() && name.size() <= 64 && name[0] != '.' && name[0] != '_' &&
                    name[0] != '-' && std::all_of(name.begin(), name.end(), isLabelCharacter) &&
                    !readsAsVersion(name);
  if (fits) return {};
  return base::Error{.code = base::ErrorCode::InvalidInput, .detail = "label name", .subject = "label"};
}

}  // namespace aiagent::domain
