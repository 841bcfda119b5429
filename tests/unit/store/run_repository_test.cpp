#include "core/store/run_repository.h"

#include <gtest/gtest.h>

#include "core/store/connection.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using base::ErrorCode;
using domain::RunId;
using domain::RunRecord;
using domain::RunStatus;
using test::fullRun;
using test::smallRun;
using test::TempStore;

void insert(TempStore& store, const RunRecord& run) {
  const auto end = store.write([&](Connection& c) { return insertRun(c, run); });
  ASSERT_TRUE(end.ok()) << end.error().detail;
}

void update(TempStore& store, const RunRecord& run) {
  const auto end = store.write([&](Connection& c) { return updateRun(c, run); });
  ASSERT_TRUE(end.ok()) << end.error().detail;
}

base::Result<RunRecord> load(TempStore& store, RunId id) {
  return store.read([&](Connection& c) { return loadRun(c, id); });
}

std::vector<RunId> list(TempStore& store, RunQuery query = {}) {
  auto page = store.read([&](Connection& c) { return listRuns(c, query); });
  EXPECT_TRUE(page.ok()) << (page ? "" : page.error().detail);
  std::vector<RunId> ids;
  if (page)
    for (const auto& row : page->rows) ids.push_back(row.id);
  return ids;
}

TEST(RunRepository, insertedRun_comesBackWhole) {
  TempStore store;
  const auto run = fullRun(store.ids(), store.clock().wallNow());
  insert(store, run);
  const auto loaded = load(store, run.id);
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(*loaded, run);
}

TEST(RunRepository, absentValues_stayAbsent) {
  TempStore store;
  RunRecord run;
  run.id = store.ids().make<RunId>();
  insert(store, run);
  EXPECT_EQ(*load(store, run.id), run);
}

TEST(RunRepository, update_overwritesStateAndKeepsTheRequest) {
  TempStore store;
  auto run = smallRun(store.ids(), store.clock().wallNow(), "hi", "");
  run.status = RunStatus::Running;
  insert(store, run);
  run.messages[1].parts[0].text = "Hello";
  run.messages[1].parts.push_back(
      {.kind = domain::PartKind::Refusal, .text = "no", .name = "", .callId = ""});
  run.messages.push_back({.id = store.ids().make<domain::MessageId>(),
                          .role = domain::Role::Tool,
                          .parts = {},
                          .rawItem = "{}",
                          .created = {}});
  run.requestJson = "{}";
  run.usage.output = 3;
  update(store, run);
  EXPECT_EQ(*load(store, run.id), run);
  run.messages[1].parts.pop_back();
  run.status = RunStatus::Completed;
  auto asked = run;
  asked.request.input = "something else";  // the request is not overwritten
  update(store, asked);
  EXPECT_EQ(*load(store, run.id), run);
}

TEST(RunRepository, unknownRun_isNotFound) {
  TempStore store;
  const auto run = smallRun(store.ids(), store.clock().wallNow(), "a", "b");
  EXPECT_EQ(load(store, run.id).error().code, ErrorCode::NotFound);
  EXPECT_EQ(store.write([&](Connection& c) { return updateRun(c, run); }).error().code, ErrorCode::NotFound);
  EXPECT_EQ(store.write([&](Connection& c) { return deleteRun(c, run.id); }).error().code,
            ErrorCode::NotFound);
  EXPECT_EQ(store.read([&](Connection& c) { return loadConversation(c, run.id); }).error().code,
            ErrorCode::NotFound);
}

TEST(RunRepository, find_takesIdsPrefixesAndLast) {
  TempStore store;
  const auto find = [&](const std::string& text) {
    return store.read([&](Connection& c) { return findRun(c, text); });
  };
  EXPECT_EQ(find("last").error().code, ErrorCode::NotFound);
  const auto first = smallRun(store.ids(), store.clock().wallNow(), "a", "b");
  insert(store, first);
  store.clock().advance(base::Milliseconds(100'000'000));
  const auto second = smallRun(store.ids(), store.clock().wallNow(), "a", "b");
  insert(store, second);
  EXPECT_EQ(find("last")->id, second.id);
  EXPECT_EQ(find(first.id.toString())->id, first.id);
  EXPECT_EQ(find(first.id.toString().substr(0, 13))->id, first.id);
  EXPECT_EQ(find(first.id.toString().substr(0, 4)).error().code, ErrorCode::Ambiguous);
  EXPECT_EQ(find(first.id.toString().substr(0, 3)).error().code, ErrorCode::NotFound);
  EXPECT_EQ(find("zzzz").error().code, ErrorCode::NotFound);
  EXPECT_EQ(find("").error().code, ErrorCode::NotFound);
}

