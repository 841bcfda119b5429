// FailingVfs: an SQLite file system that fails or loses what a test tells it to.
//
// Files live in memory until they are synced; only then does the real file change. A power cut therefore
// loses exactly what SQLite had not made durable, or, torn, keeps an arbitrary part of it. Locks and shared
// memory are the real ones. Safe from any thread.
#pragma once

#include <memory>
#include <string>

namespace aiagent::test {

class FailingVfs {
 public:
  FailingVfs();   // registers under a name of its own
  ~FailingVfs();  // after every connection that uses it
  FailingVfs(const FailingVfs&) = delete;
  FailingVfs& operator=(const FailingVfs&) = delete;

  const std::string& name() const;

  enum class Fault {
    WriteError,    // that one operation fails, the next ones work
    DiskFull,      // it and every later one fail with SQLITE_FULL, until repair()
    PowerCut,      // it and everything after fails; restart() comes up with what had been synced
    TornPowerCut,  // the same, but a part of what had not been synced has reached the disk, the last write
                   // torn
  };
  // The n-th writing operation (write, truncate, sync) from now on fails; 1 is the next.
  void failAt(int operation, Fault fault);
  // Whether that operation has come.
  bool struck() const;
  // Disk space is back, or nothing shall fail any more.
  void repair();
  // After a power cut, when every connection is closed: the machine comes up again.
  void restart();

  struct State;

 private:
  std::shared_ptr<State> m_state;
};

}  // namespace aiagent::test
