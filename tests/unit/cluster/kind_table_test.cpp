#include "core/cluster/kind_table.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;

class Table : public testing::Test {
 protected:
  wire::KubeRow pod(const std::string& name, const std::string& uid, const std::string& version = "1",
                    bool ready = false) {
    wire::PodRow row;
    row.head.kind = wire::KubeKind::Pod;
    row.head.nameSpace = names.name("aiagent");
    row.head.name = name;
    row.head.uid = uid;
    row.head.resourceVersion = version;
    row.ready = ready;
    return row;
  }

  base::Interner names;
  KindTable table;
};

TEST_F(Table, put_tellsNewAndChangedRows) {
  EXPECT_THAT(table.put(pod("a", "u1")).added, ElementsAre("u1"));
  EXPECT_THAT(table.put(pod("a", "u1", "2", true)).changed, ElementsAre("u1"));
  EXPECT_EQ(table.size(), 1u);
}

TEST_F(Table, put_ofTheSameInAnotherVersion_isNoChange_andKeepsTheVersion) {
  table.put(pod("a", "u1", "1"));
  EXPECT_TRUE(table.put(pod("a", "u1", "2")).empty());
  EXPECT_EQ(wire::headOf(*table.find("u1")).resourceVersion, "2");
}

// D4.12: an object that was made again under its name is another one.
TEST_F(Table, sameNameWithAnotherUid_isAnotherRow) {
  table.put(pod("a", "u1"));
  EXPECT_THAT(table.put(pod("a", "u2")).added, ElementsAre("u2"));
  EXPECT_THAT(table.remove(pod("a", "u1", "5")).removed, ElementsAre("u1"));
  EXPECT_TRUE(table.find("u2"));
}

TEST_F(Table, remove_ofWhatIsNotThere_isNoChange) {
  EXPECT_TRUE(table.remove(pod("a", "u1")).empty());
}

TEST_F(Table, staged_isSeenWhenItIsTaken_andWhatItLacksIsGone) {
  table.put(pod("a", "u1"));
  table.put(pod("b", "u2"));
  table.put(pod("c", "u3"));
  table.beginStaging();
  table.stage(pod("b", "u2", "9", true));
  table.stage(pod("c", "u3", "9"));
  table.stage(pod("d", "u4"));
  EXPECT_EQ(table.size(), 3u);
  const auto diff = table.takeStaged();
  EXPECT_THAT(diff.added, ElementsAre("u4"));
  EXPECT_THAT(diff.changed, ElementsAre("u2"));
  EXPECT_THAT(diff.removed, ElementsAre("u1"));
  EXPECT_EQ(table.size(), 3u);
}

TEST_F(Table, stagingThatWasBegunAnew_forgetsWhatCameBefore) {
  table.beginStaging();
  table.stage(pod("a", "u1"));
  table.beginStaging();
  table.stage(pod("b", "u2"));
  EXPECT_THAT(table.takeStaged().added, ElementsAre("u2"));
}

TEST_F(Table, deletedWhileItIsStaged_isNotTaken) {
  table.beginStaging();
  table.stage(pod("a", "u1"));
  table.unstage(pod("a", "u1", "3"));
  EXPECT_TRUE(table.takeStaged().empty());
}

TEST_F(Table, whatIsOwned_isKnownByItsOwner_throughEveryChange) {
  const auto owned = [this](const std::string& uid, const std::string& owner,
                            const std::string& version = "1") {
    auto row = pod(uid, uid, version);
    std::get<wire::PodRow>(row).head.owner.uid = names.name(owner);
    return row;
  };
  const auto of = [this](std::string_view owner) {
    std::vector<std::string> uids;
    for (const auto* row : table.ownedBy(owner)) uids.push_back(wire::headOf(*row).uid);
    return uids;
  };
  table.put(owned("a", "set"));
  table.put(owned("b", "set"));
  table.put(owned("c", ""));
  EXPECT_THAT(of("set"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(of(""), ElementsAre("c"));
  table.put(owned("d", "set"));
  table.put(owned("a", "set", "2"));
  EXPECT_THAT(of("set"), UnorderedElementsAre("a", "b", "d"));
  table.put(owned("c", "other", "2"));  // adopted
  EXPECT_THAT(of(""), IsEmpty());
  EXPECT_THAT(of("other"), ElementsAre("c"));
  table.remove(owned("a", "another that its last version told of", "3"));
  EXPECT_THAT(of("set"), UnorderedElementsAre("b", "d"));
  table.beginStaging();
  table.stage(owned("b", "set"));
  table.stage(owned("e", ""));
  EXPECT_THAT(of("set"), UnorderedElementsAre("b", "d"));
  table.takeStaged();
  EXPECT_THAT(of("set"), ElementsAre("b"));
  EXPECT_THAT(of(""), ElementsAre("e"));
  EXPECT_THAT(of("other"), IsEmpty());
}

TEST(DiffGatherer, tellsEachRowOnce) {
  DiffGatherer all;
  all.add({.added = {"new", "brief"}, .changed = {"old"}, .removed = {"gone"}});
  all.add({.added = {"gone", "other"}, .changed = {"new", "old", "third"}, .removed = {"brief"}});
  all.add({.added = {}, .changed = {}, .removed = {"third"}});
  const auto diff = all.take();
  EXPECT_THAT(diff.added, UnorderedElementsAre("new", "other"));
  EXPECT_THAT(diff.changed, UnorderedElementsAre("old", "gone"));
  EXPECT_THAT(diff.removed, UnorderedElementsAre("third"));
  EXPECT_TRUE(all.empty());
}

TEST(DiffGatherer, manyAreTakenInParts_andWhatStaysIsStillGathered) {
  DiffGatherer all;
  TableDiff many;
  for (int i = 0; i < 10; ++i) many.added.push_back(std::to_string(i));
  all.add(many);
  const auto first = all.take(4);
  EXPECT_EQ(first.added.size(), 4u);
  EXPECT_EQ(all.size(), 6u);
  all.add({.added = {}, .changed = many.added, .removed = {}});
  const auto rest = all.take();
  EXPECT_EQ(rest.added.size(), 6u) << "nobody has seen them yet";
  EXPECT_THAT(rest.changed, UnorderedElementsAreArray(first.added));
  EXPECT_TRUE(all.empty());
}

TEST_F(Table, textsBeyondAnyCluster_areTooMuch_untilTheyAreGone) {
  const auto large = [this](const std::string& uid) {
    auto row = pod("a", uid);
    std::get<wire::PodRow>(row).head.texts.bytes = 400u << 20;
    return row;
  };
  table.put(large("u1"));
  table.put(large("u1"));
  EXPECT_FALSE(table.isTooLarge()) << "one row, however often it comes";
  table.put(large("u2"));
  EXPECT_TRUE(table.isTooLarge());
  table.remove(large("u1"));
  EXPECT_FALSE(table.isTooLarge());

  table.beginStaging();
  table.stage(large("u3"));
  table.stage(large("u3"));
  EXPECT_FALSE(table.isStagedTooLarge());
  table.stage(large("u4"));
  EXPECT_TRUE(table.isStagedTooLarge());
  table.unstage(large("u4"));
  EXPECT_FALSE(table.isStagedTooLarge());
  table.takeStaged();
  EXPECT_FALSE(table.isStagedTooLarge());
  EXPECT_FALSE(table.isTooLarge());
  table.put(large("u5"));
  EXPECT_TRUE(table.isTooLarge()) << "what was staged counts when it is shown";
}

}  // namespace
}  // namespace aiagent::cluster
