#include "core/store/agent_repository.h"

#include <gtest/gtest.h>

#include "core/store/connection.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using base::ErrorCode;
using domain::Agent;
using domain::AgentDraft;
using domain::JsonText;
using test::fullContent;
using test::named;
using test::TempStore;

Agent insert(TempStore& store, const domain::AgentContent& content) {
  auto made = store.write([&](Connection& c) { return insertAgent(c, content); });
  EXPECT_TRUE(made.ok()) << (made ? "" : made.error().detail);
  return made ? *made : Agent{};
}

base::Result<Agent> update(TempStore& store, const Agent& agent, const domain::AgentContent& content) {
  return store.write([&](Connection& c) { return updateAgent(c, agent.id, content, agent.revision); });
}

AgentPage list(TempStore& store, AgentQuery query = {}) {
  auto page = store.read([&](Connection& c) { return listAgents(c, query); });
  EXPECT_TRUE(page.ok()) << (page ? "" : page.error().detail);
  return page ? *page : AgentPage{};
}

std::vector<std::string> names(const AgentPage& page) {
  std::vector<std::string> all;
  for (const auto& row : page.rows) all.push_back(row.name);
  return all;
}

TEST(AgentRepository, insertedAgent_comesBackWhole) {
  TempStore store;
  const auto made = insert(store, fullContent());
  EXPECT_EQ(made.revision, 1);
  EXPECT_EQ(made.created, store.clock().wallNow());
  const auto loaded = store.read([&](Connection& c) { return loadAgent(c, made.id); });
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(*loaded, made);
  EXPECT_EQ(loaded->content, fullContent());
}

TEST(AgentRepository, unknownAgent_isNotFound) {
  TempStore store;
  const auto id = store.ids().make<domain::AgentId>();
  EXPECT_EQ(store.read([&](Connection& c) { return loadAgent(c, id); }).error().code, ErrorCode::NotFound);
  EXPECT_EQ(store.write([&](Connection& c) { return deleteAgent(c, id); }).error().code, ErrorCode::NotFound);
  EXPECT_EQ(store.write([&](Connection& c) { return setArchived(c, id, true); }).error().code,
            ErrorCode::NotFound);
  AgentDraft draft{.agent = id, .content = {}, .baseRevision = 1, .saved = {}};
  EXPECT_EQ(store.write([&](Connection& c) { return saveDraft(c, draft); }).error().code,
            ErrorCode::NotFound);
}

TEST(AgentRepository, update_raisesTheRevisionAndReplacesEverything) {
  TempStore store;
  const auto made = insert(store, fullContent());
  store.clock().advance(base::Milliseconds(1000));
  auto content = named("Other");
  content.starters = {"one"};
  const auto updated = update(store, made, content);
  ASSERT_TRUE(updated.ok());
  EXPECT_EQ(updated->revision, 2);
  EXPECT_EQ(updated->updated, store.clock().wallNow());
  EXPECT_EQ(updated->created, made.created);
  const auto loaded = store.read([&](Connection& c) { return loadAgent(c, made.id); });
  EXPECT_EQ(loaded->content, content);
}

TEST(AgentRepository, staleRevision_isAConflictAndChangesNothing) {
  TempStore store;
  const auto made = insert(store, named("A"));
  ASSERT_TRUE(update(store, made, named("B")).ok());
  const auto late = update(store, made, named("C"));
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(late.error().code, ErrorCode::Conflict);
  EXPECT_EQ(names(list(store)), std::vector<std::string>{"B"});
}

TEST(AgentRepository, unchangedContent_keepsTheRevisionAndDropsTheDraft) {
  TempStore store;
  const auto made = insert(store, fullContent());
  AgentDraft draft{
      .agent = made.id, .content = named("x"), .baseRevision = 1, .saved = store.clock().wallNow()};
  ASSERT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
  const auto same = update(store, made, fullContent());
  ASSERT_TRUE(same.ok());
  EXPECT_EQ(same->revision, 1);
  EXPECT_FALSE(store.read([&](Connection& c) { return loadDraft(c, made.id); })->has_value());
}

TEST(AgentRepository, find_takesIdsAndExactNames) {
  TempStore store;
  const auto first = insert(store, named("Twin"));
  const auto second = insert(store, named("Twin"));
  const auto single = insert(store, named("Single"));
  const auto find = [&](const std::string& text) {
    return store.read([&](Connection& c) { return findAgent(c, text); });
  };
  EXPECT_EQ(find(first.id.toString())->id, first.id);
  EXPECT_EQ(find("Single")->id, single.id);
  EXPECT_EQ(find("Twin").error().code, ErrorCode::Ambiguous);
  EXPECT_EQ(find("single").error().code, ErrorCode::NotFound);
  ASSERT_TRUE(store.write([&](Connection& c) { return setArchived(c, first.id, true); }).ok());
  EXPECT_EQ(find("Twin")->id, second.id);
  ASSERT_TRUE(store.write([&](Connection& c) { return setArchived(c, single.id, true); }).ok());
  EXPECT_EQ(find("Single")->id, single.id);
}

