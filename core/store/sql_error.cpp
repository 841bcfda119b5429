#include "core/store/sql_error.h"

#include <sqlite3.h>
#include <SQLiteCpp/Exception.h>

#include <string>

namespace aiagent::store {
namespace {

constexpr std::string_view kIndexDamage = "sqlite 267";

}  // namespace

base::ErrorCode codeOfSqlite(int extendedCode) {
  if (extendedCode == SQLITE_CORRUPT_VTAB) return base::ErrorCode::StorageFailed;
  switch (extendedCode & 0xff) {
    case SQLITE_FULL: return base::ErrorCode::StorageFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return base::ErrorCode::StorageReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::ErrorCode::StorageDamaged;
    case SQLITE_INTERRUPT: return base::ErrorCode::Cancelled;
    default: return base::ErrorCode::StorageFailed;
  }
}

base::Error sqliteError(int extendedCode, std::string_view said) {
  std::string detail = "sqlite " + std::to_string(extendedCode) + ": ";
  detail += said;
  return {.code = codeOfSqlite(extendedCode), .detail = std::move(detail)};
}

base::Error fileError(const std::error_code& error, const std::filesystem::path& path) {
  auto code = base::ErrorCode::StorageFailed;
  if (error == std::errc::no_space_on_device) code = base::ErrorCode::StorageFull;
  if (error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
      error == std::errc::operation_not_permitted || error == std::errc::not_a_directory)
    code = base::ErrorCode::StorageReadOnly;
  return {.code = code, .detail = error.message(), .subject = path.string()};
}

void throwSqlite(sqlite3* handle, int code) {
  const int extended = sqlite3_extended_errcode(handle);
  throw SQLite::Exception(sqlite3_errmsg(handle), (extended & 0xff) == (code & 0xff) ? extended : code);
}

base::Error currentError() {
  try {
    throw;
  } catch (const SQLite::Exception& exception) {
    // SQLiteCpp keeps the code it was given (extended where we threw it) and, apart, the handle's own.
    const int given = exception.getErrorCode();
    const int extended = exception.getExtendedErrorCode();
    return sqliteError((extended & 0xff) == (given & 0xff) && extended > given ? extended : given,
                       exception.what());
  } catch (const std::filesystem::filesystem_error& exception) {
    return fileError(exception.code(), exception.path1());
  } catch (const std::bad_alloc&) {
    return {.code = base::ErrorCode::StorageFailed, .detail = "out of memory"};
  } catch (const std::exception& exception) {
    return {.code = base::ErrorCode::Internal, .detail = exception.what()};
  }
}

bool isIndexDamage(const base::Error& error) {
  return error.detail.rfind(kIndexDamage, 0) == 0;
}

}  // namespace aiagent::store
