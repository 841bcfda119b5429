// Profile: the opened store with what it needs, and the door through which changes come up.
#pragma once

#include <filesystem>
#include <memory>
#include <QObject>
#include <vector>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/ports/scheduler.h"
#include "core/store/store.h"

namespace aiagent::services {

template <class T>
using Done = std::function<void(base::Result<T>)>;

// Lives on the thread of its event loop; its signals and every completion of a service come there.
class Profile : public QObject {
  Q_OBJECT

 public:
  // `scheduler` and `clock` must outlive the profile.
  static base::Result<std::unique_ptr<Profile>> open(std::filesystem::path folder,
                                                     ports::Scheduler& scheduler, const base::Clock& clock);
  ~Profile() override;

  store::Store& store() { return *m_store; }
  base::UuidSource& ids() { return m_ids; }
  const base::Clock& clock() const { return m_clock; }
  ports::Scheduler& scheduler() { return m_scheduler; }
  const std::filesystem::path& folder() const { return m_store->profile(); }
  // Opens <profile>/logs/aiagent.log at a level of LOGGING_LEVEL's words and notes what opening the profile
  // found. False when the log cannot be written; the program goes on without.
  bool openLog(const std::string& level);

 Q_SIGNALS:
  // After a commit, by whichever program.
  void changed(const std::vector<aiagent::store::Change>& changes);

 private:
  Profile(ports::Scheduler& scheduler, const base::Clock& clock);

  ports::Scheduler& m_scheduler;
  const base::Clock& m_clock;
  base::UuidSource m_ids;
  std::unique_ptr<store::Store> m_store;
};

// Where a profile lives unless --profile says otherwise: $XDG_DATA_HOME/aiagent or the system's counterpart.
std::filesystem::path defaultProfileFolder();

}  // namespace aiagent::services
