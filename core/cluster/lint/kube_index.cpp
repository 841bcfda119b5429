#include "core/cluster/lint/kube_index.h"

#include <algorithm>

#include "core/cluster/lint/kube_view.h"

namespace aiagent::cluster::lint {
namespace {

std::string placeOf(const std::string& space, const std::string& key, const std::string& value) {
  return space + '\0' + key + '\0' + value;
}

}  // namespace

void LabelIndex::add(const KubeObject& object, const Node& labels, const std::string& space) {
  for (const auto& [key, value] : labels.members())
    m_entries[placeOf(space, key, value.text())].push_back({&object, labels});
}

// All that are found stand under each of the selector's labels: under the rarest there are the fewest others.
const KubeObject* LabelIndex::first(const Node& matchLabels, const std::string& space,
                                    const ObjectTest& test) const {
  const std::vector<Entry>* fewest = nullptr;
  for (const auto& [key, value] : matchLabels.members()) {
    const auto found = m_entries.find(placeOf(space, key, value.text()));
    if (found == m_entries.end()) return nullptr;
    if (!fewest || found->second.size() < fewest->size()) fewest = &found->second;
  }
  if (!fewest) return nullptr;
  for (const auto& entry : *fewest)
    if (test(*entry.object) && selects(matchLabels, entry.labels)) return entry.object;
  return nullptr;
}

bool LabelIndex::hasAny(const Node& matchLabels, const std::string& space) const {
  return first(matchLabels, space, [](const KubeObject&) { return true; }) != nullptr;
}

SelectorIndex::SelectorIndex(const std::vector<Entry>& entries) : m_entries(entries) {
  std::unordered_map<std::string, std::size_t> times;
  for (const auto& entry : m_entries)
    for (const auto& [key, value] : entry.matchLabels.members())
      ++times[placeOf(entry.space, key, value.text())];
  for (const auto& entry : m_entries) {
    std::string rarest;
    std::size_t least = 0;
    for (const auto& [key, value] : entry.matchLabels.members()) {
      auto place = placeOf(entry.space, key, value.text());
      const auto count = times[place];
      if (least != 0 && count >= least) continue;
      least = count;
      rarest = std::move(place);
    }
    if (least > 0) m_selectors[rarest].push_back(&entry.matchLabels);
  }
}

bool SelectorIndex::hasAny(const Node& labels, const std::string& space) const {
  for (const auto& [key, value] : labels.members()) {
    const auto found = m_selectors.find(placeOf(space, key, value.text()));
    if (found == m_selectors.end()) continue;
    if (std::any_of(found->second.begin(), found->second.end(),
                    [&](const Node* matchLabels) { return selects(*matchLabels, labels); }))
      return true;
  }
  return false;
}

}  // namespace aiagent::cluster::lint
