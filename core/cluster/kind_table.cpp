#include "core/cluster/kind_table.h"

#include <algorithm>
#include <utility>

namespace aiagent::cluster {
namespace {

using wire::KubeRow;

std::string keyOf(const KubeRow& row) {
  const auto& head = wire::headOf(row);
  if (!head.uid.empty()) return head.uid;
  return std::string(head.nameSpace.view()) + '/' + head.name;
}

std::size_t textsOf(const KubeRow& row) {
  return wire::headOf(row).texts.bytes;
}

const base::Name& ownerOf(const KubeRow& row) {
  return wire::headOf(row).owner.uid;
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

void DiffGatherer::add(TableDiff diff) {
  for (auto& uid : diff.added) {
    const auto [one, fresh] = m_what.try_emplace(std::move(uid), What::Added);
    if (!fresh && one->second == What::Removed) one->second = What::Changed;  // back again
  }
  for (auto& uid : diff.changed) m_what.try_emplace(std::move(uid), What::Changed);
  for (auto& uid : diff.removed) {
    const auto [one, fresh] = m_what.try_emplace(std::move(uid), What::Removed);
    if (fresh) continue;
    if (one->second == What::Added)
      m_what.erase(one);  // nobody ever saw it
    else
      one->second = What::Removed;
  }
}

TableDiff DiffGatherer::take(std::size_t most) {
  TableDiff diff;
  for (; !m_what.empty() && most > 0; --most) {
    auto one = m_what.extract(m_what.begin());
    const auto what = one.mapped();
    (what == What::Added     ? diff.added
     : what == What::Changed ? diff.changed
                             : diff.removed)
        .push_back(std::move(one.key()));
  }
  return diff;
}

void KindTable::beginStaging() {
  m_staged.clear();
  m_stagedTexts = 0;
}

void KindTable::stage(KubeRow row) {
  auto& place = m_staged[keyOf(row)];
  m_stagedTexts += textsOf(row) - textsOf(place);
  place = std::move(row);
}

void KindTable::unstage(const KubeRow& row) {
  const auto known = m_staged.find(keyOf(row));
  if (known == m_staged.end()) return;
  m_stagedTexts -= textsOf(known->second);
  m_staged.erase(known);
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
  m_owned.reset();
  m_texts = std::exchange(m_stagedTexts, 0);
  return diff;
}

TableDiff KindTable::put(KubeRow row) {
  TableDiff diff;
  const auto key = keyOf(row);
  const auto known = m_rows.find(key);
  m_texts += textsOf(row);
  if (known == m_rows.end()) {
    diff.added.push_back(key);
    const auto made = m_rows.emplace(key, std::move(row)).first;
    own(made->second);
    return diff;
  }
  m_texts -= textsOf(known->second);
  if (differs(known->second, row)) diff.changed.push_back(key);
  const bool moves = ownerOf(known->second) != ownerOf(row);
  if (moves) disown(known->second);
  known->second = std::move(row);
  if (moves) own(known->second);
  return diff;
}

TableDiff KindTable::remove(const KubeRow& row) {
  TableDiff diff;
  const auto key = keyOf(row);
  const auto known = m_rows.find(key);
  if (known == m_rows.end()) return diff;
  m_texts -= textsOf(known->second);
  disown(known->second);
  m_rows.erase(known);
  diff.removed.push_back(key);
  return diff;
}

const KubeRow* KindTable::find(const std::string& uid) const {
  const auto found = m_rows.find(uid);
  return found == m_rows.end() ? nullptr : &found->second;
}

const KindTable::Owned& KindTable::ownedBy(std::string_view uid) const {
  static const Owned none;
  if (!m_owned) {
    m_owned.emplace();
    for (const auto& [key, row] : m_rows) own(row);
  }
  const auto found = m_owned->find(uid);
  return found == m_owned->end() ? none : found->second;
}

void KindTable::own(const KubeRow& row) const {
  if (m_owned) (*m_owned)[ownerOf(row)].push_back(&row);
}

void KindTable::disown(const KubeRow& row) {
  if (!m_owned) return;
  const auto found = m_owned->find(ownerOf(row));
  if (found == m_owned->end()) return;
  auto& rows = found->second;
  if (const auto at = std::find(rows.begin(), rows.end(), &row); at != rows.end()) {
    *at = rows.back();
    rows.pop_back();
  }
  if (rows.empty()) m_owned->erase(found);
}

}  // namespace aiagent::cluster
