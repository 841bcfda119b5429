#include "core/cluster/history/history_observer.h"

#include <algorithm>
#include <utility>

#include "core/cluster/verdicts/cluster_verdicts.h"
#include "core/cluster/verdicts/rollout_verdict.h"

namespace aiagent::cluster {
namespace {

using domain::ClusterFact;
using domain::ClusterFactKind;
using wire::KubeKind;

constexpr std::size_t kLongestDetail = 1'000;
constexpr std::size_t kMostRemembered = 20'000;

std::string cut(std::string text) {
  if (text.size() > kLongestDetail) text.resize(kLongestDetail);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  return text;
}

std::string evidenceText(const Verdict& verdict) {
  std::string text;
  for (const auto& one : verdict.evidence) {
    if (!text.empty()) text += "; ";
    text += one.field + ": " + one.value;
  }
  return cut(std::move(text));
}

const wire::KubeRow* rowOf(const HistoryView& view, KubeKind kind, const std::string& uid) {
  const auto* table = view.table ? view.table(kind) : nullptr;
  return table ? table->find(uid) : nullptr;
}

// Of a kind that is known now.
template <class Row, class Use>
void eachNew(const HistoryView& view, KubeKind kind, Use use) {
  const auto* table = view.table ? view.table(kind) : nullptr;
  if (!table) return;
  const auto take = [&](const std::string& uid, const wire::KubeRow& any) {
    if (const auto* row = std::get_if<Row>(&any)) use(*row, uid);
  };
  const auto news = view.news.find(kind);
  if (news == view.news.end())
    for (const auto& [uid, any] : table->rows()) take(uid, any);
  else
    for (const auto& uid : news->second)
      if (const auto* any = table->find(uid)) take(uid, *any);
}

WorkloadThen thenOf(const HistoryView& view, const Workload& one) {
  WorkloadThen then{.kind = std::string(wire::toWord(one.kind)),
                    .nameSpace = one.nameSpace,
                    .name = one.name,
                    .uid = one.uid,
                    .images = one.images,
                    .wanted = one.desired,
                    .verdict = std::string(toWord(one.verdict.kind)),
                    .reason = one.verdict.reason,
                    .changeCause = {},
                    .since = view.now};
  if (const auto* row = rowOf(view, one.kind, one.uid)) {
    const auto& head = wire::headOf(*row);
    then.revision = revisionOf(head);
    then.changeCause = std::string(head.annotations.at("kubernetes.io/change-cause"));
  }
  return then;
}

// Jobs and what counts their pods otherwise are no replicas that somebody scales.
bool isScaled(KubeKind kind) {
  return kind == KubeKind::Deployment || kind == KubeKind::StatefulSet || kind == KubeKind::Rollout;
}

ClusterFact factOf(const HistoryView& view, const Workload& one, ClusterFactKind kind) {
  return {.time = view.now, .kind = kind, .nameSpace = one.nameSpace, .object = one.title(), .uid = one.uid};
}

ClusterFact scaledFact(const HistoryView& view, const Workload& one, std::string before, int wanted) {
  auto fact = factOf(view, one, ClusterFactKind::Scaled);
  fact.before = std::move(before);
  fact.after = std::to_string(wanted);
  return fact;
}

ClusterFact verdictFact(const HistoryView& view, const Workload& one, std::string before) {
  auto fact = factOf(view, one, ClusterFactKind::Verdict);
  fact.before = std::move(before);
  fact.after = std::string(toWord(one.verdict.kind));
  fact.reason = one.verdict.reason;
  fact.detail = evidenceText(one.verdict);
  return fact;
}

// One alert is another with other labels.
std::string keyOf(const wire::PromAlert& alert) {
  auto labels = alert.labels.all();
  std::sort(labels.begin(), labels.end());
  std::string key = alert.name;
  for (const auto& [name, value] : labels) key.append(1, '\n').append(name).append(1, '=').append(value);
  return key;
}

ClusterFact podFact(const wire::PodRow& pod, const wire::ContainerRow& container, ClusterFactKind kind) {
  return {.kind = kind,
          .nameSpace = std::string(pod.head.nameSpace.view()),
          .object = "pod/" + pod.head.name,
          .uid = pod.head.uid,
          .after = std::string(container.name.view()),
          .amount = container.restarts};
}

}  // namespace

void HistoryObserver::continueFrom(HistorySnapshot last, base::WallTime watchedUntil) {
  m_state = std::move(last);
  m_watched = watchedUntil;
  for (const auto& [uid, one] : m_state.workloads)
    if (one.verdict == toWord(VerdictKind::Progressing)) m_rolling.insert(uid);
}

std::vector<ClusterFact> HistoryObserver::look(const HistoryView& view) {
  if (!view.known) return {};
  noteGap(view);
  noteWorkloads(view);
  noteEnvironment(view);
  notePods(view);
  noteEvents(view);
  noteAutoscalers(view);
  noteNodes(view);
  noteAlerts(view);
  m_begun = true;
  m_watched = m_state.time = view.now;
  return std::exchange(m_facts, {});
}

void HistoryObserver::noteGap(const HistoryView& view) {
  if (m_watched == base::WallTime{} || view.now - m_watched <= m_limits.silence) return;
  m_facts.push_back({.time = m_watched, .kind = ClusterFactKind::Gap, .until = view.now});
}

bool HistoryObserver::isNews(base::WallTime time, const HistoryView& view) const {
  return wire::told(time) && view.now - time <= m_limits.oldest;
}

// ---- workloads

void HistoryObserver::noteWorkloads(const HistoryView& view) {
  if (!view.workloads) return;
  for (const auto& one : *view.workloads) noteWorkload(view, one);
  noteDeleted(view);
}

void HistoryObserver::noteWorkload(const HistoryView& view, const Workload& one) {
  const auto found = m_state.workloads.find(one.uid);
  const bool isOld = !one.version.empty() && std::exchange(m_versions[one.uid], one.version) == one.version;
  if (found == m_state.workloads.end()) return noteAppeared(view, one, thenOf(view, one));
  auto& before = found->second;
  // All else stands in the object, and nearly all of a large cluster is as it was.
  if (isOld && before.reason == one.verdict.reason && before.verdict == toWord(one.verdict.kind)) return;
  auto now = thenOf(view, one);
  if (now.verdict == before.verdict && now.reason == before.reason) now.since = before.since;
  noteRollout(view, before, now, one);
  if (now.revision != before.revision || now.images != before.images) {
    auto fact = factOf(view, one, ClusterFactKind::Revision);
    fact.before = before.images;
    fact.after = now.images;
    fact.detail = cut(now.changeCause);
    fact.amount = now.revision;
    m_facts.push_back(std::move(fact));
  }
  if (isScaled(one.kind) && now.wanted != before.wanted)
    m_facts.push_back(scaledFact(view, one, std::to_string(before.wanted), now.wanted));
  if (now.verdict != before.verdict || now.reason != before.reason)
    m_facts.push_back(verdictFact(view, one, before.verdict));
  before = std::move(now);
}

// Without a state from before what is there is no news: the snapshot has it.
void HistoryObserver::noteAppeared(const HistoryView& view, const Workload& one, WorkloadThen now) {
  if (m_watched != base::WallTime{} || m_begun) {
    auto fact = factOf(view, one, ClusterFactKind::Appeared);
    fact.after = now.images;
    fact.amount = now.revision;
    m_facts.push_back(std::move(fact));
    m_facts.push_back(scaledFact(view, one, {}, now.wanted));
    m_facts.push_back(verdictFact(view, one, {}));
  }
  if (one.verdict.kind == VerdictKind::Progressing) m_rolling.insert(one.uid);
  m_state.workloads.emplace(one.uid, std::move(now));
}

// A rollout begins with another revision or by progressing, and ends when it is well or has failed.
void HistoryObserver::noteRollout(const HistoryView& view, const WorkloadThen& before,
                                  const WorkloadThen& now, const Workload& one) {
  const auto add = [&](ClusterFactKind kind) {
    auto fact = factOf(view, one, kind);
    fact.reason = now.reason;
    fact.detail = evidenceText(one.verdict);
    fact.amount = now.revision;
    m_facts.push_back(std::move(fact));
  };
  const bool progresses = one.verdict.kind == VerdictKind::Progressing;
  const bool isOther = now.revision != before.revision;
  const bool rolling = m_rolling.contains(one.uid);
  if (!isScaled(one.kind) && one.kind != KubeKind::DaemonSet) return;
  if ((isOther || progresses) && !rolling) {
    m_rolling.insert(one.uid);
    add(ClusterFactKind::RolloutBegun);
  }
  if (!m_rolling.contains(one.uid) || now.verdict == before.verdict) return;
  if (one.verdict.kind == VerdictKind::Healthy || one.verdict.kind == VerdictKind::Failed) {
    m_rolling.erase(one.uid);
    add(one.verdict.kind == VerdictKind::Healthy ? ClusterFactKind::RolloutDone
                                                 : ClusterFactKind::RolloutFailed);
  }
}

// Only where the kind itself is known: what may not be seen is not gone.
void HistoryObserver::noteDeleted(const HistoryView& view) {
  for (auto at = m_state.workloads.begin(); at != m_state.workloads.end();) {
    const auto& [uid, one] = *at;
    const auto* table = view.table ? view.table(wire::kubeKindFromWord(one.kind)) : nullptr;
    if (!table || table->find(uid)) {
      ++at;
      continue;
    }
    m_facts.push_back({.time = view.now,
                       .kind = ClusterFactKind::Deleted,
                       .nameSpace = one.nameSpace,
                       .object = one.object(),
                       .uid = uid,
                       .before = one.images});
    m_rolling.erase(uid);
    m_versions.erase(uid);
    at = m_state.workloads.erase(at);
  }
}

void HistoryObserver::noteEnvironment(const HistoryView& view) {
  const auto word = std::string(toWord(view.environment.kind));
  if (word == m_state.verdict && view.environment.reason == m_state.reason) return;
  if (!m_state.verdict.empty())
    m_facts.push_back({.time = view.now,
                       .kind = ClusterFactKind::Environment,
                       .reason = view.environment.reason,
                       .before = m_state.verdict,
                       .after = word,
                       .detail = evidenceText(view.environment)});
  m_state.verdict = word;
  m_state.reason = view.environment.reason;
}

// ---- pods, events, autoscalers, nodes

void HistoryObserver::notePods(const HistoryView& view) {
  if (m_ends.size() > kMostRemembered) m_ends.clear();
  eachNew<wire::PodRow>(view, KubeKind::Pod, [&](const auto& pod, const auto&) { notePod(view, pod); });
}

// An OOM kill is often only in what the container did last (contract D8).
void HistoryObserver::notePod(const HistoryView& view, const wire::PodRow& pod) {
  for (const auto& one : pod.containers) {
    const bool lastly = one.lastReason == "OOMKilled";
    const bool now = one.state == wire::ContainerState::Terminated && one.reason == "OOMKilled";
    const bool loops = one.state == wire::ContainerState::Waiting && one.reason == "CrashLoopBackOff";
    if (!lastly && !now && !loops && m_looping.empty()) continue;  // nearly all, in a large cluster
    const auto when = now ? one.finished : one.lastFinished;
    const auto key = pod.head.uid + '/' + std::string(one.name.view());
    if ((now || lastly) && isNews(when, view) &&
        m_ends.insert(key + '/' + std::to_string(base::toMillis(when))).second) {
      auto fact = podFact(pod, one, ClusterFactKind::OomKilled);
      fact.time = when;
      fact.reason = "OOMKilled";
      fact.amount = base::toMillis(when);  // the same one, however often the container restarts
      m_facts.push_back(fact);
    }
    if (loops && m_looping.insert(key).second) {
      auto fact = podFact(pod, one, ClusterFactKind::CrashLoop);
      fact.time = view.now;
      fact.reason = std::string(one.lastReason.view());
      m_facts.push_back(fact);
    }
    if (one.ready) m_looping.erase(key);
  }
}

// Each once, and again when it has come twice as often.
void HistoryObserver::noteEvents(const HistoryView& view) {
  if (m_events.size() > kMostRemembered) m_events.clear();
  eachNew<wire::EventRow>(view, KubeKind::Event,
                          [&](const auto& event, const auto& uid) { noteEvent(view, event, uid); });
}

void HistoryObserver::noteEvent(const HistoryView& view, const wire::EventRow& event,
                                const std::string& uid) {
  if (!event.warning() || !isNews(event.last, view)) return;
  auto& told = m_events[uid];
  if (event.count < std::max<std::int64_t>(1, 2 * told)) return;
  told = event.count;
  std::string kind(event.aboutKind.view());
  for (auto& c : kind)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  m_facts.push_back({.time = event.last,
                     .kind = ClusterFactKind::Warning,
                     .nameSpace = std::string(event.aboutNamespace.view()),
                     .object = kind + '/' + std::string(event.aboutName.view()),
                     .uid = uid,
                     .reason = std::string(event.reason.view()),
                     .detail = cut(event.message),
                     .amount = event.count});
}

void HistoryObserver::noteAutoscalers(const HistoryView& view) {
  const auto* scalers = view.table ? view.table(KubeKind::HorizontalPodAutoscaler) : nullptr;
  if (!scalers) return;
  for (const auto& [uid, row] : scalers->rows()) {
    const auto* one = std::get_if<wire::HorizontalPodAutoscalerRow>(&row);
    if (!one) continue;
    const auto [known, isNew] = m_scalers.try_emplace(uid, one->desired);
    if (isNew || known->second == one->desired) continue;
    m_facts.push_back({.time = view.now,
                       .kind = ClusterFactKind::Autoscaled,
                       .nameSpace = std::string(one->head.nameSpace.view()),
                       .object = "horizontalpodautoscaler/" + one->head.name,
                       .uid = uid,
                       .before = std::to_string(known->second),
                       .after = std::to_string(one->desired)});
    known->second = one->desired;
  }
}

void HistoryObserver::noteNodes(const HistoryView& view) {
  eachNew<wire::NodeRow>(view, KubeKind::Node,
                         [&](const auto& node, const auto& uid) { noteNode(view, node, uid); });
}

void HistoryObserver::noteNode(const HistoryView& view, const wire::NodeRow& node, const std::string& uid) {
  const auto* condition = wire::findCondition(node.conditions, "Ready");
  const bool ready = condition && condition->status == wire::Truth::True;
  const auto [known, isNew] = m_nodes.try_emplace(uid, true);
  if (std::exchange(known->second, ready) == ready) return;
  ClusterFact fact{.time = condition && wire::told(condition->changed) ? condition->changed : view.now,
                   .kind = ready ? ClusterFactKind::NodeReady : ClusterFactKind::NodeNotReady,
                   .object = "node/" + node.head.name,
                   .uid = uid};
  if (condition) {
    fact.reason = std::string(condition->reason.view());
    fact.detail = cut(std::string(condition->message.view()));
  }
  m_facts.push_back(std::move(fact));
}

// Silence of an unknown Prometheus ends no alert.
void HistoryObserver::noteAlerts(const HistoryView& view) {
  if (!view.alerts) return;
  std::set<std::string> firing;
  for (const auto& alert : *view.alerts) {
    if (!alert.firing) continue;
    const auto key = keyOf(alert);
    firing.insert(key);
    if (m_state.alerts.contains(key)) continue;
    ClusterFact fact{.time = isNews(alert.active, view) ? alert.active : view.now,
                     .kind = ClusterFactKind::AlertFired,
                     .nameSpace = std::string(alert.labels.at("namespace")),
                     .object = "alert/" + alert.name,
                     .uid = key,
                     .after = alert.severity,
                     .detail = cut(alert.summary)};
    m_state.alerts.emplace(key, AlertThen{fact.nameSpace, fact.object, fact.after, fact.detail, fact.time});
    m_facts.push_back(std::move(fact));
  }
  for (auto at = m_state.alerts.begin(); at != m_state.alerts.end();) {
    const auto& [key, one] = *at;
    if (firing.contains(key)) {
      ++at;
      continue;
    }
    m_facts.push_back({.time = view.now,
                       .kind = ClusterFactKind::AlertEnded,
                       .nameSpace = one.nameSpace,
                       .object = one.object,
                       .uid = key,
                       .before = one.severity,
                       .detail = one.summary});
    at = m_state.alerts.erase(at);
  }
}

}  // namespace aiagent::cluster
