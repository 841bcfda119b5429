// ImproveVm: edits of an agent's prompt that serve a goal, taken or left one by one.
#pragma once

#include <functional>
#include <optional>
#include <QObject>
#include <QString>
#include <vector>

#include "core/authoring/generate/improvement.h"
#include "core/services/agent_service.h"
#include "core/services/generation_queue.h"
#include "core/services/generation_service.h"
#include "core/services/run_service.h"
#include "ui/viewmodels/draft_proposal.h"

namespace aiagent::ui {

enum class EditDecision { Open, Accepted, Rejected };

struct ImproveState {
  domain::AgentId agent;  // null: nothing to improve
  QString name;
  std::string prompt;  // that the edits are of
  QString goal;
  bool asking = false;
  std::optional<authoring::Improvement> improvement;
  std::vector<EditDecision> decisions;  // as many as there are edits
  std::optional<base::Error> error;
  bool queued = false;       // the goal waits in the queue now
  domain::GenerationId job;  // of the queue, that the edits are the answer to; null: they were asked for here

  bool operator==(const ImproveState&) const = default;
  bool anyAccepted() const;
  // Another edit that touches the same text is accepted.
  bool isBlocked(std::size_t edit) const;
};

class ImproveVm : public QObject {
  Q_OBJECT

 public:
  using Target = std::function<std::optional<services::GenerationTarget>()>;
  struct Services {
    services::AgentService& agents;
    services::RunService& runs;
    services::GenerationService& generations;
    services::GenerationQueue& queue;
  };
  ImproveVm(Services services, Target target, QObject* parent = nullptr);

  const ImproveState& state() const { return m_state; }
  void open(const domain::AgentId& agent);
  void setGoal(const QString& text);
  void ask();
  void stop();
  void accept(std::size_t edit);  // leaves those out that touch the same text
  void reject(std::size_t edit);
  void acceptAll();  // of edits that touch the same text the first
  void apply();
  void waitForNetwork();  // puts the goal into the queue
  void clearError();
  // What the queue brought. It stays there until its edits are taken.
  void review(const domain::GenerationJob& job);
  // Edits were accepted that are not of this job.
  bool holdsOthers(const domain::GenerationId& job) const;

 Q_SIGNALS:
  void stateChanged();
  // The agent with the accepted edits. They stay here until they are taken.
  void draftWanted(const aiagent::ui::DraftProposal& proposal);
  void announced(const QString& sentence);

 private:
  void change(const std::function<void(ImproveState&)>& edit);
  void show(base::Result<authoring::Improvement> improvement);
  void load(const domain::AgentId& agent, std::function<void(domain::AgentContent)> then);
  void improves(domain::AgentContent base);
  void end();

  void take(const domain::RunRecord& run, const domain::AgentContent& content);

  Services m_services;
  Target m_target;
  ImproveState m_state;
  domain::AgentContent m_base;  // that the edits are of
  domain::RunId m_run;
  int m_generation = 0;
};

}  // namespace aiagent::ui
