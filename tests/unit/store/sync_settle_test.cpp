// What answers of the server mean: core/store/sync_settle.cpp.
#include "core/store/sql.h"
#include "core/store/sync_repository.h"

#include "tests/unit/store/shared_library.h"

namespace aiagent::store {
namespace {

using test::kEpoch;
using test::numberOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST_F(SharedLibrary, forbidden_showsWhatTheServerHas_andKeepsTheWords) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Not allowed.");
  refuse(plan().at(0), wire::MutationState::Rejected, "forbidden");
  EXPECT_EQ(load(agent.id).content.prompt, "Sort.");
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Not allowed.");
  EXPECT_EQ(counts().pending, 0);
}

TEST_F(SharedLibrary, madeAnewOverAKnownBase_knowsTheEtagsOfAllItWrote) {
  const auto agent = insert("Triage", "Sort.");
  const auto based = [&](Connection& c) -> base::Result<void> {
    auto pending = *readPending(c, agent.id.uuid);
    pending.base = fieldsJson(readShared(c, agent.id));
    putPending(c, pending);
    return {};
  };
  ASSERT_TRUE(store.write(based).ok());
  accept(plan());
  ASSERT_TRUE(take({own(kAgentType, agent.id.uuid), own(kVersionType, agent.headVersion.uuid)}).ok());
  edit(agent.id, "Sort well.");
  EXPECT_THAT(plan().at(0), HasSubstr(R"("if":{"draft_prompt":"e1"})"));
}

TEST_F(SharedLibrary, answeredAfterAPageToldMore_whatThePageToldStays) {
  const auto agent = synced("Triage", "Sort.");
  auto theirs = shared(agent.id);
  theirs.content.prompt = "Sort well.";
  ASSERT_TRUE(store.write([&](Connection& c) { return setArchived(c, agent.id, true); }).ok());
  const auto sent = plan();
  ASSERT_THAT(sent, SizeIs(1));
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  accept(sent);
  EXPECT_THAT(plan(), IsEmpty());
  theirs.archived = true;
  theirs.content.prompt = "Sort very well.";
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort very well.");
  EXPECT_THAT(inbox(), IsEmpty());
}

TEST_F(SharedLibrary, editBegunAnewWhileOneIsOnItsWay_isNotTakenForIt) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto sent = plan();
  ASSERT_TRUE(store
                  .write([&](Connection& c) -> base::Result<void> {
                    dropPending(c, agent.id.uuid);
                    return {};
                  })
                  .ok());
  edit(agent.id, "Sort very well.");
  accept(sent);
  EXPECT_EQ(counts().pending, 1);
  EXPECT_THAT(plan().at(0), HasSubstr("Sort very well."));
}

TEST_F(SharedLibrary, plannedByAnEarlierProgram_isComparedAndDone) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto sent = plan();
  ASSERT_TRUE(store
                  .write([](Connection& c) -> base::Result<void> {
                    Query(c, "UPDATE sync_outbox SET pending=0, touched=0").run();
                    return {};
                  })
                  .ok());
  accept(sent);
  EXPECT_EQ(counts().pending, 0);
  edit(agent.id, "Sort very well.");
  EXPECT_THAT(plan().at(0), HasSubstr(R"("if":{"draft_prompt":"e)"));
}

TEST_F(SharedLibrary, invalid_staysInTheLibrary_isTold_andHoldsUpNothing) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Somehow invalid.");
  refuse(plan().at(0), wire::MutationState::Rejected, "invalid");
  EXPECT_EQ(load(agent.id).content.prompt, "Somehow invalid.");
  EXPECT_THAT(inbox(), SizeIs(1));
  insert("Next", "Goes.");
  EXPECT_THAT(plan(), SizeIs(1));
}

TEST_F(SharedLibrary, whatHangsOnARefusedOne_waitsWithIt_andGoesWithTheNextEdit) {
  const auto agent = insert("Triage", "Somehow invalid.");
  refuse(plan().at(0), wire::MutationState::Rejected, "invalid");
  EXPECT_THAT(plan(), IsEmpty());  // its version is not sent without it
  EXPECT_EQ(load(agent.id).headVersion, agent.headVersion);
  edit(agent.id, "Mended.");
  const auto again = plan();
  std::string all;
  for (const auto& mutation : again) all += mutation;
  EXPECT_THAT(all, HasSubstr("Mended."));
  EXPECT_THAT(all, HasSubstr(load(agent.id).headVersion.toString()));
  accept(again);
  accept(plan());
  EXPECT_EQ(counts().pending, 0);
}

