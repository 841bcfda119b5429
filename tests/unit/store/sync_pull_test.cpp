// What pages of the server do to the library: core/store/sync_pull.cpp.
#include "core/store/sync_repository.h"

#include "core/store/agent_repository.h"
#include "core/store/sync_rows.h"
#include "core/store/version_repository.h"
#include "tests/unit/store/shared_library.h"

namespace aiagent::store {
namespace {

using domain::AgentId;
using test::kEpoch;
using test::numberOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST_F(SharedLibrary, othersEdit_isFollowed_andIsNoEditOfThisDevice) {
  const auto agent = synced("Triage", "Sort.");
  auto theirs = shared(agent.id);
  theirs.content.prompt = "Theirs.";
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Theirs.");
  EXPECT_EQ(counts().pending, 0);
}

TEST_F(SharedLibrary, editsOfDifferentLines_areMerged) {
  const auto agent = synced("Triage", "One.\n\nTwo.\n\nThree.");
  edit(agent.id, "One, mine.\n\nTwo.\n\nThree.");
  auto theirs = shared(agent.id);
  theirs.content.prompt = "One.\n\nTwo.\n\nThree, theirs.";
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "One, mine.\n\nTwo.\n\nThree, theirs.");
  EXPECT_THAT(inbox(), IsEmpty());
  EXPECT_GE(counts().pending, 1);
}

TEST_F(SharedLibrary, editsOfTheSameWords_waitInTheInbox) {
  const auto agent = synced("Triage", "Sort tickets.");
  edit(agent.id, "Sort mails.");
  auto theirs = shared(agent.id);
  theirs.content.prompt = "Sort letters.";
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort letters.");
  const auto items = inbox();
  ASSERT_THAT(items, SizeIs(1));
  EXPECT_THAT(items[0].fields, ElementsAre("prompt"));
  EXPECT_EQ(items[0].mine->content.prompt, "Sort mails.");
  auto mine = load(agent.id).content;
  mine.prompt = "Sort mails.";
  ASSERT_TRUE(store.write([&](Connection& c) { return resolveInboxItem(c, items[0].id, mine, "Ada"); }).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort mails.");
  EXPECT_THAT(inbox(), IsEmpty());
}

TEST_F(SharedLibrary, editsOfTheSameWords_areToldUnderTheNameThatTheAgentGoesOnWith) {
  const auto agent = synced("Triage", "Sort tickets.");
  auto mine = load(agent.id).content;
  mine.name = "Mail triage";
  mine.prompt = "Sort mails.";
  ASSERT_TRUE(store.write([&](Connection& c) { return updateAgent(c, agent.id, mine, 1); }).ok());
  auto theirs = shared(agent.id);
  theirs.content.name = "Letter triage";
  theirs.content.prompt = "Sort letters.";
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}).ok());
  EXPECT_EQ(load(agent.id).content.name, "Mail triage");
  EXPECT_EQ(inbox().at(0).name, "Mail triage");
}

TEST_F(SharedLibrary, deletedThere_whatWasTypedHereIsRecovered_andCanComeBack) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Unsent words.");
  ASSERT_TRUE(take({tombstone(agent.id)}).ok());
  EXPECT_FALSE(has(agent.id));
  const auto items = inbox();
  ASSERT_THAT(items, SizeIs(1));
  EXPECT_EQ(items[0].kind, InboxKind::Recovered);
  EXPECT_EQ(items[0].mine->content.prompt, "Unsent words.");
  ASSERT_TRUE(
      store.write([&](Connection& c) { return resolveInboxItem(c, items[0].id, items[0].mine->content, ""); })
          .ok());
  EXPECT_TRUE(has(agent.id));
  bool restores = false;
  for (const auto& mutation : plan())
    restores = restores || mutation.find(R"("op":"restore")") != std::string::npos;
  EXPECT_TRUE(restores);
}

TEST_F(SharedLibrary, deletedThere_withoutEdits_justGoes) {
  const auto agent = synced("Triage", "Sort.");
  ASSERT_TRUE(take({tombstone(agent.id)}).ok());
  EXPECT_FALSE(has(agent.id));
  EXPECT_THAT(inbox(), IsEmpty());
}

