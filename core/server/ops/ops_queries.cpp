#include "core/server/ops/ops_queries.h"

namespace aiagent::server {
namespace {

constexpr std::string_view kServer = R"sql(
SELECT jsonb_build_object('version', current_setting('server_version'), 'size_bytes', pg_database_size(current_database()),
  'started_at', pg_postmaster_start_time(),
  'uptime_seconds', extract(epoch FROM clock_timestamp() - pg_postmaster_start_time())::bigint))sql";

// What other users' connections do is told to members of pg_read_all_stats alone; their state is NULL then.
constexpr std::string_view kConnections = R"sql(
WITH seen AS (SELECT coalesce(state, 'hidden') AS state, count(*) AS n FROM pg_stat_activity
              WHERE backend_type = 'client backend' OR (backend_type IS NULL AND datid IS NOT NULL) GROUP BY 1)
SELECT jsonb_build_object('max', current_setting('max_connections')::int, 'used', coalesce(sum(n), 0),
  'by_state', coalesce(jsonb_agg(jsonb_build_object('state', state, 'count', n) ORDER BY n DESC, state), '[]')) FROM seen)sql";

constexpr std::string_view kTransactions = R"sql(
SELECT jsonb_build_object('oldest', (SELECT jsonb_build_object('pid', pid, 'state', state,
    'seconds', extract(epoch FROM clock_timestamp() - xact_start)::bigint)
  FROM pg_stat_activity WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid() AND backend_type = 'client backend'
  ORDER BY xact_start LIMIT 1)))sql";

constexpr std::string_view kLocks = R"sql(
SELECT jsonb_build_object('waiting', coalesce(jsonb_agg(jsonb_build_object('pid', pid, 'blocked_by', blockers,
    'seconds', seconds, 'kind', kind, 'table', named) ORDER BY seconds DESC NULLS LAST, pid), '[]'))
FROM (SELECT l.pid, to_jsonb(pg_blocking_pids(l.pid)) AS blockers, l.locktype || ' ' || l.mode AS kind,
        CASE WHEN l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) THEN l.relation::regclass::text END AS named,
        extract(epoch FROM clock_timestamp() - l.waitstart)::bigint AS seconds
      FROM pg_locks l WHERE NOT l.granted ORDER BY l.waitstart LIMIT 50) w)sql";

constexpr std::string_view kCache = R"sql(
SELECT jsonb_build_object('hits', blks_hit, 'reads', blks_read, 'since', stats_reset,
  'hit_share', CASE WHEN blks_hit + blks_read > 0 THEN round(blks_hit::numeric / (blks_hit + blks_read), 4) END)
FROM pg_stat_database WHERE datname = current_database())sql";

// pg_stats hides the widths of columns where row security is forced; dead rows are what is left to estimate
// by.
constexpr std::string_view kTables = R"sql(
SELECT jsonb_build_object('tables', coalesce(jsonb_agg(jsonb_build_object('name', named, 'size_bytes', size, 'live_rows', live, 'dead_rows', dead,
    'last_vacuum', vacuumed, 'last_analyze', analyzed,
    'bloat_bytes', CASE WHEN live + dead > 0 THEN (heap::numeric * dead / (live + dead))::bigint ELSE 0 END) ORDER BY size DESC, named), '[]'))
FROM (SELECT schemaname || '.' || relname AS named, pg_total_relation_size(relid) AS size, pg_relation_size(relid) AS heap,
        n_live_tup AS live, n_dead_tup AS dead, greatest(last_vacuum, last_autovacuum) AS vacuumed, greatest(last_analyze, last_autoanalyze) AS analyzed
      FROM pg_stat_user_tables ORDER BY 2 DESC LIMIT 30) t)sql";

constexpr std::string_view kReplication = R"sql(
SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_stat_replication WHERE state IS NULL) AND NOT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
  THEN jsonb_build_object('unavailable', 'The server''s database user may not see replicas; GRANT pg_read_all_stats to it.')
  ELSE jsonb_build_object('is_replica', pg_is_in_recovery(), 'replicas', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', application_name,
    'state', state, 'sync', sync_state, 'lag_seconds', round(extract(epoch FROM replay_lag), 3),
    'lag_bytes', pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END, replay_lsn))
    ORDER BY application_name, pid), '[]') FROM pg_stat_replication)) END)sql";

constexpr std::string_view kSlots = R"sql(
SELECT jsonb_build_object('slots', coalesce(jsonb_agg(jsonb_build_object('name', slot_name, 'kind', slot_type, 'active', active, 'wal_status', wal_status,
  'retained_bytes', pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END, restart_lsn))
  ORDER BY slot_name), '[]')) FROM pg_replication_slots)sql";

// A base backup leaves no trace in the server but while it runs, and as a history file where WAL is archived.
constexpr std::string_view kBackups = R"sql(
SELECT jsonb_build_object('archiving', current_setting('archive_mode') <> 'off', 'archived', archived_count, 'last_archived_at', last_archived_time,
  'failed', failed_count, 'last_failed_at', last_failed_time,
  'failing', coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AND current_setting('archive_mode') <> 'off',
  'base_backups_running', (SELECT count(*) FROM pg_stat_progress_basebackup),
  'drill', (SELECT jsonb_build_object('at', d.at, 'ok', d.ok) FROM sync.restore_drill d ORDER BY d.at DESC LIMIT 1))
FROM pg_stat_archiver)sql";

}  // namespace

const std::vector<OpsPart>& opsParts() {
  static const std::vector<OpsPart> kAll = {
      {"server", kServer},  {"connections", kConnections}, {"transactions", kTransactions}, {"locks", kLocks},
      {"cache", kCache},    {"tables", kTables},           {"replication", kReplication},   {"slots", kSlots},
      {"backups", kBackups}};
  return kAll;
}

std::string_view statementsSchemaSql() {
  return "SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
         "WHERE e.extname = 'pg_stat_statements'";
}

std::string statementsSql(std::string_view schema) {
  const std::string from(schema);
  return R"sql(
SELECT jsonb_build_object('since', (SELECT stats_reset FROM )sql" +
         from + R"sql(.pg_stat_statements_info),
  'others_hidden', NOT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE'),
  'slowest', coalesce(jsonb_agg(jsonb_build_object('text', told, 'calls', calls, 'mean_ms', mean, 'total_ms', total, 'rows', rows)
    ORDER BY total DESC), '[]'))
FROM (SELECT left(regexp_replace(regexp_replace(query, '(''|--|/\*|\$[^0-9]).*', '…'), '\s+', ' ', 'g'), 500) AS told, calls,
        round(mean_exec_time::numeric, 3) AS mean, round(total_exec_time::numeric, 3) AS total, rows
      FROM )sql" +
         from + R"sql(.pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND query ~* '^\s*(select|insert|update|delete|merge|with)\M'
      ORDER BY total_exec_time DESC LIMIT 20) s)sql";
}

}  // namespace aiagent::server
