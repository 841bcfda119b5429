// cluster watch|rollout status
#include <map>
#include <optional>
#include <utility>

#include "app/cli/cluster_history.h"
#include "app/cli/cluster_watching.h"
#include "core/cluster/verdicts/rollout_status.h"
#include "core/services/cluster/history_recorder.h"
#include "ui/format/explain.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using services::ClusterWatch;
using services::WatchedWorkload;
using wire::JsonObject;
using wire::KubeKind;

// ---------------------------------------------------------------- watch

// One line each time that something is judged otherwise or becomes fresher or staler, until Ctrl-C.
class Follow {
 public:
  explicit Follow(Context& context) : m_context(context) {}

  void look(const ClusterWatch& watch) {
    std::map<std::string, WatchedWorkload> now;
    for (auto& one : watch.workloads()) now.emplace(one.workload.uid, std::move(one));
    for (const auto& [uid, one] : now) {
      const auto before = m_told.find(uid);
      if (before == m_told.end() || !same(before->second, one)) tell(watch, one);
    }
    for (const auto& [uid, one] : m_told) {
      if (now.contains(uid)) continue;
      if (watch.isHidden(one.workload.kind))
        now.emplace(uid, tellUnseen(watch, one));
      else
        tellGone(watch, one);
    }
    m_told = std::move(now);
    m_context.flush();
  }

 private:
  static bool same(const WatchedWorkload& a, const WatchedWorkload& b) {
    return a.freshness == b.freshness && a.workload.verdict.kind == b.workload.verdict.kind &&
           a.workload.verdict.reason == b.workload.verdict.reason && a.workload.ready == b.workload.ready &&
           a.workload.desired == b.workload.desired;
  }
  void tell(const ClusterWatch& watch, const WatchedWorkload& one) {
    if (m_context.json()) return m_context.printShown(workloadJson(one));
    m_context.printShown(base::toIso8601(watch.serverNow()) + "  " + one.workload.title() + "  " +
                         std::to_string(one.workload.ready) + '/' + std::to_string(one.workload.desired) +
                         "  " + std::string(cluster::toWord(one.workload.verdict.kind)) + "  " +
                         one.workload.verdict.reason + "  " + std::string(cluster::toWord(one.freshness)));
  }
  // It may well be there still.
  WatchedWorkload tellUnseen(const ClusterWatch& watch, WatchedWorkload one) {
    const auto before = one;
    one.workload.verdict = cluster::verdict(cluster::VerdictKind::Unknown, "NotSeen");
    one.freshness = watch.feed(one.workload.kind)->state().freshness;
    if (!same(before, one)) tell(watch, one);
    return one;
  }
  void tellGone(const ClusterWatch& watch, const WatchedWorkload& one) {
    if (m_context.json())
      m_context.printShown(JsonObject()
                               .text("kind", wire::toWord(one.workload.kind))
                               .text("namespace", one.workload.nameSpace)
                               .text("name", one.workload.name)
                               .boolean("deleted", true)
                               .take());
    else
      m_context.printShown(base::toIso8601(watch.serverNow()) + "  " + one.workload.title() + "  deleted");
  }

  Context& m_context;
  std::map<std::string, WatchedWorkload> m_told;
};

using RecorderPtr = std::shared_ptr<services::HistoryRecorder>;

// Keeps what is seen in the profile's history, as long as the watch is there.
RecorderPtr record(Context& context, const Arguments& arguments, Watching& watching) {
  const auto& access = watching.connection->client->access();
  const auto space = arguments.has("all-namespaces") ? std::string() : access.nameSpace;
  auto& profile = context.profile();
  auto recorder = std::make_shared<services::HistoryRecorder>(
      services::HistoryRecorder::Surroundings{*watching.watch, profile.store(), profile.scheduler(),
                                              profile.clock()},
      services::RecorderOptions{.environment = historyName(access, space)});
  QObject::connect(recorder.get(), &services::HistoryRecorder::failed, recorder.get(),
                   [&context](const base::Error& error) { context.message(format::explain(error).text()); });
  recorder->start();
  return recorder;
}

