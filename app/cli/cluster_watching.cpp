#include "app/cli/cluster_watching.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ui/format/cluster_words.h"
#include "ui/format/text.h"

namespace aiagent::cli {

using cluster::Freshness;
using cluster::Verdict;
using services::ClusterWatch;
using services::WatchedWorkload;
using wire::JsonArray;
using wire::JsonObject;

namespace {

std::string evidenceJson(const Verdict& verdict) {
  JsonArray evidence;
  for (const auto& one : verdict.evidence)
    evidence.raw(
        JsonObject().text("field", one.field).text("value", one.value).text("rule", one.rule).take());
  return evidence.take();
}

constexpr base::Milliseconds kAgain{5'000};
constexpr const char* kUsualWait = "300";  // seconds

// What was judged may be judged otherwise though nothing was told: a deadline passes, a kill grows old.
void lookAgain(const WatchingPtr& watching, ports::Scheduler& scheduler, const std::function<void()>& check) {
  watching->again = scheduler.after(kAgain, [weak = std::weak_ptr(watching), &scheduler, check] {
    const auto held = weak.lock();
    if (!held || held->over) return;
    const auto fired = std::move(held->again);
    check();
    lookAgain(held, scheduler, check);
  });
}

}  // namespace

WatchingPtr watchUntil(Context& context, const Arguments& arguments, const Finish& finish,
                       services::ClusterWatchOptions options, std::function<bool(Watching&)> look) {
  const auto wait = secondsOf(arguments.value("wait").value_or(kUsualWait));
  if (!wait) {
    finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "wait"}, finish);
    return nullptr;
  }
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
      endWatch(*watching);
    });
  };
  QObject::connect(watching->watch.get(), &ClusterWatch::changed, watching->watch.get(), check);
  context.onInterrupt([watching, finish] {
    endWatch(*watching);
    finish(Exit::Interrupted);
  });
  lookAgain(watching, around.scheduler, check);
  watching->patience =
      around.scheduler.after(base::Milliseconds(std::int64_t(*wait) * 1000), [raw = watching.get(), check] {
        raw->late = true;
        check();
      });
  watching->watch->start();
  return watching;
}

void endWatch(Watching& watching) {
  watching.over = true;
  watching.again.reset();
  watching.patience.reset();
  watching.watch->disconnect();
}

std::optional<int> secondsOf(const std::string& text) {
  int seconds = 0;
  const auto end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, seconds);
  return fault == std::errc() && stop == end && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

base::Error whyUnknown(const services::KindFeed& feed) {
  return feed.state().trouble.value_or(
      base::Error{.code = base::ErrorCode::Timeout, .detail = "not all came in time"});
}

std::vector<OptionSpec> watchOptions() {
  auto options = clusterOptions();
  options.push_back({"all-namespaces", "", QT_TRANSLATE_NOOP("cli", "Not only the context's namespace")});
  options.push_back(
      {"wait", "SECONDS", QT_TRANSLATE_NOOP("cli", "How long to wait until everything is known (300)")});
  return options;
}

JsonObject& addVerdict(JsonObject& object, const Verdict& verdict) {
  return object.text("verdict", cluster::toWord(verdict.kind))
      .text("reason", verdict.reason)
      .raw("evidence", evidenceJson(verdict));
}

std::string timeText(base::WallTime time) {
  return time == base::WallTime{} ? std::string() : base::toIso8601(time);
}

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
    context.printShown(line);
  }
}

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

void tellTroubles(Context& context, const ClusterWatch& watch) {
  std::vector<std::pair<QString, QStringList>> told;
  for (const auto kind : cluster::workloadKinds()) {
    const auto* feed = watch.feed(kind);
    if (!feed || (!feed->state().trouble && feed->state().freshness != Freshness::Loading)) continue;
    // Not every cluster has these; all else that a server lacks is missing in what is told.
    if (kind == wire::KubeKind::Rollout && feed->state().freshness == Freshness::Absent) continue;
    const auto text = format::explainCluster(whyUnknown(*feed)).text();
    auto same = std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.first == text; });
    if (same == told.end()) same = told.insert(told.end(), {text, {}});
    same->second << format::text(wire::toWord(kind));
  }
  for (const auto& [text, kinds] : told)
    context.message(QStringLiteral("%1: %2").arg(kinds.join(QStringLiteral(", ")), text));
}

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

}  // namespace aiagent::cli
