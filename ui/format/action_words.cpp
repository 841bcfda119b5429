#include "ui/format/action_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <string_view>

#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using cluster::ActionKind;
using cluster::ActionStage;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(ActionWords)
};

QString tr(const char* source) {
  return QCoreApplication::translate("ActionWords", source);
}

struct Words {
  std::string_view word;
  const char* sentence;
  const char* advice = "";
};

// %1 is the subject, %2 the value.
constexpr Words kFindings[] = {
    {"gitops_argocd",
     QT_TRANSLATE_NOOP("ActionWords", "Argo CD application “%1” owns this, and will revert the change.")},
    {"gitops_flux", QT_TRANSLATE_NOOP("ActionWords", "Flux (“%1”) owns this, and will revert the change.")},
    {"gitops_helm",
     QT_TRANSLATE_NOOP("ActionWords", "Helm release “%1” owns this; its next upgrade reverts the change.")},
    {"last_applied_stays",
     QT_TRANSLATE_NOOP("ActionWords",
                       "The annotation of the last kubectl apply stays that of the newer release: "
                       "the next apply may merge wrongly.")},
    {"quota_short",
     QT_TRANSLATE_NOOP("ActionWords", "The quota of %1 does not suffice (%2): pods may not start.")},
    {"nodes_away", QT_TRANSLATE_NOOP("ActionWords", "%1 of %2 nodes are not ready or take no pods.")},
    {"scale_to_zero", QT_TRANSLATE_NOOP("ActionWords", "Nothing of %1 runs any more then.")},
    {"autoscaler_owns_replicas",
     QT_TRANSLATE_NOOP("ActionWords", "The autoscaler %1 (%2) sets this number, and will change it again.")},
    {"autoscalers_unknown",
     QT_TRANSLATE_NOOP("ActionWords", "Whether an autoscaler sets this number is not known.")},
    {"pod_comes_not_back",
     QT_TRANSLATE_NOOP("ActionWords", "Nothing owns the pod %1: it does not come back.")},
    {"budgets_unknown",
     QT_TRANSLATE_NOOP("ActionWords", "Whether a disruption budget protects this pod is not known.")},
    {"budget_used_up",
     QT_TRANSLATE_NOOP("ActionWords", "The disruption budget %1 allows no pod less; deleting goes past it.")},
    {"runs_already", QT_TRANSLATE_NOOP("ActionWords", "A run of %1 goes on already.")},
    {"image_latest",
     QT_TRANSLATE_NOOP("ActionWords", "The image %1 has no fixed version: what starts may be another one.")},
    {"images_same",
     QT_TRANSLATE_NOOP("ActionWords", "The images are the same as now: only settings go back.")},
    {"revision", QT_TRANSLATE_NOOP("ActionWords", "Revision %1: %2")},
    {"schema_migrated_since",
     QT_TRANSLATE_NOOP("ActionWords",
                       "The migration %1 ran after that revision was made: the older release may "
                       "not know the database as it is now.")},
    {"schema_unknown",
     QT_TRANSLATE_NOOP("ActionWords", "Whether the older release fits the database is not known.")},
    {"capacity_ready", QT_TRANSLATE_NOOP("ActionWords", "%1 pods of the target are ready; %2 are needed.")},
    {"switch_takes_time",
     QT_TRANSLATE_NOOP("ActionWords", "Nodes need a moment to follow: for seconds both sides get requests.")},
    {"warned_lately", QT_TRANSLATE_NOOP("ActionWords", "The cluster warned lately: %1 (%2)")},
    {"abort_keeps_spec",
     QT_TRANSLATE_NOOP("ActionWords",
                       "The new version stays in the settings of %1: a retry tries it again.")},
};

constexpr Words kNotUndone[] = {
    {"configmaps", QT_TRANSLATE_NOOP("ActionWords", "ConfigMaps stay as they are")},
    {"secrets", QT_TRANSLATE_NOOP("ActionWords", "Secrets stay as they are")},
    {"services", QT_TRANSLATE_NOOP("ActionWords", "Services and routes stay as they are")},
    {"autoscalers", QT_TRANSLATE_NOOP("ActionWords", "Autoscalers stay as they are")},
    {"database_schema", QT_TRANSLATE_NOOP("ActionWords", "The database and its schema stay as they are")},
    {"open_connections", QT_TRANSLATE_NOOP("ActionWords", "Open connections stay with the old pods")},
};

