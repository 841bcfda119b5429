// Versions as rows. Functions throw and run inside the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/domain/agent_version.h"
#include "core/store/connection.h"

namespace aiagent::store {

// A new version with the next number; its id, time and hash are made here.
domain::AgentVersion makeVersion(Connection& connection, domain::AgentId agent,
                                 const domain::AgentContent& content, std::vector<domain::VersionId> parents,
                                 const domain::SaveNote& note);
// A version as it is, but for its number, which is the next.
domain::AgentVersion insertVersion(Connection& connection, domain::AgentVersion version);

std::optional<domain::AgentVersion> readVersion(Connection& connection, domain::VersionId id);
// The newest version of the agent with these versioned fields; null when there is none.
domain::VersionId versionOfContent(Connection& connection, domain::AgentId agent,
                                   const domain::AgentContent& content);
// The copy of exactly this content that a version of the agent keeps, for a run to share.
std::optional<std::int64_t> versionSnapshot(Connection& connection, domain::VersionId id);

void setHead(Connection& connection, domain::AgentId agent, domain::VersionId version);
// One that the workspace does not have; runs of it keep their copy.
void eraseVersion(Connection& connection, domain::VersionId id);
// Versions, labels and their history, of an agent that is deleted.
void removeVersions(Connection& connection, domain::AgentId agent);

}  // namespace aiagent::store
