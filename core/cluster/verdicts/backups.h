// Which cron jobs are backups, and how fresh what they make is (contract D11). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_workload_rows.h"

namespace aiagent::cluster {

// What makes it a backup: "label app.kubernetes.io/component = backup".
struct BackupSign {
  std::string field, value;
  bool operator==(const BackupSign&) const = default;
};

// Label or annotation kBackupMark says so ("true") or denies it ("false"); else one of the usual labels, the
// name, or an image has a word like "backup", "dump", "pgbackrest" or "velero".
inline constexpr char kBackupMark[] = "aiagent/backup";
std::optional<BackupSign> backupSign(const wire::CronJobRow& row);

// The middle one of its jobs that ended well; zero: none is known. `jobs` may be of other owners too.
std::chrono::seconds typicalDuration(const wire::CronJobRow& row,
                                     const std::vector<const wire::JobRow*>& jobs);

// Of its runs, with what they do not prove as evidence: a job that ended well says nothing of a usable copy.
Verdict backupVerdict(const wire::CronJobRow& row, std::chrono::seconds typicalDuration, base::WallTime now);

}  // namespace aiagent::cluster
