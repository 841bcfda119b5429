#include "ui/viewmodels/knowledge_vm.h"

#include <algorithm>

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using domain::KnowledgeFile;

std::vector<KnowledgeFile> filesOf(const KnowledgeVmState& state) {
  std::vector<KnowledgeFile> files;
  for (const auto& row : state.rows) files.push_back(row.file);
  return files;
}

}  // namespace

KnowledgeVm::KnowledgeVm(AgentVm& agent, services::KnowledgeService& knowledge, QObject* parent)
    : QObject(parent), m_agent(agent), m_knowledge(knowledge) {
  connect(&agent, &AgentVm::stateChanged, this, &KnowledgeVm::follow);
  connect(&agent, &AgentVm::opened, this, &KnowledgeVm::follow);
  follow();
}

// What was being copied for another agent is given up: it is still where it came from.
void KnowledgeVm::follow() {
  const auto& agent = m_agent.state();
  if (agent.id != m_for) {
    cancel();
    m_for = agent.id;
    change([](KnowledgeVmState& state) { state = {}; });
  }
  if (agent.content.knowledge == filesOf(m_state)) return;
  change([&](KnowledgeVmState& state) {
    std::vector<KnowledgeRow> rows;
    for (const auto& file : agent.content.knowledge) {
      const auto at =
          std::ranges::find(state.rows, file.sha256, [](const KnowledgeRow& row) { return row.file.sha256; });
      rows.push_back({file, at != state.rows.end() && at->missing});
    }
    state.rows = std::move(rows);
  });
  look();
}

void KnowledgeVm::look() {
  const int look = ++m_looks;
  m_knowledge.look(filesOf(m_state),
                   whileAlive(this, [this, look](base::Result<std::vector<services::KnowledgeState>> states) {
                     if (!states || look != m_looks) return;
                     change([&](KnowledgeVmState& state) {
                       for (std::size_t i = 0; i < state.rows.size() && i < states->size(); ++i)
                         state.rows[i].missing = (*states)[i] == services::KnowledgeState::Missing;
                     });
                   }));
}

void KnowledgeVm::add(std::vector<std::filesystem::path> files) {
  attach(std::move(files), [this](Files attached) {
    m_agent.setKnowledge(services::withAttached(m_agent.state().content.knowledge, attached));
  });
}

void KnowledgeVm::attachAgain(std::size_t row, std::filesystem::path file) {
  if (row >= m_state.rows.size()) return;
  attach({std::move(file)}, [this, name = m_state.rows[row].file.name](Files attached) {
    attached.front().name = name;
    m_agent.setKnowledge(services::withAttached(m_agent.state().content.knowledge, attached));
    look();
  });
}

void KnowledgeVm::attach(std::vector<std::filesystem::path> files, std::function<void(Files)> take) {
  if (files.empty() || m_for.isNull() || m_state.working) return;
  change([](KnowledgeVmState& state) {
    state.working = true;
    state.error.reset();
  });
  m_job = m_knowledge.attach(
      std::move(files),
      whileAlive(this,
                 [this](const services::AttachProgress& at) {
                   change([&](KnowledgeVmState& state) {
                     if (!state.working) return;
                     state.workName = format::text(at.name);
                     state.workNumber = at.number;
                     state.workOf = at.of;
                     state.workPercent = at.bytes > 0 ? int(at.done * 100 / at.bytes) : 0;
                   });
                 }),
      whileAlive(this, [this, agent = m_for, take = std::move(take)](base::Result<Files> attached) {
        if (agent != m_for) return;
        m_job.reset();
        change([&](KnowledgeVmState& state) {
          state.working = false;
          state.workName.clear();
          state.workNumber = state.workOf = 0;
          state.workPercent = 0;
          if (!attached && attached.error().code != base::ErrorCode::Cancelled)
            state.error = attached.error();
        });
        if (attached) take(std::move(*attached));
      }));
}

void KnowledgeVm::cancel() {
  m_job.reset();
}

void KnowledgeVm::remove(std::vector<std::size_t> rows) {
  auto files = m_agent.state().content.knowledge;
  std::ranges::sort(rows, std::greater());
  for (const auto row : rows)
    if (row < files.size()) files.erase(files.begin() + std::ptrdiff_t(row));
  m_agent.setKnowledge(std::move(files));
}

bool KnowledgeVm::rename(std::size_t row, const QString& name) {
  auto files = m_agent.state().content.knowledge;
  const auto text = format::utf8(name.trimmed());
  if (row >= files.size() || text.empty() || text == "." || text == ".." ||
      text.find_first_of("/\\") != std::string::npos)
    return false;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (i != row && files[i].name == text) return false;
  files[row].name = text;
  m_agent.setKnowledge(std::move(files));
  return true;
}

void KnowledgeVm::setUse(std::vector<std::size_t> rows, domain::KnowledgeUse use) {
  auto files = m_agent.state().content.knowledge;
  for (const auto row : rows)
    if (row < files.size()) files[row].use = use;
  m_agent.setKnowledge(std::move(files));
}

void KnowledgeVm::saveAs(std::size_t row, std::filesystem::path target) {
  if (row >= m_state.rows.size() || m_job) return;
  m_job = m_knowledge.saveAs(m_state.rows[row].file, std::move(target),
                             whileAlive(this, [this](base::Result<void> saved) {
                               m_job.reset();
                               if (!saved && saved.error().code != base::ErrorCode::Cancelled)
                                 change([&](KnowledgeVmState& state) { state.error = saved.error(); });
                             }));
}

void KnowledgeVm::clearError() {
  change([](KnowledgeVmState& state) { state.error.reset(); });
}

void KnowledgeVm::change(const std::function<void(KnowledgeVmState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

}  // namespace aiagent::ui
