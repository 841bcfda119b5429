// The part of EditorPane that tells what happened to the draft, and what can be done about it.
#include <QStackedWidget>

#include "ui/format/text.h"
#include "ui/pages/editor_pane.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"

namespace aiagent::ui {
namespace {

constexpr char kKeepMine[] = "keep-mine";
constexpr char kTakeTheirs[] = "take-theirs";
constexpr char kBringBack[] = "bring-back";
constexpr char kMerge[] = "merge";
constexpr char kChoose[] = "choose";
constexpr char kGiveUp[] = "give-up";

}  // namespace

void EditorPane::renderStrip() {
  const auto& state = m_agent.state();
  StripMessage message;
  if (state.gone) {
    message = {.kind = StripKind::Caution,
               .sentence = tr("This agent was deleted elsewhere. Its text is still here to be copied."),
               .closable = false};
  } else if (m_versions.state().merge && m_body->currentIndex() == 0) {
    message = {
        .kind = StripKind::Caution,
        .sentence = tr("Both sides changed the same words. Nothing is merged before you have chosen."),
        .buttons = {{QLatin1String(kChoose), tr("Choose…")}, {QLatin1String(kGiveUp), tr("Cancel Merge")}},
        .closable = false};
  } else if (state.changedElsewhere && !m_versions.state().merge) {
    message = {
        .kind = StripKind::Caution,
        .sentence =
            tr("This agent was saved elsewhere while you were writing. Nothing is lost: which one goes on?"),
        .buttons = {{QLatin1String(kMerge), tr("Merge")},
                    {QLatin1String(kKeepMine), tr("Keep Mine")},
                    {QLatin1String(kTakeTheirs), tr("Take Theirs")}},
        .closable = false};
  } else if (state.error && state.error->code != base::ErrorCode::Conflict) {
    message = errorMessage(*state.error);
  } else if (state.aside == AgentState::Aside::Draft) {
    message = {.sentence = tr("Your draft was put aside."),
               .buttons = {{QLatin1String(kBringBack), tr("Bring It Back")}}};
  } else if (state.aside == AgentState::Aside::Change) {
    message = {.kind = StripKind::Positive,
               .sentence = tr("The draft was changed. It is not saved yet."),
               .buttons = {{QLatin1String(kBringBack), tr("Undo")}}};
  }
  syncStrip(m_strip, message);
}

void EditorPane::onStrip(const QString& button) {
  if (button == QLatin1String(kMerge)) return m_versions.mergeElsewhere();
  if (button == QLatin1String(kChoose)) return showVersions(true);
  if (button == QLatin1String(kGiveUp)) return m_versions.cancelMerge();
  if (button == QLatin1String(kKeepMine)) return m_agent.keepMine();
  if (button == QLatin1String(kTakeTheirs)) return m_agent.takeTheirs();
  if (button == QLatin1String(kBringBack)) return m_agent.bringBack();
  if (!m_agent.state().error) return;
  const auto error = *m_agent.state().error;
  if (button == QLatin1String(kCopyDetails)) return copyDetails(error);
  const auto remedy = remedyOf(button);
  if (remedy == format::Remedy::EditField) focusField(format::text(error.subject));
  m_agent.clearError();
  if (remedy == format::Remedy::TryAgain && m_readOnly.isEmpty()) m_agent.save();
}

}  // namespace aiagent::ui
