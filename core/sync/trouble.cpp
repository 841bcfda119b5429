#include "core/sync/trouble.h"

#include "core/wire/sync_message.h"

namespace aiagent::sync {
namespace {

TroubleKind kindOfWord(const wire::SyncRefusal& refusal, int status) {
  if (refusal.error == "resync") return TroubleKind::Resync;
  if (refusal.error == "gap" || refusal.error == "idempotency_mismatch" ||
      refusal.error == "client_rewound" || refusal.error == "client_of_another")
    return TroubleKind::Rewound;
  if (refusal.error == "space_revoked") return TroubleKind::Revoked;
  if (refusal.error == "upgrade_required") return TroubleKind::Upgrade;
  if (status == 401) return TroubleKind::SignIn;
  if (status == 429 || status == 503 || refusal.error == "busy") return TroubleKind::Busy;
  return status >= 500 ? TroubleKind::Network : TroubleKind::Refused;
}

bool ofStorage(base::ErrorCode code) {
  switch (code) {
    case base::ErrorCode::StorageFull:
    case base::ErrorCode::StorageReadOnly:
    case base::ErrorCode::StorageDamaged:
    case base::ErrorCode::StorageNewer:
    case base::ErrorCode::StorageFailed: return true;
    default: return false;
  }
}

}  // namespace

Trouble troubleOf(int status, std::string_view body, std::optional<base::Milliseconds> retryAfter) {
  const auto refusal = wire::refusalFrom(body);
  // Only the server's own words may stop sync: a captive portal answers 403 with a page, too.
  if (!refusal) {
    const bool busy = status == 429 || status == 503;
    return {busy ? TroubleKind::Busy : TroubleKind::Network, std::to_string(status), retryAfter};
  }
  const auto kind = kindOfWord(*refusal, status);
  return {kind, kind == TroubleKind::Resync ? refusal->reason : refusal->error, retryAfter};
}

Trouble troubleOf(const base::Error& error) {
  if (ofStorage(error.code)) return {TroubleKind::Storage, std::string(base::toWord(error.code)), {}};
  if (error.code == base::ErrorCode::Credentials) return {TroubleKind::SignIn, error.subject, {}};
  return {TroubleKind::Network, std::string(base::toWord(error.code)), error.retryAfter};
}

}  // namespace aiagent::sync
