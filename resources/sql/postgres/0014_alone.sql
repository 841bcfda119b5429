-- Who writes alone need not look after each edit what there is now: the answer says where the history stood before the
-- request, and what the workspace holds after it. Where every version between is one of the results, there is nothing else.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- As a page tells it.
CREATE OR REPLACE FUNCTION sync.digest_told(live bigint, mix bigint) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT jsonb_build_object('live', live, 'xor', lpad(to_hex(mix), 16, '0')) $$;

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
  RETURN jsonb_build_object('epoch', space.epoch, 'from', space.head, 'head', space.head + made, 'last_n', last_n + sent,
                            'digest', sync.digest_told(space.live + made, space.digest # mix), 'results', results);
END
$$;

-- As in 0012, but for what is told of before and after.
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
  RETURN jsonb_build_object('epoch', space.epoch, 'from', space.head, 'head', tally.head, 'last_n', expected - 1,
    'digest', sync.digest_told(tally.live, tally.digest), 'results',
    (SELECT coalesce(jsonb_agg(e.result || jsonb_build_object('n', e.n)), '[]')
       FROM unnest(edits, tally.results) e(n, mid, m, hash, was, result)));
END
$$;

REVOKE EXECUTE ON FUNCTION sync.digest_told(bigint, bigint) FROM PUBLIC;