TEST_F(SharedLibrary, versionThatComesBeforeItsAgent_waitsForIt) {
  auto theirs = shared(synced("Triage", "Sort.").id);
  const AgentId later{store.ids().next()};
  const domain::AgentVersion version{.id = {store.ids().next()},
                                     .agent = later,
                                     .hash = domain::contentHash(theirs.content),
                                     .content = theirs.content};
  const wire::SyncRow row{.type = "agent_version",
                          .id = version.id.uuid,
                          .version = ++head,
                          .fields = wire::toJson(wire::toFields(version))};
  const auto first = take({row});
  ASSERT_TRUE(first.ok());
  EXPECT_TRUE(first->complete);
  EXPECT_FALSE(has(later));
  theirs.headVersion = version.id;
  ASSERT_TRUE(take({rowOf(later, theirs)}).ok());
  const auto found = store.write([&](Connection& c) { return headVersion(c, later); });
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->id, version.id);
  EXPECT_EQ(found->content.prompt, "Sort.");
}

TEST_F(SharedLibrary, ownRow_movesTheVersionAlone) {
  const auto agent = insert("Triage", "Sort.");
  accept(plan());
  const auto taken = take({own(kAgentType, agent.id.uuid), own(kVersionType, agent.headVersion.uuid)});
  ASSERT_TRUE(taken.ok());
  EXPECT_TRUE(taken->complete);
  EXPECT_EQ(position().digest.live, 2);
  edit(agent.id, "Sort well.");
  EXPECT_THAT(plan().at(0), HasSubstr(R"("if":{"draft_prompt":"e1"})"));
}

TEST_F(SharedLibrary, ownRowThatIsNotKnown_bringsEverythingAnew) {
  const auto taken = take({own(kAgentType, store.ids().next())});
  ASSERT_TRUE(taken.ok());
  EXPECT_FALSE(taken->complete);
  EXPECT_EQ(position().replacing, "asked");
}

TEST_F(SharedLibrary, ownRowOfAnAgentThatIsNotHere_bringsEverythingAnew) {
  const auto agent = insert("Triage", "Sort.");
  accept(plan());
  const auto erase = [&](Connection& c) -> base::Result<void> {
    eraseShared(c, agent.id);
    return {};
  };
  ASSERT_TRUE(store.write(erase).ok());
  ASSERT_TRUE(take({own(kAgentType, agent.id.uuid)}).ok());
  EXPECT_EQ(position().replacing, "asked");
}

TEST_F(SharedLibrary, pagesThatAreNotComplete_areNotSeen) {
  const auto agent = synced("Triage", "Sort.");
  auto theirs = shared(agent.id);
  theirs.content.prompt = "Theirs.";
  const auto before = position().cursor;
  ASSERT_TRUE(take({rowOf(agent.id, theirs)}, false).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort.");
  EXPECT_EQ(position().cursor, before);
  ASSERT_TRUE(take({}, true).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Theirs.");
}

TEST_F(SharedLibrary, bothSavedVersions_theMergeHasBothAsParents) {
  const auto agent = synced("Triage", "One.\n\nTwo.");
  auto theirs = shared(agent.id);
  edit(agent.id, "One, mine.\n\nTwo.");
  const auto mineHead = load(agent.id).headVersion;
  theirs.content.prompt = "One.\n\nTwo, theirs.";
  domain::AgentVersion version{.id = {store.ids().next()},
                               .agent = agent.id,
                               .hash = domain::contentHash(theirs.content),
                               .content = theirs.content};
  theirs.headVersion = version.id;
  wire::SyncRow versionRow{.type = "agent_version",
                           .id = version.id.uuid,
                           .version = ++head,
                           .fields = wire::toJson(wire::toFields(version))};
  ASSERT_TRUE(take({versionRow, rowOf(agent.id, theirs)}).ok());
  const auto head_ = *store.write([&](Connection& c) { return headVersion(c, agent.id); });
  EXPECT_THAT(head_.parents, ElementsAre(version.id, mineHead));
  EXPECT_EQ(head_.content.prompt, "One, mine.\n\nTwo, theirs.");
}

TEST_F(SharedLibrary, takenAndPurgedBeforeTheFirstPage_everythingIsFetchedAnew) {
  const auto agent = insert("Triage", "Sort.");
  accept(plan());
  const wire::PullReply page{
      .epoch = kEpoch, .to = head, .head = head, .floor = head, .complete = true, .role = "member"};
  const auto first = store.write([&](Connection& c) { return takePage(c, page, merge); });
  ASSERT_TRUE(first.ok());
  EXPECT_FALSE(first->complete);
  EXPECT_TRUE(first->digestFits);
  EXPECT_EQ(position().replacing, "asked");
  const auto anew = take({});
  ASSERT_TRUE(anew.ok());
  EXPECT_TRUE(anew->complete);
  EXPECT_TRUE(anew->digestFits);
  EXPECT_FALSE(has(agent.id));
}

TEST_F(SharedLibrary, takenEditThatNoPageBrings_doesNotFit) {
  synced("Other", "Answer.");
  insert("Triage", "Sort.");
  accept(plan());
  const auto applied = take({});
  ASSERT_TRUE(applied.ok());
  EXPECT_FALSE(applied->digestFits);
}

// A server that is set back, and pages of everything then.
class RestoredServer : public SharedLibrary {
 protected:
  void setBack(std::int64_t kept) {
    past.push_back({epoch, kept});
    epoch = store.ids().next().toString();
    head = kept;
  }
  void begin(const std::string& reason = "epoch_changed") {
    ASSERT_TRUE(store.write([&](Connection& c) { return beginReplacing(c, reason); }).ok());
  }
  void takeAll(std::vector<wire::SyncRow> rows) {
    begin();
    ASSERT_TRUE(take(std::move(rows)).ok());
  }
  // As the server has it, in a version of earlier.
  wire::SyncRow rowOf(AgentId id, const domain::SharedAgent& agent, std::int64_t version) {
    auto row = SharedLibrary::rowOf(id, agent);
    --head;
    row.version = version;
    return row;
  }
  // An agent of a prompt of its own, and the same with another.
  domain::SharedAgent saying(AgentId id, const std::string& prompt) {
    auto agent = shared(id);
    agent.content.prompt = prompt;
    return agent;
  }
  // As an agent's own; versions are sent whatever became of it.
  bool sends(const std::string& prompt) {
    for (const auto& mutation : plan()) {
      const auto agent = mutation.find(R"("t":"agent",)");  // comes last of what goes together
      if (agent != std::string::npos && mutation.find(prompt, agent) != std::string::npos) return true;
    }
    return false;
  }
};

TEST_F(RestoredServer, deletedTheAgentOfAnEditThatTheRestoreTook_itIsRecovered) {
  const auto agent = synced("Triage", "Sort.");
  const auto kept = head;
  edit(agent.id, "Sort well.");
  accept(plan());
  setBack(kept);
  takeAll({tombstone(agent.id)});
  EXPECT_FALSE(has(agent.id));
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].kind, InboxKind::Recovered);
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Sort well.");
  EXPECT_FALSE(inbox()[0].base);
}

