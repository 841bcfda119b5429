#include "core/base/error.h"

namespace aiagent::base {

std::string_view toWord(ErrorCode code) {
  switch (code) {
    case ErrorCode::Internal: return "internal";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::InvalidInput: return "invalid_input";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::Ambiguous: return "ambiguous";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Credentials: return "credentials";
    case ErrorCode::Forbidden: return "forbidden";
    case ErrorCode::Billing: return "billing";
    case ErrorCode::RateLimited: return "rate_limited";
    case ErrorCode::ServerError: return "server_error";
    case ErrorCode::ConnectionFailed: return "connection_failed";
    case ErrorCode::Timeout: return "timeout";
    case ErrorCode::Interrupted: return "interrupted";
    case ErrorCode::BadResponse: return "bad_response";
    case ErrorCode::TlsFailed: return "tls_failed";
    case ErrorCode::ProxyRefused: return "proxy_refused";
    case ErrorCode::RequestRejected: return "request_rejected";
    case ErrorCode::ContentRefused: return "content_refused";
    case ErrorCode::OutputLimit: return "output_limit";
    case ErrorCode::StorageFull: return "storage_full";
    case ErrorCode::StorageReadOnly: return "storage_read_only";
    case ErrorCode::StorageDamaged: return "storage_damaged";
    case ErrorCode::StorageNewer: return "storage_newer";
    case ErrorCode::StorageFailed: return "storage_failed";
  }
  return "internal";
}

}  // namespace aiagent::base
