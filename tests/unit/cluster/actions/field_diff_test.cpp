#include "core/cluster/actions/field_diff.h"

#include <gmock/gmock.h>

#include "tests/unit/cluster/actions/recorded_view.h"

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FieldDiff, whatEveryWriteChanges_isLeftOut) {
  EXPECT_THAT(
      changesBetween(parsed(R"({"metadata":{"resourceVersion":"1","generation":1},"status":{"a":1}})"),
                     parsed(R"({"metadata":{"resourceVersion":"2","generation":2,"managedFields":[]}})")),
      IsEmpty());
}

TEST(FieldDiff, containers_areMatchedByName) {
  const auto before =
      parsed(R"({"spec":{"containers":[{"name":"a","image":"a:1"},{"name":"b","image":"b:1"}]}})");
  const auto after =
      parsed(R"({"spec":{"containers":[{"name":"b","image":"b:1"},{"name":"a","image":"a:2"}]}})");
  EXPECT_THAT(changesBetween(before, after),
              ElementsAre(FieldChange{"spec.containers[a].image", "a:1", "a:2"}));
}

TEST(FieldDiff, namesWithDots_standInBrackets) {
  EXPECT_THAT(changesBetween(parsed(R"({"metadata":{"annotations":{"a.b/c":"1"}}})"),
                             parsed(R"({"metadata":{"annotations":{"a.b/c":"2"}}})")),
              ElementsAre(FieldChange{"metadata.annotations[a.b/c]", "1", "2"}));
}

TEST(FieldDiff, whatComesAndGoes_hasOneSide) {
  EXPECT_THAT(changesBetween(parsed(R"({"a":1,"l":[1]})"), parsed(R"({"b":{"c":2},"l":[1,2]})")),
              ElementsAre(FieldChange{"a", "1", std::nullopt}, FieldChange{"l", "[1]", "[1,2]"},
                          FieldChange{"b", std::nullopt, R"({"c":2})"}));
}

TEST(FieldDiff, status_countsOnlyWhereItIsWritten) {
  const auto before = parsed(R"({"status":{"abort":false}})"), after = parsed(R"({"status":{"abort":true}})");
  EXPECT_THAT(changesBetween(before, after), IsEmpty());
  EXPECT_THAT(changesBetween(before, after, true), ElementsAre(FieldChange{"status.abort", "false", "true"}));
}

// A hostile server's object of very many members costs no more than reading it.
TEST(FieldDiff, veryManyMembers_areComparedInTime) {
  wire::Record before, after;
  wire::List olds, news;
  for (int i = 0; i < 60'000; ++i) {
    before.emplace_back("m" + std::to_string(i), std::int64_t{i});
    after.emplace_back("m" + std::to_string(59'999 - i), std::int64_t{59'999 - i});
    olds.emplace_back(wire::Record{{"name", std::to_string(i)}});
    news.emplace_back(wire::Record{{"name", std::to_string(59'999 - i)}});
  }
  EXPECT_THAT(
      changesBetween(wire::Record{{"a", before}, {"l", olds}}, wire::Record{{"a", after}, {"l", news}}),
      IsEmpty());
}

TEST(FieldDiff, orderOfMembers_doesNotCount) {
  EXPECT_THAT(changesBetween(parsed(R"({"a":1,"b":2})"), parsed(R"({"b":2,"a":1})")), IsEmpty());
}

TEST(FieldDiff, asJson_absentIsNull) {
  EXPECT_EQ(changesJson({{"a", std::nullopt, "1"}}), R"([{"path":"a","before":null,"after":"1"}])");
}

}  // namespace
}  // namespace aiagent::cluster