TEST_F(RestoredServer, deletedTheAgentOfAColleaguesEditThatTheRestoreTook_itIsTold) {
  const auto agent = synced("Triage", "Sort.");
  const auto kept = head;
  ASSERT_TRUE(take({SharedLibrary::rowOf(agent.id, saying(agent.id, "Sort, said a colleague."))}).ok());
  setBack(kept);
  takeAll({tombstone(agent.id)});
  EXPECT_FALSE(has(agent.id));
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].kind, InboxKind::Lost);
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Sort, said a colleague.");
}

TEST_F(RestoredServer, deletedAnAgentThatTheRestoreKept_nothingIsTold) {
  const auto agent = synced("Triage", "Sort.");
  setBack(head);
  takeAll({tombstone(agent.id)});
  EXPECT_FALSE(has(agent.id));
  EXPECT_THAT(inbox(), IsEmpty());
}

TEST_F(RestoredServer, ownEditThatTheRestoreTook_isOfferedAgain) {
  const auto agent = synced("Triage", "Sort.");
  const auto kept = head;
  const auto there = shared(agent.id);
  edit(agent.id, "Sort well.");
  accept(plan());
  setBack(kept);
  takeAll({rowOf(agent.id, there, kept)});
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well.");
  EXPECT_THAT(inbox(), IsEmpty());
  EXPECT_TRUE(sends("Sort well."));
}

TEST_F(RestoredServer, ownEditThatTheRestoreTook_isNotLaidOverWhatAColleagueWroteSince) {
  const auto agent = synced("Triage", "Sort.");
  const auto kept = head;
  const auto theirs = saying(agent.id, "Sort, said a colleague.");
  edit(agent.id, "Sort it.");
  accept(plan());
  edit(agent.id, "Sort well.");
  accept(plan());
  setBack(kept);
  takeAll({SharedLibrary::rowOf(agent.id, theirs)});
  EXPECT_EQ(load(agent.id).content.prompt, "Sort, said a colleague.");
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].kind, InboxKind::Lost);
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Sort well.");
  EXPECT_FALSE(sends("Sort well."));
}

