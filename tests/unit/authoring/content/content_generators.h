// Agents' contents for properties: few names and values, so that they meet.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "core/domain/agent.h"

namespace aiagent::authoring {

inline std::string anyOf(std::initializer_list<std::string> texts) {
  return *rc::gen::elementOf(std::vector<std::string>(texts));
}

inline std::string anyTool(const std::string& name) {
  return R"({"type":"function","name":")" + name + R"(","description":")" +
         anyOf({"Looks up.", "Finds.", ""}) + R"("})";
}

// `content` with some fields given other values.
inline domain::AgentContent edited(domain::AgentContent content) {
  const auto touched = [] { return *rc::gen::inRange(0, 4) == 0; };
  if (touched()) content.name = anyOf({"Helper", "Support", "Clerk"});
  if (touched()) content.description = anyOf({"Helps.", "Helps people.", "Helps with orders."});
  if (touched())
    content.prompt =
        anyOf({"You are kind.\nBe brief.\n", "You are very kind.\nBe brief.\n",
               "You are kind.\nBe {{mood}}.\n", "You are kind.\nBe brief.\nUse lists.\n", "Something else"});
  if (touched()) content.model = anyOf({"gpt-5", "gpt-5-mini", ""});
  for (const auto* name : {"temperature", "reasoning.effort", "top_p"})
    if (touched()) {
      content.parameters.remove(name);
      if (*rc::gen::arbitrary<bool>()) content.parameters.set(name, anyOf({"low", "high"}));
    }
  if (touched()) {
    std::vector<std::string> tools;
    for (const auto* name : {"find", "order", "pay"})
      if (*rc::gen::arbitrary<bool>()) tools.push_back(anyTool(name));
    content.tools.clear();
    for (const auto& tool : tools) content.tools += (content.tools.empty() ? "[" : ", ") + tool;
    if (!tools.empty()) content.tools += "]";
  }
  if (touched())
    content.outputSchema =
        anyOf({"", R"({"type":"object"})", R"({ "type" : "object" })", R"({"type":"string"})", "{"});
  if (touched()) {
    content.variables.clear();
    for (const auto* name : {"team", "mood"})
      if (*rc::gen::arbitrary<bool>())
        content.variables.push_back(
            {name, domain::VariableType::String, anyOf({"", "Who", "What"}), anyOf({"", "x"}), "", {}});
  }
  if (touched()) {
    content.knowledge.clear();
    for (const auto* name : {"faq.md", "terms.pdf"})
      if (*rc::gen::arbitrary<bool>())
        content.knowledge.push_back(
            {name, "text/plain", std::string(64, anyOf({"a", "b"})[0]), 10, domain::KnowledgeUse::InputFile});
  }
  for (auto* list : {&content.starters, &content.tags})
    if (touched()) {
      list->clear();
      for (const auto* text : {"a", "b", "c", "d"})
        if (*rc::gen::arbitrary<bool>()) list->push_back(text);
    }
  if (touched()) {
    content.cases.clear();
    for (const auto* name : {"refund", "greeting", ""})
      if (*rc::gen::arbitrary<bool>())
        content.cases.push_back({name,
                                 anyOf({"Hello", "I want my money"}),
                                 {{"team", anyOf({"x", "y"})}},
                                 anyOf({"Polite", "Firm"})});
  }
  return content;
}

inline domain::AgentContent anyContent() {
  return edited(edited(edited({})));
}

}  // namespace aiagent::authoring
