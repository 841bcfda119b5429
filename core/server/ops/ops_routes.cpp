#include "core/server/ops/ops_routes.h"

#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <map>
#include <memory>

#include "core/base/sha256.h"
#include "core/server/migrations.h"
#include "core/server/ops/ops_queries.h"

namespace aiagent::server {
namespace {

namespace json = boost::json;

constexpr auto kWhole = std::chrono::seconds(8);
constexpr auto kReadOnly =
    "SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', '2000', true), "
    "set_config('lock_timeout', '2000', true)";

class Turn {
 public:
  explicit Turn(std::atomic_flag& taken) : m_taken(taken), m_mine(!taken.test_and_set()) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() {
    if (m_mine) m_taken.clear();
  }
  bool mine() const { return m_mine; }

 private:
  std::atomic_flag& m_taken;
  bool m_mine;
};

json::object unavailable(std::string_view reason) {
  return {{"unavailable", reason}};
}

// Nothing of PostgreSQL's own sentence: it may quote what it stumbled over.
json::object unavailable(const base::Error& error) {
  // https://www.postgresql.org/docs/15/errcodes-appendix.html: object_not_in_prerequisite_state
  if (error.providerCode == "55000")
    return unavailable("PostgreSQL was started without what this needs; see shared_preload_libraries.");
  switch (error.code) {
    case base::ErrorCode::Forbidden:
      return unavailable("The server's database user may not read this; GRANT pg_monitor to it.");
    case base::ErrorCode::Timeout: return unavailable("PostgreSQL took longer than two seconds.");
    case base::ErrorCode::ConnectionFailed: return unavailable("PostgreSQL cannot be reached.");
    case base::ErrorCode::RateLimited: return unavailable("No connection to PostgreSQL was free.");
    default: return unavailable("PostgreSQL refused; see the version that is supported.");
  }
}

base::Result<Rows> read(Context& context, std::string_view sql) {
  auto all = context.query({{.sql = kReadOnly}, {.sql = std::string(sql)}});
  if (!all) return all.error();
  return std::move(all->back());
}

json::value part(Context& context, std::string_view sql) {
  const auto rows = read(context, sql);
  if (!rows) return unavailable(rows.error());
  boost::system::error_code error;
  if (rows->empty()) return unavailable("PostgreSQL tells nothing about it.");
  auto value = json::parse(rows->front()[0].value_or(""), error);
  return error ? unavailable("PostgreSQL's answer cannot be read.") : value;
}

json::value statements(Context& context) {
  const auto schema = read(context, statementsSchemaSql());
  if (!schema) return unavailable(schema.error());
  if (schema->empty())
    return unavailable(
        "pg_stat_statements is not there; add it to shared_preload_libraries and CREATE EXTENSION.");
  return part(context, statementsSql(schema->front()[0].value_or("")));
}

json::object migrationsOf(const Rows& rows) {
  std::map<int, std::string> applied;
  for (const auto& row : rows) applied[std::stoi(row[0].value_or("0"))] = row[1].value_or("");
  json::array pending;
  bool altered = false;
  for (const auto& step : migrations()) {
    const auto at = applied.find(step.number);
    if (at == applied.end()) pending.emplace_back(step.name);
    altered = altered || (at != applied.end() && at->second != base::sha256Hex(step.sql));
  }
  const auto* state = altered ? "altered" : pending.empty() ? "applied" : "pending";
  return {{"state", state}, {"applied", applied.size()}, {"pending", std::move(pending)}};
}

json::value migrationPart(Context& context) {
  const auto rows = read(context, "SELECT number, sha256 FROM sync.migration");
  return rows ? migrationsOf(*rows) : unavailable(rows.error());
}

// Where everything is slow, ten parts of two seconds each would be more than somebody waits for.
template <class Read>
json::value inTime(std::chrono::steady_clock::time_point end, Read read) {
  if (std::chrono::steady_clock::now() < end) return read();
  return unavailable("PostgreSQL took too long for the parts before this one.");
}

Response report(Context& context) {
  const auto end = std::chrono::steady_clock::now() + kWhole;
  json::object body;
  body["migrations"] = inTime(end, [&] { return migrationPart(context); });
  for (const auto& one : opsParts()) body[one.name] = inTime(end, [&] { return part(context, one.sql); });
  body["statements"] = inTime(end, [&] { return statements(context); });
  const auto now = read(context, "SELECT to_jsonb(clock_timestamp()) #>> '{}'");
  if (!now) return problem(now.error());
  body["at"] = now->front()[0].value_or("");
  return {.body = json::serialize(body), .headers = {{"Cache-Control", "no-store"}}};
}

}  // namespace

void addOpsRoutes(Router& router) {
  router.add({.method = Method::Get,
              .path = "/v1/ops/database",
              .handler = [taken = std::make_shared<std::atomic_flag>()](Request&, Context& context) {
                auto may = context.call("api.ops_may()", {});
                if (may.status != 200) return may;
                const Turn turn(*taken);
                if (turn.mine()) return report(context);
                auto busy = problem(503, "busy", "Somebody looks at the database already; try again.");
                busy.headers.emplace_back("Retry-After", "1");
                return busy;
              }});
}

}  // namespace aiagent::server
