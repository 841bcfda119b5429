// GenerationJobsVm: the generations that wait for a network, and those that came back.
#pragma once

#include <map>
#include <QObject>
#include <QString>
#include <vector>

#include "core/services/agent_service.h"
#include "core/services/generation_queue.h"

namespace aiagent::ui {

class GenerationJobsVm : public QObject {
  Q_OBJECT

 public:
  GenerationJobsVm(services::GenerationQueue& queue, services::AgentService& agents,
                   QObject* parent = nullptr);

  const std::vector<domain::GenerationJob>& jobs() const { return m_jobs; }
  QString agentName(const domain::AgentId& id) const;                       // "": not known (yet)
  const domain::GenerationJob* find(const domain::GenerationId& id) const;  // null: gone
  void retry(const domain::GenerationId& id);
  void remove(const domain::GenerationId& id);
  void tryNow();  // all that wait

 Q_SIGNALS:
  void jobsChanged();

 private:
  void load();
  void loadNames();

  services::GenerationQueue& m_queue;
  services::AgentService& m_agents;
  std::vector<domain::GenerationJob> m_jobs;
  std::map<domain::AgentId, QString> m_names;
};

}  // namespace aiagent::ui
