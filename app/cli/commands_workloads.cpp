// cluster status|workloads|pods|rollout status
#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <tuple>

#include "app/cli/cluster_access.h"
#include "app/cli/command.h"
#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/pod_status.h"
#include "core/cluster/verdicts/pod_verdict.h"
#include "core/cluster/verdicts/rollout_status.h"
#include "core/services/cluster/cluster_watch.h"
#include "core/wire/json_text.h"
#include "ui/format/cluster_words.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using cluster::Freshness;
using cluster::Verdict;
using cluster::VerdictKind;
using services::ClusterWatch;
using services::WatchedWorkload;
using wire::JsonArray;
using wire::JsonObject;
using wire::KubeKind;

// ---------------------------------------------------------------- watching

// A watch with what it stands on, for as long as the command runs.
struct Watching {
  std::shared_ptr<ClusterConnection> connection;
  std::unique_ptr<ClusterWatch> watch;
  std::unique_ptr<ports::Timer> deadline;
  bool over = false;
};
using WatchingPtr = std::shared_ptr<Watching>;

// `look` after each change, until it says that it has seen enough.
WatchingPtr watchUntil(Context& context, const Arguments& arguments, const Finish& finish,
                       services::ClusterWatchOptions options, std::function<bool(Watching&)> look) {
  auto access = chooseAccess(context, arguments, finish);
  if (!access) return nullptr;
  options.nameSpace = arguments.has("all-namespaces") ? std::string() : access->nameSpace;
  auto watching = std::make_shared<Watching>();
  watching->connection = connect(context, arguments, std::move(*access));
  const auto around = context.clusterSurroundings(watching->connection->plugins.get());
  watching->watch = std::make_unique<ClusterWatch>(*watching->connection->client, around, std::move(options));
  // Later, as what it then ends must not end within its own signal. The watch holds itself until then.
  const auto check = [watching, look = std::move(look), &scheduler = around.scheduler] {
    scheduler.post([watching, look] {
      if (watching->over || !look(*watching)) return;
      watching->over = true;
      watching->deadline.reset();
      watching->watch->disconnect();
    });
  };
  QObject::connect(watching->watch.get(), &ClusterWatch::changed, watching->watch.get(), check);
  context.onInterrupt([watching, finish] {
    watching->over = true;
    finish(Exit::Interrupted);
  });
  watching->watch->start();
  return watching;
}

std::vector<OptionSpec> watchOptions() {
  auto options = clusterOptions();
  options.push_back({"all-namespaces", "", QT_TRANSLATE_NOOP("cli", "Not only the context's namespace")});
  return options;
}

std::string evidenceJson(const Verdict& verdict) {
  JsonArray evidence;
  for (const auto& one : verdict.evidence)
    evidence.raw(
        JsonObject().text("field", one.field).text("value", one.value).text("rule", one.rule).take());
  return evidence.take();
}

JsonObject& addVerdict(JsonObject& object, const Verdict& verdict) {
  return object.text("verdict", cluster::toWord(verdict.kind))
      .text("reason", verdict.reason)
      .raw("evidence", evidenceJson(verdict));
}

std::string timeText(base::WallTime time) {
  return time == base::WallTime{} ? std::string() : base::toIso8601(time);
}

// Columns as wide as their widest cell.
void printRows(Context& context, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] + 3 - row[i].size(), ' ');
    }
    context.printLine(line);
  }
}

// ---------------------------------------------------------------- workloads

std::string workloadJson(const WatchedWorkload& one) {
  JsonObject object;
  object.text("kind", wire::toWord(one.workload.kind))
      .text("namespace", one.workload.nameSpace)
      .text("name", one.workload.name);
  addVerdict(object, one.workload.verdict);
  return object.integer("ready", one.workload.ready)
      .integer("desired", one.workload.desired)
      .text("images", one.workload.images)
      .textOrNull("asOf", timeText(one.asOf))
      .text("freshness", cluster::toWord(one.freshness))
      .take();
}

void printWorkloads(Context& context, const std::vector<WatchedWorkload>& all) {
  if (context.json()) {
    JsonArray array;
    for (const auto& one : all) array.raw(workloadJson(one));
    return context.printLine(array.take());
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& [workload, freshness, asOf] : all)
    rows.push_back({workload.nameSpace, workload.title(),
                    std::to_string(workload.ready) + '/' + std::to_string(workload.desired),
                    std::string(cluster::toWord(workload.verdict.kind)), workload.verdict.reason,
                    std::string(cluster::toWord(freshness))});
  printRows(context, rows);
}

