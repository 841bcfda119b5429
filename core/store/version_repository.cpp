#include "core/store/version_repository.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "core/store/agent_repository.h"
#include "core/store/change_feed.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/store/sync_tracking.h"
#include "core/store/version_rows.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::AgentId;
using domain::AgentVersion;
using domain::VersionId;
using domain::VersionSummary;

constexpr std::size_t kShortestHash = 6;

base::Error notFound(std::string_view subject) {
  return {.code = base::ErrorCode::NotFound, .subject = std::string(subject)};
}

Result<AgentVersion> read(Connection& connection, VersionId id, std::string_view asked) {
  auto version = readVersion(connection, id);
  if (!version) return notFound(asked);
  return std::move(*version);
}

// 12 of "v12" and "12".
std::optional<std::int64_t> ordinalOf(std::string_view which) {
  if (which.starts_with('v')) which.remove_prefix(1);
  std::int64_t ordinal = 0;
  const auto end = std::from_chars(which.data(), which.data() + which.size(), ordinal);
  if (which.empty() || end.ec != std::errc() || end.ptr != which.data() + which.size()) return std::nullopt;
  return ordinal;
}

VersionId versionOfOrdinal(Connection& connection, AgentId agent, std::int64_t ordinal) {
  Query query(connection, "SELECT id FROM agent_version WHERE agent=?1 AND ordinal=?2");
  return query.bind(agent, ordinal).next() ? query.id<VersionId>(0) : VersionId{};
}

VersionId versionOfLabel(Connection& connection, AgentId agent, std::string_view name) {
  Query query(connection, "SELECT version FROM label WHERE agent=?1 AND name=?2");
  return query.bind(agent, name).next() ? query.id<VersionId>(0) : VersionId{};
}

// Versions of one content have one hash: the newest of them stands for it.
Result<VersionId> versionOfHash(Connection& connection, AgentId agent, std::string_view prefix) {
  const bool isPrefix = prefix.size() >= kShortestHash && prefix.size() <= 64 &&
                        prefix.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!isPrefix) return notFound(prefix);
  std::vector<VersionId> found;
  Query query(connection,
              "SELECT id, max(number) FROM agent_version WHERE agent=?1 AND hash >= ?2 AND hash < ?2 || 'g' "
              "GROUP BY hash LIMIT 2");
  query.bind(agent, prefix);
  while (query.next()) found.push_back(query.id<VersionId>(0));
  if (found.empty()) return notFound(prefix);
  if (found.size() > 1)
    return base::Error{.code = base::ErrorCode::Ambiguous, .subject = std::string(prefix)};
  return found.front();
}

Result<VersionId> resolve(Connection& connection, AgentId agent, std::string_view which) {
  if (which == "head" || which == "latest") {
    const auto head = headVersion(connection, agent);
    return head ? Result<VersionId>(head->id) : head.error();
  }
  if (const auto id = VersionId::parse(which)) {
    const auto version = readVersion(connection, *id);
    return version && version->agent == agent ? Result<VersionId>(*id) : notFound(which);
  }
  if (const auto labelled = versionOfLabel(connection, agent, which); !labelled.isNull()) return labelled;
  if (const auto ordinal = ordinalOf(which))
    if (const auto id = versionOfOrdinal(connection, agent, *ordinal); !id.isNull()) return id;
  return versionOfHash(connection, agent, which);
}

constexpr char kSummaries[] =
    "SELECT v.id, v.ordinal, v.hash, v.author, v.message, v.created, "
    "EXISTS(SELECT 1 FROM agent a WHERE a.id = v.agent AND a.head_version = v.id), v.number "
    "FROM agent_version v WHERE v.agent=?1";

VersionSummary readSummary(Connection& connection, const Query& row) {
  VersionSummary summary{.id = row.id<VersionId>(0),
                         .number = row.integer(1),
                         .hash = row.text(2),
                         .author = row.text(3),
                         .message = row.text(4),
                         .created = row.time(5),
                         .head = row.boolean(6)};
  Query parents(connection, "SELECT parent FROM agent_version_parent WHERE version=?1 ORDER BY position");
  parents.bind(row.integer(7));
  while (parents.next()) summary.parents.push_back(parents.id<VersionId>(0));
  return summary;
}

std::vector<VersionSummary> readSummaries(Connection& connection, AgentId agent, const std::string& sql) {
  std::vector<VersionSummary> versions;
  Query row(connection, sql);
  row.bind(agent);
  while (row.next()) versions.push_back(readSummary(connection, row));
  Query labels(connection, "SELECT name, version FROM label WHERE agent=?1 ORDER BY name");
  labels.bind(agent);
  while (labels.next()) {
    const auto id = labels.id<VersionId>(1);
    const auto at = std::find_if(versions.begin(), versions.end(), [&](auto& v) { return v.id == id; });
    if (at != versions.end()) at->labels.push_back(labels.text(0));
  }
  return versions;
}

// A version and all it comes from, nearest first.
std::vector<VersionId> ancestry(Connection& connection, VersionId from) {
  std::vector<VersionId> order{from};
  std::unordered_set<VersionId> seen{from};
  Query parents(connection,
                "SELECT p.parent FROM agent_version_parent p JOIN agent_version v ON v.number = p.version "
                "WHERE v.id=?1 ORDER BY p.position");
  for (std::size_t i = 0; i < order.size(); ++i) {
    parents.bind(order[i]);
    while (parents.next())
      if (const auto id = parents.id<VersionId>(0); seen.insert(id).second) order.push_back(id);
    parents.reset();
  }
  return order;
}