TEST_F(RestoredServer, unsentWordsOverAnEditThatTheRestoreTook_areNotLaidOverWhatAColleagueWroteSince) {
  const auto agent = synced("Triage", "Sort.");
  const auto kept = head;
  const auto theirs = saying(agent.id, "Sort, said a colleague.");
  edit(agent.id, "Sort it.");
  accept(plan());
  edit(agent.id, "Sort it well.");
  setBack(kept);
  takeAll({SharedLibrary::rowOf(agent.id, theirs)});
  EXPECT_EQ(load(agent.id).content.prompt, "Sort, said a colleague.");
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Sort it well.");
  EXPECT_FALSE(sends("Sort it well."));
}

TEST_F(RestoredServer, ownEditThatARestoreOfWhichNobodyToldTook_isNotLaidOverWhatAColleagueWrote) {
  const auto agent = synced("Triage", "Sort.");
  head = position().head;
  const auto theirs = saying(agent.id, "Sort, said a colleague.");
  edit(agent.id, "Sort it.");
  accept(plan());
  edit(agent.id, "Sort well.");
  accept(plan());
  head -= 3;
  begin("cursor_ahead");
  ASSERT_TRUE(take({SharedLibrary::rowOf(agent.id, theirs)}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort, said a colleague.");
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Sort well.");
  EXPECT_FALSE(sends("Sort well."));
}

// Of two histories that nobody told apart a page may have come of each, and the version was on another.
TEST_F(RestoredServer, agentWhoseHeadNeverCame_isOfferedAgainWithOneThatIsThere) {
  synced("Other", "Answer.");
  const AgentId id{store.ids().next()};
  auto theirs = shared(synced("Triage", "Sort.").id);
  theirs.headVersion = {store.ids().next()};
  ASSERT_TRUE(take({SharedLibrary::rowOf(id, theirs)}).ok());
  auto renamed = load(id);
  renamed.content.name = "Mail triage";
  ASSERT_TRUE(
      store.write([&](Connection& c) { return updateAgent(c, id, renamed.content, renamed.revision); }).ok());
  ASSERT_EQ(load(id).headVersion, theirs.headVersion);
  setBack(0);
  takeAll({});
  const auto now = load(id).headVersion;
  EXPECT_NE(now, theirs.headVersion);
  EXPECT_TRUE(store.read([&](Connection& c) { return loadVersion(c, now); }).ok());
  bool together = false;
  for (const auto& mutation : plan())
    together =
        together || (mutation.find(R"("t":"agent_version","id":")" + now.toString()) != std::string::npos &&
                     mutation.find(R"("head_version":")" + now.toString()) != std::string::npos);
  EXPECT_TRUE(together);
}

// What was taken between the first restore's moment and the second's.
TEST_F(RestoredServer, restoredTwiceMeanwhile_whatTheFirstTookIsOfferedAgain) {
  const auto other = synced("Other", "Answer.");
  const auto kept = head;
  const auto agent = synced("Triage", "Sort.");
  setBack(kept);
  setBack(kept + 20);
  takeAll({rowOf(other.id, shared(other.id), kept)});
  EXPECT_TRUE(has(agent.id));
  EXPECT_TRUE(sends("Sort."));
}

TEST_F(RestoredServer, restoredTwiceMeanwhile_whatWasWrittenBetweenIsNoNewerWordOfTheSameHistory) {
  const auto agent = synced("Triage", "Sort.");
  const auto kept = head;
  const auto theirs = saying(agent.id, "Sort, said a colleague.");
  edit(agent.id, "Sort well.");
  accept(plan());
  setBack(kept);
  setBack(kept + 20);
  takeAll({rowOf(agent.id, theirs, kept + 15)});
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Sort well.");
}

// The history that this library followed is none that the server knows.
TEST_F(RestoredServer, restoredToBeforeAnEarlierRestore_whatIsOfTheHistoryBetweenIsOfferedAgain) {
  const auto other = synced("Other", "Answer.");
  const auto kept = head;
  setBack(kept);
  takeAll({rowOf(other.id, shared(other.id), kept)});
  const auto agent = synced("Triage", "Sort.");
  past.clear();
  epoch = kEpoch;
  setBack(kept + 20);
  takeAll({rowOf(other.id, shared(other.id), kept)});
  EXPECT_TRUE(has(agent.id));
  EXPECT_TRUE(sends("Sort."));
}

TEST_F(RestoredServer, restoredAgainWhileThePagesCome_whatTheFirstTookIsOfferedAgain) {
  const auto other = synced("Other", "Answer.");
  const auto kept = head;
  const auto agent = synced("Triage", "Sort.");
  setBack(kept);
  begin();
  ASSERT_TRUE(take({rowOf(other.id, shared(other.id), kept)}, false).ok());
  setBack(kept + 20);
  takeAll({rowOf(other.id, shared(other.id), kept)});
  EXPECT_TRUE(has(agent.id));
  EXPECT_TRUE(sends("Sort."));
}

TEST_F(RestoredServer, restoredFromBeforeHistoriesWereTold_theOldestThatIsToldCounts) {
  const auto other = synced("Other", "Answer.");
  const auto kept = head;
  const auto agent = synced("Triage", "Sort.");
  past = {{"", kept}};
  epoch = store.ids().next().toString();
  setBack(kept + 20);
  takeAll({rowOf(other.id, shared(other.id), kept)});
  EXPECT_TRUE(has(agent.id));
  EXPECT_TRUE(sends("Sort."));
}

TEST_F(SharedLibrary, pagesThatBringEverything_keepTheFloorOfTheFirst) {
  const auto agent = synced("Triage", "Sort.");
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "cursor_below_floor"); }).ok());
  const auto page = [&](std::int64_t from, std::int64_t to, std::int64_t floor) {
    return wire::PullReply{.epoch = kEpoch,
                           .from = from,
                           .to = to,
                           .head = head,
                           .floor = floor,
                           .complete = to == head,
                           .role = "member"};
  };
  const auto take = [&](const wire::PullReply& reply) {
    return store.write([&](Connection& c) { return takePage(c, reply, merge); }).ok();
  };
  head = 9;
  EXPECT_TRUE(take(page(0, 3, 7)));
  EXPECT_EQ(position().floor, 7);
  EXPECT_TRUE(take(page(3, 5, 8)));
  EXPECT_EQ(position().floor, 7);
  EXPECT_TRUE(take(page(5, 9, 8)));
  EXPECT_EQ(position().floor, 0);
}

