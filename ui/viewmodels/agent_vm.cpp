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
constexpr std::size_t kAnalyseAtOnce = 64u << 10;  // longer prompts are looked at when typing pauses
constexpr std::chrono::milliseconds kAnalysePause{150};

std::vector<std::string> utf8List(const QStringList& texts) {
  std::vector<std::string> list;
  for (const auto& text : texts)
    if (auto bytes = format::utf8(text.trimmed()); !bytes.empty()) list.push_back(std::move(bytes));
  return list;
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

std::vector<ParameterField> parameterFields(const domain::Parameters& parameters) {
  std::vector<ParameterField> fields;
  for (const auto& parameter : parameters.all())
    fields.push_back({parameter.name, format::text(domain::toText(parameter.value))});
  return fields;
}

AgentVm::AgentVm(services::AgentService& agents, services::ModelService& models, QObject* parent)
    : QObject(parent), m_agents(agents), m_models(models) {
  m_autosave.setSingleShot(true);
  m_autosave.setInterval(kAutosave);
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
  m_draftHeld = false;
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
  domain::AgentDraft shown{.agent = m_state.id,
                           .content = found.agent.content,
                           .baseRevision = found.agent.revision,
                           .baseVersion = found.agent.headVersion};
  if (m_draftHeld) {
    // the saved one is shown
  } else if (unstored != m_unstored.end()) {  // newer than anything the store can say
    shown = unstored->second.draft;
  } else if (found.draft) {
    shown = *found.draft;
  } else if (!first && m_state.draft && found.agent.revision != m_state.revision) {
    // Saved elsewhere, which drops the draft in the store; what stands in the editor is kept again.
    shown = draftOf(m_state.content);
    m_unstored[m_state.id] = {shown};
    m_autosave.start();
  }
  auto& content = shown.content;
  const bool replace = first || content != m_state.content;
  change([&](AgentState& state) {
    state.loaded = true;
    state.gone = false;
    state.archived = found.agent.archived;
    state.updated = found.agent.updated;
    state.revision = shown.baseRevision;
    state.baseVersion = shown.baseVersion;
    state.mergedWith = shown.mergedWith;
    state.draft = content != found.agent.content || !shown.mergedWith.isNull();
    state.changedElsewhere = state.draft && shown.baseRevision != found.agent.revision;
  });
  if (!replace) return;
  show(std::move(content));
}

void AgentVm::show(domain::AgentContent content) {
  change([&](AgentState& state) {
    if (content.parameters != state.content.parameters || state.parameters.empty())
      state.parameters = parameterFields(content.parameters);
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
  m_draftHeld = false;                                                 // the new one takes its place
  if (m_state.aside == AgentState::Aside::Change) m_putAside.reset();  // undoing would take this edit along
  m_unstored[m_state.id] = {draftOf(content)};
  change([&](AgentState& state) {
    state.content = std::move(content);
    state.draft = state.content != m_saved.content || !state.mergedWith.isNull();
    state.keeping = AgentState::Keeping::Pending;
    if (state.aside == AgentState::Aside::Change) state.aside = AgentState::Aside::Nothing;
    checkParameters(state);
  });
  // The first key starts the timer and later ones leave it running: somebody who never pauses is saved too.
  if (!m_autosave.isActive()) m_autosave.start();
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

}  // namespace aiagent::ui
