// Posture: one row a workload, and what the namespace enforces.
#include <QCoreApplication>

#include "core/cluster/verdicts/posture.h"
#include "ui/format/text.h"
#include "ui/viewmodels/deployments/row_builder.h"
#include "ui/viewmodels/deployments/table_topics.h"

namespace aiagent::ui {
namespace {

using cluster::Answer;
using cluster::Freshness;
using cluster::ImagePin;
using cluster::Posture;
using format::text;
using format::utf8;
using wire::KubeKind;

constexpr double kRankOfFault =
    0.01;  // of rows whose verdict is of one kind, the one with more faults is worse

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(PostureRows)
};

// "no: runAsNonRoot (api)", by the first that the looser standard refuses.
QString restrictedText(const Posture& posture) {
  if (posture.findings.empty()) return Texts::tr("yes");
  const auto* first = &posture.findings.front();
  for (const auto& finding : posture.findings)
    if (finding.level == cluster::SecurityLevel::Baseline) {
      first = &finding;
      break;
    }
  const auto check = text(first->check);
  return first->container.empty() ? Texts::tr("no: %1").arg(check)
                                  : Texts::tr("no: %1 (%2)").arg(check, text(first->container));
}

QString imageText(ImagePin image) {
  switch (image) {
    case ImagePin::Digest: return Texts::tr("digest");
    case ImagePin::Tag: return Texts::tr("tag");
    case ImagePin::Latest: return Texts::tr("moving tag");
  }
  return {};
}

QString rootText(Answer root) {
  if (root == Answer::Unknown) return Texts::tr("by image");
  return root == Answer::No ? Texts::tr("no") : Texts::tr("yes");
}

QString tokenText(Answer token) {
  if (token == Answer::Unknown) return Texts::tr("by account");
  return token == Answer::No ? Texts::tr("no") : Texts::tr("mounted");
}

QString word(Answer answer) {
  switch (answer) {
    case Answer::Yes: return Texts::tr("yes");
    case Answer::Partly: return Texts::tr("some");
    case Answer::No: return Texts::tr("no");
    case Answer::Unknown: break;
  }
  return Texts::tr("unknown");
}

QString policyText(const Posture& posture) {
  if (posture.ingress == Answer::Unknown || posture.egress == Answer::Unknown) return Texts::tr("unknown");
  const bool in = posture.ingress == Answer::Yes, out = posture.egress == Answer::Yes;
  if (in && out) return Texts::tr("in, out");
  if (in) return Texts::tr("in");
  return out ? Texts::tr("out") : Texts::tr("none");
}

QString probesText(const Posture& posture) {
  if (!posture.isProbed) return QStringLiteral("-");
  const bool ready = posture.readiness == Answer::Yes, alive = posture.liveness == Answer::Yes;
  if (ready && alive) return Texts::tr("readiness, liveness");
  if (ready) return Texts::tr("readiness");
  if (alive) return Texts::tr("liveness");
  return posture.readiness == Answer::Partly ? Texts::tr("some") : Texts::tr("none");
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "-" : all;
}

class Rows {
 public:
  explicit Rows(const services::ClusterWatch& watch) : m_watch(watch) {
    m_policies = rowsIn<wire::NetworkPolicyRow>(watch, KubeKind::NetworkPolicy);
    m_budgets = rowsIn<wire::PodDisruptionBudgetRow>(watch, KubeKind::PodDisruptionBudget);
    if (isSeen(KubeKind::NetworkPolicy)) m_view.policies = &m_policies;
    if (isSeen(KubeKind::PodDisruptionBudget)) m_view.budgets = &m_budgets;
  }

  template <class Row, class Replicas>
  void add(KubeKind kind, Replicas replicas) {
    for (const auto* row : rowsIn<Row>(m_watch, kind)) {
      const bool ofAnother = row->head.kind == KubeKind::Job && row->head.owner.kind == "CronJob";
      if (!ofAnother) put(row->head, row->podTemplate, replicas(*row));
    }
  }
  std::vector<ClusterRow> take() { return std::move(m_rows); }

