// Tables of the deployment dashboard that are worked out from several kinds of objects, and from what else is
// known of an environment.
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/services/cluster/environment_session.h"
#include "ui/viewmodels/deployments/cluster_columns.h"
#include "ui/viewmodels/deployments/database_vm.h"

namespace aiagent::ui {

enum class TableTopic : std::uint8_t {
  Objects,       // of one kind, as they are
  Workloads,     // with their verdicts
  Certificates,  // as public hosts show them, and as cert-manager tells of them
  Backups,       // cron jobs that make some, and what the server says of its database's
  Posture,       // how well workloads are kept from harm
};

// What a table is of.
struct TableSubject {
  TableSubject(wire::KubeKind of) : topic(TableTopic::Objects), kind(of) {}  // NOLINT: meant to be implicit
  TableSubject(TableTopic of) : topic(of) {}                                 // NOLINT: meant to be implicit
  TableTopic topic;
  wire::KubeKind kind = wire::KubeKind::Other;
};
QString titleOf(const TableSubject& subject);

struct TopicGround {
  services::EnvironmentSession& session;
  const services::ClusterWatch& watch;
  const DatabaseState* database = nullptr;  // null: none that belongs to this environment is offered
};

// The database's state where the server that one is signed in at is this environment's; null: it is not.
const DatabaseState* databaseOf(const DatabaseVm* database, const domain::Environment& environment);

// Workloads have their own (cluster_columns.h); these are of Certificates, Backups and Posture.
std::vector<ClusterColumn> columnsOf(TableTopic topic);
inline constexpr int kPostureKind = 10;  // the column of Posture that is hidden at first
std::vector<ClusterRow> rowsOf(TableTopic topic, const TopicGround& ground);
// A sentence over the table: what is in it and what is not known. Plain text; may be empty.
QString noteOf(TableTopic topic, const TopicGround& ground);
// Those that rows are made from. The first ones are what the table is about: it is as fresh as they are.
struct TopicKinds {
  std::vector<wire::KubeKind> essential, beside;
};
TopicKinds kindsOf(TableTopic topic);

// Of each topic, in files of their own.
std::vector<ClusterRow> certificateRows(const TopicGround& ground);
std::vector<ClusterRow> backupRows(const TopicGround& ground);
std::vector<ClusterRow> postureRows(const TopicGround& ground);
// The archive and the last restore drill; none where the server does not tell of them. `now`: the server's.
std::vector<ClusterRow> databaseBackupRows(const DatabaseState& state, base::WallTime now);
QString certificateNote(const TopicGround& ground);
QString backupNote(const TopicGround& ground);
QString postureNote(const TopicGround& ground);

}  // namespace aiagent::ui
