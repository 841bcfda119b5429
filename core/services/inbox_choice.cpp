#include "core/services/inbox_choice.h"

#include "core/authoring/content/shared_merge.h"

namespace aiagent::services {
namespace {

using domain::AgentContent;

authoring::SharedMerge mergeOf(const store::InboxItem& item) {
  const domain::SharedAgent nothing;
  return authoring::mergeShared(item.base.value_or(nothing), item.mine.value_or(nothing),
                                item.theirs.value_or(nothing));
}

// With the sides exchanged the merge takes this device's words where both changed the same.
AgentContent withMine(const store::InboxItem& item) {
  const domain::SharedAgent nothing;
  return authoring::mergeContent(item.base.value_or(nothing).content, item.theirs.value_or(nothing).content,
                                 item.mine.value_or(nothing).content)
      .content;
}

}  // namespace

AgentContent contentOver(const store::InboxItem& item, const AgentContent& chosen,
                         const std::optional<AgentContent>& now) {
  if (!now || item.kind != store::InboxKind::Conflict) return chosen;
  return authoring::mergeContent(mergeOf(item).agent.content, *now, chosen).content;
}

std::optional<AgentContent> contentFor(const store::InboxItem& item, InboxTake take,
                                       const std::optional<AgentContent>& now) {
  if (take != InboxTake::Mine || !item.mine) return std::nullopt;
  if (item.kind != store::InboxKind::Conflict) return item.mine->content;
  return contentOver(item, withMine(item), now);
}

std::vector<authoring::FieldConflict> conflictsOf(const store::InboxItem& item) {
  if (!item.mine || !item.theirs) return {};
  return mergeOf(item).conflicts;
}

}  // namespace aiagent::services
