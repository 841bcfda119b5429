// Several programs on one profile, and programs that die.
#include <gtest/gtest.h>

#include <random>

#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/run_repository.h"
#include "tests/support/child_process.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::Milliseconds;
using domain::RunStatus;
using test::ChildProcess;
using test::named;
using test::TempStore;

constexpr char kHelper[] = "store_helper";

TEST(StoreProcesses, sixOpenAFreshProfileAtOnce) {
  test::TempFolder folder;
  const auto profile = folder / "profile";
  {
    std::vector<std::unique_ptr<ChildProcess>> children;
    for (int i = 0; i < 6; ++i)
      children.push_back(
          std::make_unique<ChildProcess>(kHelper, std::vector<std::string>{profile, "insert", "20"}));
    for (const auto& child : children) {
      EXPECT_EQ(child->line(Milliseconds(60'000)), "done");
      EXPECT_EQ(child->wait(), 0);
    }
  }
  TempStore store(profile);
  EXPECT_EQ(test::rowsIn(store, "agent"), 120);
  EXPECT_FALSE(store->openReport().uncleanExit);
  EXPECT_TRUE(store->checkAndWait().ok());
}

TEST(StoreProcesses, sixThreadsOpenAFreshProfileAtOnce) {
  test::TempFolder folder;
  std::vector<std::thread> threads;
  std::atomic<int> opened = 0;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&] {
      TempStore store(folder / "profile");
      if (store.isOpen() && store.write([](Connection& c) { return insertAgent(c, named("x")); }).ok())
        ++opened;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(opened, 6);
}

TEST(StoreProcesses, runsOfADeadProgram_areInterruptedThoseOfALivingAreNot) {
  test::TempFolder folder;
  const auto profile = folder / "profile";
  ChildProcess living(kHelper, {profile, "run"});
  const auto livingRun = domain::RunId::parse(living.line().value_or(""));
  ASSERT_TRUE(livingRun.has_value());
  std::optional<domain::RunId> deadRun;
  {
    ChildProcess dying(kHelper, {profile, "run"});
    deadRun = domain::RunId::parse(dying.line().value_or(""));
    ASSERT_TRUE(deadRun.has_value());
  }
  TempStore store(profile);
  ASSERT_TRUE(store.isOpen());
  EXPECT_TRUE(store->openReport().uncleanExit);
  EXPECT_EQ(store->openReport().interruptedRuns, 1);
  const auto load = [&](domain::RunId id) {
    return *store.read([&](Connection& c) { return loadRun(c, id); });
  };
  EXPECT_EQ(load(*deadRun).status, RunStatus::Interrupted);
  EXPECT_EQ(load(*deadRun).error->code, base::ErrorCode::Interrupted);
  EXPECT_EQ(load(*livingRun).status, RunStatus::Running);
  EXPECT_EQ(store.read([](Connection& c) { return listRuns(c, {.search = "unfinished"}); })->rows.size(), 1u);

  // It dies while this program goes on: noticed without a new start.
  living.kill();
  EXPECT_TRUE(store.mailbox().pumpUntil([&] { return load(*livingRun).status == RunStatus::Interrupted; },
                                        Milliseconds(15'000)));
  EXPECT_TRUE(store.reopen());
  EXPECT_FALSE(store->openReport().uncleanExit);
}

TEST(StoreProcesses, runsLeftUnfinishedByACleanEnd_areInterruptedToo) {
  TempStore store;
  auto run = test::smallRun(store.ids(), store.clock().wallNow(), "q", "a");
  run.status = RunStatus::Queued;
  ASSERT_TRUE(store.write([&](Connection& c) { return insertRun(c, run); }).ok());
  ASSERT_TRUE(store.reopen());
  EXPECT_FALSE(store->openReport().uncleanExit);
  EXPECT_EQ(store->openReport().interruptedRuns, 1);
}

// Killed at 200 random moments; what had been acknowledged is there each time.
TEST(StoreProcesses, nothingAcknowledgedIsLostWhenKilled) {
  constexpr int kKills = 200;
  test::TempFolder folder;
  const auto profile = folder / "profile";
  domain::Agent agent;
  domain::RunRecord run;
  {
    TempStore store(profile);
    agent = *store.write([](Connection& c) { return insertAgent(c, named("edited")); });
    run = test::smallRun(store.ids(), store.clock().wallNow(), "q", "0");
    ASSERT_TRUE(store.write([&](Connection& c) { return insertRun(c, run); }).ok());
  }
  std::mt19937 random(12);
  std::int64_t lastDraft = 0;
  std::int64_t lastRun = run.lastSequence;  // the first kill may come before anything was done
  std::int64_t edits = 0;
  for (int i = 0; i < kKills; ++i) {
    const auto next = std::max(lastDraft, lastRun) + 1;
    ChildProcess child(kHelper,
                       {profile, "edit", agent.id.toString(), run.id.toString(), std::to_string(next)});
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 80'000));
    child.kill();
    for (const auto& line : child.rest()) {
      ASSERT_EQ(line.find("failed"), std::string::npos) << line;
      ++edits;
      if (line.rfind("draft ", 0) == 0) lastDraft = std::stoll(line.substr(6));
      if (line.rfind("run ", 0) == 0) lastRun = std::stoll(line.substr(4));
    }
    TempStore store(profile);
    ASSERT_TRUE(store.isOpen()) << store.openError().detail;
    ASSERT_TRUE(store->openReport().damagedFile.empty());
    const auto draft = store.read([&](Connection& c) { return loadDraft(c, agent.id); });
    const auto stored = store.read([&](Connection& c) { return loadRun(c, run.id); });
    ASSERT_TRUE(draft.ok() && stored.ok());
    const auto draftRevision = draft->has_value() ? (*draft)->baseRevision : 0;
    ASSERT_GE(draftRevision, lastDraft) << "kill " << i;
    ASSERT_GE(stored->lastSequence, lastRun) << "kill " << i;
    if (draft->has_value()) {
      ASSERT_EQ((*draft)->content.tags, std::vector<std::string>{std::to_string(draftRevision)});
    }
    if (stored->lastSequence > 0) {
      const auto& text = stored->messages.back().parts.back().text;
      ASSERT_EQ(text.substr(0, text.find('t')), std::to_string(stored->lastSequence));
    }
    lastDraft = std::max(lastDraft, draftRevision);
    lastRun = std::max(lastRun, stored->lastSequence);
  }
  EXPECT_GT(edits, kKills);
  TempStore store(profile);
  EXPECT_TRUE(store->checkAndWait().ok());
}

}  // namespace
}  // namespace aiagent::store
