// promptfoo's configuration: each prompt is an agent, the tests are the cases of all of them.
#include <algorithm>

#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/document.h"
#include "core/authoring/formats/front_matter.h"
#include "core/authoring/formats/messages.h"
#include "core/authoring/formats/openai_fields.h"
#include "core/authoring/formats/placeholders.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/safe_path.h"
#include "core/authoring/formats/yaml_writer.h"
#include "core/base/utf8.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

constexpr std::string_view kFile = "file://";
constexpr std::string_view kRubric = "llm-rubric";

bool isReference(std::string_view text) {
  return text.starts_with(kFile);
}

// Files that a configuration names: among those that came along, and only if the person agreed.
class References {
 public:
  explicit References(const ReadInput& input) : m_input(input) {}

  // Null, and a loss, where it is not to be had.
  const File* find(std::string_view reference, const std::string& field, Losses& losses) const {
    if (isReference(reference)) reference.remove_prefix(kFile.size());
    const auto path = joinedPath(m_input.path, reference);
    const File* found =
        m_input.allowReferences && path && m_input.files ? m_input.files->find(*path) : nullptr;
    if (found && (!base::isValidUtf8(found->bytes) || found->bytes.find('\0') != std::string::npos))
      found = nullptr;
    if (!found) addLoss(losses, makeLoss(field, LossReason::FileReference, reference));
    return found;
  }

 private:
  const ReadInput& m_input;
};

struct PromptSource {
  std::string name;
  std::string text;
};

struct Suite {
  std::vector<PromptSource> prompts;
  domain::AgentContent shared;  // model, parameters, tools, schema, variables, cases
  Losses losses;
};

bool looksLikeFile(std::string_view text) {
  return isReference(text) ||
         (text.find('\n') == std::string_view::npos && text.find("{{") == std::string_view::npos &&
          (text.ends_with(".txt") || text.ends_with(".json") || text.ends_with(".md") ||
           text.ends_with(".yaml") || text.ends_with(".yml") || text.ends_with(".j2")));
}

void readPrompt(const Tree& prompt, const std::string& field, const References& references, Suite& suite) {
  PromptSource source;
  if (prompt.isRecord()) {
    RecordReader reader(prompt, field + '.', suite.losses);
    const auto id = reader.text("id"), label = reader.text("label");
    source.name = label.empty() && !looksLikeFile(id) ? id : label;
    source.text = reader.text("raw");
    if (source.text.empty()) source.text = id;
    reader.finish();
  } else {
    source.text = prompt.asText();
  }
  if (looksLikeFile(source.text)) {
    const auto path = source.text;
    const auto* file = references.find(path, field, suite.losses);
    if (!file) return;
    if (source.name.empty()) source.name = nameFromPath(path);
    source.text = withUnixLines(file->bytes);
    while (source.text.ends_with('\n')) source.text.pop_back();
  }
  suite.prompts.push_back(std::move(source));
}

void readPrompts(RecordReader& reader, const References& references, Suite& suite) {
  const auto* prompts = reader.take("prompts");
  if (!prompts) return;
  if (prompts->isScalar()) return readPrompt(*prompts, "prompts", references, suite);
  for (std::size_t i = 0; i < prompts->items().size(); ++i)
    readPrompt(prompts->items()[i], "prompts[" + std::to_string(i) + ']', references, suite);
  for (const auto& [path, label] : prompts->members())  // {file: label}
    readPrompt(Record{{"id", path}, {"label", label}}, "prompts." + path, references, suite);
}

// "openai:responses:gpt-5" -> "gpt-5"; whoever else serves it is told.
void setModel(const std::string& id, const std::string& field, Suite& suite) {
  if (isReference(id)) return addLoss(suite.losses, makeLoss(field, LossReason::FileReference, id));
  // server:kind:model, or server:model; a model's own name may have colons
  auto at = id.find(':');
  if (at != std::string::npos && id.find(':', at + 1) != std::string::npos) at = id.find(':', at + 1);
  suite.shared.model = id.substr(at == std::string::npos ? 0 : at + 1);
  if (!id.starts_with("openai:")) addLoss(suite.losses, makeLoss(field, LossReason::ProviderDropped, id));
}

void readProvider(const Tree& provider, const std::string& field, Suite& suite) {
  if (!suite.shared.model.empty())
    return loseTree(suite.losses, field, LossReason::ProviderDropped, provider);
  if (provider.isScalar()) return setModel(provider.asText(), field, suite);
  RecordReader reader(provider, field + '.', suite.losses);
  if (!provider.find("id") && provider.members().size() == 1) {  // {"openai:gpt-5": {config: …}}
    const auto& [id, inner] = provider.members().front();
    reader.ignore(id);
    setModel(id, field, suite);
    if (const auto* config = inner.find("config")) {
      RecordReader each(*config, field + ".config.", suite.losses);
      readOpenAiFields(each, *config, domain::ApiKind::Chat, UnknownMembers::AreLeft, suite.shared);
      each.finish();
    }
    return;
  }
  setModel(reader.text("id"), field + ".id", suite);
  if (const auto* config = reader.take("config")) {
    RecordReader each(*config, field + ".config.", suite.losses);
    // "text.verbosity" and the like are written both ways
    readOpenAiFields(each, *config, domain::ApiKind::Chat, UnknownMembers::AreLeft, suite.shared);
    each.finish();
  }
  reader.finish();
}

