#include "core/services/profile.h"

#include <QPointer>
#include <QStandardPaths>

#include "core/base/log.h"

namespace aiagent::services {

Profile::Profile(ports::Scheduler& scheduler, const base::Clock& clock)
    : m_scheduler(scheduler), m_clock(clock), m_ids(clock) {}

Profile::~Profile() = default;

base::Result<std::unique_ptr<Profile>> Profile::open(std::filesystem::path folder,
                                                     ports::Scheduler& scheduler, const base::Clock& clock) {
  std::unique_ptr<Profile> profile(new Profile(scheduler, clock));
  store::StoreOptions options;
  options.profile = std::move(folder);
  options.clock = &clock;
  options.ids = &profile->m_ids;
  options.deliver = [&scheduler](std::function<void()> task) { scheduler.post(std::move(task)); };
  options.changed = [guard = QPointer<Profile>(profile.get())](const std::vector<store::Change>& changes) {
    if (guard) Q_EMIT guard->changed(changes);
  };
  auto opened = store::Store::open(std::move(options));
  if (!opened) return opened.error();
  profile->m_store = std::move(*opened);
  return profile;
}

bool Profile::openLog(const std::string& level) {
  if (!base::openLog({folder() / "logs" / "aiagent.log", base::logLevelFromWord(level)})) return false;
  const auto& report = m_store->openReport();
  base::log(base::LogLevel::Info, "profile", "opened",
            {{"version", std::string(AIAGENT_VERSION)},
             {"created", report.created},
             {"unclean", report.uncleanExit},
             {"migrated_from", std::int64_t(report.migratedFrom)},
             {"interrupted_runs", report.interruptedRuns}});
  if (!report.damagedFile.empty())
    base::log(base::LogLevel::Error, "profile", "damaged",
              {{"kept_as", report.damagedFile.filename().string()},
               {"salvaged", report.salvagedRecords},
               {"lost", report.lostRecords}});
  return true;
}

std::filesystem::path defaultProfileFolder() {
  const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  return std::filesystem::path(base.toStdString()) / "aiagent";
}

}  // namespace aiagent::services
