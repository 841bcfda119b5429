#include "ui/viewmodels/deployments/cluster_columns.h"

#include "core/cluster/kube_kinds.h"
#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using wire::KubeKind;

namespace {

// Nothing but a head: what a server may leave out is left out.
template <std::size_t Place = 0>
void eachEmptyRow(const std::function<void(const wire::KubeRow&)>& use) {
  if constexpr (Place < std::variant_size_v<wire::KubeRow>) {
    std::variant_alternative_t<Place, wire::KubeRow> row;
    row.head.kind = KubeKind(Place);
    row.head.name = "x";
    row.head.uid = "u";
    use(row);
    eachEmptyRow<Place + 1>(use);
  }
}

}  // namespace

class ClusterColumnsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKind_hasACellForEachColumn() {
    testing::ClusterFixture f;
    const services::KubeSurroundings around{f.http, f.scheduler, f.clock, f.reader(), nullptr};
    services::KubeClient client(testing::ClusterFixture::access(), around);
    const services::ClusterWatch watch(client, around, {});
    int kinds = 0;
    eachEmptyRow([&](const wire::KubeRow& row) {
      const auto made = ui::rowOf(row, watch);
      const auto columns = ui::columnsOf(made.kind);
      const auto name = std::string(wire::toWord(made.kind));
      QVERIFY2(made.cells.size() == columns.size(), name.c_str());
      QVERIFY2(made.keys.size() == columns.size(), name.c_str());
      const bool judged =
          std::ranges::find(columns, ui::CellKind::Verdict, &ui::ClusterColumn::kind) != columns.end();
      QVERIFY2(made.hasVerdict == judged, name.c_str());
      ++kinds;
    });
    QVERIFY(kinds > 20);
    const auto workload = ui::rowOf(services::WatchedWorkload{}, watch);
    QCOMPARE(workload.cells.size(), ui::workloadColumns().size());
  }

  void csv_hasALineForEachRow_andRunsNoFormula() {
    ui::ClusterRow row;
    row.cells = {"=1+1", "7"};
    row.keys = {0, 7};
    const auto csv = ui::tableCsv(
        {{QStringLiteral("Name"), ui::CellKind::Text}, {QStringLiteral("A, b"), ui::CellKind::Number}}, {row},
        {});
    QCOMPARE(csv, std::string("Name,\"A, b\"\r\n'=1+1,7\r\n"));
  }
};

QTEST_GUILESS_MAIN(ClusterColumnsTest)
#include "cluster_columns_test.moc"
