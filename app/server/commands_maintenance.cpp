// epoch, gc, doctor: what an operator does now and then.
#include <charconv>
#include <cstdio>

#include "app/server/command.h"
#include "core/base/ids.h"
#include "core/server/blobs/blob_garbage.h"
#include "core/server/doctor.h"

namespace aiagent::app_server {
namespace {

constexpr int kKeptDays = 180;
constexpr int kTrashDays = 30;

// The ids of all workspaces, or of the one with that id or name.
base::Result<server::Rows> chosen(server::Database& database, const std::string& wanted) {
  if (wanted.empty()) return database.query("SELECT id, name FROM sync.workspace ORDER BY name, id");
  return database.query(base::Uuid::parse(wanted) ? "SELECT id, name FROM sync.workspace WHERE id = $1"
                                                  : "SELECT id, name FROM sync.workspace WHERE name = $1",
                        {wanted});
}

int bumpEpoch(const server::Settings& settings, const Arguments& arguments) {
  const auto wanted = arguments.value("workspace");
  std::size_t bumped = 0;
  const int status = withTransaction(settings, [&](server::Database& database) {
    const auto workspaces = chosen(database, wanted);
    if (!workspaces) return say(workspaces.error());
    for (const auto& workspace : *workspaces) {
      const auto done =
          database.query("SELECT sync.bump_epoch($1), sync.note($1, NULL, 'workspace.epoch', $2)",
                         {workspace[0], workspace[1]});
      if (!done) return say(done.error());
    }
    bumped = workspaces->size();
    return int(kDone);
  });
  if (status != kDone) return status;
  if (bumped == 0 && !wanted.empty()) {
    std::fprintf(stderr, "There is no workspace %s.\n", wanted.c_str());
    return kNotFound;
  }
  std::printf("%zu workspaces begin again: every client compares what it has with the server.\n", bumped);
  return kDone;
}

// Days, or nothing where it is no number that fits.
std::optional<int> daysOf(const std::string& text) {
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || end != text.data() + text.size() || days < kTrashDays || days > 36'500)
    return std::nullopt;
  return days;
}

int collectGarbage(server::Database& database, const server::Settings& settings, int days) {
  const auto workspaces = chosen(database, "");
  if (!workspaces) return say(workspaces.error());
  long removed = 0;
  // A transaction each: the lock of a workspace is not held while the next is cleaned.
  for (const auto& workspace : *workspaces) {
    const auto done = database.query("SELECT sync.collect_garbage($1, make_interval(days => $2::int))",
                                     {workspace[0], std::to_string(days)});
    if (!done) return say(done.error());
    const long purged = std::stol(done->front()[0].value_or("0"));
    if (purged > 0)
      std::printf("%s  %ld deleted records  %s\n", workspace[0]->c_str(), purged, workspace[1]->c_str());
    removed += purged;
  }
  if (const auto relayed = database.query("SELECT sync.collect_relay_garbage()"); !relayed)
    return say(relayed.error());
  const auto others = database.query("SELECT sync.collect_identity_garbage()");
  if (!others) return say(others.error());
  std::printf("removed %ld deleted records and %s old invites, devices and keys\n", removed,
              others->front()[0].value_or("0").c_str());
  const auto blobs = server::collectBlobs(database, settings.blobFolder);
  if (!blobs) return say(blobs.error());
  std::printf("removed %ld files from workspaces and %ld from the folder\n", blobs->rows, blobs->files);
  return kDone;
}

int gc(const server::Settings& settings, const Arguments& arguments) {
  const auto days = daysOf(arguments.value("keep", std::to_string(kKeptDays)));
  if (!days) {
    std::fprintf(stderr, "--keep takes a number of days from %d: so long a deletion can be undone.\n",
                 kTrashDays);
    return kInvalidInput;
  }
  return withDatabase(settings,
                      [&](server::Database& database) { return collectGarbage(database, settings, *days); });
}

int doctor(const server::Settings& settings, const Arguments&) {
  bool healthy = true;
  for (const auto& finding : server::examine(settings)) {
    const auto verdict = server::toWord(finding.verdict);
    std::printf("%-6.*s  %-12s  %s\n", int(verdict.size()), verdict.data(), finding.check.c_str(),
                finding.sentence.c_str());
    if (!finding.repair.empty()) std::printf("%22s%s\n", "", finding.repair.c_str());
    healthy = healthy && finding.verdict != server::Verdict::Bad;
  }
  return healthy ? kDone : kStorage;
}

}  // namespace

std::vector<Command> maintenanceCommands() {
  return {
      {{"epoch", "bump"},
       "After a restore from a backup: every client compares and offers what the server lost",
       {},
       {{"workspace", "W"}},
       bumpEpoch},
      {{"gc"},
       "Remove what was deleted more than DAYS ago (180), old invites, devices and keys, and files without "
       "use",
       {},
       {{"keep", "DAYS"}},
       gc},
      {{"doctor"}, "Look at settings and database; exit status 8 where something is bad", {}, {}, doctor},
  };
}

}  // namespace aiagent::app_server
