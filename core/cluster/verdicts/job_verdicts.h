// Jobs, and whether a cron job's results are fresh (contract D11).
#pragma once

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_workload_rows.h"

namespace aiagent::cluster {

// The STATUS column: "Complete", "Failed", "Terminating", "Suspended", "FailureTarget", "SuccessCriteriaMet"
// or "Running", the first that holds.
std::string jobStatusWord(const wire::JobRow& row);

Verdict jobVerdict(const wire::JobRow& row, base::WallTime now);

struct CronFacts {
  base::WallTime now{};                    // the server's
  std::chrono::seconds typicalDuration{};  // of its last good jobs; zero: not known
  bool backup = false;                     // its result is needed: suspended is a fault then
};

// Judged by the last success, never by the last start: late after 1.5 periods and a run's time, stale after
// two. The period is the schedule's longest gap around now.
Verdict cronJobVerdict(const wire::CronJobRow& row, const CronFacts& facts);

}  // namespace aiagent::cluster
