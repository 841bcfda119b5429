#include "core/store/upload_repository.h"

#include "core/store/connection.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {

using base::Result;
using domain::Upload;

Result<void> saveUpload(Connection& connection, const Upload& upload) {
  return guarded([&]() -> Result<void> {
    const auto expires =
        upload.expires ? std::optional(base::toMillis(*upload.expires)) : std::optional<std::int64_t>();
    Query(
        connection,
        "INSERT INTO upload(provider, base_url, kind, remote, agent, name, sha256, bytes, created, expires) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT(base_url, remote) DO UPDATE SET "
        "provider=excluded.provider, name=excluded.name, sha256=excluded.sha256, bytes=excluded.bytes, "
        "expires=excluded.expires")
        .bind(upload.provider, upload.baseUrl, toWord(upload.kind), upload.remote, upload.agent, upload.name,
              upload.sha256, upload.bytes, upload.created, expires)
        .run();
    return {};
  });
}

Result<std::vector<Upload>> listUploads(Connection& connection) {
  return guarded([&]() -> Result<std::vector<Upload>> {
    std::vector<Upload> uploads;
    Query rows(connection,
               "SELECT provider, base_url, kind, remote, agent, name, sha256, bytes, created, expires "
               "FROM upload ORDER BY number DESC");
    while (rows.next()) {
      Upload upload;
      upload.provider = rows.text(0);
      upload.baseUrl = rows.text(1);
      upload.kind = domain::uploadKindFromWord(rows.view(2)).value_or(domain::UploadKind::File);
      upload.remote = rows.text(3);
      upload.agent = rows.id<domain::AgentId>(4);
      upload.name = rows.text(5);
      upload.sha256 = rows.text(6);
      upload.bytes = rows.integer(7);
      upload.created = rows.time(8);
      if (!rows.isNull(9)) upload.expires = rows.time(9);
      uploads.push_back(std::move(upload));
    }
    return uploads;
  });
}

Result<std::string> findUpload(Connection& connection, std::string_view baseUrl, domain::UploadKind kind,
                               std::string_view sha256) {
  return guarded([&]() -> Result<std::string> {
    Query row(connection,
              "SELECT remote FROM upload WHERE base_url=?1 AND kind=?2 AND sha256=?3 AND "
              "(expires IS NULL OR expires > ?4) ORDER BY number DESC LIMIT 1");
    row.bind(baseUrl, toWord(kind), sha256, connection.clock().wallNow());
    return row.next() ? row.text(0) : std::string();
  });
}

Result<void> deleteUpload(Connection& connection, std::string_view baseUrl, std::string_view remote) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM upload WHERE base_url=?1 AND remote=?2").bind(baseUrl, remote).run();
    return {};
  });
}

Result<void> deleteUploadsElsewhere(Connection& connection, std::string_view provider,
                                    std::string_view baseUrl) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM upload WHERE provider=?1 AND base_url<>?2").bind(provider, baseUrl).run();
    return {};
  });
}

Result<std::unordered_set<std::string>> blobsInUse(Connection& connection) {
  return guarded([&]() -> Result<std::unordered_set<std::string>> {
    std::unordered_set<std::string> used;
    Query rows(connection, "SELECT sha256 FROM agent_knowledge UNION SELECT sha256 FROM snapshot_knowledge");
    while (rows.next()) used.insert(rows.text(0));
    return used;
  });
}

}  // namespace aiagent::store
