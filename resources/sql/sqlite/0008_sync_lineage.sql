-- The profile, version 8: which histories of its server a library is of.
-- [{"epoch": which, "until": the version up to which the next one kept it}], the oldest first; the last is that of the rows
-- at hand, and goes on. sync_state.epoch is that of the pages at hand, which may be of another history.
ALTER TABLE sync_state ADD COLUMN lineage TEXT NOT NULL DEFAULT '[]';
UPDATE sync_state SET lineage = '[{"epoch":"' || epoch || '"}]' WHERE epoch <> '' AND stage_cursor = 0;
