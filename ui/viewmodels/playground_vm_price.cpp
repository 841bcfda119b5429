// Provider, model and price of the next run, and what is done before it is sent.
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/viewmodels/playground_vm.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

void PlaygroundVm::readProvider() {
  m_services.providers.current(whileAlive(this, [this](base::Result<domain::Provider> provider) {
    change([&](PlaygroundState& state) {
      state.providerKnown = true;
      state.provider = provider ? std::optional(*provider) : std::nullopt;
      chooseModel(state);
    });
    estimate();
  }));
}

void PlaygroundVm::chooseModel(PlaygroundState& state) const {
  state.model = m_agent.state().content.model;
  // The rehearsal server has one model, whatever the agent is written for.
  if (state.rehearsal()) state.model = domain::kRehearsalModel;
  if (state.model.empty() && state.provider) state.model = state.provider->defaultModel;
}

void PlaygroundVm::estimate() {
  m_count.stop();
  ++m_countGeneration;
  if (m_state.agent.isNull() || !m_agent.state().loaded) return;
  std::int64_t tokens =
      m_agent.state().promptTokens + m_historyTokens + runs::estimateTokens(format::utf8(m_state.message));
  for (const auto& [name, value] : values()) tokens += runs::estimateTokens(value);
  domain::Usage usage;
  usage.input = tokens;
  usage.output = m_lastOutput;
  const auto cost =
      costNanoUsd(m_services.models.catalog(), m_state.model, usage, m_services.runs.clock().wallNow(), {});
  change([&](PlaygroundState& state) {
    state.inputTokens = tokens;
    state.inputTokensExact = false;
    state.costNanoUsd = cost;
    state.costHasAnswer = m_lastOutput > 0;
  });
  // Only OpenAI itself counts ahead of a run; to ask a local server would cost it a whole pass.
  const bool countable = m_state.provider && m_state.provider->name == domain::kOpenAiProvider &&
                         m_state.provider->api == domain::ApiKind::Responses &&
                         !m_state.message.trimmed().isEmpty();
  if (countable && !m_state.busy()) m_count.start();
}

void PlaygroundVm::countExactly() {
  if (!missingVariables().empty() || m_state.model.empty()) return;
  const int generation = m_countGeneration;
  m_services.runs.countTokens(
      request(m_state.message, m_state.tip),
      whileAlive(this, [this, generation](base::Result<services::RunService::TokenCount> count) {
        if (!count || !count->exact || generation != m_countGeneration) return;
        change([&](PlaygroundState& state) {
          state.inputTokens = count->tokens;
          state.inputTokensExact = true;
        });
      }));
}

void PlaygroundVm::onPreparing(const domain::RunId& id, const domain::KnowledgeProgress& progress) {
  if (id == m_state.run)
    change([&](PlaygroundState& state) { state.preparing = format::preparing(progress); });
}

}  // namespace aiagent::ui
