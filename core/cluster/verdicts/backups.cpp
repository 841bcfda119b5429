#include "core/cluster/verdicts/backups.h"

#include <algorithm>
#include <array>

#include "core/cluster/verdicts/job_verdicts.h"

namespace aiagent::cluster {
namespace {

constexpr std::array<std::string_view, 5> kLabels = {"app.kubernetes.io/component", "app.kubernetes.io/name",
                                                     "component", "app", "role"};
constexpr std::array<std::string_view, 14> kWords = {
    "backup", "backups", "dump",  "pgdump", "mysqldump", "mongodump", "snapshot",
    "restic", "velero",  "kopia", "borg",   "barman",    "walg",      "pgbackrest"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// One of the words stands in it by itself: "pg-backup" and not "backupless".
bool speaksOfBackups(std::string_view text) {
  std::string word;
  const auto ends = [&word] {
    const bool found = std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    word.clear();
    return found;
  };
  for (const char c : text) {
    if (isLetter(lower(c)))
      word += lower(c);
    else if (ends())
      return true;
  }
  return ends();
}

std::string_view baseOf(std::string_view image) {
  image = image.substr(0, image.find('@'));
  return image.substr(image.rfind('/') + 1);
}

}  // namespace

std::optional<BackupSign> backupSign(const wire::CronJobRow& row) {
  for (const auto* from : {&row.head.annotations, &row.head.labels})
    if (const auto mark = from->find(kBackupMark)) {
      const bool isLabel = from == &row.head.labels;
      if (*mark == "false") return std::nullopt;
      if (*mark == "true")
        return BackupSign{std::string(isLabel ? "label " : "annotation ") + kBackupMark, "true"};
    }
  for (const auto key : kLabels)
    if (const auto value = row.head.labels.at(key); speaksOfBackups(value))
      return BackupSign{"label " + std::string(key), std::string(value)};
  if (speaksOfBackups(row.head.name)) return BackupSign{"name", row.head.name};
  for (const auto& container : row.podTemplate.containers)
    if (speaksOfBackups(baseOf(container.image)))
      return BackupSign{"image", std::string(container.image.view())};
  return std::nullopt;
}

std::chrono::seconds typicalDuration(const wire::CronJobRow& row,
                                     const std::vector<const wire::JobRow*>& jobs) {
  std::vector<base::Milliseconds> took;
  for (const auto* job : jobs)
    if (job->head.owner.uid == row.head.uid && job->succeeded > 0 && wire::told(job->started) &&
        wire::told(job->completed) && job->completed >= job->started)
      took.push_back(std::chrono::duration_cast<base::Milliseconds>(job->completed - job->started));
  if (took.empty()) return {};
  const auto middle = took.begin() + std::ptrdiff_t(took.size() / 2);
  std::nth_element(took.begin(), middle, took.end());
  return std::chrono::ceil<std::chrono::seconds>(*middle);
}

Verdict backupVerdict(const wire::CronJobRow& row, std::chrono::seconds typicalDuration, base::WallTime now) {
  auto result = cronJobVerdict(row, {.now = now, .typicalDuration = typicalDuration, .backup = true});
  if (const auto sign = backupSign(row)) result.add(sign->field, sign->value, "why it counts as a backup");
  result.add(
      "object listing", "",
      "not proven: that a run ended well does not show that there is a copy, or that it can be restored");
  return result;
}

}  // namespace aiagent::cluster
