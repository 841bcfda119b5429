// What waits in each workspace of the profile, as text and as JSON.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/services/other_workspaces.h"

namespace aiagent::cli {

struct WorkspaceRow {
  services::WorkspaceStatus status;
  bool inUse = false;
};

// The workspaces that are not in use. The context must outlive it.
using OtherWorkspaces = std::shared_ptr<services::OtherWorkspaces>;
OtherWorkspaces otherWorkspaces(Context& context);

// The one in use; `open` is what is known of its library, `asked` whether the server was asked.
WorkspaceRow workspaceRow(Context& context, const services::SyncStatus& open, bool asked);
// With the others as they were read or synced last: the account's workspaces in its order, then libraries of
// this profile that are none of its.
std::vector<WorkspaceRow> workspaceRows(Context& context, const services::SyncStatus& open, bool asked,
                                        const services::OtherWorkspaces& others);
// Looks into each library first.
void readWorkspaces(Context& context, Finish finish,
                    std::function<void(const std::vector<WorkspaceRow>&)> then);

// Of those that have a library here: an array of statusJson() with "name", "personal", "inUse", "member" and
// "lastSynced", or a line for each.
void printStatuses(Context& context, const std::vector<WorkspaceRow>& rows);
void printStatusOf(Context& context, const WorkspaceRow& row);
// `workspace list`.
void printWorkspaces(Context& context, const std::vector<WorkspaceRow>& rows);

}  // namespace aiagent::cli
