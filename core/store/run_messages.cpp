#include "core/store/run_rows.h"
#include "core/store/sql.h"

namespace aiagent::store {
namespace {

using domain::Message;
using domain::Part;

std::int64_t insertMessage(Connection& connection, std::int64_t run, std::int64_t position,
                           const Message& message) {
  Query(connection,
        "INSERT INTO message(id, run, position, role, created, raw_item) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(message.id, run, position, domain::toWord(message.role), message.created, message.rawItem)
      .run();
  return lastInsertedNumber(connection);
}

void insertPart(Connection& connection, std::int64_t message, std::int64_t position, const Part& part) {
  Query(connection,
        "INSERT INTO part(message, position, kind, name, call_id, text) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(message, position, domain::toWord(part.kind), part.name, part.callId, part.text)
      .run();
}

void updatePart(Connection& connection, std::int64_t number, const Part& part) {
  Query(connection, "UPDATE part SET kind=?2, name=?3, call_id=?4, text=?5 WHERE number=?1")
      .bind(number, domain::toWord(part.kind), part.name, part.callId, part.text)
      .run();
}

bool isSame(const Query& row, const Part& part) {
  return row.view(4) == part.text && row.view(1) == domain::toWord(part.kind) && row.view(2) == part.name &&
         row.view(3) == part.callId;
}

// Goes through the stored parts beside the given ones; writes those that differ.
void writeParts(Connection& connection, std::int64_t message, const std::vector<Part>& parts) {
  std::vector<std::pair<std::int64_t, std::size_t>> changed;
  std::size_t stored = 0;
  {
    Query row(connection,
              "SELECT number, kind, name, call_id, text FROM part WHERE message=?1 ORDER BY position");
    for (row.bind(message); row.next(); ++stored)
      if (stored < parts.size() && !isSame(row, parts[stored])) changed.emplace_back(row.integer(0), stored);
  }
  for (const auto& [number, position] : changed) updatePart(connection, number, parts[position]);
  for (std::size_t i = stored; i < parts.size(); ++i)
    insertPart(connection, message, static_cast<std::int64_t>(i), parts[i]);
  if (stored > parts.size())
    Query(connection, "DELETE FROM part WHERE message=?1 AND position>=?2")
        .bind(message, static_cast<std::int64_t>(parts.size()))
        .run();
}

void writeMessage(Connection& connection, std::int64_t run, std::int64_t position, const Message& message) {
  Query row(connection, "SELECT number, position, role, created, raw_item FROM message WHERE id=?1");
  if (!row.bind(message.id).next()) {
    const auto number = insertMessage(connection, run, position, message);
    for (std::size_t i = 0; i < message.parts.size(); ++i)
      insertPart(connection, number, static_cast<std::int64_t>(i), message.parts[i]);
    return;
  }
  const auto number = row.integer(0);
  const bool same = row.integer(1) == position && row.view(2) == domain::toWord(message.role) &&
                    row.time(3) == message.created && row.view(4) == message.rawItem;
  if (!same)
    Query(connection, "UPDATE message SET position=?2, role=?3, created=?4, raw_item=?5 WHERE number=?1")
        .bind(number, position, domain::toWord(message.role), message.created, message.rawItem)
        .run();
  writeParts(connection, number, message.parts);
}

}  // namespace

void writeMessages(Connection& connection, std::int64_t number, const std::vector<Message>& messages) {
  for (std::size_t i = 0; i < messages.size(); ++i)
    writeMessage(connection, number, static_cast<std::int64_t>(i), messages[i]);
}

}  // namespace aiagent::store