void readProviders(RecordReader& reader, Suite& suite) {
  for (const char* name : {"providers", "targets"}) {
    const auto* providers = reader.take(name);
    if (!providers) continue;
    if (!providers->isList()) readProvider(*providers, name, suite);
    for (std::size_t i = 0; i < providers->items().size(); ++i)
      readProvider(providers->items()[i], std::string(name) + '[' + std::to_string(i) + ']', suite);
  }
}

// A check in words. A rubric is its own words; what a machine would check becomes "type: value" and a loss.
std::string expectationOf(const Tree& check, const std::string& field, Losses& losses) {
  RecordReader reader(check, field + '.', losses);
  const auto type = reader.text("type");
  const auto* value = reader.take("value");
  const auto text = value ? value->asText() : std::string();
  reader.finish();
  if (type == kRubric) return text;
  const auto words = text.empty() ? type : type + ": " + text;
  addLoss(losses, makeLoss(field, LossReason::CheckAsText, words));
  return words;
}

std::string expectationsOf(const Tree* checks, const std::string& field, Losses& losses) {
  std::string all;
  if (!checks) return all;
  if (checks->isScalar()) loseTree(losses, field, LossReason::FileReference, *checks);
  for (std::size_t i = 0; i < checks->items().size(); ++i) {
    const auto& check = checks->items()[i];
    const auto path = field + '[' + std::to_string(i) + ']';
    const auto text = check.isRecord() ? expectationOf(check, path, losses) : check.asText();
    if (!all.empty() && !text.empty()) all += '\n';
    all += text;
  }
  return all;
}

void readValues(const Tree* values, const std::string& field, const References& references, Losses& losses,
                domain::VariableValues& into) {
  if (!values) return;
  if (!values->isRecord()) return loseTree(losses, field, LossReason::FileReference, *values);
  for (const auto& [name, value] : values->members()) {
    const auto path = field + '.' + name;
    if (!domain::isVariableName(name)) {
      loseTree(losses, path, LossReason::Invalid, value);
    } else if (value.text() && isReference(*value.text())) {
      const auto* file = references.find(*value.text(), path, losses);
      into[name] = file ? file->bytes : *value.text();
    } else if (value.isList() && !value.items().empty()) {  // each item would be a test of its own
      into[name] = value.items().front().asText();
      loseTree(losses, path, LossReason::Altered, value);
    } else {
      into[name] = value.asText();
      if (into[name].find("{{env.") != std::string::npos)
        addLoss(losses, makeLoss(path, LossReason::EnvironmentReference, into[name]));
    }
  }
}

void readTest(const Tree& test, const std::string& field, const References& references, Suite& suite) {
  if (!test.isRecord()) return loseTree(suite.losses, field, LossReason::FileReference, test);
  RecordReader reader(test, field + '.', suite.losses);
  domain::TestCase one{.name = reader.text("description")};
  readValues(reader.take("vars"), field + ".vars", references, suite.losses, one.variables);
  one.expect = expectationsOf(reader.take("assert"), field + ".assert", suite.losses);
  reader.finish();
  suite.shared.cases.push_back(std::move(one));
}

void readTests(RecordReader& reader, const References& references, Suite& suite) {
  const auto* tests = reader.take("tests");
  if (!tests) return;
  if (tests->isList()) {
    for (std::size_t i = 0; i < tests->items().size() && i < domain::kMostCases; ++i)
      readTest(tests->items()[i], "tests[" + std::to_string(i) + ']', references, suite);
    return;
  }
  const auto path = tests->asText();
  const auto* file = references.find(path, "tests", suite.losses);
  if (!file) return;
  const auto list = path.ends_with(".json") ? parseJson(file->bytes) : parseYaml(file->bytes);
  if (!list || !list->isList()) return reader.lose("tests", LossReason::Invalid, *tests);
  for (std::size_t i = 0; i < list->items().size() && i < domain::kMostCases; ++i)
    readTest(list->items()[i], "tests[" + std::to_string(i) + ']', references, suite);
}

