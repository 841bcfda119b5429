// An import from the disk into the store: 10,000 agents read, recognised, compared and written, in each case
// into a profile of its own; then the same files once more, compared with the 10,000 that are there now. The
// target is 2,000 agents/s from the first byte to the commit.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <QCoreApplication>
#include <QTemporaryDir>

#include "core/authoring/formats/folder_reader.h"
#include "core/qt/qt_scheduler.h"
#include "core/services/import_service.h"

using namespace aiagent;
using authoring::Format;
using authoring::ImportPlan;
using services::ImportOutcome;

namespace {

constexpr double kTarget = 2'000;

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
  content.outputSchema = R"({"type":"object","properties":{"box":{"type":"string"}},"required":["box"]})";
  content.starters = {"Printer on fire", "I forgot my password"};
  content.tags = {"office", "support"};
  content.variables = {{.name = "customer", .description = "Who is asking", .example = "Ada"}};
  return content;
}

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Turns the event loop until the completion has come.
template <class T, class Call>
T finished(Call call) {
  std::optional<base::Result<T>> outcome;
  call([&outcome](base::Result<T> result) {
    outcome.emplace(std::move(result));
    QCoreApplication::quit();
  });
  if (!outcome) QCoreApplication::exec();
  if (!outcome || !outcome->ok()) std::exit(1);
  return std::move(**outcome);
}

void line(Format format, const char* what, std::size_t agents, double plan, double write) {
  const double rate = double(agents) / (plan + write);
  std::printf("%-12s %-7s %7zu %8.2f %8.2f %10.0f  %s\n", std::string(toWord(format)).c_str(), what, agents,
              plan, write, rate, rate >= kTarget ? "met" : "MISS");
}

void measure(Format format, const std::vector<authoring::AgentToExport>& agents) {
  QTemporaryDir folder;
  const std::filesystem::path root = folder.path().toStdString();
  const auto exported = authoring::exportAgents(agents, format);
  if (!exported || !authoring::writeFolder(root / "in", exported->files)) std::exit(1);
  base::SystemClock clock;
  qt::QtScheduler scheduler;
  auto profile = services::Profile::open(root / "profile", scheduler, clock);
  if (!profile) std::exit(1);
  services::ImportService imports(**profile);
  std::unique_ptr<services::ExchangeJob> job;
  for (const bool again : {false, true}) {
    auto start = std::chrono::steady_clock::now();
    const auto plan =
        finished<ImportPlan>([&](auto done) { job = imports.plan({root / "in"}, {}, {}, done); });
    const double planned = secondsSince(start);
    std::vector<services::ImportDecision> decisions;
    for (const auto& item : plan.items)
      decisions.push_back({item, services::usualChoice(item.result), "Imported"});
    start = std::chrono::steady_clock::now();
    const auto outcome = finished<ImportOutcome>([&](auto done) { imports.apply(decisions, done); });
    if (outcome.made.size() != (again ? 0 : agents.size())) std::exit(1);
    line(format, again ? "again" : "new", plan.items.size(), planned, secondsSince(start));
  }
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  const int count = argc > 1 ? std::atoi(argv[1]) : 10'000;
  std::vector<authoring::AgentToExport> agents;
  for (int i = 0; i < count; ++i) agents.push_back({agent(i), {}, {}});
  std::printf("%d agents from the disk into the store, target %.0f/s\n", count, kTarget);
  std::printf("%-12s %-7s %7s %8s %8s %10s\n", "format", "", "agents", "plan s", "write s", "agents/s");
  for (const auto format : {Format::OwnJson, Format::LibraryFolder, Format::Markdown, Format::PromptyV1,
                            Format::Promptfoo, Format::Langfuse})
    measure(format, agents);
}
