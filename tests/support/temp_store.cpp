#include "tests/support/temp_store.h"

#include <cstdio>

#include "core/base/check.h"

namespace aiagent::test {

std::function<void(std::function<void()>)> Mailbox::sender() {
  return [shared = m_shared](std::function<void()> task) {
    const std::lock_guard lock(shared->mutex);
    shared->tasks.push_back(std::move(task));
    shared->arrived.notify_all();
  };
}

std::size_t Mailbox::pump() {
  std::deque<std::function<void()>> tasks;
  {
    const std::lock_guard lock(m_shared->mutex);
    tasks.swap(m_shared->tasks);
  }
  for (const auto& task : tasks) task();
  return tasks.size();
}

bool Mailbox::pumpUntil(const std::function<bool()>& done, base::Milliseconds timeout) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  for (;;) {
    pump();
    if (done()) return true;
    std::unique_lock lock(m_shared->mutex);
    if (std::chrono::steady_clock::now() >= end) return false;
    m_shared->arrived.wait_until(lock,
                                 std::min(end, std::chrono::steady_clock::now() + base::Milliseconds(20)),
                                 [this] { return !m_shared->tasks.empty(); });
  }
}

TempStore::TempStore(Adjust adjust)
    : m_folder(std::make_unique<TempFolder>()),
      m_profile(m_folder->path() / "profile"),
      m_adjust(std::move(adjust)) {
  reopen();
}

TempStore::TempStore(const TempStore& sameProfile, Adjust adjust)
    : TempStore(sameProfile.profile(), std::move(adjust)) {}

TempStore::TempStore(std::filesystem::path profile, Adjust adjust)
    : m_profile(std::move(profile)), m_adjust(std::move(adjust)) {
  reopen();
}

TempStore::~TempStore() = default;

store::Store& TempStore::opened() {
  if (!m_store) std::fprintf(stderr, "the store is not open: %s\n", m_error.detail.c_str());
  CHECK(m_store != nullptr);
  return *m_store;
}

bool TempStore::reopen() {
  m_store.reset();
  store::StoreOptions options;
  options.profile = m_profile;
  options.clock = &m_clock;
  options.ids = &m_ids;
  options.deliver = m_mailbox.sender();
  options.changed = [this](const std::vector<store::Change>& changes) {
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
  };
  if (m_adjust) m_adjust(options);
  auto opened = store::Store::open(std::move(options));
  if (!opened) {
    m_error = opened.error();
    return false;
  }
  m_store = std::move(*opened);
  return true;
}

}  // namespace aiagent::test
