#include "core/authoring/content/shared_merge.h"

#include <set>

#include "core/authoring/content/keyed_merge.h"

namespace aiagent::authoring {
namespace {

using domain::SharedAgent;

template <class T>
const T& later(const T& base, const T& mine, const T& theirs) {
  return mine == base ? theirs : mine;
}

void mergeLabels(const SharedAgent& base, const SharedAgent& mine, const SharedAgent& theirs,
                 SharedMerge& merge) {
  std::set<std::string> names;
  for (const auto* labels : {&base.labels, &mine.labels, &theirs.labels})
    for (const auto& [name, version] : *labels) names.insert(name);
  const auto find = [](const domain::Labels& labels, const std::string& name) {
    const auto found = labels.find(name);
    return found == labels.end() ? nullptr : &found->second;
  };
  const auto text = [](const domain::VersionId* id) {
    return id ? std::optional(id->toString()) : std::nullopt;
  };
  merge.agent.labels.clear();
  for (const auto& name : names) {
    const auto *b = find(base.labels, name), *m = find(mine.labels, name), *t = find(theirs.labels, name);
    const auto kept = agreed(b, m, t);
    if (!kept)
      merge.conflicts.push_back(
          {.field = "labels." + name, .base = text(b), .mine = text(m), .theirs = text(t)});
    if (const auto* version = kept ? *kept : t) merge.agent.labels[name] = *version;
  }
}

}  // namespace

SharedMerge mergeShared(const SharedAgent& base, const SharedAgent& mine, const SharedAgent& theirs) {
  auto merged = mergeContent(base.content, mine.content, theirs.content);
  SharedMerge merge{.agent = mine, .conflicts = {}};
  for (auto& conflict : merged.conflicts)
    if (conflict.field != "name" && conflict.field != "model") merge.conflicts.push_back(std::move(conflict));
  merge.agent.content = std::move(merged.content);
  merge.agent.content.name = later(base.content.name, mine.content.name, theirs.content.name);
  merge.agent.content.model = later(base.content.model, mine.content.model, theirs.content.model);
  merge.agent.archived = later(base.archived, mine.archived, theirs.archived);
  merge.agent.owner = later(base.owner, mine.owner, theirs.owner);
  merge.agent.created = later(base.created, mine.created, theirs.created);
  mergeLabels(base, mine, theirs, merge);
  return merge;
}

}  // namespace aiagent::authoring
