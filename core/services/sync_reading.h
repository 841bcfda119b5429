// What a library says of its sync, whoever syncs it.
#pragma once

#include <filesystem>
#include <optional>

#include "core/services/sync_service.h"

namespace aiagent::services {

// All but `state`, `live` and `nextTry`. Runs inside the caller's transaction.
base::Result<SyncStatus> syncStatusOf(store::Connection& connection);

// When the library in that folder and its server were last found in step, by whichever program; nothing:
// never.
std::optional<base::WallTime> lastInStep(const std::filesystem::path& library);

}  // namespace aiagent::services
