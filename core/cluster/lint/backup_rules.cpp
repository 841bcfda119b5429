// Jobs that dump a database on a schedule.
#include <algorithm>
#include <array>

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

constexpr auto kRules = std::to_array<Rule>({
    {{"BACKUP-001", 89, kError, "%1 is not in the image %2: the upload fails each time.",
      "Use an image that has both tools, and gcloud storage instead of gsutil."},
     toolIsMissing},
    {{"BACKUP-002", 90, kError, "The pod uploads and has no service account that may.",
      "Name a service account that is bound to a cloud identity."},
     noIdentity},
    {{"BACKUP-003", 91, kError,
      "A dump that fails is hidden by the pipe, and an empty archive counts as a backup.",
      "Begin the script with set -euo pipefail, in a shell that has it."},
     pipeHidesFault},
    {{"BACKUP-004", 94, kWarning, "The schedule says nothing of %1.",
      "Set concurrencyPolicy: Forbid, startingDeadlineSeconds, timeZone, both history limits, backoffLimit "
      "and activeDeadlineSeconds."},
     looseSchedule},
    {{"BACKUP-005", 95, kWarning, "A second run on the same day overwrites the first.",
      "Put the time into the name: $(date -u +%Y%m%dT%H%M%SZ)."},
     sameNameTwice},
    {{"BACKUP-006", 96, kWarning, "The emptyDir %1 may fill the node's disk.",
      "Set sizeLimit, or stream to the bucket without a file."},
     unboundedVolume},
    {{"BACKUP-007", 100, kHint, "pg_dump %1 refuses a server of version %2.",
      "Use an image of the server's version or later."},
     olderThanServer},
    {{"BACKUP-008", 101, kWarning, "Nobody is told when the backup %1 is missing.",
      "Add an alert on kube_cronjob_status_last_successful_time."},
     nobodyNotices},
});

}  // namespace

std::span<const Rule> backupRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
