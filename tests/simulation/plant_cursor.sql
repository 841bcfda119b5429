-- Planted: versions come from a sequence, and no push waits for another. Run after the migrations, by
-- simulate.py --plant cursor alone.
CREATE SEQUENCE saved.naive;
GRANT USAGE ON SCHEMA saved TO authenticated;
GRANT USAGE ON SEQUENCE saved.naive TO authenticated;

-- `code` with the pieces replaced; each must be there.
CREATE FUNCTION saved.altered(function regprocedure, VARIADIC pieces text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  code text := pg_get_functiondef(function);
  i int := 1;
BEGIN
  WHILE i < array_length(pieces, 1) LOOP
    IF strpos(code, pieces[i]) = 0 THEN RAISE EXCEPTION 'nothing to replace: %', pieces[i]; END IF;
    code := replace(code, pieces[i], pieces[i + 1]);
    i := i + 2;
  END LOOP;
  EXECUTE code;
END $$;

-- What the workspace's row would hold, of the rows that can be seen.
CREATE FUNCTION saved.counted(ws uuid, INOUT space sync.workspace) LANGUAGE sql AS $$
  SELECT (s.space).id, (s.space).name, (s.space).personal_of, (s.space).epoch, (s.space).epoch_head,
         coalesce(max(r.version), 0), (s.space).floor, count(r.id) FILTER (WHERE r.deleted_at IS NULL),
         coalesce(bit_xor(sync.row_hash(r.id, r.version)) FILTER (WHERE r.deleted_at IS NULL), 0), (s.space).created_at, (s.space).past
    FROM (SELECT space) s LEFT JOIN sync.row r ON r.workspace_id = ws GROUP BY s.space $$;
GRANT EXECUTE ON FUNCTION saved.counted(uuid, sync.workspace) TO authenticated;

SELECT saved.altered('sync.put(sync.row, sync.row, uuid, sync.tally)',
  'tally.head := tally.head + 1', 'tally.head := nextval(''saved.naive'')');
SELECT saved.altered('api.sync_push(jsonb)',
  'IF may_write AND (', 'IF false AND (',
  'WHERE w.id = ws FOR UPDATE;', 'WHERE w.id = ws;',
  'UPDATE sync.workspace SET head = tally.head, live = tally.live, digest = tally.digest WHERE id = ws;', 'NULL;');
SELECT saved.altered('api.sync_pull(jsonb)',
  'SELECT * INTO space FROM sync.workspace WHERE id = ws;',
  'SELECT * INTO space FROM sync.workspace WHERE id = ws; space := saved.counted(ws, space);');
SELECT saved.altered('sync.refusal(jsonb)',
  'WHEN (request->>''cursor'')::bigint > space.head THEN ''cursor_ahead''', '');
