-- api.sync_pull and api.sync_push. The answer's HTTP status goes to response.status, where PostgREST looks for
-- it and aiagent-server too; a body with "error" changed nothing.
SET lock_timeout = '3s';

-- What a pull hands out for a field that is written over a known value only. Opaque to clients, so that no two
-- programs need the same notion of canonical JSON.
CREATE OR REPLACE FUNCTION sync.etag(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT left(encode(sha256(convert_to(coalesce(value, 'null'::jsonb)::text, 'UTF8')), 'hex'), 16) $$;

-- Big-endian first eight bytes of SHA-256 over "id:version"; clients compute the same.
CREATE OR REPLACE FUNCTION sync.row_hash(id uuid, version bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT ('x' || left(encode(sha256(convert_to(id::text || ':' || version::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint $$;

CREATE OR REPLACE FUNCTION sync.etags(row_type text, fields jsonb) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT coalesce(jsonb_object_agg(p.field, sync.etag(fields->p.field)), '{}')
  FROM sync.field_policy p WHERE p.type = row_type AND p.policy = 'cas' AND fields ? p.field
$$;

-- A row as the stream shows it.
CREATE OR REPLACE FUNCTION sync.shown(r sync.row) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN r.deleted_at IS NOT NULL
    THEN jsonb_build_object('t', r.type, 'id', r.id, 'v', r.version,
                            'del', jsonb_build_object('by', r.deleted_by, 'at', r.deleted_at))
    ELSE jsonb_build_object('t', r.type, 'id', r.id, 'v', r.version, 'f', r.fields,
                            'e', sync.etags(r.type, r.fields), 'by', r.changed_by, 'at', r.changed_at)
  END
$$;

CREATE OR REPLACE FUNCTION sync.answer(status int, body jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM set_config('response.status', status::text, true);
  RETURN body;
END
$$;

-- What both functions ask before anything else: NULL, or the answer that ends the call.
CREATE OR REPLACE FUNCTION sync.refusal(request jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  space sync.workspace;
  member sync.membership;
  reason text;
BEGIN
  IF sync.me() IS NULL THEN RETURN sync.answer(401, '{"error": "not_signed_in"}'); END IF;
  IF (request->>'proto') IS DISTINCT FROM '1' OR coalesce((request->>'schema')::int, 0) < 1 THEN
    RETURN sync.answer(426, '{"error": "upgrade_required", "min_schema": 1}');
  END IF;
  SELECT * INTO member FROM sync.membership
    WHERE workspace_id = (request->>'space')::uuid AND user_id = sync.me() AND NOT suspended;
  IF NOT FOUND THEN RETURN sync.answer(403, '{"error": "space_revoked"}'); END IF;
  SELECT * INTO space FROM sync.workspace WHERE id = member.workspace_id;
  reason := CASE
    WHEN nullif(request->>'epoch', '')::uuid <> space.epoch THEN 'epoch_changed'
    WHEN (request->>'cursor')::bigint > space.head THEN 'cursor_ahead'
    -- Who fetches everything may be below it, as long as nothing was purged since the first page.
    WHEN (request->>'cursor')::bigint BETWEEN 1 AND space.floor - 1
      AND space.floor > coalesce((request->>'floor')::bigint, 0) THEN 'cursor_below_floor' END;
  IF reason IS NOT NULL THEN
    RETURN sync.answer(409, jsonb_build_object('error', 'resync', 'reason', reason, 'epoch', space.epoch,
                                               'head', space.head, 'floor', space.floor));
  END IF;
  RETURN NULL;
END
$$;

-- STABLE: all of it sees one moment. {"proto", "schema", "client", "space", "epoch", "cursor", "floor", "limit", "types"}
CREATE OR REPLACE FUNCTION api.sync_pull(request jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  ws CONSTANT uuid := request->>'space';
  asking CONSTANT uuid := request->>'client';
  seen CONSTANT bigint := coalesce((request->>'cursor')::bigint, 0);
  at_most CONSTANT int := least(greatest(coalesce((request->>'limit')::int, 2000), 1), 20000);
  types CONSTANT text[] := CASE WHEN jsonb_typeof(request->'types') = 'array'
                                THEN ARRAY(SELECT jsonb_array_elements_text(request->'types')) END;
  refused CONSTANT jsonb := sync.refusal(request);
  space sync.workspace;
  page jsonb;
  newest bigint;
  complete boolean;
BEGIN
  IF refused IS NOT NULL THEN RETURN refused; END IF;
  SELECT * INTO space FROM sync.workspace WHERE id = ws;
  -- A page ends at a mebibyte of fields, or at its limit; one row always goes.
  SELECT coalesce(jsonb_agg(sync.shown(p.r) ORDER BY (p.r).version), '[]'), max((p.r).version)
    INTO page, newest
    FROM (SELECT l.r, sum(l.size) OVER (ORDER BY (l.r).version) - l.size AS before
            FROM (SELECT s AS r, octet_length(s.fields::text) AS size FROM sync.row s
                    WHERE s.workspace_id = ws AND s.version > seen AND (types IS NULL OR s.type = ANY(types))
                    ORDER BY s.version LIMIT at_most) l) p
    WHERE p.before < 1048576;
  complete := NOT EXISTS (SELECT 1 FROM sync.row s WHERE s.workspace_id = ws AND s.version > coalesce(newest, seen)
                            AND (types IS NULL OR s.type = ANY(types)));
  RETURN jsonb_build_object(
    'epoch', space.epoch, 'epoch_head', space.epoch_head, 'from', seen, 'to', CASE WHEN complete THEN space.head ELSE newest END,
    'head', space.head, 'floor', space.floor, 'complete', complete,
    'last_n', coalesce((SELECT c.last_n FROM sync.client c WHERE c.workspace_id = ws
                          AND c.id = asking AND c.user_id = sync.me()), 0),
    'server_time', clock_timestamp(),
    'role', (SELECT m.role FROM sync.membership m WHERE m.workspace_id = ws AND m.user_id = sync.me()),
    'digest', jsonb_build_object('live', space.live, 'xor', lpad(to_hex(space.digest), 16, '0')),
    'rows', page);
END
$$;

-- ------------------------------------------------------------------ push

-- The counts of a workspace while a push holds its lock, and what became of the last edit.
DO $$ BEGIN
  IF to_regtype('sync.tally') IS NULL THEN
    CREATE TYPE sync.tally AS (head bigint, live bigint, digest bigint, result jsonb);
  END IF;
END $$;

-- Writes `now_r` as the newest version of its record and counts it. `was` is NULL for a new record.
CREATE OR REPLACE FUNCTION sync.put(was sync.row, now_r sync.row, client uuid, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
BEGIN
  tally.head := tally.head + 1;
  now_r.version := tally.head;
  now_r.changed_by := sync.me();
  now_r.changed_at := clock_timestamp();
  IF was.id IS NOT NULL AND was.deleted_at IS NULL THEN
    tally.live := tally.live - 1;
    tally.digest := tally.digest # sync.row_hash(was.id, was.version);
  END IF;
  IF now_r.deleted_at IS NULL THEN
    tally.live := tally.live + 1;
    tally.digest := tally.digest # sync.row_hash(now_r.id, now_r.version);
  END IF;
  IF was.id IS NULL THEN
    INSERT INTO sync.row SELECT now_r.*;
    RETURN;
  END IF;
  UPDATE sync.row SET version = now_r.version, fields = now_r.fields, changed_by = now_r.changed_by,
      changed_at = now_r.changed_at, deleted_by = now_r.deleted_by, deleted_at = now_r.deleted_at
    WHERE workspace_id = now_r.workspace_id AND id = now_r.id;
  INSERT INTO sync.history(workspace_id, id, version, field, old, new, by, client_id)
    SELECT now_r.workspace_id, now_r.id, now_r.version, f, was.fields->f, now_r.fields->f, sync.me(), client
    FROM jsonb_object_keys(was.fields) f
    WHERE now_r.deleted_at IS NULL AND was.fields->f IS DISTINCT FROM now_r.fields->f;
END
$$;

-- What an edit says, whatever its number: a client that was set back numbers anew.
CREATE OR REPLACE FUNCTION sync.mutation_hash(m jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT sha256(convert_to((m - 'at' - 'n')::text, 'UTF8')) $$;

CREATE OR REPLACE FUNCTION sync.conflict(r sync.row, fields text[]) RETURNS jsonb
LANGUAGE sql STABLE
AS $$ SELECT jsonb_build_object('s', 'conflict', 'fields', to_jsonb(fields), 'row', sync.shown(r)) $$;

CREATE OR REPLACE FUNCTION sync.rejected(code text, detail text) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$ SELECT jsonb_build_object('s', 'rejected', 'code', code, 'detail', detail) $$;

CREATE OR REPLACE FUNCTION sync.applied(r sync.row, head bigint) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object('s', 'applied', 'v', head,
                            'e', CASE WHEN r.deleted_at IS NULL THEN sync.etags(r.type, r.fields) ELSE '{}' END)
$$;

CREATE OR REPLACE FUNCTION sync.create_row(ws uuid, client uuid, m jsonb, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  wanted CONSTANT uuid := m->>'id';  -- of a value, not an expression: see "plans" in tests/integration/postgres
  parent_id uuid;
  kind sync.record_type;
  was sync.row;
  fresh sync.row;
  parent sync.row;
BEGIN
  SELECT * INTO kind FROM sync.record_type t WHERE t.type = m->>'t';
  IF NOT FOUND THEN tally.result := sync.rejected('unknown_type', m->>'t'); RETURN; END IF;
  SELECT * INTO was FROM sync.row r WHERE r.workspace_id = ws AND r.id = wanted;
  IF FOUND THEN
    tally.result := CASE WHEN was.deleted_at IS NOT NULL THEN '{"s": "gone"}' ELSE sync.rejected('exists', m->>'id') END;
    RETURN;
  END IF;
  IF kind.parent_field IS NOT NULL AND m->'set' ? kind.parent_field THEN
    parent_id := m->'set'->>kind.parent_field;
    SELECT * INTO parent FROM sync.row r WHERE r.workspace_id = ws AND r.id = parent_id;
    IF parent.deleted_at IS NOT NULL THEN
      tally.result := sync.rejected('parent_gone', m->'set'->>kind.parent_field);
      RETURN;
    END IF;
  END IF;
  fresh.workspace_id := ws;
  fresh.id := m->>'id';
  fresh.type := kind.type;
  fresh.fields := coalesce(m->'set', '{}');
  fresh.maker := client;
  fresh.created_by := sync.me();
  fresh.created_at := clock_timestamp();
  tally := sync.put(NULL, fresh, client, tally);
  tally.result := sync.applied(fresh, tally.head);
END
$$;

-- A set's members without those taken out, then those put in that it did not have, in their order.
CREATE OR REPLACE FUNCTION sync.set_changed(was jsonb, added jsonb, removed jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
  SELECT coalesce(jsonb_agg(v ORDER BY o), '[]') FROM (
    SELECT v, min(o) AS o FROM (
      SELECT v, o FROM jsonb_array_elements(coalesce(was, '[]')) WITH ORDINALITY a(v, o)
        WHERE NOT coalesce(removed, '[]') @> jsonb_build_array(v)
      UNION ALL
      SELECT v, 1000000 + o FROM jsonb_array_elements(coalesce(added, '[]')) WITH ORDINALITY b(v, o)) every
    GROUP BY v) once
$$;

CREATE OR REPLACE FUNCTION sync.patch_row(ws uuid, client uuid, m jsonb, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  wanted CONSTANT uuid := m->>'id';  -- of a value, not an expression: see "plans" in tests/integration/postgres
  was sync.row;
  changed sync.row;
  clashing text[];
  forbidden text;
BEGIN
  SELECT * INTO was FROM sync.row r WHERE r.workspace_id = ws AND r.id = wanted;
  IF NOT FOUND OR was.deleted_at IS NOT NULL THEN tally.result := '{"s": "gone"}'; RETURN; END IF;
  IF was.type IS DISTINCT FROM coalesce(m->>'t', was.type) THEN
    tally.result := sync.rejected('invalid', 'type');
    RETURN;
  END IF;
  SELECT min(k) INTO forbidden FROM jsonb_object_keys(coalesce(m->'set', '{}')) k
    JOIN sync.field_policy p ON p.type = was.type AND p.field = k
    WHERE (p.policy = 'once' OR p.policy = 'set' OR p.policy = 'rank' AND was.maker IS DISTINCT FROM client)
      AND was.fields->k IS DISTINCT FROM m->'set'->k;
  IF forbidden IS NOT NULL THEN tally.result := sync.rejected('invalid', forbidden); RETURN; END IF;
  -- What the writer had not seen. An equal value is no clash.
  SELECT array_agg(k ORDER BY k) INTO clashing FROM jsonb_object_keys(coalesce(m->'set', '{}')) k
    JOIN sync.field_policy p ON p.type = was.type AND p.field = k
    WHERE was.fields->k IS DISTINCT FROM m->'set'->k AND (
      p.policy = 'cas' AND coalesce(m->'if'->>k, sync.etag(NULL)) <> sync.etag(was.fields->k)
      OR p.policy = 'rank' AND coalesce((p.ranks->>(m->'set'->>k))::int, -1) <= coalesce((p.ranks->>(was.fields->>k))::int, -1));
  IF clashing IS NOT NULL THEN tally.result := sync.conflict(was, clashing); RETURN; END IF;
  changed := was;
  changed.fields := was.fields || coalesce(m->'set', '{}');
  SELECT changed.fields || coalesce(jsonb_object_agg(p.field, sync.set_changed(was.fields->p.field, m->'add'->p.field, m->'remove'->p.field)), '{}')
    INTO changed.fields FROM sync.field_policy p
    WHERE p.type = was.type AND p.policy = 'set'
      AND (coalesce(m->'add', '{}') ? p.field OR coalesce(m->'remove', '{}') ? p.field);
  IF changed.fields = was.fields THEN tally.result := sync.applied(was, was.version); RETURN; END IF;
  tally := sync.put(was, changed, client, tally);
  tally.result := sync.applied(changed, tally.head);
END
$$;

CREATE OR REPLACE FUNCTION sync.delete_row(ws uuid, client uuid, m jsonb, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  wanted CONSTANT uuid := m->>'id';  -- of a value, not an expression: see "plans" in tests/integration/postgres
  was sync.row;
  changed sync.row;
BEGIN
  SELECT * INTO was FROM sync.row r WHERE r.workspace_id = ws AND r.id = wanted;
  IF NOT FOUND OR was.deleted_at IS NOT NULL THEN tally.result := '{"s": "gone"}'; RETURN; END IF;
  IF (m->>'if_v')::bigint < was.version THEN tally.result := sync.conflict(was, '{}'); RETURN; END IF;
  changed := was;
  changed.deleted_at := clock_timestamp();
  changed.deleted_by := sync.me();
  tally := sync.put(was, changed, client, tally);
  tally.result := sync.applied(changed, tally.head);
END
$$;

CREATE OR REPLACE FUNCTION sync.restore_row(ws uuid, client uuid, m jsonb, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  wanted CONSTANT uuid := m->>'id';  -- of a value, not an expression: see "plans" in tests/integration/postgres
  was sync.row;
  changed sync.row;
BEGIN
  SELECT * INTO was FROM sync.row r WHERE r.workspace_id = ws AND r.id = wanted;
  IF NOT FOUND OR was.deleted_at < clock_timestamp() - interval '30 days' THEN
    tally.result := '{"s": "gone"}';
    RETURN;
  END IF;
  IF was.deleted_at IS NULL THEN tally.result := sync.applied(was, was.version); RETURN; END IF;
  changed := was;
  changed.deleted_at := NULL;
  changed.deleted_by := NULL;
  tally := sync.put(was, changed, client, tally);
  tally.result := sync.applied(changed, tally.head);
END
$$;

-- One edit, in a savepoint of its own: what it can't do leaves nothing behind.
CREATE OR REPLACE FUNCTION sync.apply(ws uuid, client uuid, m jsonb, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  before CONSTANT sync.tally := tally;
  part jsonb;
  parts jsonb := '[]';
  broken text;
BEGIN
  CASE m->>'op'
    WHEN 'create' THEN tally := sync.create_row(ws, client, m, tally);
    WHEN 'patch' THEN tally := sync.patch_row(ws, client, m, tally);
    WHEN 'delete' THEN tally := sync.delete_row(ws, client, m, tally);
    WHEN 'restore' THEN tally := sync.restore_row(ws, client, m, tally);
    WHEN 'group' THEN
      FOR part IN SELECT * FROM jsonb_array_elements(m->'ops') LOOP
        IF part->>'op' = 'group' THEN RAISE EXCEPTION USING ERRCODE = 'SY001', MESSAGE = sync.rejected('invalid', 'group in a group')::text; END IF;
        tally := sync.apply(ws, client, part, tally);
        IF tally.result->>'s' <> 'applied' THEN
          RAISE EXCEPTION USING ERRCODE = 'SY001',
            MESSAGE = (tally.result || jsonb_build_object('at', jsonb_array_length(parts)))::text;
        END IF;
        parts := parts || tally.result;
      END LOOP;
      tally.result := jsonb_build_object('s', 'applied', 'v', tally.head, 'parts', parts);
    ELSE tally.result := sync.rejected('invalid', 'op');
  END CASE;
EXCEPTION
  WHEN SQLSTATE 'SY001' THEN  -- all of a group, or nothing
    tally := before;
    tally.result := SQLERRM::jsonb;
  WHEN unique_violation THEN
    tally := before;
    tally.result := sync.rejected('unique', coalesce(m->>'t', ''));
  WHEN check_violation OR not_null_violation OR data_exception THEN
    tally := before;
    GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
    tally.result := sync.rejected('invalid', broken);
END
$$;

-- {"proto", "schema", "client", "space", "epoch", "cursor", "mutations": [{"n", "mid", "op", …}]}
CREATE OR REPLACE FUNCTION api.sync_push(request jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE
  ws CONSTANT uuid := request->>'space';
  sender CONSTANT uuid := request->>'client';
  mutations CONSTANT jsonb := coalesce(request->'mutations', '[]');
  may_write boolean;
  refused jsonb;
  space sync.workspace;
  sending sync.client;
  known sync.mutation;
  m jsonb;
  -- Row security lets an index be used for the value of a variable, and not for an expression that may fail.
  number bigint;
  name uuid;
  hash bytea;
  expected bigint;
  tally sync.tally;
  result jsonb;
  results jsonb := '[]';
BEGIN
  IF jsonb_typeof(mutations) <> 'array' OR jsonb_array_length(mutations) > 50 OR sender IS NULL THEN
    RETURN sync.answer(400, '{"error": "invalid", "most_mutations": 50}');
  END IF;
  may_write := ws IN (SELECT sync.my_writable_workspaces());
  -- The lock comes before anything is judged: what was read before it may be old.
  IF may_write THEN
    SELECT * INTO space FROM sync.workspace w WHERE w.id = ws FOR UPDATE;
  ELSE
    SELECT * INTO space FROM sync.workspace w WHERE w.id = ws;
  END IF;
  refused := sync.refusal(request);
  IF refused IS NOT NULL THEN RETURN refused; END IF;
  may_write := may_write AND ws IN (SELECT sync.my_writable_workspaces());

  INSERT INTO sync.client(workspace_id, id, user_id) VALUES (ws, sender, sync.me()) ON CONFLICT DO NOTHING;
  SELECT * INTO sending FROM sync.client c WHERE c.workspace_id = ws AND c.id = sender AND c.user_id = sync.me() FOR UPDATE;
  IF NOT FOUND THEN RETURN sync.answer(403, '{"error": "client_of_another"}'); END IF;
  IF sending.retired_at IS NOT NULL THEN
    RETURN sync.answer(409, jsonb_build_object('error', 'resync', 'reason', 'client_retired', 'epoch', space.epoch,
                                               'head', space.head, 'floor', space.floor));
  END IF;

  -- Nothing is applied before the whole request is known to fit.
  expected := sending.last_n + 1;
  FOR m IN SELECT * FROM jsonb_array_elements(mutations) LOOP
    hash := sync.mutation_hash(m);
    number := m->>'n';
    name := m->>'mid';
    IF number = expected THEN
      expected := expected + 1;
    ELSIF number > expected THEN
      RETURN sync.answer(409, jsonb_build_object('error', 'gap', 'expect_n', expected));
    ELSE
      SELECT * INTO known FROM sync.mutation k WHERE k.workspace_id = ws AND k.client_id = sender AND k.n = number;
      IF FOUND AND known.hash <> hash THEN
        RETURN sync.answer(409, jsonb_build_object('error', 'idempotency_mismatch', 'n', number, 'last_n', sending.last_n));
      END IF;
    END IF;
    SELECT * INTO known FROM sync.mutation k WHERE k.workspace_id = ws AND k.mid = name;
    IF FOUND AND known.hash <> hash THEN
      RETURN sync.answer(409, jsonb_build_object('error', 'idempotency_mismatch', 'n', number, 'last_n', sending.last_n));
    END IF;
  END LOOP;

  tally := ROW(space.head, space.live, space.digest, NULL);
  FOR m IN SELECT * FROM jsonb_array_elements(mutations) LOOP
    number := m->>'n';
    name := m->>'mid';
    -- by number, or by name where a client that was set back numbers anew
    SELECT * INTO known FROM sync.mutation k WHERE k.workspace_id = ws AND k.client_id = sender AND k.n = number;
    IF FOUND OR number <= sending.last_n THEN
      results := results || (coalesce(known.result, '{}') || jsonb_build_object('n', number, 's', 'duplicate', 'was', known.result->'s'));
      CONTINUE;
    END IF;
    SELECT * INTO known FROM sync.mutation k WHERE k.workspace_id = ws AND k.mid = name;
    IF FOUND THEN
      result := known.result || jsonb_build_object('s', 'duplicate', 'was', known.result->'s');
    ELSIF NOT may_write THEN
      result := sync.rejected('forbidden', 'viewer');
    ELSE
      tally := sync.apply(ws, sender, m, tally);
      result := tally.result;
    END IF;
    sending.last_n := number;
    -- Every outcome is kept and counts: nothing blocks what comes behind it.
    IF known.mid IS NULL THEN
      INSERT INTO sync.mutation(workspace_id, client_id, n, mid, hash, result)
        VALUES (ws, sender, sending.last_n, name, sync.mutation_hash(m), result);
    END IF;
    results := results || (result || jsonb_build_object('n', sending.last_n));
  END LOOP;

  UPDATE sync.client SET last_n = sending.last_n, last_seen = now() WHERE workspace_id = ws AND id = sender;
  IF tally.head <> space.head THEN
    UPDATE sync.workspace SET head = tally.head, live = tally.live, digest = tally.digest WHERE id = ws;
  END IF;
  RETURN jsonb_build_object('epoch', space.epoch, 'head', tally.head, 'last_n', sending.last_n, 'results', results);
END
$$;

-- ------------------------------------------------------------------ jobs, run by the owner

-- After a restore from a backup: every client begins again and offers what the server lost.
CREATE OR REPLACE FUNCTION sync.bump_epoch(ws uuid DEFAULT NULL) RETURNS bigint
LANGUAGE sql
AS $$
  WITH bumped AS (UPDATE sync.workspace SET epoch = gen_random_uuid(), epoch_head = head WHERE ws IS NULL OR id = ws RETURNING 1)
  SELECT count(*) FROM bumped
$$;

-- Empties tombstones past the trash time, purges those past `keep` and raises the floor in the same transaction;
-- retires clients that were silent as long.
CREATE OR REPLACE FUNCTION sync.collect_garbage(ws uuid, keep interval DEFAULT '180 days') RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
  purged bigint;
  highest bigint;
BEGIN
  PERFORM 1 FROM sync.workspace WHERE id = ws FOR UPDATE;
  UPDATE sync.row SET fields = '{}' WHERE workspace_id = ws AND deleted_at < now() - interval '30 days' AND fields <> '{}';
  WITH gone AS (DELETE FROM sync.row WHERE workspace_id = ws AND deleted_at < now() - keep RETURNING version)
    SELECT count(*), max(version) INTO purged, highest FROM gone;
  UPDATE sync.workspace SET floor = greatest(floor, highest) WHERE id = ws AND highest IS NOT NULL;
  UPDATE sync.client SET retired_at = now() WHERE workspace_id = ws AND retired_at IS NULL AND last_seen < now() - keep;
  DELETE FROM sync.mutation WHERE workspace_id = ws AND at < now() - greatest(keep, interval '200 days');
  RETURN purged;
END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sync, api FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sync.me(), sync.my_workspaces(), sync.my_writable_workspaces(), sync.etag(jsonb),
  sync.row_hash(uuid, bigint), sync.etags(text, jsonb), sync.shown(sync.row), sync.answer(int, jsonb), sync.refusal(jsonb),
  sync.put(sync.row, sync.row, uuid, sync.tally), sync.conflict(sync.row, text[]), sync.rejected(text, text),
  sync.applied(sync.row, bigint), sync.create_row(uuid, uuid, jsonb, sync.tally), sync.patch_row(uuid, uuid, jsonb, sync.tally),
  sync.delete_row(uuid, uuid, jsonb, sync.tally), sync.restore_row(uuid, uuid, jsonb, sync.tally),
  sync.set_changed(jsonb, jsonb, jsonb), sync.mutation_hash(jsonb), sync.apply(uuid, uuid, jsonb, sync.tally),
  api.sync_pull(jsonb), api.sync_push(jsonb) TO authenticated;
