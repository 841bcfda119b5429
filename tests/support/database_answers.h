// Answers of GET /v1/ops/database as a server gives them (resources/openapi/server.json).
#pragma once

#include <string>

namespace aiagent::testing {

inline const std::string kDatabasePath = "/v1/ops/database";

inline const std::string kStatements =
    R"j({"since":"2026-11-20T00:00:00+00:00","others_hidden":false,"slowest":[
{"text":"SELECT api.sync_pull($1::jsonb)","calls":182340,"mean_ms":3.412,"total_ms":622144.1,"rows":182340},
{"text":"UPDATE sync.device v SET last_seen = now() WHERE v.id = $1","calls":9120,"mean_ms":0.118,"total_ms":1076.2,
"rows":9120}]})j";
inline const std::string kNoStatements =
    R"j({"unavailable":"pg_stat_statements is not there; add it to shared_preload_libraries and CREATE EXTENSION."})j";
inline const std::string kDrill = R"j({"at":"2026-11-01T09:00:00+00:00","ok":true})j";

// `connections`: how many of a hundred are taken; the others are parts of the answer.
inline std::string databaseAnswer(int connections = 23, const std::string& statements = kStatements,
                                  const std::string& drill = kDrill) {
  std::string answer = R"j({"at":"2026-11-23T06:40:00.123+00:00",
"server":{"version":"15.18 (Debian 15.18-0+deb12u1)","size_bytes":734003200,"started_at":"2026-11-20T00:00:00+00:00",
"uptime_seconds":283200},
"migrations":{"state":"applied","applied":11,"pending":[]},
"transactions":{"oldest":{"pid":4711,"state":"idle in transaction","seconds":95}},
"locks":{"waiting":[{"pid":4712,"blocked_by":[4711],"seconds":12,"kind":"relation ShareLock","table":"sync.attempt"}]},
"cache":{"hits":990000,"reads":10000,"hit_share":0.99,"since":null},
"tables":{"tables":[{"name":"sync.row","size_bytes":524288000,"live_rows":910000,"dead_rows":90000,
"bloat_bytes":41943040,"last_vacuum":"2026-11-22T21:00:00+00:00","last_analyze":null},
{"name":"sync.audit","size_bytes":8192000,"live_rows":5000,"dead_rows":0,"bloat_bytes":0,"last_vacuum":null,
"last_analyze":null}]},
"replication":{"is_replica":false,"replicas":[{"name":"standby-1","state":"streaming","sync":"async",
"lag_seconds":0.412,"lag_bytes":16384}]},
"slots":{"slots":[{"name":"standby_1","kind":"physical","active":true,"wal_status":"reserved",
"retained_bytes":16384}]},)j";
  answer += R"("connections":{"max":100,"used":)" + std::to_string(connections) +
            R"(,"by_state":[{"state":"idle","count":)" + std::to_string(connections - 3) +
            R"(},{"state":"active","count":3}]},"statements":)" + statements;
  answer += R"(,"backups":{"archiving":true,"archived":912,"last_archived_at":"2026-11-23T06:35:00+00:00",)"
            R"("failed":0,"last_failed_at":null,"failing":false,"base_backups_running":0,"drill":)" +
            drill + "}}";
  return answer;
}

}  // namespace aiagent::testing
