#include "core/server/http/health_routes.h"

#include <boost/json.hpp>
#include <map>

#include "core/base/sha256.h"
#include "core/server/migrations.h"

namespace aiagent::server {
namespace {

struct Health {
  bool database = false;
  std::string_view migrations = "unknown";  // applied, pending, altered, unknown
  bool good() const { return database && migrations == "applied"; }
};

const std::map<int, std::string>& ownHashes() {
  static const auto kHashes = [] {
    std::map<int, std::string> hashes;
    for (const auto& step : migrations()) hashes[step.number] = base::sha256Hex(step.sql);
    return hashes;
  }();
  return kHashes;
}

// A database that a newer program has migrated is fit for this one: each version works with the one before.
std::string_view stateOf(const Rows& rows) {
  std::map<int, std::string> applied;
  for (const auto& row : rows) applied[std::stoi(row[0].value_or("0"))] = row[1].value_or("");
  for (const auto& [number, hash] : ownHashes()) {
    const auto at = applied.find(number);
    if (at == applied.end()) return "pending";
    if (at->second != hash) return "altered";
  }
  return "applied";
}

Health look(Context& context) {
  auto rows = context.query("SELECT number, sha256 FROM sync.migration");
  if (rows) return {true, stateOf(*rows)};
  // 42P01: there is no such table
  if (rows.error().providerCode == "42P01" || rows.error().providerCode == "3F000") return {true, "pending"};
  return {};
}

Response healthResponse(const Health& health) {
  const boost::json::object body = {{"status", health.good() ? "ok" : "unavailable"},
                                    {"version", AIAGENT_VERSION},
                                    {"database", health.database ? "ok" : "unavailable"},
                                    {"migrations", health.migrations}};
  return {.status = health.good() ? 200 : 503, .body = boost::json::serialize(body)};
}

}  // namespace

void addHealthRoutes(Router& router) {
  const auto alive = [](Request&, Context&) { return Response{.body = R"({"status":"ok"})"}; };
  const auto ready = [](Request&, Context& context) { return healthResponse(look(context)); };
  router.add({.method = Method::Get, .path = "/livez", .auth = Auth::None, .handler = alive});
  router.add({.method = Method::Get, .path = "/readyz", .auth = Auth::None, .handler = ready});
  router.add({.method = Method::Get, .path = "/health", .auth = Auth::None, .handler = ready});
}

}  // namespace aiagent::server
