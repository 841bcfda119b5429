#include "core/services/generation_service.h"

#include "core/services/guarded.h"

namespace aiagent::services {
namespace {

using authoring::GenerationAction;
using authoring::GenerationMachine;
using authoring::GenerationRequest;
using domain::PartKind;
using domain::Role;
using domain::RunId;
using domain::RunRecord;

bool isVisibleText(const RunRecord& run, std::size_t message, std::size_t part) {
  if (message >= run.messages.size() || part >= run.messages[message].parts.size()) return false;
  return run.messages[message].role == Role::Assistant &&
         run.messages[message].parts[part].kind == PartKind::Text;
}

std::string textOf(const RunRecord& run, PartKind kind) {
  std::string text;
  for (const auto& message : run.messages) {
    if (message.role != Role::Assistant) continue;
    for (const auto& part : message.parts)
      if (part.kind == kind) text += part.text;
  }
  return text;
}

authoring::AnswerEnded endingOf(const RunRecord& run) {
  authoring::AnswerEnded ended{.status = run.status, .refusal = textOf(run, PartKind::Refusal)};
  if (run.error) ended.error = run.error->code;
  return ended;
}

GenerationMachine machineFor(const GenerationAsk& ask) {
  return ask.field ? GenerationMachine({*ask.field}, ask.accepted) : GenerationMachine();
}

// A run that did not come to its end, as an error; nothing when it did.
std::optional<base::Error> faultOf(const RunRecord& run) {
  if (run.status == domain::RunStatus::Completed) return std::nullopt;
  if (run.error) return domain::toError(*run.error);
  return base::Error{.code = run.status == domain::RunStatus::Cancelled ? base::ErrorCode::Cancelled
                                                                        : base::ErrorCode::Interrupted};
}

}  // namespace

GenerationService::GenerationService(RunService& runs, QObject* parent) : QObject(parent), m_runs(runs) {
  connect(&runs, &RunService::appended, this, &GenerationService::onAppended);
  connect(&runs, &RunService::replaced, this, [this](const RunId& id) { onReplaced(id); });
  connect(&runs, &RunService::finished, this, &GenerationService::onFinished);
}

GenerationService::~GenerationService() = default;

void GenerationService::start(GenerationRequest request, GenerationTarget target, Done<RunId> done) {
  domain::RunRequest run;
  run.content = std::move(request.content);
  run.input = std::move(request.input);
  run.provider = std::move(target.provider);
  run.model = std::move(target.model);
  m_runs.start(std::move(run), guarded(this, std::move(done)));
}

void GenerationService::generate(GenerationAsk ask, GenerationTarget target, Done<RunId> done) {
  auto request = ask.field ? authoring::generationOfField(ask.brief, ask.accepted, *ask.field, ask.wish)
                           : authoring::generation(ask.brief);
  start(std::move(request), std::move(target), [this, ask, done](base::Result<RunId> id) {
    if (id) m_machines.insert_or_assign(*id, machineFor(ask));
    done(id);
    if (!id) return;
    if (const auto at = m_machines.find(*id); at != m_machines.end()) tell(*id, at->second.start());
  });
}

void GenerationService::cancel(RunId run) {
  m_runs.cancel(run);
}

const GenerationMachine* GenerationService::live(RunId run) const {
  const auto at = m_machines.find(run);
  return at == m_machines.end() ? nullptr : &at->second;
}

void GenerationService::ask(GenerationRequest request, GenerationTarget target, Whole whole,
                            Done<RunId> begun, std::function<void(base::Error)> refused) {
  start(std::move(request), std::move(target),
        [this, whole = std::move(whole), begun = std::move(begun),
         refused = std::move(refused)](base::Result<RunId> id) {
          if (begun) begun(id);
          if (!id) return refused(id.error());
          m_whole.emplace(*id, whole);
        });
}

void GenerationService::why(const authoring::GenerationBrief& brief, const authoring::GeneratedAgent& agent,
                            authoring::Field field, GenerationTarget target, Done<std::string> done,
                            Done<RunId> begun) {
  ask(
      authoring::why(brief, agent, field), std::move(target),
      [done](const RunRecord& run) {
        if (const auto fault = faultOf(run)) return done(*fault);
        done(run.text());
      },
      std::move(begun), done);
}

void GenerationService::improve(const domain::AgentContent& content, std::string_view goal,
                                GenerationTarget target, Done<authoring::Improvement> done,
                                Done<RunId> begun) {
  ask(
      authoring::improve(content, goal), std::move(target),
      [done, before = content.prompt](const RunRecord& run) {
        if (const auto fault = faultOf(run)) return done(*fault);
        done(authoring::readImprovement(before, textOf(run, PartKind::Text)));
      },
      std::move(begun), done);
}

GenerationMachine GenerationService::read(const RunRecord& run) {
  GenerationMachine machine;
  machine.start();
  machine.on(authoring::TextArrived{textOf(run, PartKind::Text)});
  machine.on(endingOf(run));
  return machine;
}

void GenerationService::onAppended(const RunId& id, std::size_t message, std::size_t part,
                                   const std::string& text) {
  const auto at = m_machines.find(id);
  if (at == m_machines.end()) return;
  const auto* run = m_runs.live(id);
  if (run && isVisibleText(*run, message, part)) tell(id, at->second.on(authoring::TextArrived{text}));
}

void GenerationService::onReplaced(const RunId& id) {
  const auto at = m_machines.find(id);
  const auto* run = m_runs.live(id);
  if (at == m_machines.end() || !run) return;
  // Most replacements are of other parts, or end what was streamed with the same words.
  if (auto text = textOf(*run, PartKind::Text); text != at->second.raw())
    tell(id, at->second.on(authoring::TextReplaced{std::move(text)}));
}

void GenerationService::onFinished(const RunRecord& run) {
  if (auto whole = m_whole.extract(run.id); !whole.empty()) whole.mapped()(run);
  auto over = m_machines.extract(run.id);
  if (over.empty()) return;
  if (const auto fault = faultOf(run); fault && fault->code != base::ErrorCode::Cancelled)
    Q_EMIT failed(run.id, *fault);
  tell(run.id, over.mapped().on(endingOf(run)));
}

void GenerationService::tell(const RunId& id, const std::vector<GenerationAction>& actions) {
  for (const auto& action : actions) Q_EMIT happened(id, action);
}

}  // namespace aiagent::services
