// cluster history|report
#include <algorithm>
#include <QDateTime>
#include <QSaveFile>

#include "app/cli/cluster_history.h"
#include "app/cli/cluster_watching.h"
#include "core/base/time_text.h"
#include "core/cluster/history/history_state.h"
#include "core/cluster/human_duration.h"
#include "core/cluster/report/report.h"
#include "core/services/cluster/cluster_report.h"
#include "core/services/cluster/history_reading.h"
#include "core/store/cluster_history.h"
#include "ui/format/history_words.h"

namespace aiagent::cli {
namespace {

using domain::ClusterFact;
using wire::JsonArray;
using wire::JsonObject;

// ---------------------------------------------------------------- which history

using Environments = std::vector<std::string>;

bool namesCluster(const Arguments& arguments) {
  return arguments.has("context") || arguments.has("kubeconfig") || arguments.has("namespace") ||
         arguments.has("all-namespaces") || arguments.has("environment");
}

// The one that is named, the only one there is, or that of the context. Without a network.
void chooseEnvironment(Context& context, const Arguments& arguments, const Finish& finish,
                       std::function<void(std::string)> then) {
  // A history of a cluster that is no environment here is named as it is kept.
  if (const auto named = arguments.value("environment"); named && !chosenEnvironment(context, arguments))
    return then(*named);
  context.profile().store().read<Environments>(
      [](store::Connection& connection) { return store::listClusterEnvironments(connection); },
      [&context, arguments, finish, then = std::move(then)](base::Result<Environments> all) {
        if (!all) return finishWith(context, all.error(), finish);
        if (all->empty())
          return finishWith(context, {.code = base::ErrorCode::NotFound, .subject = "history"}, finish);
        if (all->size() == 1 && !namesCluster(arguments)) return then(all->front());
        const auto access = chooseAccess(context, arguments, finish);
        if (!access) return;
        then(historyName(*access, arguments.has("all-namespaces") ? std::string() : access->nameSpace));
      });
}

// ---------------------------------------------------------------- history

// RFC 3339, or an hour of today ("14:05", of yesterday where it has not come yet) by this computer's clock.
std::optional<base::WallTime> momentOf(const std::string& text, base::WallTime now) {
  if (const auto time = base::fromRfc3339(text)) return time;
  const auto clock = QTime::fromString(QString::fromStdString(text), QStringLiteral("H:mm"));
  if (!clock.isValid()) return std::nullopt;
  const auto local = QDateTime::fromMSecsSinceEpoch(base::toMillis(now));
  QDateTime moment(local.date(), clock);
  if (moment > local) moment = QDateTime(local.date().addDays(-1), clock);
  return base::wallTimeFromMillis(moment.toMSecsSinceEpoch());
}

void printFacts(Context& context, const std::vector<ClusterFact>& facts) {
  if (context.json()) {
    JsonArray array;
    for (const auto& fact : facts) array.raw(factJson(fact));
    return context.printShown(array.take());
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& fact : facts)
    rows.push_back({base::toIso8601(fact.time), std::string(domain::toWord(fact.kind)), fact.object,
                    fact.reason, changeText(fact)});
  printRows(context, rows);
}

std::string thenJson(const cluster::WorkloadThen& one) {
  return JsonObject()
      .text("kind", one.kind)
      .text("namespace", one.nameSpace)
      .text("name", one.name)
      .integer("revision", one.revision)
      .text("images", one.images)
      .integer("wanted", one.wanted)
      .text("verdict", one.verdict)
      .text("reason", one.reason)
      .textOrNull("changeCause", one.changeCause)
      .textOrNull("since", timeText(one.since))
      .take();
}

std::string alertJson(const cluster::AlertThen& one) {
  return JsonObject()
      .text("object", one.object)
      .text("namespace", one.nameSpace)
      .text("severity", one.severity)
      .text("summary", one.summary)
      .textOrNull("since", timeText(one.since))
      .take();
}

void printState(Context& context, const cluster::HistoryState& state) {
  if (context.json()) {
    JsonArray workloads;
    for (const auto& [uid, one] : state.then.workloads) workloads.raw(thenJson(one));
    JsonArray alerts;
    for (const auto& [key, one] : state.then.alerts) alerts.raw(alertJson(one));
    return context.printShown(JsonObject()
                                  .text("time", base::toIso8601(state.then.time))
                                  .boolean("watched", state.watched)
                                  .text("known", base::toIso8601(state.known))
                                  .text("verdict", state.then.verdict)
                                  .text("reason", state.then.reason)
                                  .raw("workloads", workloads.take())
                                  .raw("alerts", alerts.take())
                                  .take());
  }
  context.printShown(base::toIso8601(state.then.time) + "  " + state.then.verdict + "  " + state.then.reason);
  if (!state.watched)
    context.message(
        sentence(QT_TRANSLATE_NOOP("cli", "Nobody watched then; this is what was known last, at %1."))
            .arg(QString::fromStdString(base::toIso8601(state.known))));
  std::vector<std::vector<std::string>> rows;
  for (const auto& [uid, one] : state.then.workloads)
    rows.push_back({one.nameSpace, one.object(),
                    one.revision ? '#' + std::to_string(one.revision) : std::string(),
                    std::to_string(one.wanted), one.verdict, one.reason, one.images});
  for (const auto& [key, one] : state.then.alerts)
    rows.push_back({one.nameSpace, one.object, {}, {}, one.severity, one.summary, {}});
  std::sort(rows.begin(), rows.end());
  printRows(context, rows);
}

void showAt(Context& context, const std::string& environment, base::WallTime time, const Finish& finish) {
  using State = std::optional<cluster::HistoryState>;
  context.profile().store().read<State>(
      [environment, time](store::Connection& connection) {
        return services::historyAt(connection, environment, time);
      },
      [&context, time, finish](base::Result<State> then) {
        if (!then) return finishWith(context, then.error(), finish);
        if (!*then)
          return finishWith(context, {.code = base::ErrorCode::NotFound, .subject = base::toIso8601(time)},
                            finish);
        printState(context, **then);
        finish(Exit::Done);
      });
}

void history(Context& context, const Arguments& arguments, Finish finish) {
  const auto now = context.profile().clock().wallNow();
  const auto since = cluster::durationOf(arguments.value("since").value_or("24h"));
  const auto at = arguments.value("at");
  const auto time = at ? momentOf(*at, now) : std::nullopt;
  if (!since || (at && !time))
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = since ? "at" : "since"},
                      finish);
  chooseEnvironment(context, arguments, finish,
                    [&context, finish, time, now, since](std::string environment) {
                      if (time) return showAt(context, environment, *time, finish);
                      // A cluster's clock may be ahead.
                      readFacts(context, environment, now - *since, now + std::chrono::hours(1), finish,
                                [&context, finish](std::vector<ClusterFact> facts) {
                                  printFacts(context, facts);
                                  finish(Exit::Done);
                                });
                    });
}

