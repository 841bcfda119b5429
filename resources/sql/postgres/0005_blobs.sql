-- Which workspace has which file. The bytes lie in a folder that all servers share, once for each hash: a workspace
-- has a file only after one of its members sent it whole, so that a hash alone opens nothing.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

CREATE TABLE IF NOT EXISTS sync.blob(
  workspace_id uuid NOT NULL REFERENCES sync.workspace(id),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes BETWEEN 0 AND 536870912),
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  whole_at timestamptz,      -- none: parts of it are there
  unused_since timestamptz,  -- since when no record names it; removed a week later
  PRIMARY KEY (workspace_id, sha256)
);
CREATE INDEX IF NOT EXISTS blob_sha256 ON sync.blob(sha256);

ALTER TABLE sync.blob ENABLE ROW LEVEL SECURITY;
ALTER TABLE sync.blob FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS owner ON sync.blob;
DO $$ BEGIN EXECUTE format('CREATE POLICY owner ON sync.blob TO %I USING (true) WITH CHECK (true)', current_user); END $$;
DROP POLICY IF EXISTS see ON sync.blob;
CREATE POLICY see ON sync.blob FOR SELECT TO authenticated USING (workspace_id = ANY(ARRAY(SELECT sync.my_workspaces())));
REVOKE ALL ON sync.blob FROM PUBLIC, authenticated;
GRANT SELECT ON sync.blob TO authenticated;

-- Marks what no record of its workspace names, now or in what its edits replaced; forgets what was marked a week ago
-- and what was never sent whole. Its files are removed by whoever looks after the folder.
CREATE OR REPLACE FUNCTION sync.collect_blobs(ws uuid, keep interval DEFAULT '7 days') RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE forgotten bigint;
BEGIN
  WITH named AS (
    SELECT DISTINCT hash[1] AS sha256 FROM (
      SELECT regexp_matches(r.fields::text, '[0-9a-f]{64}', 'g') AS hash FROM sync.row r WHERE r.workspace_id = ws
      UNION ALL
      SELECT regexp_matches(concat(h.old, h.new), '[0-9a-f]{64}', 'g') FROM sync.history h WHERE h.workspace_id = ws) found)
  UPDATE sync.blob b SET unused_since = CASE WHEN n.sha256 IS NULL THEN coalesce(b.unused_since, now()) END
    FROM sync.blob o LEFT JOIN named n ON n.sha256 = o.sha256
    WHERE b.workspace_id = ws AND o.workspace_id = ws AND b.sha256 = o.sha256 AND (n.sha256 IS NULL) <> (b.unused_since IS NOT NULL);
  DELETE FROM sync.blob b WHERE b.workspace_id = ws AND (b.unused_since < now() - keep OR (b.whole_at IS NULL AND b.created_at < now() - keep));
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$$;
REVOKE EXECUTE ON FUNCTION sync.collect_blobs(uuid, interval) FROM PUBLIC;