TEST(RunRepository, list_isNewestFirstAndFilters) {
  TempStore store;
  std::vector<RunRecord> runs;
  for (int i = 0; i < 3; ++i) {
    runs.push_back(smallRun(store.ids(), store.clock().wallNow(), "question " + std::to_string(i), "answer"));
    store.clock().advance(base::Milliseconds(5));
  }
  runs[1].status = RunStatus::Failed;
  runs[1].request.agent = store.ids().make<domain::AgentId>();
  for (const auto& run : runs) insert(store, run);
  EXPECT_EQ(list(store), (std::vector<RunId>{runs[2].id, runs[1].id, runs[0].id}));
  EXPECT_EQ(list(store, {.status = RunStatus::Failed}), std::vector<RunId>{runs[1].id});
  EXPECT_EQ(list(store, {.agent = runs[1].request.agent}), std::vector<RunId>{runs[1].id});
  EXPECT_EQ(list(store, {.limit = 1, .offset = 1}), std::vector<RunId>{runs[1].id});
  EXPECT_TRUE(store.read([](Connection& c) { return listRuns(c, {.limit = 2}); })->more);
}

TEST(RunRepository, search_findsInputAndAnswerOnceTheRunIsOver) {
  TempStore store;
  auto run = smallRun(store.ids(), store.clock().wallNow(), "where is Łódź?", "In Poland, 漢字.");
  insert(store, run);
  EXPECT_EQ(list(store, {.search = "łodz"}).size(), 1u);
  EXPECT_EQ(list(store, {.search = "pol"}).size(), 1u);
  EXPECT_EQ(list(store, {.search = "漢字"}).size(), 1u);
  EXPECT_EQ(list(store, {.search = "poland whe"}).size(), 1u);
  EXPECT_EQ(list(store, {.search = "?"}).size(), 1u);
  EXPECT_EQ(list(store, {.search = "germany"}).size(), 0u);
  run.messages[1].parts[0].text = "In Germany.";
  update(store, run);
  EXPECT_EQ(list(store, {.search = "germany"}).size(), 1u);
  EXPECT_EQ(list(store, {.search = "poland"}).size(), 0u);
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteRun(c, run.id); }).ok());
  EXPECT_EQ(list(store, {.search = "germany"}).size(), 0u);
}

TEST(RunRepository, conversation_isTheChainOfParents) {
  TempStore store;
  auto first = smallRun(store.ids(), store.clock().wallNow(), "1", "a");
  auto second = smallRun(store.ids(), store.clock().wallNow(), "2", "b");
  auto branch = smallRun(store.ids(), store.clock().wallNow(), "2b", "b");
  second.request.parent = branch.request.parent = first.id;
  for (const auto& run : {first, second, branch}) insert(store, run);
  const auto chain = store.read([&](Connection& c) { return loadConversation(c, branch.id); });
  ASSERT_TRUE(chain.ok());
  ASSERT_EQ(chain->size(), 2u);
  EXPECT_EQ((*chain)[0], first);
  EXPECT_EQ((*chain)[1], branch);
}

TEST(RunRepository, circleOfParents_ends) {
  TempStore store;
  auto first = smallRun(store.ids(), store.clock().wallNow(), "1", "a");
  auto second = smallRun(store.ids(), store.clock().wallNow(), "2", "b");
  first.request.parent = second.id;
  second.request.parent = first.id;
  insert(store, first);
  insert(store, second);
  EXPECT_EQ(store.read([&](Connection& c) { return loadConversation(c, first.id); })->size(), 2u);
}

TEST(RunRepository, runsOfTheSameContent_shareItsCopyAndTheLastTakesItAway) {
  TempStore store;
  auto first = fullRun(store.ids(), store.clock().wallNow());
  auto second = fullRun(store.ids(), store.clock().wallNow());
  second.request.agent = first.request.agent;
  insert(store, first);
  insert(store, second);
  EXPECT_EQ(test::rowsIn(store, "snapshot"), 1);
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteRun(c, first.id); }).ok());
  EXPECT_EQ(*load(store, second.id), second);
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteRun(c, second.id); }).ok());
  for (const char* table :
       {"run", "run_request", "run_variable", "message", "part", "snapshot", "snapshot_tag"})
    EXPECT_EQ(test::rowsIn(store, table), 0) << table;
}

}  // namespace
}  // namespace aiagent::store
