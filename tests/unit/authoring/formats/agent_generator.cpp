#include "tests/unit/authoring/formats/agent_generator.h"

#include "core/authoring/formats/document.h"
#include "core/base/sha256.h"

namespace aiagent::authoring {
namespace {

const std::vector<std::string> kWords = {"Sort",     "the",  "tickets", "kindly", "for",
                                         "everyone", "grün", "漢字",    "naïve",  "{{team}}",
                                         "{{tone}}", "in",   "2026",    "please", "now"};

// Pieces that mean something to one format or another.
const std::vector<std::string> kWildPieces = {"---",
                                              "\n---\n",
                                              "\n",
                                              "\r\n",
                                              "\r",
                                              "\t",
                                              " ",
                                              "  ",
                                              "#",
                                              "# Title",
                                              "system:\n",
                                              "\nuser:\n",
                                              "assistant:",
                                              "{{x}}",
                                              "{{ y }}",
                                              "{% if a %}",
                                              "{{{z}}}",
                                              "${env:HOME}",
                                              "${file:/etc/passwd}",
                                              "file:///etc/passwd",
                                              ": ",
                                              " #",
                                              "- ",
                                              "\"",
                                              "'",
                                              "\\",
                                              "|",
                                              ">",
                                              "&a",
                                              "*a",
                                              "!tag",
                                              "[",
                                              "]",
                                              "{",
                                              "}",
                                              ",",
                                              "?",
                                              "%",
                                              "@",
                                              "`",
                                              "yes",
                                              "null",
                                              "~",
                                              "0x10",
                                              "1e3",
                                              "1_000",
                                              "007",
                                              "\x01",
                                              "\x1b",
                                              "\x7f",
                                              "\xc2\x85",
                                              "\xc2\xa0",
                                              "\xe2\x80\xa8",
                                              "\xef\xbb\xbf",
                                              "\xef\xbf\xbe",
                                              "\xef\xbf\xbf",
                                              "😀",
                                              "<<",
                                              "=",
                                              "@@@langfusePrompt:name=a@@@",
                                              "..",
                                              "/",
                                              "CON",
                                              "word"};

std::string text(Wildness wildness, int most) {
  const auto count = *rc::gen::inRange(0, most + 1);
  std::string all;
  for (int i = 0; i < count; ++i) {
    if (wildness == Wildness::Wild) {
      all += *rc::gen::elementOf(kWildPieces);
    } else {
      if (!all.empty()) all += *rc::gen::weightedElement<std::string>({{8, " "}, {1, "\n"}, {1, "\n\n"}});
      all += *rc::gen::elementOf(kWords);
    }
  }
  return all;
}

std::string name(Wildness wildness) {
  if (wildness == Wildness::Tame)
    return *rc::gen::elementOf(std::vector<std::string>{"Triage", "Trip planner", "Übersetzer", "c3po"});
  auto all = text(wildness, 5);
  return "x" + all + "y";
}

std::vector<std::string> texts(Wildness wildness, int most) {
  std::vector<std::string> all;
  const auto count = *rc::gen::inRange(0, most + 1);
  for (int i = 0; i < count; ++i) all.push_back(text(wildness, 4));
  return all;
}

const std::vector<std::string> kVariableNames = {"team",  "tone",     "länge", "a-b", "a.b",
                                                 "input", "question", "true",  "no",  "_1"};

domain::Variable variable(const std::string& called, Wildness wildness) {
  domain::Variable one{.name = called};
  one.type = domain::VariableType(*rc::gen::inRange(0, 4));
  one.description = text(wildness, 4);
  one.example = text(wildness, 2);
  switch (one.type) {
    case domain::VariableType::String: one.defaultValue = text(wildness, 3); break;
    case domain::VariableType::Number:
      one.defaultValue = *rc::gen::elementOf(
          std::vector<std::string>{"", "1", "1.50", "-0", "1e3", "0.1", "12345678901234567890"});
      one.example = *rc::gen::elementOf(std::vector<std::string>{"", "7", "2.0"});
      break;
    case domain::VariableType::Boolean:
      one.defaultValue = *rc::gen::elementOf(std::vector<std::string>{"", "true", "false"});
      break;
    case domain::VariableType::Choice:
      one.choices = texts(wildness, 3);
      one.choices.push_back("yes");
      one.defaultValue = *rc::gen::elementOf(one.choices);
      break;
  }
  return one;
}

std::vector<domain::Variable> variables(Wildness wildness) {
  std::vector<domain::Variable> all;
  for (const auto& called : kVariableNames)
    if (*rc::gen::inRange(0, 4) == 0) all.push_back(variable(called, wildness));
  return all;
}

std::vector<domain::TestCase> cases(Wildness wildness) {
  std::vector<domain::TestCase> all;
  const auto count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) {
    domain::TestCase one{.name = text(wildness, 3), .input = text(wildness, 4)};
    one.expect = text(wildness, 4);
    for (const char* called : {"team", "tone"})
      if (*rc::gen::arbitrary<bool>()) one.variables[called] = text(wildness, 2);
    all.push_back(std::move(one));
  }
  return all;
}

domain::Parameters parameters(Wildness wildness) {
  domain::Parameters all;
  const auto maybe = [] { return *rc::gen::inRange(0, 3) == 0; };
  if (maybe())
    all.set("temperature", *rc::gen::elementOf(std::vector<double>{0, 0.1, 1, 0.30000000000000004}));
  if (maybe()) all.set("max_output_tokens", std::int64_t(*rc::gen::inRange(16, 9'000)));
  if (maybe()) all.set("reasoning.effort", std::string("low"));
  if (maybe()) all.set("text.verbosity", std::string("high"));
  if (maybe()) all.set("store", *rc::gen::arbitrary<bool>());
  if (maybe()) all.set("metadata", domain::JsonText{R"({"a":"b","n":1.5})"});
  if (wildness == Wildness::Tame) return all;
  if (maybe()) all.set(text(wildness, 3) + "p", text(wildness, 3));
  if (maybe()) all.set("json", domain::JsonText{"{ \"a\" : [1 , 2.0] } "});
  if (maybe()) all.set("broken", domain::JsonText{text(wildness, 3)});
  if (maybe()) all.set("wrapped", domain::JsonText{R"({"$json":"x"})"});
  if (maybe()) all.set("reasoning", domain::JsonText{R"({"effort":"low"})"});
  if (maybe())
    all.set("big", *rc::gen::elementOf(std::vector<double>{1e300, 5e-324, -0.0, 1e22, 123456789012345680.0}));
  if (maybe()) all.set("long", std::int64_t(*rc::gen::arbitrary<std::int64_t>()));
  return all;
}

const std::vector<std::string> kTools = {
    "", R"([{"type":"web_search"}])",
    R"([{"type":"function","name":"find","description":"Finds","parameters":{"type":"object","properties":{"q":{"type":"string"}},"required":["q"],"additionalProperties":false}}])",
    R"([{"type":"mcp","server_label":"docs","require_approval":"always"},{"type":"file_search","max_num_results":5}])"};
const std::vector<std::string> kSchemas = {
    "",
    R"({"type":"object","properties":{"box":{"type":"string","description":"Which"},"n":{"type":"number"}},"required":["box","n"],"additionalProperties":false})",
    R"({"type":"object","properties":{"list":{"type":"array","items":{"type":"string"}},"deep":{"anyOf":[{"type":"string"},{"type":"null"}]}}})",
    R"({"name":"boxed","strict":true,"schema":{"type":"object","properties":{}}})"};

std::string jsonText(const std::vector<std::string>& some, Wildness wildness) {
  const auto text0 = *rc::gen::elementOf(some);
  const auto tree = parseJson(text0);
  if (wildness == Wildness::Tame) return tree ? prettyJson(*tree) : text0;
  switch (*rc::gen::inRange(0, 5)) {
    case 0: return text(wildness, 4);
    case 1: return text0 + "\n";
    case 2: return "  " + text0;
    case 3: return tree ? prettyJson(*tree) : text0;
    default: return text0;
  }
}

std::vector<domain::KnowledgeFile> knowledge(Wildness wildness) {
  std::vector<domain::KnowledgeFile> all;
  for (const char* called : {"a.pdf", "notes: all.md", "漢.txt"})
    if (*rc::gen::inRange(0, 3) == 0)
      all.push_back({.name = called,
                     .mediaType = wildness == Wildness::Tame ? "text/plain" : text(wildness, 2),
                     .sha256 = base::sha256Hex(called),
                     .bytes = *rc::gen::inRange(0, 1'000'000),
                     .use = *rc::gen::arbitrary<bool>() ? domain::KnowledgeUse::InputFile
                                                        : domain::KnowledgeUse::FileSearch});
  return all;
}

}  // namespace

rc::Gen<domain::AgentContent> anyAgent(Wildness wildness) {
  return rc::gen::map(
      rc::gen::exec([wildness] {
        domain::AgentContent content;
        content.name = name(wildness);
        content.description = text(wildness, 6);
        content.prompt = text(wildness, 12);
        content.model = *rc::gen::elementOf(std::vector<std::string>{"", "gpt-5", "my:model", "1.0"});
        content.parameters = parameters(wildness);
        content.tools = jsonText(kTools, wildness);
        content.outputSchema = jsonText(kSchemas, wildness);
        content.starters = texts(wildness, 3);
        content.tags = {"b", "a c", "yes"};
        if (wildness == Wildness::Wild) content.tags.push_back(text(wildness, 2) + "t");
        content.variables = variables(wildness);
        content.cases = cases(wildness);
        content.knowledge = knowledge(wildness);
        return content;
      }),
      [](domain::AgentContent content) {
        auto fit = domain::normalised(std::move(content));
        CHECK(fit.ok());
        return std::move(*fit);
      });
}

}  // namespace aiagent::authoring
