// cluster rollout history|pause|resume|restart, rollback, restart, scale, switch, promote, abort, retry, run,
// delete, audit
#include <algorithm>

#include "app/cli/cluster_acting.h"
#include "app/cli/cluster_watching.h"
#include "app/cli/input.h"
#include "core/cluster/actions/revisions.h"
#include "core/cluster/kube_kinds.h"
#include "core/store/cluster_audit.h"
#include "core/wire/tree_json.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using base::ErrorCode;
using cluster::Action;
using cluster::ActionKind;
using wire::JsonArray;
using wire::JsonObject;
using wire::KubeKind;

using Run = std::function<void(Context&, const Arguments&, Finish)>;

base::Error invalid(const std::string& subject) {
  return {.code = ErrorCode::InvalidInput, .subject = subject};
}

std::optional<Action> actionOn(const Arguments& arguments, ActionKind kind,
                               KubeKind plain = KubeKind::Other) {
  const auto target = actionTarget(arguments.positional(0), plain);
  if (!target) return std::nullopt;
  return Action{.kind = kind, .target = target->kind, .nameSpace = {}, .name = target->name};
}

// An action that needs no more than its target.
Run acting(ActionKind kind, KubeKind plain = KubeKind::Other) {
  return [kind, plain](Context& context, const Arguments& arguments, Finish finish) {
    auto action = actionOn(arguments, kind, plain);
    if (!action) return finishWith(context, invalid(arguments.positional(0)), finish);
    act(context, arguments, finish, std::move(*action));
  };
}

void rollBack(Context& context, const Arguments& arguments, Finish finish) {
  auto action = actionOn(arguments, ActionKind::RollBack);
  const auto revision = numberOption(arguments, "to-revision", 0, 0);
  if (!action || !revision)
    return finishWith(context, action ? revision.error() : invalid(arguments.positional(0)), finish);
  action->revision = *revision;
  act(context, arguments, finish, std::move(*action));
}

void scale(Context& context, const Arguments& arguments, Finish finish) {
  auto action = actionOn(arguments, ActionKind::Scale);
  const auto replicas = numberOption(arguments, "replicas", 0, 0);
  if (!action || !replicas)
    return finishWith(context, action ? replicas.error() : invalid(arguments.positional(0)), finish);
  action->replicas = *replicas;
  act(context, arguments, finish, std::move(*action));
}

// "slot=green,track=stable"
base::Result<cluster::TextPairs> selectorOption(const Arguments& arguments) {
  cluster::TextPairs selector;
  const auto text = arguments.value("to").value_or("");
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    auto pair = splitPair("to", text.substr(at, end - at));
    if (!pair) return pair.error();
    selector.push_back(std::move(*pair));
    at = end + 1;
  }
  if (selector.empty()) return invalid("to");
  return selector;
}

void switchTo(Context& context, const Arguments& arguments, Finish finish) {
  auto action = actionOn(arguments, ActionKind::SwitchService, KubeKind::Service);
  auto selector = selectorOption(arguments);
  const auto needed = numberOption(arguments, "needed", 1, 0);
  if (!action) return finishWith(context, invalid(arguments.positional(0)), finish);
  if (!selector || !needed) return finishWith(context, selector ? needed.error() : selector.error(), finish);
  action->selector = std::move(*selector);
  action->needed = *needed;
  act(context, arguments, finish, std::move(*action));
}

void promote(Context& context, const Arguments& arguments, Finish finish) {
  acting(arguments.has("full") ? ActionKind::PromoteFully : ActionKind::Promote, KubeKind::Rollout)(
      context, arguments, std::move(finish));
}

// ---------------------------------------------------------------- history

