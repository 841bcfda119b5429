#include "ui/viewmodels/deployments/cluster_table_model.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"

namespace aiagent::ui {
namespace {

// More changes than this at once are sorted in one go: each alone would cost a look at all rows.
constexpr std::size_t kFewChanges = 32;
// In a large table it is this part of its rows.
constexpr std::size_t kFewShare = 64;

bool isProblem(const ClusterRow& row) {
  return row.hasVerdict && row.verdict.kind != cluster::VerdictKind::Healthy;
}

}  // namespace

ClusterTableModel::ClusterTableModel(std::vector<ClusterColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

// ---------------------------------------------------------------- changes

void ClusterTableModel::apply(std::vector<ClusterRow> changed, const std::vector<std::string>& removed) {
  std::erase_if(changed, [this](const ClusterRow& row) {
    const auto found = m_all.find(row.id);
    return found != m_all.end() && found->second == row;
  });
  if (changed.size() + removed.size() <= std::max(kFewChanges, m_all.size() / kFewShare)) {
    for (const auto& id : removed) removeOne(id);
    for (auto& row : changed) putOne(std::move(row));
    return;
  }
  std::unordered_set<std::string> gone(removed.begin(), removed.end());
  for (const auto& row : changed) gone.erase(row.id);
  takeAway(gone);
  putMany(std::move(changed));
}

// Those that come or go are known one by one, without a look at all others.
void ClusterTableModel::putMany(std::vector<ClusterRow> changed) {
  std::vector<const ClusterRow*> missing, loose;
  std::unordered_set<const ClusterRow*> hidden;
  for (auto& row : changed) {
    const auto [found, isNew] = m_all.try_emplace(row.id);
    auto& kept = found->second;
    const bool was = !isNew && isShown(kept);
    kept = std::move(row);
    const bool is = isShown(kept);
    if (was && !is) hidden.insert(&kept);
    if (!was && is) missing.push_back(&kept);
    if (was && is) loose.push_back(&kept);
  }
  const bool any = !loose.empty();
  if (!hidden.empty()) hideWhere([&hidden](const ClusterRow& row) { return hidden.contains(&row); });
  loose.insert(loose.end(), missing.begin(), missing.end());
  show(std::move(missing));
  place(std::move(loose));
  if (any) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ClusterTableModel::update(std::vector<ClusterRow> rows) {
  std::unordered_set<std::string_view> present;
  for (const auto& row : rows) present.insert(row.id);
  std::unordered_set<std::string> gone;
  for (const auto& [id, row] : m_all)
    if (!present.contains(id)) gone.insert(id);
  takeAway(gone);
  bool any = false;
  for (auto& row : rows) {
    auto& kept = m_all[row.id];
    if (kept == row) continue;
    kept = std::move(row);
    any = true;
  }
  if (any || !gone.empty()) rebuild();
}

// Rows leave the view in ranges, and before their nodes go.
void ClusterTableModel::hideWhere(const std::function<bool(const ClusterRow&)>& leaves) {
  int last = int(m_shown.size()) - 1;
  while (last >= 0) {
    if (!leaves(*m_shown[std::size_t(last)])) {
      --last;
      continue;
    }
    int first = last;
    while (first > 0 && leaves(*m_shown[std::size_t(first - 1)])) --first;
    beginRemoveRows({}, first, last);
    m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
    endRemoveRows();
    last = first - 1;
  }
}

void ClusterTableModel::takeAway(const std::unordered_set<std::string>& leaving) {
  if (leaving.empty()) return;
  hideWhere([&leaving](const ClusterRow& row) { return leaving.contains(row.id); });
  for (const auto& id : leaving) m_all.erase(id);
}

void ClusterTableModel::showOne(const ClusterRow& row) {
  if (!isShown(row)) return;
  const int at = placeFor(row);
  beginInsertRows({}, at, at);
  m_shown.insert(m_shown.begin() + at, &row);
  endInsertRows();
}

void ClusterTableModel::hideAt(int at) {
  beginRemoveRows({}, at, at);
  m_shown.erase(m_shown.begin() + at);
  endRemoveRows();
}

// A row that was changed where it stands goes where it belongs now.
void ClusterTableModel::moveFrom(int old) {
  const auto* row = m_shown[std::size_t(old)];
  const bool isBehind = old == 0 || !before(*row, *m_shown[std::size_t(old - 1)]);
  const bool isAhead = old + 1 == int(m_shown.size()) || !before(*m_shown[std::size_t(old + 1)], *row);
  if (isBehind && isAhead) return;
  m_shown.erase(m_shown.begin() + old);
  const int at = placeFor(*row);
  m_shown.insert(m_shown.begin() + old, row);
  if (!beginMoveRows({}, old, old, {}, at > old ? at + 1 : at)) return;
  m_shown.erase(m_shown.begin() + old);
  m_shown.insert(m_shown.begin() + at, row);
  endMoveRows();
}

void ClusterTableModel::putOne(ClusterRow row) {
  const auto [found, isNew] = m_all.try_emplace(row.id);
  auto& kept = found->second;
  const int old = isNew ? -1 : positionOf(&kept);
  kept = std::move(row);
  if (old < 0) return showOne(kept);
  if (!isShown(kept)) return hideAt(old);
  Q_EMIT dataChanged(index(old, 0), index(old, columnCount() - 1));
  moveFrom(old);
}

void ClusterTableModel::removeOne(const std::string& id) {
  const auto found = m_all.find(id);
  if (found == m_all.end()) return;
  if (const int at = positionOf(&found->second); at >= 0) hideAt(at);
  m_all.erase(found);
}

int ClusterTableModel::placeFor(const ClusterRow& row) const {
  const auto at = std::lower_bound(m_shown.begin(), m_shown.end(), &row,
                                   [this](const auto* a, const auto* b) { return before(*a, *b); });
  return int(at - m_shown.begin());
}

int ClusterTableModel::positionOf(const ClusterRow* row) const {
  const auto at = std::find(m_shown.begin(), m_shown.end(), row);
  return at == m_shown.end() ? -1 : int(at - m_shown.begin());
}

// ---------------------------------------------------------------- filters and order

void ClusterTableModel::rebuild() {
  hideWhere([this](const ClusterRow& row) { return !isShown(row); });
  addMissing();
  resort();
  if (!m_shown.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ClusterTableModel::addMissing() {
  const std::unordered_set<const ClusterRow*> there(m_shown.begin(), m_shown.end());
  std::vector<const ClusterRow*> missing;
  for (const auto& [id, row] : m_all)
    if (!there.contains(&row) && isShown(row)) missing.push_back(&row);
  show(std::move(missing));
}

// Behind the others, and in their order, so that they need only be merged with them.
void ClusterTableModel::show(std::vector<const ClusterRow*> missing) {
  if (missing.empty()) return;
  std::sort(missing.begin(), missing.end(), [this](const auto* a, const auto* b) { return before(*a, *b); });
  beginInsertRows({}, int(m_shown.size()), int(m_shown.size() + missing.size()) - 1);
  m_shown.insert(m_shown.end(), missing.begin(), missing.end());
  endInsertRows();
}

void ClusterTableModel::resort() {
  const auto sooner = [this](const auto* a, const auto* b) { return before(*a, *b); };
  auto next = m_shown;
  const auto middle = std::is_sorted_until(next.begin(), next.end(), sooner);
  if (middle == next.end()) return;
  if (std::is_sorted(middle, next.end(), sooner))
    std::inplace_merge(next.begin(), middle, next.end(), sooner);
  else
    std::sort(next.begin(), next.end(), sooner);
  reorder(std::move(next));
}

// Rows that are shown, but perhaps not where they belong; all others are in their order. To compare rows is
// what costs: each of these is looked for by halves.
void ClusterTableModel::place(std::vector<const ClusterRow*> loose) {
  if (loose.empty()) return;
  const auto sooner = [this](const auto* a, const auto* b) { return before(*a, *b); };
  std::sort(loose.begin(), loose.end(), sooner);
  const std::unordered_set<const ClusterRow*> isLoose(loose.begin(), loose.end());
  std::vector<const ClusterRow*> firm, next;
  firm.reserve(m_shown.size());
  next.reserve(m_shown.size());
  std::ranges::copy_if(m_shown, std::back_inserter(firm),
                       [&](const auto* row) { return !isLoose.contains(row); });
  auto done = firm.cbegin();
  for (const auto* row : loose) {
    const auto at = std::lower_bound(done, firm.cend(), row, sooner);
    next.insert(next.end(), done, at);
    next.push_back(row);
    done = at;
  }
  next.insert(next.end(), done, firm.cend());
  if (next != m_shown) reorder(std::move(next));
}

void ClusterTableModel::reorder(std::vector<const ClusterRow*> next) {
  Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const auto held = persistentIndexList();
  std::vector<const ClusterRow*> rows;
  for (const auto& index : held) rows.push_back(m_shown[std::size_t(index.row())]);
  m_shown = std::move(next);
  std::unordered_map<const ClusterRow*, int> now;
  for (std::size_t i = 0; i < m_shown.size() && !held.isEmpty(); ++i) now.emplace(m_shown[i], int(i));
  QModelIndexList moved;
  for (qsizetype i = 0; i < held.size(); ++i) moved << index(now.at(rows[std::size_t(i)]), held[i].column());
  changePersistentIndexList(held, moved);
  Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

// By the column that is sorted by, then by name, then by id, so that the order is the same every time.
bool ClusterTableModel::before(const ClusterRow& a, const ClusterRow& b) const {
  const auto column = std::size_t(m_sortColumn);
  const bool down = m_order == Qt::DescendingOrder;
  if (column < m_columns.size() && column < a.cells.size() && column < b.cells.size()) {
    if (a.keys[column] != b.keys[column]) {
      // The youngest first is the smallest age first.
      const bool less = m_columns[column].kind == CellKind::Age ? a.keys[column] > b.keys[column]
                                                                : a.keys[column] < b.keys[column];
      return less != down;
    }
    if (const int order = a.cells[column].compare(b.cells[column]); order != 0) return (order < 0) != down;
  }
  if (const int order = a.name.compare(b.name); order != 0) return order < 0;
  return a.id < b.id;
}

bool ClusterTableModel::isShown(const ClusterRow& row) const {
  if (m_problemsOnly && !isProblem(row)) return false;
  if (m_filter.isEmpty()) return true;
  return std::ranges::any_of(row.cells, [this](const std::string& cell) {
    return format::text(cell).contains(m_filter, Qt::CaseInsensitive);
  });
}

void ClusterTableModel::setFilter(const QString& text) {
  if (std::exchange(m_filter, text) != text) rebuild();
}

void ClusterTableModel::setProblemsOnly(bool only) {
  if (std::exchange(m_problemsOnly, only) != only) rebuild();
}

void ClusterTableModel::setNow(base::WallTime now) {
  if (std::exchange(m_now, now) == now || m_shown.empty()) return;
  for (std::size_t i = 0; i < m_columns.size(); ++i)
    if (m_columns[i].kind == CellKind::Age)
      Q_EMIT dataChanged(index(0, int(i)), index(rowCount() - 1, int(i)), {Qt::DisplayRole});
}

void ClusterTableModel::sort(int column, Qt::SortOrder order) {
  if (m_sortColumn == column && m_order == order) return;
  m_sortColumn = column;
  m_order = order;
  resort();
}

// ---------------------------------------------------------------- reading

const ClusterRow* ClusterTableModel::rowAt(int row) const {
  return row >= 0 && row < int(m_shown.size()) ? m_shown[std::size_t(row)] : nullptr;
}

const ClusterRow* ClusterTableModel::find(const std::string& id) const {
  const auto found = m_all.find(id);
  return found == m_all.end() ? nullptr : &found->second;
}

int ClusterTableModel::indexOf(const std::string& id) const {
  const auto* row = find(id);
  return row ? positionOf(row) : -1;
}

int ClusterTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(m_shown.size());
}

int ClusterTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(m_columns.size());
}

QString ClusterTableModel::cellText(const ClusterRow& row, int column) const {
  const auto at = std::size_t(column);
  return at < m_columns.size() ? ui::cellText(m_columns[at], row, at, m_now) : QString();
}

std::vector<ClusterRow> ClusterTableModel::shown() const {
  std::vector<ClusterRow> rows;
  rows.reserve(m_shown.size());
  for (const auto* row : m_shown) rows.push_back(*row);
  return rows;
}

QVariant ClusterTableModel::data(const QModelIndex& index, int role) const {
  const auto* row = rowAt(index.row());
  if (!row || index.column() < 0 || index.column() >= columnCount()) return {};
  const auto& column = m_columns[std::size_t(index.column())];
  switch (role) {
    case Qt::DisplayRole: return cellText(*row, index.column());
    case Qt::AccessibleTextRole: return column.title + QStringLiteral(": ") + cellText(*row, index.column());
    case Qt::ToolTipRole:
      if (column.kind == CellKind::Age)
        return row->keys[std::size_t(index.column())] > 0
                   ? format::exactTime(timeOf(*row, std::size_t(index.column())))
                   : QString();
      if (column.kind == CellKind::Verdict) return format::reasonText(row->verdict.reason);
      return cellText(*row, index.column());
    case Qt::TextAlignmentRole:
      return int(column.kind == CellKind::Number ? Qt::AlignTrailing | Qt::AlignVCenter
                                                 : Qt::AlignLeading | Qt::AlignVCenter);
    case IdRole: return format::text(row->id);
    case VerdictRole: return row->hasVerdict ? int(row->verdict.kind) : -1;
    case CellKindRole: return int(column.kind);
    case FreshnessRole: return row->freshness ? int(*row->freshness) : -1;
    default: return {};
  }
}

QVariant ClusterTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const auto& column = m_columns[std::size_t(section)];
  if (role == Qt::DisplayRole) return column.title;
  if (role == Qt::TextAlignmentRole)
    return int(column.kind == CellKind::Number ? Qt::AlignTrailing | Qt::AlignVCenter
                                               : Qt::AlignLeading | Qt::AlignVCenter);
  return {};
}

}  // namespace aiagent::ui
