#include "ui/format/verdict_words.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>

#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using cluster::Freshness;
using cluster::VerdictKind;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

struct ReasonWords {
  std::string_view reason;
  const char* sentence;
};

constexpr std::array kReasons = {
    ReasonWords{"Aborted", QT_TRANSLATE_NOOP("VerdictWords", "The rollout was aborted")},
    ReasonWords{"AgeUnknown", QT_TRANSLATE_NOOP("VerdictWords", "Nothing tells how old it is")},
    ReasonWords{"AllHealthy", QT_TRANSLATE_NOOP("VerdictWords", "Everything is well")},
    ReasonWords{"AllWell", QT_TRANSLATE_NOOP("VerdictWords", "Everything is well")},
    ReasonWords{"AtMaximum", QT_TRANSLATE_NOOP("VerdictWords", "Scaled as far as it may")},
    ReasonWords{"Available", QT_TRANSLATE_NOOP("VerdictWords", "All that is wanted is available")},
    ReasonWords{"BecomingAvailable", QT_TRANSLATE_NOOP("VerdictWords", "New pods become available")},
    ReasonWords{"BelowDesired", QT_TRANSLATE_NOOP("VerdictWords", "Fewer pods are healthy than wanted")},
    ReasonWords{"Complete", QT_TRANSLATE_NOOP("VerdictWords", "Done")},
    ReasonWords{"Completed", QT_TRANSLATE_NOOP("VerdictWords", "Ended well")},
    ReasonWords{"ConflictsWithVertical",
                QT_TRANSLATE_NOOP("VerdictWords", "A vertical autoscaler changes the same resource")},
    ReasonWords{"Cordoned", QT_TRANSLATE_NOOP("VerdictWords", "Takes no new pods")},
    ReasonWords{"CrashLooping", QT_TRANSLATE_NOOP("VerdictWords", "Crashes again and again")},
    ReasonWords{"Crashed", QT_TRANSLATE_NOOP("VerdictWords", "Crashed")},
    ReasonWords{"DeadlineOfEarlierChange",
                QT_TRANSLATE_NOOP("VerdictWords", "The deadline that passed is of an earlier change")},
    ReasonWords{"Deleting", QT_TRANSLATE_NOOP("VerdictWords", "Is being deleted")},
    ReasonWords{"DisruptionAllowed", QT_TRANSLATE_NOOP("VerdictWords", "A disruption is allowed")},
    ReasonWords{"Enough", QT_TRANSLATE_NOOP("VerdictWords", "Enough is left")},
    ReasonWords{"Expired", QT_TRANSLATE_NOOP("VerdictWords", "The certificate has expired")},
    ReasonWords{"ExpiresSoon", QT_TRANSLATE_NOOP("VerdictWords", "The certificate expires soon")},
    ReasonWords{"ExpiresVerySoon", QT_TRANSLATE_NOOP("VerdictWords", "The certificate expires in days")},
    ReasonWords{"ExpiryUnknown", QT_TRANSLATE_NOOP("VerdictWords", "Nothing tells how long it holds")},
    ReasonWords{"Failed", QT_TRANSLATE_NOOP("VerdictWords", "Failed")},
    ReasonWords{"Failing", QT_TRANSLATE_NOOP("VerdictWords", "Fails")},
    ReasonWords{"Finishing", QT_TRANSLATE_NOOP("VerdictWords", "Is about to be done")},
    ReasonWords{"Fresh", QT_TRANSLATE_NOOP("VerdictWords", "Its last success is recent enough")},
    ReasonWords{"Full", QT_TRANSLATE_NOOP("VerdictWords", "The quota is used up")},
    ReasonWords{"IssuanceFails", QT_TRANSLATE_NOOP("VerdictWords", "The certificate cannot be issued")},
    ReasonWords{"Issuing", QT_TRANSLATE_NOOP("VerdictWords", "The certificate is being issued")},
    ReasonWords{"LastTry", QT_TRANSLATE_NOOP("VerdictWords", "This is its last try")},
    ReasonWords{"Malformed", QT_TRANSLATE_NOOP("VerdictWords", "What the server says of it cannot be read")},
    ReasonWords{"NearlyFull", QT_TRANSLATE_NOOP("VerdictWords", "The quota is nearly used up")},
    ReasonWords{"NeverSucceeded", QT_TRANSLATE_NOOP("VerdictWords", "It has never succeeded")},
    ReasonWords{"NewPodsFailing", QT_TRANSLATE_NOOP("VerdictWords", "The new pods fail")},
    ReasonWords{"NoCondition", QT_TRANSLATE_NOOP("VerdictWords", "Its controller says nothing of it")},
    ReasonWords{"NoDisruptionAllowed", QT_TRANSLATE_NOOP("VerdictWords", "No disruption is allowed now")},
    ReasonWords{"NoNodes", QT_TRANSLATE_NOOP("VerdictWords", "No node wants it")},
    ReasonWords{"NoPhase", QT_TRANSLATE_NOOP("VerdictWords", "Its controller says nothing of it")},
    ReasonWords{"NoPods", QT_TRANSLATE_NOOP("VerdictWords", "It covers no pods")},
    ReasonWords{"NoStatus", QT_TRANSLATE_NOOP("VerdictWords", "Its controller says nothing of it")},
    ReasonWords{"NodeLost", QT_TRANSLATE_NOOP("VerdictWords", "Its node does not answer")},
    ReasonWords{"NotAnswering", QT_TRANSLATE_NOOP("VerdictWords", "The node does not answer")},
    ReasonWords{"NotEverythingKnown",
                QT_TRANSLATE_NOOP("VerdictWords", "Not everything that counts can be seen")},
    ReasonWords{"NotObserved",
                QT_TRANSLATE_NOOP("VerdictWords", "The controller has not seen the last change yet")},
    ReasonWords{"NotReadable", QT_TRANSLATE_NOOP("VerdictWords", "The figures cannot be read")},
    ReasonWords{"NotLive", QT_TRANSLATE_NOOP("VerdictWords", "Not everything is known as it is now")},
    ReasonWords{"NotReady", QT_TRANSLATE_NOOP("VerdictWords", "Is not ready")},
    ReasonWords{"NotRunYet", QT_TRANSLATE_NOOP("VerdictWords", "It has not run yet")},
    ReasonWords{"NothingAvailable", QT_TRANSLATE_NOOP("VerdictWords", "Nothing of it is available")},
    ReasonWords{"NothingKnown", QT_TRANSLATE_NOOP("VerdictWords", "Nothing is known yet")},
    ReasonWords{"NothingToJudge",
                QT_TRANSLATE_NOOP("VerdictWords", "There is nothing here that could be judged")},
    ReasonWords{"OOMKilled", QT_TRANSLATE_NOOP("VerdictWords", "Ended for want of memory (OOMKilled)")},
    ReasonWords{"Paused", QT_TRANSLATE_NOOP("VerdictWords", "Is paused")},
    ReasonWords{"PausedAndUnavailable",
                QT_TRANSLATE_NOOP("VerdictWords", "Is paused, and not enough of it is available")},
    ReasonWords{"PhaseUnknown", QT_TRANSLATE_NOOP("VerdictWords", "Its phase is not known")},
    ReasonWords{"PodsFailing", QT_TRANSLATE_NOOP("VerdictWords", "Pods of it fail")},
    ReasonWords{"ProgressDeadlineExceeded",
                QT_TRANSLATE_NOOP("VerdictWords", "The rollout made no progress before its deadline")},
    ReasonWords{"Ready", QT_TRANSLATE_NOOP("VerdictWords", "Is ready")},
    ReasonWords{"RemovingOld", QT_TRANSLATE_NOOP("VerdictWords", "Old pods are being removed")},
    ReasonWords{"RenewalLate", QT_TRANSLATE_NOOP("VerdictWords", "The certificate should be renewed by now")},
    ReasonWords{"Renewing", QT_TRANSLATE_NOOP("VerdictWords", "The certificate is being renewed")},
    ReasonWords{"ReplicaFailure", QT_TRANSLATE_NOOP("VerdictWords", "Pods cannot be made")},
    ReasonWords{"Restarted", QT_TRANSLATE_NOOP("VerdictWords", "Ended with a fault and was started again")},
    ReasonWords{"Retrying", QT_TRANSLATE_NOOP("VerdictWords", "Failed, and is tried again")},
    ReasonWords{"Running", QT_TRANSLATE_NOOP("VerdictWords", "Runs")},
    ReasonWords{"Scaled", QT_TRANSLATE_NOOP("VerdictWords", "Scaled as wanted")},
    ReasonWords{"ScaledToZero", QT_TRANSLATE_NOOP("VerdictWords", "Scaled to nothing, as it was asked for")},
    ReasonWords{"Scaling", QT_TRANSLATE_NOOP("VerdictWords", "Scales")},
    ReasonWords{"ScalingDown", QT_TRANSLATE_NOOP("VerdictWords", "Fewer pods are wanted")},
    ReasonWords{"ScalingUp", QT_TRANSLATE_NOOP("VerdictWords", "More pods are being added")},
    ReasonWords{"ScheduleUnknown", QT_TRANSLATE_NOOP("VerdictWords", "Its schedule cannot be read")},
    ReasonWords{"SchedulingGated", QT_TRANSLATE_NOOP("VerdictWords", "Waits to be released for scheduling")},
    ReasonWords{"SlowStart", QT_TRANSLATE_NOOP("VerdictWords", "Takes long to become ready")},
    ReasonWords{"Soaking",
                QT_TRANSLATE_NOOP("VerdictWords", "Has just finished, and is watched for a while")},
    ReasonWords{"Stale", QT_TRANSLATE_NOOP("VerdictWords", "Its last success is too long ago")},
    ReasonWords{"Late", QT_TRANSLATE_NOOP("VerdictWords", "Its next success is late")},
    ReasonWords{"Starting", QT_TRANSLATE_NOOP("VerdictWords", "Starts")},
    ReasonWords{"StuckTerminating", QT_TRANSLATE_NOOP("VerdictWords", "Should have ended by now")},
    ReasonWords{"Suspended", QT_TRANSLATE_NOOP("VerdictWords", "Is suspended")},
    ReasonWords{"Terminating", QT_TRANSLATE_NOOP("VerdictWords", "Is ending")},
    ReasonWords{"TwoAutoscalers",
                QT_TRANSLATE_NOOP("VerdictWords", "Two autoscalers pull at the same thing")},
    ReasonWords{"Unavailable", QT_TRANSLATE_NOOP("VerdictWords", "Not enough of it is available")},
    ReasonWords{"Unschedulable", QT_TRANSLATE_NOOP("VerdictWords", "No node can take it")},
    ReasonWords{"Updating", QT_TRANSLATE_NOOP("VerdictWords", "Is being updated")},
    ReasonWords{"Valid", QT_TRANSLATE_NOOP("VerdictWords", "The certificate holds")},
    ReasonWords{"ArchiveFails",
                QT_TRANSLATE_NOOP("VerdictWords", "The last archiving of the database failed")},
    ReasonWords{"Archives", QT_TRANSLATE_NOOP("VerdictWords", "The database is archived")},
    ReasonWords{"NoArchive", QT_TRANSLATE_NOOP("VerdictWords", "The database is not archived")},
    ReasonWords{"DrillFailed", QT_TRANSLATE_NOOP("VerdictWords", "The last restore of a backup failed")},
    ReasonWords{"DrillFresh", QT_TRANSLATE_NOOP("VerdictWords", "A backup was restored lately")},
    ReasonWords{"DrillMissing",
                QT_TRANSLATE_NOOP("VerdictWords", "No restore of a backup was ever written down")},
    ReasonWords{"DrillOld", QT_TRANSLATE_NOOP("VerdictWords", "The last restore drill is too long ago")},
    ReasonWords{"BaselineRefuses",
                QT_TRANSLATE_NOOP("VerdictWords", "Not even the baseline standard would take it")},
    ReasonWords{"RestrictedRefuses",
                QT_TRANSLATE_NOOP("VerdictWords", "The restricted standard would not take it")},
    ReasonWords{"MutableImage", QT_TRANSLATE_NOOP("VerdictWords", "Another image can be put behind its tag")},
    ReasonWords{"NoRequests", QT_TRANSLATE_NOOP("VerdictWords", "It asks for no cpu or memory")},
    ReasonWords{"NoLimits", QT_TRANSLATE_NOOP("VerdictWords", "Its memory has no limit")},
    ReasonWords{"NoReadinessProbe", QT_TRANSLATE_NOOP("VerdictWords", "Nothing tells when it can serve")},
    ReasonWords{"NoNetworkPolicy", QT_TRANSLATE_NOOP("VerdictWords", "Everybody may reach it")},
    ReasonWords{"NoBudget", QT_TRANSLATE_NOOP("VerdictWords", "A drain may take all of it at once")},
    ReasonWords{"Hardened", QT_TRANSLATE_NOOP("VerdictWords", "Kept from harm as far as can be seen")},
    ReasonWords{"NotSeenYet", QT_TRANSLATE_NOOP("VerdictWords", "Nobody has looked yet")},
    ReasonWords{"NotReached", QT_TRANSLATE_NOOP("VerdictWords", "The host does not answer")},
    ReasonWords{"NoTls", QT_TRANSLATE_NOOP("VerdictWords", "The host shows no certificate")},
    ReasonWords{"WrongHost", QT_TRANSLATE_NOOP("VerdictWords", "The certificate is for other names")},
    ReasonWords{"SelfSigned", QT_TRANSLATE_NOOP("VerdictWords", "The certificate vouches for itself")},
    ReasonWords{"UnknownIssuer",
                QT_TRANSLATE_NOOP("VerdictWords", "Nobody who is trusted vouches for the certificate")},
    ReasonWords{"Revoked", QT_TRANSLATE_NOOP("VerdictWords", "The certificate was revoked")},
    ReasonWords{"NotYetValid", QT_TRANSLATE_NOOP("VerdictWords", "The certificate does not hold yet")},
    ReasonWords{"NotTrusted", QT_TRANSLATE_NOOP("VerdictWords", "Browsers refuse the certificate")},
    ReasonWords{"Worst", QT_TRANSLATE_NOOP("VerdictWords", "The worst of what is in it")},
};

}  // namespace

