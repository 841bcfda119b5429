// Jobs that dump a database on a schedule.
#include <algorithm>
#include <array>

#include "core/cluster/cron_schedule.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

std::string scriptOf(const Node& container) {
  return container.at("command").allText() + container.at("args").allText();
}

template <class Visit>
void eachScript(const Sources& sources, Visit visit) {
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      if (const auto script = scriptOf(container); !script.empty()) visit(object, container, script);
}

bool isDump(std::string_view script) {
  return hasAny(script, {"pg_dump", "mysqldump"});
}

bool uploads(std::string_view script) {
  return hasAny(script, {"gsutil ", "gcloud storage", "aws s3"});
}

void toolIsMissing(const Sources& sources, Report& report) {
  eachScript(sources, [&](const KubeObject& object, const Node& container, const std::string& script) {
    const auto image = container.at("image").text();
    if (hasAny(script, {"gsutil ", "gcloud "}) && startsWith(fileOf(image), "postgres"))
      report.at(object, container.at("command"), {has(script, "gsutil ") ? "gsutil" : "gcloud", image});
  });
}

void noIdentity(const Sources& sources, Report& report) {
  eachScript(sources, [&](const KubeObject& object, const Node& container, const std::string& script) {
    if (!uploads(script)) return;
    const auto account = object.podSpec().at("serviceAccountName").text();
    const bool keyed = has(container.allText(), "GOOGLE_APPLICATION_CREDENTIALS");
    if (account.empty() && !keyed) report.at(object, object.podSpec());
  });
}

void pipeHidesFault(const Sources& sources, Report& report) {
  eachScript(sources, [&](const KubeObject& object, const Node& container, const std::string& script) {
    if (has(script, "pipefail")) return;
    for (const auto& line : linesOf(script)) {
      const auto at = line.text.find("_dump"), sql = line.text.find("mysqldump");
      const auto from = std::min(at, sql);
      if (from == std::string::npos || !has(line.text.substr(from), "|")) continue;
      return report.at(object, container.at(container.at("args") ? "args" : "command"));
    }
  });
}

