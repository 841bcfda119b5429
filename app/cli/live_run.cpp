#include "app/cli/live_run.h"

#include "core/wire/record_json.h"
#include "ui/format/explain.h"
#include "ui/format/human.h"

namespace aiagent::cli {
namespace {

bool isVisible(domain::PartKind kind) {
  return kind == domain::PartKind::Text || kind == domain::PartKind::Refusal;
}

std::string textEvent(domain::PartKind kind, const std::string& delta) {
  const char* type = isVisible(kind)                              ? "text"
                     : kind == domain::PartKind::ReasoningSummary ? "reasoning"
                                                                  : "tool_call";
  return std::string(R"({"type":")") + type + R"(","delta":)" + wire::quoted(delta) + "}";
}

}  // namespace

LiveRun::LiveRun(Context& context, Finish finish) : m_context(context), m_finish(std::move(finish)) {
  auto& runs = context.runs();
  connect(&runs, &services::RunService::appended, this, &LiveRun::onAppended);
  connect(&runs, &services::RunService::replaced, this, &LiveRun::onReplaced);
  connect(&runs, &services::RunService::waiting, this, &LiveRun::onWaiting);
  connect(&runs, &services::RunService::preparing, this, &LiveRun::onPreparing);
  connect(&runs, &services::RunService::finished, this, &LiveRun::onFinished);
  connect(&runs, &services::RunService::notStored, this,
          [this](const domain::RunId& id, const base::Error& error) {
            if (id == m_id) m_storeError = error;
          });
  context.onInterrupt([this] {
    m_interrupted = true;
    cancel();
  });
}

services::Done<domain::RunId> LiveRun::whenStarted() {
  return [this](base::Result<domain::RunId> id) {
    if (id) return begin(*id);
    finishWith(m_context, id.error(), m_finish);
    deleteLater();
  };
}

void LiveRun::begin(domain::RunId id) {
  m_id = id;
  if (m_interrupted) return cancel();
  if (m_context.json()) m_context.printLine(R"({"type":"started","id":")" + id.toString() + "\"}");
}

void LiveRun::cancel() {
  if (!m_id.isNull()) m_context.runs().cancel(m_id);
}

void LiveRun::onAppended(const domain::RunId& id, std::size_t message, std::size_t part,
                         const std::string& text) {
  const auto* run = m_context.runs().live(id);
  if (id != m_id || !run) return;
  if (!m_context.outputOpen()) return cancel();
  const auto kind = run->messages[message].parts[part].kind;
  if (m_context.json()) {
    m_context.printLine(textEvent(kind, text));
  } else if (isVisible(kind) && !text.empty()) {
    m_context.print(text);
    m_endsWithNewline = text.back() == '\n';
  }
}

void LiveRun::onReplaced(const domain::RunId& id, std::size_t message, std::size_t part) {
  const auto* run = m_context.runs().live(id);
  if (id != m_id || !run) return;
  m_corrected = true;
  if (m_context.json())
    m_context.printLine(R"({"type":"replaced","message":)" + std::to_string(message) + R"(,"part":)" +
                        std::to_string(part) + R"(,"text":)" +
                        wire::quoted(run->messages[message].parts[part].text) + "}");
}

void LiveRun::onWaiting(const domain::RunId& id, const base::Error& reason, base::Milliseconds delay,
                        int attempt) {
  if (id != m_id) return;
  if (m_context.json())
    return m_context.printLine(R"({"type":"waiting","ms":)" + std::to_string(delay.count()) +
                               R"(,"attempt":)" + std::to_string(attempt) + R"(,"reason":")" +
                               std::string(base::toWord(reason.code)) + "\"}");
  m_context.message(
      format::explain(reason).sentence + QLatin1Char(' ') +
      sentence(QT_TRANSLATE_NOOP("cli", "Trying again in %1 (Ctrl-C stops).")).arg(format::duration(delay)));
}

// Of an upload only its beginning.
void LiveRun::onPreparing(const domain::RunId& id, const domain::KnowledgeProgress& progress) {
  using Stage = domain::KnowledgeProgress::Stage;
  if (id != m_id || progress.stage == Stage::Done) return;
  auto step = progress;
  if (step.stage == Stage::Uploading) step.done = 0;
  if (m_prepared == step) return;
  m_prepared = step;
  if (!m_context.json()) return m_context.message(format::preparing(step));
  const char* stage = step.stage == Stage::Uploading  ? "uploading"
                      : step.stage == Stage::Indexing ? "indexing"
                                                      : "checking";
  m_context.printLine(std::string(R"({"type":"preparing","stage":")") + stage + R"(","file":)" +
                      wire::quoted(step.name) + R"(,"number":)" + std::to_string(step.number) + R"(,"of":)" +
                      std::to_string(step.of) + "}");
}

Exit LiveRun::exitOf(const domain::RunRecord& run) const {
  if (m_interrupted) return Exit::Interrupted;
  if (m_storeError) return Exit::Storage;
  if (run.status == domain::RunStatus::Completed) return Exit::Done;
  return run.error ? exitFor(run.error->code) : Exit::Provider;
}

void LiveRun::onFinished(const domain::RunRecord& run) {
  if (run.id != m_id) return;
  if (m_context.json()) {
    m_context.printLine(R"({"type":"finished","run":)" + wire::toJson(run) + "}");
  } else {
    if (!m_endsWithNewline) m_context.print("\n");
    m_context.flush();
    if (m_corrected)
      m_context.message(
          sentence(QT_TRANSLATE_NOOP("cli",
                                     "The provider corrected its answer at the end: “runs show %1” has it."))
              .arg(QString::fromStdString(run.id.toString())));
  }
  if (run.error && !m_interrupted) m_context.message(format::explain(domain::toError(*run.error)).text());
  if (m_storeError) m_context.message(format::explain(*m_storeError).text());
  if (m_interrupted) m_context.message(sentence(QT_TRANSLATE_NOOP("cli", "Stopped. What arrived is kept.")));
  m_finish(exitOf(run));
  deleteLater();
}

}  // namespace aiagent::cli
