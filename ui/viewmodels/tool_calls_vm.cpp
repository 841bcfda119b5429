#include "ui/viewmodels/tool_calls_vm.h"

#include <algorithm>
#include <QJsonDocument>
#include <QStringList>
#include <utility>

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using How = ToolCallForm::How;
using Job = ToolCallForm::Job;
using EndKind = ports::CommandEnd::Kind;

// A model that calls tools for ever would cost money for ever: the person is asked now and then.
constexpr int kMostSentByItself = 8;

QString indented(const std::string& json) {
  const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
  if (document.isNull()) return format::text(json);
  return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

std::vector<ToolCallForm> formsFor(const domain::RunRecord& run) {
  std::vector<ToolCallForm> forms;
  for (auto& call : wire::pendingCalls(run.messages)) {
    ToolCallForm form;
    form.arguments = indented(call.arguments);
    form.call = std::move(call);
    forms.push_back(std::move(form));
  }
  return forms;
}

std::string answerOf(const ToolCallForm& form) {
  switch (form.how) {
    case How::Typed: return format::utf8(form.typed);
    case How::Recorded: return format::utf8(form.recorded.value_or(QString()));
    case How::Command: return format::utf8(form.output);
  }
  return {};
}

}  // namespace

QString commandText(const std::vector<std::string>& program) {
  QStringList parts;
  for (const auto& piece : program) {
    QString part = format::text(piece);
    const bool plain = !part.isEmpty() && std::ranges::none_of(part, [](QChar c) {
      return c.isSpace() || c == QLatin1Char('"');
    });
    if (!plain) {
      part.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
      part.replace(QLatin1Char('"'), QLatin1String("\\\""));
      part = QLatin1Char('"') + part + QLatin1Char('"');
    }
    parts << part;
  }
  return parts.join(QLatin1Char(' '));
}

// Within quotes a backslash takes the next character as it is; elsewhere it is a character like others.
std::vector<std::string> commandParts(const QString& text) {
  std::vector<std::string> parts;
  QString part;
  bool inPart = false, quoted = false;
  const auto end = [&] {
    if (inPart) parts.push_back(format::utf8(part));
    part.clear();
    inPart = false;
  };
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text.at(i);
    if (c.isSpace() && !quoted) {
      end();
      continue;
    }
    inPart = true;
    if (c == QLatin1Char('"'))
      quoted = !quoted;
    else
      part += quoted && c == QLatin1Char('\\') && i + 1 < text.size() ? text.at(++i) : c;
  }
  end();
  return parts;
}

bool ToolCallForm::answered() const {
  if (isApproval()) return approved.has_value();
  switch (how) {
    case How::Typed: return !typed.isEmpty();
    case How::Recorded: return recorded.has_value();
    case How::Command: return job == Job::Done;
  }
  return false;
}

bool ToolCallsState::complete() const {
  return !calls.empty() && std::ranges::all_of(calls, &ToolCallForm::answered);
}

ToolCallsVm::ToolCallsVm(services::ToolService& tools, PlaygroundVm& playground, QObject* parent)
    : QObject(parent), m_tools(tools), m_playground(playground) {
  connect(&m_playground, &PlaygroundVm::settled, this, &ToolCallsVm::onSettled);
}

ToolCallsVm::~ToolCallsVm() {
  for (const auto& [place, job] : std::exchange(m_jobs, {})) m_tools.cancel(job);
}

