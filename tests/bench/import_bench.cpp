// Agents brought in: 10,000 of them parsed, compared with as many that are there, and planned. As one JSON
// file, as a library folder (with its side files), as Markdown, Prompty and promptfoo files. Wall and CPU
// time, the rate, and the most memory the program had. Target: 2,000 agents/s.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "core/authoring/formats/export.h"
#include "core/authoring/formats/plan.h"

using namespace aiagent;
using authoring::Format;

namespace {

constexpr int kTarget = 2'000;

domain::AgentContent agent(int number) {
  domain::AgentContent content;
  content.name = "Agent " + std::to_string(number);
  content.description = "Sorts the tickets of department " + std::to_string(number % 37);
  for (int line = 0; line < 24; ++line)
    content.prompt += "Rule " + std::to_string(line) +
                      ": answer {{customer}} in a kind and short way, number " +
                      std::to_string(number * line) + ".\n";
  content.prompt += "End.";
  content.model = "gpt-5-mini";
  content.parameters.set("temperature", 0.5);
  content.parameters.set("reasoning.effort", std::string("low"));
  content.outputSchema = R"({"type":"object","properties":{"box":{"type":"string"}},"required":["box"]})";
  content.starters = {"Printer on fire", "I forgot my password"};
  content.tags = {"office", "support"};
  content.variables = {{.name = "customer", .description = "Who is asking", .example = "Ada"}};
  for (int i = 0; i < 3; ++i)
    content.cases.push_back({.name = "case " + std::to_string(i),
                             .input = "Smoke in room " + std::to_string(number),
                             .variables = {{"customer", "Ada"}},
                             .expect = "Says it is urgent"});
  return content;
}

double cpuSeconds() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

long peakMiB() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void measure(Format format, const std::vector<authoring::AgentToExport>& agents,
             const std::vector<authoring::ExistingAgent>& existing) {
  const auto exported = authoring::exportAgents(agents, format);
  if (!exported) std::exit(1);
  std::size_t bytes = 0;
  for (const auto& file : exported->files) bytes += file.bytes.size();
  const auto start = std::chrono::steady_clock::now();
  const auto cpu = cpuSeconds();
  const auto plan = authoring::plan(exported->files, existing);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const double used = cpuSeconds() - cpu;
  std::size_t same = 0;
  for (const auto& item : plan.items) same += item.result == authoring::PlanResult::Same;
  const double rate = double(plan.items.size()) / seconds;
  std::printf("%-12s %7zu %7zu %8.1f %8.2f %8.2f %10.0f  %-4s %8ld\n", std::string(toWord(format)).c_str(),
              exported->files.size(), same, double(bytes) / 1e6, seconds, used, rate,
              rate >= kTarget ? "met" : "MISS", peakMiB());
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 10'000;
  std::vector<authoring::AgentToExport> agents;
  std::vector<authoring::ExistingAgent> existing;
  for (int i = 0; i < count; ++i) {
    domain::AgentId id;
    for (int byte = 0; byte < 4; ++byte)
      id.uuid.bytes[std::size_t(15 - byte)] = std::uint8_t(i >> (8 * byte));
    id.uuid.bytes[0] = 1;
    agents.push_back({agent(i), id, {}});
    existing.push_back({id, agents.back().content, 1});
  }
  std::printf("%d agents parsed and planned, target %d/s; peak memory is of the whole program so far\n",
              count, kTarget);
  std::printf("%-12s %7s %7s %8s %8s %8s %10s  %-4s %8s\n", "format", "files", "same", "MB", "wall s",
              "cpu s", "agents/s", "", "peak MiB");
  for (const auto format :
       {Format::OwnJson, Format::LibraryFolder, Format::Markdown, Format::PromptyV1, Format::Promptfoo})
    measure(format, agents, existing);
}
