// lintContext: what the linter is told of the model that an agent names.
#pragma once

#include "core/authoring/content/lint.h"
#include "core/base/clock.h"
#include "core/runs/model_catalog.h"

namespace aiagent::services {

authoring::LintContext lintContext(const runs::ModelCatalog& catalog, const domain::AgentContent& content,
                                   base::WallTime now);

}  // namespace aiagent::services
