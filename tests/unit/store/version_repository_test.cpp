#include "core/store/version_repository.h"

#include <gmock/gmock.h>

#include "core/store/agent_repository.h"
#include "core/store/run_repository.h"
#include "core/store/sql.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using base::ErrorCode;
using domain::Agent;
using domain::AgentContent;
using domain::AgentVersion;
using domain::VersionId;
using test::fullContent;
using test::named;
using test::TempStore;
using testing::ElementsAre;
using testing::IsEmpty;

AgentContent prompted(std::string prompt) {
  auto content = named("Triage");
  content.prompt = std::move(prompt);
  return content;
}

class Versions : public testing::Test {
 protected:
  Agent insert(const AgentContent& content, domain::SaveNote note = {}) {
    return *store.write([&](Connection& c) { return insertAgent(c, content, note); });
  }
  Agent save(const Agent& agent, const AgentContent& content, SaveOptions options = {}) {
    auto saved = store.write(
        [&](Connection& c) { return updateAgent(c, agent.id, content, agent.revision, options); });
    EXPECT_TRUE(saved.ok());
    return *saved;
  }
  base::Result<AgentVersion> find(const Agent& agent, const std::string& which) {
    return store.write([&](Connection& c) { return findVersion(c, agent.id, which); });
  }
  std::vector<domain::VersionSummary> list(const Agent& agent) {
    return *store.read([&](Connection& c) { return listVersions(c, agent.id); });
  }
  base::Result<domain::Label> label(const Agent& agent, const std::string& name, VersionId version) {
    return store.write([&](Connection& c) { return moveLabel(c, agent.id, name, version, "Ada"); });
  }
  TempStore store;
};

TEST_F(Versions, newAgent_hasItsFirst) {
  const auto agent = insert(fullContent(), {.message = "begin", .author = "Ada"});
  const auto head = find(agent, "head");
  ASSERT_TRUE(head.ok());
  EXPECT_EQ(head->id, agent.headVersion);
  EXPECT_EQ(head->content, fullContent());
  EXPECT_EQ(head->hash, domain::contentHash(fullContent()));
  EXPECT_EQ(head->number, 1);
  EXPECT_EQ(head->author, "Ada");
  EXPECT_EQ(head->message, "begin");
  EXPECT_THAT(head->parents, IsEmpty());
}

TEST_F(Versions, savingAVersionedField_makesOneOnTheHead) {
  const auto first = insert(prompted("one"));
  const auto second = save(first, prompted("two"), {.note = {.message = "shorter"}});
  const auto versions = list(second);
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].number, 2);
  EXPECT_TRUE(versions[0].head);
  EXPECT_EQ(versions[0].message, "shorter");
  EXPECT_THAT(versions[0].parents, ElementsAre(first.headVersion));
  EXPECT_FALSE(versions[1].head);
  EXPECT_EQ(store.read([&](Connection& c) { return loadAgent(c, first.id); })->headVersion, versions[0].id);
}

TEST_F(Versions, renaming_makesNone) {
  const auto agent = insert(prompted("one"));
  auto renamed = prompted("one");
  renamed.name = "Sorter";
  const auto saved = save(agent, renamed);
  EXPECT_EQ(saved.revision, 2);
  EXPECT_EQ(saved.headVersion, agent.headVersion);
  EXPECT_EQ(list(agent).size(), 1u);
}

TEST_F(Versions, importedAgents_getTheirFirstWhenItIsNeeded) {
  const auto ids = *store.write([&](Connection& c) { return importAgents(c, {prompted("one")}); });
  auto agent = *store.read([&](Connection& c) { return loadAgent(c, ids[0]); });
  EXPECT_TRUE(agent.headVersion.isNull());
  EXPECT_THAT(list(agent), IsEmpty());
  agent = save(agent, prompted("two"));
  const auto versions = list(agent);
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(find(agent, "v1")->content.prompt, "one");
  EXPECT_THAT(versions[0].parents, ElementsAre(versions[1].id));
}

