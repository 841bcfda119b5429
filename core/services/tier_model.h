// Which of a provider's models serves a tier that a generation proposes.
#pragma once

#include <string>
#include <vector>

#include "core/authoring/generate/generated_agent.h"
#include "core/runs/model_catalog.h"

namespace aiagent::services {

// By the price of output in force at `now`: the cheapest is fast, the dearest best, the one in the middle
// balanced. Models that are not priced, or are shut down by then, are not known well enough to be proposed;
// of equally priced ones the first by name is taken. Empty: none of `offered` is known.
std::string modelOfTier(authoring::ModelTier tier, const std::vector<std::string>& offered,
                        const runs::ModelCatalog& catalog, base::WallTime now);

}  // namespace aiagent::services
