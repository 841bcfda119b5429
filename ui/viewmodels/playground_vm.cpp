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
  connect(&runs, &services::RunService::preparing, this, &PlaygroundVm::onPreparing);
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

void PlaygroundVm::tryCase(const domain::TestCase& testCase) {
  if (m_state.agent.isNull()) return;
  change([&](PlaygroundState& state) {
    state.message = format::text(testCase.input);
    state.variables = testCase.variables;
    state.missing.clear();
    state.editing = {};
  });
  if (!m_keep.isActive()) m_keep.start();
  estimate();
}

// ---------------------------------------------------------------- the conversation

void PlaygroundVm::showConversation(const domain::RunId& tip) {
  const int generation = ++m_generation;
  m_turns.clear();
  m_shown.clear();
  Q_EMIT settled(std::nullopt, false);
  if (tip.isNull()) {
    Q_EMIT conversationShown({});
    return;
  }
  m_services.runs.conversation(
      tip, whileAlive(this, [this, generation](base::Result<std::vector<domain::RunRecord>> found) {
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
        if (found && !found->empty() && domain::isFinal(found->back().status))
          Q_EMIT settled(found->back(), false);
        estimate();
      }));
}

void PlaygroundVm::addTurn(const domain::RunRecord& run) {
  m_turns.push_back({run.id, run.request.parent, format::text(run.request.input), run.request.toolAnswers});
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
  // A turn that answered tools holds no message of the person's.
  if (turn == m_turns.end() || m_state.busy() || !turn->answers.empty()) return;
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

// What a run would take: empty fields are none, so that a default holds; a box that is not ticked says no.
domain::VariableValues PlaygroundVm::values() const {
  auto values = m_state.variables;
  std::erase_if(values, [](const auto& entry) { return entry.second.empty(); });
  for (const auto& variable : m_agent.state().content.variables)
    if (variable.type == domain::VariableType::Boolean)
      values.emplace(variable.name, variable.defaultValue.empty() ? "false" : variable.defaultValue);
  return values;
}

std::vector<std::string> PlaygroundVm::missingVariables() const {
  const auto& content = m_agent.state().content;
  auto given = values();
  for (const auto& variable : content.variables)
    if (!variable.defaultValue.empty()) given.emplace(variable.name, variable.defaultValue);
  std::vector<std::string> missing;
  for (const auto& name : domain::variableNames(content.prompt))
    if (!given.contains(name)) missing.push_back(name);
  return missing;
}

domain::RunRequest PlaygroundVm::request(const QString& message, const domain::RunId& parent) const {
  return {.agent = m_state.agent,
          .content = m_agent.state().content,
          .fromDraft = m_agent.state().draft,
          .variables = values(),
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
  if (turn == m_turns.end()) return;
  if (turn->answers.empty()) return begin(turn->message, turn->parent);
  auto again = request({}, turn->parent);
  again.toolAnswers = turn->answers;
  if (mayStart()) start(std::move(again), false);
}

void PlaygroundVm::answerTools(std::vector<domain::ToolAnswer> answers) {
  if (answers.empty() || m_state.tip.isNull()) return;
  auto next = request({}, m_state.tip);
  next.toolAnswers = std::move(answers);
  if (mayStart()) start(std::move(next), false);
}

void PlaygroundVm::begin(const QString& message, const domain::RunId& parent) {
  if (m_state.busy() || m_state.agent.isNull() || !m_agent.state().loaded) return;
  clearError();
  if (message.trimmed().isEmpty())
    return fail({.code = base::ErrorCode::InvalidInput, .detail = "empty", .subject = "input"});
  if (mayStart()) start(request(message, parent), message == m_state.message);
}

// Says what is lacking where it may not.
bool PlaygroundVm::mayStart() {
  if (m_state.busy() || m_state.agent.isNull() || !m_agent.state().loaded) return false;
  clearError();
  auto missing = missingVariables();
  if (missing.empty() && m_state.provider) return true;
  if (missing.empty())
    fail({.code = base::ErrorCode::Credentials, .detail = "no provider in use"});
  else
    change([&](PlaygroundState& state) { state.missing = std::move(missing); });
  return false;
}

void PlaygroundVm::start(domain::RunRequest request, bool fromBox) {
  change([](PlaygroundState& state) { state.phase = PlaygroundState::Phase::Starting; });
  m_services.runs.start(std::move(request), whileAlive(this, [this, agent = m_state.agent,
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
  Q_EMIT settled(std::nullopt, false);
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
      state.preparing.clear();
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
  // A request for approval has nothing to read: it waits under the transcript.
  const bool known = m_shown.contains(pieceKey(message, part));
  if (!known && piece.text.isEmpty() && piece.kind != ChatMessage::Kind::ToolCall) return;
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
    state.preparing.clear();
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
  Q_EMIT settled(run, true);
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

}  // namespace aiagent::ui
