#include "core/authoring/formats/export.h"

#include <algorithm>
#include <set>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/import.h"
#include "core/authoring/formats/safe_path.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "core/wire/output_schema.h"

namespace aiagent::authoring {
namespace {

Files write(const AgentToExport& agent, Format format, const ExportOptions& options) {
  switch (format) {
    case Format::OwnJson: return writeOwnJson({agent}, options);
    case Format::PromptyV1: return writePromptyV1(agent);
    case Format::PromptyV2: return writePromptyV2(agent);
    case Format::Promptfoo: return writePromptfoo(agent);
    case Format::Langfuse: return writeLangfuse(agent);
    case Format::OpenAiPrompt: return writeOpenAiPrompt(agent, options);
    case Format::OpenAiResponses: return writeOpenAiResponses(agent);
    case Format::Markdown: return writeMarkdown(agent);
    case Format::AgentsMd: return writeAgentsMd(agent);
    case Format::SkillMd: return writeSkillMd(agent, options);
    case Format::AgentCard: return writeAgentCard(agent, options);
    case Format::LibraryFolder: return writeLibraryAgent(agent, options);
    case Format::OpenAiChat: break;
  }
  return {};
}

bool isCarried(Format format, std::string_view field) {
  const auto& fields = carriedFields(format);
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool sameJson(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto first = parseJson(one), second = parseJson(other);
  return first && second && *first == *second;
}

// Two ways of writing one format: bare, or with its name and "strict" around it. A name of its own making
// is no difference.
bool sameSchema(const domain::AgentContent& before, const domain::AgentContent& after) {
  if (sameJson(before.outputSchema, after.outputSchema)) return true;
  const auto format = [](const std::string& schema) -> std::string {
    domain::AgentContent content;
    content.outputSchema = schema;
    const auto json = wire::responsesFormat(content);
    if (!json || json->empty()) return {};
    const auto tree = parseJson(*json);
    if (!tree) return {};
    Record kept;
    for (const auto& member : tree->members())
      if (member.first != "name") kept.push_back(member);
    return compactJson(Tree(std::move(kept)));
  };
  const auto one = format(before.outputSchema);
  return !one.empty() && one == format(after.outputSchema);
}

class Comparison {
 public:
  Comparison(const domain::AgentContent& before, const domain::AgentContent& after, Format format)
      : m_before(before), m_after(after), m_format(format) {}

  Losses run() {
    text("name", "name", m_before.name, m_after.name);
    text("description", "description", m_before.description, m_after.description);
    text("prompt", "prompt", m_before.prompt, m_after.prompt);
    text("model", "model", m_before.model, m_after.model);
    parameters();
    json("tools", m_before.tools, m_after.tools, sameJson(m_before.tools, m_after.tools));
    json("outputSchema", m_before.outputSchema, m_after.outputSchema, sameSchema(m_before, m_after));
    list("starters", m_before.starters, m_after.starters);
    list("tags", m_before.tags, m_after.tags);
    variables();
    cases();
    knowledge();
    return std::move(m_losses);
  }

 private:
  void lose(std::string_view field, std::string path, std::string_view value) {
    const auto reason = isCarried(m_format, field) ? LossReason::Altered : LossReason::NotInFormat;
    addLoss(m_losses, makeLoss(std::move(path), reason, value));
  }

  // What the format carries has to come back exactly; of the rest only what was there can be lost.
  void text(std::string_view field, const std::string& path, const std::string& before,
            const std::string& after) {
    if (before != after && (!before.empty() || isCarried(m_format, field))) lose(field, path, before);
  }

  void json(std::string_view field, const std::string& before, const std::string& after, bool same) {
    if (!same) text(field, std::string(field), before, after);
  }

  void list(const std::string& field, const std::vector<std::string>& before,
            const std::vector<std::string>& after) {
    for (std::size_t i = 0; i < before.size(); ++i)
      if (i >= after.size() || before[i] != after[i])
        lose(field, field + '[' + std::to_string(i) + ']', before[i]);
    more(field, before.size(), after.size());
  }

  // Items that nobody put there.
  void more(std::string_view field, std::size_t before, std::size_t after) {
    if (after > before && isCarried(m_format, field)) lose(field, std::string(field), std::to_string(after));
  }

  void parameters() {
    for (const auto& parameter : m_before.parameters.all()) {
      const auto* other = m_after.parameters.find(parameter.name);
      if (other && (*other == parameter.value || sameJsonValue(*other, parameter.value))) continue;
      lose("parameters", "parameters." + parameter.name, domain::toText(parameter.value));
    }
    more("parameters", m_before.parameters.all().size(), m_after.parameters.all().size());
  }

  static bool sameJsonValue(const domain::ParameterValue& one, const domain::ParameterValue& other) {
    const auto* first = std::get_if<domain::JsonText>(&one);
    const auto* second = std::get_if<domain::JsonText>(&other);
    return first && second && sameJson(first->text, second->text);
  }

  void variables() {
    for (const auto& variable : m_before.variables) {
      const auto at =
          std::find_if(m_after.variables.begin(), m_after.variables.end(),
                       [&](const domain::Variable& other) { return other.name == variable.name; });
      const auto path = "variables." + variable.name;
      if (at == m_after.variables.end()) {
        lose("variables", path, variable.description);
        continue;
      }
      text("variables", path + ".description", variable.description, at->description);
      text("variables", path + ".example", variable.example, at->example);
      text("variables", path + ".default", variable.defaultValue, at->defaultValue);
      if (variable.type != at->type) lose("variables", path + ".type", domain::toWord(variable.type));
      if (variable.choices != at->choices)
        lose("variables", path + ".choices", variable.choices.empty() ? "" : variable.choices[0]);
    }
    more("variables", m_before.variables.size(), m_after.variables.size());
  }

  void cases() {
    for (std::size_t i = 0; i < m_before.cases.size(); ++i) {
      const auto& one = m_before.cases[i];
      const auto path = "cases[" + std::to_string(i) + ']';
      if (i >= m_after.cases.size())
        lose("cases", path, one.name.empty() ? one.input : one.name);
      else
        compare(one, m_after.cases[i], path);
    }
    more("cases", m_before.cases.size(), m_after.cases.size());
  }

  void compare(const domain::TestCase& one, const domain::TestCase& other, const std::string& path) {
    text("cases", path + ".name", one.name, other.name);
    text("cases", path + ".input", one.input, other.input);
    text("cases", path + ".expect", one.expect, other.expect);
    for (const auto& [name, value] : one.variables) {
      const auto at = other.variables.find(name);
      if (at == other.variables.end() || at->second != value)
        lose("cases", path + ".variables." + name, value);
    }
    if (other.variables.size() > one.variables.size()) lose("cases", path + ".variables", {});
  }

  void knowledge() {
    for (const auto& file : m_before.knowledge)
      if (std::find(m_after.knowledge.begin(), m_after.knowledge.end(), file) == m_after.knowledge.end())
        lose("knowledge", "knowledge." + file.name, file.mediaType);
    more("knowledge", m_before.knowledge.size(), m_after.knowledge.size());
  }

  const domain::AgentContent& m_before;
  const domain::AgentContent& m_after;
  Format m_format;
  Losses m_losses;
};

// A card cannot be read back: what it shows, it carries.
domain::AgentContent shownByCard(const domain::AgentContent& content) {
  domain::AgentContent shown;
  shown.name = content.name;
  shown.description = content.description;
  shown.starters = content.starters;
  shown.tags = content.tags;
  return shown;
}

Losses lossesOf(const AgentToExport& agent, const Files& files, Format format) {
  if (format == Format::AgentCard) return lossesBetween(agent.content, shownByCard(agent.content), format);
  // a file that names its format is read by it, whatever it is called
  const auto back = importFiles({files.front()}, {.as = format});
  const auto whole = files.size() > 1 ? importFiles(files) : ImportResult();
  const auto& items = files.size() > 1 ? whole.items : back.items;
  if (items.empty() || !items.front().imported)
    return {makeLoss("name", LossReason::Altered, agent.content.name)};
  auto losses = lossesBetween(agent.content, items.front().imported->content, format);
  // what a template language would make of the text
  for (const auto& loss : items.front().imported->losses) {
    const bool ofTemplates =
        loss.reason >= LossReason::TemplateLogic && loss.reason <= LossReason::FileReference;
    if (ofTemplates || loss.reason == LossReason::RolesMerged) addLoss(losses, loss);
  }
  return losses;
}

void addVersionLosses(const AgentToExport& agent, Format format, Losses& losses) {
  if (agent.versions.empty() || format == Format::OwnJson) return;
  if (format == Format::LibraryFolder) {
    const bool contents = std::any_of(agent.versions.begin(), agent.versions.end(),
                                      [](const VersionEntry& entry) { return entry.content.has_value(); });
    if (contents) addLoss(losses, makeLoss("versions.content", LossReason::NotInFormat, {}));
    return;
  }
  addLoss(losses, makeLoss("versions", LossReason::NotInFormat, std::to_string(agent.versions.size())));
}

// Tools and schema may be any bytes; nothing that is written may be broken by them.
void tidy(std::string& text) {
  if (!base::isValidUtf8(text)) text = base::toValidUtf8(text);
  std::erase(text, '\0');
}

base::Result<AgentToExport> checked(const AgentToExport& agent) {
  auto content = domain::normalised(agent.content);
  if (!content) return content.error();
  AgentToExport copy{std::move(*content), agent.id, agent.versions};
  domain::Parameters parameters;
  for (auto parameter : copy.content.parameters.all()) {
    tidy(parameter.name);
    if (auto* text = std::get_if<std::string>(&parameter.value)) tidy(*text);
    if (auto* json = std::get_if<domain::JsonText>(&parameter.value)) tidy(json->text);
    parameters.set(std::move(parameter.name), std::move(parameter.value));
  }
  copy.content.parameters = std::move(parameters);
  tidy(copy.content.tools);
  tidy(copy.content.outputSchema);
  return copy;
}

base::Error notForExport(Format format) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::string(toWord(format)), .subject = "format"};
}

// "triage.md" -> "triage-2.md", "triage/SKILL.md" -> "triage-2/SKILL.md".
std::string numbered(const std::string& path, int number) {
  const auto end = std::min(path.find('/'), path.find('.'));
  if (end == std::string::npos) return path + '-' + std::to_string(number);
  return path.substr(0, end) + '-' + std::to_string(number) + path.substr(end);
}

constexpr char kReadme[] =
    "# Agents\n\nOne folder an agent: `agent.md` holds the fields and the prompt, `cases.yaml` its test "
    "cases,\n"
    "`tools.json` and `schema.json` what they say, `versions.yaml` its history. The `id` ties a folder to "
    "the\n"
    "agent it came from; take it out to make another agent of it.\n";

}  // namespace

