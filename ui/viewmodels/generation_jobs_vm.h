// GenerationJobsVm: the generations that wait for a network, and those that came back.
#pragma once

#include <QObject>
#include <vector>

#include "core/services/generation_queue.h"

namespace aiagent::ui {

class GenerationJobsVm : public QObject {
  Q_OBJECT

 public:
  explicit GenerationJobsVm(services::GenerationQueue& queue, QObject* parent = nullptr);

  const std::vector<domain::GenerationJob>& jobs() const { return m_jobs; }
  const domain::GenerationJob* find(const domain::GenerationId& id) const;  // null: gone
  void retry(const domain::GenerationId& id);
  void remove(const domain::GenerationId& id);
  void tryNow();  // all that wait

 Q_SIGNALS:
  void jobsChanged();

 private:
  void load();

  services::GenerationQueue& m_queue;
  std::vector<domain::GenerationJob> m_jobs;
};

}  // namespace aiagent::ui
