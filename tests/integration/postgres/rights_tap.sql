-- Role × table × verb. Signing in goes by one connection throughout, as in a pool.
CREATE TEMP TABLE seen(who text, tab text, verb text, outcome text);
GRANT ALL ON seen TO PUBLIC;
CREATE FUNCTION helper.attempt(who text, tab text, verb text, statement text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  PERFORM helper.sign_in(who);
  BEGIN
    EXECUTE statement;
    GET DIAGNOSTICS n = ROW_COUNT;
    INSERT INTO seen VALUES (who, tab, verb, n::text);
  EXCEPTION WHEN insufficient_privilege THEN
    INSERT INTO seen VALUES (who, tab, verb, 'denied');
  END;
END $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA helper TO PUBLIC;

SELECT helper.sign_in('ada') \g /dev/null
SELECT helper.push(1, 1, helper.make(1, '{"name": "a", "draft_prompt": "p"}'), helper.patch(1, '{"set": {"name": "b"}}')) \g /dev/null
SELECT api.invite('10000000-0000-7000-8000-000000000001', 'new@example.org', 'member') \g /dev/null
RESET ROLE;
INSERT INTO sync.device(user_id, kind, name, token_hash, expires_at)
  SELECT id, 'device', name, sha256(convert_to(name, 'UTF8')), now() + interval '1 day' FROM sync.account WHERE email NOT LIKE 'new@%';
INSERT INTO sync.blob(workspace_id, sha256, bytes) VALUES ('10000000-0000-7000-8000-000000000001', repeat('ab', 32), 1);
INSERT INTO sync.usage(workspace_id, user_id, month, model) SELECT workspace_id, user_id, sync.this_month(), 'm' FROM sync.membership;
INSERT INTO sync.reservation(workspace_id, user_id, nano_usd, expires_at) SELECT workspace_id, user_id, 1, now() + interval '1 day' FROM sync.membership;
INSERT INTO sync.budget(workspace_id, nano_usd) VALUES ('10000000-0000-7000-8000-000000000001', 1);

SELECT plan(22);
-- every table with a workspace, by catalogue, so that a new one is asked about too
SELECT helper.attempt(who, c.relname, 'select', format('SELECT %2$I FROM sync.%1$I WHERE %2$I = %3$L', c.relname,
    CASE c.relname WHEN 'workspace' THEN 'id' ELSE 'workspace_id' END, '10000000-0000-7000-8000-000000000001'))
  FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace CROSS JOIN unnest(ARRAY['ada', 'bo', 'vi', 'eve']) who
  WHERE s.nspname = 'sync' AND c.relkind = 'r' AND (c.relname = 'workspace' OR EXISTS (
    SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id')) \g /dev/null
RESET ROLE;
SELECT cmp_ok((SELECT count(*) FROM seen WHERE who = 'ada'), '>=', 6::bigint, 'tables of workspaces');
SELECT is((SELECT count(*) FROM seen WHERE who = 'ada' AND outcome IN ('0', 'denied')), 0::bigint, 'Ada sees all of hers');
SELECT is((SELECT count(*) FROM seen WHERE who = 'vi' AND outcome IN ('0', 'denied') AND tab NOT IN ('invite', 'audit')), 0::bigint, 'and so does a viewer');
SELECT is((SELECT string_agg(DISTINCT outcome, ',') FROM seen WHERE who IN ('bo', 'vi') AND tab IN ('invite', 'audit')), '0', 'invites and the audit log are for administrators');
SELECT is((SELECT string_agg(tab, ',') FROM seen WHERE who = 'eve' AND outcome <> '0'), NULL, 'another tenant sees nothing of any of them');
SELECT is((SELECT count(*) FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'sync' AND c.relkind = 'r'
             AND NOT (c.relrowsecurity AND c.relforcerowsecurity) AND c.relname NOT IN ('record_type', 'field_policy')), 0::bigint, 'row security is on and forced everywhere else');

-- devices: one's own, and those of the members that one looks after; never a hash
SELECT helper.sign_in('ada') \g /dev/null
SELECT is((SELECT string_agg(name, ',' ORDER BY name) FROM sync.device), 'Ada,Bo,Vi', 'an administrator sees the members'' devices');
SELECT helper.sign_in('bo') \g /dev/null
SELECT is((SELECT string_agg(name, ',' ORDER BY name) FROM sync.device), 'Bo', 'a member their own');
SELECT helper.sign_in('eve') \g /dev/null
SELECT is((SELECT string_agg(name, ',' ORDER BY name) FROM sync.device), 'Eve', 'another tenant theirs');
RESET ROLE;
SELECT is((SELECT string_agg(c.relname || '.' || a.attname, ',') FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
  WHERE s.nspname = 'sync' AND c.relkind = 'r' AND (a.attname ~ 'hash$' AND a.attname <> 'hash' OR c.relname IN ('signing_key', 'spent_token', 'attempt'))
    AND has_column_privilege('authenticated', c.oid, a.attnum, 'SELECT')), NULL, 'no secret of them, nor its hash');
SELECT is((SELECT string_agg(c.relname || ' ' || verb, ', ' ORDER BY c.relname, verb) FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
    CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE']) verb
    WHERE s.nspname = 'sync' AND c.relkind = 'r'
      AND has_any_column_privilege('authenticated', c.oid, verb)), NULL, 'everything is written through the functions alone');
SELECT is((SELECT count(*) FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'sync' AND c.relkind = 'r'
  AND has_table_privilege('authenticated', c.oid, 'DELETE, TRUNCATE, REFERENCES, TRIGGER'))::int, 0, 'and nothing is deleted');
SELECT is((SELECT string_agg(p.proname, ',' ORDER BY p.proname) FROM pg_proc p JOIN pg_namespace s ON s.oid = p.pronamespace WHERE s.nspname = 'sync' AND has_function_privilege('authenticated', p.oid, 'execute')
  AND p.proname IN ('exchange', 'refresh', 'who', 'add_token', 'make_invite', 'add_workspace', 'let_in', 'revoke', 'note', 'new_code', 'drop_invites', 'count_failure', 'relay_begin', 'set_budget', 'budgets_shown', 'keep_answer_ids', 'foreign_answer_id')), NULL, 'the server''s own functions are the server''s');
SELECT throws_ok('DELETE FROM sync.audit', '42501', NULL, 'not even the owner takes from the audit log');

-- writing past the functions
TRUNCATE seen;
SELECT helper.attempt(who, 'row', verb, statement) FROM unnest(ARRAY['ada', 'vi', 'eve']) who, (VALUES
  ('insert', $$INSERT INTO sync.row(workspace_id, id, version, type, fields) VALUES ('10000000-0000-7000-8000-000000000001', gen_random_uuid(), 1000 + (random() * 1e6)::int, 'agent', '{}')$$),
  ('update', $$UPDATE sync.row SET fields = '{}' WHERE workspace_id = '10000000-0000-7000-8000-000000000001'$$),
  ('delete', $$DELETE FROM sync.row$$), ('role', $$UPDATE sync.membership SET role = 'admin'$$),
  ('epoch', $$UPDATE sync.workspace SET epoch = gen_random_uuid()$$), ('rename', $$UPDATE sync.workspace SET name = 'x'$$),
  ('mail', $$UPDATE sync.account SET email = 'x@y.z'$$), ('forget', $$DELETE FROM sync.mutation$$),
  ('garbage', $$SELECT sync.collect_garbage('10000000-0000-7000-8000-000000000001')$$), ('bump', $$SELECT sync.bump_epoch()$$)) v(verb, statement) \g /dev/null
RESET ROLE;
SELECT is((SELECT string_agg(DISTINCT verb, ',') FROM seen WHERE outcome <> 'denied'), NULL, 'nobody writes, deletes, joins, renames or collects');

-- a viewer's push is told, kept and counted, and changes nothing
SELECT helper.sign_in('vi') \g /dev/null
SELECT is(helper.push(7, 1, helper.patch(1, '{"set": {"name": "mine"}}'), helper.make(50, '{}'))->'results' @? '$[*] ? (@.code != "forbidden")', false, 'forbidden');
SELECT is(helper.push(7, 3, helper.make(51, '{}'))->>'last_n', '3', 'and goes on behind it');
RESET ROLE;
SELECT is((SELECT count(*) FROM sync.row WHERE id IN (helper.id('row', 50), helper.id('row', 51)))::int, 0, 'nothing was made');

-- somebody else's client, and nobody
SELECT helper.sign_in('bo') \g /dev/null
SELECT is(helper.push(7, 4, helper.make(52, '{}'))->>'error', 'client_of_another', 'nobody sends under another''s client');
SELECT is(helper.push(8, 1, helper.make(53, '{}'))->'results'->0->>'s', 'applied', 'a member does under their own');
RESET ROLE;
CREATE ROLE passer_by NOLOGIN;
SELECT is((SELECT count(*) FROM pg_proc p JOIN pg_namespace s ON s.oid = p.pronamespace WHERE s.nspname IN ('sync', 'api') AND has_function_privilege('passer_by', p.oid, 'execute'))::int, 0, 'a role without rights calls nothing');
SELECT is((SELECT count(*) FROM pg_proc p JOIN pg_namespace s ON s.oid = p.pronamespace WHERE s.nspname IN ('sync', 'api') AND p.prosecdef AND NOT coalesce(p.proconfig::text LIKE '%search_path%', false))::int, 0, 'definers have a search path of their own');
SELECT * FROM finish();
