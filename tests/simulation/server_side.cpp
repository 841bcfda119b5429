#include "tests/simulation/server_side.h"

#include <cstdio>

namespace aiagent::simulation {
namespace {

using server::Database;

Database connected(const std::string& url) {
  auto database = Database::connect(base::SecretString(url));
  if (!database) throw std::runtime_error("no PostgreSQL: " + database.error().said);
  return std::move(*database);
}

base::Uuid uuidOf(const char* kind, std::uint64_t seed, int number) {
  char text[40];
  std::snprintf(text, sizeof text, "%s%06llx-0000-7000-8000-%012x", kind,
                static_cast<unsigned long long>(seed & 0xffffff), static_cast<unsigned>(number + 1));
  return *base::Uuid::parse(text);
}

void script(Database& database, const std::string& sql) {
  const auto done = database.script(sql);
  if (!done) throw std::runtime_error(sql + ": " + done.error().said);
}

constexpr const char* kTables[] = {"history", "mutation", "client", "row"};

std::uint64_t bitsOf(const std::string& signedText) {
  return static_cast<std::uint64_t>(std::stoll(signedText));
}

}  // namespace

ServerSide::ServerSide(const std::string& url)
    : m_owner(connected(url)), m_caller(connected(url)), m_other(connected(url)) {
  // Nobody here waits for long: whoever holds a lock ends only in a later step.
  script(m_owner,
         "ALTER FUNCTION api.sync_push(jsonb) SET lock_timeout = '20ms'; CREATE SCHEMA IF NOT EXISTS saved");
  for (const auto* table : {"history", "mutation", "client", "row", "workspace"})
    script(m_owner, std::string("CREATE TABLE IF NOT EXISTS saved.") + table + "(LIKE sync." + table + ")");
  m_naive = ask("SELECT to_regclass('saved.naive') IS NOT NULL")[0][0] == "t";
}

base::Uuid ServerSide::account(int person) const {
  return uuidOf("ac", m_seed, person);
}

void ServerSide::begin(std::uint64_t seed) {
  m_seed = seed;
  m_workspace = uuidOf("5c", seed, 0);
  end();
  ask("INSERT INTO sync.workspace(id, name, epoch) VALUES ($1, 'Simulated', $2)",
      {m_workspace.toString(), uuidOf("e0", seed, 0).toString()});
  for (int person = 0; person < kPeople; ++person) {
    const auto id = account(person).toString();
    ask("INSERT INTO sync.account(id, email) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        {id, id + "@example.org"});
    setMember(person, person == 0 ? "admin" : "member", false);
  }
}

void ServerSide::end() {
  finishSlow();
  const auto ws = m_workspace.toString();
  for (const auto* table : {"history", "mutation", "client", "row", "membership"})
    ask(std::string("DELETE FROM sync.") + table + " WHERE workspace_id=$1", {ws});
  ask("DELETE FROM sync.workspace WHERE id=$1", {ws});
  for (const auto* table : kTables)
    ask(std::string("DELETE FROM saved.") + table + " WHERE workspace_id=$1", {ws});
  ask("DELETE FROM saved.workspace WHERE id=$1", {ws});
}

server::Rows ServerSide::ask(const std::string& sql, const std::vector<server::Value>& values) {
  auto rows = m_owner.query(sql, values);
  if (!rows) throw std::runtime_error(sql + ": " + rows.error().said);
  return std::move(*rows);
}

Answer ServerSide::run(Database& database, const Call& call, bool& open) {
  script(database, "BEGIN; SET LOCAL ROLE authenticated");
  open = true;
  const auto claims = R"({"role":"authenticated","sub":")" + account(call.person).toString() + "\"}";
  const auto said = database.query("SELECT set_config('request.jwt.claims', $1, true)", {claims});
  const auto body = database.query(
      call.push ? "SELECT api.sync_push($1::jsonb)" : "SELECT api.sync_pull($1::jsonb)", {call.request});
  if (!said || !body) {
    const auto& error = said ? body.error() : said.error();
    script(database, "ROLLBACK");
    open = false;
    if (error.code == base::ErrorCode::Timeout || error.code == base::ErrorCode::Conflict)
      return {503, R"({"error":"busy"})"};
    throw Violation("server",
                    "a call failed with " + error.providerCode + ' ' + error.said + ": " + call.request);
  }
  const auto status =
      database.query("SELECT coalesce(nullif(current_setting('response.status', true), ''), '200')");
  return {std::stoi(*(*status)[0][0]), *(*body)[0][0]};
}

Answer ServerSide::call(const Call& call) {
  bool open = false;
  auto answer = run(m_caller, call, open);
  if (open) script(m_caller, "COMMIT");
  return answer;
}

bool ServerSide::callSlowly(const Call& call, Answer& answer) {
  bool open = false;
  answer = run(m_other, call, open);
  m_slow = open && answer.status == 200;
  if (open && !m_slow) script(m_other, "COMMIT");
  return m_slow;
}

void ServerSide::finishSlow() {
  if (m_slow) script(m_other, "COMMIT");
  m_slow = false;
}

void ServerSide::setMember(int person, const std::string& role, bool suspended) {
  finishSlow();
  ask("INSERT INTO sync.membership(workspace_id, user_id, role, suspended) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (workspace_id, user_id) DO UPDATE SET role=excluded.role, suspended=excluded.suspended",
      {m_workspace.toString(), account(person).toString(), role, suspended ? "t" : "f"});
}

void ServerSide::collectGarbage(const std::string& keep) {
  finishSlow();
  ask("SELECT sync.collect_garbage($1, $2::interval)", {m_workspace.toString(), keep});
}

void ServerSide::save() {
  finishSlow();
  const auto ws = m_workspace.toString();
  for (const auto* table : kTables) {
    ask(std::string("DELETE FROM saved.") + table + " WHERE workspace_id=$1", {ws});
    ask(std::string("INSERT INTO saved.") + table + " SELECT * FROM sync." + table + " WHERE workspace_id=$1",
        {ws});
  }
  ask("DELETE FROM saved.workspace WHERE id=$1", {ws});
  ask("INSERT INTO saved.workspace SELECT * FROM sync.workspace WHERE id=$1", {ws});
}

void ServerSide::restore(bool bump) {
  finishSlow();
  const auto ws = m_workspace.toString();
  for (const auto* table : kTables)
    ask(std::string("DELETE FROM sync.") + table + " WHERE workspace_id=$1", {ws});
  for (const auto* table : {"row", "client", "mutation", "history"})
    ask(std::string("INSERT INTO sync.") + table + " SELECT * FROM saved." + table + " WHERE workspace_id=$1",
        {ws});
  ask("UPDATE sync.workspace w SET epoch=s.epoch, epoch_head=s.epoch_head, head=s.head, floor=s.floor, "
      "live=s.live, "
      "digest=s.digest, past=s.past FROM saved.workspace s WHERE w.id=$1 AND s.id=$1",
      {ws});
  if (bump) ask("SELECT sync.bump_epoch($1)", {ws});
}

ServerState ServerSide::state() {
  ServerState state;
  const auto ws = m_workspace.toString();
  const auto space = ask(m_naive ? "SELECT (c).epoch, (c).head, (c).live, (c).digest FROM (SELECT "
                                   "saved.counted(id, w) AS c FROM sync.workspace w WHERE id=$1) n"
                                 : "SELECT epoch, head, live, digest FROM sync.workspace WHERE id=$1",
                         {ws});
  state.epoch = *space[0][0];
  state.head = std::stoll(*space[0][1]);
  state.digest = {std::stoll(*space[0][2]), bitsOf(*space[0][3])};
  for (const auto& row :
       ask("SELECT r.id, r.type, r.version, r.deleted_at IS NOT NULL, r.fields, sync.etags(k.fields, "
           "r.fields), "
           "r.fields->>'head_version' FROM sync.row r LEFT JOIN sync.cas_fields k ON k.type = r.type "
           "WHERE r.workspace_id=$1",
           {ws})) {
    ServerRow one{.id = *base::Uuid::parse(*row[0]),
                  .type = *row[1],
                  .version = std::stoll(*row[2]),
                  .deleted = *row[3] == "t",
                  .fields = *row[4],
                  .etags = *row[5],
                  .head = row[6].value_or("")};
    if (!one.deleted) {
      ++state.counted.live;
      state.counted.mix ^= wire::rowHash(one.id, one.version);
    }
    state.rows.emplace(one.id, std::move(one));
  }
  return state;
}

std::string ServerSide::texts() {
  std::string texts;
  const auto ws = m_workspace.toString();
  for (const auto& row : ask("SELECT fields::text FROM sync.row WHERE workspace_id=$1 UNION ALL "
                             "SELECT concat(old, ' ', new) FROM sync.history WHERE workspace_id=$1",
                             {ws}))
    texts += *row[0] + '\n';
  return texts;
}

std::vector<std::string> ServerSide::essence() {
  std::vector<std::string> all;
  for (const auto& row :
       ask("SELECT concat_ws(' | ', type, deleted_at IS NOT NULL, "
           "CASE type WHEN 'conflict' THEN jsonb_build_object('name', fields->'name', 'account', "
           "fields->'account', "
           "'reason', fields->'reason', 'fields', fields->'fields', 'mine', fields->'mine'->'draft_prompt', "
           "'theirs', fields->'theirs'->'draft_prompt', 'ended', fields ? 'resolution') "
           "ELSE coalesce(fields->'content', fields) - 'head_version' - 'labels' - 'created' - 'owner' END) "
           "FROM sync.row WHERE workspace_id=$1 ORDER BY 1",
           {m_workspace.toString()}))
    all.push_back(*row[0]);
  return all;
}

}  // namespace aiagent::simulation
