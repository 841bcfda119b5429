// Lineage: which histories of the server the library at hand is of (sync_state.lineage). A restore of the
// server ends one and begins another, so that a version says something only together with its history.
// Throws, and runs inside the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/store/connection.h"
#include "core/wire/sync_message.h"

namespace aiagent::store {

// Up to which version the history that the library knows and that of the page are one. Nothing: there is no
// other, or nobody told of it.
std::optional<std::int64_t> keptVersion(Connection& connection, const wire::PullReply& page);
// As it is to be kept once the library is of the page's history.
std::string lineageOf(const wire::PullReply& page);
// Of a library that knows nothing but that one.
std::string lineageOf(const std::string& epoch);

}  // namespace aiagent::store
