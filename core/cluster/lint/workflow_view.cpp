#include "core/cluster/lint/workflow_view.h"

#include <algorithm>

#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

void addEnvironment(const Node& node, const std::string& name, std::vector<std::string>& values) {
  if (const auto value = node.at("env").at(name)) values.push_back(value.text());
}

// NAME=value of a shell line, also within quotes.
void addAssigned(const std::string& line, const std::string& name, std::vector<std::string>& values) {
  const auto at = line.find(name + "=");
  if (at == std::string::npos ||
      (at > 0 && std::string_view(" \t\"'").find(line[at - 1]) == std::string_view::npos))
    return;
  const auto rest = line.substr(at + name.size() + 1);
  values.push_back(rest.substr(0, rest.find_first_of("\" \t'")));
}

// Where a mention of an env variable begins and ends; npos for none.
std::pair<std::size_t, std::size_t> mention(const std::string& text, std::string& name) {
  const auto begin = text.find("${{");
  const auto end = begin == std::string::npos ? begin : text.find("}}", begin);
  if (end == std::string::npos) return {end, end};
  const auto inside = trim(std::string_view(text).substr(begin + 3, end - begin - 3));
  if (!startsWith(inside, "env.")) return {std::string::npos, 0};
  name = inside.substr(4);
  return {begin, end + 2};
}

}  // namespace

std::vector<RunLine> runLines(const Sources& sources) {
  std::vector<RunLine> lines;
  for (const auto& workflow : sources.workflows)
    for (const auto& job : workflow.jobs)
      for (const auto& step : job.steps)
        for (const auto& line : step.lines)
          if (!startsWith(trim(line.text), "#")) lines.push_back({&workflow, &job, &step, line});
  return lines;
}

bool deploys(const Job& job) {
  return hasAny(job.allRuns(), {"kubectl apply", "kubectl set image", "helm upgrade", "kustomize build",
                                "kubectl rollout undo"});
}

bool deploys(const Workflow& workflow) {
  return std::any_of(workflow.jobs.begin(), workflow.jobs.end(), [](const Job& job) { return deploys(job); });
}

std::vector<std::string> valuesOf(const Workflow& workflow, const std::string& name) {
  std::vector<std::string> values;
  addEnvironment(workflow.node, name, values);
  for (const auto& job : workflow.jobs) {
    addEnvironment(job.node, name, values);
    for (const auto& step : job.steps) {
      addEnvironment(step.node, name, values);
      for (const auto& line : step.lines) addAssigned(line.text, name, values);
    }
  }
  return values;
}

std::vector<std::string> resolved(const Workflow& workflow, const std::string& text) {
  std::string name;
  const auto [begin, end] = mention(text, name);
  if (begin == std::string::npos) return {text};
  std::vector<std::string> all;
  for (const auto& value : valuesOf(workflow, name))
    all.push_back(text.substr(0, begin) + value + text.substr(end));
  if (all.empty()) all.push_back(text);
  return all;
}

std::string deploymentIn(const std::string& line) {
  for (const char* word : {"deployment/", "deploy/", "deployments/"}) {
    const auto at = line.find(word);
    if (at == std::string::npos) continue;
    const auto rest = line.substr(at + std::string_view(word).size());
    const auto close = rest.rfind("}}", rest.find("="));
    const auto end = startsWith(rest, "${{") && close != std::string::npos
                         ? rest.find_first_of(" \t\"", rest.find("}}"))
                         : rest.find_first_of(" \t\"");
    return rest.substr(0, end);
  }
  return {};
}

int lineWith(const Step& step, std::string_view piece) {
  for (const auto& line : step.lines)
    if (has(line.text, piece)) return line.line;
  return step.node.line();
}

}  // namespace aiagent::cluster::lint
