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

// Both merges are the same but where the sides clash. What leads from the one to the other, laid over what
// the agent holds now, changes these places alone, and them whatever was written there since.
std::optional<AgentContent> contentFor(const store::InboxItem& item, InboxTake take,
                                       const std::optional<AgentContent>& now) {
  if (take == InboxTake::Merged || !item.mine) return std::nullopt;
  const bool takesMine = take == InboxTake::Mine;
  if (item.kind != store::InboxKind::Conflict)
    return takesMine ? std::optional(item.mine->content) : std::nullopt;
  const auto mine = withMine(item), theirs = mergeOf(item).agent.content;
  const auto& chosen = takesMine ? mine : theirs;
  if (!now) return chosen;
  auto content = authoring::mergeContent(takesMine ? theirs : mine, *now, chosen).content;
  if (content == *now) return std::nullopt;
  return content;
}

std::vector<authoring::FieldConflict> conflictsOf(const store::InboxItem& item) {
  if (!item.mine || !item.theirs) return {};
  return mergeOf(item).conflicts;
}

}  // namespace aiagent::services
