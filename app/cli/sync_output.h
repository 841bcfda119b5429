// How sync, the inbox and people are printed, as text and as JSON.
#pragma once

#include <string>

#include "app/cli/context.h"
#include "core/wire/json_text.h"

namespace aiagent::cli {

// {"server","account":{id,email},"workspaces":[{id,name,role,personal,inUse}]}
std::string identityJson(const services::ServerIdentity& identity, const std::string& inUse);
// The same with that array of workspaces.
std::string identityJsonWith(const services::ServerIdentity& identity, const std::string& workspaces);
void printWorkspaces(Context& context, const services::ServerIdentity& identity);

// {"state","reason","pending","oldestUnsentSeconds","conflicts","recovered","rejected","lost","cursor","head",
// "workspace","server"}. `running`: this program syncs; otherwise the state is what the library says.
std::string statusJson(const services::SyncStatus& status, bool running, base::WallTime now);
QString statusText(const services::SyncStatus& status, bool running, base::WallTime now);
// The parts of the two.
std::string stateOf(const services::SyncStatus& status, bool running);
wire::JsonObject statusObject(const services::SyncStatus& status, const std::string& state,
                              base::WallTime now);
QString statusText(const services::SyncStatus& status, const std::string& state, base::WallTime now);
std::optional<std::int64_t> oldestSeconds(const services::SyncStatus& status, base::WallTime now);
// "3 unsent, 1 in the inbox, the oldest unsent edit is 12 min old".
QString waitingText(const services::SyncStatus& status, base::WallTime now);

// {"id","kind","agent","name","reason","fields","at","resolved"}, with texts also "base", "mine", "theirs".
std::string inboxJson(const store::InboxItem& item, bool withTexts);
QString inboxLine(const store::InboxItem& item);
QString inboxText(const store::InboxItem& item);

}  // namespace aiagent::cli
