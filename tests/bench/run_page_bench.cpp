// Opening a run on the runs page, from the click to the first paint: a conversation of so many messages in
// the store, and one run that holds them all. And the list: first rows, and a change far down a long list.
#include <cstdio>
#include <QApplication>
#include <QElapsedTimer>

#include "core/store/run_repository.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/format/text.h"
#include "ui/pages/runs/run_conversation_view.h"
#include "ui/pages/runs/run_details_pane.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/transcript_view.h"

using namespace aiagent;

namespace {

constexpr int kMessages = 10'000;
constexpr int kListed = 10'000;
constexpr int kRounds = 5;

domain::RunRecord emptyRun(testing::ServiceFixture& f, const std::string& input) {
  domain::RunRecord run;
  run.id = f.profile->ids().make<domain::RunId>();
  run.created = f.clock.wallNow();
  run.request.content.name = "Triage";
  run.request.input = input;
  run.request.model = "gpt-5";
  run.request.provider = {
      .name = "lab", .baseUrl = "http://test.invalid/v1", .keySource = domain::KeySource::None};
  run.status = domain::RunStatus::Completed;
  run.usage.output = 84;
  run.timings.finished = base::Milliseconds(1200);
  return run;
}

void addMessage(testing::ServiceFixture& f, domain::RunRecord& run, domain::Role role,
                const std::string& text) {
  domain::Message message;
  message.id = f.profile->ids().make<domain::MessageId>();
  message.role = role;
  message.parts.push_back({domain::PartKind::Text, text, {}, {}});
  message.created = run.created;
  run.messages.push_back(std::move(message));
}

const std::string kAnswer =
    "**Urgent**: a fire stops all work. Call the *fire brigade* and leave the building.\n\n- one\n- "
    "two\n\n`code` and the rest of a paragraph "
    "that is about as long as answers are when people ask short questions of an agent that sorts their "
    "tickets.";

domain::RunId keepOneLongRun(testing::ServiceFixture& f) {
  auto run = emptyRun(f, "one long run");
  for (int i = 0; i < kMessages / 2; ++i) {
    addMessage(f, run, domain::Role::User, "Question " + std::to_string(i));
    addMessage(f, run, domain::Role::Assistant, kAnswer);
  }
  (void)f.profile->store().writeAndWait<void>(
      [&](store::Connection& connection) { return store::insertRun(connection, run); });
  return run.id;
}

domain::RunId keepOneChain(testing::ServiceFixture& f) {
  domain::RunId last;
  (void)f.profile->store().writeAndWait<void>([&](store::Connection& connection) -> base::Result<void> {
    for (int i = 0; i < kMessages / 2; ++i) {
      auto run = emptyRun(f, "Question " + std::to_string(i));
      run.request.parent = last;
      addMessage(f, run, domain::Role::User, run.request.input);
      addMessage(f, run, domain::Role::Assistant, kAnswer);
      if (auto kept = store::insertRun(connection, run); !kept) return kept;
      last = run.id;
    }
    return {};
  });
  return last;
}

void keepMany(testing::ServiceFixture& f) {
  (void)f.profile->store().writeAndWait<void>([&](store::Connection& connection) -> base::Result<void> {
    for (int i = 0; i < kListed; ++i) {
      auto run = emptyRun(f, "Run " + std::to_string(i));
      addMessage(f, run, domain::Role::User, run.request.input);
      if (auto kept = store::insertRun(connection, run); !kept) return kept;
    }
    return {};
  });
}

// Notes when the transcript has painted.
class PaintWatch : public QObject {
 public:
  explicit PaintWatch(QWidget* watched) { watched->installEventFilter(this); }
  bool painted = false;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::Paint) painted = true;
    return false;
  }
};

struct Opening {
  double toPaint = 0;       // ms, from select() to the first paint of the opened run
  double toWhole = 0;       // ms, to the paint with all messages known
  double longestStall = 0;  // ms between two turns of the event loop meanwhile
};

Opening open(ui::RunsPage& page, const domain::RunId& id, int messages) {
  page.runs().select({});
  QTest::qWait(20);
  auto* transcript = page.details()->conversation()->transcript();
  PaintWatch watch(transcript->viewport());
  Opening outcome;
  QElapsedTimer time, turn;
  time.start();
  page.runs().select(id);
  for (turn.start(); time.elapsed() < 30'000;) {
    QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    outcome.longestStall = std::max(outcome.longestStall, double(turn.nsecsElapsed()) / 1e6);
    turn.restart();
    if (transcript->messageCount() == 0) watch.painted = false;
    if (!watch.painted) continue;
    if (outcome.toPaint == 0) outcome.toPaint = double(time.nsecsElapsed()) / 1e6;
    watch.painted = transcript->messageCount() >= messages;
    if (watch.painted) break;
  }
  outcome.toWhole = double(time.nsecsElapsed()) / 1e6;
  return outcome;
}

void report(const char* what, ui::RunsPage& page, const domain::RunId& id) {
  std::vector<double> paints, wholes, stalls;
  for (int round = 0; round < kRounds; ++round) {
    const auto outcome = open(page, id, kMessages);
    paints.push_back(outcome.toPaint);
    wholes.push_back(outcome.toWhole);
    stalls.push_back(outcome.longestStall);
  }
  std::sort(paints.begin(), paints.end());
  std::sort(wholes.begin(), wholes.end());
  std::sort(stalls.begin(), stalls.end());
  std::printf("%-44s %8.1f ms median %8.1f ms worst   whole %6.1f ms   stall %6.1f ms\n", what,
              paints[kRounds / 2], paints.back(), wholes[kRounds / 2], stalls.back());
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  testing::ServiceFixture f;
  const auto longRun = keepOneLongRun(f);
  const auto chain = keepOneChain(f);
  keepMany(f);
  ui::CommandRegistry registry;
  QElapsedTimer time;
  time.start();
  ui::RunsPage page({*f.runs, *f.agents, *f.settings, f.clock, registry});
  page.resize(1280, 800);
  page.show();
  while (page.runs().rows()->rowCount() == 0) QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
  page.grab();
  std::printf("%-44s %8.1f ms\n", "page built, first rows painted", double(time.nsecsElapsed()) / 1e6);
  report("one run of 10,000 messages, first paint", page, longRun);
  report("a chain of 5,000 runs, first paint", page, chain);

  while (page.runs().rows()->canFetchMore({})) {
    page.runs().rows()->fetchMore({});
    QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
  }
  std::printf("%-44s %8d rows\n", "list scrolled to its end", page.runs().rows()->rowCount());
  time.restart();
  auto run = emptyRun(f, "newest");
  const int before = page.runs().rows()->rowCount();
  (void)f.profile->store().writeAndWait<void>(
      [&](store::Connection& connection) { return store::insertRun(connection, run); });
  double stall = 0;
  for (QElapsedTimer turn; page.runs().rows()->rowCount() <= before && time.elapsed() < 10'000;) {
    turn.start();
    QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    stall = std::max(stall, double(turn.nsecsElapsed()) / 1e6);
  }
  std::printf("%-44s %8.1f ms                        stall %6.1f ms\n", "a new run appears in that list",
              double(time.nsecsElapsed()) / 1e6, stall);
  return 0;
}
