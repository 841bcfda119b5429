// Three-way merge of lists whose items are known by a key: added, removed and changed item by item.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aiagent::authoring {

template <class Item>
struct KeyedItem {
  std::string key;  // unique within its list
  Item item;
  bool operator==(const KeyedItem&) const = default;
};

template <class Item>
using KeyedList = std::vector<KeyedItem<Item>>;

// The keys that mine or theirs has, in the order of the merge: that of the side that moved something, or the
// base's where both did, each in its own way. What only some have stands behind what it stood behind; of
// additions at one place those that sort first come first. Exchanging the sides changes nothing.
std::vector<std::string> mergedOrder(const std::vector<std::string>& base,
                                     const std::vector<std::string>& mine,
                                     const std::vector<std::string>& theirs);

// Of three values, where one is null where there is none: what both agree on or one side changed. Nothing
// where both changed it differently.
template <class Item>
std::optional<const Item*> agreed(const Item* base, const Item* mine, const Item* theirs) {
  const auto same = [](const Item* a, const Item* b) { return a && b ? *a == *b : a == b; };
  if (same(mine, theirs) || same(base, mine)) return theirs;
  if (same(base, theirs)) return mine;
  return std::nullopt;
}

// `resolve(key, base, mine, theirs)` is asked where both sides changed an item differently; a null pointer is
// an item that is not there, and nothing as the answer leaves it out.
template <class Item, class Resolve>
KeyedList<Item> mergeKeyed(const KeyedList<Item>& base, const KeyedList<Item>& mine,
                           const KeyedList<Item>& theirs, Resolve resolve) {
  const auto keysOf = [](const KeyedList<Item>& list) {
    std::vector<std::string> keys;
    for (const auto& entry : list) keys.push_back(entry.key);
    return keys;
  };
  const auto indexOf = [](const KeyedList<Item>& list) {
    std::map<std::string_view, const Item*> index;
    for (const auto& entry : list) index.emplace(entry.key, &entry.item);
    return index;
  };
  const auto inBase = indexOf(base), inMine = indexOf(mine), inTheirs = indexOf(theirs);
  const auto find = [](const auto& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
  };
  KeyedList<Item> merged;
  for (auto& key : mergedOrder(keysOf(base), keysOf(mine), keysOf(theirs))) {
    const auto *b = find(inBase, key), *m = find(inMine, key), *t = find(inTheirs, key);
    if (const auto kept = agreed(b, m, t)) {
      if (*kept) merged.push_back({std::move(key), **kept});
    } else if (auto resolved = resolve(key, b, m, t)) {
      merged.push_back({std::move(key), std::move(*resolved)});
    }
  }
  return merged;
}

// Texts that are their own keys: what either side added or removed. Never a conflict.
std::vector<std::string> mergeTexts(const std::vector<std::string>& base,
                                    const std::vector<std::string>& mine,
                                    const std::vector<std::string>& theirs);

}  // namespace aiagent::authoring
