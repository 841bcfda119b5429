// The lists of the agent that is open: variables, cases and knowledge.
#include <algorithm>

#include "ui/viewmodels/agent_vm.h"

namespace aiagent::ui {
namespace {

using domain::AgentContent;
using domain::Variable;

bool declares(const AgentContent& content, const std::string& name) {
  return std::ranges::find(content.variables, name, &Variable::name) != content.variables.end();
}

std::string nameForNew(const AgentContent& content) {
  for (const auto& used : domain::variableNames(content.prompt))
    if (!declares(content, used)) return used;
  std::string name = "name";
  for (int number = 2; declares(content, name); ++number) name = "name_" + std::to_string(number);
  return name;
}

template <class T>
void removeAt(std::vector<T>& list, std::size_t place) {
  if (place < list.size()) list.erase(list.begin() + std::ptrdiff_t(place));
}

}  // namespace

std::size_t AgentVm::addVariable() {
  edit([](AgentContent& content) { content.variables.push_back({.name = nameForNew(content)}); });
  return m_state.content.variables.empty() ? 0 : m_state.content.variables.size() - 1;
}

void AgentVm::setVariable(std::size_t place, const Variable& variable) {
  edit([&](AgentContent& content) {
    if (place < content.variables.size()) content.variables[place] = variable;
  });
}

void AgentVm::removeVariable(std::size_t place) {
  edit([&](AgentContent& content) { removeAt(content.variables, place); });
}

std::size_t AgentVm::addCase(domain::TestCase testCase) {
  edit([&](AgentContent& content) { content.cases.push_back(std::move(testCase)); });
  return m_state.content.cases.empty() ? 0 : m_state.content.cases.size() - 1;
}

void AgentVm::setCase(std::size_t place, const domain::TestCase& testCase) {
  edit([&](AgentContent& content) {
    if (place < content.cases.size()) content.cases[place] = testCase;
  });
}

void AgentVm::removeCase(std::size_t place) {
  edit([&](AgentContent& content) { removeAt(content.cases, place); });
}

void AgentVm::setKnowledge(std::vector<domain::KnowledgeFile> files) {
  edit([&](AgentContent& content) { content.knowledge = std::move(files); });
}

}  // namespace aiagent::ui
