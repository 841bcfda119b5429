#include "core/store/lane.h"

#include <future>

#include "core/base/check.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

base::Error cancelled() {
  return {.code = base::ErrorCode::Cancelled, .detail = "not run any more"};
}

base::Instant steadyNow() {
  return std::chrono::steady_clock::now();
}

}  // namespace

Lane::Lane(Options options) : m_options(std::move(options)) {}

Lane::~Lane() {
  close(Close::DropJobs);
}

void Lane::startLocked() {
  if (!m_thread.joinable() && !m_closing) m_thread = std::thread([this] { loop(); });
}

void Lane::submit(Job job, End end) {
  std::unique_lock lock(m_mutex);
  if (m_closing) {
    lock.unlock();
    end(cancelled());
    return;
  }
  m_tasks.push_back({std::move(job), std::move(end)});
  m_waiting = m_tasks.size();
  startLocked();
  m_changed.notify_all();
}

void Lane::submitInstead(Job job, End end) {
  std::deque<Task> dropped;
  {
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_tasks);
    m_waiting = 0;
    // Holding the mutex: the job that runs cannot end, and the next cannot begin, before it is stopped.
    if (m_running && m_connection) m_connection->stop();
  }
  for (auto& task : dropped) task.end(cancelled());
  submit(std::move(job), std::move(end));
}

base::Result<void> Lane::runAndWait(Job job) {
  {
    const std::lock_guard lock(m_mutex);
    CHECK(std::this_thread::get_id() != m_thread.get_id());
  }
  std::promise<base::Result<void>> promise;
  submit(std::move(job), [&promise](base::Result<void> end) { promise.set_value(std::move(end)); });
  return promise.get_future().get();
}

void Lane::wake() {
  const std::lock_guard lock(m_mutex);
  if (!m_idleAt) m_idleAt = steadyNow() + m_options.idleAfter;
  startLocked();
  m_changed.notify_all();
}

void Lane::close(Close how) {
  {
    const std::lock_guard lock(m_mutex);
    m_closing = true;
    m_how = how;
    if (how == Close::DropJobs && m_connection) m_connection->stop();
    m_changed.notify_all();
  }
  if (m_thread.joinable()) m_thread.join();
}

bool Lane::idleDue() const {
  return m_idleAt && steadyNow() >= *m_idleAt;
}

// False: time to end.
bool Lane::waitForWork(std::unique_lock<std::mutex>& lock) {
  for (;;) {
    if (m_closing) return m_how == Close::FinishJobs && !m_tasks.empty();
    if (!m_tasks.empty() || idleDue()) return true;
    if (m_idleAt)
      m_changed.wait_until(lock, *m_idleAt);
    else
      m_changed.wait(lock);
  }
}

void Lane::loop() {
  std::unique_lock lock(m_mutex);
  while (waitForWork(lock)) {
    if (m_tasks.empty() || (m_options.idleComesFirst && idleDue() && !m_closing)) {
      runIdle(lock);
      continue;
    }
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    m_waiting = m_tasks.size();
    m_running = true;
    if (m_connection && !m_closing) m_connection->resume();
    lock.unlock();
    runTask(std::move(task));
    lock.lock();
    if (m_options.idle && !m_idleAt) m_idleAt = steadyNow() + m_options.idleAfter;
  }
  auto dropped = std::exchange(m_tasks, {});
  lock.unlock();
  for (auto& task : dropped) task.end(cancelled());
  const auto connection = std::move(m_connection);  // closed on the thread that used it
}

void Lane::runTask(Task task) {
  auto end = guarded([&]() -> base::Result<void> {
    if (!m_connection) {
      auto opened = m_options.open();
      const std::lock_guard lock(m_mutex);
      m_connection = std::move(opened);
    }
    return task.job(*m_connection);
  });
  {
    const std::lock_guard lock(m_mutex);
    m_running = false;
  }
  task.end(std::move(end));
}

void Lane::runIdle(std::unique_lock<std::mutex>& lock) {
  m_idleAt.reset();
  lock.unlock();
  auto again = guarded([&]() -> base::Result<std::optional<base::Milliseconds>> {
    if (!m_connection) {
      auto opened = m_options.open();
      const std::lock_guard inner(m_mutex);
      m_connection = std::move(opened);
    }
    return m_options.idle(*m_connection);
  });
  lock.lock();
  constexpr base::Milliseconds kAfterFailure{5'000};
  if (!again) m_idleAt = steadyNow() + kAfterFailure;
  if (again && again->has_value()) m_idleAt = steadyNow() + **again;
}

}  // namespace aiagent::store
