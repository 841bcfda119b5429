// What the person decides about each field, and what is made of the fields that were accepted.
#include "core/services/tier_model.h"
#include "ui/format/text.h"
#include "ui/viewmodels/generate_vm.h"
#include "ui/viewmodels/generated_text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

using authoring::Field;
using authoring::ReviewState;
using domain::RunId;

namespace {

// Answers are read without the blanks at their end, which says nothing about those of the basis.
std::string withEndOf(const std::string& basis, const std::string& text) {
  constexpr char kBlanks[] = " \t\r\n";
  const auto end = basis.find_last_not_of(kBlanks);
  if (text == basis || end == std::string::npos) return text;
  return text.substr(0, text.find_last_not_of(kBlanks) + 1) + basis.substr(end + 1);
}

}  // namespace

// ---------------------------------------------------------------- deciding

void GenerateVm::accept(Field field) {
  change([&](auto& state) { state.review.accept(field); });
  changed();
}

void GenerateVm::acceptAll() {
  change([](auto& state) { state.review.acceptAll(); });
  changed();
}

void GenerateVm::reject(Field field) {
  change([&](auto& state) { state.review.reject(field); });
  changed();
}

bool GenerateVm::edit(Field field, const QString& text) {
  const auto value = valueOfText(field, text, whole());
  change([&](auto& state) {
    state.notes[field].badEdit = !value;
    if (value) state.review.edit(field, *value);
  });
  if (value) changed();
  return value.has_value();
}

// All proposals but the rejected ones: what a field's sisters are.
authoring::GeneratedAgent GenerateVm::whole() const {
  authoring::GeneratedAgent agent;
  for (const auto& [field, reviewed] : m_state.review.all())
    if (reviewed.state != ReviewState::Rejected) authoring::setValue(agent, field, reviewed.value);
  return agent;
}

void GenerateVm::again(Field field, const QString& wish) {
  const auto where = target();
  if (!where || m_state.busy()) return;
  if (const auto notes = m_state.notes.find(field); notes != m_state.notes.end() && notes->second.asking)
    return;
  m_runError.reset();
  change([&](auto& state) {
    state.notes[field] = {.asking = true};
    state.error.reset();
  });
  m_services.generations.generate(
      {.brief = brief(), .field = field, .accepted = whole(), .wish = format::utf8(wish)}, *where,
      whileAlive(this, [this, field](base::Result<RunId> id) {
        if (id) {
          m_again[*id] = field;
          return;
        }
        change([&](auto& state) {
          state.notes[field].asking = false;
          state.error = id.error();
        });
      }));
}

void GenerateVm::onFieldAction(Field field, const authoring::GenerationAction& action) {
  if (const auto* done = std::get_if<authoring::FieldDone>(&action); done && done->field == field) {
    change([&](auto& state) { state.review.proposeAgain(field, done->value); });
    return changed();
  }
  if (const auto* problem = std::get_if<authoring::ProblemFound>(&action)) return note(problem->problem);
  const bool ended = std::holds_alternative<authoring::Completed>(action);
  const auto* failed = std::get_if<authoring::GenerationFailed>(&action);
  if (!ended && !failed) return;
  std::erase_if(m_again, [&](const auto& entry) { return entry.second == field; });
  change([&](auto& state) {
    state.notes[field].asking = false;
    if (failed) state.error = errorOf(*failed);
  });
}

void GenerateVm::why(Field field) {
  const auto where = target();
  if (!where) return;
  change([&](auto& state) { state.notes[field].explaining = true; });
  m_services.generations.why(brief(), whole(), field, *where,
                             whileAlive(this, [this, field](base::Result<std::string> answer) {
                               change([&](auto& state) {
                                 auto& notes = state.notes[field];
                                 notes.explaining = false;
                                 if (answer)
                                   notes.why = format::text(*answer).trimmed();
                                 else
                                   state.error = answer.error();
                               });
                             }));
}

// ---------------------------------------------------------------- making

// A tier alone is no model: the provider's own list is asked, and where it does not come the model is left
// open, as an agent may leave it.
void GenerateVm::chooseModel(std::function<void(std::string)> done) {
  const auto tier = m_state.review.taken().model;
  if (!tier || !m_state.provider) return done({});
  const auto pick = [this, tier = *tier, done](base::Result<std::vector<wire::ModelInfo>> models) {
    // Nobody waits any more: this is going.
    if (!models && models.error().code == base::ErrorCode::Cancelled) return;
    std::vector<std::string> offered;
    if (models)
      for (const auto& model : *models) offered.push_back(model.id);
    done(services::modelOfTier(tier, offered, m_services.models.catalog(), base::SystemClock().wallNow()));
  };
  m_models = m_services.providers.models(*m_state.provider, whileAlive(this, pick));
}

void GenerateVm::create() {
  if (!m_state.canCreate() || (!m_state.basis.isNull() && !m_basis)) return;
  change([](auto& state) { state.creating = true; });
  chooseModel([this](const std::string& model) { make(model); });
}

void GenerateVm::make(const std::string& model) {
  if (m_basis) {
    auto merged = m_state.review.mergedOnto(*m_basis, model);
    merged.draft.prompt = withEndOf(m_basis->prompt, merged.draft.prompt);
    const auto basis = m_state.basis;
    change([](auto& state) { state.creating = false; });
    Q_EMIT draftWanted({.agent = basis, .base = *m_basis, .proposed = merged.draft, .taken = {}});
    return;
  }
  domain::SaveNote note;
  note.message = format::utf8(tr("Generated"));
  m_services.agents.create(authoring::toContent(m_state.review.taken(), model),
                           whileAlive(this,
                                      [this](base::Result<domain::Agent> agent) {
                                        change([&](auto& state) {
                                          state.creating = false;
                                          if (!agent) state.error = agent.error();
                                        });
                                        if (!agent) return;
                                        setDescription({});
                                        setExamples({});
                                        startOver();
                                        flush();
                                        Q_EMIT created(agent->id);
                                      }),
                           std::move(note));
}

}  // namespace aiagent::ui
