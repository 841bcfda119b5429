#include "ui/viewmodels/agent_vm.h"

#include <algorithm>

#include "core/domain/prompt_template.h"
#include "core/wire/request_json.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

// Well under the half second that an edit may take to be durable: the rest is for the disk.
constexpr std::chrono::milliseconds kAutosave{200};
constexpr std::chrono::seconds kAutosaveAgain{3};  // after a failure: a full disk, a lock
constexpr std::size_t kAnalyseAtOnce = 64 * 1024;  // longer prompts are looked at when typing pauses
constexpr std::chrono::milliseconds kAnalysePause{150};

std::vector<std::string> utf8List(const QStringList& texts) {
  std::vector<std::string> list;
  for (const auto& text : texts)
    if (auto bytes = format::utf8(text.trimmed()); !bytes.empty()) list.push_back(std::move(bytes));
  return list;
}

std::vector<ParameterField> fieldsOf(const domain::Parameters& parameters) {
  std::vector<ParameterField> fields;
  for (const auto& parameter : parameters.all())
    fields.push_back({parameter.name, format::text(domain::toText(parameter.value))});
  return fields;
}

// What stands in a field that was just added: a value that changes little.
QString firstValue(const std::string& name) {
  const auto* spec = domain::findParameterSpec(name);
  if (!spec) return {};
  switch (spec->kind) {
    case domain::ParameterKind::Boolean: return QStringLiteral("true");
    case domain::ParameterKind::Word: {
      const auto& words = spec->words;
      const bool medium = std::ranges::find(words, "medium") != words.end();
      return medium ? QStringLiteral("medium") : words.empty() ? QString() : format::text(words.front());
    }
    case domain::ParameterKind::Number: return QStringLiteral("1");
    case domain::ParameterKind::Integer:
      return spec->least >= 16 ? QStringLiteral("4096") : QStringLiteral("1");
    case domain::ParameterKind::Json: return QStringLiteral("{}");
  }
  return {};
}

bool jsonFits(std::string tools, std::string schema) {
  domain::AgentContent content;
  content.tools = std::move(tools);
  content.outputSchema = std::move(schema);
  return wire::checkJsonFields(content).ok();
}

}  // namespace

AgentVm::AgentVm(services::AgentService& agents, services::ModelService& models, QObject* parent)
    : QObject(parent), m_agents(agents), m_models(models) {
  m_autosave.setSingleShot(true);
  connect(&m_autosave, &QTimer::timeout, this, &AgentVm::writeDraft);
  m_analyse.setSingleShot(true);
  m_analyse.setInterval(kAnalysePause);
  connect(&m_analyse, &QTimer::timeout, this, &AgentVm::analyse);
  connect(&m_agents, &services::AgentService::changed, this, &AgentVm::onChanged);
  connect(&m_models, &services::ModelService::changed, this,
          [this] { change([this](AgentState& state) { checkParameters(state); }); });
}

AgentVm::~AgentVm() = default;