TEST_F(Versions, areFoundByNumberLabelIdAndHash) {
  const auto one = insert(prompted("one"));
  const auto two = save(one, prompted("two"));
  ASSERT_TRUE(label(two, "production", one.headVersion).ok());
  for (const auto& which : {std::string("v1"), std::string("1"), std::string("production"),
                            one.headVersion.toString(), domain::contentHash(prompted("one")).substr(0, 8)})
    EXPECT_EQ(find(two, which)->id, one.headVersion) << which;
  EXPECT_EQ(find(two, "latest")->id, two.headVersion);
  for (const char* which : {"v3", "0", "staging", "abc", "0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31", ""})
    EXPECT_EQ(find(two, which).error().code, ErrorCode::NotFound) << which;
  const auto stranger = insert(prompted("other"));
  EXPECT_EQ(find(stranger, one.headVersion.toString()).error().code, ErrorCode::NotFound);
}

TEST_F(Versions, restore_makesANewOneWithTheOldFields) {
  auto first = prompted("one");
  first.starters = {"Hi"};
  const auto one = insert(first);
  auto other = prompted("two");
  other.name = "Renamed";
  const auto two = save(one, other);
  const auto restored = store.write([&](Connection& c) {
    return restoreVersion(c, two.id, one.headVersion, two.revision, {.note = {.message = "back"}});
  });
  ASSERT_TRUE(restored.ok());
  EXPECT_EQ(restored->content.prompt, "one");
  EXPECT_EQ(restored->content.name, "Renamed");
  const auto versions = list(two);
  ASSERT_EQ(versions.size(), 3u);
  EXPECT_EQ(versions[0].hash, versions[2].hash);
  EXPECT_THAT(versions[0].parents, ElementsAre(two.headVersion));
}

TEST_F(Versions, saveOverAnotherRevision_isAConflictAndMakesNone) {
  const auto one = insert(prompted("one"));
  save(one, prompted("two"));
  const auto late =
      store.write([&](Connection& c) { return updateAgent(c, one.id, prompted("mine"), one.revision); });
  EXPECT_EQ(late.error().code, ErrorCode::Conflict);
  EXPECT_EQ(list(one).size(), 2u);
}

TEST_F(Versions, draftOfAnother_outlivesASaveThatIsNotItsEnd) {
  const auto agent = insert(prompted("one"));
  const auto keep = [&](const std::string& prompt) {
    return store.write([&](Connection& c) {
      return saveDraft(c, {.agent = agent.id, .content = prompted(prompt), .baseRevision = 1});
    });
  };
  ASSERT_TRUE(keep("typed").ok());
  const auto saved = save(agent, prompted("two"), {.endsDraft = false});
  const auto draft = store.read([&](Connection& c) { return loadDraft(c, agent.id); });
  ASSERT_TRUE(draft.ok() && draft->has_value());
  EXPECT_EQ((*draft)->content.prompt, "typed");
  save(saved, prompted("typed"), {.endsDraft = false});
  EXPECT_FALSE(store.read([&](Connection& c) { return loadDraft(c, agent.id); })->has_value());
}

TEST_F(Versions, draft_knowsWhatItWasBegunFromAndMergesWith) {
  const auto agent = insert(prompted("one"));
  domain::AgentDraft draft{.agent = agent.id, .content = prompted("typed"), .baseRevision = 1};
  draft.baseVersion = agent.headVersion;
  ASSERT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
  EXPECT_EQ(**store.read([&](Connection& c) { return loadDraft(c, agent.id); }), draft);
  draft.mergedWith = store.ids().make<domain::VersionId>();
  ASSERT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
  EXPECT_EQ(**store.read([&](Connection& c) { return loadDraft(c, agent.id); }), draft);
}

TEST_F(Versions, labels_moveWithTheirHistory) {
  const auto one = insert(prompted("one"));
  const auto two = save(one, prompted("two"));
  ASSERT_TRUE(label(two, "production", one.headVersion).ok());
  ASSERT_TRUE(label(two, "production", two.headVersion).ok());
  ASSERT_TRUE(label(two, "production", two.headVersion).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return removeLabel(c, two.id, "production", "Grace"); }).ok());
  const auto moves = *store.read([&](Connection& c) { return labelHistory(c, two.id, "production"); });
  ASSERT_EQ(moves.size(), 3u);
  EXPECT_TRUE(moves[0].to.isNull());
  EXPECT_EQ(moves[0].by, "Grace");
  EXPECT_EQ(moves[1].from, one.headVersion);
  EXPECT_EQ(moves[1].to, two.headVersion);
  EXPECT_TRUE(moves[2].from.isNull());
  EXPECT_THAT(*store.read([&](Connection& c) { return listLabels(c, two.id); }), IsEmpty());
  EXPECT_EQ(label(two, "v3", one.headVersion).error().subject, "label");
  EXPECT_EQ(label(insert(prompted("x")), "staging", one.headVersion).error().code, ErrorCode::NotFound);
}

