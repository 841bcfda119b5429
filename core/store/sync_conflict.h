// A conflict of the inbox as a record of the workspace, so that each device of the person who met it shows it
// and any of them may end it. Functions throw and run inside the caller's transaction; they do nothing in a
// library that is this device's alone.
#pragma once

#include <optional>
#include <string_view>

#include "core/store/connection.h"
#include "core/wire/shared_record.h"

namespace aiagent::store {

inline constexpr std::string_view kConflictType = "conflict";

// After it came into the inbox here, and after it was ended (or opened again) here: notes what is to be sent.
void shareConflict(Connection& connection, const base::Uuid& item);
void shareResolution(Connection& connection, const base::Uuid& item);

// account (who met it), agent, name, reason, base, mine, theirs, fields, by, version, at and, once it is
// ended, resolution: milliseconds since 1970. Nothing: it is no conflict of this inbox.
std::optional<wire::Fields> conflictFields(Connection& connection, const base::Uuid& item);
bool isEnded(const wire::Fields& conflict);
// Met by this library's account, and of some agent? Anybody may write such a record: what does not say of
// which agent it is must not stop the page that it comes with.
bool isOwnConflict(Connection& connection, const wire::Fields& conflict);
// Into the inbox, where it was not in it; true then. `ends`: it is ended where `conflict` is, and only there.
bool takeConflict(Connection& connection, const base::Uuid& item, const wire::Fields& conflict, bool ends);

}  // namespace aiagent::store
