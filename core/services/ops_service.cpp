#include "core/services/ops_service.h"

#include <charconv>

#include "core/services/guarded.h"
#include "core/services/server_json.h"
#include "core/wire/json_text.h"

namespace aiagent::services {
namespace {

using namespace domain::database;
using domain::DatabaseReport;

// Nothing for null and for what is no number.
template <class Number>
std::optional<Number> numberOf(std::string_view json) {
  Number number{};
  const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), number);
  if (error != std::errc() || end != json.data() + json.size()) return std::nullopt;
  return number;
}

std::optional<std::int64_t> whole(const ServerObject& object, std::string_view name) {
  return numberOf<std::int64_t>(object.raw(name));
}

double real(const ServerObject& object, std::string_view name) {
  return numberOf<double>(object.raw(name)).value_or(0);
}

// The elements of the list `name` by `read`; nothing where there is no such list.
template <class Read>
auto listOf(const ServerObject& object, std::string_view name, Read read) {
  using T = decltype(read(std::string_view()));
  std::optional<std::vector<T>> list;
  const auto elements = wire::jsonElements(object.raw(name));
  if (!elements) return list;
  list.emplace();
  for (const auto element : *elements) list->push_back(read(element));
  return list;
}

// `read` answers nothing where the part is of another shape.
template <class Read>
auto part(const ServerObject& report, std::string_view name, Read read) {
  const ServerObject object(report.raw(name));
  using T = typename decltype(read(object))::value_type;
  Part<T> made;
  if (object.valid()) {
    made.unavailable = object.text("unavailable");
    if (made.unavailable.empty()) made.value = read(object);
  }
  return made;
}

std::optional<Server> serverOf(const ServerObject& object) {
  if (object.text("version").empty()) return std::nullopt;
  return Server{object.text("version"), object.integer("size_bytes"), object.text("started_at")};
}

std::optional<Migrations> migrationsOf(const ServerObject& object) {
  auto pending =
      listOf(object, "pending", [](std::string_view one) { return wire::stringFromJson(one).value_or(""); });
  if (!pending) return std::nullopt;
  return Migrations{object.text("state"), object.integer("applied"), std::move(*pending)};
}

std::optional<Connections> connectionsOf(const ServerObject& object) {
  auto states = listOf(object, "by_state", [](std::string_view json) {
    const ServerObject one(json);
    return ConnectionState{one.text("state"), one.integer("count")};
  });
  if (!states) return std::nullopt;
  return Connections{object.integer("max"), object.integer("used"), std::move(*states)};
}

std::optional<Transactions> transactionsOf(const ServerObject& object) {
  if (object.raw("oldest").empty()) return std::nullopt;
  const ServerObject oldest(object.raw("oldest"));
  if (!oldest.valid()) return Transactions{};
  return Transactions{whole(oldest, "seconds"), oldest.integer("pid"), oldest.text("state")};
}

WaitingLock lockOf(std::string_view json) {
  const ServerObject one(json);
  auto blockers =
      listOf(one, "blocked_by", [](std::string_view pid) { return numberOf<std::int64_t>(pid).value_or(0); });
  return {.pid = one.integer("pid"),
          .blockedBy = std::move(blockers).value_or(std::vector<std::int64_t>()),
          .seconds = whole(one, "seconds"),
          .kind = one.text("kind"),
          .table = one.text("table")};
}

std::optional<Cache> cacheOf(const ServerObject& object) {
  const auto hits = whole(object, "hits");
  const auto reads = whole(object, "reads");
  return hits && reads ? std::optional(Cache{*hits, *reads, object.text("since")}) : std::nullopt;
}

std::optional<Statements> statementsOf(const ServerObject& object) {
  auto slowest = listOf(object, "slowest", [](std::string_view json) {
    const ServerObject one(json);
    return Statement{one.text("text"), one.integer("calls"), real(one, "mean_ms"), real(one, "total_ms")};
  });
  if (!slowest) return std::nullopt;
  return Statements{object.boolean("others_hidden"), std::move(*slowest), object.text("since")};
}