TEST_F(Versions, versionOfElsewhere_isABranchUntilItIsMerged) {
  const auto base = insert(prompted("one"));
  const auto mine = save(base, prompted("mine"));
  const AgentVersion theirs{.id = store.ids().make<VersionId>(),
                            .agent = base.id,
                            .parents = {base.headVersion},
                            .author = "Grace",
                            .content = prompted("theirs")};
  const auto adopted = store.write([&](Connection& c) { return adoptVersion(c, theirs); });
  ASSERT_TRUE(adopted.ok());
  EXPECT_EQ(adopted->number, 3);
  EXPECT_EQ(store.write([&](Connection& c) { return adoptVersion(c, theirs); })->number, 3);
  const auto branches = [&] { return *store.read([&](Connection& c) { return listBranches(c, base.id); }); };
  ASSERT_EQ(branches().size(), 1u);
  EXPECT_EQ(branches()[0].id, theirs.id);
  const auto shared =
      store.read([&](Connection& c) { return commonAncestor(c, mine.headVersion, theirs.id); });
  ASSERT_TRUE(shared.ok() && shared->has_value());
  EXPECT_EQ((*shared)->id, base.headVersion);
  const auto merged = save(mine, prompted("both"), {.note = {.mergedWith = theirs.id}});
  EXPECT_THAT(branches(), IsEmpty());
  EXPECT_THAT(list(merged)[0].parents, ElementsAre(mine.headVersion, theirs.id));
}

TEST_F(Versions, runs_areTiedToTheirs) {
  const auto agent = insert(fullContent());
  auto run = test::fullRun(store.ids(), store.clock().wallNow());
  run.request.agent = agent.id;
  run.request.fromDraft = false;
  ASSERT_TRUE(store.write([&](Connection& c) { return insertRun(c, run); }).ok());
  const auto loaded = store.read([&](Connection& c) { return loadRun(c, run.id); });
  EXPECT_EQ(loaded->request.version, agent.headVersion);
  EXPECT_EQ(loaded->versionNumber, 1);
  EXPECT_EQ(test::rowsIn(store, "snapshot"), 1);

  auto draft = test::fullRun(store.ids(), store.clock().wallNow());
  draft.request.agent = agent.id;
  draft.request.content.prompt = "something else";
  ASSERT_TRUE(store.write([&](Connection& c) { return insertRun(c, draft); }).ok());
  EXPECT_TRUE(store.read([&](Connection& c) { return loadRun(c, draft.id); })->request.version.isNull());

  const auto page = store.read([](Connection& c) { return listRuns(c, {}); });
  ASSERT_EQ(page->rows.size(), 2u);
  EXPECT_EQ(page->rows[0].versionNumber, 0);
  EXPECT_TRUE(page->rows[0].fromDraft);
  EXPECT_EQ(page->rows[1].versionNumber, 1);
  EXPECT_FALSE(page->rows[1].fromDraft);
}

TEST_F(Versions, deletingAgentAndRuns_leavesNoCopyBehind) {
  const auto one = insert(fullContent());
  const auto two = save(one, prompted("two"));
  ASSERT_TRUE(label(two, "production", two.headVersion).ok());
  auto run = test::fullRun(store.ids(), store.clock().wallNow());
  run.request.agent = one.id;
  ASSERT_TRUE(store.write([&](Connection& c) { return insertRun(c, run); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, one.id); }).ok());
  EXPECT_EQ(store.read([&](Connection& c) { return loadRun(c, run.id); })->request.content, fullContent());
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteRun(c, run.id); }).ok());
  for (const char* table : {"agent_version", "agent_version_parent", "label", "label_move", "snapshot",
                            "snapshot_variable", "snapshot_case", "snapshot_knowledge"})
    EXPECT_EQ(test::rowsIn(store, table), 0) << table;
}

}  // namespace
}  // namespace aiagent::store