services::ClusterWatchOptions followedKinds(bool recorded) {
  services::ClusterWatchOptions options;
  if (!recorded) return options;
  options.kinds = cluster::workloadKinds();
  for (const auto kind : services::recordedKinds()) options.kinds.push_back(kind);
  return options;
}

void follow(Context& context, const Arguments& arguments, Finish finish) {
  auto lines = std::make_shared<Follow>(context);
  auto options = followedKinds(arguments.has("record"));
  const auto watching =
      watchUntil(context, arguments, finish, std::move(options), [&context, lines, finish](Watching& one) {
        if (!one.watch->settled()) return false;
        if (const auto error = whyNothing(*one.watch); error && !one.told) {
          finishWithCluster(context, *error, finish);
          return true;
        }
        if (!std::exchange(one.told, true)) tellTroubles(context, *one.watch);
        lines->look(*one.watch);
        return false;
      });
  if (!watching) return;
  auto recorder = arguments.has("record") ? record(context, arguments, *watching) : RecorderPtr();
  context.onInterrupt([watching, finish, recorder]() mutable {
    const auto end = [watching, finish](base::Result<void>) {
      endWatch(*watching);
      finish(Exit::Done);
    };
    if (!recorder) return end({});
    const auto last = std::move(recorder);  // goes before the watch it hears
    last->finish([last, end](base::Result<void> kept) { end(std::move(kept)); });
  });
}

// ---------------------------------------------------------------- rollout status

std::optional<KubeKind> rolloutKind(std::string_view word) {
  if (word == "deployment" || word == "deployments" || word == "deploy" || word == "deployment.apps")
    return KubeKind::Deployment;
  if (word == "statefulset" || word == "statefulsets" || word == "sts" || word == "statefulset.apps")
    return KubeKind::StatefulSet;
  if (word == "daemonset" || word == "daemonsets" || word == "ds" || word == "daemonset.apps")
    return KubeKind::DaemonSet;
  return std::nullopt;
}

std::optional<cluster::RolloutStatus> statusOf(const wire::KubeRow& row) {
  if (const auto* one = std::get_if<wire::DeploymentRow>(&row)) return cluster::rolloutStatus(*one);
  if (const auto* one = std::get_if<wire::StatefulSetRow>(&row)) return cluster::rolloutStatus(*one);
  if (const auto* one = std::get_if<wire::DaemonSetRow>(&row)) return cluster::rolloutStatus(*one);
  return std::nullopt;
}

