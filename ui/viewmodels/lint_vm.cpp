#include "ui/viewmodels/lint_vm.h"

#include "core/services/lint_context.h"

namespace aiagent::ui {
namespace {

constexpr std::chrono::milliseconds kPause{600};  // in typing: nobody is corrected in the middle of a word

}  // namespace

LintVm::LintVm(AgentVm& agent, services::ModelService& models, QObject* parent)
    : QObject(parent), m_agent(agent), m_models(models) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPause);
  m_pool.setMaxThreadCount(1);
  connect(&m_pause, &QTimer::timeout, this, &LintVm::look);
  connect(&m_agent, &AgentVm::stateChanged, this, &LintVm::follow);
  connect(&m_models, &services::ModelService::changed, this, &LintVm::look);
  follow();
}

LintVm::~LintVm() {
  m_pool.waitForDone();
}

bool LintVm::current() const {
  return m_linted == m_agent.state().content;
}

void LintVm::follow() {
  const auto& state = m_agent.state();
  const bool other = state.id != m_shown;
  if (other) {
    m_shown = state.id;
    ++m_number;
    m_found.clear();
    m_findings.clear();
    m_beingTyped.clear();
    m_withheld.clear();
    m_linted = m_wanted = {};
    Q_EMIT changed();
  }
  if (!state.loaded || state.content == m_wanted) return;
  const bool first = m_wanted == domain::AgentContent{};
  m_wanted = state.content;
  if (first) return look();
  m_pause.start();
}

void LintVm::look() {
  if (!m_agent.state().loaded) return;
  m_pause.stop();
  m_wanted = m_agent.state().content;
  auto context = services::lintContext(m_models.catalog(), m_wanted, m_models.clock().wallNow());
  m_pool.start([this, number = ++m_number, content = m_wanted, context = std::move(context)] {
    auto findings = authoring::lint(content, context);
    QMetaObject::invokeMethod(
        this, [this, number, findings = std::move(findings)]() mutable { take(number, std::move(findings)); },
        Qt::QueuedConnection);
  });
}

void LintVm::take(int number, std::vector<authoring::Finding> findings) {
  if (number != m_number) return;
  m_found = std::move(findings);
  m_linted = m_wanted;
  m_withheld = {m_beingTyped};
  show();
}

void LintVm::show() {
  m_findings = m_found;
  std::erase_if(m_findings, [this](const authoring::Finding& finding) {
    return finding.rule == "undeclared-variable" && m_withheld.contains(finding.values.front());
  });
  Q_EMIT changed();
}

void LintVm::setBeingTyped(const std::string& variable) {
  if (variable == m_beingTyped) return;
  m_beingTyped = variable;
  if (!variable.empty())
    m_withheld.insert(variable);
  else if (current())
    m_withheld.clear();
  if (!m_found.empty()) show();
}

void LintVm::fix(std::size_t finding) {
  if (!current() || finding >= m_findings.size() || !m_findings[finding].fix) return;
  m_agent.replace(authoring::applyFix(m_linted, *m_findings[finding].fix));
  look();
}

}  // namespace aiagent::ui
