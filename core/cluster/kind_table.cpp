#include "core/cluster/kind_table.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace aiagent::cluster {
namespace {

using wire::KubeRow;

std::string keyOf(const KubeRow& row) {
  const auto& head = wire::headOf(row);
  if (!head.uid.empty()) return head.uid;
  return std::string(head.nameSpace.view()) + '/' + head.name;
}

std::string& versionOf(KubeRow& row) {
  return std::visit([](auto& each) -> std::string& { return each.head.resourceVersion; }, row);
}

// Whether something other than the version differs; `kept` gets the new one's.
bool differs(KubeRow& kept, const KubeRow& fresh) {
  versionOf(kept) = wire::headOf(fresh).resourceVersion;
  return kept != fresh;
}

}  // namespace

void TableDiff::append(const TableDiff& later) {
  std::unordered_set<std::string> fresh(added.begin(), added.end());
  std::unordered_set<std::string> touched(changed.begin(), changed.end());
  for (const auto& uid : later.added) {
    const auto back = std::find(removed.begin(), removed.end(), uid);
    if (back == removed.end()) {
      added.push_back(uid);
    } else {
      removed.erase(back);
      if (!touched.contains(uid)) changed.push_back(uid);
    }
  }
  for (const auto& uid : later.changed)
    if (!fresh.contains(uid) && touched.insert(uid).second) changed.push_back(uid);
  for (const auto& uid : later.removed) {
    std::erase(changed, uid);
    if (std::erase(added, uid) == 0) removed.push_back(uid);
  }
}

void KindTable::stage(KubeRow row) {
  auto key = keyOf(row);
  m_staged.insert_or_assign(std::move(key), std::move(row));
}

TableDiff KindTable::takeStaged() {
  TableDiff diff;
  for (auto& [key, row] : m_staged) {
    const auto known = m_rows.find(key);
    if (known == m_rows.end())
      diff.added.push_back(key);
    else if (differs(known->second, row))
      diff.changed.push_back(key);
  }
  for (const auto& [key, row] : m_rows)
    if (!m_staged.contains(key)) diff.removed.push_back(key);
  m_rows = std::exchange(m_staged, {});
  return diff;
}

TableDiff KindTable::put(KubeRow row) {
  TableDiff diff;
  const auto key = keyOf(row);
  const auto known = m_rows.find(key);
  if (known == m_rows.end()) {
    diff.added.push_back(key);
    m_rows.emplace(key, std::move(row));
  } else if (differs(known->second, row)) {
    diff.changed.push_back(key);
    known->second = std::move(row);
  }
  return diff;
}

TableDiff KindTable::remove(const KubeRow& row) {
  TableDiff diff;
  const auto key = keyOf(row);
  if (m_rows.erase(key) > 0) diff.removed.push_back(key);
  return diff;
}

const KubeRow* KindTable::find(const std::string& uid) const {
  const auto found = m_rows.find(uid);
  return found == m_rows.end() ? nullptr : &found->second;
}

}  // namespace aiagent::cluster