void readDefaults(RecordReader& reader, const References& references, Suite& suite) {
  const auto* defaults = reader.take("defaultTest");
  if (!defaults) return;
  if (!defaults->isRecord()) return reader.lose("defaultTest", LossReason::FileReference, *defaults);
  RecordReader inner(*defaults, "defaultTest.", suite.losses);
  domain::VariableValues values;
  readValues(inner.take("vars"), "defaultTest.vars", references, suite.losses, values);
  for (const auto& [name, value] : values)
    suite.shared.variables.push_back({.name = name, .defaultValue = value});
  const auto expect = expectationsOf(inner.take("assert"), "defaultTest.assert", suite.losses);
  inner.finish();
  for (auto& one : suite.shared.cases) {
    if (!one.expect.empty() && !expect.empty()) one.expect += '\n';
    one.expect += expect;
  }
}

Imported agentOf(const PromptSource& source, const Suite& suite) {
  Imported imported;
  imported.content = suite.shared;
  imported.losses = suite.losses;
  auto& content = imported.content;
  std::string input;
  const auto chat = source.text.starts_with('[') || source.text.starts_with("- ")
                        ? (source.text.starts_with('[') ? parseJson(source.text) : parseYaml(source.text))
                        : base::Result<Tree>(Tree());
  auto messages = chat ? messagesFromTree(*chat, "prompts", imported.losses) : std::nullopt;
  if (messages && !messages->empty())
    input = foldMessages(*messages, content, imported.losses);
  else
    content.prompt = source.text;
  content.prompt = fromTemplate(content.prompt, TemplateKind::Jinja, "prompts", imported.losses);
  if (input.empty()) return imported;
  for (auto& one : content.cases) {
    if (const auto at = one.variables.find(input); at != one.variables.end()) {
      one.input = std::move(at->second);
      one.variables.erase(at);
    }
  }
  return imported;
}

std::string nameOf(const PromptSource& source, const std::string& description, bool single) {
  if (!source.name.empty()) return source.name;
  return single ? description : std::string();
}

}  // namespace

ReadResult readPromptfoo(const ReadInput& input) {
  if (!input.tree->isRecord()) return refused(input.path, "no configuration");
  Suite suite;
  RecordReader reader(*input.tree, "", suite.losses);
  reader.ignore("$schema");
  const References references(input);
  const auto description = reader.text("description");
  readPrompts(reader, references, suite);
  readProviders(reader, suite);
  readTests(reader, references, suite);
  readDefaults(reader, references, suite);
  reader.finish();
  if (suite.prompts.empty()) return refused(input.path, "no prompt that can be read");
  ImportedList all;
  for (std::size_t i = 0; i < suite.prompts.size(); ++i) {
    auto imported = agentOf(suite.prompts[i], suite);
    imported.content.description = description;
    const auto fallback =
        suite.prompts.size() == 1 ? input.path : nameFromPath(input.path) + ' ' + std::to_string(i + 1);
    setName(imported, nameOf(suite.prompts[i], description, suite.prompts.size() == 1), fallback);
    imported.source = sourceOf(input.path, i, suite.prompts.size());
    all.push_back(std::move(imported));
  }
  return all;
}

Files writePromptfoo(const AgentToExport& agent) {
  const auto& content = agent.content;
  const auto input = inputName(content);
  Record record;
  if (!content.description.empty()) record.emplace_back("description", content.description);
  List messages;
  if (!content.prompt.empty()) messages.emplace_back(Record{{"role", "system"}, {"content", content.prompt}});
  messages.emplace_back(Record{{"role", "user"}, {"content", "{{" + input + "}}"}});
  record.emplace_back("prompts", List{Record{{"label", content.name}, {"raw", prettyJson(messages)}}});
  auto config = openAiFields(content, domain::ApiKind::Responses);
  if (!content.model.empty() || !config.empty()) {
    Record provider{{"id", "openai:responses:" + content.model}};
    if (!config.empty()) provider.emplace_back("config", std::move(config));
    record.emplace_back("providers", List{std::move(provider)});
  }
  Record defaults;
  for (const auto& variable : content.variables)
    if (!variable.defaultValue.empty()) defaults.emplace_back(variable.name, variable.defaultValue);
  if (!defaults.empty()) record.emplace_back("defaultTest", Record{{"vars", std::move(defaults)}});
  List tests;
  for (const auto& one : content.cases) {
    Record test, values;
    if (!one.name.empty()) test.emplace_back("description", one.name);
    for (const auto& [name, value] : one.variables) values.emplace_back(name, value);
    if (!one.input.empty()) values.emplace_back(input, one.input);
    if (!values.empty()) test.emplace_back("vars", std::move(values));
    if (!one.expect.empty())
      test.emplace_back("assert", List{Record{{"type", kRubric}, {"value", one.expect}}});
    tests.emplace_back(std::move(test));
  }
  if (!tests.empty()) record.emplace_back("tests", std::move(tests));
  return {{slugOf(content.name) + ".promptfooconfig.yaml", writeYaml(Tree(std::move(record)))}};
}

}  // namespace aiagent::authoring
