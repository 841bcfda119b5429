// Comparing two versions and merging a proposal on the Agents page, by the length of the prompt: how long
// until it is shown, and the longest turn of the event loop meanwhile, in CPU time of its thread.
#include <cstdio>
#include <ctime>
#include <QApplication>
#include <QElapsedTimer>

#include "tests/unit/services/service_fixture.h"
#include "ui/pages/agents_page.h"
#include "ui/widgets/controls/command_registry.h"

using namespace aiagent;
using testing::await;

namespace {

constexpr std::size_t kLengths[] = {4u << 10, 64u << 10, 256u << 10, 1u << 20};

std::string promptOf(std::size_t length, const std::string& word, int every) {
  std::string text;
  for (int line = 0; text.size() < length; ++line)
    text += "- Rule " + std::to_string(line) + ": " + (line % every == 0 ? word : "answer") +
            " in plain words, and say which page of the handbook it stands on.\n";
  return text;
}

double threadMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Outcome {
  double shown = 0;        // ms
  double longestTurn = 0;  // ms of CPU
};

template <class Begin, class Done>
Outcome watch(Begin begin, Done done) {
  Outcome outcome;
  QElapsedTimer time;
  time.start();
  double before = threadMs();
  const auto turned = [&] {
    outcome.longestTurn = std::max(outcome.longestTurn, threadMs() - before);
    before = threadMs();
  };
  begin();
  turned();
  for (int quiet = 0; quiet < 20 && time.elapsed() < 60'000;) {  // what follows the answer counts too
    QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    turned();
    if (!done()) continue;
    if (quiet++ == 0) outcome.shown = double(time.nsecsElapsed()) / 1e6;
  }
  return outcome;
}

void report(std::size_t length, const char* what, const Outcome& outcome) {
  std::printf("%6zu KB  %-34s shown after %7.1f ms   longest turn %6.1f ms\n", length >> 10, what,
              outcome.shown, outcome.longestTurn);
}

void run(std::size_t length, int every, const char* what) {
  testing::ServiceFixture f;
  ui::CommandRegistry registry;
  domain::AgentContent content;
  content.name = "Long";
  content.prompt = promptOf(length, "answer", every);
  auto agent = *await<domain::Agent>([&](auto done) { f.agents->create(content, done); });
  const auto base = content;
  content.prompt = promptOf(length, "write", every);
  agent =
      *await<domain::Agent>([&](auto done) { f.agents->update(agent.id, content, agent.revision, done); });
  ui::AgentsPage page({*f.agents, *f.versions, *f.runs, *f.providers, *f.models, *f.settings, *f.tools,
                       *f.knowledge, registry});
  page.resize(1440, 900);
  page.show();
  if (!QTest::qWaitFor([&] { return page.versions().state().loaded; }, 30'000)) qFatal("nothing is loaded");
  QTest::qWait(1'000);
  std::printf("%s\n", what);
  auto* versions = registry.find(QStringLiteral("agents.versions"));
  report(length, "compare",
         watch([&] { versions->trigger(); }, [&] { return page.versions().state().comparison.has_value(); }));
  versions->trigger();
  QTest::qWait(300);
  auto proposed = base;
  proposed.description = "Proposed";
  bool taken = false;
  report(length, "merge a proposal",
         watch(
             [&] {
               page.propose(
                   {.agent = agent.id, .base = base, .proposed = proposed, .taken = [&] { taken = true; }});
             },
             [&] { return taken; }));
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  for (const auto length : kLengths) {
    run(length, 10, "every tenth line changed");
    run(length, 1, "every line changed");
  }
  return 0;
}
