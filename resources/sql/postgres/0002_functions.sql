-- api.sync_pull and api.sync_push. The answer's HTTP status goes to response.status, where PostgREST looks for
-- it and aiagent-server too; a body with "error" changed nothing.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- What a pull hands out for a field that is written over a known value only. Opaque to clients, so that no two
-- programs need the same notion of canonical JSON; over the text, since jsonb's own hash does not tell nestings
-- apart. Should another PostgreSQL hash otherwise, edits on their way meet a conflict that merges by itself.
CREATE OR REPLACE FUNCTION sync.etag(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT to_hex(hashtextextended(coalesce(value, 'null'::jsonb)::text COLLATE "C", 0)) $$;

-- STABLE, as convert_to is: an SQL function that claims more than what it calls is not inlined.
-- Big-endian first eight bytes of SHA-256 over "id:version"; clients compute the same.
CREATE OR REPLACE FUNCTION sync.row_hash(id uuid, version bigint) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT ('x' || left(encode(sha256(convert_to(id::text || ':' || version::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint $$;

-- Fields of a type that are written over a known value only.
CREATE OR REPLACE VIEW sync.cas_fields WITH (security_invoker = true) AS
  SELECT type, array_agg(field ORDER BY field) AS fields FROM sync.field_policy WHERE policy = 'cas' GROUP BY type;

-- plpgsql: called for every row of a page, where an SQL function would set up a query each time.
CREATE OR REPLACE FUNCTION sync.etags(cas text[], fields jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
DECLARE
  field text;
  names text[] := '{}';
  etags text[] := '{}';
BEGIN
  FOREACH field IN ARRAY coalesce(cas, '{}') LOOP
    CONTINUE WHEN NOT fields ? field;
    names := names || field;
    etags := etags || sync.etag(fields->field);
  END LOOP;
  RETURN jsonb_object(names, etags);
END
$$;

-- A row as the client made it, and nobody has changed since.
CREATE OR REPLACE FUNCTION sync.made_by(r sync.row, client uuid) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT r.maker = client AND r.changed_at = r.created_at AND r.deleted_at IS NULL $$;

-- A row as the stream shows it; `cas` are its type's (sync.cas_fields). json and not jsonb: it is only sent. To
-- `reader`, who made it and has it, the version alone.
CREATE OR REPLACE FUNCTION sync.shown(r sync.row, cas text[], reader uuid DEFAULT NULL) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  IF sync.made_by(r, reader) THEN
    RETURN json_build_object('t', r.type, 'id', r.id, 'v', r.version, 'own', true);
  END IF;
  IF r.deleted_at IS NOT NULL THEN
    RETURN json_build_object('t', r.type, 'id', r.id, 'v', r.version, 'del', json_build_object('by', r.deleted_by, 'at', r.deleted_at));
  END IF;
  RETURN json_build_object('t', r.type, 'id', r.id, 'v', r.version, 'f', r.fields, 'e', sync.etags(cas, r.fields),
                           'by', r.changed_by, 'at', r.changed_at);
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

-- STABLE: all of it sees one moment. {"proto", "schema", "client", "space", "epoch", "cursor", "floor", "limit", "types",
-- "own": "brief" where the client needs the versions alone of what it made itself}
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
  newest bigint;
  complete boolean;
BEGIN
  IF refused IS NOT NULL THEN RETURN refused; END IF;
  SELECT * INTO space FROM sync.workspace WHERE id = ws;
  -- A page ends at a mebibyte of fields, or at its limit; one row always goes.
  SELECT coalesce(json_agg(sync.shown(p.r, k.fields, reader) ORDER BY (p.r).version) FILTER (WHERE p.before < most_bytes), '[]'),
         max((p.r).version) FILTER (WHERE p.before < most_bytes), count(*) < at_most AND coalesce(bool_and(p.before < most_bytes), true)
    INTO page, newest, complete
    FROM (SELECT l.r, sum(l.size) OVER (ORDER BY (l.r).version) - l.size AS before
            FROM (SELECT s AS r, CASE WHEN sync.made_by(s, reader) THEN 100 ELSE octet_length(s.fields::text) END AS size FROM sync.row s
                    WHERE s.workspace_id = ws AND s.version > seen AND (types IS NULL OR s.type = ANY(types))
                    ORDER BY s.version LIMIT at_most) l) p
    LEFT JOIN sync.cas_fields k ON k.type = (p.r).type;
  complete := complete OR newest = space.head;
  RETURN json_build_object(
    'epoch', space.epoch, 'epoch_head', space.epoch_head, 'from', seen, 'to', CASE WHEN complete THEN space.head ELSE newest END,
    'head', space.head, 'floor', space.floor, 'complete', complete,
    'last_n', coalesce((SELECT c.last_n FROM sync.client c WHERE c.workspace_id = ws
                          AND c.id = asking AND c.user_id = sync.me()), 0),
    'server_time', clock_timestamp(),
    'role', (SELECT m.role FROM sync.membership m WHERE m.workspace_id = ws AND m.user_id = sync.me()),
    'digest', json_build_object('live', space.live, 'xor', lpad(to_hex(space.digest), 16, '0')),
    'rows', page);
END
$$;

-- ------------------------------------------------------------------ push

-- The counts of a workspace while a push holds its lock, what became of the last edit, and of all of them.
DO $$ BEGIN
  IF to_regtype('sync.tally') IS NULL THEN
    CREATE TYPE sync.tally AS (head bigint, live bigint, digest bigint, result jsonb, results jsonb[]);
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
  now_r.changed_at := CASE WHEN was.id IS NULL THEN now_r.created_at ELSE clock_timestamp() END;
  IF was.id IS NOT NULL AND was.deleted_at IS NULL THEN
    tally.live := tally.live - 1;
    tally.digest := tally.digest # sync.row_hash(was.id, was.version);
  END IF;
  IF now_r.deleted_at IS NULL THEN
    tally.live := tally.live + 1;
    tally.digest := tally.digest # sync.row_hash(now_r.id, now_r.version);
  END IF;
  IF was.id IS NULL THEN
    INSERT INTO sync.row(workspace_id, id, version, type, fields, maker, created_by, changed_by, created_at, changed_at)
      VALUES (now_r.workspace_id, now_r.id, now_r.version, now_r.type, now_r.fields, now_r.maker, now_r.created_by,
              now_r.changed_by, now_r.created_at, now_r.changed_at);
    RETURN;
  END IF;
  UPDATE sync.row SET version = now_r.version, fields = now_r.fields, changed_by = now_r.changed_by,
      changed_at = now_r.changed_at, deleted_by = now_r.deleted_by, deleted_at = now_r.deleted_at
    WHERE workspace_id = now_r.workspace_id AND id = now_r.id;
  INSERT INTO sync.history(workspace_id, id, version, field, old, new, by, client_id)
    SELECT now_r.workspace_id, now_r.id, now_r.version, f.key, f.value, now_r.fields->f.key, now_r.changed_by, client
    FROM jsonb_each(was.fields) f
    WHERE now_r.deleted_at IS NULL AND f.value IS DISTINCT FROM now_r.fields->f.key;
END
$$;

-- What an edit says, whatever its number: a client that was set back numbers anew.
CREATE OR REPLACE FUNCTION sync.mutation_hash(m jsonb) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT sha256(convert_to((m - 'at' - 'n')::text, 'UTF8')) $$;

CREATE OR REPLACE FUNCTION sync.conflict(r sync.row, clashing text[]) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object('s', 'conflict', 'fields', to_jsonb(clashing),
                            'row', sync.shown(r, (SELECT k.fields FROM sync.cas_fields k WHERE k.type = r.type)))
$$;

CREATE OR REPLACE FUNCTION sync.rejected(code text, detail text) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$ SELECT jsonb_build_object('s', 'rejected', 'code', code, 'detail', detail) $$;

-- With the etags of `written`, of those fields that have any.
CREATE OR REPLACE FUNCTION sync.applied(r sync.row, written text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$ BEGIN RETURN jsonb_build_object('s', 'applied', 'v', r.version, 'e', sync.etags(written, r.fields)); END $$;

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
  fresh.version := tally.head;
  tally.result := sync.applied(fresh, (SELECT k.fields FROM sync.cas_fields k WHERE k.type = fresh.type));
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
  wants CONSTANT jsonb := coalesce(m->'set', '{}');
  was sync.row;
  changed sync.row;
  p sync.field_policy;
  written text[] := '{}';  -- of policy cas
  clashing text[] := '{}';
BEGIN
  SELECT * INTO was FROM sync.row r WHERE r.workspace_id = ws AND r.id = wanted;
  IF NOT FOUND OR was.deleted_at IS NOT NULL THEN tally.result := '{"s": "gone"}'; RETURN; END IF;
  IF was.type IS DISTINCT FROM coalesce(m->>'t', was.type) THEN
    tally.result := sync.rejected('invalid', 'type');
    RETURN;
  END IF;
  FOR p IN SELECT * FROM sync.field_policy f WHERE f.type = was.type AND wants ? f.field ORDER BY f.field LOOP
    IF p.policy = 'cas' THEN written := written || p.field; END IF;
    CONTINUE WHEN was.fields->p.field IS NOT DISTINCT FROM wants->p.field;  -- an equal value is no clash
    IF p.policy = 'once' OR p.policy = 'set' OR p.policy = 'rank' AND was.maker IS DISTINCT FROM client THEN
      tally.result := sync.rejected('invalid', p.field);
      RETURN;
    END IF;
    -- What the writer had not seen.
    IF p.policy = 'cas' AND coalesce(m->'if'->>p.field, sync.etag(NULL)) <> sync.etag(was.fields->p.field)
       OR p.policy = 'rank' AND coalesce((p.ranks->>(wants->>p.field))::int, -1) <= coalesce((p.ranks->>(was.fields->>p.field))::int, -1) THEN
      clashing := clashing || p.field;
    END IF;
  END LOOP;
  IF clashing <> '{}' THEN tally.result := sync.conflict(was, clashing); RETURN; END IF;
  changed := was;
  changed.fields := was.fields || wants;
  IF m ? 'add' OR m ? 'remove' THEN
    FOR p IN SELECT * FROM sync.field_policy f WHERE f.type = was.type AND f.policy = 'set'
        AND (coalesce(m->'add', '{}') ? f.field OR coalesce(m->'remove', '{}') ? f.field) LOOP
      changed.fields := changed.fields
        || jsonb_build_object(p.field, sync.set_changed(was.fields->p.field, m->'add'->p.field, m->'remove'->p.field));
    END LOOP;
  END IF;
  IF changed.fields <> was.fields THEN
    tally := sync.put(was, changed, client, tally);
    changed.version := tally.head;
  END IF;
  tally.result := sync.applied(changed, written);
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
  tally.result := jsonb_build_object('s', 'applied', 'v', tally.head, 'e', '{}'::jsonb);
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
  IF was.deleted_at IS NULL THEN tally.result := sync.applied(was, '{}'); RETURN; END IF;
  changed := was;
  changed.deleted_at := NULL;
  changed.deleted_by := NULL;
  tally := sync.put(was, changed, client, tally);
  tally.result := jsonb_build_object('s', 'applied', 'v', tally.head, 'e', '{}'::jsonb);
END
$$;

-- One edit. What can't be done at all is raised; `careful` gives each part of a group a savepoint of its own.
CREATE OR REPLACE FUNCTION sync.apply(ws uuid, client uuid, m jsonb, careful boolean, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  part jsonb;
  parts jsonb := '[]';
BEGIN
  CASE m->>'op'
    WHEN 'create' THEN tally := sync.create_row(ws, client, m, tally);
    WHEN 'patch' THEN tally := sync.patch_row(ws, client, m, tally);
    WHEN 'delete' THEN tally := sync.delete_row(ws, client, m, tally);
    WHEN 'restore' THEN tally := sync.restore_row(ws, client, m, tally);
    WHEN 'group' THEN
      FOR part IN SELECT * FROM jsonb_array_elements(m->'ops') LOOP
        IF part->>'op' = 'group' THEN RAISE EXCEPTION USING ERRCODE = 'SY001', MESSAGE = sync.rejected('invalid', 'group in a group')::text; END IF;
        IF careful THEN
          tally := sync.apply_or_tell(ws, client, part, tally);
        ELSE
          tally := sync.apply(ws, client, part, false, tally);
        END IF;
        IF tally.result->>'s' <> 'applied' THEN
          RAISE EXCEPTION USING ERRCODE = 'SY001',
            MESSAGE = (tally.result || jsonb_build_object('at', jsonb_array_length(parts)))::text;
        END IF;
        parts := parts || tally.result;
      END LOOP;
      tally.result := jsonb_build_object('s', 'applied', 'v', tally.head, 'parts', parts);
    ELSE tally.result := sync.rejected('invalid', 'op');
  END CASE;
END
$$;

-- One edit, in a savepoint of its own: what it can't do leaves nothing behind and is its result.
CREATE OR REPLACE FUNCTION sync.apply_or_tell(ws uuid, client uuid, m jsonb, INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  before CONSTANT sync.tally := tally;
  broken text;
BEGIN
  tally := sync.apply(ws, client, m, true, tally);
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

-- An edit of a push; `was` is what became of it when it came before.
DO $$ BEGIN
  IF to_regtype('sync.edit') IS NULL THEN
    CREATE TYPE sync.edit AS (n bigint, mid uuid, m jsonb, hash bytea, was jsonb);
  END IF;
END $$;

-- A new record of a push, and of which of its edits.
DO $$ BEGIN
  IF to_regtype('sync.fresh') IS NULL THEN
    CREATE TYPE sync.fresh AS (id uuid, version bigint, type text, fields jsonb, edit bigint);
  END IF;
END $$;

-- New records and nothing else, all at once, since that is how a library is filled. NULL, and nothing done: they
-- are to be applied one by one. What their insertion breaks is raised.
CREATE OR REPLACE FUNCTION sync.create_all(ws uuid, client uuid, edits sync.edit[], INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  moment CONSTANT timestamptz := clock_timestamp();
  me CONSTANT uuid := sync.me();
  first CONSTANT bigint := tally.head;
  fresh sync.fresh[];
  plain boolean;
BEGIN
  SELECT bool_and(coalesce(p.part->>'op' = 'create' AND k.type IS NOT NULL AND k.unique_field IS NULL, false)),
         array_agg(ROW((p.part->>'id')::uuid, first + p.o, k.type, coalesce(p.part->'set', '{}'), p.i)::sync.fresh ORDER BY p.o)
    INTO plain, fresh
    FROM (SELECT e.i, c.part, row_number() OVER (ORDER BY e.i, c.o) AS o
            FROM unnest(edits) WITH ORDINALITY e(n, mid, m, hash, was, i)
            CROSS JOIN LATERAL jsonb_array_elements(CASE e.m->>'op' WHEN 'group' THEN e.m->'ops' ELSE jsonb_build_array(e.m) END)
              WITH ORDINALITY c(part, o)) p
    LEFT JOIN sync.record_type k ON k.type = p.part->>'t';
  IF plain IS NOT TRUE OR EXISTS (
      SELECT FROM unnest(fresh) f JOIN sync.record_type k ON k.type = f.type
        WHERE k.parent_field IS NOT NULL AND f.fields ? k.parent_field
          AND (SELECT r.deleted_at FROM sync.row r WHERE r.workspace_id = ws AND r.id = (f.fields->>k.parent_field)::uuid) IS NOT NULL) THEN
    RETURN;
  END IF;
  INSERT INTO sync.row(workspace_id, id, version, type, fields, maker, created_by, changed_by, created_at, changed_at)
    SELECT ws, f.id, f.version, f.type, f.fields, client, me, me, moment, moment FROM unnest(fresh) f;
  SELECT tally.head + count(*), tally.live + count(*), tally.digest # bit_xor(sync.row_hash(f.id, f.version))
    INTO tally.head, tally.live, tally.digest FROM unnest(fresh) f;
  SELECT array_agg(CASE WHEN e.m->>'op' = 'group' THEN jsonb_build_object('s', 'applied', 'v', made.newest, 'parts', made.parts)
                        ELSE made.parts->0 END ORDER BY e.i)
    INTO tally.results
    FROM unnest(edits) WITH ORDINALITY e(n, mid, m, hash, was, i)
    JOIN (SELECT f.edit AS i, max(f.version) AS newest,
                 jsonb_agg(jsonb_build_object('s', 'applied', 'v', f.version, 'e', sync.etags(k.fields, f.fields)) ORDER BY f.version) AS parts
            FROM unnest(fresh) f LEFT JOIN sync.cas_fields k ON k.type = f.type GROUP BY f.edit) made USING (i);
END
$$;

-- The edits' results in their order. `careful`: one that can't be done is told of, and stops no other; else it is
-- raised, which costs nothing where all can be.
CREATE OR REPLACE FUNCTION sync.apply_all(ws uuid, client uuid, edits sync.edit[], may_write boolean, careful boolean,
                                          INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  edit sync.edit;
  result jsonb;
  results jsonb[] := '{}';
BEGIN
  IF may_write AND NOT careful AND (SELECT bool_and(e.was IS NULL AND e.m->>'op' IN ('create', 'group')) FROM unnest(edits) e) THEN
    tally := sync.create_all(ws, client, edits, tally);
    IF tally.results IS NOT NULL THEN RETURN; END IF;
  END IF;
  FOREACH edit IN ARRAY edits LOOP
    IF edit.was IS NOT NULL THEN
      result := edit.was || jsonb_build_object('s', 'duplicate', 'was', edit.was->'s');
    ELSIF NOT may_write THEN
      result := sync.rejected('forbidden', 'viewer');
    ELSIF careful THEN
      tally := sync.apply_or_tell(ws, client, edit.m, tally);
      result := tally.result;
    ELSE
      tally := sync.apply(ws, client, edit.m, false, tally);
      result := tally.result;
    END IF;
    results := results || result;
  END LOOP;
  tally.results := results;
END
$$;

-- {"proto", "schema", "client", "space", "epoch", "cursor", "mutations": [{"n", "mid", "op", …}]}
-- As the owner, since nobody else may write: it asks itself who may, under the lock, and names the workspace in
-- every statement.
CREATE OR REPLACE FUNCTION api.sync_push(request jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE
  most CONSTANT int := 500;
  ws CONSTANT uuid := request->>'space';
  sender CONSTANT uuid := request->>'client';
  me CONSTANT uuid := sync.me();
  mutations CONSTANT jsonb := coalesce(request->'mutations', '[]');
  may_write boolean;
  refused jsonb;
  space sync.workspace;
  sending sync.client;
  seen_before boolean;
  found_n sync.mutation;
  found_mid sync.mutation;
  edit sync.edit;
  edits sync.edit[] := '{}';
  expected bigint;
  tally sync.tally;
BEGIN
  IF jsonb_typeof(mutations) <> 'array' OR jsonb_array_length(mutations) > most OR sender IS NULL THEN
    RETURN sync.answer(400, jsonb_build_object('error', 'invalid', 'most_mutations', most));
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

  INSERT INTO sync.client(workspace_id, id, user_id) VALUES (ws, sender, me) ON CONFLICT DO NOTHING;
  SELECT * INTO sending FROM sync.client c WHERE c.workspace_id = ws AND c.id = sender AND c.user_id = me FOR UPDATE;
  IF NOT FOUND THEN RETURN sync.answer(403, '{"error": "client_of_another"}'); END IF;
  IF sending.retired_at IS NOT NULL THEN
    RETURN sync.answer(409, jsonb_build_object('error', 'resync', 'reason', 'client_retired', 'epoch', space.epoch,
                                               'head', space.head, 'floor', space.floor));
  END IF;

  -- Nothing is applied before the whole request is known to fit. By number, or by name where a client that was set
  -- back numbers anew.
  seen_before := (SELECT bool_or((SELECT true FROM sync.mutation k WHERE k.workspace_id = ws AND k.mid = (e->>'mid')::uuid))
                    FROM jsonb_array_elements(mutations) e);
  expected := sending.last_n + 1;
  FOR edit.m IN SELECT * FROM jsonb_array_elements(mutations) LOOP
    edit.n := edit.m->>'n';
    edit.mid := edit.m->>'mid';
    edit.hash := sync.mutation_hash(edit.m);
    found_n := NULL;
    IF edit.n > expected THEN
      RETURN sync.answer(409, jsonb_build_object('error', 'gap', 'expect_n', expected));
    ELSIF edit.n = expected THEN
      expected := expected + 1;
    ELSE
      SELECT * INTO found_n FROM sync.mutation k WHERE k.workspace_id = ws AND k.client_id = sender AND k.n = edit.n;
    END IF;
    IF seen_before THEN
      SELECT * INTO found_mid FROM sync.mutation k WHERE k.workspace_id = ws AND k.mid = edit.mid;
    END IF;
    IF edit.hash <> found_n.hash OR edit.hash <> found_mid.hash THEN
      RETURN sync.answer(409, jsonb_build_object('error', 'idempotency_mismatch', 'n', edit.n, 'last_n', sending.last_n));
    END IF;
    edit.was := coalesce(found_n.result, found_mid.result, CASE WHEN edit.n <= sending.last_n THEN '{}'::jsonb END);
    edits := edits || edit;
  END LOOP;
  IF (SELECT count(DISTINCT e.mid) FROM unnest(edits) e) < cardinality(edits) THEN
    RETURN sync.answer(400, '{"error": "invalid", "detail": "mid"}');
  END IF;

  tally := ROW(space.head, space.live, space.digest, NULL, NULL);
  BEGIN
    tally := sync.apply_all(ws, sender, edits, may_write, false, tally);
  EXCEPTION WHEN SQLSTATE 'SY001' OR unique_violation OR check_violation OR not_null_violation OR data_exception THEN
    -- One of them can't be done; a savepoint for each tells which.
    tally := sync.apply_all(ws, sender, edits, may_write, true, ROW(space.head, space.live, space.digest, NULL, NULL)::sync.tally);
  END;

  -- Every outcome is kept and counts: nothing blocks what comes behind it.
  INSERT INTO sync.mutation(workspace_id, client_id, n, mid, hash, result)
    SELECT ws, sender, e.n, e.mid, e.hash, e.result FROM unnest(edits, tally.results) e(n, mid, m, hash, was, result)
      WHERE e.was IS NULL;
  UPDATE sync.client SET last_n = expected - 1, last_seen = now() WHERE workspace_id = ws AND id = sender;
  IF tally.head <> space.head THEN
    UPDATE sync.workspace SET head = tally.head, live = tally.live, digest = tally.digest WHERE id = ws;
  END IF;
  RETURN jsonb_build_object('epoch', space.epoch, 'head', tally.head, 'last_n', expected - 1, 'results',
    (SELECT coalesce(jsonb_agg(e.result || jsonb_build_object('n', e.n)), '[]')
       FROM unnest(edits, tally.results) e(n, mid, m, hash, was, result)));
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
GRANT SELECT ON sync.cas_fields TO authenticated;
-- What a pull calls; a push runs as the owner.
GRANT EXECUTE ON FUNCTION sync.me(), sync.my_workspaces(), sync.my_writable_workspaces(), sync.etag(jsonb), sync.row_hash(uuid, bigint),
  sync.etags(text[], jsonb), sync.made_by(sync.row, uuid), sync.shown(sync.row, text[], uuid), sync.answer(int, jsonb), sync.refusal(jsonb),
  api.sync_pull(jsonb), api.sync_push(jsonb) TO authenticated;
