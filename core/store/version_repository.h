// Versions of agents and the labels that point to them. Every function runs inside the caller's transaction
// (store.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/agent_version.h"

namespace aiagent::store {

class Connection;

// The agent's head. An agent that has no version yet (imported in bulk, or from before there were versions)
// gets its first one here. NotFound: no such agent.
base::Result<domain::AgentVersion> headVersion(Connection&, domain::AgentId agent);

// Newest first. Empty for an agent that has none yet.
base::Result<std::vector<domain::VersionSummary>> listVersions(Connection&, domain::AgentId agent);
base::Result<domain::AgentVersion> loadVersion(Connection&, domain::VersionId id);  // NotFound
// By "v12" or "12", "head" or "latest", a label, an id, or the beginning of a content hash (at least 6
// digits). NotFound, Ambiguous (a hash prefix of several contents).
base::Result<domain::AgentVersion> findVersion(Connection&, domain::AgentId agent, std::string_view which);

// Keeps a version that was made elsewhere (an import, a sync); the head stays where it is. The number is
// given here. A version that is there already is left alone.
base::Result<domain::AgentVersion> adoptVersion(Connection&, const domain::AgentVersion& version);
// Versions that no other version has as a parent, but for the head: what could be merged. Newest first.
base::Result<std::vector<domain::VersionSummary>> listBranches(Connection&, domain::AgentId agent);
// The newest version that both come from, for a three-way merge; nothing when there is none.
base::Result<std::optional<domain::AgentVersion>> commonAncestor(Connection&, domain::VersionId one,
                                                                 domain::VersionId other);

// Puts the label on the version, wherever it was before. InvalidInput: no label's name; NotFound: no such
// version of this agent. A label that is there already writes nothing.
base::Result<domain::Label> moveLabel(Connection&, domain::AgentId agent, const std::string& name,
                                      domain::VersionId version, const std::string& by);
base::Result<void> removeLabel(Connection&, domain::AgentId agent, const std::string& name,
                               const std::string& by);                                    // NotFound
base::Result<std::vector<domain::Label>> listLabels(Connection&, domain::AgentId agent);  // by name
// Newest first, of one label or, with an empty name, of all.
base::Result<std::vector<domain::LabelMove>> labelHistory(Connection&, domain::AgentId agent,
                                                          std::string_view name);

}  // namespace aiagent::store
