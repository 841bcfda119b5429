// The Runs page and runs of every kind to look at.
#pragma once

#include "tests/ui/pages/page_fixture.h"
#include "ui/pages/runs/runs_page.h"

namespace aiagent::testing {

inline ui::RunsPage* makeRunsPage(PageFixture& f) {
  return new ui::RunsPage(
      {*f.services.runs, *f.services.agents, *f.services.settings, f.services.clock, f.registry});
}

// Runs of every kind, oldest first.
inline std::vector<domain::RunRecord> keepSamples(PageFixture& f) {
  std::vector<domain::RunRecord> runs;
  const auto add = [&](const char* input, const char* answer,
                       domain::RunStatus status) -> domain::RunRecord& {
    runs.push_back(sampleRun(f.services, input, answer));
    runs.back().status = status;
    return runs.back();
  };
  add("The printer is on fire",
      "**Urgent**: a fire stops all work.\n\n1. Call the fire brigade\n2. Leave the "
      "building\n\n```python\nprint('help')\n```",
      domain::RunStatus::Completed);
  auto& failed = add("Where is my invoice, the one from March that was sent to the old address?", "",
                     domain::RunStatus::Failed);
  failed.error = domain::RunError{.code = base::ErrorCode::RequestRejected,
                                  .subject = "temperature",
                                  .said = "Unsupported parameter: 'temperature'",
                                  .httpStatus = 400};
  failed.request.content.parameters.set("temperature", 0.5);
  failed.request.content.parameters.set("reasoning.effort", std::string("low"));
  failed.usage = {};
  failed.costNanoUsd.reset();
  add("Write a very long story", "Once upon a time", domain::RunStatus::Interrupted);
  add("Stop there", "Half of it", domain::RunStatus::Cancelled);
  auto& limit = add("Summarise this", "It begins well", domain::RunStatus::Incomplete);
  limit.error = domain::RunError{.code = base::ErrorCode::OutputLimit};
  for (const auto& run : runs) keepRun(f.services, run);
  return runs;
}

inline ui::RunsPage& showRunsPage(PageFixture& f, QSize size = {1180, 760}) {
  auto& page = f.show(makeRunsPage(f), size);
  if (!QTest::qWaitFor([&] { return page.runs().state().list != ui::RunsState::List::Loading; }))
    qFatal("the runs never load");
  return page;
}

inline bool openRun(ui::RunsPage& page, const domain::RunId& id) {
  page.go(format::text(id.toString()));
  return QTest::qWaitFor([&] { return page.runs().state().detail == ui::RunsState::Detail::Ready; });
}

}  // namespace aiagent::testing