QString verdictName(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::Healthy: return Texts::tr("Healthy");
    case VerdictKind::Progressing: return Texts::tr("In progress");
    case VerdictKind::Paused: return Texts::tr("Paused");
    case VerdictKind::Unknown: return Texts::tr("Unknown");
    case VerdictKind::Degraded: return Texts::tr("Degraded");
    case VerdictKind::Failed: return Texts::tr("Failed");
  }
  return {};
}

QString reasonText(std::string_view reason) {
  const auto found = std::ranges::find(kReasons, reason, &ReasonWords::reason);
  return found == kReasons.end() ? text(reason)
                                 : QCoreApplication::translate("VerdictWords", found->sentence);
}

QString freshnessName(Freshness freshness) {
  switch (freshness) {
    case Freshness::Loading: return Texts::tr("being read");
    case Freshness::Live: return Texts::tr("live");
    case Freshness::Lagging: return Texts::tr("lagging");
    case Freshness::Stale: return Texts::tr("stale");
    case Freshness::Polled: return Texts::tr("polled");
    case Freshness::Denied: return Texts::tr("not allowed");
    case Freshness::Absent: return Texts::tr("not there");
  }
  return {};
}

QString freshnessHelp(Freshness freshness) {
  switch (freshness) {
    case Freshness::Loading: return Texts::tr("Nothing has come yet.");
    case Freshness::Live: return Texts::tr("The cluster tells each change as it happens.");
    case Freshness::Lagging:
      return Texts::tr("The stream of changes is being opened anew; this may lag by some seconds.");
    case Freshness::Stale: return Texts::tr("The cluster does not answer: this is how it was.");
    case Freshness::Polled: return Texts::tr("Watching is not allowed, so it is asked for now and then.");
    case Freshness::Denied: return Texts::tr("You are not allowed to see this.");
    case Freshness::Absent: return Texts::tr("This cluster has no such kind of objects.");
  }
  return {};
}

}  // namespace aiagent::format
