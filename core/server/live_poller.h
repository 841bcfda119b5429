// LivePoller: tells this process's listeners what other processes committed, and ends those whose right to
// listen ended. It asks five times a second and only while somebody listens: a NOTIFY inside the push would
// take a lock of the whole database at each commit.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "core/base/error.h"
#include "core/base/secret_string.h"
#include "core/server/database.h"
#include "core/server/live_hub.h"

namespace aiagent::server {

class LivePoller {
 public:
  // A thread and a connection of its own. `failed` is called on that thread, once for each time that the
  // database is gone. `hub` outlives this.
  LivePoller(LiveHub& hub, base::SecretString databaseUrl, std::function<void(const base::Error&)> failed);
  LivePoller(const LivePoller&) = delete;
  LivePoller& operator=(const LivePoller&) = delete;
  ~LivePoller();

 private:
  void run();
  base::Result<void> look(bool rights);
  base::Result<void> lookForChanges();
  base::Result<void> lookForRights();
  bool sleep(std::chrono::milliseconds time);

  LiveHub& m_hub;
  base::SecretString m_url;
  std::function<void(const base::Error&)> m_failed;
  std::optional<Database> m_database;
  std::mutex m_mutex;
  std::condition_variable m_stopped;
  bool m_stop = false;
  std::thread m_thread;
};

}  // namespace aiagent::server
