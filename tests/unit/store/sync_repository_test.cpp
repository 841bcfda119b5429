#include "core/store/sync_repository.h"

#include <gmock/gmock.h>

#include "core/authoring/content/shared_merge.h"
#include "core/store/agent_repository.h"
#include "core/store/sync_rows.h"
#include "core/store/version_repository.h"
#include "core/wire/json_text.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using domain::Agent;
using domain::AgentContent;
using domain::AgentId;
using test::named;
using test::TempStore;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char kEpoch[] = "0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31";

AgentMerge merge(const domain::SharedAgent& base, const domain::SharedAgent& mine,
                 const domain::SharedAgent& theirs) {
  auto merged = authoring::mergeShared(base, mine, theirs);
  AgentMerge result{.agent = std::move(merged.agent), .fields = {}};
  for (const auto& conflict : merged.conflicts) result.fields.push_back(conflict.field);
  return result;
}

// A shared library, and a server whose answers the test writes.
class SharedLibrary : public testing::Test {
 protected:
  void SetUp() override { bind(); }

  void bind() {
    SyncBinding binding{.origin = "https://agents.example.com",
                        .account = store.ids().next(),
                        .email = "ada@example.com",
                        .workspace = store.ids().next(),
                        .workspaceName = "Team",
                        .role = "member"};
    ASSERT_TRUE(store.write([&](Connection& c) { return bindSync(c, binding); }).ok());
  }
  Agent insert(const std::string& name, const std::string& prompt) {
    auto content = named(name);
    content.prompt = prompt;
    return *store.write([&](Connection& c) { return insertAgent(c, content); });
  }
  void edit(AgentId id, const std::string& prompt) {
    const auto agent = load(id);
    auto content = agent.content;
    content.prompt = prompt;
    ASSERT_TRUE(store.write([&](Connection& c) { return updateAgent(c, id, content, agent.revision); }).ok());
  }
  Agent load(AgentId id) {
    return *store.read([&](Connection& c) { return loadAgent(c, id); });
  }
  bool has(AgentId id) {
    return store.read([&](Connection& c) { return loadAgent(c, id); }).ok();
  }

  std::vector<std::string> plan() {
    return store.write([](Connection& c) { return planPush(c); })->mutations;
  }
  // The server took all that is on its way.
  Settled accept(std::vector<std::string> mutations) {
    wire::PushReply reply{.epoch = kEpoch, .head = head, .lastNumber = 0, .results = {}};
    for (const auto& mutation : mutations)
      reply.results.push_back({.number = numberOf(mutation),
                               .state = wire::MutationState::Applied,
                               .version = ++head,
                               .etags = {R"({"draft_prompt":"e1"})"}});
    reply.head = head;
    return *store.write([&](Connection& c) { return settlePush(c, reply); });
  }
  Settled refuse(const std::string& mutation, wire::MutationState state, const std::string& code = {}) {
    const wire::PushReply reply{.epoch = kEpoch,
                                .head = head,
                                .results = {{.number = numberOf(mutation), .state = state, .code = code}}};
    return *store.write([&](Connection& c) { return settlePush(c, reply); });
  }
  static std::int64_t numberOf(const std::string& mutation) {
    const auto members = wire::jsonMembers(mutation);
    return std::stoll(std::string(wire::findMember(*members, "n")->value));
  }

  wire::SyncRow rowOf(AgentId id, const domain::SharedAgent& agent) {
    return {.type = "agent",
            .id = id.uuid,
            .version = ++head,
            .fields = wire::toJson(wire::toFields(agent)),
            .etags = R"({"draft_prompt":"e2"})"};
  }
  // As this device made it.
  wire::SyncRow own(std::string_view type, const base::Uuid& id) {
    return {.type = std::string(type), .id = id, .version = ++head, .own = true};
  }
  std::optional<SyncRowState> rowIn(const base::Uuid& id) {
    return *store.read(
        [&](Connection& c) -> base::Result<std::optional<SyncRowState>> { return readSyncRow(c, id); });
  }
  wire::SyncRow tombstone(AgentId id) {
    return {.type = "agent", .id = id.uuid, .version = ++head, .deleted = true};
  }
  base::Result<Applied> take(std::vector<wire::SyncRow> rows, bool complete = true) {
    const auto at = position();
    wire::PullReply page{.epoch = kEpoch,
                         .from = at.from(),
                         .to = head,
                         .head = head,
                         .complete = complete,
                         .role = "member",
                         .rows = std::move(rows)};
    return store.write([&](Connection& c) { return takePage(c, page, merge); });
  }
  SyncPosition position() {
    return *store.read([](Connection& c) { return syncPosition(c); });
  }
  std::vector<InboxItem> inbox() {
    return *store.read([](Connection& c) { return listInbox(c); });
  }
  SyncCounts counts() {
    return *store.read([](Connection& c) { return syncCounts(c); });
  }
  domain::SharedAgent shared(AgentId id) {
    return *store.read(
        [&](Connection& c) -> base::Result<domain::SharedAgent> { return *readShared(c, id); });
  }

