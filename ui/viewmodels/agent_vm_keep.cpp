// How AgentVm keeps what was typed: drafts, saving, what is put aside.
#include <algorithm>

#include "ui/format/text.h"
#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

constexpr std::chrono::seconds kAutosaveAgain{3};  // after a failure: a full disk, a lock

}  // namespace

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
  QTimer::singleShot(kAutosaveAgain, this, &AgentVm::writeDraft);
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

void AgentVm::save(const QString& message) {
  if (!m_state.loaded || m_state.saving || !m_state.draft) return;
  if (m_state.changedElsewhere)
    return change([](AgentState& state) { state.error = base::Error{.code = base::ErrorCode::Conflict}; });
  m_autosave.stop();
  ++m_generation;
  const auto content = m_state.content;
  const auto id = m_state.id;
  store::SaveOptions options;
  options.note.message = format::utf8(message.trimmed());
  options.note.mergedWith = m_state.mergedWith;
  change([](AgentState& state) {
    state.saving = true;
    state.error.reset();
  });
  m_agents.update(
      id, content, m_state.revision,
      whileAlive(this, [this, id,
                        content](const base::Result<domain::Agent>& agent) { onSaved(id, content, agent); }),
      std::move(options));
}

void AgentVm::onSaved(const domain::AgentId& id, const domain::AgentContent& content,
                      const base::Result<domain::Agent>& agent) {
  const auto at = m_unstored.find(id);
  if (agent && at != m_unstored.end() && at->second.draft.content == content) m_unstored.erase(at);
  if (id != m_state.id) return whenIdle();
  if (!agent) {
    change([&](AgentState& state) {
      state.saving = false;
      state.error = agent.error();
    });
    if (m_unstored.contains(id)) m_autosave.start();
    if (agent.error().code == base::ErrorCode::Conflict) reload();
    return;
  }
  m_saved = *agent;
  const bool tidied = m_state.content == content && m_state.content != agent->content;
  change([&](AgentState& state) {
    state.saving = false;
    state.updated = agent->updated;
    begin(state);
    state.draft = !tidied && state.content != agent->content;
    if (!state.draft) state.keeping = AgentState::Keeping::Kept;
  });
  if (m_unstored.contains(id)) {  // typed on while it was being saved
    m_unstored[id].draft = draftOf(m_unstored[id].draft.content);
    m_autosave.start();
  }
  if (tidied) show(agent->content);
  Q_EMIT saved();
  whenIdle();
}

// ---------------------------------------------------------------- putting aside and merging

domain::AgentDraft AgentVm::draftOf(domain::AgentContent content) const {
  return {.agent = m_state.id,
          .content = std::move(content),
          .baseRevision = m_state.revision,
          .baseVersion = m_state.baseVersion,
          .mergedWith = m_state.mergedWith};
}

// What is typed from now on begins at what is saved.
void AgentVm::begin(AgentState& state) const {
  state.revision = m_saved.revision;
  state.baseVersion = m_saved.headVersion;
  state.mergedWith = {};
  state.changedElsewhere = false;
}

void AgentVm::putAside() {
  m_putAside = draftOf(m_state.content);
  m_unstored.erase(m_state.id);
  m_autosave.stop();
}

void AgentVm::showSaved() {
  change([this](AgentState& state) {
    begin(state);
    state.draft = false;
    state.aside = AgentState::Aside::Draft;
    state.keeping = AgentState::Keeping::Kept;
    state.parameters = parameterFields(m_saved.content.parameters);
    state.error.reset();
  });
  show(m_saved.content);
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
  showSaved();
}

void AgentVm::setDraftAside() {
  if (!m_state.loaded || !m_state.draft) return;
  writeDraft();
  m_putAside = draftOf(m_state.content);
  ++m_generation;
  m_draftHeld = true;
  showSaved();
}

void AgentVm::takeTheirs() {
  discardDraft();
}

void AgentVm::keepMine() {
  if (!m_state.changedElsewhere) return;
  change([this](AgentState& state) {
    begin(state);
    state.error.reset();
  });
  m_unstored[m_state.id] = {draftOf(m_state.content)};
  writeDraft();
}

void AgentVm::replace(domain::AgentContent content) {
  if (!m_state.loaded || content == m_state.content) return;
  const auto before = draftOf(m_state.content);
  change([&](AgentState& state) { state.parameters = parameterFields(content.parameters); });
  edit([&](auto& current) { current = content; });
  m_putAside = before;
  change([](AgentState& state) { state.aside = AgentState::Aside::Change; });
  analyse();
  Q_EMIT opened();
}

void AgentVm::takeMerged(domain::AgentContent content, const domain::VersionId& with) {
  if (!m_state.loaded) return;
  const auto before = draftOf(m_state.content);
  change([&](AgentState& state) {
    begin(state);
    state.mergedWith = with;
    state.error.reset();
    state.draft = state.content != m_saved.content || !with.isNull();
  });
  // Also where the text stays as it is, as the draft now begins from what is saved.
  m_unstored[m_state.id] = {draftOf(m_state.content)};
  replace(std::move(content));
  m_putAside = before;
  change([](AgentState& state) { state.aside = AgentState::Aside::Change; });
  writeDraft();
}

void AgentVm::bringBack() {
  if (!m_putAside) return;
  const auto back = *std::exchange(m_putAside, std::nullopt);
  const bool undo = m_state.aside == AgentState::Aside::Change;
  change([&](AgentState& state) {
    state.aside = AgentState::Aside::Nothing;
    state.parameters = parameterFields(back.content.parameters);
    if (!undo) return;  // a draft goes on from what is saved by now
    state.revision = back.baseRevision;
    state.baseVersion = back.baseVersion;
    state.mergedWith = back.mergedWith;
    state.draft = state.content != m_saved.content || !back.mergedWith.isNull();
  });
  edit([&](auto& current) { current = back.content; });
  change([&](AgentState& state) {
    state.draft = state.content != m_saved.content || !state.mergedWith.isNull();
    state.changedElsewhere = state.draft && state.revision != m_saved.revision;
  });
  m_unstored[m_state.id] = {draftOf(m_state.content)};
  if (!m_autosave.isActive()) m_autosave.start();
  analyse();
  Q_EMIT opened();
}

void AgentVm::clearError() {
  m_putAside.reset();
  if (std::exchange(m_draftHeld, false)) m_agents.discardDraft(m_state.id, [](const base::Result<void>&) {});
  change([](AgentState& state) {
    state.error.reset();
    state.aside = AgentState::Aside::Nothing;
  });
}

}  // namespace aiagent::ui
