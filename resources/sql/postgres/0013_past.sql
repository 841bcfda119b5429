-- A client that was away while the server was set back twice, or that followed a history which a later restore took,
-- has to know up to where its own is kept: the histories that there were, and where each ended.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- [{"epoch": which, "until": the head at which a restore ended it}], the oldest first. Of what began before this column only the
-- last restore is known: what it ended has no name.
ALTER TABLE sync.workspace ADD COLUMN IF NOT EXISTS past jsonb NOT NULL DEFAULT '[]';
UPDATE sync.workspace SET past = jsonb_build_array(jsonb_build_object('epoch', NULL, 'until', epoch_head)) WHERE epoch_head > 0 AND past = '[]';

-- After a restore from a backup: every client begins again and offers what the server lost.
CREATE OR REPLACE FUNCTION sync.bump_epoch(ws uuid DEFAULT NULL) RETURNS bigint
LANGUAGE sql
AS $$
  WITH bumped AS (UPDATE sync.workspace SET past = past || jsonb_build_object('epoch', epoch, 'until', head),
                         epoch = gen_random_uuid(), epoch_head = head WHERE ws IS NULL OR id = ws RETURNING 1)
  SELECT count(*) FROM bumped
$$;

-- As in 0012, with the histories before this one.
CREATE OR REPLACE FUNCTION api.sync_pull(request jsonb) RETURNS json
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  ws CONSTANT uuid := request->>'space';
  asking CONSTANT uuid := request->>'client';
  seen CONSTANT bigint := coalesce((request->>'cursor')::bigint, 0);
  at_most CONSTANT int := least(greatest(coalesce((request->>'limit')::int, 2000), 1), 20000);
  most_bytes CONSTANT int := 1048576;
  reader CONSTANT uuid := CASE request->>'own' WHEN 'brief' THEN asking END;
  types CONSTANT text[] := CASE WHEN jsonb_typeof(request->'types') = 'array'
                                THEN ARRAY(SELECT jsonb_array_elements_text(request->'types')) END;
  refused CONSTANT jsonb := sync.refusal(request);
  space sync.workspace;
  page json;
  one record;
  counted int := 0;
  bytes bigint := 0;
  newest bigint;
  cas jsonb;  -- of each type
  complete boolean;
BEGIN
  IF refused IS NOT NULL THEN RETURN refused; END IF;
  SELECT * INTO space FROM sync.workspace WHERE id = ws;
  -- A page ends at a mebibyte of fields, or at its limit; one row always goes.
  FOR one IN
    SELECT s.version, CASE WHEN s.maker = reader AND s.changed_at = s.created_at AND s.deleted_at IS NULL THEN 100
                           WHEN pg_column_compression(s.fields) IS NULL THEN pg_column_size(s.fields)
                           ELSE octet_length(s.fields::text) END AS size
      FROM sync.row s WHERE s.workspace_id = ws AND s.version > seen AND (types IS NULL OR s.type = ANY(types))
      ORDER BY s.version LIMIT at_most
  LOOP
    EXIT WHEN bytes >= most_bytes;
    newest := one.version;
    bytes := bytes + one.size;
    counted := counted + 1;
  END LOOP;
  complete := counted < at_most AND bytes < most_bytes;
  IF counted > 0 THEN cas := (SELECT jsonb_object_agg(k.type, k.fields) FROM sync.cas_fields k); END IF;
  SELECT coalesce(json_agg(
           CASE WHEN r.maker = reader AND r.changed_at = r.created_at AND r.deleted_at IS NULL
                  THEN json_build_object('t', r.type, 'id', r.id, 'v', r.version, 'own', true)
                WHEN r.deleted_at IS NOT NULL
                  THEN json_build_object('t', r.type, 'id', r.id, 'v', r.version, 'del', json_build_object('by', r.deleted_by, 'at', r.deleted_at))
                ELSE json_build_object('t', r.type, 'id', r.id, 'v', r.version, 'f', r.fields, 'e', coalesce(r.etags, sync.etags(ARRAY(SELECT jsonb_array_elements_text(cas->r.type)), r.fields)),
                                       'by', r.changed_by, 'at', r.changed_at) END ORDER BY r.version), '[]')
    INTO page
    FROM sync.row r
    WHERE r.workspace_id = ws AND r.version > seen AND r.version <= newest AND (types IS NULL OR r.type = ANY(types));
  complete := complete OR newest = space.head;
  RETURN json_build_object(
    'epoch', space.epoch, 'epoch_head', space.epoch_head, 'from', seen, 'to', CASE WHEN complete THEN space.head ELSE newest END,
    'head', space.head, 'floor', space.floor, 'complete', complete,
    'last_n', coalesce((SELECT c.last_n FROM sync.client c WHERE c.workspace_id = ws
                          AND c.id = asking AND c.user_id = sync.me()), 0),
    'server_time', clock_timestamp(),
    'role', (SELECT m.role FROM sync.membership m WHERE m.workspace_id = ws AND m.user_id = sync.me()),
    'digest', json_build_object('live', space.live, 'xor', lpad(to_hex(space.digest), 16, '0')),
    'rows', page, 'past', space.past);
END
$$;
