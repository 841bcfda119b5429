// An A2A agent card (a2a-protocol.org, 0.3): what an agent says about itself to other agents. Export only:
// a card does not say how an agent works.
#include <algorithm>

#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/readers.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kMostExamples = 10;
constexpr char kNoUrl[] = "https://example.invalid/a2a";

std::string described(const std::string& description, const std::string& otherwise) {
  return description.empty() ? otherwise : description;
}

// One for the agent, with its starters as examples, and one for each case that has a name.
List skillsOf(const domain::AgentContent& content) {
  const auto tags = textsTree(content.tags.empty() ? std::vector<std::string>{"general"} : content.tags);
  List skills;
  Record whole{{"id", slugOf(content.name)},
               {"name", content.name},
               {"description", described(content.description, content.name)},
               {"tags", tags}};
  if (!content.starters.empty()) whole.emplace_back("examples", textsTree(content.starters));
  skills.emplace_back(std::move(whole));
  std::vector<std::string> ids{slugOf(content.name)};
  for (const auto& one : content.cases) {
    const auto id = slugOf(one.name);
    if (one.name.empty() || skills.size() > kMostExamples ||
        std::find(ids.begin(), ids.end(), id) != ids.end())
      continue;
    ids.push_back(id);
    Record skill{
        {"id", id}, {"name", one.name}, {"description", described(one.expect, one.name)}, {"tags", tags}};
    if (!one.input.empty()) skill.emplace_back("examples", List{one.input});
    skills.emplace_back(std::move(skill));
  }
  return skills;
}

}  // namespace

Files writeAgentCard(const AgentToExport& agent, const ExportOptions& options) {
  const auto& content = agent.content;
  List outputs{"text/plain"};
  if (!content.outputSchema.empty()) outputs.insert(outputs.begin(), "application/json");
  Record record{{"protocolVersion", "0.3.0"},
                {"name", content.name},
                {"description", described(content.description, content.name)},
                {"url", options.url.empty() ? kNoUrl : options.url},
                {"preferredTransport", "JSONRPC"},
                {"version", options.version.empty() ? "1.0.0" : options.version},
                {"capabilities", Record{{"streaming", true}, {"pushNotifications", false}}},
                {"defaultInputModes", List{"text/plain"}},
                {"defaultOutputModes", std::move(outputs)},
                {"skills", skillsOf(content)}};
  return {{slugOf(content.name) + ".agent-card.json", prettyJson(Tree(std::move(record))) + '\n'}};
}

}  // namespace aiagent::authoring
