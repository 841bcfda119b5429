#include "core/store/sync_repository.h"

#include "tests/unit/store/shared_library.h"

namespace aiagent::store {
namespace {

using domain::AgentId;
using test::kEpoch;
using test::named;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

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

TEST_F(SharedLibrary, restoredServer_withoutAnEditThatNoPageToldOf_isOfferedItAgain) {
  const auto agent = synced("Triage", "Sort.");
  const auto before = shared(agent.id);
  edit(agent.id, "Sort well.");
  const auto old = head;
  accept(plan());
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "epoch_changed"); }).ok());
  EXPECT_THAT(plan(), IsEmpty());  // not before the new history is here
  auto row = rowOf(agent.id, before);
  row.version = head = old;
  ASSERT_TRUE(take({row}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well.");
  EXPECT_THAT(plan().at(0), HasSubstr("Sort well."));
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

TEST_F(SharedLibrary, anotherName_keepsTheIdsOfWhatIsOnItsWay_once) {
  const auto idOf = [](const std::string& mutation) { return mutation.substr(mutation.find("\"mid\""), 50); };
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  const auto first = plan();
  const auto name = position().client;
  const auto mint = [&] { ASSERT_TRUE(store.write([](Connection& c) { return mintClient(c); }).ok()); };
  mint();
  EXPECT_NE(position().client, name);
  const auto second = plan();
  ASSERT_EQ(second.size(), first.size());
  EXPECT_GT(test::numberOf(first.at(0)), 1);
  EXPECT_EQ(test::numberOf(second.at(0)), 1);
  EXPECT_EQ(second[0].substr(second[0].find("\"mid\"")), first[0].substr(first[0].find("\"mid\"")));
  EXPECT_EQ(position().nextNumber, std::int64_t(second.size()) + 1);
  mint();
  EXPECT_NE(idOf(plan().at(0)), idOf(first[0]));
}

TEST_F(SharedLibrary, anotherHistoryThatHasWhatIsOnItsWay_mergesWhatCameAfterAlone) {
  const auto agent = synced("Triage", "Sort.");
  edit(agent.id, "Sort well.");
  plan();
  const auto taken = shared(agent.id);
  edit(agent.id, "Sort well. Be brief.");
  ASSERT_TRUE(store.write([](Connection& c) { return beginReplacing(c, "epoch_changed"); }).ok());
  EXPECT_THAT(plan(), IsEmpty());
  ASSERT_TRUE(take({rowOf(agent.id, taken)}).ok());
  EXPECT_EQ(load(agent.id).content.prompt, "Sort well. Be brief.");
  EXPECT_THAT(inbox(), IsEmpty());
  EXPECT_EQ(position().nextNumber, 1);
  EXPECT_THAT(plan().at(0), HasSubstr("Be brief."));
}

TEST_F(SharedLibrary, aRestore_isKnownUntilItIsHere_whateverComesBetween) {
  synced("Triage", "Sort.");
  for (const auto* reason : {"epoch_changed", "cursor_below_floor", "client_retired", "asked"})
    ASSERT_TRUE(store.write([&](Connection& c) { return beginReplacing(c, reason); }).ok());
  EXPECT_EQ(position().replacing, "epoch_changed");
  ASSERT_TRUE(take({}).ok());
  EXPECT_EQ(position().replacing, "");
}

TEST_F(SharedLibrary, digest_isKeptInStep) {
  synced("Triage", "Sort.");
  const auto second = synced("Second", "Sort.");
  ASSERT_TRUE(take({tombstone(second.id)}).ok());
  EXPECT_EQ(*store.read([](Connection& c) { return countedDigest(c); }), position().digest);
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
