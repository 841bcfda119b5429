// Three-way merge of an agent that several devices share.
#pragma once

#include <vector>

#include "core/authoring/content/content_merge.h"
#include "core/domain/shared_agent.h"

namespace aiagent::authoring {

struct SharedMerge {
  domain::SharedAgent agent;             // but for headVersion, which stays mine
  std::vector<FieldConflict> conflicts;  // as of mergeContent, and "labels.production"
};

// As mergeContent, but where both gave another name or model, or one archived what the other did not, the
// later arrival stays: mine, as it is sent after theirs. What it replaces is kept in the server's history.
SharedMerge mergeShared(const domain::SharedAgent& base, const domain::SharedAgent& mine,
                        const domain::SharedAgent& theirs);

}  // namespace aiagent::authoring
