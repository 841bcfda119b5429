// Lane: one thread, one connection, jobs in order.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/base/result.h"
#include "core/store/connection.h"

namespace aiagent::store {

class Lane {
 public:
  using Job = std::function<base::Result<void>(Connection&)>;
  using End = std::function<void(base::Result<void>)>;

  struct Options {
    // Called on the lane's thread before its first job; may throw (the job ends with that error then).
    std::function<std::unique_ptr<Connection>()> open;
    // What to do while there is no job: called `idleAfter` after a job, then after as long as it answers;
    // nullopt: not before the next job has ended. May be empty. Must not throw.
    std::function<std::optional<base::Milliseconds>(Connection&)> idle;
    base::Milliseconds idleAfter{0};
    bool idleComesFirst = false;  // the idle work is due even while jobs wait
  };

  explicit Lane(Options options);
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  // `end` is called on the lane's thread, exactly once, also when the lane is closed first (Cancelled).
  void submit(Job job, End end);
  // Interrupts the job that runs and drops those that wait; all of them end with Cancelled.
  void submitInstead(Job job, End end);
  base::Result<void> runAndWait(Job job);
  // Starts the thread for the idle work alone.
  void wake();

  // For work between jobs that should give way.
  bool hasWaiting() const { return m_waiting > 0; }

  enum class Close { FinishJobs, DropJobs };
  void close(Close how);

 private:
  struct Task {
    Job job;
    End end;
  };
  void startLocked();
  void loop();
  void runTask(Task task);
  void runIdle(std::unique_lock<std::mutex>& lock);
  bool idleDue() const;
  bool waitForWork(std::unique_lock<std::mutex>& lock);

  const Options m_options;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Task> m_tasks;
  std::atomic<std::size_t> m_waiting{0};
  std::unique_ptr<Connection> m_connection;  // used by the thread; m_mutex for stop() and its making
  std::optional<base::Instant> m_idleAt;
  bool m_running = false;
  bool m_closing = false;
  Close m_how = Close::FinishJobs;
  std::thread m_thread;
};

}  // namespace aiagent::store
