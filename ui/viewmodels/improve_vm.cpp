#include "ui/viewmodels/improve_vm.h"

#include <algorithm>

#include "core/authoring/generate/sent_content.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

bool ImproveState::anyAccepted() const {
  return std::ranges::find(decisions, EditDecision::Accepted) != decisions.end();
}

bool ImproveState::isBlocked(std::size_t edit) const {
  return std::ranges::any_of(authoring::rivalsOf(improvement->edits, edit), [this](std::size_t rival) {
    return decisions[rival] == EditDecision::Accepted;
  });
}

ImproveVm::ImproveVm(Services services, Target target, QObject* parent)
    : QObject(parent), m_services(services), m_target(std::move(target)) {}

void ImproveVm::change(const std::function<void(ImproveState&)>& edit) {
  ImproveState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ImproveVm::load(const domain::AgentId& agent, std::function<void(domain::AgentContent)> then) {
  const int generation = ++m_generation;
  m_services.agents.load(
      agent, whileAlive(this, [this, generation, then](base::Result<services::AgentWithDraft> found) {
        if (generation != m_generation) return;
        if (!found)
          return change([&](auto& state) {
            state.asking = false;
            state.error = found.error();
          });
        const auto& content = found->draft ? found->draft->content : found->agent.content;
        change([&](auto& state) { state.name = format::text(content.name); });
        then(content);
      }));
}

void ImproveVm::improves(domain::AgentContent base) {
  m_base = std::move(base);
  change([this](auto& state) { state.prompt = m_base.prompt; });
}

void ImproveVm::open(const domain::AgentId& agent) {
  if (agent == m_state.agent && (m_state.asking || m_state.improvement)) return;
  stop();
  const bool same = m_state.agent.isNull() || agent == m_state.agent;  // null: the goal of an earlier day
  change([&](auto& state) {
    const auto goal = state.goal;
    state = {.agent = agent};
    if (same) state.goal = goal;
  });
  load(agent, [this](const domain::AgentContent& content) { improves(content); });
}

void ImproveVm::setGoal(const QString& text) {
  change([&](auto& state) {
    if (state.goal != text) state.queued = false;
    state.goal = text;
  });
}

// The agent is read anew: edits must be of the prompt as it is now.
void ImproveVm::ask() {
  if (m_state.asking || m_state.agent.isNull() || m_state.goal.trimmed().isEmpty()) return;
  const auto target = m_target();
  if (!target)
    return change([](auto& state) {
      state.error = base::Error{.code = base::ErrorCode::Credentials, .detail = "no provider in use"};
    });
  change([](auto& state) {
    state.asking = true;
    state.improvement.reset();
    state.decisions.clear();
    state.error.reset();
    state.queued = false;
    state.job = {};
  });
  load(m_state.agent, [this, target](const domain::AgentContent& content) {
    improves(content);
    const int generation = m_generation;
    m_services.generations.improve(
        content, format::utf8(m_state.goal), *target,
        whileAlive(this,
                   [this, generation](base::Result<authoring::Improvement> improvement) {
                     if (generation == m_generation) show(std::move(improvement));
                   }),
        whileAlive(this, [this, generation](base::Result<domain::RunId> run) {
          if (!run) return;
          m_run = *run;
          if (generation != m_generation) m_services.generations.cancel(*run);
        }));
  });
}

void ImproveVm::stop() {
  if (!m_state.asking) return;
  ++m_generation;
  if (!m_run.isNull()) m_services.generations.cancel(m_run);
  change([](auto& state) { state.asking = false; });
}

void ImproveVm::show(base::Result<authoring::Improvement> improvement) {
  m_run = {};
  change([&](auto& state) {
    state.asking = false;
    if (!improvement) {
      state.error = improvement.error();
      return;
    }
    state.decisions.assign(improvement->edits.size(), EditDecision::Open);
    state.improvement = std::move(*improvement);
  });
  if (m_state.improvement)
    Q_EMIT announced(tr("%n edits are proposed.", nullptr, int(m_state.improvement->edits.size())));
}

void ImproveVm::review(const domain::GenerationJob& job) {
  if (job.id == m_state.job && m_state.improvement) return;
  stop();
  change([&](auto& state) {
    state = {.agent = job.agent, .goal = format::text(job.description), .job = job.id};
  });
  load(job.agent, [this, run = job.run](const domain::AgentContent& content) {
    m_services.runs.find(run.toString(), whileAlive(this, [this, content, generation = m_generation](
                                                              const base::Result<domain::RunRecord>& found) {
                           if (generation != m_generation) return;
                           if (found) return take(*found, content);
                           change([&](auto& state) { state.error = found.error(); });
                         }));
  });
}

void ImproveVm::take(const domain::RunRecord& run, const domain::AgentContent& content) {
  improves(authoring::sentContent(run.request.input, content).value_or(content));
  std::string answer;
  for (const auto& message : run.messages)
    if (message.role == domain::Role::Assistant) answer += message.text();
  show(authoring::readImprovement(m_base.prompt, answer));
}

bool ImproveVm::holdsOthers(const domain::GenerationId& job) const {
  return m_state.asking || (m_state.improvement && m_state.job != job && m_state.anyAccepted());
}

void ImproveVm::waitForNetwork() {
  if (m_state.agent.isNull() || m_state.goal.trimmed().isEmpty()) return;
  domain::GenerationJob job;
  job.agent = m_state.agent;
  job.kind = domain::GenerationKind::Improve;
  job.description = format::utf8(m_state.goal);
  m_services.queue.add(std::move(job),
                       whileAlive(this, [this](const base::Result<domain::GenerationJob>& kept) {
                         change([&](auto& state) {
                           state.error = kept ? std::nullopt : std::optional(kept.error());
                           state.queued = kept.ok();
                         });
                       }));
}

void ImproveVm::accept(std::size_t edit) {
  change([&](auto& state) {
    if (!state.improvement || edit >= state.decisions.size()) return;
    for (const auto rival : authoring::rivalsOf(state.improvement->edits, edit))
      state.decisions[rival] = EditDecision::Rejected;
    state.decisions[edit] = EditDecision::Accepted;
  });
}

void ImproveVm::reject(std::size_t edit) {
  change([&](auto& state) {
    if (edit < state.decisions.size()) state.decisions[edit] = EditDecision::Rejected;
  });
}

void ImproveVm::acceptAll() {
  change([](auto& state) {
    for (std::size_t at = 0; at < state.decisions.size(); ++at)
      if (state.decisions[at] == EditDecision::Open && !state.isBlocked(at))
        state.decisions[at] = EditDecision::Accepted;
  });
}

void ImproveVm::apply() {
  if (!m_state.improvement || !m_state.anyAccepted()) return;
  std::vector<bool> accepted;
  for (const auto decision : m_state.decisions) accepted.push_back(decision == EditDecision::Accepted);
  auto proposed = m_base;
  proposed.prompt = authoring::applied(m_base.prompt, m_state.improvement->edits, accepted);
  Q_EMIT draftWanted({.agent = m_state.agent,
                      .base = m_base,
                      .proposed = std::move(proposed),
                      .taken = whileAlive(this, [this, edits = m_state.improvement] {
                        if (m_state.improvement == edits) end();
                      })});
}

void ImproveVm::end() {
  if (!m_state.job.isNull()) m_services.queue.remove(m_state.job, [](const base::Result<void>&) {});
  change([](auto& state) {
    state.improvement.reset();
    state.decisions.clear();
    state.goal.clear();
    state.job = {};
  });
}

void ImproveVm::clearError() {
  change([](auto& state) {
    state.error.reset();
    state.queued = false;
  });
}

}  // namespace aiagent::ui
