// ClusterActions: what a person does to a cluster, one action at a time: planned, tried, confirmed, made, and
// kept in the audit log. Drives cluster::ActionMachine over a KubeClient.
#pragma once

#include <memory>
#include <optional>
#include <QObject>
#include <string>

#include "core/cluster/actions/action_machine.h"
#include "core/cluster/actions/arming.h"
#include "core/services/background.h"
#include "core/services/cluster/kube_client.h"
#include "core/store/store.h"

namespace aiagent::services {

// All must outlive the actions.
struct ActionSurroundings {
  KubeClient& client;
  store::Store& store;
  ports::Scheduler& scheduler;
  const base::Clock& clock;
};

// Nothing is sent for real without confirm() on a plan whose dry run succeeded, and a token that holds then.
// Verification is the caller's: a watch's verdict of the target from state().resourceVersion on.
//
// Call from one thread with an event loop; signals come there, never within a call. When this is destroyed
// while something is sent, the audit log keeps the intent without an outcome.
class ClusterActions : public QObject {
  Q_OBJECT

 public:
  // `environment`: an opaque id, for the audit log and the token.
  ClusterActions(ActionSurroundings around, std::string environment, QObject* parent = nullptr);
  ~ClusterActions() override;

  // Begins a new action; one that goes on is cancelled. `action.at` and `action.by` are filled in.
  void plan(cluster::Action action);
  // Forbidden "act_not_armed", Conflict "act_not_planned": nothing happens then.
  base::Result<void> confirm(const cluster::ArmingToken& token);
  void cancel();

  // Null: nothing was planned yet.
  const cluster::ActionState* state() const;
  // The end of the last action could not be kept; nothing: all is.
  const std::optional<base::Error>& recordError() const { return m_recordError; }
  // No request and no write of the log goes on.
  bool isAtRest() const { return m_writes == 0 && (!m_machine || cluster::isEnd(m_machine->state().stage)); }

 Q_SIGNALS:
  void stateChanged();

 private:
  void perform(std::vector<cluster::ActionCommand> commands);
  void perform(const cluster::AskServer& command);
  void perform(const cluster::DropAsks& command);
  void perform(const cluster::KeepRecord& command);
  void answered(int run, int id, base::Result<KubeAnswer> answer);
  void tell(int run, const cluster::ActionEvent& event);
  void told();

  ActionSurroundings m_around;
  const std::string m_environment;
  cluster::AccessCache m_access;
  std::string m_who;  // as the server named us
  std::optional<cluster::ActionMachine> m_machine;
  std::map<int, std::unique_ptr<KubeCall>> m_calls;
  std::unique_ptr<Background> m_reader;
  std::optional<base::Error> m_recordError;
  base::Uuid m_act;
  int m_run = 0, m_writes = 0;
  bool m_toldPosted = false;
};

}  // namespace aiagent::services