void printHistory(Context& context, const std::vector<cluster::Revision>& revisions) {
  JsonArray array;
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : revisions) {
    JsonArray images;
    std::string joined;
    for (const auto& image : one.images) images.text(image), joined += (joined.empty() ? "" : ", ") + image;
    array.raw(JsonObject()
                  .integer("revision", one.number)
                  .text("name", one.name)
                  .textOrNull("created", one.created)
                  .textOrNull("cause", one.cause)
                  .raw("images", images.take())
                  .boolean("current", one.current)
                  .take());
    rows.push_back(
        {(one.current ? "* " : "  ") + std::to_string(one.number), one.created, joined, one.cause});
  }
  if (context.json()) return context.printShown(array.take());
  printRows(context, rows);
}

using TakeTree = std::function<void(const wire::Tree&)>;

// Finishes the command when it cannot be read.
void readTree(Context& context, const std::shared_ptr<ClusterConnection>& connection, const Finish& finish,
              std::string path, TakeTree take) {
  auto& client = *connection->client;
  connection->call = client.send({.path = std::move(path)}, [&context, connection, finish, take](
                                                                base::Result<services::KubeAnswer> answer) {
    const auto held = std::move(connection->call);
    if (!answer) return finishWithCluster(context, answer.error(), finish);
    const auto tree = wire::parseJson(answer->body);
    if (!tree)
      return finishWithCluster(
          context, {.code = ErrorCode::BadResponse, .subject = connection->client->access().server}, finish);
    take(*tree);
  });
}

void history(Context& context, const Arguments& arguments, Finish finish) {
  auto action = actionOn(arguments, ActionKind::RollBack);
  if (!action) return finishWith(context, invalid(arguments.positional(0)), finish);
  auto access = chooseAccess(context, arguments, finish);
  if (!access) return;
  action->nameSpace = access->nameSpace;
  const auto connection = connect(context, arguments, std::move(*access));
  const auto path = cluster::pathOf(action->target, action->nameSpace, action->name);
  readTree(context, connection, finish, path,
           [&context, connection, finish, action](const wire::Tree& object) {
             // The first of them are the revisions; the rest is for acting.
             const auto lookup = cluster::lookupsFor(*action, object).front();
             readTree(context, connection, finish, lookup.path,
                      [&context, finish, action, object, around = lookup.around](const wire::Tree& list) {
                        cluster::ActionView view{.object = object};
                        view.around[around] = cluster::listAt(list, {"items"});
                        printHistory(context, cluster::revisionsOf(action->target, view));
                        finish(Exit::Done);
                      });
           });
}

// ---------------------------------------------------------------- audit

std::string auditJson(const store::AuditEntry& entry) {
  JsonObject object;
  object.text("act", entry.act.toString())
      .text("at", base::toIso8601(entry.at))
      .text("environment", entry.environment)
      .text("context", entry.context)
      .text("server", entry.server)
      .text("identity", entry.identity)
      .text("action", entry.action)
      .text("namespace", entry.nameSpace)
      .text("target", entry.target)
      .textOrNull("reason", entry.reason)
      .textOrNull("outcome", entry.outcome)  // null: nobody saw its end
      .textOrNull("error", entry.error)
      .textOrNull("resourceVersion", entry.resourceVersion);
  return object.raw("plan", wire::isJson(entry.plan) ? entry.plan : "null").take();
}

void printAudit(Context& context, const std::vector<store::AuditEntry>& entries) {
  if (context.json()) {
    JsonArray array;
    for (const auto& entry : entries) array.raw(auditJson(entry));
    return context.printShown(array.take());
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : entries)
    rows.push_back({base::toIso8601(entry.at), entry.context, entry.identity, entry.action,
                    entry.nameSpace + '/' + entry.target, entry.outcome.empty() ? "?" : entry.outcome,
                    entry.error, entry.reason});
  printRows(context, rows);
}

void audit(Context& context, const Arguments& arguments, Finish finish) {
  const auto most = numberOption(arguments, "limit", 1, 50);
  if (!most) return finishWith(context, most.error(), finish);
  context.profile().store().read<std::vector<store::AuditEntry>>(
      [environment = arguments.value("context").value_or(""), most = *most](store::Connection& connection) {
        return store::loadAudit(connection, environment, most);
      },
      [&context, finish](base::Result<std::vector<store::AuditEntry>> entries) {
        if (!entries) return finishWith(context, entries.error(), finish);
        printAudit(context, *entries);
        finish(Exit::Done);
      });
}

