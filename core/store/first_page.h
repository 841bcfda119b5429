// A database whose first page cannot be read, or another page of its list of tables, is lost to SQLite,
// though nothing but its header and that list is there. Both can be told from a fresh database that the same
// migrations made.
#pragma once

#include <filesystem>
#include <memory>
#include <utility>

#include "core/store/connection.h"

namespace aiagent::store {

// A copy of a damaged database, with its WAL; removed at the end.
class MendedCopy {
 public:
  // The damaged file with the first page of `fresh` (migrated, empty), and with the page of the list of
  // tables that is damaged. Null where more than one page of that list is not exactly that of `fresh`: tables
  // would be taken for others then. `damaged` itself is left as it is.
  static std::unique_ptr<MendedCopy> withFirstPageOf(Connection& fresh, const std::filesystem::path& damaged);

  MendedCopy(const MendedCopy&) = delete;
  MendedCopy& operator=(const MendedCopy&) = delete;
  ~MendedCopy();

  const std::filesystem::path& file() const { return m_file; }

 private:
  explicit MendedCopy(std::filesystem::path file) : m_file(std::move(file)) {}

  std::filesystem::path m_file;
};

}  // namespace aiagent::store
