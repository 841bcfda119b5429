#include "core/authoring/draft/offline_draft.h"

#include <algorithm>
#include <utility>

#include "core/authoring/draft/description_facts.h"
#include "core/authoring/draft/fold.h"
#include "core/authoring/generate/field_reader.h"
#include "core/base/check.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLongestOwnDescription = 300;  // bytes
constexpr std::size_t kLongestExample = 4'000;       // bytes

// The sentences around a description, in the language of the agent's texts; %1 is what was found.
struct Phrases {
  const char *heading, *order, *audience, *tone, *language, *form, *subject, *json, *precedence;
  const char *examples, *asTheseGo;
};
constexpr Phrases kEnglish = {"# The assignment",
                              "What the person who set you up asked for, in their words:",
                              "Write for: %1.",
                              "Tone: %1.",
                              "Answer in this language: %1.",
                              "Form of the answer: %1.",
                              "Subject: %1.",
                              "Answer with one JSON object and nothing else, with the members %1.",
                              "Where this section and the ones above disagree, this section counts.",
                              "# Examples",
                              "Conversations as they should go:"};
constexpr Phrases kGerman = {"# Der Auftrag",
                             "Was die Person verlangt hat, die dich eingerichtet hat, in ihren Worten:",
                             "Schreibe für: %1.",
                             "Ton: %1.",
                             "Antworte in dieser Sprache: %1.",
                             "Form der Antwort: %1.",
                             "Thema: %1.",
                             "Antworte mit genau einem JSON-Objekt und sonst nichts; seine Felder sind %1.",
                             "Wo dieser Abschnitt und die anderen sich widersprechen, gilt dieser.",
                             "# Beispiele",
                             "Gespräche, wie sie verlaufen sollen:"};
constexpr Phrases kChinese = {"# 委托内容",
                              "设置你的人用自己的话提出的要求：",
                              "面向：%1。",
                              "语气：%1。",
                              "请用以下语言回答：%1。",
                              "回答形式：%1。",
                              "主题：%1。",
                              "只回答一个 JSON 对象，不要其他内容，其成员为 %1。",
                              "本节与上文不一致时，以本节为准。",
                              "# 示例",
                              "对话应当这样进行："};

const Phrases& phrasesIn(const std::string& language) {
  return language == "de" ? kGerman : language == "zh" ? kChinese : kEnglish;
}

std::string with(std::string_view phrase, const std::string& found) {
  std::string text(phrase);
  return text.replace(text.find("%1"), 2, found);
}

// "de", "Deutsch", "German" …: which of our three, or that of the description. Empty: none of ours.
std::string textLanguage(const GenerationBrief& brief) {
  const auto hint = folded(brief.language);
  for (const char* sign : {"de", "ger"})
    if (hint.substr(0, std::string_view(sign).size()) == sign) return "de";
  for (const char* sign : {"zh", "chin", "中", "汉", "简"})
    if (hint.substr(0, std::string_view(sign).size()) == sign) return "zh";
  for (const char* sign : {"en", "英"})
    if (hint.substr(0, std::string_view(sign).size()) == sign) return "en";
  if (!hint.empty()) return {};
  return languageOf(brief.description, brief.personsLanguage);
}

// A variable of the template that says the same takes what was found; true when one did.
bool fillVariable(GeneratedAgent& agent, std::string_view name, const std::string& found) {
  for (auto& variable : agent.variables) {
    if (variable.name != name) continue;
    if (!domain::fits(variable, found)) return false;
    variable.defaultValue = variable.example = found;
    return true;
  }
  return false;
}

