#include "core/wire/kube_table.h"

#include <gtest/gtest.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::wire {
namespace {

using tests::kubeFixture;

TEST(KubeTable, everyRecordedTable_hasCellsForItsColumns) {
  for (const auto* path :
       {"healthy/pods.table.json", "degraded/pods.table.json", "healthy/deployments.table.json",
        "healthy/nodes.table.json", "healthy/events.table.json", "healthy/hpa.table.json"}) {
    const auto table = readKubeTable(kubeFixture(path));
    ASSERT_TRUE(table.has_value()) << path;
    EXPECT_FALSE(table->rows.empty()) << path;
    for (const auto& row : table->rows) EXPECT_EQ(row.cells.size(), table->columns.size()) << path;
    EXPECT_FALSE(table->resourceVersion.empty()) << path;
  }
}

TEST(KubeTable, rowsWithObjects_haveTheirIdentity) {
  const auto table = readKubeTable(kubeFixture("healthy/deployments.table.json"));
  EXPECT_EQ(table->rows.at(0).name, "agent-api");
  EXPECT_EQ(table->rows.at(0).uid.size(), 36u);
  EXPECT_EQ(table->columns.at(0).name, "Name");
}

TEST(KubeTable, completedPods_areMarked) {
  const auto table = readKubeTable(kubeFixture("degraded/pods.table.json"));
  for (const auto& row : table->rows)
    EXPECT_EQ(row.completed, row.cells.at(2) == "Completed") << row.cells.at(0);
}

TEST(KubeTable, cellsOfAllTypes_areText) {
  const auto table = readKubeTable(
      R"({"rows":[{"cells":["a",3,true,null,1.5,[1]]},{"cells":[]}],"columnDefinitions":[{"name":"A"},{"name":"B"},{"name":"C"},
      {"name":"D"},{"name":"E"},{"name":"F"}],"kind":"Table"})");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"a", "3", "true", "", "1.5", ""}));
  EXPECT_EQ(table->rows[1].cells.size(), 6u) << "filled up";
}

TEST(KubeTable, rowsWithObjects_tellTheirTimeOfCreation) {
  const auto table = readKubeTable(kubeFixture("healthy/services.table.json"));
  ASSERT_TRUE(table.has_value());
  for (const auto& row : table->rows) EXPECT_NE(row.created, base::WallTime{}) << row.name;
  EXPECT_EQ(table->columns.at(ageColumnOf(table->columns).value()).name, "Age");
  EXPECT_EQ(ageColumnOf({{.name = "Name"}}), std::nullopt);
}

TEST(KubeTable, head_saysWhetherThereIsMore) {
  const auto table = readKubeTable(
      R"({"metadata":{"remainingItemCount":12,"continue":"c","resourceVersion":"7"},"kind":"Table"})");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->remaining, std::optional<std::int64_t>(12));
  EXPECT_EQ(table->continueToken, "c");
  EXPECT_EQ(table->resourceVersion, "7");
}

TEST(KubeTable, ordinaryList_becomesNamesAndAges) {
  const auto table = readKubeListAsTable(kubeFixture("healthy/configmaps.json"));
  ASSERT_TRUE(table.has_value());
  ASSERT_EQ(table->columns.size(), 2u);
  ASSERT_FALSE(table->rows.empty());
  for (const auto& row : table->rows) {
    EXPECT_EQ(row.cells, (std::vector<std::string>{row.name, ""}));
    EXPECT_EQ(row.nameSpace, "aiagent");
    EXPECT_EQ(row.uid.size(), 36u);
    EXPECT_NE(row.created, base::WallTime{});
  }
  EXPECT_FALSE(table->resourceVersion.empty());
  EXPECT_TRUE(readKubeListAsTable(R"({"kind":"AList","items":null})")->rows.empty());
  EXPECT_FALSE(readKubeListAsTable(kubeFixture("errors/403-limited-nodes.json")).has_value());
  EXPECT_FALSE(readKubeListAsTable(R"({"items":[{"metadata":{)").has_value());
}

TEST(KubeTable, pagesOfAList_tellWhatRemains) {
  const auto page = readKubeListAsTable(kubeFixture("pages/replicasets-page-1.json"));
  ASSERT_TRUE(page.has_value());
  EXPECT_FALSE(page->continueToken.empty());
  EXPECT_GT(page->remaining.value_or(0), 0);
}

TEST(KubeTable, otherBodies_areNone) {
  for (const auto& body : {std::string(), std::string("{}"), std::string(R"({"kind":"Table","rows":[)"),
                           kubeFixture("healthy/pdb.json")})
    EXPECT_FALSE(readKubeTable(body).has_value());
}

}  // namespace
}  // namespace aiagent::wire
