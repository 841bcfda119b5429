-- The profile, version 7: whether a record was edited while an edit of it was on its way is told by two numbers,
-- not by reading and comparing it.

-- Counts what was done to the line.
ALTER TABLE sync_pending ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
-- The line of sync_pending, and its count, when the edit was planned. 0: planned by an earlier program, or
-- without such a line.
ALTER TABLE sync_outbox ADD COLUMN pending INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sync_outbox ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
