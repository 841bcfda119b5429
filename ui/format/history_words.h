// The release history and its report, as words.
#pragma once

#include <QString>

#include "core/cluster/report/report.h"
#include "core/domain/cluster_fact.h"

namespace aiagent::format {

// "Rollout failed".
QString nameOf(domain::ClusterFactKind kind);
// "deployment/agent-api was scaled from 3 to 5 replicas." The reason and the detail are shown beside it.
QString sentenceFor(const domain::ClusterFact& fact);
// Of cluster::reportHtml(), in the person's language.
cluster::ReportWords reportWords();

}  // namespace aiagent::format
