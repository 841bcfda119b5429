// What a shared library notes of each edit, in the edit's own transaction. Does nothing in a library that is
// this device's alone, and while what a server told is being written (Connection::following). Functions
// throw.
#pragma once

#include "core/domain/ids.h"
#include "core/store/change_feed.h"
#include "core/store/connection.h"

namespace aiagent::store {

// Is the library bound to a workspace of a server?
bool isShared(Connection& connection);

// Before a shared record changes: keeps what the server has of it, once, until that edit has been taken.
// Whoever changes agents, their heads or their labels calls this first; recordChange checks that.
void keepSyncBase(Connection& connection, domain::AgentId id);
// Before an agent is deleted here: its versions stay with the server, and wait for the agent to come back.
void parkVersions(Connection& connection, domain::AgentId id);

// By recordChange alone.
void notePendingEdit(Connection& connection, RecordKind kind, const base::Uuid& id, ChangeOp op);

// While it lives, what is written is no edit of this device.
class Following {
 public:
  explicit Following(Connection& connection) : m_connection(connection), m_before(connection.following()) {
    connection.setFollowing(true);
  }
  ~Following() { m_connection.setFollowing(m_before); }
  Following(const Following&) = delete;
  Following& operator=(const Following&) = delete;

 private:
  Connection& m_connection;
  bool m_before;
};

}  // namespace aiagent::store