TEST_F(SharedLibrary, answerOfEarlierGivenAgain_leavesWhatCameAfterIt) {
  const auto edited = insert("Edited", "Sort.");
  const auto deleted = insert("Deleted", "Sort.");
  const auto mutations = plan();
  const auto taken = head += 2;
  auto theirs = shared(edited.id);
  theirs.content.prompt = "Theirs.";
  ASSERT_TRUE(take({rowOf(edited.id, theirs), tombstone(deleted.id)}).ok());
  wire::PushReply again{.epoch = kEpoch, .head = head, .results = {}};
  for (const auto& mutation : mutations)
    again.results.push_back({.number = numberOf(mutation),
                             .state = wire::MutationState::Applied,
                             .duplicate = true,
                             .version = taken,
                             .etags = {R"({"draft_prompt":"e1"})"}});
  ASSERT_TRUE(store.write([&](Connection& c) { return settlePush(c, again); }).ok());
  EXPECT_FALSE(has(deleted.id));
  EXPECT_EQ(position().digest.live, 1);
  edit(edited.id, "Theirs and mine.");
  EXPECT_THAT(plan(), Contains(HasSubstr(R"("if":{"draft_prompt":"e2"})")));
}

TEST_F(SharedLibrary, sentBeforeTheFirstPage_theHistoryThatTookItIsKnown) {
  insert("Triage", "Sort.");
  accept(plan());
  EXPECT_EQ(position().epoch, kEpoch);
}

TEST_F(SharedLibrary, clearedAndSetAgainWhileOnItsWay_isSent) {
  const auto agent = insert("Triage", "Sort.");
  const auto archive = [&](bool archived) {
    ASSERT_TRUE(store.write([&](Connection& c) { return setArchived(c, agent.id, archived); }).ok());
  };
  archive(true);
  accept(plan());
  const auto version = own(kVersionType, agent.headVersion.uuid);
  ASSERT_TRUE(take({version, rowOf(agent.id, shared(agent.id))}).ok());
  archive(false);
  const auto sent = plan();
  EXPECT_THAT(sent.at(0), HasSubstr(R"("archived":null)"));
  archive(true);
  accept(sent);
  EXPECT_EQ(counts().pending, 1);
  EXPECT_THAT(plan().at(0), HasSubstr(R"("archived":true)"));
}

TEST_F(SharedLibrary, goneOfEarlier_isNotGone_whereSomebodyBroughtItBack) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto mutation = plan().at(0);
  auto theirs = shared(agent.id);
  theirs.content.name = "Brought back";
  theirs.content.prompt = "Sort.";
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  const wire::PushReply again{
      .epoch = kEpoch,
      .head = head,
      .results = {{.number = numberOf(mutation), .state = wire::MutationState::Gone, .duplicate = true}}};
  ASSERT_TRUE(store.write([&](Connection& c) { return settlePush(c, again); }).ok());
  EXPECT_EQ(load(agent.id).content.name, "Brought back");
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well.");
  EXPECT_THAT(plan().at(0), HasSubstr("Sort well."));
}

// A library that is whole, and answers that say what there is besides.
class WholeLibrary : public SharedLibrary {
 protected:
  void SetUp() override {
    SharedLibrary::SetUp();
    ASSERT_TRUE(take({}).ok());
  }

  // All was taken, and nobody else wrote. `records`: of each mutation, in its order.
  wire::PushReply answer(const std::vector<std::string>& sent,
                         const std::vector<std::vector<base::Uuid>>& records) {
    wire::PushReply reply{.epoch = epoch, .from = head, .digest = position().digest, .results = {}};
    for (std::size_t i = 0; i < sent.size(); ++i) {
      wire::MutationResult result{.number = numberOf(sent[i]), .state = wire::MutationState::Applied};
      for (const auto& record : records.at(i)) {
        auto& version = m_versions[record];
        if (version > 0) reply.digest.mix ^= wire::rowHash(record, version);
        reply.digest.live += version > 0 ? 0 : 1;
        version = ++head;
        reply.digest.mix ^= wire::rowHash(record, version);
        result.versions.push_back(version);
        result.etags.emplace_back(R"({"draft_prompt":"e1"})");
      }
      result.version = head;
      reply.results.push_back(std::move(result));
    }
    reply.head = head;
    return reply;
  }
  bool caughtUp(const wire::PushReply& reply) {
    return store.write([&](Connection& c) { return settlePush(c, reply); })->caughtUp;
  }
  static std::vector<base::Uuid> both(const domain::Agent& agent) {
    return {agent.headVersion.uuid, agent.id.uuid};
  }

