// What the form was told and what was decided, kept in the settings: leaving the page, or the program, loses
// nothing of it.
#include "core/authoring/generate/sent_content.h"
#include "ui/format/text.h"
#include "ui/viewmodels/generate_vm.h"
#include "ui/viewmodels/generated_text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using authoring::Field;
using authoring::ReviewState;
using services::GenerationService;

constexpr char kDescription[] = "generate.description";
constexpr char kLanguage[] = "generate.language";
constexpr char kBasis[] = "generate.basis";
constexpr char kModel[] = "generate.model";
constexpr char kRun[] = "generate.run";
constexpr char kTemplate[] = "generate.template";
constexpr char kDecisions[] = "generate.decisions";  // "name=accepted prompt=edited"

std::string editKey(Field field) {
  return "generate.edit." + std::string(authoring::toWord(field));
}

// "generate.example", "generate.example.2", …
std::string exampleKey(int place) {
  return place == 0 ? "generate.example" : "generate.example." + std::to_string(place + 1);
}

const char* wordOf(ReviewState state) {
  switch (state) {
    case ReviewState::Accepted: return "accepted";
    case ReviewState::Edited: return "edited";
    case ReviewState::Rejected: return "rejected";
    case ReviewState::Proposed: break;
  }
  return "proposed";
}

}  // namespace

void GenerateVm::review(const domain::GenerationJob& job) {
  if (m_state.busy()) return;
  startOver();
  m_basis.reset();
  change([&](auto& state) {
    state.basis = job.agent;
    state.basisName.clear();
    state.description = format::text(job.description);
    state.examples.clear();
    for (const auto& example : job.examples) state.examples += format::text(example);
    state.language = format::text(job.language);
  });
  const auto show = whileAlive(this, [this](base::Result<domain::RunRecord> run) {
    if (!run) return change([&](auto& state) { state.error = run.error(); });
    takeRun(*run);
    changed();
  });
  // Also where the agent is gone: what was made for it is not lost.
  loadBasis([this, show, run = job.run](bool) { m_services.runs.find(run.toString(), show); });
}

void GenerateVm::takeRun(const domain::RunRecord& run) {
  const auto machine = GenerationService::read(run);
  if (m_basis) m_basis = authoring::sentContent(run.request.input, *m_basis).value_or(*m_basis);
  change([&](auto& state) {
    state.run = run.id;
    for (const auto field : authoring::kAllFields)
      if (machine.isDone(field)) state.review.propose(field, authoring::valueOf(machine.agent(), field));
    if (!state.review.all().empty()) state.source = GenerateState::Source::Model;
  });
}

void GenerateVm::flush() {
  m_keep.stop();
  const auto keep = [this](const std::string& key, const std::string& text) {
    if (m_services.settings.value(key) != text) m_services.settings.set(key, text);
  };
  keep(kDescription, format::utf8(m_state.description));
  for (int place = 0; place < kMostExamples; ++place)
    keep(exampleKey(place), format::utf8(m_state.examples.value(place)));
  keep(kLanguage, format::utf8(m_state.language));
  keep(kBasis, m_state.basis.isNull() ? std::string() : m_state.basis.toString());
  keep(kModel, format::utf8(m_state.model));
  keep(kRun, m_state.run.isNull() ? std::string() : m_state.run.toString());
  keep(kTemplate, format::utf8(m_state.templateId));
  std::string decisions;
  for (const auto field : authoring::kAllFields) {
    const auto* reviewed = m_state.review.find(field);
    const bool edited = reviewed && reviewed->state == ReviewState::Edited;
    keep(editKey(field), edited ? format::utf8(textOfValue(field, reviewed->value)) : std::string());
    if (!reviewed) continue;
    decisions += (decisions.empty() ? "" : " ") + std::string(authoring::toWord(field)) + "=" +
                 wordOf(reviewed->state);
  }
  keep(kDecisions, decisions);
}

void GenerateVm::restore() {
  auto& settings = m_services.settings;
  change([&](auto& state) {
    state.description = format::text(settings.value(kDescription));
    for (int place = 0; place < kMostExamples; ++place)
      if (const auto text = settings.value(exampleKey(place)); !text.empty())
        state.examples += format::text(text);
    state.language = format::text(settings.value(kLanguage));
    state.basis = domain::AgentId::parse(settings.value(kBasis)).value_or(domain::AgentId());
    state.model = format::text(settings.value(kModel));
  });
  loadBasis([this](bool read) {
    if (!read) clearError();  // an agent that is gone is no basis any more
    restoreFields();
  });
}

void GenerateVm::restoreFields() {
  if (m_state.busy() || m_state.hasFields()) return;
  const auto& settings = m_services.settings;
  if (const auto id = settings.value(kTemplate); !id.empty()) {
    useTemplate(format::text(id));
    return restoreDecisions();
  }
  const auto run = settings.value(kRun);
  if (run.empty()) return restoreDecisions();
  m_services.runs.find(run, whileAlive(this, [this](base::Result<domain::RunRecord> found) {
                         if (m_state.busy() || m_state.hasFields()) return;
                         if (found) takeRun(*found);
                         restoreDecisions();
                       }));
}

void GenerateVm::restoreDecisions() {
  const auto words = format::text(m_services.settings.value(kDecisions)).split(QLatin1Char(' '));
  change([&](auto& state) {
    for (const auto& word : words) {
      const auto field = authoring::fieldFromWord(format::utf8(word.section(QLatin1Char('='), 0, 0)));
      const auto decision = word.section(QLatin1Char('='), 1);
      if (!field) continue;
      if (decision == QLatin1String("accepted")) state.review.accept(*field);
      if (decision == QLatin1String("rejected")) state.review.reject(*field);
      if (decision != QLatin1String("edited")) continue;
      const auto text = format::text(m_services.settings.value(editKey(*field)));
      if (const auto value = valueOfText(*field, text, whole())) state.review.edit(*field, *value);
    }
  });
}

}  // namespace aiagent::ui
