// How sync, the inbox and people are printed, as text and as JSON.
#pragma once

#include <string>

#include "app/cli/context.h"

namespace aiagent::cli {

// {"server","account":{id,email},"workspaces":[{id,name,role,personal,inUse}]}
std::string identityJson(const services::ServerIdentity& identity, const std::string& inUse);
void printWorkspaces(Context& context, const services::ServerIdentity& identity);

// {"state","reason","pending","oldestUnsentSeconds","conflicts","recovered","rejected","lost","cursor","head",
// "workspace","server"}. `running`: this program syncs; otherwise the state is what the library says.
std::string statusJson(const services::SyncStatus& status, bool running, base::WallTime now);
QString statusText(const services::SyncStatus& status, bool running, base::WallTime now);

// {"id","kind","agent","name","reason","fields","at","resolved"}, with texts also "base", "mine", "theirs".
std::string inboxJson(const store::InboxItem& item, bool withTexts);
QString inboxLine(const store::InboxItem& item);
QString inboxText(const store::InboxItem& item);

}  // namespace aiagent::cli
