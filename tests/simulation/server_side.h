// ServerSide: the hosted library on a real PostgreSQL, called as aiagent-server calls it, on reused
// connections. One workspace a seed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/server/database.h"
#include "core/wire/sync_message.h"
#include "tests/simulation/ledger.h"

namespace aiagent::simulation {

struct Answer {
  int status = 200;
  std::string body;
};

struct Call {
  bool push = false;
  int person = 0;
  std::string request;
};

struct ServerRow {
  base::Uuid id;
  std::string type;
  std::int64_t version = 0;
  bool deleted = false;
  std::string fields;
  std::string etags;
  std::string head;  // head_version, of an agent
};

struct ServerState {
  std::string epoch;
  std::int64_t head = 0;
  wire::SyncDigest digest;   // as it is kept
  wire::SyncDigest counted;  // of the rows
  std::map<base::Uuid, ServerRow> rows;
};

class ServerSide {
 public:
  explicit ServerSide(const std::string& url);

  static constexpr int kPeople = 2;
  // An empty workspace of its own; what an earlier run of the seed left is removed.
  void begin(std::uint64_t seed);
  void end();
  base::Uuid workspace() const { return m_workspace; }
  base::Uuid account(int person) const;

  Answer call(const Call& call);
  // A push that is done, but not committed until finishSlow(). False: refused or busy; `answer` is final
  // then.
  bool callSlowly(const Call& call, Answer& answer);
  bool slow() const { return m_slow; }
  // Planted: nothing but the order of commits is wrong, so an operator keeps away.
  bool naive() const { return m_naive; }
  void finishSlow();

  void setMember(int person, const std::string& role, bool suspended);
  void collectGarbage(const std::string& keep);
  void save();
  // Puts back what save() kept. `bump`: the operator tells the clients.
  void restore(bool bump);

  ServerState state();
  std::string texts();  // everything that people wrote and that is kept: rows, also deleted, and history
  // What does not depend on ids and times, of every record, sorted.
  std::vector<std::string> essence();

  server::Rows ask(const std::string& sql, const std::vector<server::Value>& values = {});

 private:
  Answer run(server::Database& database, const Call& call, bool& open);

  server::Database m_owner, m_caller, m_other;
  base::Uuid m_workspace;
  std::uint64_t m_seed = 0;
  bool m_slow = false;
  bool m_naive = false;  // planted: plant_cursor.sql was run
};

}  // namespace aiagent::simulation