// ---------------------------------------------------------------- report

base::Result<void> save(const std::string& path, const std::string& text) {
  QSaveFile file(QString::fromStdString(path));
  const bool good = file.open(QIODevice::WriteOnly) &&
                    file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
  if (good) return {};
  return base::Error{.code = base::ErrorCode::StorageFailed, .detail = "writing a report", .subject = path};
}

void writeReport(Context& context, const cluster::Report& report, const Arguments& arguments,
                 const Finish& finish) {
  for (const char* format : {"html", "csv"}) {
    const auto path = arguments.value(format);
    if (!path) continue;
    const auto text = format == std::string_view("csv") ? cluster::reportCsv(report)
                                                        : cluster::reportHtml(report, format::reportWords());
    if (*path == "-") {
      context.print(text);
    } else if (const auto saved = save(*path, text); !saved) {
      return finishWith(context, saved.error(), finish);
    }
  }
  finish(Exit::Done);
}

void report(Context& context, const Arguments& arguments, Finish finish) {
  if (!arguments.has("html") && !arguments.has("csv"))
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "html"}, finish);
  watchUntil(context, arguments, finish, {}, [&context, arguments, finish](Watching& watching) {
    if (!watching.settled()) return false;
    if (const auto error = whyNothing(*watching.watch)) {
      finishWithCluster(context, *error, finish);
      return true;
    }
    auto made = std::make_shared<cluster::Report>(
        services::reportOf(*watching.watch, watching.connection->client->access()));
    tellTroubles(context, *watching.watch);
    const auto& access = watching.connection->client->access();
    const auto space = arguments.has("all-namespaces") ? std::string() : access.nameSpace;
    const auto now = context.profile().clock().wallNow();
    readFacts(context, historyName(access, space), now - std::chrono::hours(24), now + std::chrono::hours(1),
              finish, [&context, arguments, finish, made](std::vector<ClusterFact> facts) {
                made->history = std::move(facts);
                writeReport(context, *made, arguments, finish);
              });
    return true;
  });
}

}  // namespace

std::vector<Command> historyCommands() {
  auto historyOptions = watchOptions();
  historyOptions.push_back(
      {"since", "TIME", QT_TRANSLATE_NOOP("cli", "How far back: 30m, 24h, 7d; without it a day")});
  historyOptions.push_back(
      {"at", "TIME",
       QT_TRANSLATE_NOOP("cli", "What it looked like at that time: 14:05, or 2026-11-23T14:05:00Z")});
  auto reportOptions = watchOptions();
  reportOptions.push_back(
      {"html", "FILE", QT_TRANSLATE_NOOP("cli", "Write one page of HTML; - for standard output")});
  reportOptions.push_back({"csv", "FILE", QT_TRANSLATE_NOOP("cli", "Write a table; - for standard output")});
  return {
      {{{"cluster", "history"},
        QT_TRANSLATE_NOOP("cli", "What was recorded of a cluster, without asking it"),
        {},
        historyOptions},
       history},
      {{{"cluster", "report"},
        QT_TRANSLATE_NOOP("cli", "Write how a namespace is, with evidence and its last day, to a file"),
        {},
        reportOptions},
       report},
  };
}

}  // namespace aiagent::cli
