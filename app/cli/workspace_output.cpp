#include "app/cli/workspace_output.h"

#include <algorithm>

#include "app/cli/sync_output.h"
#include "core/services/sync_reading.h"
#include "core/wire/json_text.h"
#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using services::SyncStatus;
using services::WorkspaceStatus;

WorkspaceStatus openOne(Context& context, const SyncStatus& open, bool asked) {
  auto& account = context.account();
  WorkspaceStatus status;
  status.here = true;
  status.sync = open;
  status.asked = asked;
  status.inStep = services::lastInStep(context.library().folder());
  if (open.shared) {
    const auto id = open.binding.workspace.toString();
    status.workspace = {id, open.binding.workspaceName, open.binding.role,
                        &context.library() == &context.profile()};
    if (const auto* known = account.workspace(id)) status.workspace = *known;
    status.member = account.workspace(id) && account.identity()->account == open.binding.account.toString();
  } else if (const auto* known = account.workspace(account.workspaceInUse())) {
    status.workspace = *known;
  }
  return status;
}

std::size_t placeOf(const services::ServerAccount& account, const WorkspaceRow& row) {
  const auto& identity = account.identity();
  if (!identity) return 0;
  const auto& all = identity->workspaces;
  return std::size_t(std::find_if(all.begin(), all.end(),
                                  [&](const auto& one) { return one.id == row.status.workspace.id; }) -
                     all.begin());
}

std::string stateOf(Context& context, const WorkspaceStatus& status) {
  if (status.sync.shared && !status.member && context.account().connected()) {
    const bool same = status.sync.binding.account.toString() == context.account().identity()->account;
    return same ? "revoked" : "other_account";
  }
  return cli::stateOf(status.sync, status.asked);
}

std::string statusJson(Context& context, const WorkspaceRow& row) {
  const auto& status = row.status;
  const auto now = context.profile().clock().wallNow();
  return statusObject(status.sync, stateOf(context, status), now)
      .textOrNull("name", status.workspace.name)
      .boolean("personal", status.workspace.personal)
      .boolean("inUse", row.inUse)
      .boolean("member", status.member)
      .textOrNull("lastSynced", status.inStep ? base::toIso8601(*status.inStep) : std::string())
      .take();
}

QString lastSynced(Context& context, const WorkspaceStatus& status) {
  if (!status.inStep) return sentence(QT_TRANSLATE_NOOP("cli", "never synced"));
  return sentence(QT_TRANSLATE_NOOP("cli", "synced %1"))
      .arg(format::relativeTime(*status.inStep, context.profile().clock().wallNow()));
}

QString stateWords(Context& context, const WorkspaceStatus& status) {
  if (!status.here) return sentence(QT_TRANSLATE_NOOP("cli", "no library on this computer"));
  return waitingText(status.sync, context.profile().clock().wallNow()) + QStringLiteral(", ") +
         lastSynced(context, status);
}

std::string workspaceJson(Context& context, const WorkspaceRow& row) {
  const auto& [status, inUse] = row;
  const auto now = context.profile().clock().wallNow();
  const auto& counts = status.sync.counts;
  return wire::JsonObject()
      .text("id", status.workspace.id)
      .text("name", status.workspace.name)
      .text("role", status.workspace.role)
      .boolean("personal", status.workspace.personal)
      .boolean("inUse", inUse)
      .boolean("onDevice", status.here)
      .integer("pending", counts.pending)
      .integerOrNull("oldestUnsentSeconds", oldestSeconds(status.sync, now))
      .integer("conflicts", counts.conflicts)
      .integer("recovered", counts.recovered)
      .integer("rejected", counts.rejected)
      .integer("lost", counts.lost)
      .textOrNull("lastSynced", status.inStep ? base::toIso8601(*status.inStep) : std::string())
      .take();
}

}  // namespace

OtherWorkspaces otherWorkspaces(Context& context) {
  return std::make_shared<services::OtherWorkspaces>(
      services::OtherWorkspaces::Parts{context.profile(), context.library(), context.sync(),
                                       context.account(), context.clusterSurroundings(nullptr).http});
}

WorkspaceRow workspaceRow(Context& context, const SyncStatus& open, bool asked) {
  return {openOne(context, open, asked), true};
}

std::vector<WorkspaceRow> workspaceRows(Context& context, const SyncStatus& open, bool asked,
                                        const services::OtherWorkspaces& others) {
  std::vector<WorkspaceRow> rows{workspaceRow(context, open, asked)};
  for (const auto& other : others.all()) rows.push_back({other, false});
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    return placeOf(context.account(), a) < placeOf(context.account(), b);
  });
  return rows;
}

void readWorkspaces(Context& context, Finish finish,
                    std::function<void(const std::vector<WorkspaceRow>&)> then) {
  context.sync().readStatus([&context, finish, then = std::move(then)](base::Result<SyncStatus> open) {
    if (!open) return finishWith(context, open.error(), finish);
    const auto others = otherWorkspaces(context);
    others->read(
        [&context, open = *open, then, others] { then(workspaceRows(context, open, false, *others)); });
  });
}

void printStatusOf(Context& context, const WorkspaceRow& row) {
  const auto& status = row.status;
  if (context.json()) return context.printLine(statusJson(context, row));
  context.printLine(statusText(status.sync, stateOf(context, status), context.profile().clock().wallNow()));
}

void printStatuses(Context& context, const std::vector<WorkspaceRow>& rows) {
  wire::JsonArray array;
  for (const auto& row : rows) {
    if (!row.status.here) continue;
    context.json() ? void(array.raw(statusJson(context, row))) : printStatusOf(context, row);
  }
  if (context.json()) context.printLine(array.take());
}

void printWorkspaces(Context& context, const std::vector<WorkspaceRow>& rows) {
  wire::JsonArray array;
  for (const auto& row : rows) {
    const auto& workspace = row.status.workspace;
    if (!context.account().workspace(workspace.id)) continue;
    if (context.json())
      array.raw(workspaceJson(context, row));
    else
      context.printLine(QStringLiteral("%1 %2  %3  %4  (%5)")
                            .arg(QLatin1String(row.inUse ? "*" : " "), format::text(workspace.id),
                                 format::text(workspace.role), format::text(workspace.name),
                                 stateWords(context, row.status)));
  }
  if (context.json()) context.printLine(identityJsonWith(*context.account().identity(), array.take()));
}

}  // namespace aiagent::cli
