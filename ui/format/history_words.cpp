#include "ui/format/history_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using cluster::ReportWords;  // qualified, lupdate would not know whose texts those below are
using domain::ClusterFact;
using domain::ClusterFactKind;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

std::string told(const QString& text) {
  return text.toStdString();
}

QString changed(const ClusterFact& fact) {
  const auto object = text(fact.object), before = text(fact.before), after = text(fact.after);
  switch (fact.kind) {
    case ClusterFactKind::Revision:
      return fact.amount > 0
                 ? Texts::tr("%1 has revision %2 now: %3.").arg(object, QString::number(fact.amount), after)
                 : Texts::tr("%1 has other images now: %2.").arg(object, after);
    case ClusterFactKind::Scaled:
    case ClusterFactKind::Autoscaled:
      return before.isEmpty() ? Texts::tr("%1 is to have %2 replicas.").arg(object, after)
                              : Texts::tr("%1 was scaled from %2 to %3 replicas.").arg(object, before, after);
    case ClusterFactKind::Verdict:
      return before.isEmpty() ? Texts::tr("%1 is %2.").arg(object, after)
                              : Texts::tr("%1 was %2 and is %3 now.").arg(object, before, after);
    default: return Texts::tr("The environment was %1 and is %2 now.").arg(before, after);
  }
}

QString gap(const ClusterFact& fact) {
  const auto clock = [](base::WallTime time) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(base::toMillis(time)), QLocale::ShortFormat);
  };
  return Texts::tr("Nobody watched from %1 to %2.").arg(clock(fact.time), clock(fact.until));
}

}  // namespace

QString nameOf(ClusterFactKind kind) {
  switch (kind) {
    case ClusterFactKind::Appeared: return Texts::tr("Appeared");
    case ClusterFactKind::Deleted: return Texts::tr("Deleted");
    case ClusterFactKind::Revision: return Texts::tr("Revision");
    case ClusterFactKind::Scaled: return Texts::tr("Scaled");
    case ClusterFactKind::RolloutBegun: return Texts::tr("Rollout begun");
    case ClusterFactKind::RolloutDone: return Texts::tr("Rollout done");
    case ClusterFactKind::RolloutFailed: return Texts::tr("Rollout failed");
    case ClusterFactKind::Verdict: return Texts::tr("Verdict");
    case ClusterFactKind::Environment: return Texts::tr("Environment");
    case ClusterFactKind::OomKilled: return Texts::tr("Out of memory");
    case ClusterFactKind::CrashLoop: return Texts::tr("Crash loop");
    case ClusterFactKind::Warning: return Texts::tr("Warning");
    case ClusterFactKind::Autoscaled: return Texts::tr("Autoscaled");
    case ClusterFactKind::NodeNotReady: return Texts::tr("Node not ready");
    case ClusterFactKind::NodeReady: return Texts::tr("Node ready");
    case ClusterFactKind::AlertFired: return Texts::tr("Alert");
    case ClusterFactKind::AlertEnded: return Texts::tr("Alert ended");
    case ClusterFactKind::Gap: return Texts::tr("Not watched");
  }
  return {};
}

QString sentenceFor(const ClusterFact& fact) {
  const auto object = text(fact.object), container = text(fact.after);
  switch (fact.kind) {
    case ClusterFactKind::Appeared: return Texts::tr("%1 appeared.").arg(object);
    case ClusterFactKind::Deleted: return Texts::tr("%1 was deleted.").arg(object);
    case ClusterFactKind::RolloutBegun: return Texts::tr("A rollout of %1 began.").arg(object);
    case ClusterFactKind::RolloutDone: return Texts::tr("The rollout of %1 is done.").arg(object);
    case ClusterFactKind::RolloutFailed: return Texts::tr("The rollout of %1 failed.").arg(object);
    case ClusterFactKind::OomKilled:
      return Texts::tr("Container %2 of %1 was killed: it was out of memory.").arg(object, container);
    case ClusterFactKind::CrashLoop:
      return Texts::tr("Container %2 of %1 began to crash again and again.").arg(object, container);
    case ClusterFactKind::Warning:
      return Texts::tr("The cluster warns of %1 (%n time(s)).", nullptr, int(fact.amount)).arg(object);
    case ClusterFactKind::NodeNotReady: return Texts::tr("%1 is not ready.").arg(object);
    case ClusterFactKind::NodeReady: return Texts::tr("%1 is ready again.").arg(object);
    case ClusterFactKind::AlertFired:
      return fact.detail.empty() ? Texts::tr("%1 fires.").arg(object)
                                 : Texts::tr("%1 fires: %2").arg(object, text(fact.detail));
    case ClusterFactKind::AlertEnded: return Texts::tr("%1 fires no more.").arg(object);
    case ClusterFactKind::Gap: return gap(fact);
    default: return changed(fact);
  }
}

ReportWords reportWords() {
  ReportWords words{
      .language = told(QLocale().bcp47Name()),
      .title = told(Texts::tr("Deployment report")),
      .made = told(Texts::tr("Made")),
      .server = told(Texts::tr("Server")),
      .nameSpace = told(Texts::tr("Namespace")),
      .workloads = told(Texts::tr("Workloads")),
      .pods = told(Texts::tr("Pods")),
      .history = told(Texts::tr("The last day")),
      .nothing = told(Texts::tr("Nothing was recorded.")),
      .object = told(Texts::tr("Object")),
      .verdict = told(Texts::tr("Verdict")),
      .reason = told(Texts::tr("Reason")),
      .evidence = told(Texts::tr("Evidence")),
      .ready = told(Texts::tr("Ready")),
      .images = told(Texts::tr("Images")),
      .freshness = told(Texts::tr("Freshness")),
      .asOf = told(Texts::tr("As of")),
      .name = told(Texts::tr("Name")),
      .status = told(Texts::tr("Status")),
      .restarts = told(Texts::tr("Restarts")),
      .age = told(Texts::tr("Age")),
      .node = told(Texts::tr("Node")),
      .time = told(Texts::tr("Time")),
      .event = told(Texts::tr("Event")),
      .change = told(Texts::tr("Change")),
      .detail = told(Texts::tr("Detail")),
  };
  for (int kind = 0; kind <= int(ClusterFactKind::Gap); ++kind)
    words.events.push_back(told(nameOf(ClusterFactKind(kind))));
  return words;
}

}  // namespace aiagent::format
