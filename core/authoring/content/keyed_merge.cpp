#include "core/authoring/content/keyed_merge.h"

#include <algorithm>

namespace aiagent::authoring {
namespace {

using Keys = std::vector<std::string>;

Keys only(const Keys& keys, const std::map<std::string, int>& counts) {
  Keys kept;
  for (const auto& key : keys)
    if (counts.at(key) == 3) kept.push_back(key);
  return kept;
}

// gaps[0]: what stands before everything of `order`; gaps[i + 1]: behind order[i].
std::vector<Keys> gapsOf(const std::map<std::string_view, std::size_t>& places, const Keys& keys) {
  std::vector<Keys> gaps(places.size() + 1);
  std::size_t gap = 0;
  for (const auto& key : keys) {
    if (const auto place = places.find(key); place != places.end())
      gap = place->second + 1;
    else
      gaps[gap].push_back(key);
  }
  return gaps;
}

KeyedList<std::string> underThemselves(const std::vector<std::string>& texts) {
  std::map<std::string, int> counts;
  KeyedList<std::string> list;
  for (const auto& text : texts) {
    const auto count = ++counts[text];
    list.push_back({std::to_string(count) + ":" + text, text});
  }
  return list;
}

}  // namespace

Keys mergedOrder(const Keys& base, const Keys& mine, const Keys& theirs) {
  std::map<std::string, int> counts;
  for (const auto* keys : {&base, &mine, &theirs})
    for (const auto& key : *keys) ++counts[key];
  const auto was = only(base, counts), inMine = only(mine, counts), inTheirs = only(theirs, counts);
  const auto& order = inMine == was ? inTheirs : inTheirs == was || inMine == inTheirs ? inMine : was;
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < order.size(); ++i) places.emplace(order[i], i);
  const auto byMine = gapsOf(places, mine), byTheirs = gapsOf(places, theirs);
  Keys merged;
  std::set<std::string_view> known;
  const auto add = [&](const std::string& key) {
    if (known.insert(key).second) merged.push_back(key);
  };
  for (std::size_t i = 0; i <= order.size(); ++i) {
    if (i > 0) add(order[i - 1]);
    for (const auto& key : std::min(byMine[i], byTheirs[i])) add(key);
    for (const auto& key : std::max(byMine[i], byTheirs[i])) add(key);
  }
  return merged;
}

std::vector<std::string> mergeTexts(const std::vector<std::string>& base,
                                    const std::vector<std::string>& mine,
                                    const std::vector<std::string>& theirs) {
  // an item is its key, so that there is nothing to resolve
  const auto merged = mergeKeyed(
      underThemselves(base), underThemselves(mine), underThemselves(theirs),
      [](const auto&, const auto*, const auto*, const auto*) { return std::optional<std::string>(); });
  std::vector<std::string> texts;
  for (const auto& entry : merged) texts.push_back(entry.item);
  return texts;
}

}  // namespace aiagent::authoring