Table tableOf(std::string_view json) {
  const ServerObject one(json);
  return {.name = one.text("name"),
          .bytes = one.integer("size_bytes"),
          .liveRows = one.integer("live_rows"),
          .deadRows = one.integer("dead_rows"),
          .bloatBytes = one.integer("bloat_bytes"),
          .lastVacuum = one.text("last_vacuum")};
}

Replica replicaOf(std::string_view json) {
  const ServerObject one(json);
  return {.name = one.text("name"),
          .state = one.text("state"),
          .lagSeconds = numberOf<double>(one.raw("lag_seconds")),
          .lagBytes = whole(one, "lag_bytes")};
}

Slot slotOf(std::string_view json) {
  const ServerObject one(json);
  return {.name = one.text("name"),
          .active = one.boolean("active"),
          .retainedBytes = whole(one, "retained_bytes")};
}

std::optional<Backups> backupsOf(const ServerObject& object) {
  if (object.raw("archiving").empty()) return std::nullopt;
  const ServerObject drill(object.raw("drill"));
  return Backups{.archiving = object.boolean("archiving"),
                 .failing = object.boolean("failing"),
                 .lastArchived = object.text("last_archived_at"),
                 .lastFailed = object.text("last_failed_at"),
                 .drill = drill.valid() ? drill.text("at") : std::string(),
                 .drillOk = drill.valid() && drill.boolean("ok")};
}

template <class Read>
auto lists(std::string_view name, Read read) {
  return [name, read](const ServerObject& object) { return listOf(object, name, read); };
}

// A server that has no such path means something else by "not found" than one whose record is gone.
base::Error refusalOf(const ServerAnswer& answer) {
  auto error = serverError(answer);
  if (answer.status == 404) error.providerCode = "not_offered";
  return error;
}

// What an answer of 200 says, by `read`.
template <class T, class Read>
Done<ServerAnswer> reading(Done<T> done, Read read) {
  return [done = std::move(done), read](base::Result<ServerAnswer> answer) {
    if (!answer) return done(answer.error());
    if (answer->status != 200) return done(refusalOf(*answer));
    std::optional<T> value = read(answer->body);
    if (value) return done(std::move(*value));
    done(base::Error{.code = base::ErrorCode::BadResponse, .subject = "server"});
  };
}

constexpr const char* kPath = "/v1/ops/database";

}  // namespace

std::optional<DatabaseReport> readDatabaseReport(std::string_view json) {
  const ServerObject object(json);
  if (!object.valid() || object.text("at").empty()) return std::nullopt;
  DatabaseReport report;
  report.at = object.text("at");
  report.server = part(object, "server", serverOf);
  report.migrations = part(object, "migrations", migrationsOf);
  report.connections = part(object, "connections", connectionsOf);
  report.transactions = part(object, "transactions", transactionsOf);
  report.locks = part(object, "locks", lists("waiting", lockOf));
  report.cache = part(object, "cache", cacheOf);
  report.statements = part(object, "statements", statementsOf);
  report.tables = part(object, "tables", lists("tables", tableOf));
  report.replicas = part(object, "replication", lists("replicas", replicaOf));
  report.slots = part(object, "slots", lists("slots", slotOf));
  report.backups = part(object, "backups", backupsOf);
  return report;
}

OpsService::OpsService(ServerAccount& account, QObject* parent) : QObject(parent), m_account(account) {}

void OpsService::database(Done<DatabaseReport> done) {
  m_account.request("GET", kPath, {},
                    guarded(this, reading<DatabaseReport>(std::move(done), readDatabaseReport)));
}

void OpsService::databaseJson(Done<std::string> done) {
  m_account.request("GET", kPath, {},
                    guarded(this, reading<std::string>(std::move(done), [](const std::string& body) {
                              return readDatabaseReport(body) ? std::optional(body) : std::nullopt;
                            })));
}

}  // namespace aiagent::services
