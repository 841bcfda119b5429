#include "ui/viewmodels/generate_vm.h"

#include <algorithm>
#include <QLocale>

#include "ui/format/text.h"
#include "ui/viewmodels/generated_text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using authoring::Field;
using authoring::ReviewState;
using domain::RunId;
using services::GenerationService;

constexpr std::chrono::milliseconds kKeep{300};
constexpr int kMostBases = 200;

}  // namespace

bool GenerateState::anyTaken() const {
  return std::ranges::any_of(review.all(), [&](const auto& entry) { return review.isTaken(entry.first); });
}

bool GenerateState::anyProposed() const {
  return std::ranges::any_of(review.all(),
                             [](const auto& entry) { return entry.second.state == ReviewState::Proposed; });
}

bool GenerateState::canCreate() const {
  if (creating) return false;
  return basis.isNull() ? !review.taken().name.empty() : anyTaken();
}

GenerateVm::GenerateVm(Services services, QObject* parent) : QObject(parent), m_services(services) {
  auto& generations = m_services.generations;
  connect(&generations, &GenerationService::happened, this,
          [this](const RunId& id, const authoring::GenerationAction& action) {
            if (const auto again = m_again.find(id); again != m_again.end())
              onFieldAction(again->second, action);
            else if (id == m_state.run)
              onAction(action);
          });
  connect(&generations, &GenerationService::failed, this, [this](const RunId& id, const base::Error& error) {
    if (id == m_state.run || m_again.contains(id)) m_runError = error;
  });
  connect(&m_services.runs, &services::RunService::waiting, this, [this](const RunId& id) {
    if (id == m_state.run) change([](auto& state) { state.phase = GenerateState::Phase::Waiting; });
  });
  connect(&m_services.providers, &services::ProviderService::changed, this, &GenerateVm::readProvider);
  m_keep.setSingleShot(true);
  m_keep.setInterval(kKeep);
  connect(&m_keep, &QTimer::timeout, this, &GenerateVm::flush);
  readProvider();
  restore();
}

GenerateVm::~GenerateVm() {
  auto query = std::exchange(m_models, nullptr);
}

