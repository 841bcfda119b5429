// The audit log of what was done to clusters from this device: rows are added, never changed or removed (the
// database's triggers see to it). Every function runs inside the caller's transaction (store.h). It belongs
// to this device and stays out of the change feed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

namespace aiagent::store {

class Connection;

enum class AuditPhase : std::uint8_t {
  Intent,   // the real request is sent next
  Outcome,  // nothing more comes of this act
};

struct AuditEntry {
  base::Uuid act;  // of one intent and its outcome
  AuditPhase phase = AuditPhase::Outcome;
  base::WallTime at{};
  std::string environment;  // an opaque id
  std::string context, server, identity;
  std::string action, nameSpace, target, reason;
  std::string plan;  // JSON
  // "" of an intent; else "refused", "dry-run-failed", "cancelled", "done", "failed" or "unknown" (it was
  // sent, and nobody heard what became of it).
  std::string outcome;
  std::string error, resourceVersion;
  bool operator==(const AuditEntry&) const = default;
};

// Conflict: this act has this phase already.
base::Result<void> appendAudit(Connection&, const AuditEntry& entry);

// One entry an act, newest first: its outcome, or the intent of one whose end nobody saw. An empty
// environment is all of them.
base::Result<std::vector<AuditEntry>> loadAudit(Connection&, const std::string& environment, int most);

}  // namespace aiagent::store
