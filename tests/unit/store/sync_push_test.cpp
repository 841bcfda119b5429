// What is sent of a shared library: core/store/sync_push.cpp.
#include "core/store/sync_repository.h"

#include "core/store/agent_repository.h"
#include "tests/unit/store/shared_library.h"

namespace aiagent::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

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

TEST_F(SharedLibrary, whatIsOnItsWay_isSentAgainUnchanged) {
  insert("Triage", "Sort.");
  const auto first = plan();
  insert("Second", "More.");
  EXPECT_EQ(plan(), first);
}

TEST_F(SharedLibrary, plannedAhead_followsWhatIsOnItsWayAndIsSentAgainWithIt) {
  insert("First", "One.");
  const auto first = plan();
  insert("Second", "Two.");
  const auto next = store.write([](Connection& c) { return planAhead(c); })->mutations;
  ASSERT_THAT(next, SizeIs(1));
  EXPECT_THAT(next[0], HasSubstr("Two."));
  EXPECT_EQ(test::numberOf(next[0]), test::numberOf(first[0]) + 1);
  EXPECT_THAT(store.write([](Connection& c) { return planAhead(c); })->mutations, IsEmpty());
  EXPECT_EQ(plan(), (std::vector<std::string>{first[0], next[0]}));
  accept(first);
  EXPECT_EQ(plan(), next);
  accept(next);
  EXPECT_EQ(counts().pending, 0);
}

TEST_F(SharedLibrary, editOfWhatIsOnItsWay_isNotPlannedAhead) {
  const auto agent = insert("First", "One.");
  const auto first = plan();
  edit(agent.id, "One and a half.");
  EXPECT_THAT(store.write([](Connection& c) { return planAhead(c); })->mutations, IsEmpty());
  accept(first);
  EXPECT_THAT(plan().at(0), HasSubstr("One and a half."));
}

TEST_F(SharedLibrary, moreThanOneRequestHoldsOnItsWay_isSentAgainInParts) {
  for (const auto* name : {"a", "b", "c"}) insert(name, name);
  const auto all = plan();
  ASSERT_THAT(all, SizeIs(3));
  const auto part = store.write([](Connection& c) { return planPush(c, {.mutations = 2}); });
  EXPECT_EQ(part->mutations, std::vector<std::string>(all.begin(), all.begin() + 2));
  EXPECT_TRUE(part->more);
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

}  // namespace
}  // namespace aiagent::store