constexpr Words kRefusals[] = {
    {"act_unsupported", QT_TRANSLATE_NOOP("ActionWords", "This cannot be done to %1.")},
    {"act_paused", QT_TRANSLATE_NOOP("ActionWords", "%1 is paused."),
     QT_TRANSLATE_NOOP("ActionWords", "Resume it first.")},
    {"act_not_paused", QT_TRANSLATE_NOOP("ActionWords", "%1 is not paused.")},
    {"act_no_history", QT_TRANSLATE_NOOP("ActionWords", "%1 has no earlier revision.")},
    {"act_history_off",
     QT_TRANSLATE_NOOP("ActionWords", "%1 keeps no earlier revisions (revisionHistoryLimit is 0)."),
     QT_TRANSLATE_NOOP("ActionWords", "Deploy the earlier release again.")},
    {"act_revision_unknown", QT_TRANSLATE_NOOP("ActionWords", "There is no revision %1.")},
    {"act_same_template", QT_TRANSLATE_NOOP("ActionWords", "Revision %1 is what runs now.")},
    {"act_same_replicas", QT_TRANSLATE_NOOP("ActionWords", "The number is %1 already.")},
    {"act_same_selector", QT_TRANSLATE_NOOP("ActionWords", "The service selects %1 already.")},
    {"act_no_selector", QT_TRANSLATE_NOOP("ActionWords", "%1 has no selector that could be switched.")},
    {"act_capacity", QT_TRANSLATE_NOOP("ActionWords", "Too few pods of the target are ready (%1)."),
     QT_TRANSLATE_NOOP("ActionWords", "Scale the target up, and wait until its pods are ready.")},
    {"act_capacity_unknown",
     QT_TRANSLATE_NOOP("ActionWords", "Whether the target of %1 has ready pods cannot be seen.")},
    {"act_aborted", QT_TRANSLATE_NOOP("ActionWords", "%1 was aborted."),
     QT_TRANSLATE_NOOP("ActionWords", "Retry it, or roll it back.")},
    {"act_not_aborted", QT_TRANSLATE_NOOP("ActionWords", "%1 was not aborted.")},
    {"act_not_waiting", QT_TRANSLATE_NOOP("ActionWords", "%1 waits for nobody.")},
    {"act_fully_promoted", QT_TRANSLATE_NOOP("ActionWords", "%1 is promoted already.")},
    {"act_workload_ref",
     QT_TRANSLATE_NOOP("ActionWords", "%1 takes its pods from another workload; roll that one back.")},
    {"act_unreadable", QT_TRANSLATE_NOOP("ActionWords", "What the cluster has of %1 cannot be read.")},
    {"act_bad_replicas", QT_TRANSLATE_NOOP("ActionWords", "%1 is no number of pods.")},
    {"act_denied", QT_TRANSLATE_NOOP("ActionWords", "You may not do this in this cluster (%1)."),
     QT_TRANSLATE_NOOP("ActionWords", "Ask its administrator for the right.")},
    {"act_changed", QT_TRANSLATE_NOOP("ActionWords", "Somebody changed %1 meanwhile."),
     QT_TRANSLATE_NOOP("ActionWords", "Look again, and decide anew.")},
    {"act_half_done", QT_TRANSLATE_NOOP("ActionWords", "Only the first part was done; the second failed."),
     QT_TRANSLATE_NOOP("ActionWords", "Look at %1 before you go on.")},
    {"act_not_planned", QT_TRANSLATE_NOOP("ActionWords", "There is nothing to confirm.")},
    {"act_not_armed", QT_TRANSLATE_NOOP("ActionWords", "This environment is read-only now."),
     QT_TRANSLATE_NOOP("ActionWords", "Arm it first.")},
    {"arm_no_environment", QT_TRANSLATE_NOOP("ActionWords", "There is no environment to arm.")},
    {"arm_wrong_name", QT_TRANSLATE_NOOP("ActionWords", "Type the name exactly: %1")},
    {"arm_no_reason", QT_TRANSLATE_NOOP("ActionWords", "Give a reason for acting on %1.")},
};

