#include "core/cluster/verdicts/job_verdicts.h"

#include "core/cluster/cron_schedule.h"
#include "core/cluster/human_duration.h"

namespace aiagent::cluster {
namespace {

using wire::CronJobRow;
using wire::JobRow;
using wire::Truth;

const wire::Condition* trueCondition(const JobRow& row, std::string_view type) {
  const auto* found = wire::findCondition(row.conditions, type);
  return found && found->status == Truth::True ? found : nullptr;
}

Verdict byCondition(VerdictKind kind, std::string_view reason, const wire::Condition& condition) {
  auto result = verdict(kind, reason)
                    .with("conditions[" + std::string(condition.type.view()) + "].status", "True",
                          "the job controller has decided");
  if (!condition.reason.empty()) result.add("condition.reason", condition.reason, "why");
  if (!condition.message.empty())
    result.add("condition.message", condition.message, "the controller's own words");
  return result;
}

Verdict runningVerdict(const JobRow& row, base::WallTime now) {
  const bool last = row.failed > 0 && row.failed >= row.backoffLimit;
  auto result =
      verdict(last ? VerdictKind::Degraded : VerdictKind::Progressing, last             ? "LastTry"
                                                                       : row.failed > 0 ? "Retrying"
                                                                                        : "Running");
  result.add("status.active", std::to_string(row.active), "pods that run");
  result.add("status.failed", std::to_string(row.failed),
             "it fails after " + std::to_string(row.backoffLimit) + " more tries");
  if (wire::told(row.started))
    result.add("status.startTime", ageText(row.started, now), "so long it has run");
  return result;
}

// ---- freshness

struct Freshness {
  const CronJobRow& row;
  const CronFacts& facts;
  std::chrono::seconds period;

  // From the last success, or from the making of a job that never had one.
  base::WallTime since() const {
    return wire::told(row.lastSuccessful) ? row.lastSuccessful : row.head.created;
  }
};

Verdict freshVerdict(const Freshness& in) {
  const bool never = !wire::told(in.row.lastSuccessful);
  const auto age = in.facts.now - in.since();
  const bool stale = age > in.period * 2;
  const bool late = age > in.period * 3 / 2 + in.facts.typicalDuration;
  const auto kind = stale   ? VerdictKind::Failed
                    : late  ? VerdictKind::Degraded
                    : never ? VerdictKind::Progressing
                            : VerdictKind::Healthy;
  const auto* reason = never   ? (stale || late ? "NeverSucceeded" : "NotRunYet")
                       : stale ? "Stale"
                       : late  ? "Late"
                               : "Fresh";
  return verdict(kind, reason)
      .with("status.lastSuccessfulTime", never ? "" : base::toIso8601(in.row.lastSuccessful),
            never ? "no run has succeeded since it was made" : "age " + humanDuration(age))
      .with("spec.schedule", in.row.schedule,
            "a run each " + humanDuration(in.period) +
                "; late after 1.5 of these and a run's time, stale after 2");
}

}  // namespace

std::string jobStatusWord(const JobRow& row) {
  for (const auto* type : {"Complete", "Failed"})
    if (trueCondition(row, type)) return type;
  if (row.head.terminating()) return "Terminating";
  for (const auto* type : {"Suspended", "FailureTarget", "SuccessCriteriaMet"})
    if (trueCondition(row, type)) return type;
  return "Running";
}

Verdict jobVerdict(const JobRow& row, base::WallTime now) {
  if (row.head.malformed) return malformedVerdict();
  if (const auto* found = trueCondition(row, "Complete"))
    return byCondition(VerdictKind::Healthy, "Complete", *found);
  if (const auto* found = trueCondition(row, "Failed"))
    return byCondition(VerdictKind::Failed, found->reason.empty() ? "Failed" : found->reason.view(), *found);
  if (row.head.terminating())
    return verdict(VerdictKind::Progressing, "Deleting")
        .with("metadata.deletionTimestamp", base::toIso8601(row.head.deleted), "it is being deleted");
  if (const auto* found = trueCondition(row, "FailureTarget"))
    return byCondition(VerdictKind::Degraded, "Failing", *found);
  if (row.suspended || trueCondition(row, "Suspended"))
    return verdict(VerdictKind::Paused, "Suspended")
        .with("spec.suspend", "true", "no pod is made until it is resumed");
  if (const auto* found = trueCondition(row, "SuccessCriteriaMet"))
    return byCondition(VerdictKind::Progressing, "Finishing", *found);
  return runningVerdict(row, now);
}

Verdict cronJobVerdict(const CronJobRow& row, const CronFacts& facts) {
  if (row.head.malformed) return malformedVerdict();
  if (row.suspended)
    return verdict(facts.backup ? VerdictKind::Failed : VerdictKind::Paused, "Suspended")
        .with("spec.suspend", "true",
              facts.backup ? "a backup that is suspended makes no backups"
                           : "no job is started until it is resumed");
  const auto schedule = CronSchedule::parse(row.schedule);
  const auto period = schedule ? schedule->longestGap(facts.now) : std::nullopt;
  if (!period)
    return verdict(VerdictKind::Unknown, "ScheduleUnknown")
        .with("spec.schedule", row.schedule, "when it should run cannot be told from this");
  if (!wire::told(row.head.created) && !wire::told(row.lastSuccessful))
    return verdict(VerdictKind::Unknown, "AgeUnknown")
        .with("status.lastSuccessfulTime", "", "nothing tells since when it should run");
  return freshVerdict({row, facts, *period});
}

}  // namespace aiagent::cluster
