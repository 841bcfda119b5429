-- What made a large library slow to send and to fetch. The etags of a row are worked out where it is written and kept
-- beside it; a page is measured before it is written; a request of new records alone is one statement.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- As sync.etags gives them for the type's fields; NULL: not known, and worked out when they are needed (rows from before,
-- and from an adoption). Who changes which fields of a type are "cas" sets it to NULL for its rows.
ALTER TABLE sync.row ADD COLUMN IF NOT EXISTS etags jsonb;

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
  RETURN json_build_object('t', r.type, 'id', r.id, 'v', r.version, 'f', r.fields, 'e', coalesce(r.etags, sync.etags(cas, r.fields)),
                           'by', r.changed_by, 'at', r.changed_at);
END
$$;

-- As in 0002, but that only rows that go are written as text, and none twice.
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
    'rows', page);
END
$$;

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
    INSERT INTO sync.row(workspace_id, id, version, type, fields, maker, created_by, changed_by, created_at, changed_at, etags)
      VALUES (now_r.workspace_id, now_r.id, now_r.version, now_r.type, now_r.fields, now_r.maker, now_r.created_by,
              now_r.changed_by, now_r.created_at, now_r.changed_at, now_r.etags);
    RETURN;
  END IF;
  UPDATE sync.row SET version = now_r.version, fields = now_r.fields, changed_by = now_r.changed_by,
      changed_at = now_r.changed_at, deleted_by = now_r.deleted_by, deleted_at = now_r.deleted_at,
      etags = now_r.etags
    WHERE workspace_id = now_r.workspace_id AND id = now_r.id;
  INSERT INTO sync.history(workspace_id, id, version, field, old, new, by, client_id)
    SELECT now_r.workspace_id, now_r.id, now_r.version, f.key, f.value, now_r.fields->f.key, now_r.changed_by, client
    FROM jsonb_each(was.fields) f
    WHERE now_r.deleted_at IS NULL AND f.value IS DISTINCT FROM now_r.fields->f.key;
END
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
  fresh.etags := sync.etags((SELECT k.fields FROM sync.cas_fields k WHERE k.type = fresh.type), fresh.fields);
  tally := sync.put(NULL, fresh, client, tally);
  tally.result := jsonb_build_object('s', 'applied', 'v', tally.head, 'e', fresh.etags);
END
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
    IF p.policy = 'cas' AND coalesce(m->'if'->>p.field, sync.etag(NULL)) <> coalesce(was.etags->>p.field, sync.etag(was.fields->p.field))
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
  changed.etags := was.etags || sync.etags(written, changed.fields);
  IF changed.fields <> was.fields THEN
    tally := sync.put(was, changed, client, tally);
    changed.version := tally.head;
  END IF;
  tally.result := sync.applied(changed, written);
END
$$;

-- New records and nothing else, since that is how a library is filled: judged, written and answered by one statement.
-- NULL, and nothing done: they are to be applied one by one. What their insertion breaks is raised, also an edit that
-- came before under another number. Without jit: nothing is known of how many edits there are, and compiling for the many
-- that are guessed takes longer than the few.
CREATE OR REPLACE FUNCTION sync.push_new(ws uuid, sender uuid, mutations jsonb, last_n bigint, space sync.workspace) RETURNS jsonb
LANGUAGE plpgsql SET jit = off
AS $$
DECLARE
  moment CONSTANT timestamptz := clock_timestamp();
  me CONSTANT uuid := sync.me();
  sent CONSTANT int := jsonb_array_length(mutations);
  plain boolean;
  made bigint;
  mix bigint;
  results jsonb;