// Why not everything is known, to standard error: a sentence for the kinds that have it in common.
void tellTroubles(Context& context, const ClusterWatch& watch) {
  std::vector<std::pair<QString, QStringList>> told;
  for (const auto kind : cluster::workloadKinds()) {
    const auto* feed = watch.feed(kind);
    if (!feed || !feed->state().trouble || feed->state().freshness == Freshness::Absent) continue;
    const auto text = format::explainCluster(*feed->state().trouble).text();
    auto same = std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.first == text; });
    if (same == told.end()) same = told.insert(told.end(), {text, {}});
    same->second << format::text(wire::toWord(kind));
  }
  for (const auto& [text, kinds] : told)
    context.message(QStringLiteral("%1: %2").arg(kinds.join(QStringLiteral(", ")), text));
}

// The first reason why nothing at all is known; nothing: something is.
std::optional<base::Error> whyNothing(const ClusterWatch& watch) {
  std::optional<base::Error> error;
  for (const auto kind : cluster::workloadKinds()) {
    const auto* feed = watch.feed(kind);
    if (!feed || feed->state().freshness == Freshness::Absent) continue;
    if (!feed->state().trouble) return std::nullopt;
    if (!error) error = feed->state().trouble;
  }
  return error;
}

void workloads(Context& context, const Arguments& arguments, Finish finish) {
  watchUntil(context, arguments, finish, {}, [&context, finish](Watching& watching) {
    if (!watching.watch->settled()) return false;
    if (const auto error = whyNothing(*watching.watch)) {
      finishWithCluster(context, *error, finish);
      return true;
    }
    printWorkloads(context, watching.watch->workloads());
    tellTroubles(context, *watching.watch);
    finish(Exit::Done);
    return true;
  });
}

// ---------------------------------------------------------------- status

Exit exitFor(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::Healthy:
    case VerdictKind::Progressing:
    case VerdictKind::Paused: return Exit::Done;
    case VerdictKind::Degraded: return Exit::Degraded;
    case VerdictKind::Failed: return Exit::Unhealthy;
    case VerdictKind::Unknown: return Exit::Unknown;
  }
  return Exit::Unknown;
}

// A single look cannot hold anything for a while: the worst of what is there now.
Verdict worstOf(const std::vector<WatchedWorkload>& all) {
  if (all.empty()) return cluster::verdict(VerdictKind::Unknown, "NothingToJudge");
  auto worst = cluster::verdict(VerdictKind::Healthy, "AllHealthy");
  for (const auto& one : all)
    if (cluster::worse(one.workload.verdict.kind, worst.kind))
      worst = cluster::verdict(one.workload.verdict.kind, one.workload.verdict.reason);
  for (const auto& one : all)
    if (one.workload.verdict.kind == worst.kind && worst.kind != VerdictKind::Healthy)
      worst.add(one.workload.title(), one.workload.verdict.reason, "the worst of all workloads");
  return worst;
}

std::string kindsJson(const ClusterWatch& watch) {
  JsonArray kinds;
  for (const auto kind : cluster::workloadKinds())
    if (const auto* feed = watch.feed(kind)) {
      const auto& state = feed->state();
      kinds.raw(JsonObject()
                    .text("kind", wire::toWord(kind))
                    .text("freshness", cluster::toWord(state.freshness))
                    .textOrNull("asOf", timeText(feed->asOf()))
                    .textOrNull("error", state.trouble ? base::toWord(state.trouble->code) : "")
                    .take());
    }
  return kinds.take();
}

void printStatus(Context& context, const Watching& watching, const Verdict& verdict,
                 const std::vector<WatchedWorkload>& all) {
  const auto& access = watching.connection->client->access();
  std::map<std::string, std::int64_t> counts;
  for (const auto& one : all) ++counts[std::string(cluster::toWord(one.workload.verdict.kind))];
  if (context.json()) {
    JsonObject counted, object;
    for (const auto& [word, count] : counts) counted.integer(word, count);
    object.text("context", access.context).text("server", access.server).text("namespace", access.nameSpace);
    addVerdict(object, verdict);
    return context.printLine(
        object.raw("workloads", counted.take()).raw("kinds", kindsJson(*watching.watch)).take());
  }
  std::string line(cluster::toWord(verdict.kind));
  line += ": " + access.context + ", " + access.nameSpace;
  for (const auto& [word, count] : counts) line += ", " + std::to_string(count) + ' ' + word;
  context.printLine(line);
  for (const auto& one : verdict.evidence) context.printLine("  " + one.field + "  " + one.value);
}

void status(Context& context, const Arguments& arguments, Finish finish) {
  watchUntil(context, arguments, finish, {}, [&context, finish](Watching& watching) {
    if (!watching.watch->settled()) return false;
    const auto all = watching.watch->workloads();
    const auto nothing = whyNothing(*watching.watch);
    const auto verdict =
        nothing ? cluster::verdict(VerdictKind::Unknown, base::toWord(nothing->code)) : worstOf(all);
    printStatus(context, watching, verdict, all);
    tellTroubles(context, *watching.watch);
    finish(exitFor(verdict.kind));
    return true;
  });
}