void ToolCallsVm::change(const std::function<void(ToolCallsState&)>& edit) {
  ToolCallsState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ToolCallsVm::changeCall(std::size_t place, const std::function<void(ToolCallForm&)>& edit) {
  change([&](ToolCallsState& state) {
    if (place < state.calls.size()) edit(state.calls[place]);
  });
}

// ---------------------------------------------------------------- what is waited for

void ToolCallsVm::onSettled(const std::optional<domain::RunRecord>& run, bool justEnded) {
  if (run && run->id == m_state.run) return;  // its conversation was only read anew
  putAway();
  if (run && run->status == domain::RunStatus::Completed) show(*run, justEnded);
}

void ToolCallsVm::putAway() {
  for (const auto& [place, job] : std::exchange(m_jobs, {})) m_tools.cancel(job);
  if (m_state.run.isNull()) return;
  auto& kept = m_putAway[m_state.run] = m_state.calls;
  for (auto& form : kept)
    if (form.job == Job::Running) form.job = Job::None;
  change([](ToolCallsState& state) { state = {}; });
}

void ToolCallsVm::show(const domain::RunRecord& run, bool justEnded) {
  auto forms = formsFor(run);
  if (forms.empty()) {
    m_sentByItself = 0;
    return;
  }
  m_byItself = 0;
  const auto earlier = m_putAway.find(run.id);
  const bool known = earlier != m_putAway.end();
  if (known) forms = earlier->second;
  change([&](ToolCallsState& state) {
    state.run = run.id;
    state.calls = std::move(forms);
  });
  if (known) return;
  for (std::size_t place = 0; place < m_state.calls.size(); ++place)
    if (!m_state.calls[place].isApproval()) findHelp(place, justEnded);
}

store::ToolKey ToolCallsVm::keyOf(const ToolCallForm& form) const {
  return {m_playground.state().agent, form.call.name};
}

services::ToolJob ToolCallsVm::jobOf(const ToolCallForm& form) const {
  return {keyOf(form), form.program, form.call.arguments};
}

void ToolCallsVm::findHelp(std::size_t place, bool justEnded) {
  const auto& form = m_state.calls[place];
  m_tools.find(
      keyOf(form), form.call.arguments,
      whileAlive(this, [this, place, justEnded, run = m_state.run](base::Result<services::ToolHelp> help) {
        if (run != m_state.run) return;
        if (help)
          onHelp(place, *help, justEnded);
        else
          tell(help.error());
      }));
}

void ToolCallsVm::onHelp(std::size_t place, const services::ToolHelp& help, bool justEnded) {
  const auto& form = m_state.calls[place];
  // Whoever has begun to answer already is not led elsewhere.
  const bool untouched = form.how == How::Typed && form.typed.isEmpty() && form.command.isEmpty();
  changeCall(place, [&](ToolCallForm& call) {
    if (help.recorded) call.recorded = format::text(*help.recorded);
    if (!untouched) return;
    if (help.command) {
      call.command = commandText(help.command->program);
      call.program = help.command->program;
      call.always = help.command->always;
      call.how = How::Command;
    }
    if (help.recorded && !call.always) call.how = How::Recorded;
  });
  const bool allowed = untouched && help.command && help.command->always;
  if (justEnded && allowed && m_sentByItself < kMostSentByItself) runAllowed(place);
}

// ---------------------------------------------------------------- what the person says

void ToolCallsVm::setHow(std::size_t place, How how) {
  changeCall(place, [&](ToolCallForm& form) { form.how = how; });
}
void ToolCallsVm::setTyped(std::size_t place, const QString& text) {
  changeCall(place, [&](ToolCallForm& form) { form.typed = text; });
}
void ToolCallsVm::setRecord(std::size_t place, bool on) {
  changeCall(place, [&](ToolCallForm& form) { form.record = on; });
}
void ToolCallsVm::decide(std::size_t place, bool approved) {
  changeCall(place, [&](ToolCallForm& form) { form.approved = approved; });
}

void ToolCallsVm::setCommand(std::size_t place, const QString& text) {
  if (place >= m_state.calls.size() || m_state.calls[place].command == text) return;
  cancelCommand(place);
  auto program = commandParts(text);
  if (program != m_state.calls[place].program) setAlways(place, false);
  changeCall(place, [&](ToolCallForm& form) {
    form.command = text;
    form.program = std::move(program);
    form.job = Job::None;
    form.fault.reset();
  });
}

void ToolCallsVm::setAlways(std::size_t place, bool on) {
  if (place >= m_state.calls.size() || m_state.calls[place].always == on) return;
  changeCall(place, [&](ToolCallForm& form) { form.always = on; });
  if (on) return;  // it is given with the next run of the command
  const auto& form = m_state.calls[place];
  m_tools.keepCommand(keyOf(form), {form.program, false}, whileAlive(this, [this](base::Result<void> kept) {
                        if (!kept) tell(kept.error());
                      }));
}

// The command is kept, with what it is allowed, before it runs.
void ToolCallsVm::runCommand(std::size_t place) {
  if (place >= m_state.calls.size()) return;
  const auto form = m_state.calls[place];
  if (form.program.empty() || form.job == Job::Running) return;
  m_sentByItself = 0;
  changeCall(place, [](ToolCallForm& call) {
    call.how = How::Command;
    call.job = Job::Running;
    call.fault.reset();
  });
  m_tools.keepCommand(keyOf(form), {form.program, form.always},
                      whileAlive(this, [this, place, form, run = m_state.run](base::Result<void> kept) {
                        const bool stillWanted = run == m_state.run && place < m_state.calls.size() &&
                                                 m_state.calls[place].job == Job::Running &&
                                                 m_state.calls[place].program == form.program;
                        if (!kept) tell(kept.error());
                        if (!stillWanted) return;
                        if (!kept) return changeCall(place, [](ToolCallForm& call) { call.job = Job::None; });
                        m_jobs[place] = m_tools.run(
                            jobOf(form), whileAlive(this, [this, run, place](const ports::CommandEnd& end) {
                              onEnded(run, place, end, false);
                            }));
                      }));
}

void ToolCallsVm::runAllowed(std::size_t place) {
  changeCall(place, [](ToolCallForm& form) { form.job = Job::Running; });
  m_jobs[place] = m_tools.runIfAlways(
      jobOf(m_state.calls[place]),
      whileAlive(this, [this, place, run = m_state.run](const base::Result<ports::CommandEnd>& end) {
        if (end) return onEnded(run, place, *end, true);
        m_jobs.erase(place);
        if (run != m_state.run) return;
        // Its permission was taken back meanwhile: the person decides.
        changeCall(place, [](ToolCallForm& form) {
          form.job = Job::None;
          form.always = false;
        });
      }));
}

void ToolCallsVm::onEnded(const domain::RunId& run, std::size_t place, const ports::CommandEnd& end,
                          bool byItself) {
  if (run != m_state.run) return;
  m_jobs.erase(place);
  const bool good = end.kind == EndKind::Exited && end.exitCode == 0;
  changeCall(place, [&](ToolCallForm& form) {
    form.job = good ? Job::Done : end.kind == EndKind::Cancelled ? Job::None : Job::Failed;
    form.output = good ? format::text(end.output) : QString();
    if (form.job == Job::Failed) form.fault = end;
  });
  if (!good || !byItself || ++m_byItself < m_state.calls.size()) return;
  ++m_sentByItself;
  sendAnswers();
}

void ToolCallsVm::cancelCommand(std::size_t place) {
  if (const auto job = m_jobs.find(place); job != m_jobs.end()) {
    const auto id = job->second;
    m_jobs.erase(job);
    m_tools.cancel(id);
  }
  changeCall(place, [](ToolCallForm& form) {
    if (form.job == Job::Running) form.job = Job::None;
  });
}

void ToolCallsVm::send() {
  m_sentByItself = 0;
  sendAnswers();
}

void ToolCallsVm::sendAnswers() {
  if (!m_state.complete() || m_playground.state().busy()) return;
  std::vector<domain::ToolAnswer> answers;
  for (const auto& form : m_state.calls) {
    domain::ToolAnswer answer{form.call.callId, form.call.name, {}, form.approved};
    if (!form.isApproval()) answer.output = answerOf(form);
    if (!form.isApproval() && form.record)
      m_tools.record(keyOf(form), form.call.arguments, answer.output,
                     whileAlive(this, [this](base::Result<void> kept) {
                       if (!kept) tell(kept.error());
                     }));
    answers.push_back(std::move(answer));
  }
  m_playground.answerTools(std::move(answers));
}

void ToolCallsVm::tell(const base::Error& error) {
  change([&](ToolCallsState& state) { state.error = error; });
}

void ToolCallsVm::clearError() {
  change([](ToolCallsState& state) { state.error.reset(); });
}

}  // namespace aiagent::ui