BEGIN
  WITH kind AS MATERIALIZED (
    SELECT t.type, t.parent_field, t.unique_field, k.fields AS cas FROM sync.record_type t LEFT JOIN sync.cas_fields k ON k.type = t.type
  ), edit AS MATERIALIZED (
    SELECT x.o, x.m, x.m->>'op' = 'group' AS several FROM jsonb_array_elements(mutations) WITH ORDINALITY x(m, o)
  ), part AS MATERIALIZED (
    SELECT e.o, e.several, space.head + row_number() OVER (ORDER BY e.o, c.i) AS version, (c.p->>'id')::uuid AS id, k.type, k.parent_field,
           coalesce(c.p->>'op' = 'create' AND k.unique_field IS NULL, false) AS plain,
           coalesce(c.p->'set', '{}') AS fields, sync.etags(k.cas, coalesce(c.p->'set', '{}')) AS etags
      FROM edit e
      CROSS JOIN LATERAL (SELECT e.m AS p, 0::bigint AS i WHERE NOT e.several
                          UNION ALL SELECT g.p, g.i FROM jsonb_array_elements(CASE WHEN e.several THEN e.m->'ops' END) WITH ORDINALITY g(p, i)) c
      LEFT JOIN kind k ON k.type = c.p->>'t'
  ), judged AS MATERIALIZED (
    SELECT count(DISTINCT p.o) = sent AND bool_and(p.plain AND p.type IS NOT NULL AND NOT (p.parent_field IS NOT NULL AND p.fields ? p.parent_field
             AND (SELECT r.deleted_at FROM sync.row r WHERE r.workspace_id = ws AND r.id = (p.fields->>p.parent_field)::uuid) IS NOT NULL)) AS plain,
           count(*) AS made, bit_xor(sync.row_hash(p.id, p.version)) AS mix
      FROM part p
  ), told AS MATERIALIZED (
    SELECT p.o, jsonb_build_object('n', last_n + p.o, 's', 'applied', 'v', p.version, 'e', p.etags) AS result FROM part p WHERE NOT p.several
    UNION ALL
    SELECT p.o, jsonb_build_object('n', last_n + p.o, 's', 'applied', 'v', max(p.version), 'parts',
             jsonb_agg(jsonb_build_object('s', 'applied', 'v', p.version, 'e', p.etags) ORDER BY p.version))
      FROM part p WHERE p.several GROUP BY p.o
  ), written AS (
    INSERT INTO sync.row(workspace_id, id, version, type, fields, maker, created_by, changed_by, created_at, changed_at, etags)
      SELECT ws, p.id, p.version, p.type, p.fields, sender, me, me, moment, moment, p.etags FROM part p WHERE (SELECT j.plain FROM judged j)
  ), kept AS (
    INSERT INTO sync.mutation(workspace_id, client_id, n, mid, hash, result)
      SELECT ws, sender, last_n + e.o, (e.m->>'mid')::uuid, sync.mutation_hash(e.m), t.result - 'n'
        FROM edit e JOIN told t USING (o) WHERE (SELECT j.plain FROM judged j)
  )
  SELECT j.plain, j.made, j.mix, (SELECT jsonb_agg(t.result ORDER BY t.o) FROM told t)
    INTO plain, made, mix, results FROM judged j;
  IF plain IS NOT TRUE THEN RETURN NULL; END IF;
  UPDATE sync.client c SET last_n = push_new.last_n + sent, last_seen = now() WHERE c.workspace_id = ws AND c.id = sender;
  UPDATE sync.workspace w SET head = space.head + made, live = space.live + made, digest = space.digest # mix WHERE w.id = ws;
  RETURN jsonb_build_object('epoch', space.epoch, 'head', space.head + made, 'last_n', last_n + sent, 'results', results);
END
$$;

CREATE OR REPLACE FUNCTION sync.apply_all(ws uuid, client uuid, edits sync.edit[], may_write boolean, careful boolean,
                                          INOUT tally sync.tally)
LANGUAGE plpgsql
AS $$
DECLARE
  edit sync.edit;
  result jsonb;
  results jsonb[] := '{}';
BEGIN
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

DROP FUNCTION IF EXISTS sync.create_all(uuid, uuid, sync.edit[], sync.tally);

-- As in 0002, but for what new records alone take.
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
  answer jsonb;
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

  IF may_write AND (
      SELECT bool_and(coalesce((e->>'n')::bigint = sending.last_n + o
                               AND CASE e->>'op' WHEN 'create' THEN true WHEN 'group' THEN NOT e @? '$.ops[*].op ? (@ != "create")' END, false))
        FROM jsonb_array_elements(mutations) WITH ORDINALITY x(e, o)) THEN
    BEGIN
      answer := sync.push_new(ws, sender, mutations, sending.last_n, space);
    EXCEPTION WHEN unique_violation OR check_violation OR not_null_violation OR data_exception THEN
      answer := NULL;  -- what is wrong with which is told below
    END;
    IF answer IS NOT NULL THEN RETURN answer; END IF;
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

REVOKE EXECUTE ON FUNCTION sync.push_new(uuid, uuid, jsonb, bigint, sync.workspace) FROM PUBLIC;
