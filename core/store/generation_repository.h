// Generations that wait for a network. Every function runs inside the caller's transaction (store.h).
#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/domain/generation_job.h"

namespace aiagent::store {

class Connection;

// Id and times are made here.
base::Result<domain::GenerationJob> insertGeneration(Connection&, const domain::GenerationJob& job);
// Status, run and error; NotFound.
base::Result<void> updateGeneration(Connection&, const domain::GenerationJob& job);
base::Result<void> removeGeneration(Connection&, domain::GenerationId id);      // NotFound
base::Result<std::vector<domain::GenerationJob>> listGenerations(Connection&);  // oldest first
// The oldest that waits becomes Running and this caller's own: of several programs one gets it. Nothing when
// none waits.
base::Result<std::optional<domain::GenerationJob>> takeWaitingGeneration(Connection&);
// Those that run in no program any more (their run is over or gone) wait again.
base::Result<void> releaseGenerations(Connection&);

}  // namespace aiagent::store
