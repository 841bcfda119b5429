#include "core/qt/qt_scheduler.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <QPointer>
#include <QTimer>

namespace aiagent::qt {
namespace {

using Steady = std::chrono::steady_clock;

// QTimer takes an int of milliseconds and may fire a little early: it is started again for what is left.
class OneShot final : public QTimer {
 public:
  OneShot(base::Milliseconds delay, std::function<void()> task, QObject* parent)
      : QTimer(parent), m_due(Steady::now() + delay), m_task(std::move(task)) {
    setSingleShot(true);
    setTimerType(Qt::PreciseTimer);
    connect(this, &QTimer::timeout, this, &OneShot::expire);
    startForRest();
  }

 private:
  void startForRest() {
    const auto rest = std::chrono::ceil<base::Milliseconds>(m_due - Steady::now()).count();
    start(int(std::clamp<std::int64_t>(rest, 0, std::numeric_limits<int>::max())));
  }
  void expire() {
    if (Steady::now() < m_due) return startForRest();
    const auto task = std::exchange(m_task, nullptr);  // it may destroy this timer
    deleteLater();
    if (task) task();
  }

  Steady::time_point m_due;
  std::function<void()> m_task;
};

class Handle final : public ports::Timer {
 public:
  explicit Handle(OneShot* timer) : m_timer(timer) {}
  ~Handle() override {
    if (!m_timer) return;
    m_timer->stop();
    m_timer->deleteLater();
  }

 private:
  QPointer<OneShot> m_timer;
};

}  // namespace

std::unique_ptr<ports::Timer> QtScheduler::after(base::Milliseconds delay, std::function<void()> task) {
  return std::make_unique<Handle>(new OneShot(delay, std::move(task), &m_context));
}

void QtScheduler::post(std::function<void()> task) {
  QMetaObject::invokeMethod(&m_context, std::move(task), Qt::QueuedConnection);
}

}  // namespace aiagent::qt
