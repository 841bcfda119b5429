#include "core/services/cluster/cluster_actions.h"

#include <QPointer>
#include <utility>

#include "core/store/cluster_audit.h"
#include "core/wire/tree_json.h"

namespace aiagent::services {
namespace {

using base::Result;
using wire::Tree;

// What is larger is read beside the event loop.
constexpr std::size_t kSmallAnswer = 64u << 10;

Result<Tree> treeOf(const std::string& body) {
  auto tree = wire::parseJson(body);
  if (!tree)
    return base::Error{
        .code = base::ErrorCode::BadResponse, .detail = "no JSON", .subject = "application/json"};
  return tree;
}

std::string nameIn(const cluster::ClusterAccess& access) {
  if (!access.impersonation.empty()) return access.impersonation.user;
  return access.username.empty() ? access.user : access.username;
}

base::Error refusal(base::ErrorCode code, const char* word) {
  return {.code = code, .detail = word, .providerCode = word};
}

}  // namespace

ClusterActions::ClusterActions(ActionSurroundings around, std::string environment, QObject* parent)
    : QObject(parent),
      m_around(around),
      m_environment(std::move(environment)),
      m_reader(std::make_unique<Background>(around.scheduler)) {}

ClusterActions::~ClusterActions() {
  ++m_run;  // what is told from here on is of nobody
  m_calls.clear();
}

const cluster::ActionState* ClusterActions::state() const {
  return m_machine ? &m_machine->state() : nullptr;
}

void ClusterActions::plan(cluster::Action action) {
  cancel();
  ++m_run;
  m_recordError.reset();
  m_act = m_around.store.ids().next();
  action.at = m_around.clock.wallNow() + m_around.client.clockOffset().value_or(base::Milliseconds{0});
  action.by = nameIn(m_around.client.access());
  m_machine.emplace(std::move(action), m_who, m_access);
  perform(m_machine->start());
  told();
}

base::Result<void> ClusterActions::confirm(const cluster::ArmingToken& token) {
  if (!m_machine || m_machine->state().stage != cluster::ActionStage::Planned)
    return refusal(base::ErrorCode::Conflict, "act_not_planned");
  if (!token.holds(m_environment, m_around.clock.now()))
    return refusal(base::ErrorCode::Forbidden, "act_not_armed");
  tell(m_run, cluster::Confirmed{});
  return {};
}

void ClusterActions::cancel() {
  if (m_machine && !cluster::isEnd(m_machine->state().stage)) tell(m_run, cluster::CancelAsked{});
}

void ClusterActions::tell(int run, const cluster::ActionEvent& event) {
  if (run != m_run || !m_machine) return;
  perform(m_machine->on(event, m_around.clock.now()));
  told();
}

// Once a turn, and never within a call.
void ClusterActions::told() {
  if (std::exchange(m_toldPosted, true)) return;
  m_around.scheduler.post([guard = QPointer<ClusterActions>(this)] {
    if (!guard) return;
    guard->m_toldPosted = false;
    Q_EMIT guard->stateChanged();
  });
}

void ClusterActions::perform(std::vector<cluster::ActionCommand> commands) {
  for (const auto& command : commands) std::visit([this](const auto& one) { perform(one); }, command);
}

void ClusterActions::perform(const cluster::AskServer& command) {
  const auto& wish = command.request;
  KubeRequest request{.method = wish.method,
                      .path = wish.path,
                      .contentType = wish.contentType,
                      .body = wish.body,
                      .mostBytes = command.mostBytes,
                      .changes = command.real};
  m_calls[command.id] = m_around.client.send(std::move(request),
                                             [this, run = m_run, id = command.id](Result<KubeAnswer> answer) {
                                               if (run == m_run) answered(run, id, std::move(answer));
                                             });
}

void ClusterActions::answered(int run, int id, Result<KubeAnswer> answer) {
  const auto held = m_calls.find(id);
  if (held == m_calls.end()) return;
  const auto call = std::move(held->second);
  m_calls.erase(held);
  if (!answer) return tell(run, cluster::Answered{id, answer.error()});
  if (answer->body.size() <= kSmallAnswer) return tell(run, cluster::Answered{id, treeOf(answer->body)});
  m_reader->run<std::shared_ptr<Result<Tree>>>(
      std::to_string(run) + '.' + std::to_string(id), this,
      [body = std::move(answer->body)] { return std::make_shared<Result<Tree>>(treeOf(body)); },
      [this, run, id](std::shared_ptr<Result<Tree>> tree) {
        tell(run, cluster::Answered{id, std::move(*tree)});
      });
}

// Told as Cancelled, which nobody waits for any more.
void ClusterActions::perform(const cluster::DropAsks&) {
  const auto dropped = std::move(m_calls);
  m_calls.clear();
}

void ClusterActions::perform(const cluster::KeepRecord& command) {
  const auto& state = m_machine->state();
  const auto& access = m_around.client.access();
  if (!state.action.by.empty() && state.action.by != nameIn(access)) m_who = state.action.by;
  store::AuditEntry entry{.act = m_act,
                          .phase = command.intent ? store::AuditPhase::Intent : store::AuditPhase::Outcome,
                          .at = m_around.clock.wallNow(),
                          .environment = m_environment,
                          .context = access.context,
                          .server = access.server,
                          .identity = state.action.by,
                          .action = std::string(cluster::toWord(state.action.kind)),
                          .nameSpace = state.action.nameSpace,
                          .target = state.action.title(),
                          .reason = state.action.reason,
                          .plan = command.plan,
                          .outcome = command.outcome,
                          .error = command.error,
                          .resourceVersion = command.resourceVersion};
  ++m_writes;
  m_around.store.write<void>(
      [entry = std::move(entry)](store::Connection& connection) {
        return store::appendAudit(connection, entry);
      },
      [guard = QPointer<ClusterActions>(this), run = m_run](Result<void> kept) {
        if (!guard) return;
        --guard->m_writes;
        if (!kept && run == guard->m_run) guard->m_recordError = kept.error();
        guard->tell(run, cluster::RecordKept{std::move(kept)});
        guard->told();
      });
}

}  // namespace aiagent::services
