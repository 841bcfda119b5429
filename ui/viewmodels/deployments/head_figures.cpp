#include "ui/viewmodels/deployments/head_figures.h"

#include <algorithm>
#include <QCoreApplication>

#include "core/base/time_text.h"
#include "core/cluster/believed.h"
#include "core/cluster/human_duration.h"
#include "core/cluster/release.h"
#include "core/cluster/server_address.h"
#include "core/cluster/verdicts/backups.h"
#include "ui/format/human.h"
#include "ui/format/signal_words.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/viewmodels/deployments/row_builder.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using cluster::VerdictKind;
using format::text;
using services::SignalFreshness;
using wire::KubeKind;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(HeadFigures)
};

// Denied and absent kinds are no reason to call what others tell stale.
bool isStale(const services::ClusterWatch& watch, KubeKind kind) {
  const auto* feed = watch.feed(kind);
  return feed && feed->state().freshness == Freshness::Stale;
}
bool isKnown(const services::ClusterWatch& watch, KubeKind kind) {
  const auto* feed = watch.feed(kind);
  return feed &&
         (cluster::isBelieved(feed->state().freshness) || feed->state().freshness == Freshness::Stale);
}

HeadFigure unknown(const QString& name, const QString& why) {
  return {.name = name, .value = Texts::tr("not known"), .tip = why};
}

QString ageOf(base::WallTime since, base::WallTime now) {
  return text(cluster::ageText(since, now));
}

HeadFigure release(const TopicGround& ground) {
  const auto& watch = ground.watch;
  const auto name = Texts::tr("Release");
  if (!isKnown(watch, KubeKind::Deployment)) return unknown(name, Texts::tr("Deployments cannot be seen."));
  const auto& api = ground.session.environment().api;
  const auto found =
      cluster::releaseOf({.deployments = rowsIn<wire::DeploymentRow>(watch, KubeKind::Deployment),
                          .services = rowsIn<wire::ServiceRow>(watch, KubeKind::Service),
                          .ingresses = rowsIn<wire::IngressRow>(watch, KubeKind::Ingress),
                          .sets = rowsIn<wire::ReplicaSetRow>(watch, KubeKind::ReplicaSet),
                          .host = api.empty() ? std::string() : cluster::hostOf(api)});
  if (found.object.empty()) return unknown(name, Texts::tr("There is no deployment."));
  HeadFigure figure{
      .name = name, .tip = text(found.object), .verdict = VerdictKind::Healthy, .isKnown = true};
  figure.value = found.version.empty() ? Texts::tr("without a version") : text(found.version);
  if (!found.source.empty()) figure.tip += QLatin1Char('\n') + text(found.source);
  if (wire::told(found.since)) {
    figure.value = Texts::tr("%1 · %2 old", "a release and its age")
                       .arg(figure.value, ageOf(found.since, watch.serverNow()));
    figure.tip += QLatin1Char('\n') + Texts::tr("In place since %1").arg(format::exactTime(found.since));
  } else {
    figure.tip += QLatin1Char('\n') + Texts::tr("Not wholly in place yet");
    figure.verdict = VerdictKind::Progressing;
  }
  figure.isStale = isStale(watch, KubeKind::Deployment);
  return figure;
}

HeadFigure budget(const services::SignalsState* signals) {
  const auto name = Texts::tr("Error budget");
  if (!signals || !signals->fromPrometheus)
    return unknown(name, Texts::tr("No Prometheus belongs to this environment."));
  const auto& state = signals->budget;
  if (!state.budget) return unknown(name, Texts::tr("Prometheus does not tell of failed requests."));
  return {.name = name,
          .value = format::budgetLeft(*state.budget),
          .tip = format::budgetText(*state.budget),
          .verdict = state.verdict.kind,
          .isKnown = true,
          .isStale = state.freshness != SignalFreshness::Live};
}

