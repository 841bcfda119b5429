// ImproveVm: edits of an agent's prompt that serve a goal, taken or left one by one.
#pragma once

#include <functional>
#include <optional>
#include <QObject>
#include <QString>
#include <vector>

#include "core/authoring/generate/improvement.h"
#include "core/services/agent_service.h"
#include "core/services/generation_service.h"
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

  bool operator==(const ImproveState&) const = default;
  bool anyAccepted() const;
  // Another edit that touches the same text is accepted.
  bool isBlocked(std::size_t edit) const;
};

class ImproveVm : public QObject {
  Q_OBJECT

 public:
  using Target = std::function<std::optional<services::GenerationTarget>()>;
  ImproveVm(services::AgentService& agents, services::GenerationService& generations, Target target,
            QObject* parent = nullptr);

  const ImproveState& state() const { return m_state; }
  void open(const domain::AgentId& agent);
  void setGoal(const QString& text);
  void ask();
  void stop();
  void accept(std::size_t edit);  // leaves those out that touch the same text
  void reject(std::size_t edit);
  void acceptAll();  // of edits that touch the same text the first
  void apply();
  void clearError();
  // The answer of a run that the queue sent.
  void take(const domain::AgentId& agent, const QString& goal, const domain::RunRecord& run);

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

  services::AgentService& m_agents;
  services::GenerationService& m_generations;
  Target m_target;
  ImproveState m_state;
  domain::AgentContent m_base;  // that the edits are of
  domain::RunId m_run;
  int m_generation = 0;
};

}  // namespace aiagent::ui
