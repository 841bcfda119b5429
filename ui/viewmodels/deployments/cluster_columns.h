// The columns that tables of the deployment dashboard have, by kind: a row of the cluster -> cells.
#pragma once

#include <optional>
#include <QString>
#include <string>
#include <vector>

#include "core/services/cluster/cluster_watch.h"

namespace aiagent::ui {

enum class CellKind : std::uint8_t {
  Text,
  Number,   // at the trailing edge; sorts by its number
  Age,      // since a time, counted while it is looked at
  Verdict,  // icon and word
};

struct ClusterColumn {
  QString title;
  CellKind kind = CellKind::Text;
};

// One row of such a table. Cells are in the order of the columns.
struct ClusterRow {
  std::string id;  // uid
  std::vector<std::string> cells;
  std::vector<double> keys;  // of numbers; of ages: seconds since 1970, 0 for "not told"
  wire::KubeKind kind = wire::KubeKind::Other;
  std::string nameSpace, name;
  cluster::Verdict verdict;  // kind Unknown with an empty reason: it has none
  bool hasVerdict = false;
  // Of a workload: the worst of what its verdict rests on. Nothing: as fresh as the whole table.
  std::optional<cluster::Freshness> freshness = {};

  bool operator==(const ClusterRow&) const = default;
};

std::vector<ClusterColumn> columnsOf(wire::KubeKind kind);
ClusterRow rowOf(const wire::KubeRow& row, const services::ClusterWatch& watch);

std::vector<ClusterColumn> workloadColumns();
ClusterRow rowOf(const services::WatchedWorkload& workload, const services::ClusterWatch& watch);

// Of an age: since when.
base::WallTime timeOf(const ClusterRow& row, std::size_t column);
// As a cell is painted; `now` is the server's.
QString cellText(const ClusterColumn& column, const ClusterRow& row, std::size_t place, base::WallTime now);
// As CSV with a line of titles; guarded against formulas (cluster::csvCell).
std::string tableCsv(const std::vector<ClusterColumn>& columns, const std::vector<ClusterRow>& rows,
                     base::WallTime now);

// "Deployments", "HTTP routes": a kind's name over its table.
QString kindTitle(wire::KubeKind kind);

}  // namespace aiagent::ui
