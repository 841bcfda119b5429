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

TEST(KubeTable, otherBodies_areNone) {
  for (const auto& body : {std::string(), std::string("{}"), std::string(R"({"kind":"Table","rows":[)"),
                           kubeFixture("healthy/pdb.json")})
    EXPECT_FALSE(readKubeTable(body).has_value());
}

}  // namespace
}  // namespace aiagent::wire
