-- The profile, version 5: what somebody did to a cluster from this device. Rows are added and never changed.

-- Before a real request a row 'intent', after it a row 'outcome' of the same act; an intent without one is an
-- act whose end nobody saw. What was never sent has its outcome alone.
CREATE TABLE cluster_audit(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  act BLOB NOT NULL CHECK(length(act) = 16),
  phase TEXT NOT NULL CHECK(phase IN ('intent', 'outcome')),
  at INTEGER NOT NULL,
  environment TEXT NOT NULL,       -- an opaque id
  context TEXT NOT NULL,
  server TEXT NOT NULL,
  identity TEXT NOT NULL,          -- as the server names them
  action TEXT NOT NULL,            -- "rollback"
  namespace TEXT NOT NULL,
  target TEXT NOT NULL,            -- "deployment/agent-api"
  reason TEXT NOT NULL,
  plan TEXT NOT NULL,              -- JSON: requests and differences
  outcome TEXT NOT NULL,           -- '' of an intent; "done", "failed", "refused" …
  error TEXT NOT NULL,             -- a stable word; ''
  resource_version TEXT NOT NULL,  -- that it led to; ''
  UNIQUE(act, phase)
) STRICT;

CREATE TRIGGER cluster_audit_never_changes BEFORE UPDATE ON cluster_audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER cluster_audit_never_shrinks BEFORE DELETE ON cluster_audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- INSERT OR REPLACE would take the old row away without asking the trigger above.
CREATE TRIGGER cluster_audit_never_replaced BEFORE INSERT ON cluster_audit
WHEN EXISTS(SELECT 1 FROM cluster_audit
            WHERE number = NEW.number OR (act = NEW.act AND phase = NEW.phase))
BEGIN
  SELECT RAISE(IGNORE);
END;
