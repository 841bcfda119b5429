// cluster contexts|whoami
#include <algorithm>

#include "app/cli/cluster_access.h"
#include "app/cli/command.h"
#include "core/services/cluster/cluster_identity.h"
#include "core/services/cluster/kubeconfig_files.h"
#include "core/wire/json_text.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using cluster::ConfigProblem;
using wire::JsonArray;
using wire::JsonObject;

// ---------------------------------------------------------------- contexts

// How a user signs in, as a stable word.
const char* methodOf(const cluster::UserEntry& user) {
  if (!user.token.empty() || !user.tokenFile.empty()) return "token";
  if (!user.username.empty()) return "basic";
  if (user.exec) return "exec";
  if (!user.certificateFile.empty() || !user.certificateData.empty()) return "certificate";
  return user.authProvider.empty() ? "none" : "auth-provider";
}

struct ContextRow {
  std::string name, server, method;
  cluster::ContextEntry entry;
  bool current = false;
};

std::vector<ContextRow> rowsOf(const cluster::Kubeconfig& config) {
  std::vector<ContextRow> rows;
  for (const auto& [name, entry] : config.contexts) {
    ContextRow row{name, {}, "none", entry, name == config.currentContext};
    if (const auto found = config.clusters.find(entry.cluster); found != config.clusters.end())
      row.server = found->second.server;
    if (const auto found = config.users.find(entry.user); found != config.users.end())
      row.method = methodOf(found->second);
    if (row.entry.nameSpace.empty()) row.entry.nameSpace = "default";
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string problemJson(const ConfigProblem& problem) {
  return JsonObject()
      .text("fault", cluster::toWord(problem.fault))
      .text("file", problem.file)
      .text("place", problem.place)
      .text("value", problem.value)
      .boolean("hint", problem.isHint())
      .take();
}

std::string contextsJson(const std::vector<ContextRow>& rows, const std::vector<ConfigProblem>& problems) {
  JsonArray contexts, faults;
  for (const auto& row : rows)
    contexts.raw(JsonObject()
                     .text("name", row.name)
                     .boolean("current", row.current)
                     .text("cluster", row.entry.cluster)
                     .text("server", row.server)
                     .text("user", row.entry.user)
                     .text("method", row.method)
                     .text("namespace", row.entry.nameSpace)
                     .take());
  for (const auto& problem : problems) faults.raw(problemJson(problem));
  return JsonObject().raw("contexts", contexts.take()).raw("problems", faults.take()).take();
}

void printTable(Context& context, const std::vector<ContextRow>& rows) {
  std::size_t name = 0, server = 0, space = 0;
  for (const auto& row : rows) {
    name = std::max(name, row.name.size());
    server = std::max(server, row.server.size());
    space = std::max(space, row.entry.nameSpace.size());
  }
  const auto padded = [](std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text + "  ";
  };
  for (const auto& row : rows)
    context.printShown((row.current ? "* " : "  ") + padded(row.name, name) + padded(row.server, server) +
                       padded(row.entry.nameSpace, space) + row.entry.user + " (" + row.method + ")");
}

void contexts(Context& context, const Arguments& arguments, Finish finish) {
  const auto config =
      services::loadKubeconfig(services::kubeconfigPlaces(arguments.value("kubeconfig").value_or("")));
  if (!config) return finishWithCluster(context, config.error(), finish);
  const auto problems = cluster::validate(*config);
  const auto rows = rowsOf(*config);
  if (context.json()) {
    context.printShown(contextsJson(rows, problems));
  } else {
    printTable(context, rows);
    printProblems(context, problems);
  }
  const bool isGood = std::all_of(problems.begin(), problems.end(),
                                  [](const ConfigProblem& problem) { return problem.isHint(); });
  finish(isGood                                     ? Exit::Done
         : rows.empty() && config->problems.empty() ? Exit::NotFound
                                                    : Exit::InvalidInput);
}

// ---------------------------------------------------------------- whoami

void printIdentity(Context& context, const cluster::ClusterAccess& access,
                   const services::ClusterIdentity& identity) {
  if (context.json()) {
    JsonArray groups;
    for (const auto& group : identity.groups) groups.text(group);
    return context.printShown(JsonObject()
                                  .text("username", identity.name)
                                  .raw("groups", groups.take())
                                  .text("source", identity.fromServer ? "server" : "kubeconfig")
                                  .text("context", access.context)
                                  .text("server", access.server)
                                  .text("namespace", access.nameSpace)
                                  .take());
  }
  QStringList groups;
  for (const auto& group : identity.groups) groups << format::text(group);
  context.printShown(format::text(identity.name));
  if (!groups.isEmpty())
    context.printShown(
        sentence(QT_TRANSLATE_NOOP("cli", "Groups: %1")).arg(groups.join(QStringLiteral(", "))));
  context.printShown(
      sentence(QT_TRANSLATE_NOOP("cli", "Context %1 at %2, namespace %3"))
          .arg(format::text(access.context), format::text(access.server), format::text(access.nameSpace)));
  if (!identity.fromServer)
    context.message(
        sentence(QT_TRANSLATE_NOOP("cli", "The cluster does not tell; this is what the kubeconfig says.")));
}

void whoAmI(Context& context, const Arguments& arguments, Finish finish) {
  auto access = chooseAccess(context, arguments, finish);
  if (!access) return;
  const auto connection = connect(context, arguments, std::move(*access));
  // Held by its own end, which lets go of it.
  connection->call = services::askIdentity(
      *connection->client, [&context, connection, finish](base::Result<services::ClusterIdentity> told) {
        const auto held = std::move(connection->call);
        if (!told) return finishWithCluster(context, told.error(), finish);
        printIdentity(context, connection->client->access(), *told);
        finish(Exit::Done);
      });
}

}  // namespace

std::vector<Command> clusterCommands() {
  return {
      {{{"cluster", "contexts"},
        QT_TRANSLATE_NOOP("cli", "List the kubeconfig's contexts, and what is wrong with it"),
        {},
        {clusterOptions()[3]}},
       contexts},
      {{{"cluster", "whoami"},
        QT_TRANSLATE_NOOP("cli", "Say who you are to a cluster"),
        {},
        clusterOptions()},
       whoAmI},
  };
}

}  // namespace aiagent::cli
