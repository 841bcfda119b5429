// cluster status|workloads|pods|events
#include <algorithm>
#include <map>
#include <tuple>

#include "app/cli/cluster_watching.h"
#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/pod_status.h"
#include "core/cluster/verdicts/pod_verdict.h"

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

// ---------------------------------------------------------------- workloads

void printWorkloads(Context& context, const std::vector<WatchedWorkload>& all) {
  if (context.json()) {
    JsonArray array;
    for (const auto& one : all) array.raw(workloadJson(one));
    return context.printShown(array.take());
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& [workload, freshness, asOf] : all)
    rows.push_back({workload.nameSpace, workload.title(),
                    std::to_string(workload.ready) + '/' + std::to_string(workload.desired),
                    std::string(cluster::toWord(workload.verdict.kind)), workload.verdict.reason,
                    std::string(cluster::toWord(freshness))});
  printRows(context, rows);
}

void workloads(Context& context, const Arguments& arguments, Finish finish) {
  watchUntil(context, arguments, finish, {}, [&context, finish](Watching& watching) {
    if (!watching.settled()) return false;
    if (const auto error = whyNothing(*watching.watch)) {
      finishWithCluster(context, *error, finish);
      return true;
    }
    printWorkloads(context, watching.watch->workloads());
    tellTroubles(context, *watching.watch);
    const auto& kinds = cluster::workloadKinds();
    const bool unseen = std::any_of(kinds.begin(), kinds.end(), [&](KubeKind kind) {
      return watching.watch->feed(kind)->state().freshness == Freshness::Loading;
    });
    finish(unseen ? Exit::Provider : Exit::Done);
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

// What is not known may be worse than what is: nothing is well by not being seen.
Verdict asFarAsKnown(Verdict verdict, const ClusterWatch& watch) {
  auto unknown = cluster::verdict(VerdictKind::Unknown, "NotEverythingKnown");
  for (const auto kind : services::judgedKinds())
    if (!watch.isKnown(kind))
      unknown.add(wire::toWord(kind), cluster::toWord(watch.feed(kind)->state().freshness),
                  "every kind of workload must be known");
  if (unknown.evidence.empty()) return verdict;
  // Where nothing was seen of what is there, it may not be empty.
  const bool sawNothing = verdict.kind == VerdictKind::Unknown && verdict.evidence.empty();
  return sawNothing || cluster::worse(unknown.kind, verdict.kind) ? unknown : verdict;
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
    return context.printShown(
        object.raw("workloads", counted.take()).raw("kinds", kindsJson(*watching.watch)).take());
  }
  std::string line(cluster::toWord(verdict.kind));
  line += ": " + access.context + ", " + access.nameSpace;
  for (const auto& [word, count] : counts) line += ", " + std::to_string(count) + ' ' + word;
  context.printShown(line);
  for (const auto& one : verdict.evidence) context.printShown("  " + one.field + "  " + one.value);
}

void status(Context& context, const Arguments& arguments, Finish finish) {
  watchUntil(context, arguments, finish, {}, [&context, finish](Watching& watching) {
    if (!watching.settled()) return false;
    const auto all = watching.watch->workloads();
    const auto nothing = whyNothing(*watching.watch);
    const auto verdict = nothing ? cluster::verdict(VerdictKind::Unknown, base::toWord(nothing->code))
                                 : asFarAsKnown(worstOf(all), *watching.watch);
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
    return context.printShown(array.take());
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

// ---------------------------------------------------------------- events

std::string eventJson(const wire::EventRow& event) {
  return JsonObject()
      .textOrNull("first", timeText(event.first))
      .textOrNull("last", timeText(event.last))
      .text("type", event.type.view())
      .text("reason", event.reason.view())
      .text("kind", event.aboutKind.view())
      .text("namespace", event.aboutNamespace.view())
      .text("name", event.aboutName.view())
      .integer("count", event.count)
      .text("message", event.message)
      .take();
}

// By their last time, as kubectl sorts them with --sort-by=.lastTimestamp.
void printEvents(Context& context, const ClusterWatch& watch) {
  std::vector<const wire::EventRow*> events;
  for (const auto& [uid, row] : watch.feed(KubeKind::Event)->table().rows())
    if (const auto* event = std::get_if<wire::EventRow>(&row)) events.push_back(event);
  std::sort(events.begin(), events.end(), [](const auto* a, const auto* b) {
    return std::tie(a->last, a->head.name) < std::tie(b->last, b->head.name);
  });
  if (context.json()) {
    JsonArray array;
    for (const auto* event : events) array.raw(eventJson(*event));
    return context.printShown(array.take());
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto* event : events)
    rows.push_back({cluster::ageText(event->last, watch.serverNow()), std::string(event->type.view()),
                    std::string(event->reason.view()),
                    std::string(event->aboutKind.view()) + '/' + std::string(event->aboutName.view()),
                    event->message});
  printRows(context, rows);
}

// One kind alone: listed as soon as it is there.
void listOne(Context& context, const Arguments& arguments, const Finish& finish, KubeKind kind,
             void (*print)(Context&, const ClusterWatch&)) {
  watchUntil(context, arguments, finish, {.nameSpace = {}, .kinds = {kind}},
             [&context, finish, kind, print](Watching& watching) {
               const auto* feed = watching.watch->feed(kind);
               if (!watching.settled()) return false;
               if (feed->asOf() == base::WallTime{}) {
                 finishWithCluster(context, whyUnknown(*feed), finish);
                 return true;
               }
               print(context, *watching.watch);
               finish(Exit::Done);
               return true;
             });
}

void pods(Context& context, const Arguments& arguments, Finish finish) {
  listOne(context, arguments, finish, KubeKind::Pod, printPods);
}

void events(Context& context, const Arguments& arguments, Finish finish) {
  listOne(context, arguments, finish, KubeKind::Event, printEvents);
}

}  // namespace

std::vector<Command> workloadCommands() {
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
      {{{"cluster", "events"},
        QT_TRANSLATE_NOOP("cli", "List the events, the newest last; a cluster forgets them after an hour"),
        {},
        watchOptions()},
       events},
  };
}

}  // namespace aiagent::cli