void GenerateVm::change(const std::function<void(GenerateState&)>& edit) {
  GenerateState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void GenerateVm::changed() {
  if (!m_keep.isActive()) m_keep.start();
}

// ---------------------------------------------------------------- what is asked for

void GenerateVm::setDescription(const QString& text) {
  change([&](auto& state) {
    if (state.description != text) state.queued = false;
    state.description = text;
  });
  changed();
}

void GenerateVm::setExamples(const QStringList& examples) {
  change([&](auto& state) { state.examples = examples.mid(0, kMostExamples); });
  changed();
}

void GenerateVm::setLanguage(const QString& language) {
  change([&](auto& state) { state.language = language.trimmed(); });
  changed();
}

void GenerateVm::setModel(const QString& text) {
  change([&](auto& state) { state.model = text.trimmed(); });
  changed();
}

void GenerateVm::loadBases() {
  m_services.agents.list({.limit = kMostBases}, whileAlive(this, [this](base::Result<store::AgentPage> page) {
                           if (!page) return;
                           change([&](auto& state) {
                             state.bases.clear();
                             for (const auto& agent : page->rows)
                               state.bases.push_back({agent.id, format::text(agent.name)});
                           });
                         }));
}

void GenerateVm::setBasis(const domain::AgentId& id) {
  if (id == m_state.basis) return;
  m_basis.reset();
  change([&](auto& state) {
    state.basis = id;
    state.basisName.clear();
  });
  changed();
  loadBasis([](bool) {});
}

// False: it cannot be read, which the state tells, or is another one by now.
void GenerateVm::loadBasis(std::function<void(bool)> then) {
  const auto id = m_state.basis;
  if (id.isNull()) return then(true);
  m_services.agents.load(id, whileAlive(this, [this, id, then](base::Result<services::AgentWithDraft> found) {
                           if (id != m_state.basis) return then(false);
                           if (!found) {
                             change([&](auto& state) {
                               state.basis = {};
                               state.error = found.error();
                             });
                             return then(false);
                           }
                           m_basis = found->draft ? found->draft->content : found->agent.content;
                           change([&](auto& state) { state.basisName = format::text(m_basis->name); });
                           then(true);
                         }));
}

// The basis as it is now, unless something was accepted that was made from it as it was.
void GenerateVm::freshBasis(std::function<void(bool)> then) {
  if (m_basis && m_state.anyTaken()) return then(true);
  loadBasis(std::move(then));
}

authoring::GenerationBrief GenerateVm::brief() const {
  authoring::GenerationBrief brief{
      .description = format::utf8(m_state.description),
      .existing = m_basis,
      .language = format::utf8(m_state.language),
      .personsLanguage = format::utf8(QLocale().name().section(QLatin1Char('_'), 0, 0))};
  for (const auto& example : m_state.examples)
    if (!example.trimmed().isEmpty()) brief.examples.push_back(format::utf8(example));
  return brief;
}

void GenerateVm::readProvider() {
  m_services.providers.current(whileAlive(this, [this](base::Result<domain::Provider> provider) {
    m_providerKnown = true;
    change([&](auto& state) { state.provider = provider ? std::optional(*provider) : std::nullopt; });
    if (std::exchange(m_generateWanted, false)) generate();
  }));
}

std::optional<services::GenerationTarget> GenerateVm::target() const {
  if (!m_state.provider) return std::nullopt;
  auto model = format::utf8(m_state.model);
  // The rehearsal server has one model, whatever was chosen for another provider.
  if (m_state.provider->name == domain::kRehearsalProvider) model = domain::kRehearsalModel;
  if (model.empty()) model = m_state.provider->defaultModel;
  return services::GenerationTarget{*m_state.provider, model};
}

// ---------------------------------------------------------------- generating

void GenerateVm::generate() {
  if (m_state.busy() || m_state.description.trimmed().isEmpty()) return;
  m_generateWanted = !m_providerKnown;
  if (m_generateWanted) return;
  if (!m_state.provider)
    return change([](auto& state) {
      state.error = base::Error{.code = base::ErrorCode::Credentials, .detail = "no provider in use"};
    });
  m_stopWanted = false;
  m_runError.reset();
  dropAgain();
  // What the person decided stays; what was only proposed makes room.
  auto review = m_state.review;
  authoring::GenerationReview kept;
  for (const auto& [field, reviewed] : review.all()) {
    if (!review.isTaken(field)) continue;
    kept.edit(field, reviewed.value);
    if (reviewed.state == ReviewState::Edited) continue;
    kept.proposeAgain(field, reviewed.value);
    kept.accept(field);
  }
  change([&](auto& state) {
    state.phase = GenerateState::Phase::Starting;
    state.source = GenerateState::Source::Model;
    state.templateId.clear();
    state.otherTemplates.clear();
    state.review = kept;
    state.notes.clear();
    state.error.reset();
    state.queued = false;
    state.run = {};
  });
  freshBasis([this](bool read) { read ? send() : finish(m_state.error); });
}

void GenerateVm::send() {
  const auto where = target();
  if (!where || m_stopWanted) return finish(std::nullopt);
  m_services.generations.generate({.brief = brief()}, *where,
                                  whileAlive(this, [this](base::Result<RunId> id) { onStarted(id); }));
}

void GenerateVm::onStarted(const base::Result<RunId>& id) {
  if (!id) return finish(id.error());
  change([&](auto& state) {
    state.run = *id;
    state.phase = GenerateState::Phase::Running;
  });
  changed();
  Q_EMIT announced(tr("Generating…"));
  if (m_stopWanted) stop();
}

void GenerateVm::stop() {
  if (m_state.phase == GenerateState::Phase::Starting) m_stopWanted = true;
  if (!m_state.run.isNull() && m_state.busy()) m_services.generations.cancel(m_state.run);
}

void GenerateVm::onAction(const authoring::GenerationAction& action) {
  if (const auto* started = std::get_if<authoring::FieldStarted>(&action))
    return change([&](auto& state) {
      state.phase = GenerateState::Phase::Running;
      state.writing = started->field;
      state.partial = {};
    });
  if (const auto* grew = std::get_if<authoring::FieldGrew>(&action)) {
    const auto* live = m_services.generations.live(m_state.run);
    return change([&](auto& state) {
      state.writing = grew->field;
      if (live) state.partial = authoring::valueOf(live->agent(), grew->field);
    });
  }
  if (const auto* done = std::get_if<authoring::FieldDone>(&action))
    return change([&](auto& state) {
      state.review.propose(done->field, done->value);
      if (state.writing != done->field) return;
      state.writing.reset();
      state.partial = {};
    });
  if (std::holds_alternative<authoring::StartedOver>(action))
    return change([](auto& state) {
      state.writing.reset();
      state.notes.clear();
    });
  if (const auto* problem = std::get_if<authoring::ProblemFound>(&action)) return note(problem->problem);
  if (std::holds_alternative<authoring::Completed>(action)) {
    finish(std::nullopt);
    Q_EMIT announced(tr("The agent is ready to be looked at."));
    return;
  }
  const auto* failed = std::get_if<authoring::GenerationFailed>(&action);
  if (!failed) return;
  finish(errorOf(*failed));
  Q_EMIT announced(tr("The generation has ended early. The fields that were done are kept."));
}

void GenerateVm::note(const authoring::Problem& problem) {
  if (!problem.field) return;
  change([&](auto& state) {
    auto& problems = state.notes[*problem.field].problems;
    if (const auto sentence = problemSentence(problem); !problems.contains(sentence)) problems += sentence;
  });
}

std::optional<base::Error> GenerateVm::errorOf(const authoring::GenerationFailed& failed) {
  using authoring::FailureKind;
  if (m_runError) return m_runError;
  switch (failed.kind) {
    case FailureKind::Cancelled: break;
    case FailureKind::Interrupted: return base::Error{.code = base::ErrorCode::Interrupted};
    case FailureKind::OutputLimit: return base::Error{.code = base::ErrorCode::OutputLimit};
    case FailureKind::Refused:
      return base::Error{.code = base::ErrorCode::ContentRefused, .said = failed.said};
    case FailureKind::ProviderFailed: return base::Error{.code = base::ErrorCode::ServerError};
    case FailureKind::Unreadable: return base::Error{.code = base::ErrorCode::BadResponse};
  }
  return std::nullopt;
}

void GenerateVm::finish(std::optional<base::Error> error) {
  change([&](auto& state) {
    state.phase = GenerateState::Phase::Idle;
    state.writing.reset();
    state.partial = {};
    state.error = error;
    if (state.review.all().empty()) state.source = GenerateState::Source::None;
  });
  changed();
}

void GenerateVm::clearError() {
  change([](auto& state) {
    state.error.reset();
    state.queued = false;
  });
}

// Answers for single fields that are not wanted any more.
void GenerateVm::dropAgain() {
  for (const auto& [run, field] : std::exchange(m_again, {})) m_services.generations.cancel(run);
}

void GenerateVm::startOver() {
  stop();
  dropAgain();
  change([](auto& state) {
    state.review = {};
    state.notes.clear();
    state.writing.reset();
    state.source = GenerateState::Source::None;
    state.templateId.clear();
    state.otherTemplates.clear();
    state.error.reset();
    if (!state.busy()) state.run = {};
  });
  changed();
}

// ---------------------------------------------------------------- offline

void GenerateVm::draftOffline() {
  if (m_state.busy() || m_state.description.trimmed().isEmpty()) return;
  freshBasis([this](bool read) {
    if (read) take(authoring::draftAgent(brief()));
  });
}

void GenerateVm::useTemplate(const QString& id) {
  for (const auto& chosen : authoring::templateLibrary())
    if (chosen.id == format::utf8(id)) {
      auto others = m_state.otherTemplates;
      if (!m_state.templateId.isEmpty()) others += m_state.templateId;
      others.removeAll(id);
      auto draft = authoring::draftFromTemplate(brief(), chosen);
      draft.others.clear();
      for (const auto& other : others) draft.others.push_back(format::utf8(other));
      take(draft);
      return;
    }
}

void GenerateVm::take(const authoring::OfflineDraft& draft) {
  change([&](auto& state) {
    for (const auto field : authoring::kAllFields) {
      const auto value = authoring::valueOf(draft.agent, field);
      if (!authoring::isEmpty(value)) state.review.propose(field, value);
    }
    state.notes.clear();
    state.source = GenerateState::Source::Offline;
    state.templateId = format::text(draft.templateId);
    state.otherLanguage = draft.otherLanguage;
    state.otherTemplates.clear();
    for (const auto& id : draft.others) state.otherTemplates += format::text(id);
    state.error.reset();
    state.run = {};
  });
  changed();
}

void GenerateVm::waitForNetwork() {
  domain::GenerationJob job;
  job.agent = m_state.basis;
  job.description = format::utf8(m_state.description);
  job.examples = brief().examples;
  job.language = format::utf8(m_state.language);
  m_services.queue.add(std::move(job), whileAlive(this, [this](base::Result<domain::GenerationJob> kept) {
                         change([&](auto& state) {
                           state.error = kept ? std::nullopt : std::optional(kept.error());
                           state.queued = kept.ok();
                         });
                       }));
}

}  // namespace aiagent::ui
