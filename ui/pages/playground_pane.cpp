#include "ui/pages/playground_pane.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/ask_to_open.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/prompt_fields.h"
#include "ui/pages/schema_sentences.h"
#include "ui/pages/sync.h"
#include "ui/pages/tool_calls_pane.h"
#include "ui/pages/transcript_pane.h"
#include "ui/pages/variables_form.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/mnemonic.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr char kTryNow[] = "try-now";
constexpr char kStop[] = "stop";
constexpr char kFill[] = "fill";

}  // namespace

PlaygroundPane::PlaygroundPane(ViewModels viewModels, CommandRegistry& registry, QWidget* parent)
    : QWidget(parent),
      m_agent(viewModels.agent),
      m_playground(viewModels.playground),
      m_calls(viewModels.toolCalls),
      m_answerCheck(viewModels.answerCheck) {
  build();
  addCommands(registry);
  bind();
  render();
}

// ---------------------------------------------------------------- building

void PlaygroundPane::build() {
  setAccessibleName(tr("Playground"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, kGapRelated, 0, kGapRelated);
  column->setSpacing(kGapRelated);
  const auto inset = [](QVBoxLayout* lines, QWidget* widget) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(widget);
    lines->addLayout(row);
  };
  inset(column, buildHeader());
  m_variables = new VariablesForm(m_agent, m_playground, this);
  inset(column, m_variables);
  auto* below = new QVBoxLayout;  // the conversation begins at the line
  below->setSpacing(0);
  below->addWidget(hairline(Qt::Horizontal, this));
  inset(below, m_find = buildFind());
  m_transcript = new TranscriptPane(this);
  below->addWidget(m_transcript, 1);
  column->addLayout(below, 1);
  inset(column, m_check = new MetaLabel(this));
  m_toolCalls = new ToolCallsPane(m_calls, this);
  column->addWidget(m_toolCalls);
  m_strip = new MessageStrip(this);
  inset(column, m_strip);
  inset(column, buildMessage());
}

QWidget* PlaygroundPane::buildHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapInside);
  row->addWidget(sectionTitle(tr("Try it"), header));
  row->addSpacing(kGapInside);
  m_model = new MetaLabel(header);
  row->addWidget(m_model, 1);
  m_fresh = new QToolButton(header);
  m_details = new QToolButton(header);
  row->addWidget(m_fresh);
  row->addWidget(m_details);
  return header;
}

QWidget* PlaygroundPane::buildFind() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, kGapRelated, 0, kGapRelated);
  row->setSpacing(kGapInside);
  auto* field = new QLineEdit(bar);
  field->setPlaceholderText(tr("Find in the conversation"));
  field->setAccessibleName(tr("Find in the conversation"));
  field->setClearButtonEnabled(true);
  auto* before = iconButton(QStringLiteral("go-up"), tr("Previous"), bar);
  auto* after = iconButton(QStringLiteral("go-down"), tr("Next"), bar);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Close the search"), bar);
  row->addWidget(field, 1);
  row->addWidget(before);
  row->addWidget(after);
  row->addWidget(close);
  const auto search = [this, field](bool backwards) { m_transcript->find(field->text(), backwards); };
  connect(field, &QLineEdit::textChanged, this, [search] { search(false); });
  connect(field, &QLineEdit::returnPressed, this, [search] { search(false); });
  connect(before, &QToolButton::clicked, this, [search] { search(true); });
  connect(after, &QToolButton::clicked, this, [search] { search(false); });
  connect(close, &QToolButton::clicked, this, [this, field] {
    field->clear();
    m_find->hide();
    m_transcript->focusTranscript();
  });
  bar->setFocusProxy(field);
  bar->hide();
  return bar;
}

QWidget* PlaygroundPane::buildMessage() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  m_editing = hintLabel(
      tr("You are writing an earlier message anew; what followed it stays in Runs. Esc ends this."), box);
  column->addWidget(m_editing);
  m_message = new QPlainTextEdit(box);
  m_message->setPlaceholderText(tr("Message"));
  m_message->setAccessibleName(tr("Message"));
  m_message->setTabChangesFocus(true);
  keepLines(m_message, 3);
  m_message->installEventFilter(this);
  column->addWidget(m_message);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  m_cost = new MetaLabel(box);
  m_stop = new QPushButton(icon(QStringLiteral("media-playback-stop")), tr("Stop"), box);
  m_run = new QPushButton(icon(QStringLiteral("media-playback-start")), tr("Run"), box);
  m_run->setDefault(true);
  row->addWidget(m_cost, 1);
  row->addWidget(m_stop);
  row->addWidget(m_run);
  column->addLayout(row);
  return box;
}

