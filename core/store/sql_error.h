// What SQLite and the file system said, as base::Error. Exceptions end here.
#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

#include "core/base/result.h"

struct sqlite3;

namespace aiagent::store {

// SQLITE_FULL -> StorageFull; READONLY, CANTOPEN, PERM, AUTH -> StorageReadOnly; CORRUPT, NOTADB ->
// StorageDamaged; INTERRUPT -> Cancelled; everything else (BUSY, IOERR …) -> StorageFailed. A damaged search
// index is not a damaged database: StorageFailed, see isIndexDamage().
base::ErrorCode codeOfSqlite(int extendedCode);

// The error of an extended SQLite result code; `said` goes into `detail`.
base::Error sqliteError(int extendedCode, std::string_view said);
base::Error fileError(const std::error_code& error, const std::filesystem::path& path);

// Throws the connection's last error as SQLite::Exception.
[[noreturn]] void throwSqlite(sqlite3* handle, int code);

// Call inside catch (...): the exception being handled, as an error.
base::Error currentError();

// SQLITE_CORRUPT_VTAB: the full-text index contradicts itself; it is rebuilt from the records.
bool isIndexDamage(const base::Error& error);

// Runs `body`, which returns a Result, and turns what it throws into an error.
template <class Body>
auto guarded(Body&& body) -> decltype(body()) {
  try {
    return body();
  } catch (...) {
    return currentError();
  }
}

}  // namespace aiagent::store
