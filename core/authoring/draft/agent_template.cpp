#include "core/authoring/draft/agent_template.h"

#include <algorithm>
#include <charconv>

#include "core/authoring/draft/fold.h"
#include "core/base/check.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

// Cuts the first word off.
std::string_view takeWord(std::string_view& line) {
  const auto end = line.find(' ');
  const auto word = line.substr(0, end);
  line = end == std::string_view::npos ? std::string_view() : base::trimmed(line.substr(end + 1));
  return word;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(base::trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

void appendLine(std::string& text, std::string_view line) {
  if (!text.empty()) text += '\n';
  text += line;
}

class Parser {
 public:
  base::Result<std::vector<AgentTemplate>> parse(std::string_view text) {
    std::size_t number = 0;
    while (!text.empty()) {
      const auto end = text.find('\n');
      ++number;
      if (const char* fault = take(text.substr(0, end)))
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .detail = "line " + std::to_string(number) + ": " + fault};
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    for (const auto& one : m_all)
      if (!one.texts.contains("en"))
        return base::Error{.code = base::ErrorCode::InvalidInput, .detail = one.id + ": no English"};
    return std::move(m_all);
  }

 private:
  // What is wrong with the line, or null.
  const char* take(std::string_view line) {
    if (line.substr(0, 1) == "|") return takePrompt(line.substr(1));
    line = base::trimmed(line);
    if (line.empty() || line.front() == '#') return nullptr;
    const auto word = takeWord(line);
    if (word == "template") return begin(line);
    if (m_all.empty()) return "no template yet";
    if (word == "words") return takeWords(line);
    if (word == "language") return beginLanguage(line);
    return m_text ? takeText(word, line) : takeFact(word, line);
  }

  const char* begin(std::string_view id) {
    m_all.emplace_back().id = id;
    m_shared = {};
    m_text = nullptr;
    return id.empty() ? "no id" : nullptr;
  }

  const char* takeFact(std::string_view word, std::string_view line) {
    if (word == "tier") return (m_shared.model = modelTierFromWord(line)) ? nullptr : "no tier";
    if (word == "effort") return m_shared.effort = line, nullptr;
    if (word == "verbosity") return m_shared.verbosity = line, nullptr;
    if (word == "tool") return m_shared.tools.push_back({.type = std::string(line)}), nullptr;
    if (word == "schema") {
      m_shared.outputSchema = line;
      return wire::jsonKind(line) == wire::JsonKind::Object ? nullptr : "no schema";
    }
    if (word == "function") {
      const std::string name(takeWord(line));
      m_shared.tools.push_back({"function", name, {}, std::string(line)});
      return wire::jsonKind(line) == wire::JsonKind::Object ? nullptr : "no schema";
    }
    return word == "variable" ? takeVariable(line) : "an unknown word";
  }

  const char* takeVariable(std::string_view line) {
    domain::Variable variable;
    variable.name = takeWord(line);
    const auto type = domain::variableTypeFromWord(takeWord(line));
    if (!type) return "an unknown type";
    variable.type = *type;
    if (!line.empty()) variable.choices = split(line, '|');
    m_shared.variables.push_back(std::move(variable));
    return nullptr;
  }

  const char* takeWords(std::string_view line) {
    takeWord(line);  // the language is for readers: a description may mix them
    for (auto& item : split(line, ',')) {
      TemplateWord word;
      const auto colon = item.rfind(':');
      if (colon == std::string::npos) return "a word without a weight";
      if (std::from_chars(item.data() + colon + 1, item.data() + item.size(), word.weight).ec != std::errc())
        return "a weight that is no number";
      word.text = folded(std::string_view(item).substr(0, colon));
      word.anywhere = word.text.front() == '*' || static_cast<unsigned char>(word.text.front()) >= 0xE3;
      if (word.text.front() == '*') word.text.erase(0, 1);
      // a word that two languages share counts once
      auto& words = m_all.back().words;
      const auto same = [&](const auto& other) { return other.text == word.text; };
      if (std::none_of(words.begin(), words.end(), same)) words.push_back(std::move(word));
    }
    return nullptr;
  }

  const char* beginLanguage(std::string_view language) {
    m_text = &(m_all.back().texts[std::string(language)] = m_shared);
    return nullptr;
  }

  const char* takePrompt(std::string_view line) {
    if (!m_text) return "a prompt without a language";
    if (line.substr(0, 1) == " ") line.remove_prefix(1);
    // an empty line is one too
    m_text->prompt += m_text->prompt.empty() ? "" : "\n";
    m_text->prompt += line;
    return nullptr;
  }

  const char* takeText(std::string_view word, std::string_view line) {
    if (word == "name") return m_text->name = line, nullptr;
    if (word == "description") return m_text->description = line, nullptr;
    if (word == "starter") return m_text->starters.emplace_back(line), nullptr;
    if (word == "about") return takeAbout(line);
    if (word == "case") return m_text->cases.emplace_back().name = line, nullptr;
    if (m_text->cases.empty()) return "an unknown word, or no case yet";
    auto& test = m_text->cases.back();
    if (word == "input") return appendLine(test.input, line), nullptr;
    if (word == "expect") return appendLine(test.expect, line), nullptr;
    if (word != "set") return "an unknown word";
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return "no =";
    test.variables[std::string(base::trimmed(line.substr(0, equals)))] =
        base::trimmed(line.substr(equals + 1));
    return nullptr;
  }

  const char* takeAbout(std::string_view line) {
    const auto name = takeWord(line);
    const auto parts = split(line, '|');
    for (auto& variable : m_text->variables)
      if (variable.name == name) {
        variable.description = parts.front();
        variable.example = parts.size() > 1 ? parts[1] : "";
        return nullptr;
      }
    for (auto& tool : m_text->tools)
      if (tool.name == name || tool.type == name) return tool.description = parts.front(), nullptr;
    return "about something that is not there";
  }

  std::vector<AgentTemplate> m_all;
  GeneratedAgent m_shared;
  GeneratedAgent* m_text = nullptr;
};

}  // namespace

const GeneratedAgent& AgentTemplate::in(const std::string& language) const {
  const auto found = texts.find(language);
  return found == texts.end() ? texts.at("en") : found->second;
}

base::Result<std::vector<AgentTemplate>> parseTemplates(std::string_view text) {
  return Parser().parse(text);
}

const std::vector<AgentTemplate>& templateLibrary() {
  static const auto kLibrary = [] {
    auto parsed = parseTemplates(shippedTemplates());
    CHECK(parsed.ok());  // our own files; a test reads them
    std::sort(parsed->begin(), parsed->end(),
              [](const auto& one, const auto& other) { return one.id < other.id; });
    return std::move(*parsed);
  }();
  return kLibrary;
}

}  // namespace aiagent::authoring
