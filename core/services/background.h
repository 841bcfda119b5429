// Background: work that may take longer than a frame, one piece after another on a thread of its own.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <QObject>
#include <QPointer>
#include <string>
#include <thread>

#include "core/ports/scheduler.h"

namespace aiagent::services {

// Call from the scheduler's thread; completions come there.
class Background {
 public:
  // `scheduler` must outlive this.
  explicit Background(ports::Scheduler& scheduler) : m_scheduler(scheduler) {}
  // Waits for the piece that is being done; the others are dropped.
  ~Background();

  // `done` is called with what `task` gave, unless `owner` is gone by then. Of one kind only the newest piece
  // waits: one that was not begun is dropped without a word. `task` must not throw.
  template <class T>
  void run(std::string kind, QObject* owner, std::function<T()> task, std::function<void(T)> done) {
    add({std::move(kind), [&scheduler = m_scheduler, guard = QPointer<QObject>(owner), task = std::move(task),
                           done = std::move(done)] {
           auto made = std::make_shared<T>(task());
           scheduler.post([guard, done, made] {
             if (guard) done(std::move(*made));
           });
         }});
  }

 private:
  struct Piece {
    std::string kind;
    std::function<void()> work;
  };
  void add(Piece piece);
  void serve();

  ports::Scheduler& m_scheduler;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<Piece> m_pieces;
  bool m_ending = false;
  std::thread m_thread;  // begins with the first piece
};

}  // namespace aiagent::services