std::optional<domain::AgentContent> throughFormat(const domain::AgentContent& content, Format format) {
  // a request of the one API is read like that of the other
  if (format == Format::OpenAiChat) format = Format::OpenAiResponses;
  if (!canExport(format) || !canImport(format)) return std::nullopt;
  const auto fit = checked({content, {}, {}});
  if (!fit) return std::nullopt;
  const auto files = write(*fit, format, {});
  auto back = importFiles(files, {.as = files.size() == 1 ? std::optional(format) : std::nullopt});
  if (back.items.empty() || !back.items.front().imported) return std::nullopt;
  return std::move(back.items.front().imported->content);
}

std::vector<Loss> lossesBetween(const domain::AgentContent& before, const domain::AgentContent& after,
                                Format format) {
  return Comparison(before, after, format).run();
}

namespace {

// Formats that carry the manifest: a file whose bytes did not go along comes back without them.
void addByteLosses(const domain::AgentContent& content, Format format, const Files& files, Losses& losses) {
  if (format != Format::OwnJson && format != Format::LibraryFolder) return;
  for (const auto& knowledge : content.knowledge) {
    const auto isThere = [&](const File& file) {
      return format == Format::OwnJson ? file.bytes.find('"' + knowledge.sha256 + "\": ") != std::string::npos
                                       : file.path.ends_with("/knowledge/" + knowledge.name);
    };
    if (std::none_of(files.begin(), files.end(), isThere))
      addLoss(losses,
              makeLoss("knowledge." + knowledge.name, LossReason::FileReference, knowledge.mediaType));
  }
}

}  // namespace

