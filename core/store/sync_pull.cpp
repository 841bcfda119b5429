// What came: pages are kept until they are whole, then written in one transaction.
#include <algorithm>

#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/store/sync_applier.h"
#include "core/store/sync_lineage.h"
#include "core/store/sync_repository.h"
#include "core/store/sync_rows.h"
#include "core/store/sync_tracking.h"

namespace aiagent::store {
namespace {

using base::Result;
using wire::SyncRow;

constexpr int kManyRows = 200;  // from here the search index is brought up to date later

void stage(Connection& connection, const wire::PullReply& page) {
  for (const auto& row : page.rows)
    Query(connection, "INSERT OR REPLACE INTO sync_stage(record, version, row) VALUES(?1, ?2, ?3)")
        .bind(row.id, row.version, wire::toJson(row))
        .run();
  Query(connection, "UPDATE sync_state SET stage_cursor=?1, head=?2, epoch=?3")
      .bind(page.to, page.head, page.epoch)
      .run();
}

// Pages that bring everything may lie below the floor, if it does not rise meanwhile.
void keepFloor(Connection& connection, const wire::PullReply& page) {
  if (page.complete)
    Query(connection, "UPDATE sync_state SET floor=0").run();
  else if (page.from == 0)
    Query(connection, "UPDATE sync_state SET floor=?1").bind(page.floor).run();
}

void applyStaged(Connection& connection, RowApplier& applier) {
  std::int64_t after = 0;
  while (true) {
    std::vector<SyncRow> rows;
    {
      Query query(connection,
                  "SELECT version, row FROM sync_stage WHERE version > ?1 ORDER BY version LIMIT 500");
      query.bind(after);
      while (query.next()) {
        after = query.integer(0);
        if (auto row = wire::rowFrom(query.view(1))) rows.push_back(std::move(*row));
      }
    }
    if (rows.empty()) return;
    for (const auto& row : rows) applier.apply(row);
  }
}

// Numbers of a history that is gone say nothing of the new one.
void forgetLostHistory(Connection& connection, const wire::PullReply& page) {
  Query(connection, "DELETE FROM sync_archive WHERE version > ?1")
      .bind(keptVersion(connection, page).value_or(page.head))
      .run();
}

// The page may hold this device's own edit, and what others made of it since. Only its answer says that it
// was taken; merged without that, its words would stand twice. What was sent under another name (mintClient)
// may have been taken too.
bool answersAreMissing(Connection& connection, const wire::PullReply& page) {
  Query query(connection, "SELECT EXISTS(SELECT 1 FROM sync_outbox WHERE n <= ?1 OR made = 0)");
  return query.bind(page.lastNumber).next() && query.boolean(0);
}

// A look that found nothing writes nothing.
bool saysNothingNew(const wire::PullReply& page, const SyncPosition& position) {
  return page.complete && page.rows.empty() && position.replacing.empty() && position.stageCursor == 0 &&
         position.pulled != base::WallTime{} && page.to == position.cursor && page.head == position.head &&
         page.epoch == position.epoch && page.role == position.binding.role;
}

void moveCursor(Connection& connection, const wire::PullReply& page, bool whole) {
  Query(connection,
        "UPDATE sync_state SET epoch=?1, cursor=?2, head=?3, role=?4, stage_cursor=0, replacing='', "
        "pulled=CASE WHEN ?5 THEN ?6 ELSE pulled END, lineage=?7")
      .bind(page.epoch, page.to, page.head, page.role, whole, connection.clock().wallNow(), lineageOf(page))
      .run();
}

// What the server took comes with the next page that is whole. What does not was lost with a restore that
// nobody told of.
bool tookInVain(Connection& connection) {
  return integerOf(connection, "SELECT EXISTS(SELECT 1 FROM sync_row WHERE version=0 AND deleted=0)") != 0;
}

// A look from the beginning is not refused for being below the floor: what was taken of this device before it
// may have been deleted by another and purged since.
bool beganBelowFloor(const wire::PullReply& page, const SyncPosition& position) {
  return (page.from == 0 ? page.floor : position.floor) > 0;
}

// A library that has nothing of the server yet: there is nothing to tear.
bool isFirst(const SyncPosition& position) {
  return position.replacing.empty() && position.stageCursor == 0 &&
         (position.cursor == 0 || position.pulled == base::WallTime{});
}

// Nothing of it has to wait for another page.
bool isWhole(const wire::PullReply& page, const SyncPosition& position) {
  return page.complete && position.stageCursor == 0 && position.replacing.empty();
}

Applied applyPage(Connection& connection, const wire::PullReply& page, const SyncPosition& position,
                  const MergeAgents& merge) {
  const Following following(connection);
  const bool direct = isFirst(position);
  RowApplier applier(connection, merge, position.replacing, page,
                     direct || int(page.rows.size()) >= kManyRows);
  if (direct) {
    // Agents first, so that their versions need not wait for them.
    for (const bool versions : {false, true})
      for (const auto& row : page.rows)
        if ((row.type == kVersionType) == versions) applier.apply(row);
  } else if (isWhole(page, position)) {
    for (const auto& row : page.rows) applier.apply(row);
  } else {
    stage(connection, page);
    keepFloor(connection, page);
    if (!page.complete) return {.rewound = page.lastNumber >= position.nextNumber};
    applyStaged(connection, applier);
    if (!position.replacing.empty()) applier.dropUnnamed();
    if (isOfRestore(position.replacing)) {
      forgetLostHistory(connection, page);
      dropOutbox(connection);  // planned against another history; the pages were merged knowing of it
    }
    Query(connection, "DELETE FROM sync_stage").run();
  }
  moveCursor(connection, page, page.complete);
  keepFloor(connection, page);
  auto applied = applier.finish();
  applied.rewound = page.lastNumber >= position.nextNumber;
  if (applier.ownUnknown() || (page.complete && beganBelowFloor(page, position) && tookInVain(connection))) {
    replaceAll(connection, "asked");
    return applied;
  }
  applied.complete = page.complete;
  applied.digestFits = !page.complete || (keptDigest(connection) == page.digest && !tookInVain(connection));
  return applied;
}

}  // namespace

Result<Applied> takePage(Connection& connection, const wire::PullReply& page, const MergeAgents& merge) {
  return guarded([&]() -> Result<Applied> {
    const auto position = syncPosition(connection);
    if (!position) return position.error();
    // An answer to a question that is not the last one.
    if (page.from != position->from())
      return base::Error{.code = base::ErrorCode::BadResponse, .subject = "from"};
    if (!isOfRestore(position->replacing) && answersAreMissing(connection, page))
      return Applied{.pushFirst = true};
    if (saysNothingNew(page, *position))
      return Applied{.complete = true,
                     .rewound = page.lastNumber >= position->nextNumber,
                     .digestFits = position->digest == page.digest && !tookInVain(connection)};
    return applyPage(connection, page, *position, merge);
  });
}

}  // namespace aiagent::store
