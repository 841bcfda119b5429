#include "core/authoring/formats/agent_fields.h"

#include <cmath>

#include "core/authoring/formats/document.h"

namespace aiagent::authoring {
namespace {

constexpr char kExactJson[] = "$json";

void addText(Record& record, const char* name, const std::string& text) {
  if (!text.empty()) record.emplace_back(name, text);
}

std::string item(const std::string& path, std::size_t index) {
  return path + '[' + std::to_string(index) + "].";
}

// The items that are records; others are losses.
template <class Read>
void eachRecord(const Tree& tree, const std::string& path, Losses& losses, const Read& read) {
  if (!tree.isList()) return loseTree(losses, path, LossReason::Invalid, tree);
  for (std::size_t i = 0; i < tree.items().size(); ++i) {
    const auto& one = tree.items()[i];
    if (!one.isRecord()) {
      loseTree(losses, path, LossReason::Invalid, one);
      continue;
    }
    RecordReader reader(one, item(path, i), losses);
    read(reader);
    reader.finish();
  }
}

Tree exactJson(const std::string& text) {
  const auto tree = parseJson(text);
  const bool wrapper = tree && tree->isRecord() && tree->find(kExactJson);
  if (tree && !wrapper && !tree->isScalar() && compactJson(*tree) == text) return *tree;
  return Record{{kExactJson, text}};
}

struct ToTree {
  Tree operator()(bool value) const { return value; }
  Tree operator()(std::int64_t value) const { return value; }
  Tree operator()(double value) const { return std::isfinite(value) ? Tree(value) : Tree(); }
  Tree operator()(const std::string& value) const { return value; }
  Tree operator()(const domain::JsonText& value) const { return exactJson(value.text); }
};

}  // namespace

Tree textsTree(const std::vector<std::string>& texts) {
  List list;
  for (const auto& text : texts) list.emplace_back(text);
  return list;
}

Tree variablesTree(const std::vector<domain::Variable>& variables) {
  List list;
  for (const auto& variable : variables) {
    Record record{{"name", variable.name}, {"type", domain::toWord(variable.type)}};
    addText(record, "description", variable.description);
    addText(record, "example", variable.example);
    addText(record, "default", variable.defaultValue);
    if (!variable.choices.empty()) record.emplace_back("choices", textsTree(variable.choices));
    list.emplace_back(std::move(record));
  }
  return list;
}

Tree casesTree(const std::vector<domain::TestCase>& cases) {
  List list;
  for (const auto& one : cases) {
    Record record;
    addText(record, "name", one.name);
    record.emplace_back("input", one.input);
    Record values;
    for (const auto& [name, value] : one.variables) values.emplace_back(name, value);
    if (!values.empty()) record.emplace_back("variables", std::move(values));
    addText(record, "expect", one.expect);
    list.emplace_back(std::move(record));
  }
  return list;
}

Tree knowledgeTree(const std::vector<domain::KnowledgeFile>& files) {
  List list;
  for (const auto& file : files) {
    Record record{{"name", file.name}};
    addText(record, "mediaType", file.mediaType);
    record.emplace_back("sha256", file.sha256);
    record.emplace_back("bytes", file.bytes);
    record.emplace_back("use", domain::toWord(file.use));
    list.emplace_back(std::move(record));
  }
  return list;
}

Tree parametersTree(const domain::Parameters& parameters) {
  Record record;
  for (const auto& parameter : parameters.all())
    record.emplace_back(parameter.name, std::visit(ToTree(), parameter.value));
  return record;
}

std::vector<domain::Variable> variablesFromTree(const Tree& tree, const std::string& path, Losses& losses) {
  std::vector<domain::Variable> all;
  eachRecord(tree, path, losses, [&](RecordReader& reader) {
    domain::Variable variable;
    variable.name = reader.text("name");
    if (const auto* word = reader.take("type")) {
      const auto type = domain::variableTypeFromWord(word->asText());
      if (!type) reader.lose("type", LossReason::Invalid, *word);
      variable.type = type.value_or(domain::VariableType::String);
    }
    variable.description = reader.text("description");
    variable.example = reader.text("example");
    variable.defaultValue = reader.text("default");
    variable.choices = reader.texts("choices");
    all.push_back(std::move(variable));
  });
  return all;
}

std::vector<domain::TestCase> casesFromTree(const Tree& tree, const std::string& path, Losses& losses) {
  std::vector<domain::TestCase> all;
  eachRecord(tree, path, losses, [&](RecordReader& reader) {
    domain::TestCase one;
    one.name = reader.text("name");
    one.input = reader.text("input");
    if (const auto* values = reader.take("variables")) {
      if (!values->isRecord()) reader.lose("variables", LossReason::Invalid, *values);
      for (const auto& [name, value] : values->members()) one.variables[name] = value.asText();
    }
    one.expect = reader.text("expect");
    all.push_back(std::move(one));
  });
  return all;
}

std::vector<domain::KnowledgeFile> knowledgeFromTree(const Tree& tree, const std::string& path,
                                                     Losses& losses) {
  std::vector<domain::KnowledgeFile> all;
  eachRecord(tree, path, losses, [&](RecordReader& reader) {
    domain::KnowledgeFile file;
    file.name = reader.text("name");
    file.mediaType = reader.text("mediaType");
    file.sha256 = reader.text("sha256");
    file.bytes = reader.integer("bytes").value_or(0);
    if (const auto* word = reader.take("use")) {
      const auto use = domain::knowledgeUseFromWord(word->asText());
      if (!use) reader.lose("use", LossReason::Invalid, *word);
      file.use = use.value_or(domain::KnowledgeUse::InputFile);
    }
    all.push_back(std::move(file));
  });
  return all;
}

domain::ParameterValue parameterValue(const Tree& tree) {
  if (const auto* value = tree.boolean()) return *value;
  if (const auto* value = tree.integer()) return *value;
  if (const auto* value = tree.number()) return *value;
  if (const auto* value = tree.text()) return *value;
  if (const auto& members = tree.members(); members.size() == 1 && members[0].first == kExactJson)
    return domain::JsonText{members[0].second.asText()};
  return domain::JsonText{compactJson(tree)};
}

domain::Parameters parametersFromTree(const Tree& tree, const std::string& path, Losses& losses) {
  domain::Parameters parameters;
  if (!tree.isRecord()) loseTree(losses, path, LossReason::Invalid, tree);
  for (const auto& [name, value] : tree.members()) parameters.set(name, parameterValue(value));
  return parameters;
}

void addJsonText(Record& record, const std::string& name, const std::string& text) {
  if (text.empty()) return;
  auto tree = parseJson(text);
  const bool values = tree && !tree->isScalar() && !tree->isNull();
  const bool exact = values && prettyJson(*tree) == text;
  if (values) record.emplace_back(name, std::move(*tree));
  if (!exact) record.emplace_back(name + "Text", text);
}

std::string takeJsonText(RecordReader& reader, const std::string& name) {
  const auto* values = reader.take(name);
  const auto text = reader.text(name + "Text");
  if (!values) return text;
  if (!text.empty()) {
    const auto tree = parseJson(text);
    if (tree && *tree == *values) return text;
  }
  return values->isScalar() ? values->asText() : prettyJson(*values);
}

}  // namespace aiagent::authoring