 private:
  std::map<base::Uuid, std::int64_t> m_versions;
};

TEST_F(WholeLibrary, answerThatTellsAll_needsNoPage) {
  const auto agent = insert("Triage", "Sort.");
  const auto made = answer(plan(), {both(agent)});
  EXPECT_TRUE(caughtUp(made));
  EXPECT_EQ(position().cursor, 2);
  EXPECT_EQ(position().digest, made.digest);
  edit(agent.id, "Sort well.");
  const auto sent = plan();
  EXPECT_THAT(sent.at(0), HasSubstr(R"("if":{"draft_prompt":"e1"})"));
  const auto changed = answer(sent, {both(load(agent.id))});
  EXPECT_TRUE(caughtUp(changed));
  EXPECT_EQ(position().cursor, 4);
  EXPECT_EQ(position().digest, changed.digest);
  EXPECT_EQ(counts().pending, 0);
  // A page that tells all of it again finds it as it is.
  const std::vector<wire::SyncRow> again{
      {.type = "agent_version", .id = agent.headVersion.uuid, .version = 1, .own = true}};
  ASSERT_TRUE(take(again).ok());
  EXPECT_EQ(position().digest, changed.digest);
}

TEST_F(WholeLibrary, whereSomebodyWroteBetween_aPageTellsWhat) {
  const auto agent = insert("Triage", "Sort.");
  const auto sent = plan();
  ++head;
  EXPECT_FALSE(caughtUp(answer(sent, {both(agent)})));
  EXPECT_EQ(position().cursor, 0);
  EXPECT_EQ(position().digest.live, 0);
}

// An edit that says what stands there already has the version of whoever wrote that.
TEST_F(WholeLibrary, versionThatIsNotItsOwn_countsForNothing) {
  const auto agent = insert("Triage", "Sort.");
  const auto sent = plan();
  auto reply = answer(sent, {both(agent)});
  reply.results[0].versions[0] = 0;
  EXPECT_FALSE(caughtUp(reply));
  EXPECT_EQ(position().cursor, 0);
}

TEST_F(WholeLibrary, whatDoesNotFit_isLeftToAPage) {
  const auto agent = insert("Triage", "Sort.");
  auto reply = answer(plan(), {both(agent)});
  reply.digest.mix ^= 1;
  EXPECT_FALSE(caughtUp(reply));
  EXPECT_EQ(position().cursor, 0);
}

TEST_F(WholeLibrary, serverOfEarlier_tellsItInAPage) {
  const auto agent = insert("Triage", "Sort.");
  auto reply = answer(plan(), {both(agent)});
  reply.from.reset();
  EXPECT_FALSE(caughtUp(reply));
  EXPECT_EQ(position().cursor, 0);
}

TEST_F(WholeLibrary, deletedWhileOnItsWay_itsVersionComesWithAPage) {
  const auto agent = insert("Triage", "Sort.");
  const auto sent = plan();
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agent.id); }).ok());
  EXPECT_FALSE(caughtUp(answer(sent, {both(agent)})));
  EXPECT_EQ(position().cursor, 0);
  EXPECT_EQ(counts().pending, 1);  // the deletion, which needs what the page tells
}

// The deletion met another's edit, which is shown instead; the edit from before it is still on its way.
TEST_F(WholeLibrary, deletedInVainWhileOnItsWay_comesWithAPage) {
  const auto agent = insert("Triage", "Sort.");
  ASSERT_TRUE(caughtUp(answer(plan(), {both(agent)})));
  ASSERT_TRUE(store.write([&](Connection& c) { return setArchived(c, agent.id, true); }).ok());
  const auto sent = plan();
  auto theirs = shared(agent.id);
  theirs.archived = false;
  theirs.content.name = "Theirs";
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agent.id); }).ok());
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  ASSERT_EQ(load(agent.id).content.name, "Theirs");
  const auto cursor = position().cursor;
  EXPECT_FALSE(caughtUp(answer(sent, {{agent.id.uuid}})));
  EXPECT_EQ(position().cursor, cursor);
}

TEST_F(WholeLibrary, deletion_isSeenInAPage) {
  const auto agent = insert("Triage", "Sort.");
  ASSERT_TRUE(caughtUp(answer(plan(), {both(agent)})));
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agent.id); }).ok());
  EXPECT_FALSE(caughtUp(answer(plan(), {{agent.id.uuid}})));
  EXPECT_EQ(position().cursor, 2);
}

}  // namespace
}  // namespace aiagent::store
