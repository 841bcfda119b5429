#include "ui/viewmodels/deployments/table_topics.h"

#include <QCoreApplication>

#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using wire::KubeKind;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(TableTopics)
};

ClusterColumn plain(const QString& title) {
  return {title, CellKind::Text};
}
ClusterColumn judged() {
  return {Texts::tr("Verdict"), CellKind::Verdict};
}

}  // namespace

QString titleOf(const TableSubject& subject) {
  switch (subject.topic) {
    case TableTopic::Objects: return kindTitle(subject.kind);
    case TableTopic::Workloads: return Texts::tr("Workloads");
    case TableTopic::Certificates: return Texts::tr("Certificates");
    case TableTopic::Backups: return Texts::tr("Backups");
    case TableTopic::Posture: return Texts::tr("Posture");
  }
  return {};
}

// An origin is a whole part of the address: "https://a.example" is not one of "https://a.example.org".
const DatabaseState* databaseOf(const DatabaseVm* database, const domain::Environment& environment) {
  const auto origin = database ? database->origin() : std::string();
  if (origin.empty() || !environment.api.starts_with(origin)) return nullptr;
  const bool whole = environment.api.size() == origin.size() || environment.api[origin.size()] == '/';
  return whole ? &database->state() : nullptr;
}

std::vector<ClusterColumn> columnsOf(TableTopic topic) {
  switch (topic) {
    case TableTopic::Workloads: return workloadColumns();
    case TableTopic::Certificates:
      return {plain(Texts::tr("Host or name")),
              plain(Texts::tr("Source")),
              plain(Texts::tr("For")),
              plain(Texts::tr("Issuer")),
              plain(Texts::tr("Valid until")),
              {Texts::tr("Left"), CellKind::Number},
              {Texts::tr("Looked at"), CellKind::Age},
              judged()};
    case TableTopic::Backups:
      return {plain(Texts::tr("Name")),
              plain(Texts::tr("Counts by")),
              plain(Texts::tr("Schedule")),
              {Texts::tr("Last success"), CellKind::Age},
              {Texts::tr("A run takes"), CellKind::Number},
              plain(Texts::tr("Proof")),
              judged()};
    case TableTopic::Posture:
      return {
          plain(Texts::tr("Workload")), plain(Texts::tr("Restricted")), plain(Texts::tr("Image by")),
          plain(Texts::tr("Root")),     plain(Texts::tr("Token")),      plain(Texts::tr("Requests, limits")),
          plain(Texts::tr("Probes")),   plain(Texts::tr("Policies")),   plain(Texts::tr("Secrets")),
          plain(Texts::tr("Budget")),   plain(Texts::tr("Kind")),       judged()};
    case TableTopic::Objects: break;
  }
  return {};
}

std::vector<ClusterRow> rowsOf(TableTopic topic, const TopicGround& ground) {
  std::vector<ClusterRow> rows;
  switch (topic) {
    case TableTopic::Workloads:
      for (const auto& one : ground.watch.workloads()) rows.push_back(rowOf(one, ground.watch));
      return rows;
    case TableTopic::Certificates: return certificateRows(ground);
    case TableTopic::Backups: return backupRows(ground);
    case TableTopic::Posture: return postureRows(ground);
    case TableTopic::Objects: break;
  }
  return rows;
}

QString noteOf(TableTopic topic, const TopicGround& ground) {
  switch (topic) {
    case TableTopic::Certificates: return certificateNote(ground);
    case TableTopic::Backups: return backupNote(ground);
    case TableTopic::Posture: return postureNote(ground);
    case TableTopic::Objects:
    case TableTopic::Workloads: break;
  }
  return {};
}

TopicKinds kindsOf(TableTopic topic) {
  switch (topic) {
    case TableTopic::Workloads: return {services::judgedKinds(), {}};
    case TableTopic::Certificates: return {{KubeKind::Ingress}, {KubeKind::Gateway, KubeKind::Certificate}};
    case TableTopic::Backups: return {{KubeKind::CronJob}, {KubeKind::Job}};
    case TableTopic::Posture:
      return {{KubeKind::Deployment, KubeKind::StatefulSet, KubeKind::DaemonSet, KubeKind::CronJob},
              {KubeKind::Rollout, KubeKind::Job, KubeKind::NetworkPolicy, KubeKind::PodDisruptionBudget,
               KubeKind::Namespace}};
    case TableTopic::Objects: break;
  }
  return {};
}

}  // namespace aiagent::ui