// A server that has just begun refuses everybody for a while; beyond that nothing more will come by itself.
constexpr base::Milliseconds kRefusedFor{30'000};

bool isRefusal(const base::Error& error) {
  return error.code == base::ErrorCode::Credentials || error.code == base::ErrorCode::Forbidden;
}

// Waits as `kubectl rollout status` does, with its words and its exit status.
class RolloutWait {
 public:
  RolloutWait(Context& context, Finish finish, KubeKind kind, std::string name)
      : m_context(context), m_finish(std::move(finish)), m_kind(kind), m_name(std::move(name)) {}

  bool look(Watching& watching) {
    const auto* feed = watching.watch->feed(m_kind);
    if (feed->asOf() == base::WallTime{}) {
      if (!feed->state().trouble) return false;
      finishWithCluster(m_context, *feed->state().trouble, m_finish);
      return true;
    }
    if (const auto& trouble = feed->state().trouble; trouble && isRefusal(*trouble)) {
      const auto now = m_context.profile().clock().now();
      m_refused = m_refused.value_or(now);
      if (now - *m_refused < kRefusedFor) return false;
      finishWithCluster(m_context, *trouble, m_finish);
      return true;
    }
    m_refused.reset();
    // The verdict that goes along rests on pods too.
    if (m_context.json() && !watching.watch->settled()) return false;
    const auto* row = find(*feed);
    if (!row)
      return end(watching, m_uid.empty() ? "error: not found" : "error: object has been deleted", true);
    m_uid = wire::headOf(*row).uid;
    const auto status = statusOf(*row);
    if (!status) return end(watching, "error: no rollout", true);
    if (status->failed) return end(watching, "error: " + status->message, true);
    if (status->done) return end(watching, status->message, false);
    if (!m_context.json() && status->message != m_said) m_context.printShown(status->message);
    m_context.flush();
    m_said = status->message;
    return false;
  }

  void timeOut(Watching& watching) { end(watching, "error: timed out waiting for the condition", true); }

 private:
  // One that was made again under its name is another one.
  const wire::KubeRow* find(const services::KindFeed& feed) const {
    if (!m_uid.empty()) return feed.table().find(m_uid);
    for (const auto& [uid, row] : feed.table().rows())
      if (wire::headOf(row).name == m_name) return &row;
    return nullptr;
  }

  bool end(Watching& watching, const std::string& message, bool failed) {
    if (m_context.json()) {
      JsonObject object;
      object.text("message", message).boolean("failed", failed);
      for (const auto& one : watching.watch->workloads())
        if (one.workload.kind == m_kind && one.workload.name == m_name)
          object.raw("workload", workloadJson(one));
      m_context.printShown(object.take());
    } else if (failed) {
      m_context.message(format::text(message));
    } else {
      m_context.printShown(message);
    }
    m_finish(failed ? Exit::Internal : Exit::Done);
    return true;
  }

  Context& m_context;
  const Finish m_finish;
  const KubeKind m_kind;
  const std::string m_name;
  std::string m_uid, m_said;
  std::optional<base::Instant> m_refused;  // since when
};

void rolloutStatus(Context& context, const Arguments& arguments, Finish finish) {
  const auto word = arguments.positional(0);
  const auto slash = word.find('/');
  const auto kind = slash == std::string::npos ? std::nullopt : rolloutKind(word.substr(0, slash));
  const auto seconds = secondsOf(arguments.value("timeout").value_or("0"));
  if (!kind || !seconds)
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = kind ? "timeout" : word},
                      finish);
  auto wait = std::make_shared<RolloutWait>(context, finish, *kind, word.substr(slash + 1));
  const auto watching = watchUntil(context, arguments, finish,
                                   {.nameSpace = {}, .kinds = {*kind, KubeKind::ReplicaSet, KubeKind::Pod}},
                                   [wait](Watching& one) { return wait->look(one); });
  if (!watching || *seconds <= 0) return;
  watching->deadline = context.clusterSurroundings(nullptr).scheduler.after(
      base::Milliseconds(std::int64_t(*seconds) * 1000), [wait, weak = std::weak_ptr(watching)] {
        const auto held = weak.lock();
        if (!held || held->over) return;
        endWatch(*held);
        wait->timeOut(*held);
      });
}

}  // namespace

std::vector<Command> rolloutCommands() {
  auto rolloutOptions = clusterOptions();
  rolloutOptions.push_back(
      {"timeout", "SECONDS", QT_TRANSLATE_NOOP("cli", "Give up after so long; 0: never")});
  auto followOptions = watchOptions();
  followOptions.push_back(
      {"record", "",
       QT_TRANSLATE_NOOP("cli", "Keep what happens in the profile's history, for “cluster history”")});
  return {
      {{{"cluster", "watch"},
        QT_TRANSLATE_NOOP("cli", "Print each change of a verdict or of its freshness, until Ctrl-C"),
        {},
        followOptions},
       follow},
      {{{"cluster", "rollout", "status"},
        QT_TRANSLATE_NOOP("cli", "Wait for a rollout, as kubectl does"),
        {{"KIND/NAME"}},
        rolloutOptions},
       rolloutStatus},
  };
}

}  // namespace aiagent::cli
