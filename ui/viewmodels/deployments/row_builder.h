// Puts a table's row together, cell by cell.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ui/viewmodels/deployments/cluster_columns.h"

namespace aiagent::ui {

class RowBuilder {
 public:
  RowBuilder() = default;
  explicit RowBuilder(const wire::KubeHead& head) {
    m_row.id = head.uid;
    m_row.kind = head.kind;
    m_row.nameSpace = std::string(head.nameSpace.view());
    m_row.name = head.name;
  }
  // Of what is no object of the cluster.
  RowBuilder& called(std::string id, std::string name) {
    m_row.id = std::move(id);
    m_row.name = std::move(name);
    return *this;
  }
  // Nearly every table begins with the name.
  RowBuilder& named() { return text(m_row.name); }

  RowBuilder& text(std::string_view cell) { return add(std::string(cell), 0); }
  RowBuilder& number(std::int64_t value) { return add(std::to_string(value), double(value)); }
  // A share as text ("2/3") that sorts by `key`.
  RowBuilder& keyed(std::string cell, double key) { return add(std::move(cell), key); }
  RowBuilder& age(base::WallTime since) { return add({}, double(base::toMillis(since)) / 1000.0); }
  // `rank` puts those of one kind in order.
  RowBuilder& verdict(cluster::Verdict verdict, double rank = 0) {
    m_row.verdict = std::move(verdict);
    m_row.hasVerdict = true;
    return add(std::string(cluster::toWord(m_row.verdict.kind)), double(m_row.verdict.kind) + rank);
  }
  RowBuilder& fresh(std::optional<cluster::Freshness> freshness) {
    m_row.freshness = freshness;
    return *this;
  }
  ClusterRow take() { return std::move(m_row); }

 private:
  RowBuilder& add(std::string cell, double key) {
    m_row.cells.push_back(std::move(cell));
    m_row.keys.push_back(key);
    return *this;
  }
  ClusterRow m_row;
};

// The rows of one kind that are known now; denied or absent ones are not.
template <class Row>
std::vector<const Row*> rowsIn(const services::ClusterWatch& watch, wire::KubeKind kind) {
  std::vector<const Row*> rows;
  const auto* feed = watch.feed(kind);
  if (!feed || watch.isHidden(kind)) return rows;
  for (const auto& [uid, any] : feed->table().rows())
    if (const auto* row = std::get_if<Row>(&any)) rows.push_back(row);
  return rows;
}

}  // namespace aiagent::ui
