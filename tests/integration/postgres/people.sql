-- Two workspaces: of the team of Ada (admin), Bo (member) and Vi (viewer), and of Eve, who is none of them.
-- `sign_in` does what aiagent-server and PostgREST do with a call's transaction.
INSERT INTO sync.account(id, email, name) VALUES
  ('00000000-0000-7000-8000-0000000000a1', 'ada@example.org', 'Ada'),
  ('00000000-0000-7000-8000-0000000000b1', 'bo@example.org', 'Bo'),
  ('00000000-0000-7000-8000-0000000000c1', 'vi@example.org', 'Vi'),
  ('00000000-0000-7000-8000-0000000000e1', 'eve@example.org', 'Eve');
INSERT INTO sync.workspace(id, name) VALUES
  ('10000000-0000-7000-8000-000000000001', 'Team'), ('20000000-0000-7000-8000-000000000002', 'Eve''s');
INSERT INTO sync.membership(workspace_id, user_id, role) VALUES
  ('10000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 'admin'),
  ('10000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000b1', 'member'),
  ('10000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c1', 'viewer'),
  ('20000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-0000000000e1', 'admin');

CREATE SCHEMA helper;
CREATE FUNCTION helper.sign_in(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('request.jwt.claims', json_build_object('sub', CASE name
    WHEN 'ada' THEN '00000000-0000-7000-8000-0000000000a1' WHEN 'bo' THEN '00000000-0000-7000-8000-0000000000b1'
    WHEN 'vi' THEN '00000000-0000-7000-8000-0000000000c1' WHEN 'eve' THEN '00000000-0000-7000-8000-0000000000e1' END)::text, false);
  SET ROLE authenticated;
END $$;
-- An id that ends in `n`: of a record, a client, a mutation.
CREATE FUNCTION helper.id(kind text, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (left(md5(kind), 8) || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$;
-- A push of `ops` by client `client`, numbered from `n`.
CREATE FUNCTION helper.push(client int, n int, VARIADIC ops jsonb[]) RETURNS jsonb LANGUAGE sql AS $$
  SELECT api.sync_push(jsonb_build_object('proto', 1, 'schema', 1, 'client', helper.id('client', client),
    'space', '10000000-0000-7000-8000-000000000001', 'mutations',
    (SELECT jsonb_agg(jsonb_build_object('n', n + o - 1, 'mid', helper.id('mutation', client * 1000 + n + o::int - 1)) || op)
       FROM unnest(ops) WITH ORDINALITY u(op, o)))) $$;
CREATE FUNCTION helper.pull(at bigint, extra jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT api.sync_pull(jsonb_build_object('proto', 1, 'schema', 1, 'client', helper.id('client', 1),
    'space', '10000000-0000-7000-8000-000000000001', 'cursor', at) || extra) $$;
CREATE FUNCTION helper.make(n int, fields jsonb, t text DEFAULT 'agent') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('op', 'create', 't', t, 'id', helper.id('row', n), 'set', fields) $$;
CREATE FUNCTION helper.patch(n int, extra jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('op', 'patch', 'id', helper.id('row', n)) || extra $$;
GRANT USAGE ON SCHEMA helper TO authenticated;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA helper TO authenticated;
