// Error: what went wrong, as a value a caller can decide on.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace aiagent::base {

// The closed list of things that can go wrong. Each says who can mend it and whether trying again helps.
enum class ErrorCode {
  Internal,          // us; a fault in the program. Trying again rarely helps.
  Cancelled,         // nobody; the person asked for it.
  InvalidInput,      // the person; `subject` names the field. No use trying again unchanged.
  NotFound,          // the person; `subject` is what was asked for.
  Ambiguous,         // the person; `subject` fits several things.
  Conflict,          // the person; the record changed meanwhile.
  Credentials,       // the person; key missing, wrong or refused (HTTP 401).
  Forbidden,         // an administrator (HTTP 403).
  Billing,           // the account's owner; quota, credit or spend limit. Never retried.
  RateLimited,       // waiting; `retryAfter` when the server said how long.
  ServerError,       // the provider (5xx, or an error inside the stream). Retry helps often.
  ConnectionFailed,  // network; no answer began. Retry helps.
  Timeout,           // network or provider; nothing came within the limit.
  Interrupted,       // network; the answer stopped before its end. What arrived is kept.
  BadResponse,       // the provider or something between (HTML, garbage). `subject` is its content type.
  TlsFailed,         // administrator; certificate not trusted. `subject` is the host.
  ProxyRefused,      // administrator; the proxy wants other credentials (407).
  RequestRejected,   // the person; the provider refuses the request (400, 404, 422): `subject` is its param.
  ContentRefused,    // nobody; the model or its filter declined.
  OutputLimit,       // the person; the answer ended at its limit of output tokens.
  StorageFull,       // the person; no space left on the disk.
  StorageReadOnly,   // the person; no right to write there.
  StorageDamaged,    // us; the database file is damaged.
  StorageNewer,      // the person; the profile belongs to a newer program.
  StorageFailed,     // anything else the disk or SQLite said. Retry may help (locked).
};

// Stable lower-case word of a code, for logs and JSON ("rate_limited").
std::string_view toWord(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::Internal;
  // For logs only; never shown, never holds a key, a header, a prompt or an answer.
  std::string detail = {};
  // What the error is about, in the person's terms: a field, a name, a host, a path. Shown.
  std::string subject = {};
  // The other side's own words (a provider's error message), keys already masked. Shown as a quotation.
  std::string said = {};
  std::optional<std::chrono::milliseconds> retryAfter = {};
  int httpStatus = 0;             // 0: no HTTP answer
  std::string providerCode = {};  // `error.code` of a provider, e.g. "credit_balance_exhausted"

  bool operator==(const Error&) const = default;
};

}  // namespace aiagent::base
