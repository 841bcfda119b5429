#include "ui/viewmodels/generation_jobs_vm.h"

#include <algorithm>

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

GenerationJobsVm::GenerationJobsVm(services::GenerationQueue& queue, services::AgentService& agents,
                                   QObject* parent)
    : QObject(parent), m_queue(queue), m_agents(agents) {
  connect(&queue, &services::GenerationQueue::changed, this, &GenerationJobsVm::load);
  load();
}

void GenerationJobsVm::load() {
  m_queue.list(whileAlive(this, [this](base::Result<std::vector<domain::GenerationJob>> jobs) {
    if (!jobs || *jobs == m_jobs) return;
    m_jobs = std::move(*jobs);
    Q_EMIT jobsChanged();
    loadNames();
  }));
}

void GenerationJobsVm::loadNames() {
  for (const auto& job : m_jobs) {
    if (job.agent.isNull() || !m_names.try_emplace(job.agent).second) continue;
    m_agents.load(
        job.agent,
        whileAlive(this, [this, id = job.agent](const base::Result<services::AgentWithDraft>& found) {
          if (!found) return;
          m_names[id] = format::text(found->agent.content.name);
          Q_EMIT jobsChanged();
        }));
  }
}

QString GenerationJobsVm::agentName(const domain::AgentId& id) const {
  const auto found = m_names.find(id);
  return found == m_names.end() ? QString() : found->second;
}

const domain::GenerationJob* GenerationJobsVm::find(const domain::GenerationId& id) const {
  const auto found = std::ranges::find(m_jobs, id, &domain::GenerationJob::id);
  return found == m_jobs.end() ? nullptr : &*found;
}

void GenerationJobsVm::retry(const domain::GenerationId& id) {
  if (const auto* job = find(id)) m_queue.retry(*job, [](base::Result<void>) {});
}

void GenerationJobsVm::remove(const domain::GenerationId& id) {
  m_queue.remove(id, [](base::Result<void>) {});
}

void GenerationJobsVm::tryNow() {
  m_queue.tryNow();
}

}  // namespace aiagent::ui
