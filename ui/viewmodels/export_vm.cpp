#include "ui/viewmodels/export_vm.h"

#include "core/authoring/formats/readers.h"
#include "ui/format/exchange.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

using authoring::Format;
using format::text;

namespace {

QString endingOf(Format format) {
  switch (format) {
    case Format::PromptyV1:
    case Format::PromptyV2: return QStringLiteral(".prompty");
    case Format::Promptfoo: return QStringLiteral(".yaml");
    case Format::Markdown: return QStringLiteral(".md");
    default: return QStringLiteral(".json");
  }
}

}  // namespace

bool ExportState::isFolder() const {
  if (format == Format::LibraryFolder || format == Format::SkillMd) return true;
  return agent.isNull() && format != Format::OwnJson;
}

QString ExportState::suggestedName() const {
  if (format == Format::AgentsMd) return QStringLiteral("AGENTS.md");
  const auto slug = agent.isNull() ? std::string("agents") : authoring::slugOf(format::utf8(name));
  return text(slug) + endingOf(format);
}

void ExportState::forgetOutcome() {
  target.clear();
  losses.clear();
  others.clear();
  stopped = false;
}

ExportVm::ExportVm(services::ImportService& exports, services::AgentService& agents, QObject* parent)
    : QObject(parent), m_exports(exports), m_agents(agents) {}

ExportVm::~ExportVm() = default;

void ExportVm::change(const std::function<void(ExportState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ExportVm::open(const domain::AgentId& agent) {
  if (m_state.running) return;
  change([&](ExportState& state) {
    state = {.agent = agent, .format = state.format};
    if (agent.isNull() && state.format == Format::AgentsMd) state.format = Format::LibraryFolder;
  });
  if (agent.isNull()) return;
  m_agents.load(agent, whileAlive(this, [this, agent](base::Result<services::AgentWithDraft> found) {
                  if (!found || m_state.agent != agent) return;
                  change([&](ExportState& state) { state.name = text(found->agent.content.name); });
                }));
}

void ExportVm::setFormat(Format format) {
  change([format](ExportState& state) {
    if (state.format == format) return;
    state.format = format;
    state.forgetOutcome();
  });
}

void ExportVm::exportTo(const QString& target) {
  if (m_state.running || target.isEmpty()) return;
  change([](ExportState& state) {
    state.running = true;
    state.forgetOutcome();
    state.error.reset();
  });
  services::ExportRequest request{.agents = {}, .format = m_state.format, .target = format::utf8(target)};
  if (!m_state.agent.isNull()) request.agents = {m_state.agent};
  m_job = m_exports.exportAgents(std::move(request),
                                 whileAlive(this, [this](base::Result<services::ExportReport> report) {
                                   m_job.reset();
                                   change([&](ExportState& state) {
                                     state.running = false;
                                     if (!report) {
                                       state.stopped = report.error().code == base::ErrorCode::Cancelled;
                                       if (!state.stopped) state.error = report.error();
                                       return;
                                     }
                                     for (const auto& other : report->others) state.others << text(other);
                                     state.target = text(report->target.string());
                                     state.agents = int(report->agents);
                                     for (const auto& loss : report->losses)
                                       state.losses << format::lossSentence(loss);
                                   });
                                 }));
}

void ExportVm::cancel() {
  m_job.reset();
}

void ExportVm::clearError() {
  change([](ExportState& state) {
    state.error.reset();
    state.forgetOutcome();
  });
}

}  // namespace aiagent::ui