void PlaygroundPane::addCommands(CommandRegistry& registry) {
  const QString group = tr("Playground");
  auto* page = parentWidget() ? parentWidget() : this;
  const auto tip = [](QWidget* button, const QAction* action, const QString& name) {
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys));
  };
  auto* run =
      registry.add(page,
                   {QStringLiteral("playground.run"),
                    tr("&Run"),
                    group,
                    QStringLiteral("media-playback-start"),
                    {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}},
                   [this] { this->run(); });
  auto* stop = registry.add(page,
                            {QStringLiteral("playground.stop"),
                             tr("S&top, or back"),
                             group,
                             QStringLiteral("media-playback-stop"),
                             {QKeySequence(Qt::Key_Escape)}},
                            [this] { escape(); });
  auto* fresh = registry.add(page,
                             {QStringLiteral("playground.new"),
                              tr("New &conversation"),
                              group,
                              QStringLiteral("document-new"),
                              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}},
                             [this] {
                               m_playground.newConversation();
                               focusMessage();
                             });
  auto* details = registry.add(page,
                               {QStringLiteral("playground.details"),
                                tr("&Details of the last run"),
                                group,
                                QStringLiteral("documentinfo"),
                                {QKeySequence(Qt::CTRL | Qt::Key_I)}},
                               [this] {
                                 if (!m_playground.state().tip.isNull())
                                   Q_EMIT detailsWanted(m_playground.state().tip);
                               });
  registry.add(page,
               {QStringLiteral("playground.message"),
                tr("Go to &message"),
                group,
                {},
                {QKeySequence(Qt::CTRL | Qt::Key_M)}},
               [this] { focusMessage(); });
  connect(m_run, &QPushButton::clicked, run, &QAction::trigger);
  connect(m_stop, &QPushButton::clicked, &m_playground, &PlaygroundVm::stop);
  const auto describeAll = [=, this] {
    tip(m_run, run, tr("Run the draft with this message"));
    tip(m_stop, stop, tr("Stop; what has arrived is kept"));
  };
  connect(&registry, &CommandRegistry::shortcutsChanged, this, describeAll);
  describeAll();
  for (auto [button, action] : {std::pair(m_fresh, fresh), std::pair(m_details, details)}) {
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    describe(button, withoutMnemonic(action->text()));
    tip(button, action, withoutMnemonic(action->text()));
  }
}

// ---------------------------------------------------------------- binding

