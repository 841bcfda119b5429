#include "ui/pages/deployments/action_pane.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/action_words.h"
#include "ui/format/text.h"
#include "ui/pages/deployments/text_lines.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

using cluster::ActionStage;
using cluster::ActionState;
using format::text;

constexpr char kArm[] = "arm";

QLabel* colouredLine(const QString& words, const QColor& colour, QWidget* parent) {
  auto* label = fixedLine(words, parent);
  auto colours = label->palette();
  colours.setColor(QPalette::WindowText, colour);
  label->setPalette(colours);
  return label;
}

}  // namespace

ActionPane::ActionPane(ActionsVm& actions, QWidget* parent) : QScrollArea(parent), m_actions(actions) {
  setAccessibleName(tr("Action"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  build();
  connect(&m_actions, &ActionsVm::stateChanged, this, &ActionPane::render);
  render();
}

void ActionPane::build() {
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(kGapGroups, 0, kGapRelated, kGapGroups);
  column->setSpacing(kGapRelated);
  m_title = sectionTitle({}, body);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  m_stage = new MetaLabel(body);
  m_strip = new MessageStrip(body);
  m_notes = new QVBoxLayout;
  m_notes->setSpacing(kGapInside);
  m_changes = new QVBoxLayout;
  m_changes->setSpacing(kGapInside);
  m_confirm = new QPushButton(body);
  m_confirm->setDefault(true);
  m_cancel = new QPushButton(tr("Cancel"), body);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGapRelated);
  buttons->addWidget(m_confirm);
  buttons->addWidget(m_cancel);
  buttons->addStretch(1);
  column->addWidget(m_title);
  column->addWidget(m_stage);
  column->addWidget(m_strip);
  column->addLayout(buttons);
  column->addLayout(m_notes);
  column->addLayout(m_changes);
  column->addStretch(1);
  setWidget(body);
  connect(m_confirm, &QPushButton::clicked, &m_actions, &ActionsVm::confirm);
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    const auto& action = m_actions.state().action;
    if (action && !cluster::isEnd(action->stage) && action->stage != ActionStage::Planned)
      m_actions.cancel();
    else
      m_actions.close();
  });
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    if (button == QLatin1String(kArm)) Q_EMIT armWanted();
  });
}

// Never on what would do it: a second Return must not be a yes.
void ActionPane::takeFocus() {
  m_cancel->setFocus(Qt::OtherFocusReason);
}

void ActionPane::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QScrollArea::keyPressEvent(event);
  m_cancel->click();
}

void ActionPane::setVerdict(const QString& verdict) {
  if (std::exchange(m_verdict, verdict) != verdict) render();
}

void ActionPane::render() {
  const auto& state = m_actions.state();
  if (!state.action) return;
  const auto& action = *state.action;
  const bool planned = action.stage == ActionStage::Planned;
  syncText(m_title, format::actionTitle(action.action));
  syncText(m_stage, format::stageName(action.stage));
  syncText(m_confirm, tr("Do It"));
  syncVisible(m_confirm, planned);
  syncEnabled(m_confirm, planned && state.isArmed());
  m_confirm->setToolTip(state.isArmed() ? QString() : tr("The environment is read-only: arm it first."));
  syncText(m_cancel, cluster::isEnd(action.stage) ? tr("Close") : tr("Cancel"));
  renderStrip(action);
  renderPlan(action);
  renderChanges(action);
}

void ActionPane::renderStrip(const ActionState& action) {
  const auto& state = m_actions.state();
  StripMessage message;
  const auto error = state.error ? state.error : action.error;
  if (state.recordError)
    message = {.kind = StripKind::Negative,
               .sentence = tr("The end of this act could not be written to the audit log: %1")
                               .arg(format::explain(*state.recordError).text()),
               .closable = false};
  else if (error) {
    auto words = format::explainAction(*error);
    if (words.sentence.isEmpty()) words = format::explain(*error);
    message = {.kind = StripKind::Negative,
               .sentence =
                   words.advice.isEmpty() ? words.sentence : words.sentence + QLatin1Char(' ') + words.advice,
               .quotation = words.quotation,
               .closable = false};
  } else if (action.stage == ActionStage::Planned && !state.isArmed())
    message = {.kind = StripKind::Informative,
               .sentence = tr("It was tried on the server without effect. To do it, arm the environment."),
               .buttons = {{QLatin1String(kArm), tr("Arm…")}},
               .closable = false};
  else if (action.stage == ActionStage::Done)
    message = {.kind = StripKind::Positive,
               .sentence = m_verdict.isEmpty() ? tr("It is done.")
                                               : tr("It is done. What it led to: %1").arg(m_verdict),
               .closable = false};
  else if (action.stage == ActionStage::Unknown)
    message = {.kind = StripKind::Caution,
               .sentence = tr("It was sent, and no answer came: look at the cluster before you try again."),
               .closable = false};
  syncStrip(m_strip, message);
}

void ActionPane::renderPlan(const ActionState& action) {
  QStringList notes;
  for (const auto& finding : action.plan.findings)
    if (const auto sentence = format::sentenceFor(finding); !sentence.isEmpty())
      notes << (finding.warning ? QStringLiteral("⚠ ") : QStringLiteral("• ")) + sentence;
  for (const auto& left : action.plan.notUndone)
    if (const auto sentence = format::sentenceFor(left); !sentence.isEmpty())
      notes << QStringLiteral("• ") + sentence;
  if (std::exchange(m_shownNotes, notes) == notes) return;
  emptyLayout(m_notes);
  if (notes.isEmpty()) return;
  m_notes->addWidget(sectionTitle(tr("Before you say yes"), widget()));
  for (const auto& note : notes) m_notes->addWidget(textLine(note, widget()));
}

void ActionPane::renderChanges(const ActionState& action) {
  if (std::exchange(m_shownChanges, action.changes) == action.changes) return;
  emptyLayout(m_changes);
  if (action.changes.empty()) return;
  const auto tokens = tokensFor(palette());
  m_changes->addWidget(sectionTitle(tr("What changes"), widget()));
  for (const auto& change : action.changes) {
    m_changes->addWidget(colouredLine(text(change.path), tokens.muted, widget()));
    if (change.before)
      m_changes->addWidget(
          colouredLine(QStringLiteral("− ") + text(*change.before), tokens.negative, widget()));
    if (change.after)
      m_changes->addWidget(
          colouredLine(QStringLiteral("+ ") + text(*change.after), tokens.positive, widget()));
  }
}

}  // namespace aiagent::ui
