// deployment lint
#include <algorithm>
#include <memory>

#include "app/cli/cluster_watching.h"
#include "core/cluster/lint/lint.h"
#include "core/services/cluster/deployment_files.h"
#include "core/services/cluster/live_lint.h"
#include "core/wire/json_text.h"
#include "ui/format/human.h"
#include "ui/format/lint_words.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

namespace lint = cluster::lint;

base::Result<std::vector<lint::LintFile>> filesOf(const std::vector<std::string>& named) {
  const auto found = services::findDeploymentFiles(named);
  if (!found) return found.error();
  return services::readDeploymentFiles(*found);
}

// What was found in the files, and in the cluster where it was asked.
struct Looked {
  lint::Linted files;
  std::optional<lint::LiveLint> live;
  std::string where, context, nameSpace;
};

void printLines(Context& context, const std::vector<lint::LintFinding>& findings) {
  for (const auto& finding : findings) context.printShown(format::lintLine(finding));
}

void printText(Context& context, const Looked& looked) {
  printLines(context, looked.files.findings);
  const bool isLiveQuiet = !looked.live || looked.live->findings.empty();
  if (looked.live) {
    if (!isLiveQuiet)
      context.printShown(sentence(QT_TRANSLATE_NOOP("cli", "In %1, as of %2:"))
                             .arg(format::text(looked.where), format::exactTime(looked.live->asOf)));
    printLines(context, looked.live->findings);
    for (const auto& one : looked.live->notChecked) context.message(format::lintNotChecked(one));
  }
  if (looked.files.findings.empty() && isLiveQuiet)
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Nothing was found.")));
}

// Without a cluster the array of findings alone, as ever.
std::string toJson(const Looked& looked) {
  const auto findings = lint::toJson(looked.files.findings);
  if (!looked.live) return findings;
  wire::JsonArray notChecked;
  for (const auto& one : looked.live->notChecked)
    notChecked.raw(wire::JsonObject().text("what", one.what).text("why", lint::toWord(one.why)).take());
  const auto cluster = wire::JsonObject()
                           .text("name", looked.where)
                           .text("context", looked.context)
                           .text("namespace", looked.nameSpace)
                           .textOrNull("asOf", timeText(looked.live->asOf))
                           .raw("findings", lint::toJson(looked.live->findings))
                           .raw("notChecked", notChecked.take())
                           .take();
  return wire::JsonObject().raw("findings", findings).raw("cluster", cluster).take();
}

void print(Context& context, const Arguments& arguments, const Looked& looked) {
  if (arguments.has("sarif")) {
    auto all = looked.files.findings;
    if (looked.live) all.insert(all.end(), looked.live->findings.begin(), looked.live->findings.end());
    return context.printLine(lint::toSarif(all));
  }
  if (context.json()) return context.printLine(toJson(looked));
  printText(context, looked);
}

bool hasErrors(const std::vector<lint::LintFinding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const lint::LintFinding& finding) {
    return finding.severity == lint::LintSeverity::Error;
  });
}

Exit exitFor(const Looked& looked) {
  const bool isFaulty = hasErrors(looked.files.findings) || (looked.live && hasErrors(looked.live->findings));
  return isFaulty ? Exit::InvalidInput : Exit::Done;
}

// ---------------------------------------------------------------- against a cluster

struct Asking {
  Looked looked;
  std::vector<wire::KubeKind> kinds;
  std::optional<services::NamesByKind> names;
};

// True: it was shown, and the command is over.
bool showAgainst(Context& context, const Arguments& arguments, const Finish& finish, Asking& asking,
                 Watching& watching) {
  if (!watching.settled() || !asking.names) return false;
  const auto& access = watching.connection->client->access();
  auto cluster = services::liveCluster(*watching.watch, asking.kinds, access.nameSpace, access.nameSpace);
  cluster.names = *asking.names;
  auto& looked = asking.looked;
  looked.live = lint::compareWithCluster(looked.files.expected, cluster);
  looked.context = access.context;
  looked.nameSpace = access.nameSpace;
  looked.where = arguments.value("environment").value_or(access.context);
  print(context, arguments, looked);
  if (const auto error = whyNothing(*watching.watch))
    finishWithCluster(context, *error, finish);
  else
    finish(exitFor(looked));
  return true;
}

void lintAgainst(Context& context, const Arguments& arguments, const Finish& finish, lint::Linted files) {
  auto asking = std::make_shared<Asking>();
  asking->looked.files = std::move(files);
  asking->kinds = lint::tablesFor(asking->looked.files.expected);
  const auto nameKinds = lint::nameKindsFor(asking->looked.files.expected);
  if (asking->kinds.empty()) asking->kinds = {wire::KubeKind::Deployment};
  const auto watching = watchUntil(context, arguments, finish, {.kinds = asking->kinds},
                                   [&context, arguments, finish, asking](Watching& seen) {
                                     return showAgainst(context, arguments, finish, *asking, seen);
                                   });
  if (!watching) return;
  auto& client = *watching->connection->client;
  watching->connection->call =
      services::askNames(client, context.profile().clock(), client.access().nameSpace, nameKinds,
                         [asking, weak = std::weak_ptr(watching)](services::NamesByKind names) {
                           asking->names = std::move(names);
                           if (const auto held = weak.lock(); held && !held->over)
                             Q_EMIT held->watch->changed();
                         });
}

void lintDeployment(Context& context, const Arguments& arguments, Finish finish) {
  const auto files = filesOf(arguments.positionals);
  if (!files) return finishWith(context, files.error(), finish);
  if (files->empty()) {
    context.message(sentence(QT_TRANSLATE_NOOP(
        "cli", "There is no Dockerfile, manifest, workflow or other file of a deployment there.")));
    return finish(Exit::NotFound);
  }
  auto linted = lint::lintFiles(*files);
  if (arguments.has("against-cluster")) return lintAgainst(context, arguments, finish, std::move(linted));
  const Looked looked{std::move(linted), {}, {}, {}, {}};
  print(context, arguments, looked);
  finish(exitFor(looked));
}

std::vector<OptionSpec> lintOptions() {
  std::vector<OptionSpec> options = {
      {"sarif", "", QT_TRANSLATE_NOOP("cli", "Print SARIF 2.1.0, for code scanning")},
      {"against-cluster", "",
       QT_TRANSLATE_NOOP("cli", "Hold the files against what is in the cluster, too")}};
  for (auto& option : clusterOptions()) options.push_back(std::move(option));
  return options;
}

}  // namespace

std::vector<Command> deploymentCommands() {
  return {
      {{{"deployment", "lint"},
        QT_TRANSLATE_NOOP("cli",
                          "Look for faults in a deployment's files; exit status 4 when there is an error"),
        {{"PATH", true, true}},
        lintOptions()},
       lintDeployment},
  };
}

}  // namespace aiagent::cli
