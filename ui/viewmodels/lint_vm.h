// LintVm: what the linter finds in the agent that is open, shortly after each edit.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <set>
#include <string>
#include <vector>

#include "core/authoring/content/lint.h"
#include "core/services/model_service.h"
#include "ui/viewmodels/agent_vm.h"

namespace aiagent::ui {

class LintVm : public QObject {
  Q_OBJECT

 public:
  // The linter works beside the GUI thread; its answers come on it.
  LintVm(AgentVm& agent, services::ModelService& models, QObject* parent = nullptr);
  ~LintVm() override;

  const std::vector<authoring::Finding>& findings() const { return m_findings; }
  // Whether the findings are of what stands in the editor now.
  bool current() const;
  // The variable that is being typed, or "": that it is not declared is told when the caret has left it.
  void setBeingTyped(const std::string& variable);
  const std::string& beingTyped() const { return m_beingTyped; }
  // Applies the fix as an edit that can be undone; nothing when the text has moved on since.
  void fix(std::size_t finding);

 Q_SIGNALS:
  void changed();  // the findings, or what they are of

 private:
  void follow();
  void look();
  void take(int number, std::vector<authoring::Finding> findings);
  void show();

  AgentVm& m_agent;
  services::ModelService& m_models;
  domain::AgentId m_shown;
  domain::AgentContent m_wanted;  // what the newest look is, or will be, at
  domain::AgentContent m_linted;  // what the findings are of
  std::vector<authoring::Finding> m_found;
  std::vector<authoring::Finding> m_findings;  // those that are told
  std::string m_beingTyped;
  std::set<std::string> m_withheld;  // what the one that is being typed was called since the newest look
  QTimer m_pause;
  QThreadPool m_pool;
  int m_number = 0;  // of the newest look; answers of older ones are dropped
};

}  // namespace aiagent::ui
