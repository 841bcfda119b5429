#include "ui/viewmodels/answer_check_vm.h"

#include "core/base/utf8.h"
#include "core/wire/request_input.h"

namespace aiagent::ui {
namespace {

using Kind = AnswerCheckState::Kind;

void ignoreEvent(const authoring::JsonEvent&) {}

bool hasSchema(const domain::RunRecord& run) {
  return !base::trimmed(run.request.content.outputSchema).empty();
}

bool isAnswerText(const domain::RunRecord& run, std::size_t message, std::size_t part) {
  return message < run.messages.size() && part < run.messages[message].parts.size() &&
         run.messages[message].role == domain::Role::Assistant &&
         run.messages[message].parts[part].kind == domain::PartKind::Text;
}

}  // namespace

AnswerCheckVm::AnswerCheckVm(services::RunService& runs, PlaygroundVm& playground, QObject* parent)
    : QObject(parent), m_runs(runs), m_playground(playground) {
  connect(&m_runs, &services::RunService::appended, this, &AnswerCheckVm::onAppended);
  connect(&m_runs, &services::RunService::replaced, this, [this](const domain::RunId& id) {
    if (const auto* run = m_runs.live(id); run && id == m_run) beginAgain(*run);
  });
  connect(&m_playground, &PlaygroundVm::settled, this, &AnswerCheckVm::onSettled);
}

void AnswerCheckVm::change(AnswerCheckState next) {
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void AnswerCheckVm::onAppended(const domain::RunId& id, std::size_t message, std::size_t part,
                               const std::string& text) {
  const auto* run = m_runs.live(id);
  if (id != m_playground.state().run || !run || !hasSchema(*run) || !isAnswerText(*run, message, part))
    return;
  if (id != m_run) return beginAgain(*run);  // the record has this piece already
  m_stream.feed(text, ignoreEvent);
  change({m_stream.fault() ? Kind::SoFarOther : Kind::SoFarJson, {}});
}

void AnswerCheckVm::beginAgain(const domain::RunRecord& run) {
  m_run = run.id;
  m_stream = authoring::JsonStream();
  const auto text = run.text();
  m_stream.feed(text, ignoreEvent);
  if (!text.empty()) change({m_stream.fault() ? Kind::SoFarOther : Kind::SoFarJson, {}});
}

void AnswerCheckVm::onSettled(const std::optional<domain::RunRecord>& run) {
  m_run = {};
  const bool whole = run && run->status == domain::RunStatus::Completed && hasSchema(*run);
  const auto text = whole ? run->text() : std::string();
  // A call of a tool is no answer yet.
  if (text.empty() || !wire::pendingCalls(run->messages).empty()) return change({});
  auto report = authoring::checkAnswer(run->request.content.outputSchema, text);
  if (!report.checked) return change({});
  change({report.matches() ? Kind::Matches : Kind::Differs, std::move(report.mismatches)});
}

}  // namespace aiagent::ui
