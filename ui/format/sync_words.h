// Words of what a workspace shares: roles, why an edit waits, why an item stands in the inbox.
#pragma once

#include <QString>
#include <string_view>

namespace aiagent::format {

// "Administrator", "Member", "Viewer"; a role that is not known is told as it came.
QString roleName(std::string_view role);
// What that role may do, as a sentence.
QString roleHelp(std::string_view role);

// A workspace's name; of one's own also that it is that, where its name does not say so.
QString workspaceName(std::string_view name, bool personal);

// Why sync waits, as a part of a sentence: "no connection to the server". `kind` and `reason` as words of
// sync::Trouble.
QString waitReason(std::string_view kind, std::string_view reason);

// "Conflict", "Recovered", "Not accepted", "Lost by the server".
QString inboxKindName(std::string_view kind);
// Why an item stands in the inbox, as a sentence, and what became of the text. `kind` "conflict",
// "recovered", "rejected" or "lost".
QString inboxReason(std::string_view kind, std::string_view reason);

// What was done, and to whom: "Invited ann@example.org".
QString auditSentence(std::string_view action, std::string_view subject);

}  // namespace aiagent::format