TEST_F(SharedLibrary, takenUnderAnotherName_thePageWaitsForTheAnswer) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  plan();
  auto theirs = shared(agent.id);  // taken, and gone on with
  const auto takenAs = ++head;
  theirs.content.prompt = "Sort well, said another.";
  edit(agent.id, "Sort well. Be brief.");
  ASSERT_TRUE(store.write([](Connection& c) { return mintClient(c); }).ok());
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "client_retired"); }).ok());
  const auto rows = std::vector<wire::SyncRow>{rowOf(agent.id, theirs)};
  const auto early = take(rows);
  ASSERT_TRUE(early.ok());
  EXPECT_TRUE(early->pushFirst);
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well. Be brief.");
  const auto again = plan();
  ASSERT_THAT(again, SizeIs(1));
  const wire::PushReply reply{.epoch = kEpoch,
                              .head = head,
                              .results = {{.number = numberOf(again[0]),
                                           .state = wire::MutationState::Applied,
                                           .duplicate = true,
                                           .version = takenAs}}};
  ASSERT_TRUE(store.write([&](Connection& c) { return settlePush(c, reply); }).ok());
  EXPECT_THAT(plan(), IsEmpty());  // nothing new before all is here
  ASSERT_TRUE(take(rows).ok());
  const auto merged = load(agent.id).content.prompt;
  EXPECT_EQ(merged.find("well"), merged.rfind("well"));
}

TEST_F(SharedLibrary, takenAndNotAnswered_thePageWaitsForTheAnswer) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto sent = plan();
  auto theirs = shared(agent.id);
  theirs.content.prompt = "Sort well, said another.";
  const auto takenAs = ++head;
  const auto row = rowOf(agent.id, theirs);
  wire::PullReply page{.epoch = kEpoch,
                       .from = position().from(),
                       .to = head,
                       .head = head,
                       .lastNumber = numberOf(sent.at(0)),
                       .complete = true,
                       .role = "member",
                       .rows = {row}};
  const auto taken = store.write([&](Connection& c) { return takePage(c, page, merge); });
  EXPECT_TRUE(taken->pushFirst);
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well.");
  const wire::PushReply reply{
      .epoch = kEpoch,
      .head = head,
      .results = {
          {.number = numberOf(sent.at(0)), .state = wire::MutationState::Applied, .version = takenAs}}};
  ASSERT_TRUE(store.write([&](Connection& c) { return settlePush(c, reply); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return takePage(c, page, merge); }).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well, said another.");
  EXPECT_THAT(inbox(), IsEmpty());
}

}  // namespace
}  // namespace aiagent::store
