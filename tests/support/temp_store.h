// TempStore: a real store in a folder of its own, with a clock the test moves and a mailbox in place of an
// event loop.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "core/store/store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace aiagent::test {

// Holds what other threads hand over until the test's thread runs it.
class Mailbox {
 public:
  std::function<void(std::function<void()>)> sender();
  // Runs what has come; how many.
  std::size_t pump();
  // Pumps until `done()` is true; false after `timeout`.
  bool pumpUntil(const std::function<bool()>& done, base::Milliseconds timeout = base::Milliseconds(10'000));

 private:
  struct Shared {
    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<std::function<void()>> tasks;
  };
  std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
};

class TempStore {
 public:
  using Adjust = std::function<void(store::StoreOptions&)>;

  // Opens a fresh profile in a folder of its own, or another session of `profile`.
  explicit TempStore(Adjust adjust = {});
  TempStore(const TempStore& sameProfile, Adjust adjust);
  explicit TempStore(std::filesystem::path profile, Adjust adjust = {});
  ~TempStore();

  store::Store& operator*() { return opened(); }
  store::Store* operator->() { return &opened(); }
  bool isOpen() const { return m_store != nullptr; }
  const base::Error& openError() const { return m_error; }
  void close() { m_store.reset(); }
  // Opens (again); false when that failed, see openError().
  bool reopen();

  const std::filesystem::path& profile() const { return m_profile; }
  std::filesystem::path database() const { return m_profile / "profile.db"; }
  ManualClock& clock() { return m_clock; }
  base::UuidSource& ids() { return m_ids; }
  Mailbox& mailbox() { return m_mailbox; }
  // What `changed` has told so far.
  std::vector<store::Change>& changes() { return m_changes; }

  // Runs `job` in one transaction and waits.
  template <class Job>
  auto write(Job job) {
    using T = typename decltype(job(std::declval<store::Connection&>()))::Value;
    return opened().template writeAndWait<T>(std::move(job));
  }
  template <class Job>
  auto read(Job job) {
    using T = typename decltype(job(std::declval<store::Connection&>()))::Value;
    return opened().template readAndWait<T>(std::move(job));
  }

 private:
  store::Store& opened();  // aborts, saying why, when it is not open

  std::unique_ptr<TempFolder> m_folder;
  std::filesystem::path m_profile;
  ManualClock m_clock;
  base::UuidSource m_ids{m_clock};
  Mailbox m_mailbox;
  std::vector<store::Change> m_changes;
  Adjust m_adjust;
  base::Error m_error;
  std::unique_ptr<store::Store> m_store;
};

}  // namespace aiagent::test