std::string quoted(std::string_view description) {
  std::string out = "> ";
  for (const char c : base::trimmed(description)) {
    if (c == '\r') continue;
    out += c;
    if (c == '\n') out += "> ";
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// A list of fields counts where a program reads the answer.
bool givesSchema(const GeneratedAgent& agent, const DescriptionFacts& facts) {
  return !facts.fields.empty() && (facts.wantsJson || !agent.outputSchema.empty());
}

void addAssignment(GeneratedAgent& agent, const GenerationBrief& brief, const DescriptionFacts& facts,
                   const std::string& language) {
  if (base::trimmed(brief.description).empty()) return;
  const auto& phrases = phrasesIn(language);
  std::vector<std::string> lines;
  const auto add = [&](std::string_view variable, const char* phrase, const std::string& found) {
    if (!found.empty() && !fillVariable(agent, variable, found)) lines.push_back("- " + with(phrase, found));
  };
  add("subject", phrases.subject, facts.subject);
  add("audience", phrases.audience, facts.audience);
  add("tone", phrases.tone, facts.tone);
  add("language", phrases.language, brief.answerLanguage.empty() ? facts.answerIn : brief.answerLanguage);
  add("format", phrases.form, facts.form);
  if (givesSchema(agent, facts)) lines.push_back("- " + with(phrases.json, joined(facts.fields)));
  agent.prompt +=
      std::string("\n\n") + phrases.heading + "\n\n" + phrases.order + "\n\n" + quoted(brief.description);
  if (!lines.empty()) agent.prompt += "\n";
  for (const auto& line : lines) agent.prompt += "\n" + line;
  agent.prompt += std::string("\n\n") + phrases.precedence;
}

void addExamples(GeneratedAgent& agent, const std::vector<std::string>& examples, const Phrases& phrases) {
  bool first = true;
  for (const auto& example : examples) {
    const auto text = base::trimmed(example);
    if (text.empty()) continue;
    if (std::exchange(first, false))
      agent.prompt += std::string("\n\n") + phrases.examples + "\n\n" + phrases.asTheseGo;
    const bool whole = text.size() <= kLongestExample;
    agent.prompt += "\n\n" + quoted(base::utf8Prefix(text, kLongestExample)) + (whole ? "" : " …");
  }
}

void suggestTool(GeneratedAgent& agent, bool wanted, const char* type) {
  const auto same = [type](const auto& tool) { return tool.type == type; };
  if (wanted && std::none_of(agent.tools.begin(), agent.tools.end(), same))
    agent.tools.push_back({.type = type});
}

// A schema of texts under the names that the person gave.
std::string schemaOfFields(const std::vector<std::string>& fields) {
  wire::JsonObject properties;
  wire::JsonArray required;
  for (const auto& field : fields) {
    properties.raw(field, R"({"type":["string","null"]})");
    required.text(field);
  }
  return wire::JsonObject()
      .text("type", "object")
      .raw("properties", properties.take())
      .raw("required", required.take())
      .boolean("additionalProperties", false)
      .take();
}

// Variables in the person's own words are declared by their name, and every case has a value for each.
void declareAll(GeneratedAgent& agent) {
  std::vector<Problem> told;
  const auto before = agent.variables.size();
  fitVariables(agent.prompt, agent.variables, told);
  for (std::size_t i = before; i < agent.variables.size(); ++i)
    agent.variables[i].example = agent.variables[i].name;
  fitCases(agent.variables, agent.cases, told);
}

}  // namespace

std::vector<TemplateMatch> matchTemplates(std::string_view description,
                                          const std::vector<AgentTemplate>& library) {
  const auto text = folded(description);
  std::vector<TemplateMatch> matches;
  for (const auto& one : library) {
    int score = 0;
    for (const auto& word : one.words)
      if (holdsWord(text, word.text, word.anywhere)) score += word.weight;
    if (score > 0) matches.push_back({&one, score});
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return matches;
}

OfflineDraft draftFromTemplate(const GenerationBrief& brief, const AgentTemplate& chosen) {
  OfflineDraft draft{.agent = {}, .templateId = chosen.id, .language = textLanguage(brief), .others = {}};
  draft.otherLanguage = draft.language.empty();
  if (draft.otherLanguage) draft.language = "en";
  const auto facts = factsOf(brief.description, draft.language);
  auto& agent = draft.agent = chosen.in(draft.language);
  if (!facts.title.empty()) agent.name = base::utf8Prefix(facts.title, domain::kLongestName);
  const auto own = base::trimmed(brief.description);
  if (!own.empty() && own.size() <= kLongestOwnDescription) agent.description = own;
  addAssignment(agent, brief, facts, draft.language);
  addExamples(agent, brief.examples, phrasesIn(draft.language));
  suggestTool(agent, facts.wantsWeb, "web_search");
  suggestTool(agent, facts.wantsDocuments, "file_search");
  suggestTool(agent, facts.wantsSums, "code_interpreter");
  if (givesSchema(agent, facts)) agent.outputSchema = schemaOfFields(facts.fields);
  declareAll(agent);
  return draft;
}

OfflineDraft draftAgent(const GenerationBrief& brief, const std::vector<AgentTemplate>& library) {
  CHECK(!library.empty());
  auto matches = matchTemplates(brief.description, library);
  if (matches.empty()) {
    const auto general = std::find_if(library.begin(), library.end(),
                                      [](const auto& one) { return one.id == kGeneralTemplate; });
    return draftFromTemplate(brief, general == library.end() ? library.front() : *general);
  }
  auto draft = draftFromTemplate(brief, *matches.front().found);
  for (std::size_t i = 1; i < matches.size() && draft.others.size() < 3; ++i)
    draft.others.push_back(matches[i].found->id);
  return draft;
}

}  // namespace aiagent::authoring
