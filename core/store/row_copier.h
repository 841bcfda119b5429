// Copies the rows of one table that can be read, by rowid, past pages that cannot.
#pragma once

#include <cstdint>
#include <string>

#include "core/store/connection.h"

namespace aiagent::store {

struct CopiedRows {
  std::int64_t copied = 0;
  bool damaged = false;  // some part of the table could not be read
};

// Columns that both tables have; rows the target refuses (a constraint) are passed over. Errors of the source
// are damage, errors of the target are thrown.
CopiedRows copyReadableRows(Connection& source, Connection& target, const std::string& table);

}  // namespace aiagent::store
