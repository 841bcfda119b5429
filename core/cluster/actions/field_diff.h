// What a dry run would change, field by field. Pure.
#pragma once

#include "core/cluster/actions/action.h"

namespace aiagent::cluster {

// Elements of lists are matched by their `name` where all have one, else by place. What every write changes
// by itself (managedFields, resourceVersion, generation) is left out, and the status unless `withStatus`.
std::vector<FieldChange> changesBetween(const wire::Tree& before, const wire::Tree& after,
                                        bool withStatus = false);

// [{"path","before","after"}…]; what is absent is null. Values that look like keys are masked.
std::string changesJson(const std::vector<FieldChange>& changes);

}  // namespace aiagent::cluster
