// The inbox's rows, for what fills it. Functions throw and run inside the caller's transaction.
#pragma once

#include <optional>
#include <string>

#include "core/store/sync_repository.h"

namespace aiagent::store {

// `id` and `at` are given here.
void addInboxItem(Connection& connection, InboxItem item);
// An agent of JSON fields; nothing where there are none.
std::optional<domain::SharedAgent> agentOrNothing(const std::optional<std::string>& fields);
// The record is not sent any more until it is edited again, and the inbox says why.
void blockPending(Connection& connection, const base::Uuid& record, const std::string& why);

}  // namespace aiagent::store
