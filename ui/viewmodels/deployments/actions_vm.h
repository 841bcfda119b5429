// ActionsVm: what a person does to the environment that is open: arming it, and one action at a time.
#pragma once

#include <optional>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include "core/services/cluster/environment_session.h"

namespace aiagent::ui {

struct ActionsState {
  bool mayArm = false;                         // a cluster is watched
  base::Milliseconds armedFor{0};              // zero: read-only
  bool isProduction = false;                   // its name and a reason are asked for
  std::optional<cluster::ActionState> action;  // the one that goes on, or the last one until it is closed
  std::optional<base::Error> error;            // of arming or confirming
  std::optional<base::Error> recordError;      // the audit log could not be written
  bool isArmed() const { return armedFor > base::Milliseconds(0); }
};

class ActionsVm : public QObject {
  Q_OBJECT

 public:
  explicit ActionsVm(QObject* parent = nullptr);

  // Null: nothing is open. `clock` must outlive it.
  void setSession(services::EnvironmentSession* session, const base::Clock& clock);
  const ActionsState& state() const { return m_state; }

  // False: state().error says why.
  bool arm(const QString& typedName, const QString& reason);
  void disarm();
  // Reads, asks for the right and tries it on the server; nothing changes yet.
  void plan(cluster::Action action);
  void confirm();
  void cancel();
  void close();  // what ended is not shown any more

 Q_SIGNALS:
  void stateChanged();

 private:
  void bind();
  void read();

  QPointer<services::EnvironmentSession> m_session;
  QPointer<services::ClusterActions> m_actions;
  const base::Clock* m_clock = nullptr;
  ActionsState m_state;
  QTimer m_second;
  bool m_closed = true;  // what m_actions has is not shown
};

}  // namespace aiagent::ui
