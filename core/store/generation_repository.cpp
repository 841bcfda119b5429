#include "core/store/generation_repository.h"

#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/enum_words.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::GenerationId;
using domain::GenerationJob;
using domain::GenerationStatus;

constexpr char kColumns[] =
    "SELECT id, agent, kind, status, description, examples, language, answer_language, run, error_code, "
    "error_subject, error_said, created, updated FROM generation ";

GenerationJob readJob(const Query& row) {
  GenerationJob job;
  job.id = row.id<GenerationId>(0);
  job.agent = row.id<domain::AgentId>(1);
  job.kind = domain::generationKindFromWord(row.view(2)).value_or(domain::GenerationKind::Generate);
  job.status = domain::generationStatusFromWord(row.view(3)).value_or(GenerationStatus::Failed);
  job.description = row.text(4);
  job.examples = textsFromJson(row.view(5));
  job.language = row.text(6);
  job.answerLanguage = row.text(7);
  job.run = row.id<domain::RunId>(8);
  if (!row.isNull(9))
    job.error =
        domain::RunError{.code = errorCodeOf(row.view(9)), .subject = row.text(10), .said = row.text(11)};
  job.created = row.time(12);
  job.updated = row.time(13);
  return job;
}

// Between taking a job and the start of its run.
constexpr base::Milliseconds kLongestBeginning{60'000};

base::Error notFound(GenerationId id) {
  return {.code = base::ErrorCode::NotFound, .subject = id.toString()};
}

}  // namespace

Result<GenerationJob> insertGeneration(Connection& connection, const GenerationJob& job) {
  return guarded([&]() -> Result<GenerationJob> {
    auto made = job;
    made.id = connection.ids().make<GenerationId>();
    made.created = made.updated = connection.clock().wallNow();
    Query(connection,
          "INSERT INTO generation(id, agent, kind, status, description, examples, language, "
          "answer_language, created, updated) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)")
        .bind(made.id, made.agent, domain::toWord(made.kind), domain::toWord(made.status), made.description,
              textsToJson(made.examples), made.language, made.answerLanguage, made.created)
        .run();
    recordChange(connection, RecordKind::Generation, made.id.uuid, ChangeOp::Put);
    return made;
  });
}

Result<void> updateGeneration(Connection& connection, const GenerationJob& job) {
  return guarded([&]() -> Result<void> {
    Query query(connection,
                "UPDATE generation SET status=?2, run=?3, updated=?4, error_code=?5, error_subject=?6, "
                "error_said=?7 WHERE id=?1");
    query.bind(job.id, domain::toWord(job.status), job.run, connection.clock().wallNow());
    if (job.error)
      query.bind(base::toWord(job.error->code), job.error->subject, job.error->said);
    else
      query.bind(nullptr, nullptr, nullptr);
    query.run();
    if (changedRows(connection) == 0) return notFound(job.id);
    recordChange(connection, RecordKind::Generation, job.id.uuid, ChangeOp::Put);
    return {};
  });
}

Result<void> removeGeneration(Connection& connection, GenerationId id) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM generation WHERE id=?1").bind(id).run();
    if (changedRows(connection) == 0) return notFound(id);
    recordChange(connection, RecordKind::Generation, id.uuid, ChangeOp::Delete);
    return {};
  });
}

Result<std::vector<GenerationJob>> listGenerations(Connection& connection) {
  return guarded([&]() -> Result<std::vector<GenerationJob>> {
    std::vector<GenerationJob> jobs;
    Query row(connection, std::string(kColumns) + "ORDER BY number");
    while (row.next()) jobs.push_back(readJob(row));
    return jobs;
  });
}

Result<std::optional<GenerationJob>> takeWaitingGeneration(Connection& connection) {
  return guarded([&]() -> Result<std::optional<GenerationJob>> {
    std::optional<GenerationJob> job;
    {
      Query row(connection, std::string(kColumns) + "WHERE status='waiting' ORDER BY number LIMIT 1");
      if (!row.next()) return job;
      job = readJob(row);
    }
    job->status = GenerationStatus::Running;
    if (auto taken = updateGeneration(connection, *job); !taken) return taken.error();
    return job;
  });
}

Result<void> releaseGenerations(Connection& connection) {
  return guarded([&]() -> Result<void> {
    std::vector<GenerationJob> stranded;
    {
      Query row(connection, std::string(kColumns) +
                                "WHERE status='running' AND (run IS NOT NULL OR updated < ?1) AND NOT "
                                "EXISTS(SELECT 1 FROM run r WHERE r.id = generation.run AND r.status IN "
                                "('queued', 'running'))");
      row.bind(connection.clock().wallNow() - kLongestBeginning);
      while (row.next()) stranded.push_back(readJob(row));
    }
    for (auto& job : stranded) {
      job.status = GenerationStatus::Waiting;
      if (auto released = updateGeneration(connection, job); !released) return released;
    }
    return {};
  });
}

}  // namespace aiagent::store
