#include "core/qt/threaded_tls_probe.h"

#include <map>
#include <QPointer>
#include <utility>

#include "core/qt/qt_tls_probe.h"

namespace aiagent::qt {

using Outcome = base::Result<ports::TlsGreeting>;
using Told = std::function<void(Outcome)>;

// Lives in the thread.
class ThreadedTlsProbe::Worker final : public QObject {
 public:
  void begin(int id, ports::TlsTarget target, Told told) {
    m_calls[id] = m_probe.greet(std::move(target), [this, id, told = std::move(told)](Outcome outcome) {
      told(std::move(outcome));
      QMetaObject::invokeMethod(
          this, [this, id] { m_calls.erase(id); }, Qt::QueuedConnection);
    });
  }
  void drop(int id) { m_calls.erase(id); }

 private:
  QtTlsProbe m_probe;
  std::map<int, std::unique_ptr<ports::TlsProbeCall>> m_calls;
};

// Lives where it was asked.
class ThreadedTlsProbe::Call final : public QObject, public ports::TlsProbeCall {
 public:
  Call(Worker& worker, int id, Told told) : m_worker(worker), m_id(id), m_told(std::move(told)) {}
  ~Call() override {
    QMetaObject::invokeMethod(&m_worker, [worker = &m_worker, id = m_id] { worker->drop(id); });
    finish(base::Error{.code = base::ErrorCode::Cancelled, .detail = "probe dropped"});
  }
  // Whoever is told may destroy this.
  void finish(Outcome outcome) {
    if (const auto told = std::exchange(m_told, nullptr)) told(std::move(outcome));
  }

 private:
  Worker& m_worker;
  const int m_id;
  Told m_told;
};

ThreadedTlsProbe::ThreadedTlsProbe() : m_worker(new Worker) {
  m_worker->moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

ThreadedTlsProbe::~ThreadedTlsProbe() {
  if (!m_thread.isRunning()) {
    delete m_worker;
    return;
  }
  m_thread.quit();
  m_thread.wait();
}

std::unique_ptr<ports::TlsProbeCall> ThreadedTlsProbe::greet(ports::TlsTarget target, Told told) {
  if (!m_thread.isRunning()) m_thread.start();
  const int id = ++m_last;
  auto call = std::make_unique<Call>(*m_worker, id, std::move(told));
  auto back = [here = &m_here, asked = QPointer(call.get())](Outcome outcome) {
    QMetaObject::invokeMethod(
        here,
        [asked, outcome = std::move(outcome)]() mutable {
          if (asked) asked->finish(std::move(outcome));
        },
        Qt::QueuedConnection);
  };
  QMetaObject::invokeMethod(
      m_worker, [worker = m_worker, id, target = std::move(target), back = std::move(back)]() mutable {
        worker->begin(id, std::move(target), std::move(back));
      });
  return call;
}

}  // namespace aiagent::qt
