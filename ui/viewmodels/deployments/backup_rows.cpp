// Backups: cron jobs that make them, and what the server tells of its database's.
#include <QCoreApplication>

#include "core/base/time_text.h"
#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/backups.h"
#include "ui/format/text.h"
#include "ui/viewmodels/deployments/row_builder.h"
#include "ui/viewmodels/deployments/table_topics.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using cluster::Verdict;
using cluster::VerdictKind;
using domain::database::Backups;
using format::utf8;
using wire::KubeKind;
using Access = DatabaseState::Access;

constexpr std::chrono::days kDrillHolds{90};
constexpr char kSource[] = "/v1/ops/database";

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(BackupRows)
};

base::WallTime timeFrom(const std::string& text) {
  return base::fromRfc3339(text).value_or(base::WallTime{});
}

ClusterRow rowOfJob(const wire::CronJobRow& row, const std::vector<const wire::JobRow*>& jobs,
                    base::WallTime now) {
  const auto typical = cluster::typicalDuration(row, jobs);
  const auto sign = cluster::backupSign(row);
  return RowBuilder(row.head)
      .named()
      .text(sign ? sign->field + ": " + sign->value : std::string())
      .text(row.schedule.view())
      .age(row.lastSuccessful)
      .keyed(typical.count() > 0 ? cluster::humanDuration(typical) : std::string("?"),
             double(typical.count()))
      .text(utf8(Texts::tr("not proven")))
      .verdict(cluster::backupVerdict(row, typical, now))
      .take();
}

Verdict archiveVerdict(const Backups& backups) {
  auto verdict = cluster::verdict(VerdictKind::Healthy, "Archives");
  if (!backups.archiving) verdict = cluster::verdict(VerdictKind::Degraded, "NoArchive");
  if (backups.failing) verdict = cluster::verdict(VerdictKind::Failed, "ArchiveFails");
  verdict.add("archiving", backups.archiving ? "true" : "false",
              "WAL that is archived can be replayed to any time");
  verdict.add("last_archived_at", backups.lastArchived, "the last that went well");
  if (!backups.lastFailed.empty()) verdict.add("last_failed_at", backups.lastFailed, "the last that failed");
  return verdict;
}

Verdict drillVerdict(const Backups& backups, base::WallTime now) {
  const auto at = timeFrom(backups.drill);
  if (!wire::told(at))
    return cluster::verdict(VerdictKind::Degraded, "DrillMissing")
        .with("drill", "",
              "a backup that was never restored is a hope; aiagent-server ops drill writes one down");
  const bool old = now - at > kDrillHolds;
  return cluster::verdict(!backups.drillOk ? VerdictKind::Failed
                          : old            ? VerdictKind::Degraded
                                           : VerdictKind::Healthy,
                          !backups.drillOk ? "DrillFailed"
                          : old            ? "DrillOld"
                                           : "DrillFresh")
      .with("drill", backups.drill, "counts for 90 days");
}

QString databaseNote(const DatabaseState* database) {
  if (!database)
    return Texts::tr(
        "The database’s own backups and the last restore drill are not known: sign in at this "
        "environment’s API to see them.");
  switch (database->access) {
    case Access::Ready:
      if (database->report && database->report->backups.value) return {};
      return Texts::tr("The server cannot tell of its database’s backups.");
    case Access::Loading: return Texts::tr("The server is being asked for its database’s backups.");
    case Access::NotForYou:
      return Texts::tr("The database’s own backups are shown to operators of the server, and you are none.");
    case Access::NotSignedIn:
    case Access::NotOffered:
    case Access::Failed: break;
  }
  return Texts::tr("The server does not tell of its database’s backups.");
}

}  // namespace

std::vector<ClusterRow> databaseBackupRows(const DatabaseState& state, base::WallTime now) {
  if (!state.report || !state.report->backups.value) return {};
  const auto& backups = *state.report->backups.value;
  const auto fresh = state.error ? Freshness::Stale : Freshness::Live;
  return {RowBuilder()
              .called("database archive", utf8(Texts::tr("Database: archive")))
              .named()
              .text(kSource)
              .text(utf8(Texts::tr("all the time")))
              .age(timeFrom(backups.lastArchived))
              .keyed({}, 0)
              .text(utf8(Texts::tr("the server’s word")))
              .verdict(archiveVerdict(backups))
              .fresh(fresh)
              .take(),
          RowBuilder()
              .called("database drill", utf8(Texts::tr("Database: restore drill")))
              .named()
              .text(kSource)
              .text({})
              .age(timeFrom(backups.drill))
              .keyed({}, 0)
              .text(utf8(backups.drill.empty() ? Texts::tr("not proven")
                         : backups.drillOk     ? Texts::tr("restored")
                                               : Texts::tr("not restored")))
              .verdict(drillVerdict(backups, now))
              .fresh(fresh)
              .take()};
}

std::vector<ClusterRow> backupRows(const TopicGround& ground) {
  const auto now = ground.watch.serverNow();
  const auto jobs = rowsIn<wire::JobRow>(ground.watch, KubeKind::Job);
  std::vector<ClusterRow> rows;
  for (const auto* row : rowsIn<wire::CronJobRow>(ground.watch, KubeKind::CronJob))
    if (cluster::backupSign(*row)) rows.push_back(rowOfJob(*row, jobs, now));
  if (ground.database)
    for (auto& row : databaseBackupRows(*ground.database, now)) rows.push_back(std::move(row));
  return rows;
}

QString backupNote(const TopicGround& ground) {
  QStringList notes = {
      Texts::tr("A cron job counts as a backup by the annotation or label %1, else by a word like backup or "
                "dump in "
                "its labels, name or image.")
          .arg(QLatin1String(cluster::kBackupMark)),
      Texts::tr(
          "A run that ended well does not prove a usable copy: where copies lie cannot be seen from here.")};
  notes << databaseNote(ground.database);
  notes.removeAll(QString());
  return notes.join(QLatin1Char(' '));
}

}  // namespace aiagent::ui