// The youngest copy, with the worst verdict of them all.
HeadFigure backup(const TopicGround& ground, const std::vector<ClusterRow>& rows) {
  const auto name = Texts::tr("Backup");
  const auto& watch = ground.watch;
  base::WallTime last{};
  QStringList tip;
  auto worst = VerdictKind::Healthy;
  for (const auto& row : rows) {
    if (row.id == "database drill") continue;
    const auto at = timeOf(row, 3);
    last = std::max(last, at);
    if (cluster::worse(row.verdict.kind, worst)) worst = row.verdict.kind;
    tip << Texts::tr("%1: %2").arg(text(row.name), format::reasonText(row.verdict.reason));
  }
  if (tip.isEmpty())
    return unknown(name, isKnown(watch, KubeKind::CronJob) ? Texts::tr("No cron job here makes one.")
                                                           : Texts::tr("Cron jobs cannot be seen."));
  tip << Texts::tr("That a run ended well does not prove a usable copy.");
  return {.name = name,
          .value = wire::told(last)
                       ? Texts::tr("%1 old", "age of a backup").arg(ageOf(last, watch.serverNow()))
                       : Texts::tr("none yet"),
          .tip = tip.join(QLatin1Char('\n')),
          .verdict = worst,
          .isKnown = true,
          .isStale = isStale(watch, KubeKind::CronJob)};
}

HeadFigure drill(const TopicGround& ground, const std::vector<ClusterRow>& backups) {
  const auto name = Texts::tr("Restore drill");
  for (const auto& row : backups)
    if (row.id == "database drill") {
      const auto at = timeOf(row, 3);
      return {.name = name,
              .value = wire::told(at) ? Texts::tr("%1 ago").arg(ageOf(at, ground.watch.serverNow()))
                                      : Texts::tr("never"),
              .tip = format::reasonText(row.verdict.reason),
              .verdict = row.verdict.kind,
              .isKnown = true,
              .isStale = row.freshness == Freshness::Stale};
    }
  return unknown(name,
                 Texts::tr("This environment’s API tells of it where one is signed in as an operator."));
}

// The one that expires first; where one is worse for another reason, that.
HeadFigure certificate(const TopicGround& ground) {
  const auto name = Texts::tr("Certificate");
  const ClusterRow* first = nullptr;
  auto worst = VerdictKind::Healthy;
  QStringList tip;
  const auto rows = certificateRows(ground);
  for (const auto& row : rows) {
    if (cluster::worse(row.verdict.kind, worst)) worst = row.verdict.kind;
    if (row.verdict.kind != VerdictKind::Healthy)
      tip << Texts::tr("%1: %2").arg(text(row.name), format::reasonText(row.verdict.reason));
    if (row.keys[4] != 0 && (!first || row.keys[5] < first->keys[5])) first = &row;
  }
  if (!first) return unknown(name, tip.isEmpty() ? certificateNote(ground) : tip.join(QLatin1Char('\n')));
  tip.prepend(Texts::tr("%1, until %2").arg(text(first->name), text(first->cells[4])));
  return {.name = name,
          .value = Texts::tr("%1 left", "of a certificate").arg(text(first->cells[5])),
          .tip = tip.join(QLatin1Char('\n')),
          .verdict = worst,
          .isKnown = true,
          .isStale = first->freshness == Freshness::Stale};
}

HeadFigure alerts(const services::SignalsState* signals, base::WallTime now) {
  const auto name = Texts::tr("Alerts");
  if (!signals || !signals->fromPrometheus)
    return unknown(name, Texts::tr("No Prometheus belongs to this environment."));
  const auto& state = signals->alerts;
  if (!wire::told(state.asOf)) return unknown(name, Texts::tr("Prometheus does not tell of alerts."));
  QStringList tip;
  for (const auto& alert : state.alerts)
    if (alert.firing) tip << text(alert.name);
  HeadFigure figure{.name = name,
                    .value = tip.isEmpty() ? Texts::tr("none") : format::count(tip.size()),
                    .verdict = tip.isEmpty() ? VerdictKind::Healthy : VerdictKind::Degraded,
                    .isKnown = true,
                    .isStale = state.freshness != SignalFreshness::Live};
  tip << Texts::tr("Asked %1").arg(format::relativeTime(state.asOf, now));
  figure.tip = tip.join(QLatin1Char('\n'));
  return figure;
}

}  // namespace

std::vector<HeadFigure> headFigures(const TopicGround& ground, const services::SignalsState* signals) {
  const auto backups = backupRows(ground);
  return {release(ground),        budget(signals),     backup(ground, backups),
          drill(ground, backups), certificate(ground), alerts(signals, ground.watch.serverNow())};
}

}  // namespace aiagent::ui
