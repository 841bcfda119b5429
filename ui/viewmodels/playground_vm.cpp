#include "ui/viewmodels/playground_vm.h"

#include <algorithm>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

constexpr std::chrono::milliseconds kKeep{300};
constexpr std::chrono::milliseconds kCountPause{1'200};  // the exact count is asked for when typing pauses
constexpr char kMessage[] = "message";
constexpr char kVariables[] = "variables";
constexpr char kTip[] = "tip";

std::string variablesToJson(const domain::VariableValues& values) {
  QJsonObject object;
  for (const auto& [name, value] : values)
    if (!value.empty()) object.insert(format::text(name), format::text(value));
  if (object.isEmpty()) return {};
  return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

domain::VariableValues variablesFromJson(const std::string& json) {
  domain::VariableValues values;
  const auto object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
  for (auto it = object.begin(); it != object.end(); ++it)
    values[format::utf8(it.key())] = format::utf8(it->toString());
  return values;
}

std::string pieceKey(std::size_t message, std::size_t part) {
  return std::to_string(message) + "/" + std::to_string(part);
}

}  // namespace

PlaygroundVm::PlaygroundVm(Services services, AgentVm& agent, QObject* parent)
    : QObject(parent), m_services(services), m_agent(agent) {
  auto& runs = m_services.runs;
  connect(&runs, &services::RunService::started, this, &PlaygroundVm::showStarted);
  connect(&runs, &services::RunService::appended, this, &PlaygroundVm::onAppended);
  connect(&runs, &services::RunService::replaced, this, &PlaygroundVm::onReplaced);
  connect(&runs, &services::RunService::waiting, this, &PlaygroundVm::onWaiting);
  connect(&runs, &services::RunService::finished, this, &PlaygroundVm::onFinished);
  connect(&runs, &services::RunService::notStored, this,
          [this](const domain::RunId& id, const base::Error& error) {
            if (id != m_state.run) return;
            change([](PlaygroundState& state) { state.notStored = true; });
            fail(error, id);
          });
  connect(&m_services.providers, &services::ProviderService::changed, this, &PlaygroundVm::readProvider);
  connect(&m_agent, &AgentVm::stateChanged, this, &PlaygroundVm::onAgent);
  m_keep.setSingleShot(true);
  m_keep.setInterval(kKeep);
  connect(&m_keep, &QTimer::timeout, this, &PlaygroundVm::flush);
  m_count.setSingleShot(true);
  m_count.setInterval(kCountPause);
  connect(&m_count, &QTimer::timeout, this, &PlaygroundVm::countExactly);
  m_tick.setInterval(std::chrono::milliseconds(250));
  connect(&m_tick, &QTimer::timeout, this, &PlaygroundVm::tick);
  readProvider();
  onAgent();
}

PlaygroundVm::~PlaygroundVm() = default;

void PlaygroundVm::change(const std::function<void(PlaygroundState&)>& edit) {
  PlaygroundState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

// ---------------------------------------------------------------- the agent and what is kept for it

void PlaygroundVm::onAgent() {
  if (m_agent.state().id != m_state.agent) {
    flush();
    restore(m_agent.state().id);
  }
  change([this](PlaygroundState& state) { chooseModel(state); });
  estimate();
}

void PlaygroundVm::restore(const domain::AgentId& id) {
  m_turns.clear();
  m_shown.clear();
  m_tick.stop();
  m_historyTokens = 0;
  PlaygroundState next{.agent = id, .provider = m_state.provider, .providerKnown = m_state.providerKnown};
  m_state = next;  // kept() reads for the agent of the state
  if (!id.isNull()) {
    m_state.message = format::text(kept(kMessage));
    m_state.variables = variablesFromJson(kept(kVariables));
    const auto running = m_running.find(id);
    if (running != m_running.end()) m_state.run = running->second;
    if (!m_state.run.isNull()) m_state.phase = PlaygroundState::Phase::Running;
    m_state.tip =
        m_state.run.isNull() ? domain::RunId::parse(kept(kTip)).value_or(domain::RunId{}) : m_state.run;
  }
  Q_EMIT stateChanged();
  showConversation(m_state.tip);
}

std::string PlaygroundVm::kept(const char* what) const {
  return m_services.settings.value("playground." + m_state.agent.toString() + "." + what);
}

void PlaygroundVm::keep(const char* what, const std::string& text) {
  const auto key = "playground." + m_state.agent.toString() + "." + what;
  if (m_services.settings.value(key) != text) m_services.settings.set(key, text);
}

void PlaygroundVm::flush() {
  m_keep.stop();
  if (m_state.agent.isNull()) return;
  keep(kMessage, format::utf8(m_state.message));
  keep(kVariables, variablesToJson(m_state.variables));
  keep(kTip, m_state.tip.isNull() ? std::string() : m_state.tip.toString());
}

void PlaygroundVm::setMessage(const QString& text) {
  if (text == m_state.message) return;
  change([&](PlaygroundState& state) { state.message = text; });
  if (!m_keep.isActive()) m_keep.start();
  estimate();
}

void PlaygroundVm::setVariable(const std::string& name, const QString& value) {
  change([&](PlaygroundState& state) {
    state.variables[name] = format::utf8(value);
    if (!value.isEmpty()) std::erase(state.missing, name);
  });
  if (!m_keep.isActive()) m_keep.start();
  estimate();
}

// ---------------------------------------------------------------- the conversation

void PlaygroundVm::showConversation(const domain::RunId& tip) {
  const int generation = ++m_generation;
  m_turns.clear();
  m_shown.clear();
  if (tip.isNull()) {
    Q_EMIT conversationShown({});
    return;
  }
  m_services.runs.conversation(
      tip, whileAlive(this, [this, generation, tip](base::Result<std::vector<domain::RunRecord>> found) {
        if (generation != m_generation) return;
        std::vector<ChatMessage> messages;
        m_historyTokens = 0;
        if (found)
          for (const auto& stored : *found) {
            const auto* live = m_services.runs.live(stored.id);
            const auto& run = live ? *live : stored;
            addTurn(run);
            for (auto& message : toChatMessages(run, live != nullptr)) messages.push_back(std::move(message));
          }
        // A deleted conversation is no fault: the next message begins a new one.
        if (!found) change([](PlaygroundState& state) { state.tip = {}; });
        Q_EMIT conversationShown(messages);
        estimate();
      }));
}

void PlaygroundVm::addTurn(const domain::RunRecord& run) {
  m_turns.push_back({run.id, run.request.parent, format::text(run.request.input)});
  m_historyTokens += runs::estimateTokens(run.request.input) + runs::estimateTokens(run.text());
  if (run.usage.output) m_lastOutput = *run.usage.output;
  if (run.id != m_state.run) return;
  for (std::size_t m = 0; m < run.messages.size(); ++m)
    for (std::size_t p = 0; p < run.messages[m].parts.size(); ++p)
      m_shown[pieceKey(m, p)] = chatMessageId(run.id, m, p);
}

void PlaygroundVm::newConversation() {
  if (m_state.busy()) return;
  m_historyTokens = 0;
  change([](PlaygroundState& state) {
    state.tip = {};
    state.editing = {};
    state.error.reset();
    state.errorRun = {};
  });
  flush();
  showConversation({});
  estimate();
}

void PlaygroundVm::continueFrom(const domain::RunId& id) {
  if (m_state.busy()) return;
  change([&](PlaygroundState& state) {
    state.tip = id;
    state.editing = {};
    state.error.reset();
  });
  flush();
  showConversation(id);
}

void PlaygroundVm::editMessage(const domain::RunId& id) {
  const auto turn = std::ranges::find(m_turns, id, &Turn::run);
  if (turn == m_turns.end() || m_state.busy()) return;
  change([&](PlaygroundState& state) {
    state.editing = id;
    state.message = turn->message;
  });
}

void PlaygroundVm::cancelEditing() {
  if (m_state.editing.isNull()) return;
  change([](PlaygroundState& state) {
    state.editing = {};
    state.message.clear();
  });
}

// ---------------------------------------------------------------- running

std::vector<std::string> PlaygroundVm::missingVariables() const {
  std::vector<std::string> missing;
  for (const auto& name : domain::variableNames(m_agent.state().content.prompt)) {
    const auto value = m_state.variables.find(name);
    if (value == m_state.variables.end() || value->second.empty()) missing.push_back(name);
  }
  return missing;
}

domain::RunRequest PlaygroundVm::request(const QString& message, const domain::RunId& parent) const {
  return {.agent = m_state.agent,
          .content = m_agent.state().content,
          .fromDraft = m_agent.state().draft,
          .variables = m_state.variables,
          .input = format::utf8(message),
          .provider = m_state.provider.value_or(domain::Provider{}),
          .model = m_state.model,
          .parent = parent};
}

void PlaygroundVm::run() {
  domain::RunId parent = m_state.tip;
  if (!m_state.editing.isNull())
    if (const auto turn = std::ranges::find(m_turns, m_state.editing, &Turn::run); turn != m_turns.end())
      parent = turn->parent;
  begin(m_state.message, parent);
}

void PlaygroundVm::retry(const domain::RunId& id) {
  const auto turn = std::ranges::find(m_turns, id, &Turn::run);
  if (turn != m_turns.end()) begin(turn->message, turn->parent);
}

void PlaygroundVm::begin(const QString& message, const domain::RunId& parent) {
  if (m_state.busy() || m_state.agent.isNull() || !m_agent.state().loaded) return;
  const bool fromBox = message == m_state.message;
  change([](PlaygroundState& state) {
    state.error.reset();
    state.errorRun = {};
    state.notStored = false;
    state.missing.clear();
  });
  if (message.trimmed().isEmpty())
    return fail({.code = base::ErrorCode::InvalidInput, .detail = "empty", .subject = "input"});
  if (auto missing = missingVariables(); !missing.empty())
    return change([&](PlaygroundState& state) { state.missing = std::move(missing); });
  if (!m_state.provider) return fail({.code = base::ErrorCode::Credentials, .detail = "no provider in use"});
  change([](PlaygroundState& state) { state.phase = PlaygroundState::Phase::Starting; });
  m_services.runs.start(request(message, parent), whileAlive(this, [this, agent = m_state.agent,
                                                                    fromBox](base::Result<domain::RunId> id) {
                          if (id) m_running[agent] = *id;
                          if (agent == m_state.agent) onStarted(id, fromBox);
                        }));
}

void PlaygroundVm::runWithoutParameter() {
  if (m_state.busy() || m_state.errorRun.isNull() || !m_state.error) return;
  change([](PlaygroundState& state) { state.phase = PlaygroundState::Phase::Starting; });
  m_services.runs.repeat(m_state.errorRun, m_state.error->subject,
                         whileAlive(this, [this, agent = m_state.agent](base::Result<domain::RunId> id) {
                           if (id) m_running[agent] = *id;
                           if (agent == m_state.agent) onStarted(id, false);
                         }));
}

// The message leaves its box only now that the run is on disk.
void PlaygroundVm::onStarted(const base::Result<domain::RunId>& id, bool fromBox) {
  if (!id) {
    change([](PlaygroundState& state) { state.phase = PlaygroundState::Phase::Idle; });
    return fail(id.error());
  }
  change([&](PlaygroundState& state) {
    state.phase = PlaygroundState::Phase::Running;
    state.run = state.tip = *id;
    state.answering = false;
    state.error.reset();
    state.errorRun = {};
    state.editing = {};
    if (fromBox) state.message.clear();
  });
  flush();
  Q_EMIT announced(tr("Generating…"));
  if (m_services.runs.live(*id)) showStarted(*id);  // else RunService::started follows
}

// A turn that follows the last one shown is added to it; anything else shows another conversation.
void PlaygroundVm::showStarted(const domain::RunId& id) {
  const auto* run = m_services.runs.live(id);
  if (id != m_state.run || !run || (!m_turns.empty() && m_turns.back().run == id)) return;
  const auto last = m_turns.empty() ? domain::RunId{} : m_turns.back().run;
  if (last != run->request.parent) return showConversation(id);
  ++m_generation;
  addTurn(*run);
  for (const auto& message : toChatMessages(*run, true)) Q_EMIT messageAdded(message);
}

void PlaygroundVm::onAppended(const domain::RunId& id, std::size_t message, std::size_t part,
                              const std::string& text) {
  if (id != m_state.run || m_turns.empty() || m_turns.back().run != id)
    return;  // the load will bring it along
  if (!m_state.answering || m_state.phase == PlaygroundState::Phase::Waiting)
    change([](PlaygroundState& state) {
      state.answering = true;
      state.phase = PlaygroundState::Phase::Running;
      state.waitingFor.reset();
    });
  const auto key = pieceKey(message, part);
  if (const auto known = m_shown.find(key); known != m_shown.end()) {
    Q_EMIT textAppended(known->second, format::text(text));
    return;
  }
  const auto* run = m_services.runs.live(id);
  if (!run || message >= run->messages.size() || part >= run->messages[message].parts.size()) return;
  const auto added = toChatMessage(*run, message, part, true);
  m_shown[key] = added.id;
  Q_EMIT messageAdded(added);
}

void PlaygroundVm::onReplaced(const domain::RunId& id, std::size_t message, std::size_t part) {
  if (id != m_state.run) return;
  const auto* run = m_services.runs.live(id);
  if (!run || message >= run->messages.size() || part >= run->messages[message].parts.size()) return;
  const auto piece = toChatMessage(*run, message, part, true);
  if (m_shown.emplace(pieceKey(message, part), piece.id).second)
    Q_EMIT messageAdded(piece);
  else
    Q_EMIT textReplaced(piece.id, piece.text);
}

void PlaygroundVm::onWaiting(const domain::RunId& id, const base::Error& reason,
                             std::chrono::milliseconds delay, int attempt) {
  if (id != m_state.run) return;
  m_retryAt = std::chrono::steady_clock::now() + delay;
  change([&](PlaygroundState& state) {
    state.phase = PlaygroundState::Phase::Waiting;
    state.waitingFor = reason;
    state.attempt = attempt;
  });
  m_tick.start();
  tick();
}

void PlaygroundVm::tick() {
  const auto left = std::chrono::ceil<std::chrono::seconds>(m_retryAt - std::chrono::steady_clock::now());
  if (m_state.phase != PlaygroundState::Phase::Waiting || left.count() <= 0) {
    m_tick.stop();
    return change([](PlaygroundState& state) {
      state.waitSeconds = 0;
      if (state.phase != PlaygroundState::Phase::Waiting) return;
      state.phase = PlaygroundState::Phase::Running;
      state.waitingFor.reset();
    });
  }
  change([&](PlaygroundState& state) { state.waitSeconds = int(left.count()); });
}

void PlaygroundVm::onFinished(const domain::RunRecord& run) {
  std::erase_if(m_running, [&](const auto& entry) { return entry.second == run.id; });
  if (run.id != m_state.run) return;
  m_tick.stop();
  m_shown.clear();
  if (run.usage.output) m_lastOutput = *run.usage.output;
  m_historyTokens += runs::estimateTokens(run.text());
  change([&](PlaygroundState& state) {
    state.phase = PlaygroundState::Phase::Idle;
    state.run = {};
    state.answering = false;
    state.waitingFor.reset();
    state.waitSeconds = 0;
  });
  // A conversation that is still being read may be older than this end of it.
  if (m_turns.empty() || m_turns.back().run != run.id)
    showConversation(run.id);
  else
    Q_EMIT runEnded(toChatMessages(run, false));
  if (run.error && run.status != domain::RunStatus::Cancelled) fail(domain::toError(*run.error), run.id);
  Q_EMIT announced(run.status == domain::RunStatus::Completed ? tr("The answer is complete.")
                                                              : tr("The answer has ended early."));
  estimate();
}

void PlaygroundVm::stop() {
  if (!m_state.run.isNull()) m_services.runs.cancel(m_state.run);
}

void PlaygroundVm::tryNow() {
  if (m_state.phase == PlaygroundState::Phase::Waiting) m_services.runs.retryNow(m_state.run);
}

void PlaygroundVm::clearError() {
  change([](PlaygroundState& state) {
    state.error.reset();
    state.errorRun = {};
    state.missing.clear();
    state.notStored = false;
  });
}

void PlaygroundVm::fail(const base::Error& error, const domain::RunId& run) {
  change([&](PlaygroundState& state) {
    state.error = error;
    state.errorRun = run;
  });
}

// ---------------------------------------------------------------- provider, model and price

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
  for (const auto& [name, value] : m_state.variables) tokens += runs::estimateTokens(value);
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

}  // namespace aiagent::ui