void AgentVm::change(const std::function<void(AgentState&)>& edit) {
  AgentState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

// ---------------------------------------------------------------- opening

void AgentVm::open(const domain::AgentId& id) {
  if (id == m_state.id && !id.isNull()) return;
  writeDraft();
  ++m_generation;
  m_putAside.reset();
  m_saved = {};
  m_state = AgentState{.id = id};
  Q_EMIT stateChanged();
  if (id.isNull()) {
    Q_EMIT opened();
    return;
  }
  reload();
}

void AgentVm::reload() {
  const int generation = ++m_generation;
  m_agents.load(m_state.id,
                whileAlive(this, [this, generation](base::Result<services::AgentWithDraft> found) {
                  if (generation != m_generation) return;
                  if (found) return take(*found);
                  change([&](AgentState& state) {
                    state.gone = state.loaded && found.error().code == base::ErrorCode::NotFound;
                    if (!state.gone) state.error = found.error();
                  });
                }));
}

void AgentVm::take(const services::AgentWithDraft& found) {
  const bool first = !m_state.loaded;
  m_saved = found.agent;
  const auto unstored = m_unstored.find(m_state.id);
  std::int64_t base = found.agent.revision;
  domain::AgentContent content = found.agent.content;
  if (unstored != m_unstored.end()) {  // newer than anything the store can say
    content = unstored->second.draft.content;
    base = unstored->second.draft.baseRevision;
  } else if (found.draft) {
    content = found.draft->content;
    base = found.draft->baseRevision;
  } else if (!first && m_state.draft && found.agent.revision != m_state.revision) {
    // Saved elsewhere, which drops the draft in the store; what stands in the editor is kept again.
    content = m_state.content;
    base = m_state.revision;
    m_unstored[m_state.id] = {{.agent = m_state.id, .content = content, .baseRevision = base}};
    m_autosave.start(kAutosave);
  }
  const bool replace = first || content != m_state.content;
  change([&](AgentState& state) {
    state.loaded = true;
    state.gone = false;
    state.archived = found.agent.archived;
    state.updated = found.agent.updated;
    state.revision = base;
    state.changedElsewhere = content != found.agent.content && base != found.agent.revision;
    state.draft = content != found.agent.content;
  });
  if (!replace) return;
  show(std::move(content));
}

void AgentVm::show(domain::AgentContent content) {
  change([&](AgentState& state) {
    if (content.parameters != state.content.parameters || state.parameters.empty())
      state.parameters = fieldsOf(content.parameters);
    state.content = std::move(content);
    checkParameters(state);
  });
  analyse();
  Q_EMIT opened();
}

void AgentVm::onChanged(const domain::AgentId& id) {
  if (!m_state.loaded || (id != m_state.id && !id.isNull())) return;
  // Our own draft on its way tells itself; the answer to save() brings the saved agent along.
  if (m_state.saving || m_discarding || m_unstored.contains(m_state.id)) return;
  reload();
}

// ---------------------------------------------------------------- editing

void AgentVm::edit(const std::function<void(domain::AgentContent&)>& edit) {
  if (!m_state.loaded) return;
  auto content = m_state.content;
  edit(content);
  if (content == m_state.content) return;
  ++m_generation;  // an answer to an earlier reload() is older than this edit
  const bool promptChanged = content.prompt != m_state.content.prompt;
  m_unstored[m_state.id] = {{.agent = m_state.id, .content = content, .baseRevision = m_state.revision}};
  change([&](AgentState& state) {
    state.content = std::move(content);
    state.draft = state.content != m_saved.content;
    state.keeping = AgentState::Keeping::Pending;
    checkParameters(state);
  });
  // The first key starts the timer and later ones leave it running: somebody who never pauses is saved too.
  if (!m_autosave.isActive()) m_autosave.start(kAutosave);
  if (!promptChanged) return;
  if (m_state.content.prompt.size() <= kAnalyseAtOnce)
    analyse();
  else
    m_analyse.start();
}

void AgentVm::setName(const QString& text) {
  edit([&](auto& content) { content.name = format::utf8(text); });
}
void AgentVm::setDescription(const QString& text) {
  edit([&](auto& content) { content.description = format::utf8(text); });
}
void AgentVm::setPrompt(const QString& text) {
  edit([&](auto& content) { content.prompt = format::utf8(text); });
}
void AgentVm::setModel(const QString& text) {
  edit([&](auto& content) { content.model = format::utf8(text.trimmed()); });
}
void AgentVm::setTags(const QStringList& tags) {
  auto list = utf8List(tags);
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
  edit([&](auto& content) { content.tags = list; });
}
void AgentVm::setStarters(const QStringList& starters) {
  edit([&](auto& content) { content.starters = utf8List(starters); });
}
void AgentVm::setTools(const QString& json) {
  edit([&](auto& content) { content.tools = format::utf8(json); });
  change([&](AgentState& state) { state.toolsFit = jsonFits(state.content.tools, {}); });
}
void AgentVm::setOutputSchema(const QString& json) {
  edit([&](auto& content) { content.outputSchema = format::utf8(json); });
  change([&](AgentState& state) { state.schemaFits = jsonFits({}, state.content.outputSchema); });
}

void AgentVm::addParameter(const std::string& name) {
  if (!m_state.loaded ||
      std::ranges::find(m_state.parameters, name, &ParameterField::name) != m_state.parameters.end())
    return;
  change([&](AgentState& state) {
    const auto at = std::ranges::lower_bound(state.parameters, name, {}, &ParameterField::name);
    state.parameters.insert(at, ParameterField{.name = name});
  });
  setParameter(name, firstValue(name));
}

void AgentVm::setParameter(const std::string& name, const QString& text) {
  const auto value = domain::parseParameterValue(name, format::utf8(text));
  change([&](AgentState& state) {
    for (auto& field : state.parameters)
      if (field.name == name) {
        field.text = text;
        field.fits = value.ok();
      }
  });
  // What does not fit is not sent, not even as the value it had before.
  edit([&](auto& content) {
    if (value)
      content.parameters.set(name, *value);
    else
      content.parameters.remove(name);
  });
}

void AgentVm::removeParameter(const std::string& name) {
  change([&](AgentState& state) {
    std::erase_if(state.parameters, [&](const ParameterField& field) { return field.name == name; });
  });
  edit([&](auto& content) { content.parameters.remove(name); });
}

void AgentVm::checkParameters(AgentState& state) const {
  for (auto& field : state.parameters)
    field.refused = !state.content.model.empty() &&
                    m_models.catalog().refuses(state.content.model, field.name, state.content.parameters);
}

void AgentVm::analyse() {
  auto variables = domain::variableNames(m_state.content.prompt);
  const auto tokens = runs::estimateTokens(m_state.content.prompt);
  change([&](AgentState& state) {
    state.variables = std::move(variables);
    state.promptTokens = tokens;
    state.toolsFit = jsonFits(state.content.tools, {});
    state.schemaFits = jsonFits({}, state.content.outputSchema);
  });
}

// ---------------------------------------------------------------- keeping

void AgentVm::writeDraft() {
  m_autosave.stop();
  for (auto& [id, unstored] : m_unstored) {
    if (unstored.write != 0) continue;
    unstored.write = ++m_lastWrite;
    const auto done = whileAlive(this, [this, agent = id, write = unstored.write](
                                           const base::Result<void>& end) { onWritten(agent, write, end); });
    // Typed back to what is saved: there is no draft any more.
    if (id == m_state.id && m_state.loaded && !m_state.draft)
      m_agents.discardDraft(id, done);
    else
      m_agents.saveDraft(unstored.draft, done);
  }
  whenIdle();
}

void AgentVm::onWritten(const domain::AgentId& id, std::int64_t write, const base::Result<void>& end) {
  const auto at = m_unstored.find(id);
  // A newer edit has replaced it: that one's own write answers.
  if (at == m_unstored.end() || at->second.write != write) return whenIdle();
  const bool gone = !end && end.error().code == base::ErrorCode::NotFound;
  if (end || (gone && id != m_state.id)) {
    m_unstored.erase(at);
    if (id == m_state.id)
      change([](AgentState& state) {
        state.keeping = AgentState::Keeping::Kept;
        if (state.error && !state.saving) state.error.reset();
      });
    return whenIdle();
  }
  at->second.write = 0;
  change([&](AgentState& state) {
    state.keeping = AgentState::Keeping::Failed;
    state.gone = gone;
    if (!gone) state.error = end.error();
  });
  m_autosave.start(kAutosaveAgain);
  // Whoever waits (the end of the program) is told all the same: it must not hang on a full disk.
  for (auto& done : std::exchange(m_whenIdle, {})) done();
}

void AgentVm::flush(std::function<void()> done) {
  m_whenIdle.push_back(std::move(done));
  writeDraft();
}

void AgentVm::whenIdle() {
  const bool busy =
      std::ranges::any_of(m_unstored, [](const auto& entry) { return entry.second.write != 0; });
  if (busy) return;
  for (auto& done : std::exchange(m_whenIdle, {})) done();
}

void AgentVm::save() {
  if (!m_state.loaded || m_state.saving || !m_state.draft) return;
  if (m_state.changedElsewhere)
    return change([](AgentState& state) { state.error = base::Error{.code = base::ErrorCode::Conflict}; });
  m_autosave.stop();
  ++m_generation;
  const auto content = m_state.content;
  const auto id = m_state.id;
  change([](AgentState& state) {
    state.saving = true;
    state.error.reset();
  });
  m_agents.update(
      id, content, m_state.revision, whileAlive(this, [this, id, content](base::Result<domain::Agent> agent) {
        const auto at = m_unstored.find(id);
        if (agent && at != m_unstored.end() && at->second.draft.content == content) m_unstored.erase(at);
        if (id != m_state.id) return whenIdle();
        if (!agent) {
          change([&](AgentState& state) {
            state.saving = false;
            state.error = agent.error();
          });
          if (m_unstored.contains(id)) m_autosave.start(kAutosave);
          if (agent.error().code == base::ErrorCode::Conflict) reload();
          return;
        }
        m_saved = *agent;
        if (at != m_unstored.end() && m_unstored.contains(id)) {  // typed on while it was being saved
          m_unstored[id].draft.baseRevision = agent->revision;
          m_autosave.start(kAutosave);
        }
        const bool tidied = m_state.content == content && m_state.content != agent->content;
        change([&](AgentState& state) {
          state.saving = false;
          state.revision = agent->revision;
          state.updated = agent->updated;
          state.draft = !tidied && state.content != agent->content;
          if (!state.draft) state.keeping = AgentState::Keeping::Kept;
        });
        if (tidied) show(agent->content);
        Q_EMIT saved();
        whenIdle();
      }));
}

void AgentVm::putAside() {
  m_putAside = m_state.content;
  m_unstored.erase(m_state.id);
  m_autosave.stop();
}

void AgentVm::discardDraft() {
  if (!m_state.loaded || !m_state.draft) return;
  putAside();
  ++m_generation;
  m_discarding = true;
  m_agents.discardDraft(m_state.id, whileAlive(this, [this, id = m_state.id](const base::Result<void>& end) {
                          m_discarding = false;
                          if (id != m_state.id) return;
                          if (!end) return change([&](AgentState& state) { state.error = end.error(); });
                          if (!m_unstored.contains(id)) reload();
                        }));
  change([this](AgentState& state) {
    state.draft = false;
    state.changedElsewhere = false;
    state.putAside = true;
    state.keeping = AgentState::Keeping::Kept;
    state.revision = m_saved.revision;
    state.parameters = fieldsOf(m_saved.content.parameters);
    state.error.reset();
  });
  show(m_saved.content);
}

void AgentVm::takeTheirs() {
  discardDraft();
}

void AgentVm::keepMine() {
  if (!m_state.changedElsewhere) return;
  m_unstored[m_state.id] = {
      {.agent = m_state.id, .content = m_state.content, .baseRevision = m_saved.revision}};
  change([this](AgentState& state) {
    state.changedElsewhere = false;
    state.revision = m_saved.revision;
    state.error.reset();
  });
  writeDraft();
}

void AgentVm::bringBack() {
  if (!m_putAside) return;
  auto content = *std::exchange(m_putAside, std::nullopt);
  change([&](AgentState& state) {
    state.putAside = false;
    state.parameters = fieldsOf(content.parameters);
  });
  edit([&](auto& current) { current = content; });
  Q_EMIT opened();
}

void AgentVm::clearError() {
  m_putAside.reset();
  change([](AgentState& state) {
    state.error.reset();
    state.putAside = false;
  });
}

}  // namespace aiagent::ui