  // An agent that the server has as this library does.
  Agent synced(const std::string& name, const std::string& prompt) {
    const auto agent = insert(name, prompt);
    accept(plan());
    auto rows = std::vector<wire::SyncRow>{rowOf(agent.id, shared(agent.id))};
    EXPECT_TRUE(take(rows).ok());
    EXPECT_EQ(counts().pending, 0);
    return agent;
  }

  TempStore store;
  std::int64_t head = 0;
};

TEST_F(SharedLibrary, newAgent_isSentWithItsVersionAsOne) {
  const auto agent = insert("Triage", "Sort.");
  const auto mutations = plan();
  ASSERT_THAT(mutations, SizeIs(1));
  EXPECT_THAT(mutations[0], HasSubstr(R"("op":"group")"));
  EXPECT_THAT(mutations[0], HasSubstr(agent.headVersion.toString()));
  accept(mutations);
  EXPECT_THAT(plan(), IsEmpty());
  EXPECT_EQ(counts().pending, 0);
}

TEST_F(SharedLibrary, ownRow_movesTheVersionAlone) {
  const auto agent = insert("Triage", "Sort.");
  accept(plan());
  const auto taken = take({own(kAgentType, agent.id.uuid), own(kVersionType, agent.headVersion.uuid)});
  ASSERT_TRUE(taken.ok());
  EXPECT_TRUE(taken->complete);
  EXPECT_EQ(position().digest.live, 2);
  EXPECT_EQ(rowIn(agent.id.uuid)->version, head - 1);
  EXPECT_EQ(rowIn(agent.id.uuid)->etags, R"({"draft_prompt":"e1"})");
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
  ASSERT_TRUE(store
                  .write([&](Connection& c) -> base::Result<void> {
                    eraseShared(c, agent.id);
                    return {};
                  })
                  .ok());
  ASSERT_TRUE(take({own(kAgentType, agent.id.uuid)}).ok());
  EXPECT_EQ(position().replacing, "asked");
}

TEST_F(SharedLibrary, whatIsOnItsWay_isSentAgainUnchanged) {
  insert("Triage", "Sort.");
  const auto first = plan();
  insert("Second", "More.");
  EXPECT_EQ(plan(), first);
}

TEST_F(SharedLibrary, edit_goesAsTheDifferenceOverWhatWasSeen) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto mutations = plan();
  ASSERT_THAT(mutations, SizeIs(1));
  EXPECT_THAT(mutations[0], HasSubstr(R"("draft_prompt":"Sort well.")"));
  EXPECT_THAT(mutations[0], HasSubstr(R"("if":{"draft_prompt":"e2"})"));
  EXPECT_THAT(mutations[0], Not(HasSubstr(R"("name":"Triage","parents)")));
}

TEST_F(SharedLibrary, editWhileOneIsOnItsWay_followsIt) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto first = plan();
  edit(agent.id, "Sort very well.");
  accept(first);
  EXPECT_EQ(counts().pending, 1);
  EXPECT_THAT(plan().at(0), HasSubstr("Sort very well."));
}

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

TEST_F(SharedLibrary, deletedHere_isSentOverTheVersionThatWasSeen) {
  const auto agent = synced("Triage", "Sort.");
  const auto seen = head;
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agent.id); }).ok());
  const auto mutations = plan();
  ASSERT_THAT(mutations, SizeIs(1));
  EXPECT_THAT(mutations[0], HasSubstr(R"("op":"delete")"));
  EXPECT_THAT(mutations[0], HasSubstr(R"("if_v":)" + std::to_string(seen)));
}