void PlaygroundPane::bind() {
  connect(&m_playground, &PlaygroundVm::stateChanged, this, &PlaygroundPane::render);
  connect(&m_agent, &AgentVm::stateChanged, this, [this] {
    QStringList starters;
    for (const auto& starter : m_agent.state().content.starters) starters << format::text(starter);
    m_transcript->setStarters(starters);
    m_transcript->setAgentName(format::text(m_agent.state().content.name));
  });
  connect(m_message, &QPlainTextEdit::textChanged, this, [this] {
    if (!m_rendering) m_playground.setMessage(m_message->toPlainText());
  });
  connect(m_strip, &MessageStrip::triggered, this, &PlaygroundPane::onStrip);
  connect(m_strip, &MessageStrip::dismissed, &m_playground, &PlaygroundVm::clearError);
  connect(&m_playground, &PlaygroundVm::announced, this, [this](const QString& sentence) {
    m_transcript->setAccessibleDescription(sentence);
    QAccessibleEvent event(m_transcript, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  });
  connect(&m_answerCheck, &AnswerCheckVm::stateChanged, this, &PlaygroundPane::renderCheck);
  bindTranscript();
}

void PlaygroundPane::bindTranscript() {
  connect(&m_playground, &PlaygroundVm::conversationShown, m_transcript, &TranscriptPane::showConversation);
  connect(&m_playground, &PlaygroundVm::messageAdded, m_transcript, &TranscriptPane::add);
  connect(&m_playground, &PlaygroundVm::textAppended, m_transcript, &TranscriptPane::append);
  connect(&m_playground, &PlaygroundVm::textReplaced, m_transcript, &TranscriptPane::replace);
  connect(&m_playground, &PlaygroundVm::runEnded, m_transcript, &TranscriptPane::endRun);
  connect(m_transcript, &TranscriptPane::starterChosen, this, [this](const QString& text) {
    m_playground.setMessage(text);
    focusMessage();
  });
  connect(m_transcript, &TranscriptPane::editWanted, this, [this](const domain::RunId& id) {
    m_playground.editMessage(id);
    focusMessage();
  });
  connect(m_transcript, &TranscriptPane::retryWanted, this, [this](const domain::RunId& id) {
    Q_EMIT aboutToRun();
    m_playground.retry(id);
  });
  connect(m_transcript, &TranscriptPane::linkActivated, this,
          [this](const QUrl& address) { askToOpen(this, address); });
}

void PlaygroundPane::run() {
  Q_EMIT aboutToRun();
  m_playground.run();
  if (!m_playground.state().missing.empty()) m_variables->focusFirstMissing();
}

void PlaygroundPane::escape() {
  if (m_find->isVisible()) {
    m_find->hide();
    return m_transcript->focusTranscript();
  }
  if (m_playground.state().busy()) return m_playground.stop();
  if (!m_playground.state().editing.isNull()) return m_playground.cancelEditing();
  m_playground.clearError();
}

void PlaygroundPane::focusMessage() {
  m_message->setFocus(Qt::OtherFocusReason);
}

void PlaygroundPane::focusSearch() {
  m_find->show();
  m_find->setFocus(Qt::ShortcutFocusReason);
}

// Up in an empty box brings the last message back, as people know it from a shell.
bool PlaygroundPane::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_message && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Up && key->modifiers() == Qt::NoModifier && m_message->document()->isEmpty() &&
        !m_playground.state().tip.isNull()) {
      m_playground.editMessage(m_playground.state().tip);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

// ---------------------------------------------------------------- rendering

void PlaygroundPane::render() {
  const bool open = !m_playground.state().agent.isNull();
  setEnabled(open);
  m_transcript->setOpen(open);
  renderHeader();
  renderMessage();
  renderStrip();
  renderCheck();
}

void PlaygroundPane::renderCheck() {
  const auto told = schemaSentences(m_answerCheck.state());
  m_check->setFullText(told.value(0));
  m_check->setToolTip(told.join(QLatin1Char('\n')));
  syncVisible(m_check, !told.isEmpty());
}

void PlaygroundPane::renderHeader() {
  const auto& state = m_playground.state();
  QStringList parts;
  if (state.rehearsal())
    parts << tr("Rehearsal: no model involved");
  else if (state.providerKnown && !state.provider)
    parts << tr("no provider chosen");
  else if (state.provider)
    parts << (state.model.empty() ? tr("no model chosen") : format::text(state.model))
          << format::text(state.provider->name);
  if (const auto set = m_agent.state().content.parameters.all().size(); set > 0 && !state.rehearsal())
    parts << (set == 1 ? tr("1 parameter") : tr("%n parameters", nullptr, int(set)));
  m_model->setFullText(parts.join(QStringLiteral(" · ")));
  m_fresh->setEnabled(!state.busy() && !state.tip.isNull());
  m_details->setEnabled(!state.tip.isNull());
}

void PlaygroundPane::renderMessage() {
  const auto& state = m_playground.state();
  m_rendering = true;
  if (m_message->toPlainText() != state.message) {
    setTextKept(m_message, state.message);
    m_message->moveCursor(QTextCursor::End);
  }
  m_rendering = false;
  m_editing->setVisible(!state.editing.isNull());
  const bool hadFocus = m_run->hasFocus() || m_stop->hasFocus();
  m_run->setVisible(!state.busy());
  m_stop->setVisible(state.busy());
  if (hadFocus) (state.busy() ? m_stop : m_run)->setFocus(Qt::OtherFocusReason);

  QString note;
  switch (state.phase) {
    case PlaygroundState::Phase::Idle: {
      if (state.agent.isNull()) break;
      QStringList parts{(state.inputTokensExact ? QString() : QStringLiteral("≈ ")) +
                        format::tokens(state.inputTokens)};
      if (state.costNanoUsd && !state.rehearsal())
        parts << (state.costHasAnswer ? tr("≈ %1").arg(format::money(*state.costNanoUsd))
                                      : tr("from %1").arg(format::money(*state.costNanoUsd)));
      note = parts.join(QStringLiteral(" · "));
      break;
    }
    case PlaygroundState::Phase::Starting: note = tr("Sending…"); break;
    case PlaygroundState::Phase::Running:
      note = state.answering             ? tr("Answering…")
             : state.preparing.isEmpty() ? tr("Waiting for the first word…")
                                         : state.preparing;
      break;
    case PlaygroundState::Phase::Waiting: note = tr("Trying again in %1 s").arg(state.waitSeconds); break;
  }
  m_cost->setFullText(note);
}

void PlaygroundPane::renderStrip() {
  const auto& state = m_playground.state();
  StripMessage message;
  if (state.phase == PlaygroundState::Phase::Waiting && state.waitingFor) {
    const auto told = format::explain(*state.waitingFor);
    message = {.kind = StripKind::Caution,
               .sentence = told.sentence + QLatin1Char(' ') +
                           tr("Attempt %1 follows by itself.").arg(state.attempt + 1),
               .quotation = told.quotation,
               .buttons = {{QLatin1String(kTryNow), tr("Try Now")}, {QLatin1String(kStop), tr("Stop")}},
               .closable = false};
  } else if (!state.missing.empty()) {
    QStringList names;
    for (const auto& name : state.missing) names << format::text(name);
    message = {.kind = StripKind::Caution,
               .sentence = tr("A run needs a value for: %1.").arg(names.join(QStringLiteral(", "))),
               .buttons = {{QLatin1String(kFill), tr("Fill In")}}};
  } else if (state.error) {
    message = errorMessage(*state.error);
  }
  if (message.sentence.isEmpty()) return m_strip->clear();
  const auto& shown = m_strip->message();
  if (shown.sentence != message.sentence || shown.quotation != message.quotation || m_strip->isHidden())
    m_strip->tell(message);
}

void PlaygroundPane::onStrip(const QString& button) {
  if (button == QLatin1String(kTryNow)) return m_playground.tryNow();
  if (button == QLatin1String(kStop)) return m_playground.stop();
  if (button == QLatin1String(kFill)) return m_variables->focusFirstMissing();
  const auto& state = m_playground.state();
  if (!state.error) return;
  const auto error = *state.error;
  if (button == QLatin1String(kCopyDetails)) return copyDetails(error);
  using format::Remedy;
  switch (remedyOf(button)) {
    case Remedy::RemoveParameter: return m_playground.runWithoutParameter();
    case Remedy::TryAgain:
      Q_EMIT aboutToRun();
      return state.errorRun.isNull() ? m_playground.run() : m_playground.retry(state.errorRun);
    case Remedy::OpenProviderSettings: return Q_EMIT settingsWanted(QStringLiteral("providers"));
    case Remedy::OpenNetworkSettings: return Q_EMIT settingsWanted(QStringLiteral("network"));
    case Remedy::ChooseModel: return Q_EMIT fieldWanted(QStringLiteral("model"));
    case Remedy::RaiseOutputLimit: return Q_EMIT fieldWanted(QStringLiteral("max_output_tokens"));
    case Remedy::EditField:
      if (error.subject == "input") return focusMessage();
      if (m_variables->focusVariable(error.subject)) return;
      return Q_EMIT fieldWanted(format::text(error.subject));
    case Remedy::OpenProfileFolder: return Q_EMIT settingsWanted(QStringLiteral("data"));
    case Remedy::OpenBillingPage:
      return askToOpen(this,
                       QUrl(QStringLiteral("https://platform.openai.com/settings/organization/billing")));
    case Remedy::None: break;
  }
  m_playground.clearError();
}

}  // namespace aiagent::ui
