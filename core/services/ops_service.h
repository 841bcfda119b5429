// OpsService: how a server's database does, where the server offers it to this person. Online only.
#pragma once

#include <optional>
#include <QObject>
#include <string>
#include <string_view>

#include "core/domain/database_report.h"
#include "core/services/server_account.h"

namespace aiagent::services {

// Nothing: `json` is no report. A part of another shape is unavailable.
std::optional<domain::DatabaseReport> readDatabaseReport(std::string_view json);

// Call from the thread of its event loop.
class OpsService : public QObject {
  Q_OBJECT

 public:
  // `account` must outlive it.
  explicit OpsService(ServerAccount& account, QObject* parent = nullptr);

  // Errors as ServerAccount: Forbidden where it is not offered to this person, NotFound where this server
  // does not offer it, BadResponse.
  void database(Done<domain::DatabaseReport> done);
  // The same as the server wrote it, for scripts.
  void databaseJson(Done<std::string> done);

 private:
  ServerAccount& m_account;
};

}  // namespace aiagent::services