// ---------------------------------------------------------------- pods

std::string podJson(const wire::PodRow& pod, base::WallTime now) {
  const auto shown = cluster::podStatus(pod);
  JsonObject object;
  object.text("namespace", pod.head.nameSpace.view())
      .text("name", pod.head.name)
      .text("ready", shown.readyText())
      .text("status", shown.word)
      .integer("restarts", shown.restarts)
      .textOrNull("created", timeText(pod.head.created))
      .textOrNull("node", std::string(pod.node.view()));
  return addVerdict(object, cluster::podVerdict(pod, now)).take();
}

void printPods(Context& context, const ClusterWatch& watch) {
  std::vector<const wire::PodRow*> pods;
  for (const auto& [uid, row] : watch.feed(KubeKind::Pod)->table().rows())
    if (const auto* pod = std::get_if<wire::PodRow>(&row)) pods.push_back(pod);
  std::sort(pods.begin(), pods.end(), [](const auto* a, const auto* b) {
    return std::tie(a->head.nameSpace, a->head.name) < std::tie(b->head.nameSpace, b->head.name);
  });
  const auto now = watch.serverNow();
  if (context.json()) {
    JsonArray array;
    for (const auto* pod : pods) array.raw(podJson(*pod, now));
    return context.printLine(array.take());
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto* pod : pods) {
    const auto shown = cluster::podStatus(*pod);
    rows.push_back({pod->head.name, shown.readyText(), shown.word, shown.restartsText(now),
                    cluster::ageText(pod->head.created, now),
                    std::string(cluster::toWord(cluster::podVerdict(*pod, now).kind))});
  }
  printRows(context, rows);
}

void pods(Context& context, const Arguments& arguments, Finish finish) {
  watchUntil(context, arguments, finish, {.nameSpace = {}, .kinds = {KubeKind::Pod}},
             [&context, finish](Watching& watching) {
               if (!watching.watch->settled()) return false;
               if (const auto error = whyNothing(*watching.watch)) {
                 finishWithCluster(context, *error, finish);
                 return true;
               }
               printPods(context, *watching.watch);
               finish(Exit::Done);
               return true;
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
    const auto* row = find(*feed);
    if (!row)
      return end(watching, m_uid.empty() ? "error: not found" : "error: object has been deleted", true);
    m_uid = wire::headOf(*row).uid;
    const auto status = statusOf(*row);
    if (!status) return end(watching, "error: no rollout", true);
    if (status->failed) return end(watching, "error: " + status->message, true);
    if (status->done) return end(watching, status->message, false);
    if (!m_context.json() && status->message != m_said) m_context.printLine(status->message);
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
      m_context.printLine(object.take());
    } else if (failed) {
      m_context.message(format::text(message));
    } else {
      m_context.printLine(message);
    }
    m_finish(failed ? Exit::Internal : Exit::Done);
    return true;
  }

  Context& m_context;
  const Finish m_finish;
  const KubeKind m_kind;
  const std::string m_name;
  std::string m_uid, m_said;
};

// Nothing: no whole number of seconds.
std::optional<int> secondsOf(const std::string& text) {
  int seconds = 0;
  const auto end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, seconds);
  return fault == std::errc() && stop == end && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

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
      base::Milliseconds(*seconds * 1000), [wait, weak = std::weak_ptr(watching)] {
        const auto held = weak.lock();
        if (!held || held->over) return;
        held->over = true;
        wait->timeOut(*held);
      });
}

}  // namespace

std::vector<Command> workloadCommands() {
  auto rolloutOptions = clusterOptions();
  rolloutOptions.push_back(
      {"timeout", "SECONDS", QT_TRANSLATE_NOOP("cli", "Give up after so long; 0: never")});
  return {
      {{{"cluster", "status"},
        QT_TRANSLATE_NOOP("cli", "Say how a namespace is, by its worst workload"),
        {},
        watchOptions()},
       status},
      {{{"cluster", "workloads"},
        QT_TRANSLATE_NOOP("cli", "List what runs, each with its verdict and evidence"),
        {},
        watchOptions()},
       workloads},
      {{{"cluster", "pods"}, QT_TRANSLATE_NOOP("cli", "List the pods"), {}, watchOptions()}, pods},
      {{{"cluster", "rollout", "status"},
        QT_TRANSLATE_NOOP("cli", "Wait for a rollout, as kubectl does"),
        {{"KIND/NAME"}},
        rolloutOptions},
       rolloutStatus},
  };
}

}  // namespace aiagent::cli
