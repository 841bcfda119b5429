// The ids of the product's records.
#pragma once

#include "core/base/ids.h"

namespace aiagent::domain {

using AgentId = base::Id<struct AgentTag>;
using VersionId = base::Id<struct VersionTag>;
using EnvironmentId = base::Id<struct EnvironmentTag>;
using GenerationId = base::Id<struct GenerationTag>;
using RunId = base::Id<struct RunTag>;
using MessageId = base::Id<struct MessageTag>;
using UserId = base::Id<struct UserTag>;
using WorkspaceId = base::Id<struct WorkspaceTag>;

}  // namespace aiagent::domain
