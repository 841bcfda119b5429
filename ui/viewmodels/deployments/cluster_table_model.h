// ClusterTableModel: a table of cluster rows that sorts and filters itself and is fed with diffs. It never
// resets: selection and scroll position survive every update (pain of other dashboards).
#pragma once

#include <functional>
#include <QAbstractTableModel>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ui/viewmodels/deployments/cluster_columns.h"

namespace aiagent::ui {

class ClusterTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  // Of an index: the row's id; its verdict's kind as a number (-1: none); whether its cell is a number; how
  // fresh it is as a number (-1: as the whole table).
  enum Role { IdRole = Qt::UserRole, VerdictRole, CellKindRole, FreshnessRole };

  explicit ClusterTableModel(std::vector<ClusterColumn> columns, QObject* parent = nullptr);

  // Rows that are new or different, and ids of those that are gone. Each id once.
  void apply(std::vector<ClusterRow> changed, const std::vector<std::string>& removed);
  // The whole table as it is now: what is not in it goes.
  void update(std::vector<ClusterRow> rows);

  // Of a text in any cell, without regard to case; empty: all.
  void setFilter(const QString& text);
  // Only rows whose verdict is neither Healthy nor missing.
  void setProblemsOnly(bool only);
  void setNow(base::WallTime now);  // the server's; ages are counted from it

  const ClusterRow* rowAt(int row) const;               // as shown; null: out of range
  const ClusterRow* find(const std::string& id) const;  // shown or not
  int indexOf(const std::string& id) const;             // -1: not shown
  std::size_t total() const { return m_all.size(); }    // before filters
  // By id, in no order.
  const std::unordered_map<std::string, ClusterRow>& all() const { return m_all; }
  std::vector<ClusterRow> shown() const;  // a copy, in their order
  const std::vector<ClusterColumn>& columns() const { return m_columns; }
  base::WallTime now() const { return m_now; }
  QString cellText(const ClusterRow& row, int column) const;  // as it is painted

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;
  int sortColumn() const { return m_sortColumn; }
  Qt::SortOrder sortOrder() const { return m_order; }

 private:
  bool before(const ClusterRow& a, const ClusterRow& b) const;
  bool isShown(const ClusterRow& row) const;
  void hideWhere(const std::function<bool(const ClusterRow&)>& leaves);
  void takeAway(const std::unordered_set<std::string>& leaving);
  void showOne(const ClusterRow& row);
  void hideAt(int at);
  void moveFrom(int old);
  void putOne(ClusterRow row);
  void removeOne(const std::string& id);
  int placeFor(const ClusterRow& row) const;
  int positionOf(const ClusterRow* row) const;
  void rebuild();
  void putMany(std::vector<ClusterRow> changed);
  void addMissing();
  void show(std::vector<const ClusterRow*> missing);
  void resort();
  void place(std::vector<const ClusterRow*> loose);
  void reorder(std::vector<const ClusterRow*> next);

  const std::vector<ClusterColumn> m_columns;
  std::unordered_map<std::string, ClusterRow> m_all;  // nodes stay where they are: m_shown points at them
  std::vector<const ClusterRow*> m_shown;             // sorted
  QString m_filter;
  bool m_problemsOnly = false;
  base::WallTime m_now{};
  int m_sortColumn = 0;
  Qt::SortOrder m_order = Qt::AscendingOrder;
};

}  // namespace aiagent::ui
