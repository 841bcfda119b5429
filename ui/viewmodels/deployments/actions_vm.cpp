#include "ui/viewmodels/deployments/actions_vm.h"

#include <utility>

#include "ui/format/text.h"

namespace aiagent::ui {

using services::ClusterActions;
using services::EnvironmentSession;

ActionsVm::ActionsVm(QObject* parent) : QObject(parent) {
  m_second.setInterval(1'000);
  connect(&m_second, &QTimer::timeout, this, &ActionsVm::read);
}

void ActionsVm::setSession(EnvironmentSession* session, const base::Clock& clock) {
  m_clock = &clock;
  if (m_session) m_session->disconnect(this);
  m_session = session;
  m_closed = true;
  m_state.error.reset();
  if (session) connect(session, &EnvironmentSession::watchChanged, this, &ActionsVm::bind);
  bind();
}

void ActionsVm::bind() {
  auto* actions = m_session ? m_session->actions() : nullptr;
  if (actions != m_actions) {
    if (m_actions) m_actions->disconnect(this);
    m_actions = actions;
    m_closed = true;
    if (actions) connect(actions, &ClusterActions::stateChanged, this, &ActionsVm::read);
  } else if (m_state.mayArm == (actions != nullptr)) {
    return;
  }
  read();
}

void ActionsVm::read() {
  m_state.mayArm = m_actions != nullptr;
  m_state.isProduction = m_session && m_session->environment().stage == domain::EnvironmentStage::Production;
  m_state.armedFor = m_session && m_clock ? m_session->arming().left(m_clock->now()) : base::Milliseconds(0);
  m_state.action.reset();
  m_state.recordError.reset();
  if (m_actions && !m_closed) {
    if (const auto* action = m_actions->state()) m_state.action = *action;
    m_state.recordError = m_actions->recordError();
  }
  if (m_state.isArmed() != m_second.isActive()) m_state.isArmed() ? m_second.start() : m_second.stop();
  Q_EMIT stateChanged();
}

bool ActionsVm::arm(const QString& typedName, const QString& reason) {
  if (!m_session || !m_clock) return false;
  const auto& environment = m_session->environment();
  const auto armed = m_session->arming().arm({.environment = environment.id.toString(),
                                              .name = environment.name,
                                              .production = m_state.isProduction,
                                              .typedName = format::utf8(typedName),
                                              .reason = format::utf8(reason)},
                                             m_clock->now());
  m_state.error = armed ? std::nullopt : std::optional(armed.error());
  read();
  // What was planned without a reason is planned again with it: it goes into the audit log, and into what is
  // written to the cluster.
  const auto& planned = m_state.action;
  const auto token = m_session->arming().token(m_clock->now());
  if (armed && token && !token->reason().empty() && planned && planned->action.reason.empty() &&
      !cluster::isEnd(planned->stage))
    plan(cluster::Action(planned->action));
  return armed.ok();
}

void ActionsVm::disarm() {
  if (m_session) m_session->arming().disarm();
  m_state.error.reset();
  read();
}

void ActionsVm::plan(cluster::Action action) {
  if (!m_actions) return;
  const auto token = m_session->arming().token(m_clock->now());
  if (token && action.reason.empty()) action.reason = token->reason();
  m_closed = false;
  m_state.error.reset();
  m_actions->plan(std::move(action));
  read();
}

void ActionsVm::confirm() {
  if (!m_actions) return;
  const auto token = m_session->arming().token(m_clock->now());
  const auto sent = m_actions->confirm(token.value_or(cluster::ArmingToken()));
  m_state.error = sent ? std::nullopt : std::optional(sent.error());
  read();
}

void ActionsVm::cancel() {
  if (m_actions) m_actions->cancel();
}

void ActionsVm::close() {
  if (m_actions && m_actions->state() && !cluster::isEnd(m_actions->state()->stage)) m_actions->cancel();
  m_closed = true;
  m_state.error.reset();
  read();
}

}  // namespace aiagent::ui
