// RowsModel: a list model that is fed whole lists and turns them into diffs.
#pragma once

#include <algorithm>
#include <QAbstractListModel>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace aiagent::ui {

// `Row` has an `id` with std::hash, unique in a list, and operator==. Never resets: selection and scroll
// position of a view survive every update().
template <class Row>
class RowsModel : public QAbstractListModel {
 public:
  using Key = decltype(Row::id);
  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : int(m_rows.size());
  }
  const std::vector<Row>& rows() const { return m_rows; }
  const Row& row(int index) const { return m_rows[std::size_t(index)]; }
  // -1: not in the list.
  int indexOf(const Key& id) const {
    const auto at = std::ranges::find(m_rows, id, &Row::id);
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
  }

  void update(std::vector<Row> next) {
    removeMissing(next);
    reorder(next);
    insertAndChange(std::move(next));
  }

 private:
  static std::unordered_map<Key, int> positions(const std::vector<Row>& rows) {
    std::unordered_map<Key, int> at;
    at.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) at.emplace(rows[i].id, int(i));
    return at;
  }

  // In ranges from the end, so that a search that leaves few rows costs few signals.
  void removeMissing(const std::vector<Row>& next) {
    const auto kept = positions(next);
    int last = int(m_rows.size()) - 1;
    while (last >= 0) {
      if (kept.contains(row(last).id)) {
        --last;
        continue;
      }
      int first = last;
      while (first > 0 && !kept.contains(row(first - 1).id)) --first;
      beginRemoveRows({}, first, last);
      m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
      endRemoveRows();
      last = first - 1;
    }
  }

  // Brings the rows that stay into the order they have in `next`; indexes of views go along.
  void reorder(const std::vector<Row>& next) {
    const auto target = positions(next);
    const auto before = [&target](const Row& a, const Row& b) { return target.at(a.id) < target.at(b.id); };
    if (std::ranges::is_sorted(m_rows, before)) return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto held = persistentIndexList();
    std::vector<Key> ids;
    for (const auto& index : held) ids.push_back(row(index.row()).id);
    std::ranges::stable_sort(m_rows, before);
    const auto now = positions(m_rows);
    QModelIndexList moved;
    for (const auto& id : ids) moved << index(now.at(id));
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
  }

  // m_rows is a subsequence of `next` by now.
  void insertAndChange(std::vector<Row> next) {
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (i < m_rows.size() && m_rows[i].id == next[i].id) {
        if (m_rows[i] == next[i]) continue;
        m_rows[i] = std::move(next[i]);
        const auto at = index(int(i));
        Q_EMIT dataChanged(at, at);
        continue;
      }
      std::size_t end = i + 1;
      while (end < next.size() && !(i < m_rows.size() && m_rows[i].id == next[end].id)) ++end;
      beginInsertRows({}, int(i), int(end) - 1);
      m_rows.insert(m_rows.begin() + std::ptrdiff_t(i),
                    std::make_move_iterator(next.begin() + std::ptrdiff_t(i)),
                    std::make_move_iterator(next.begin() + std::ptrdiff_t(end)));
      endInsertRows();
      i = end - 1;
    }
  }

  std::vector<Row> m_rows;
};

}  // namespace aiagent::ui