TEST_F(SharedLibrary, neverSentAndDeleted_isForgotten) {
  const auto agent = insert("Triage", "Sort.");
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agent.id); }).ok());
  EXPECT_EQ(counts().pending, 0);
  EXPECT_THAT(plan(), IsEmpty());
}

TEST_F(SharedLibrary, forbidden_showsWhatTheServerHas_andKeepsTheWords) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Not allowed.");
  refuse(plan().at(0), wire::MutationState::Rejected, "forbidden");
  EXPECT_EQ(load(agent.id).content.prompt, "Sort.");
  ASSERT_THAT(inbox(), SizeIs(1));
  EXPECT_EQ(inbox()[0].mine->content.prompt, "Not allowed.");
  EXPECT_EQ(counts().pending, 0);
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

TEST_F(SharedLibrary, digest_isKeptInStep) {
  synced("Triage", "Sort.");
  const auto second = synced("Second", "Sort.");
  ASSERT_TRUE(take({tombstone(second.id)}).ok());
  EXPECT_EQ(*store.read([](Connection& c) { return countedDigest(c); }), position().digest);
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

TEST_F(SharedLibrary, replacement_ofARestoredServer_keepsWhatItLost) {
  const auto own = synced("Own", "Mine.");
  const auto foreign = AgentId{store.ids().next()};
  ASSERT_TRUE(take({rowOf(foreign, {.content = named("Foreign")})}).ok());
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "epoch_changed"); }).ok());
  ASSERT_TRUE(store.write([](Connection& c) { return mintClient(c); }).ok());
  head = 0;
  const auto applied = take({});
  ASSERT_TRUE(applied.ok());
  EXPECT_TRUE(has(own.id));    // offered again
  EXPECT_FALSE(has(foreign));  // another's: in the inbox
  EXPECT_EQ(applied->lost, 1);
  EXPECT_THAT(plan(), Not(IsEmpty()));
}

TEST_F(SharedLibrary, replacement_afterAPurge_resurrectsNothing) {
  const auto gone = synced("Gone", "Old.");
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "cursor_below_floor"); }).ok());
  ASSERT_TRUE(take({}).ok());
  EXPECT_FALSE(has(gone.id));
  EXPECT_THAT(plan(), IsEmpty());
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

TEST_F(SharedLibrary, restoredServer_withoutAnEditThatNoPageToldOf_isOfferedItAgain) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto before = shared(agent.id);
  const auto old = head;
  accept(plan());
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "epoch_changed"); }).ok());
  EXPECT_THAT(plan(), IsEmpty());  // not before the new history is here
  auto row = rowOf(agent.id, before);
  row.version = head = old;
  auto without = wire::sharedAgentFrom(*wire::fieldsFromJson(row.fields));
  without.content.prompt = "Sort.";
  row.fields = wire::toJson(wire::toFields(without));
  ASSERT_TRUE(take({row}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well.");
  EXPECT_THAT(plan().at(0), HasSubstr("Sort well."));
}

TEST_F(SharedLibrary, takenEditThatNoPageBrings_doesNotFit) {
  insert("Triage", "Sort.");
  accept(plan());
  const auto applied = take({});
  ASSERT_TRUE(applied.ok());
  EXPECT_FALSE(applied->digestFits);
}

TEST_F(SharedLibrary, pagesOfAReplacement_areOfOneHistory) {
  const auto agent = synced("Triage", "Sort.");
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "asked"); }).ok());
  EXPECT_EQ(position().epochToAsk(), kEpoch);
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "epoch_changed"); }).ok());
  EXPECT_EQ(position().epochToAsk(), "");
  ASSERT_TRUE(take({rowOf(agent.id, shared(agent.id))}, false).ok());
  EXPECT_EQ(position().epochToAsk(), kEpoch);
}

TEST_F(SharedLibrary, sentBeforeTheFirstPage_theHistoryThatTookItIsKnown) {
  insert("Triage", "Sort.");
  accept(plan());
  EXPECT_EQ(position().epoch, kEpoch);
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

TEST_F(SharedLibrary, anotherAccount_isRefused) {
  const SyncBinding other{
      .account = store.ids().next(), .workspace = store.ids().next(), .workspaceName = "Other"};
  const auto bound = store.write([&](Connection& c) { return bindSync(c, other); });
  ASSERT_FALSE(bound.ok());
  EXPECT_EQ(bound.error().code, base::ErrorCode::Conflict);
}

}  // namespace
}  // namespace aiagent::store