template <std::size_t N>
const Words* find(const Words (&all)[N], std::string_view word) {
  for (const auto& one : all)
    if (one.word == word) return &one;
  return nullptr;
}

// Both at once, so that a subject with "%2" in it stays one; a value that is not asked for is dropped.
QString filled(const char* source, const std::string& subject, const std::string& value) {
  auto sentence = tr(source);
  if (sentence.contains(QLatin1String("%2"))) return sentence.arg(text(subject), text(value));
  return sentence.contains(QLatin1String("%1")) ? sentence.arg(text(subject)) : sentence;
}

}  // namespace

QString actionTitle(const cluster::Action& action) {
  const auto target = text(action.title());
  switch (action.kind) {
    case ActionKind::Restart: return Texts::tr("Restart %1").arg(target);
    case ActionKind::Scale: return Texts::tr("Scale %1 to %2").arg(target).arg(action.replicas);
    case ActionKind::Pause: return Texts::tr("Pause %1").arg(target);
    case ActionKind::Resume: return Texts::tr("Resume %1").arg(target);
    case ActionKind::RollBack:
      return action.revision == 0 ? Texts::tr("Roll back %1 to the revision before").arg(target)
                                  : Texts::tr("Roll back %1 to revision %2").arg(target).arg(action.revision);
    case ActionKind::SwitchService:
      return Texts::tr("Switch %1 to %2").arg(target, text(cluster::selectorText(action.selector)));
    case ActionKind::Promote: return Texts::tr("Promote %1").arg(target);
    case ActionKind::PromoteFully: return Texts::tr("Promote %1 fully").arg(target);
    case ActionKind::Abort: return Texts::tr("Abort %1").arg(target);
    case ActionKind::Retry: return Texts::tr("Retry %1").arg(target);
    case ActionKind::RunNow: return Texts::tr("Run %1 now").arg(target);
    case ActionKind::DeletePod: return Texts::tr("Delete %1").arg(target);
  }
  return target;
}

QString stageName(ActionStage stage) {
  switch (stage) {
    case ActionStage::Reading: return Texts::tr("Reading");
    case ActionStage::Asking: return Texts::tr("Asking for the right");
    case ActionStage::Trying: return Texts::tr("Trying on the server, without effect");
    case ActionStage::Planned: return Texts::tr("Waiting for your word");
    case ActionStage::Looking: return Texts::tr("Looking again");
    case ActionStage::Recording: return Texts::tr("Writing the audit log");
    case ActionStage::Sending: return Texts::tr("Sending");
    case ActionStage::Done: return Texts::tr("Done");
    case ActionStage::Refused: return Texts::tr("Refused");
    case ActionStage::NotTried: return Texts::tr("The dry run failed");
    case ActionStage::Failed: return Texts::tr("Failed");
    case ActionStage::Cancelled: return Texts::tr("Cancelled");
    case ActionStage::Unknown: return Texts::tr("Sent, and no answer came: look at the cluster");
  }
  return {};
}

QString sentenceFor(const cluster::Finding& finding) {
  const auto* words = find(kFindings, finding.word);
  return words ? filled(words->sentence, finding.subject, finding.value) : QString();
}

QString sentenceFor(const cluster::NotUndone& left) {
  const auto* words = find(kNotUndone, left.word);
  if (!words) return {};
  QStringList names;
  for (const auto& name : left.names) names << text(name);
  const auto sentence = tr(words->sentence);
  return names.isEmpty() ? sentence
                         : QStringLiteral("%1 (%2)").arg(sentence, names.join(QStringLiteral(", ")));
}

Explanation explainAction(const base::Error& error) {
  const auto* words = find(kRefusals, error.providerCode);
  if (!words) return {};
  return {filled(words->sentence, error.subject, {}), filled(words->advice, error.subject, {}),
          text(error.said), Remedy::None};
}

}  // namespace aiagent::format