 private:
  bool isSeen(KubeKind kind) const {
    const auto* feed = m_watch.feed(kind);
    return feed && feed->asOf() != base::WallTime{} && !m_watch.isHidden(kind);
  }
  void put(const wire::KubeHead& head, const wire::TemplateRow& podTemplate, int replicas) {
    auto posture = cluster::postureOf({head.kind, head.nameSpace, podTemplate, replicas}, m_view);
    if (head.malformed) posture.verdict = cluster::malformedVerdict();
    const auto resources =
        Texts::tr("%1, %2", "requests, limits").arg(word(posture.requests), word(posture.limits));
    m_rows.push_back(RowBuilder(head)
                         .named()
                         .text(utf8(restrictedText(posture)))
                         .keyed(utf8(imageText(posture.image)), double(posture.image))
                         .text(utf8(rootText(posture.root)))
                         .text(utf8(tokenText(posture.token)))
                         .text(utf8(resources))
                         .text(utf8(probesText(posture)))
                         .text(utf8(policyText(posture)))
                         .text(joined(posture.secrets))
                         .text(utf8(posture.wantsBudget ? word(posture.budget) : QStringLiteral("-")))
                         .text(wire::toWord(head.kind))
                         .verdict(std::move(posture.verdict), posture.faults * kRankOfFault)
                         .take());
  }

  const services::ClusterWatch& m_watch;
  std::vector<const wire::NetworkPolicyRow*> m_policies;
  std::vector<const wire::PodDisruptionBudgetRow*> m_budgets;
  cluster::PostureView m_view;
  std::vector<ClusterRow> m_rows;
};

QString levelText(const std::optional<cluster::SecurityLevel>& level) {
  return level ? text(cluster::toWord(*level)) : Texts::tr("nothing", "that a namespace enforces");
}

}  // namespace

std::vector<ClusterRow> postureRows(const TopicGround& ground) {
  Rows rows(ground.watch);
  rows.add<wire::DeploymentRow>(KubeKind::Deployment, [](const auto& row) { return row.replicas; });
  rows.add<wire::StatefulSetRow>(KubeKind::StatefulSet, [](const auto& row) { return row.replicas; });
  rows.add<wire::RolloutRow>(KubeKind::Rollout, [](const auto& row) { return row.replicas; });
  rows.add<wire::DaemonSetRow>(KubeKind::DaemonSet, [](const auto&) { return 1; });
  rows.add<wire::CronJobRow>(KubeKind::CronJob, [](const auto&) { return 1; });
  rows.add<wire::JobRow>(KubeKind::Job, [](const auto&) { return 1; });
  return rows.take();
}

QString postureNote(const TopicGround& ground) {
  const auto& name = ground.session.state().nameSpace;
  QStringList notes;
  for (const auto* row : rowsIn<wire::NamespaceRow>(ground.watch, KubeKind::Namespace))
    if (row->head.name == name) {
      const auto security = cluster::namespaceSecurity(row->head);
      notes << Texts::tr("Namespace “%1” enforces %2, audits %3 and warns of %4.")
                   .arg(text(name), levelText(security.enforce), levelText(security.audit),
                        levelText(security.warn));
    }
  const auto* spaces = ground.watch.feed(KubeKind::Namespace);
  if (notes.isEmpty() && spaces && spaces->state().freshness == Freshness::Denied)
    notes << Texts::tr("What the namespace enforces is not known: namespaces may not be seen.");
  for (const auto& [kind, sentence] :
       {std::pair{KubeKind::NetworkPolicy, Texts::tr("Network policies may not be seen.")},
        std::pair{KubeKind::PodDisruptionBudget, Texts::tr("Disruption budgets may not be seen.")}}) {
    const auto* feed = ground.watch.feed(kind);
    if (feed && feed->state().freshness == Freshness::Denied) notes << sentence;
  }
  return notes.join(QLatin1Char(' '));
}

}  // namespace aiagent::ui
