#include "app/cli/live_generation.h"

#include "app/cli/generation_output.h"
#include "ui/format/explain.h"
#include "ui/format/human.h"

namespace aiagent::cli {

using domain::RunId;
using services::GenerationService;

LiveGeneration::LiveGeneration(Context& context, Over over) : m_context(context), m_over(std::move(over)) {
  auto& service = context.generations();
  connect(&service, &GenerationService::happened, this,
          [this](const RunId& id, const authoring::GenerationAction& action) {
            if (id == m_id) onAction(action);
          });
  connect(&service, &GenerationService::failed, this, [this](const RunId& id, const base::Error& error) {
    if (id == m_id) m_error = error;
  });
  connect(&context.runs(), &services::RunService::waiting, this,
          [this](const RunId& id, const base::Error& reason, base::Milliseconds delay, int) {
            if (id != m_id) return;
            m_context.message(format::explain(reason).sentence + QLatin1Char(' ') +
                              sentence(QT_TRANSLATE_NOOP("cli", "Trying again in %1 (Ctrl-C stops)."))
                                  .arg(format::duration(delay)));
          });
  context.onInterrupt([this] {
    m_interrupted = true;
    if (!m_id.isNull()) m_context.generations().cancel(m_id);
  });
}

services::Done<RunId> LiveGeneration::whenStarted() {
  return [this](base::Result<RunId> id) {
    if (!id) return end({.failure = authoring::FailureKind::ProviderFailed, .error = id.error()});
    m_id = *id;
    if (m_interrupted) m_context.generations().cancel(m_id);
  };
}

void LiveGeneration::onAction(const authoring::GenerationAction& action) {
  if (const auto* started = std::get_if<authoring::FieldStarted>(&action)) return heading(started->field);
  if (const auto* grew = std::get_if<authoring::FieldGrew>(&action)) return onGrew(*grew);
  if (const auto* done = std::get_if<authoring::FieldDone>(&action)) return onDone(*done);
  if (std::holds_alternative<authoring::StartedOver>(action))
    return m_context.message(
        sentence(QT_TRANSLATE_NOOP("cli", "The provider corrected its answer: what follows counts.")));
  if (const auto* whole = std::get_if<authoring::Completed>(&action))
    return end({.agent = whole->agent, .done = whole->done});
  if (const auto* failed = std::get_if<authoring::GenerationFailed>(&action))
    end({.agent = failed->kept,
         .done = failed->done,
         .failure = failed->kind,
         .said = failed->said,
         .error = m_error});
}

void LiveGeneration::heading(authoring::Field field) {
  m_open = field;
  m_streamed.clear();
  if (m_context.json()) return;
  m_context.printLine((m_first ? QString() : QStringLiteral("\n")) + QLatin1String("# ") + fieldTitle(field));
  m_first = false;
}

void LiveGeneration::onGrew(const authoring::FieldGrew& grew) {
  m_streamed += grew.text;
  if (!m_context.json()) m_context.print(grew.text);
}

// A field that is fitted afterwards comes again, as a whole and under its heading.
void LiveGeneration::onDone(const authoring::FieldDone& done) {
  if (m_open != done.field) heading(done.field);
  m_open.reset();
  if (m_context.json()) return;
  const auto text = fieldText(done.value);
  if (m_streamed.empty()) return m_context.print(text);
  if (m_streamed.back() != '\n') m_context.print("\n");
  if (text != m_streamed && text != m_streamed + "\n") m_context.print(text);  // it was mended
}

void LiveGeneration::end(GenerationOutcome outcome) {
  if (!m_context.json() && m_open && !m_streamed.empty()) m_context.print("\n");
  m_context.flush();
  m_over(std::move(outcome));
  deleteLater();
}

}  // namespace aiagent::cli