void noteMove(Connection& connection, AgentId agent, const domain::LabelMove& move) {
  Query(connection,
        "INSERT INTO label_move(agent, name, from_version, to_version, moved_by, at) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(agent, move.name, move.from, move.to, move.by, move.at)
      .run();
  recordChange(connection, RecordKind::Label, agent.uuid, ChangeOp::Put);
}

}  // namespace

Result<AgentVersion> headVersion(Connection& connection, AgentId id) {
  return guarded([&]() -> Result<AgentVersion> {
    const auto agent = loadAgent(connection, id);
    if (!agent) return agent.error();
    if (!agent->headVersion.isNull())
      if (auto head = readVersion(connection, agent->headVersion)) return std::move(*head);
    keepSyncBase(connection, id);
    auto first = makeVersion(connection, id, agent->content, {}, {});
    setHead(connection, id, first.id);
    recordChange(connection, RecordKind::Agent, id.uuid, ChangeOp::Put);
    return first;
  });
}

Result<std::vector<VersionSummary>> listVersions(Connection& connection, AgentId agent) {
  return guarded([&]() -> Result<std::vector<VersionSummary>> {
    return readSummaries(connection, agent, std::string(kSummaries) + " ORDER BY v.ordinal DESC");
  });
}

Result<AgentVersion> loadVersion(Connection& connection, VersionId id) {
  return guarded([&] { return read(connection, id, id.toString()); });
}

Result<AgentVersion> findVersion(Connection& connection, AgentId agent, std::string_view which) {
  return guarded([&]() -> Result<AgentVersion> {
    const auto id = resolve(connection, agent, which);
    return id ? read(connection, *id, which) : id.error();
  });
}

Result<AgentVersion> adoptVersion(Connection& connection, const AgentVersion& version) {
  return guarded([&]() -> Result<AgentVersion> {
    if (auto known = readVersion(connection, version.id)) return std::move(*known);
    auto adopted = version;
    adopted.hash = domain::contentHash(version.content);
    return insertVersion(connection, std::move(adopted));
  });
}

Result<std::vector<VersionSummary>> listBranches(Connection& connection, AgentId agent) {
  return guarded([&]() -> Result<std::vector<VersionSummary>> {
    auto tips =
        readSummaries(connection, agent,
                      std::string(kSummaries) +
                          " AND NOT EXISTS(SELECT 1 FROM agent_version_parent p WHERE p.parent = v.id) "
                          "ORDER BY v.ordinal DESC");
    std::erase_if(tips, [](const VersionSummary& tip) { return tip.head; });
    return tips;
  });
}

Result<std::optional<AgentVersion>> commonAncestor(Connection& connection, VersionId one, VersionId other) {
  return guarded([&]() -> Result<std::optional<AgentVersion>> {
    const auto ours = ancestry(connection, one);
    const std::unordered_set<VersionId> known(ours.begin(), ours.end());
    std::optional<AgentVersion> newest;
    for (const auto id : ancestry(connection, other)) {
      if (!known.contains(id)) continue;
      auto shared = readVersion(connection, id);
      if (shared && (!newest || shared->number > newest->number)) newest = std::move(shared);
    }
    return newest;
  });
}

Result<domain::Label> moveLabel(Connection& connection, AgentId agent, const std::string& name,
                                VersionId version, const std::string& by) {
  return guarded([&]() -> Result<domain::Label> {
    if (const auto fits = domain::checkLabelName(name); !fits) return fits.error();
    const auto target = readVersion(connection, version);
    if (!target || target->agent != agent) return notFound(version.toString());
    const auto before = versionOfLabel(connection, agent, name);
    const domain::Label label{name, version, connection.clock().wallNow(), by};
    if (before == version) return label;
    keepSyncBase(connection, agent);
    Query(connection,
          "INSERT OR REPLACE INTO label(agent, name, version, moved, moved_by) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(agent, name, version, label.moved, by)
        .run();
    noteMove(connection, agent, {name, before, version, by, label.moved});
    return label;
  });
}

Result<void> removeLabel(Connection& connection, AgentId agent, const std::string& name,
                         const std::string& by) {
  return guarded([&]() -> Result<void> {
    const auto before = versionOfLabel(connection, agent, name);
    if (before.isNull()) return notFound(name);
    keepSyncBase(connection, agent);
    Query(connection, "DELETE FROM label WHERE agent=?1 AND name=?2").bind(agent, name).run();
    noteMove(connection, agent, {name, before, {}, by, connection.clock().wallNow()});
    return {};
  });
}

Result<std::vector<domain::Label>> listLabels(Connection& connection, AgentId agent) {
  return guarded([&]() -> Result<std::vector<domain::Label>> {
    std::vector<domain::Label> labels;
    Query row(connection, "SELECT name, version, moved, moved_by FROM label WHERE agent=?1 ORDER BY name");
    row.bind(agent);
    while (row.next()) labels.push_back({row.text(0), row.id<VersionId>(1), row.time(2), row.text(3)});
    return labels;
  });
}

Result<std::vector<domain::LabelMove>> labelHistory(Connection& connection, AgentId agent,
                                                    std::string_view name) {
  return guarded([&]() -> Result<std::vector<domain::LabelMove>> {
    std::vector<domain::LabelMove> moves;
    Query row(connection,
              "SELECT name, from_version, to_version, moved_by, at FROM label_move "
              "WHERE agent=?1 AND (?2 = '' OR name = ?2) ORDER BY number DESC");
    row.bind(agent, name);
    while (row.next())
      moves.push_back({row.text(0), row.id<VersionId>(1), row.id<VersionId>(2), row.text(3), row.time(4)});
    return moves;
  });
}

}  // namespace aiagent::store
