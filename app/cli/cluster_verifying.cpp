#include <utility>

#include "app/cli/cluster_acting.h"
#include "app/cli/cluster_watching.h"
#include "app/cli/input.h"
#include "core/cluster/resource_version.h"
#include "core/cluster/verdicts/job_verdicts.h"
#include "core/cluster/verdicts/service_verdict.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using cluster::Verdict;
using cluster::VerdictKind;
using services::WatchedWorkload;
using wire::KubeKind;

constexpr int kLongestWait = 600;  // seconds
constexpr base::Milliseconds kDegradedFor{10'000};

std::vector<KubeKind> watchedFor(KubeKind kind) {
  if (kind == KubeKind::Deployment) return {kind, KubeKind::ReplicaSet, KubeKind::Pod};
  if (kind == KubeKind::StatefulSet || kind == KubeKind::DaemonSet) return {kind, KubeKind::Pod};
  if (kind == KubeKind::Service) return {kind, KubeKind::EndpointSlice, KubeKind::Pod};
  return {kind};
}

template <class Row>
std::vector<const Row*> rowsOf(const services::KindFeed& feed) {
  std::vector<const Row*> rows;
  for (const auto& [uid, row] : feed.table().rows())
    if (const auto* one = std::get_if<Row>(&row)) rows.push_back(one);
  return rows;
}

class Verifier {
 public:
  Verifier(Context& context, Finish finish, Verification wanted)
      : m_context(context), m_finish(std::move(finish)), m_wanted(std::move(wanted)) {}

  bool look(Watching& watching) {
    const auto& feed = *watching.watch->feed(m_wanted.kind);
    if (feed.asOf() == base::WallTime{}) {
      if (!feed.state().trouble) return false;
      return end({}, Exit::Unknown, "NotSeen");
    }
    if (!watching.watch->settled()) return false;
    const auto* row = find(feed);
    if (!row || isOld(*row)) return false;
    m_last = verdictOf(watching, *row);
    m_isHeld = isHeld(*row, watching.watch->serverNow());
    return judge(watching);
  }

  void timeOut() { end(m_last, Exit::Unknown, "TimedOut"); }
  void stillDegraded() {
    if (m_last.kind == VerdictKind::Degraded && !m_isOver) end(m_last, Exit::Degraded, m_last.reason);
  }
  bool isOver() const { return m_isOver; }

 private:
  const wire::KubeRow* find(const services::KindFeed& feed) const {
    for (const auto& [uid, row] : feed.table().rows())
      if (wire::headOf(row).name == m_wanted.name) return &row;
    return nullptr;
  }
  // From before the act: a server's cache may lag.
  bool isOld(const wire::KubeRow& row) const {
    return cluster::isBefore(wire::headOf(row).resourceVersion, m_wanted.version);
  }
  // An exceeded deadline from before the act, for one deadline (ActionState::progressBefore).
  bool isHeld(const wire::KubeRow& row, base::WallTime now) const {
    const auto* deployment = std::get_if<wire::DeploymentRow>(&row);
    if (!deployment || m_last.reason != "ProgressDeadlineExceeded") return false;
    const auto* progressing = wire::findCondition(deployment->conditions, "Progressing");
    const auto deadline = std::chrono::seconds(deployment->progressDeadlineSeconds.value_or(kLongestWait));
    return progressing && progressing->updated == m_wanted.progressBefore && now - m_wanted.since <= deadline;
  }
  Verdict verdictOf(const Watching& watching, const wire::KubeRow& row) const {
    if (const auto* job = std::get_if<wire::JobRow>(&row))
      return cluster::jobVerdict(*job, watching.watch->serverNow());
    if (const auto* service = std::get_if<wire::ServiceRow>(&row))
      return verdictOf(*watching.watch, *service);
    for (const auto& one : watching.watch->workloads())
      if (one.workload.kind == m_wanted.kind && one.workload.name == m_wanted.name)
        return one.workload.verdict;
    return cluster::verdict(VerdictKind::Unknown, "NotSeen");
  }

  static Verdict verdictOf(const services::ClusterWatch& watch, const wire::ServiceRow& service) {
    if (!watch.isKnown(KubeKind::EndpointSlice) || !watch.isKnown(KubeKind::Pod))
      return cluster::verdict(VerdictKind::Unknown, "NotSeen");
    return cluster::serviceVerdict(service,
                                   rowsOf<wire::EndpointSliceRow>(*watch.feed(KubeKind::EndpointSlice)),
                                   rowsOf<wire::PodRow>(*watch.feed(KubeKind::Pod)));
  }

  bool judge(Watching& watching) {
    if (m_isHeld) return false;
    switch (m_last.kind) {
      case VerdictKind::Healthy:
      case VerdictKind::Paused: return end(m_last, Exit::Done, m_last.reason);
      case VerdictKind::Failed: return end(m_last, Exit::Unhealthy, m_last.reason);
      case VerdictKind::Progressing:
        if (m_last.reason == "Soaking") return end(m_last, Exit::Done, m_last.reason);
        tellProgress();
        return false;
      case VerdictKind::Degraded: watchDegraded(watching); return false;
      case VerdictKind::Unknown:  // what may not be seen will not be seen by waiting
        return m_last.reason == "NotSeen" && end(m_last, Exit::Unknown, m_last.reason);
    }
    return false;
  }
  void watchDegraded(Watching& watching) {
    if (m_degraded) return;
    m_degraded = m_context.profile().scheduler().after(kDegradedFor, [this, &watching] {
      m_degraded.reset();
      stillDegraded();
      if (m_isOver) endWatch(watching);
    });
  }
  void tellProgress() {
    m_degraded.reset();
    if (m_context.json() || m_told == m_last.reason) return;
    m_told = m_last.reason;
    m_context.printShown(std::string(cluster::toWord(m_last.kind)) + "  " + m_last.reason);
    m_context.flush();
  }

  bool end(const Verdict& verdict, Exit exit, const std::string& reason) {
    if (std::exchange(m_isOver, true)) return true;
    m_degraded.reset();
    if (m_context.json()) {
      wire::JsonObject object;
      auto text = addVerdict(object, verdict).text("verification", reason).take();
      m_context.printShown(m_wanted.json + ',' + text.substr(1));
    } else {
      m_context.printShown(std::string(cluster::toWord(verdict.kind)) + "  " + reason);
    }
    m_finish(exit);
    return true;
  }

  Context& m_context;
  const Finish m_finish;
  const Verification m_wanted;
  Verdict m_last;
  std::unique_ptr<ports::Timer> m_degraded;
  std::string m_told;
  bool m_isHeld = false, m_isOver = false;
};

}  // namespace

void verify(Context& context, const Arguments& arguments, const Finish& finish, Verification wanted) {
  const auto seconds = numberOption(arguments, "timeout", 1, kLongestWait);
  const auto kinds = watchedFor(wanted.kind);
  auto verifier = std::make_shared<Verifier>(context, finish, std::move(wanted));
  const auto watching = watchUntil(context, arguments, finish, {.nameSpace = {}, .kinds = kinds},
                                   [verifier](Watching& one) { return verifier->look(one); });
  if (!watching) return;
  watching->deadline = context.profile().scheduler().after(
      std::chrono::seconds(seconds ? *seconds : kLongestWait), [verifier, weak = std::weak_ptr(watching)] {
        const auto held = weak.lock();
        if (!held || held->over) return;
        endWatch(*held);
        verifier->timeOut();
      });
}

}  // namespace aiagent::cli