void looseSchedule(const Sources& sources, Report& report) {
  for (const auto* object : sources.ofKind("CronJob")) {
    const auto spec = object->node.at("spec"), job = spec.at("jobTemplate>spec");
    if (spec.at("concurrencyPolicy").text().empty() || spec.at("concurrencyPolicy").text() == "Allow")
      report.at(*object, spec, {"concurrencyPolicy"});
    for (const char* name :
         {"startingDeadlineSeconds", "timeZone", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"})
      if (!spec.at(name)) report.at(*object, spec, {name});
    for (const char* name : {"backoffLimit", "activeDeadlineSeconds"})
      if (!job.at(name)) report.at(*object, spec, {name});
  }
}

void sameNameTwice(const Sources& sources, Report& report) {
  eachScript(sources, [&](const KubeObject& object, const Node& container, const std::string& script) {
    if (!isDump(script)) return;
    const bool byDay = hasAny(script, {"%Y%m%d)", "%Y-%m-%d)", "%F)", "%Y%m%d\"", "%Y-%m-%d\""});
    if (byDay && !hasAny(script, {"%H", "%s", "%T", "HOSTNAME", "RANDOM"}))
      report.at(object, container.at(container.at("args") ? "args" : "command"));
  });
}

void unboundedVolume(const Sources& sources, Report& report) {
  for (const auto& object : sources.objects)
    for (const auto& volume : object.podSpec().at("volumes").items())
      if (volume.at("emptyDir") && !volume.at("emptyDir>sizeLimit"))
        report.at(object, volume.at("emptyDir"), {volume.at("name").text()});
}

int newestDatabase(const Sources& sources) {
  int newest = -1;
  for (const auto& file : sources.composeFiles)
    for (const auto& service : file.node.at("services").members())
      newest = std::max(newest, numberBehind("/" + service.second.at("image").text(), "/postgres:"));
  return newest;
}

void olderThanServer(const Sources& sources, Report& report) {
  const auto server = newestDatabase(sources);
  eachScript(sources, [&](const KubeObject& object, const Node& container, const std::string& script) {
    const auto image = container.at("image");
    const auto version = numberBehind("/" + image.text(), "/postgres:");
    if (has(script, "pg_dump") && version >= 0 && version < server)
      report.at(object, image, {std::to_string(version), std::to_string(server)});
  });
}

void nobodyNotices(const Sources& sources, Report& report) {
  std::string alerts;
  for (const auto* rule : sources.ofKind("PrometheusRule")) alerts += rule->node.allText();
  for (const auto* rule : sources.ofKind("Rules")) alerts += rule->node.allText();
  for (const auto* object : sources.ofKind("CronJob")) {
    if (has(alerts, object->name) || has(alerts, "kube_cronjob_status_last_successful_time")) continue;
    for (const auto& container : object->containers())
      if (isDump(scriptOf(container))) report.at(*object, object->node.at("metadata>name"), {object->name});
  }
}

bool runs(const KubeObject& object, bool (*test)(std::string_view script)) {
  const auto containers = object.containers();
  return std::any_of(containers.begin(), containers.end(),
                     [&](const Node& container) { return test(scriptOf(container)); });
}

void neverRestored(const Sources& sources, Report& report) {
  const auto jobs = sources.ofKind("CronJob");
  const bool tried = std::any_of(jobs.begin(), jobs.end(), [](const KubeObject* job) {
    return runs(*job, [](std::string_view script) { return hasAny(script, {"restore", "psql ", "mysql "}); });
  });
  for (const auto* job : jobs)
    if (!tried && runs(*job, isDump)) report.at(*job, job->node.at("metadata>name"), {job->name});
}

// What ships each change of a database, and not one dump after another.
bool shipsChanges(const Sources& sources) {
  return std::any_of(sources.objects.begin(), sources.objects.end(), [](const KubeObject& object) {
    if (object.node.at("spec>settings>backupConfiguration>pointInTimeRecoveryEnabled").isTrue()) return true;
    if (object.kind == "Cluster" && object.node.at("spec>backup")) return true;  // CloudNativePG
    return hasAny(object.node.allText(), {"wal-g", "wal-push", "pgbackrest", "barman", "archive_command"});
  });
}

constexpr auto kLongGap = std::chrono::hours(6);

void longGap(const Sources& sources, Report& report) {
  if (shipsChanges(sources)) return;
  for (const auto* job : sources.ofKind("CronJob")) {
    const auto written = job->node.at("spec>schedule");
    const auto schedule = CronSchedule::parse(written.text());
    const auto gap = schedule ? schedule->longestGap(base::WallTime{}) : std::nullopt;
    if (!gap || *gap < kLongGap || !runs(*job, isDump)) continue;
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(*gap).count();
    report.at(*job, written, {std::to_string(hours), job->name});
  }
}

constexpr auto kRules = std::to_array<Rule>({
    {{"BACKUP-001", 89, kError,
      QT_TRANSLATE_NOOP("Lint", "%1 is not in the image %2: the upload fails each time."),
      QT_TRANSLATE_NOOP("Lint", "Use an image that has both tools, and gcloud storage instead of gsutil.")},
     toolIsMissing},
    {{"BACKUP-002", 90, kError,
      QT_TRANSLATE_NOOP("Lint", "The pod uploads and has no service account that may."),
      QT_TRANSLATE_NOOP("Lint", "Name a service account that is bound to a cloud identity.")},
     noIdentity},
    {{"BACKUP-003", 91, kError,
      QT_TRANSLATE_NOOP("Lint",
                        "A dump that fails is hidden by the pipe, and an empty archive counts as a backup."),
      QT_TRANSLATE_NOOP("Lint", "Begin the script with set -euo pipefail, in a shell that has it.")},
     pipeHidesFault},
    {{"BACKUP-004", 94, kWarning, QT_TRANSLATE_NOOP("Lint", "The schedule says nothing of %1."),
      QT_TRANSLATE_NOOP("Lint",
                        "Set concurrencyPolicy: Forbid, startingDeadlineSeconds, timeZone, both history "
                        "limits, backoffLimit "
                        "and activeDeadlineSeconds.")},
     looseSchedule},
    {{"BACKUP-005", 95, kWarning,
      QT_TRANSLATE_NOOP("Lint", "A second run on the same day overwrites the first."),
      QT_TRANSLATE_NOOP("Lint", "Put the time into the name: $(date -u +%Y%m%dT%H%M%SZ).")},
     sameNameTwice},
    {{"BACKUP-006", 96, kWarning, QT_TRANSLATE_NOOP("Lint", "The emptyDir %1 may fill the node's disk."),
      QT_TRANSLATE_NOOP("Lint", "Set sizeLimit, or stream to the bucket without a file.")},
     unboundedVolume},
    {{"BACKUP-007", 100, kHint, QT_TRANSLATE_NOOP("Lint", "pg_dump %1 refuses a server of version %2."),
      QT_TRANSLATE_NOOP("Lint", "Use an image of the server's version or later.")},
     olderThanServer},
    {{"BACKUP-008", 101, kWarning, QT_TRANSLATE_NOOP("Lint", "Nobody is told when the backup %1 is missing."),
      QT_TRANSLATE_NOOP("Lint", "Add an alert on kube_cronjob_status_last_successful_time.")},
     nobodyNotices},
    {{"BACKUP-009", 93, kWarning,
      QT_TRANSLATE_NOOP("Lint", "Nobody tries whether what %1 keeps can be restored."),
      QT_TRANSLATE_NOOP("Lint",
                        "Add a CronJob that restores the newest backup into an empty database and looks at "
                        "what is in it.")},
     neverRestored},
    {{"BACKUP-010", 97, kHint,
      QT_TRANSLATE_NOOP("Lint", "Up to %1 hours of work are lost with the database: %2 is all that is kept."),
      QT_TRANSLATE_NOOP("Lint",
                        "Turn on point-in-time recovery, or ship the write-ahead log, beside the dumps.")},
     longGap},
});

}  // namespace

std::span<const Rule> backupRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