TEST(AgentRepository, drafts_areKeptAsTypedUntilSavedOrDiscarded) {
  TempStore store;
  const auto made = insert(store, named("A"));
  auto content = fullContent();
  content.name = "";
  content.tags = {"b", "a", "a"};  // as typed, not tidied
  AgentDraft draft{.agent = made.id, .content = content, .baseRevision = 1, .saved = store.clock().wallNow()};
  ASSERT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
  draft.content.prompt += " more";
  ASSERT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
  EXPECT_EQ(**store.read([&](Connection& c) { return loadDraft(c, made.id); }), draft);
  EXPECT_TRUE(list(store).rows.front().hasDraft);
  ASSERT_TRUE(store.write([&](Connection& c) { return discardDraft(c, made.id); }).ok());
  EXPECT_FALSE(list(store).rows.front().hasDraft);
  EXPECT_TRUE(store.write([&](Connection& c) { return discardDraft(c, made.id); }).ok());
}

TEST(AgentRepository, deletedAgent_leavesNoRowsBehind) {
  TempStore store;
  const auto made = insert(store, fullContent());
  AgentDraft draft{
      .agent = made.id, .content = fullContent(), .baseRevision = 1, .saved = store.clock().wallNow()};
  ASSERT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, made.id); }).ok());
  for (const char* table :
       {"agent", "agent_body", "agent_tag", "agent_parameter", "agent_starter", "agent_draft", "snapshot",
        "snapshot_tag", "snapshot_parameter", "snapshot_starter"})
    EXPECT_EQ(test::rowsIn(store, table), 0) << table;
}

TEST(AgentRepository, list_ordersAndFilters) {
  TempStore store;
  for (const char* name : {"beta", "Ärger", "alpha", "Zulu"}) {
    insert(store, named(name));
    store.clock().advance(base::Milliseconds(10));
  }
  using Names = std::vector<std::string>;
  EXPECT_EQ(names(list(store)), (Names{"Zulu", "alpha", "Ärger", "beta"}));
  EXPECT_EQ(names(list(store, {.order = AgentOrder::OldestFirst})),
            (Names{"beta", "Ärger", "alpha", "Zulu"}));
  EXPECT_EQ(names(list(store, {.order = AgentOrder::NameAscending})),
            (Names{"alpha", "Ärger", "beta", "Zulu"}));
  EXPECT_EQ(names(list(store, {.order = AgentOrder::NameDescending})),
            (Names{"Zulu", "beta", "Ärger", "alpha"}));
  const auto page = list(store, {.limit = 2, .offset = 1});
  EXPECT_EQ(names(page), (Names{"alpha", "Ärger"}));
  EXPECT_TRUE(page.more);
  EXPECT_FALSE(list(store, {.limit = 2, .offset = 2}).more);
  EXPECT_FALSE(list(store, {.limit = 4}).more);
}

TEST(AgentRepository, archivedAgents_showOnlyWhereAskedFor) {
  TempStore store;
  insert(store, named("active"));
  const auto old = insert(store, named("old"));
  ASSERT_TRUE(store.write([&](Connection& c) { return setArchived(c, old.id, true); }).ok());
  using Names = std::vector<std::string>;
  EXPECT_EQ(names(list(store)), Names{"active"});
  EXPECT_EQ(names(list(store, {.archive = ArchiveFilter::ArchivedOnly})), Names{"old"});
  EXPECT_EQ(list(store, {.archive = ArchiveFilter::All}).rows.size(), 2u);
  EXPECT_EQ(*store.read([](Connection& c) { return countAgents(c, ArchiveFilter::ActiveOnly); }), 1);
  EXPECT_EQ(*store.read([](Connection& c) { return countAgents(c, ArchiveFilter::All); }), 2);
}

TEST(AgentRepository, tags_filterTogetherAndAreCounted) {
  TempStore store;
  auto both = named("both");
  both.tags = {"blue", "red"};
  auto one = named("one");
  one.tags = {"red"};
  insert(store, both);
  insert(store, one);
  EXPECT_EQ(list(store, {.tags = {"red"}}).rows.size(), 2u);
  EXPECT_EQ(names(list(store, {.tags = {"red", "blue"}})), std::vector<std::string>{"both"});
  EXPECT_EQ(list(store, {.tags = {"Red"}}).rows.size(), 0u);
  EXPECT_EQ(list(store, {.tags = {"red", "blue"}}).rows.front().tags, both.tags);
  const auto tags = store.read([](Connection& c) { return listTags(c); });
  ASSERT_EQ(tags->size(), 2u);
  EXPECT_EQ((*tags)[1].tag, "red");
  EXPECT_EQ((*tags)[1].agents, 2);
}

TEST(AgentRepository, hugePrompt_isKeptToTheByte) {
  TempStore store;
  auto content = named("huge");
  content.prompt.assign(domain::kLongestPrompt, 'x');
  const auto made = insert(store, content);
  EXPECT_EQ(store.read([&](Connection& c) { return loadAgent(c, made.id); })->content.prompt, content.prompt);
}

}  // namespace
}  // namespace aiagent::store
