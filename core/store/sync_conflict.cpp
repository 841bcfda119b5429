#include "core/store/sync_conflict.h"

#include <charconv>

#include "core/store/sql.h"
#include "core/store/sync_rows.h"
#include "core/store/sync_tracking.h"
#include "core/wire/json_text.h"

namespace aiagent::store {
namespace {

using wire::Fields;

std::string literal(std::string_view text) {
  std::string json;
  wire::appendQuoted(json, text);
  return json;
}

// NULL where there is none.
std::optional<std::string> rawOf(const Fields& fields, const char* name) {
  const auto found = fields.find(name);
  return found == fields.end() || found->second == "null" ? std::nullopt : std::optional(found->second);
}

std::string textOf(const Fields& fields, const char* name) {
  const auto raw = rawOf(fields, name);
  return raw ? wire::stringFromJson(*raw).value_or("") : std::string();
}

base::Uuid uuidOf(const Fields& fields, const char* name) {
  return base::Uuid::parse(textOf(fields, name)).value_or(base::Uuid{});
}

std::optional<std::int64_t> integerAt(const Fields& fields, const char* name) {
  const auto raw = rawOf(fields, name);
  std::int64_t value = 0;
  if (!raw || std::from_chars(raw->data(), raw->data() + raw->size(), value).ec != std::errc()) return {};
  return value;
}

void note(Connection& connection, const base::Uuid& item, PendingOp op) {
  putPending(connection, {.record = item, .type = std::string(kConflictType), .op = op});
}

bool onItsWay(Connection& connection, const base::Uuid& item) {
  Query query(connection, "SELECT EXISTS(SELECT 1 FROM sync_outbox WHERE record=?1)");
  return query.bind(item).next() && query.boolean(0);
}

}  // namespace

void shareConflict(Connection& connection, const base::Uuid& item) {
  if (isShared(connection)) note(connection, item, PendingOp::Create);
}

void shareResolution(Connection& connection, const base::Uuid& item) {
  const auto fields = isShared(connection) ? conflictFields(connection, item) : std::nullopt;
  if (!fields) return;
  // What is on its way without it is looked at once more when it is answered (settlePush).
  if (onItsWay(connection, item) && readPending(connection, item)) return;
  if (readSyncRow(connection, item)) return note(connection, item, PendingOp::Edit);
  // No other device has it: none needs to know.
  isEnded(*fields) ? dropPending(connection, item) : note(connection, item, PendingOp::Create);
}

std::optional<Fields> conflictFields(Connection& connection, const base::Uuid& item) {
  Query row(connection,
            "SELECT i.record, i.name, i.reason, i.fields, i.at, i.base, i.mine, i.theirs, i.by, i.version, "
            "i.resolved, s.account FROM sync_inbox i, sync_state s WHERE i.id=?1 AND i.kind='conflict'");
  if (!row.bind(item).next()) return std::nullopt;
  Fields fields{{"agent", literal(row.uuid(0).toString())}, {"name", literal(row.text(1))},
                {"reason", literal(row.text(2))},           {"fields", row.text(3)},
                {"at", std::to_string(row.integer(4))},     {"account", literal(row.uuid(11).toString())}};
  int column = 5;
  for (const auto* name : {"base", "mine", "theirs"}) {
    if (!row.isNull(column)) fields[name] = row.text(column);
    ++column;
  }
  for (const auto* name : {"by", "version"}) {
    if (const auto id = row.uuid(column); !id.isNull()) fields[name] = literal(id.toString());
    ++column;
  }
  if (!row.isNull(10)) fields["resolution"] = std::to_string(row.integer(10));
  return fields;
}

bool isEnded(const Fields& conflict) {
  return rawOf(conflict, "resolution").has_value();
}

bool isOwnConflict(Connection& connection, const Fields& conflict) {
  Query row(connection, "SELECT account FROM sync_state");
  return row.next() && row.uuid(0) == uuidOf(conflict, "account") && !uuidOf(conflict, "agent").isNull();
}

bool takeConflict(Connection& connection, const base::Uuid& item, const Fields& conflict, bool ends) {
  Query known(connection, "SELECT 1 FROM sync_inbox WHERE id=?1");
  const bool fresh = !known.bind(item).next();
  if (fresh)
    Query(
        connection,
        "INSERT INTO sync_inbox(id, kind, record, name, reason, base, mine, theirs, fields, by, version, at) "
        "VALUES(?1, 'conflict', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .bind(item, uuidOf(conflict, "agent"), textOf(conflict, "name"), textOf(conflict, "reason"),
              rawOf(conflict, "base"), rawOf(conflict, "mine"), rawOf(conflict, "theirs"),
              rawOf(conflict, "fields").value_or("[]"), uuidOf(conflict, "by"), uuidOf(conflict, "version"),
              integerAt(conflict, "at").value_or(0))
        .run();
  if (ends)
    Query(connection, "UPDATE sync_inbox SET resolved=?2 WHERE id=?1")
        .bind(item, integerAt(conflict, "resolution"))
        .run();
  return fresh && !isEnded(conflict);
}

}  // namespace aiagent::store
