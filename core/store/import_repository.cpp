#include "core/store/import_repository.h"

#include <unordered_map>

#include "core/store/agent_repository.h"
#include "core/store/change_feed.h"
#include "core/store/sql_error.h"
#include "core/store/sync_tracking.h"
#include "core/store/version_repository.h"
#include "core/store/version_rows.h"

namespace aiagent::store {

using base::Result;
using domain::AgentId;
using domain::VersionId;

Result<void> adoptHistory(Connection& connection, AgentId agent, std::vector<LabelledVersion> versions,
                          const std::string& by) {
  return guarded([&]() -> Result<void> {
    const auto current = loadAgent(connection, agent);
    if (!current) return current.error();
    keepSyncBase(connection, agent);
    std::unordered_map<VersionId, VersionId> known;
    VersionId before, head;
    for (auto& [version, labels] : versions) {
      std::vector<VersionId> parents;
      for (const auto parent : version.parents)
        if (const auto at = known.find(parent); at != known.end()) parents.push_back(at->second);
      if (parents.empty() && !before.isNull()) parents = {before};
      version.parents = std::move(parents);
      const auto foreign = version.id;
      if (foreign.isNull() || readVersion(connection, foreign))
        version.id = connection.ids().make<VersionId>();
      if (!foreign.isNull()) known.emplace(foreign, version.id);
      version.agent = agent;
      version.hash = domain::contentHash(version.content);
      before = insertVersion(connection, version).id;
      if (domain::sameVersionedFields(version.content, current->content)) head = before;
      for (const auto& label : labels)
        if (const auto moved = moveLabel(connection, agent, label, before, by); !moved) return moved.error();
    }
    if (before.isNull()) return {};
    if (head.isNull()) head = makeVersion(connection, agent, current->content, {before}, {.author = by}).id;
    setHead(connection, agent, head);
    recordChange(connection, RecordKind::Agent, agent.uuid, ChangeOp::Put);
    return {};
  });
}

}  // namespace aiagent::store