Command command(std::vector<std::string> path, const char* help, const char* positional, Run run,
                std::vector<OptionSpec> more = {}) {
  path.insert(path.begin(), "cluster");
  auto options = actionOptions();
  options.insert(options.begin(), more.begin(), more.end());
  return {{std::move(path), help, {{positional}}, std::move(options)}, std::move(run)};
}

}  // namespace

std::vector<Command> actionCommands() {
  const auto* restarting = QT_TRANSLATE_NOOP("cli", "Replace the pods of a workload, a few at a time");
  return {
      {{{"cluster", "rollout", "history"},
        QT_TRANSLATE_NOOP("cli", "List the revisions that a workload can go back to"),
        {{"KIND/NAME"}},
        clusterOptions()},
       history},
      command({"rollout", "pause"}, QT_TRANSLATE_NOOP("cli", "Let changes of a workload wait"), "KIND/NAME",
              acting(ActionKind::Pause)),
      command({"rollout", "resume"}, QT_TRANSLATE_NOOP("cli", "Let a paused workload go on"), "KIND/NAME",
              acting(ActionKind::Resume)),
      command({"rollout", "restart"}, restarting, "KIND/NAME", acting(ActionKind::Restart)),
      command({"restart"}, restarting, "KIND/NAME", acting(ActionKind::Restart)),
      command({"rollback"}, QT_TRANSLATE_NOOP("cli", "Go back to an earlier revision of a workload"),
              "KIND/NAME", rollBack,
              {{"to-revision", "N", QT_TRANSLATE_NOOP("cli", "Which one; without it the one before")}}),
      command({"scale"}, QT_TRANSLATE_NOOP("cli", "Set how many pods a workload has"), "KIND/NAME", scale,
              {{"replicas", "N", QT_TRANSLATE_NOOP("cli", "How many"), false, true}}),
      command({"switch"}, QT_TRANSLATE_NOOP("cli", "Let a Service select other pods, if enough are ready"),
              "SERVICE", switchTo,
              {{"to", "KEY=VALUE,…", QT_TRANSLATE_NOOP("cli", "What changes in its selector"), false, true},
               {"needed", "N",
                QT_TRANSLATE_NOOP("cli", "How many must be ready; without it as many as serve now")}}),
      command({"promote"}, QT_TRANSLATE_NOOP("cli", "Let an Argo Rollout go on"), "ROLLOUT", promote,
              {{"full", "", QT_TRANSLATE_NOOP("cli", "Past all steps")}}),
      command({"abort"}, QT_TRANSLATE_NOOP("cli", "Send an Argo Rollout back to its stable pods"), "ROLLOUT",
              acting(ActionKind::Abort, KubeKind::Rollout)),
      command({"retry"}, QT_TRANSLATE_NOOP("cli", "Try an aborted Argo Rollout again"), "ROLLOUT",
              acting(ActionKind::Retry, KubeKind::Rollout)),
      command({"run"}, QT_TRANSLATE_NOOP("cli", "Run a cron job now"), "CRONJOB",
              acting(ActionKind::RunNow, KubeKind::CronJob)),
      command({"delete"}, QT_TRANSLATE_NOOP("cli", "Delete a pod"), "pod/NAME",
              acting(ActionKind::DeletePod)),
      {{{"cluster", "audit"},
        QT_TRANSLATE_NOOP("cli", "List what was done to clusters from this device, the newest first"),
        {},
        {{"context", "NAME", QT_TRANSLATE_NOOP("cli", "Only in this context")},
         {"limit", "N", QT_TRANSLATE_NOOP("cli", "At most so many")}}},
       audit},
  };
}

}  // namespace aiagent::cli
