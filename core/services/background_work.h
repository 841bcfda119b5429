// BackgroundWork: tasks that read and write for as long as that takes, each on a thread of its own, with
// their ends told on the event loop's.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <QObject>
#include <thread>
#include <vector>

#include "core/services/guarded.h"
#include "core/services/profile.h"

namespace aiagent::services {

// Destroying it cancels the work, which then ends with Cancelled.
class BackgroundJob {
 public:
  virtual ~BackgroundJob() = default;
};

class BackgroundWork {
 public:
  // What a task looks at while it works.
  class Task {
   public:
    ~Task() { end(); }
    bool isCancelled() const { return m_cancelled; }

   private:
    friend class BackgroundWork;
    void begin(std::function<void()> task) { m_thread = std::thread(std::move(task)); }
    void cancel() { m_cancelled = true; }
    void end() {
      cancel();
      if (m_thread.joinable()) m_thread.join();
    }

    std::atomic<bool> m_cancelled = false;
    std::thread m_thread;
  };

  // Completions are for `owner`, which must have this as a member.
  BackgroundWork(QObject* owner, ports::Scheduler& scheduler) : m_owner(owner), m_scheduler(scheduler) {}
  // Waits for the threads: what tasks refer to is there as long as they run.
  ~BackgroundWork() {
    for (const auto& task : m_tasks) task->cancel();
    for (const auto& task : m_tasks) task->end();
  }

  // `done` comes once and later, and not after the owner is gone.
  template <class T>
  std::unique_ptr<BackgroundJob> start(std::function<base::Result<T>(Task&)> work, Done<T> done) {
    auto task = std::make_shared<Task>();
    m_tasks.push_back(task);
    auto end = guarded<T>(m_owner, [this, raw = task.get(), done = std::move(done)](base::Result<T> outcome) {
      const bool stopped = raw->isCancelled();
      std::erase_if(m_tasks, [raw](const auto& one) { return one.get() == raw; });
      if (done)
        done(stopped ? base::Result<T>(base::Error{.code = base::ErrorCode::Cancelled}) : std::move(outcome));
    });
    task->begin([raw = task.get(), &scheduler = m_scheduler, work = std::move(work), end = std::move(end)] {
      auto outcome = std::make_shared<base::Result<T>>(work(*raw));
      scheduler.post([outcome, end] { end(std::move(*outcome)); });
    });
    return std::make_unique<Job>(task);
  }

 private:
  class Job : public BackgroundJob {
   public:
    explicit Job(std::weak_ptr<Task> task) : m_task(std::move(task)) {}
    ~Job() override {
      if (const auto task = m_task.lock()) task->cancel();
    }

   private:
    std::weak_ptr<Task> m_task;
  };

  QObject* m_owner;
  ports::Scheduler& m_scheduler;
  std::vector<std::shared_ptr<Task>> m_tasks;
};

}  // namespace aiagent::services
