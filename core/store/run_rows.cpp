#include "core/store/run_rows.h"

#include "core/base/utf8.h"
#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/enum_words.h"
#include "core/store/sql.h"
#include "core/store/version_repository.h"
#include "core/store/version_rows.h"
#include "core/wire/request_input.h"

namespace aiagent::store {
namespace {

using domain::RunId;
using domain::RunRecord;

constexpr std::size_t kInputStart = 200;

// Parameters of the columns a checkpoint overwrites, from ?2 on; ?1 is the run's number.
constexpr char kUpdate[] =
    "UPDATE run SET status=?2, model_answered=?3, request_id=?4, response_id=?5, last_sequence=?6, "
    "retries=?7, "
    "usage_input=?8, usage_cached=?9, usage_cache_write=?10, usage_output=?11, usage_reasoning=?12, "
    "usage_total=?13, usage_estimated=?14, cost_nano_usd=?15, after_sent=?16, after_first_byte=?17, "
    "after_first_token=?18, after_last_token=?19, after_finished=?20, error_code=?21, error_subject=?22, "
    "error_said=?23, error_provider_code=?24, error_http_status=?25 WHERE number=?1";
constexpr char kInsert[] =
    "INSERT INTO run(id, agent, agent_name, model, input_start, session, parent, created, status, "
    "model_answered, "
    "request_id, response_id, last_sequence, retries, usage_estimated) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', '', '', '', 0, 0, 0)";
constexpr char kRead[] =
    "SELECT r.number, r.id, r.status, r.created, r.parent, r.agent, r.model, r.model_answered, r.request_id, "
    "r.response_id, r.last_sequence, r.retries, r.usage_input, r.usage_cached, r.usage_cache_write, "
    "r.usage_output, "
    "r.usage_reasoning, r.usage_total, r.usage_estimated, r.cost_nano_usd, r.after_sent, r.after_first_byte, "
    "r.after_first_token, r.after_last_token, r.after_finished, r.error_code, r.error_subject, r.error_said, "
    "r.error_provider_code, r.error_http_status, q.snapshot, q.from_draft, q.provider_name, "
    "q.provider_base_url, "
    "q.provider_api, q.provider_key_source, q.provider_key_variable, q.provider_organization, "
    "q.provider_project, "
    "q.provider_default_model, q.input, q.request_json, q.version, v.ordinal "
    "FROM run r JOIN run_request q ON q.run = r.number LEFT JOIN agent_version v ON v.id = q.version "
    "WHERE r.id=?1";

void bindError(Query& query, const std::optional<domain::RunError>& error) {
  if (error)
    query.bind(base::toWord(error->code), error->subject, error->said, error->providerCode,
               error->httpStatus);
  else
    query.bind(nullptr, nullptr, nullptr, nullptr, nullptr);
}

// Runs of one agent mostly use the same content: they share its copy, or the copy of their version.
std::int64_t snapshotFor(Connection& connection, std::int64_t number, const domain::RunRequest& request,
                         domain::VersionId version) {
  if (const auto kept = version.isNull() ? std::nullopt : versionSnapshot(connection, version))
    if (readSnapshot(connection, *kept) == request.content) return *kept;
  Query last(connection,
             "SELECT q.snapshot FROM run r JOIN run_request q ON q.run = r.number "
             "WHERE r.agent IS ?1 AND r.number <> ?2 ORDER BY r.created DESC, r.number DESC LIMIT 1");
  if (last.bind(request.agent, number).next()) {
    const auto candidate = last.integer(0);
    if (readSnapshot(connection, candidate) == request.content) return candidate;
  }
  return insertSnapshot(connection, request.content);
}

// The version that has what the run uses. A run of the saved agent always has one: it is made where it is
// missing.
domain::VersionId versionFor(Connection& connection, const domain::RunRequest& request) {
  if (request.agent.isNull() || !request.version.isNull()) return request.version;
  const auto known = versionOfContent(connection, request.agent, request.content);
  if (!known.isNull() || request.fromDraft) return known;
  const auto head = headVersion(connection, request.agent);
  return head && domain::sameVersionedFields(head->content, request.content) ? head->id : domain::VersionId{};
}

void insertVariables(Connection& connection, std::int64_t number, const domain::VariableValues& variables) {
  for (const auto& [name, value] : variables)
    Query(connection, "INSERT INTO run_variable(run, name, value) VALUES(?1, ?2, ?3)")
        .bind(number, name, value)
        .run();
}

domain::VariableValues readVariables(Connection& connection, std::int64_t number) {
  domain::VariableValues variables;
  Query query(connection, "SELECT name, value FROM run_variable WHERE run=?1");
  query.bind(number);
  while (query.next()) variables.emplace(query.text(0), query.text(1));
  return variables;
}

domain::Usage readUsage(const Query& row, int from) {
  return {.input = row.maybeInteger(from),
          .cached = row.maybeInteger(from + 1),
          .cacheWrite = row.maybeInteger(from + 2),
          .output = row.maybeInteger(from + 3),
          .reasoning = row.maybeInteger(from + 4),
          .total = row.maybeInteger(from + 5),
          .estimated = row.boolean(from + 6)};
}

domain::RunTimings readTimings(const Query& row, int from) {
  return {.sent = row.maybeDuration(from),
          .firstByte = row.maybeDuration(from + 1),
          .firstToken = row.maybeDuration(from + 2),
          .lastToken = row.maybeDuration(from + 3),
          .finished = row.maybeDuration(from + 4)};
}

std::optional<domain::RunError> readError(const Query& row, int from) {
  if (row.isNull(from)) return std::nullopt;
  return domain::RunError{.code = errorCodeOf(row.view(from)),
                          .subject = row.text(from + 1),
                          .said = row.text(from + 2),
                          .providerCode = row.text(from + 3),
                          .httpStatus = row.number(from + 4)};
}

domain::Provider readProvider(const Query& row, int from) {
  return {.name = row.text(from),
          .baseUrl = row.text(from + 1),
          .api = apiKindOf(row.view(from + 2)),
          .keySource = keySourceOf(row.view(from + 3)),
          .keyVariable = row.text(from + 4),
          .organization = row.text(from + 5),
          .project = row.text(from + 6),
          .defaultModel = row.text(from + 7)};
}

RunRecord readRow(const Query& row) {
  RunRecord run;
  run.id = row.id<RunId>(1);
  run.status = domain::runStatusFromWord(row.view(2)).value_or(domain::RunStatus::Interrupted);
  run.created = row.time(3);
  run.request.parent = row.id<RunId>(4);
  run.request.agent = row.id<domain::AgentId>(5);
  run.request.model = row.text(6);
  run.modelAnswered = row.text(7);
  run.requestId = row.text(8);
  run.responseId = row.text(9);
  run.lastSequence = row.integer(10);
  run.retries = row.number(11);
  run.usage = readUsage(row, 12);
  run.costNanoUsd = row.maybeInteger(19);
  run.timings = readTimings(row, 20);
  run.error = readError(row, 25);
  run.request.fromDraft = row.boolean(31);
  run.request.provider = readProvider(row, 32);
  run.request.input = row.text(40);
  run.requestJson = row.text(41);
  run.request.version = row.id<domain::VersionId>(42);
  run.versionNumber = row.maybeInteger(43).value_or(0);
  return run;
}

std::vector<domain::Message> readMessages(Connection& connection, std::int64_t run) {
  std::vector<domain::Message> messages;
  Query row(connection,
            "SELECT m.number, m.id, m.role, m.created, m.raw_item, p.kind, p.text, p.name, p.call_id "
            "FROM message m LEFT JOIN part p ON p.message = m.number WHERE m.run=?1 "
            "ORDER BY m.position, m.number, p.position");
  row.bind(run);
  std::int64_t current = 0;
  while (row.next()) {
    if (row.integer(0) != current) {
      current = row.integer(0);
      messages.push_back({.id = row.id<domain::MessageId>(1),
                          .role = domain::roleFromWord(row.view(2)).value_or(domain::Role::Assistant),
                          .parts = {},
                          .rawItem = row.text(4),
                          .created = row.time(3)});
    }
    if (row.isNull(5)) continue;
    messages.back().parts.push_back(
        {.kind = domain::partKindFromWord(row.view(5)).value_or(domain::PartKind::Other),
         .text = row.text(6),
         .name = row.text(7),
         .callId = row.text(8)});
  }
  return messages;
}

// What the list shows of a turn that has no message: which tools answered.
std::string inputOf(const domain::RunRequest& request) {
  if (!request.input.empty()) return request.input;
  std::string names;
  for (const auto& answer : request.toolAnswers) names += (names.empty() ? "" : ", ") + answer.name;
  return names;
}

}  // namespace

std::optional<std::int64_t> runNumber(Connection& connection, RunId id) {
  Query query(connection, "SELECT number FROM run WHERE id=?1");
  return query.bind(id).next() ? std::optional(query.integer(0)) : std::nullopt;
}

std::int64_t insertRunRow(Connection& connection, const RunRecord& run) {
  const auto& request = run.request;
  Query(connection, kInsert)
      .bind(run.id, request.agent, request.content.name, request.model,
            base::utf8Prefix(inputOf(request), kInputStart), connection.session(), request.parent,
            run.created)
      .run();
  const auto number = lastInsertedNumber(connection);
  updateRunRow(connection, number, run);
  return number;
}

void updateRunRow(Connection& connection, std::int64_t number, const RunRecord& run) {
  Query query(connection, kUpdate);
  const auto& usage = run.usage;
  const auto& timings = run.timings;
  query.bind(number, domain::toWord(run.status), run.modelAnswered, run.requestId, run.responseId,
             run.lastSequence, run.retries);
  query.bind(usage.input, usage.cached, usage.cacheWrite, usage.output, usage.reasoning, usage.total,
             usage.estimated, run.costNanoUsd);
  query.bind(timings.sent, timings.firstByte, timings.firstToken, timings.lastToken, timings.finished);
  bindError(query, run.error);
  query.run();
  Query(connection, "UPDATE run_request SET request_json=?2 WHERE run=?1 AND request_json IS NOT ?2")
      .bind(number, run.requestJson)
      .run();
}

void insertRequestRows(Connection& connection, std::int64_t number, const RunRecord& run) {
  const auto& request = run.request;
  const auto& provider = request.provider;
  const auto version = versionFor(connection, request);
  Query(connection,
        "INSERT INTO run_request(run, snapshot, from_draft, provider_name, provider_base_url, provider_api, "
        "provider_key_source, provider_key_variable, provider_organization, provider_project, "
        "provider_default_model, input, request_json, version) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
      .bind(number, snapshotFor(connection, number, request, version), request.fromDraft, provider.name,
            provider.baseUrl, domain::toWord(provider.api), toWord(provider.keySource), provider.keyVariable,
            provider.organization, provider.project, provider.defaultModel, request.input, run.requestJson,
            version)
      .run();
  insertVariables(connection, number, request.variables);
}

std::optional<RunRecord> readRun(Connection& connection, RunId id) {
  Query row(connection, kRead);
  if (!row.bind(id).next()) return std::nullopt;
  RunRecord run = readRow(row);
  const auto number = row.integer(0);
  run.request.content = readSnapshot(connection, row.integer(30));
  run.request.variables = readVariables(connection, number);
  run.messages = readMessages(connection, number);
  run.request.toolAnswers = wire::answersOf(run.messages);
  return run;
}

void addToRunIndex(Connection& connection, std::int64_t number) {
  Query(connection, "INSERT INTO run_index(rowid, text) SELECT number, text FROM run_search WHERE number=?1")
      .bind(number)
      .run();
  Query(connection, "UPDATE run SET indexed=1 WHERE number=?1").bind(number).run();
}

void removeFromRunIndex(Connection& connection, std::int64_t number) {
  Query indexed(connection, "SELECT indexed FROM run WHERE number=?1");
  if (!indexed.bind(number).next() || !indexed.boolean(0)) return;
  Query(connection, "DELETE FROM run_index WHERE rowid=?1").bind(number).run();
  Query(connection, "UPDATE run SET indexed=0 WHERE number=?1").bind(number).run();
}

std::int64_t interruptRunsWithoutSession(Connection& connection) {
  std::vector<std::pair<std::int64_t, base::Uuid>> runs;
  Query query(connection,
              "SELECT number, id FROM run WHERE status IN ('queued', 'running') "
              "AND session NOT IN (SELECT number FROM session)");
  while (query.next()) runs.emplace_back(query.integer(0), query.uuid(1));
  for (const auto& [number, id] : runs) {
    Query(connection,
          "UPDATE run SET status='interrupted', error_code=?2, error_subject='', error_said='', "
          "error_provider_code='', error_http_status=0 WHERE number=?1")
        .bind(number, base::toWord(base::ErrorCode::Interrupted))
        .run();
    addToRunIndex(connection, number);
    recordChange(connection, RecordKind::Run, id, ChangeOp::Put);
  }
  return static_cast<std::int64_t>(runs.size());
}

}  // namespace aiagent::store
