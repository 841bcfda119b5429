#include "ui/viewmodels/import_vm.h"

#include <algorithm>

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

using authoring::PlanResult;
using services::ImportChoice;
using Phase = ImportState::Phase;

namespace {

// A promptfoo configuration whose prompts are all in files has nothing without them.
bool namesFiles(const services::ImportDecision& decision) {
  if (decision.item.format == authoring::Format::Promptfoo && decision.item.error) return true;
  const auto& losses = decision.item.losses;
  return std::any_of(losses.begin(), losses.end(), [](const authoring::Loss& loss) {
    return loss.reason == authoring::LossReason::FileReference;
  });
}

}  // namespace

ImportVm::ImportVm(services::ImportService& imports, QObject* parent) : QObject(parent), m_imports(imports) {
  connect(&m_items, &ImportItems::choicesChanged, this,
          [this] { change([this](ImportState& state) { countUp(state); }); });
}

ImportVm::~ImportVm() = default;

void ImportVm::change(const std::function<void(ImportState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ImportVm::countUp(ImportState& state) const {
  state.fresh = m_items.count(PlanResult::New);
  state.same = m_items.count(PlanResult::Same);
  state.differing = m_items.count(PlanResult::Conflict);
  state.refused = m_items.count(PlanResult::Refused);
  state.toWrite = m_items.countChosen(ImportChoice::New) + m_items.countChosen(ImportChoice::Replace);
  state.namesFiles = std::any_of(m_items.decisions().begin(), m_items.decisions().end(), namesFiles);
}

void ImportVm::read(const QStringList& paths) {
  if (paths.isEmpty() || m_state.phase == Phase::Writing) return;
  change([&](ImportState& state) {
    state = {};
    state.paths = paths;
  });
  readAgain();
}

void ImportVm::setFormat(std::optional<authoring::Format> format) {
  if (format == m_state.format || m_state.phase == Phase::Writing) return;
  change([&](ImportState& state) { state.format = format; });
  readAgain();
}

void ImportVm::setAllowFiles(bool allow) {
  if (allow == m_state.allowFiles || m_state.phase == Phase::Writing) return;
  change([&](ImportState& state) { state.allowFiles = allow; });
  readAgain();
}

void ImportVm::readAgain() {
  if (m_state.paths.isEmpty()) return;
  std::vector<std::filesystem::path> paths;
  for (const auto& path : m_state.paths) paths.emplace_back(format::utf8(path));
  const int generation = ++m_generation;
  change([](ImportState& state) {
    state.phase = Phase::Reading;
    state.done = state.all = 0;
    state.error.reset();
  });
  m_job = m_imports.plan(std::move(paths), {.as = m_state.format, .allowFileReferences = m_state.allowFiles},
                         whileAlive(this,
                                    [this, generation](std::size_t done, std::size_t all) {
                                      if (generation != m_generation) return;
                                      change([&](ImportState& state) {
                                        state.done = int(done);
                                        state.all = int(all);
                                      });
                                    }),
                         whileAlive(this, [this, generation](base::Result<authoring::ImportPlan> plan) {
                           if (generation == m_generation) take(std::move(plan));
                         }));
}

void ImportVm::take(base::Result<authoring::ImportPlan> plan) {
  m_job.reset();
  if (!plan) {
    m_items.setPlan({});
    return change([&](ImportState& state) {
      state.phase = Phase::Waiting;
      state.error = plan.error();
    });
  }
  const auto ignored = plan->ignored.size();
  m_items.setPlan(std::move(*plan));
  change([&](ImportState& state) {
    state.phase = Phase::Planned;
    state.ignored = int(ignored);
    countUp(state);
  });
}

void ImportVm::apply() {
  if (m_state.phase != Phase::Planned || m_state.toWrite == 0) return;
  m_items.setFixed(true);
  change([](ImportState& state) {
    state.phase = Phase::Writing;
    state.error.reset();
  });
  m_imports.apply(m_items.decisions(),
                  whileAlive(this, [this](base::Result<services::ImportOutcome> outcome) {
                    endApply(std::move(outcome));
                  }));
}

void ImportVm::endApply(base::Result<services::ImportOutcome> outcome) {
  if (!outcome) {
    m_items.setFixed(false);
    return change([&](ImportState& state) {
      state.phase = Phase::Planned;
      state.error = outcome.error();
    });
  }
  m_outcome = std::move(*outcome);
  change([this](ImportState& state) {
    state.phase = Phase::Done;
    state.imported = int(m_outcome.made.size());
    state.replaced = int(m_outcome.replaced.size());
    state.skipped = state.fresh + state.differing - state.imported - state.replaced;
    state.undoable = true;
    const auto at = std::find_if(m_outcome.ids.begin(), m_outcome.ids.end(),
                                 [](const domain::AgentId& id) { return !id.isNull(); });
    if (at != m_outcome.ids.end()) state.first = *at;
  });
}

void ImportVm::undo() {
  if (!m_state.undoable) return;
  change([](ImportState& state) { state.undoable = false; });
  m_imports.undo(std::move(m_outcome), whileAlive(this, [this](base::Result<void> undone) {
                   if (!undone) return change([&](ImportState& state) { state.error = undone.error(); });
                   readAgain();
                 }));
  m_outcome = {};
}

void ImportVm::cancel() {
  if (m_state.phase == Phase::Writing) return;
  ++m_generation;
  m_job.reset();
  m_items.setPlan({});
  change([](ImportState& state) { state = {}; });
}

void ImportVm::clearError() {
  change([](ImportState& state) { state.error.reset(); });
}

}  // namespace aiagent::ui