base::Result<Exported> exportAgent(const AgentToExport& agent, Format format, const ExportOptions& options) {
  if (!canExport(format)) return notForExport(format);
  const auto fit = checked(agent);
  if (!fit) return fit.error();
  Exported exported;
  exported.files = write(*fit, format, options);
  exported.losses = lossesOf(*fit, exported.files, format);
  if (fit->content.tools != agent.content.tools)
    addLoss(exported.losses, makeLoss("tools", LossReason::Altered, fit->content.tools));
  if (fit->content.outputSchema != agent.content.outputSchema)
    addLoss(exported.losses, makeLoss("outputSchema", LossReason::Altered, fit->content.outputSchema));
  addVersionLosses(*fit, format, exported.losses);
  if (options.knowledge) addByteLosses(fit->content, format, exported.files, exported.losses);
  return exported;
}

base::Result<Exported> exportAgents(const std::vector<AgentToExport>& agents, Format format,
                                    const ExportOptions& options) {
  if (!canExport(format)) return notForExport(format);
  Exported all;
  std::set<std::string> paths;
  std::vector<AgentToExport> fit;
  auto each = options;
  if (format == Format::OwnJson)
    each.knowledge = nullptr;  // the bytes of all stand at the end of the one file
  for (const auto& agent : agents) {
    if (options.goesOn && !options.goesOn()) return base::Error{.code = base::ErrorCode::Cancelled};
    auto one = exportAgent(agent, format, each);
    if (!one) return one.error();
    for (auto& loss : one->losses) {
      loss.field = agent.content.name + ": " + loss.field;
      all.losses.push_back(std::move(loss));
    }
    if (format == Format::OwnJson) {
      if (auto copy = checked(agent)) fit.push_back(std::move(*copy));
      continue;
    }
    int number = 1;
    const auto path = [&](const File& file) { return number == 1 ? file.path : numbered(file.path, number); };
    while (std::any_of(one->files.begin(), one->files.end(),
                       [&](const File& file) { return paths.count(path(file)); }))
      ++number;
    for (auto& file : one->files) {
      file.path = path(file);
      paths.insert(file.path);
      all.files.push_back(std::move(file));
    }
  }
  if (format == Format::OwnJson) all.files = writeOwnJson(fit, options);
  if (format == Format::OwnJson && options.knowledge)
    for (const auto& agent : fit) {
      Losses losses;
      addByteLosses(agent.content, format, all.files, losses);
      for (auto& loss : losses) {
        loss.field = agent.content.name + ": " + loss.field;
        all.losses.push_back(std::move(loss));
      }
    }
  if (format == Format::LibraryFolder) all.files.push_back({"README.md", kReadme});
  std::sort(all.files.begin(), all.files.end(),
            [](const File& one, const File& other) { return one.path < other.path; });
  return all;
}

}  // namespace aiagent::authoring
