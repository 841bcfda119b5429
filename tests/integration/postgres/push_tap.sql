-- What a push does with each edit.
SELECT plan(62);
SELECT helper.sign_in('ada') \g /dev/null

SELECT is(helper.push(1, 1, helper.make(1, '{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}'))->'results'->0->>'s', 'applied', 'create');
SELECT is(helper.pull(0)->'rows'->0->'f', '{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}', 'the record is in the stream');
SELECT is((helper.pull(0)->>'last_n')::int, 1, 'and how far the client was taken');

-- again, exactly and otherwise
SELECT is(helper.push(1, 1, helper.make(1, '{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}'))->'results'->0->>'s', 'duplicate', 'the same number again: told, not done');
SELECT is((helper.pull(0)->>'head')::int, 1, 'no new version');
SELECT is(helper.push(1, 1, helper.make(1, '{"name": "Other"}'))->>'error', 'idempotency_mismatch', 'the same number with another content');
BEGIN;
SELECT is(helper.push(1, 3, helper.make(2, '{}'))->'expect_n', '2', 'a number left out');
SELECT is(current_setting('response.status'), '409', 'with its status');
COMMIT;
SELECT is((helper.pull(0)->>'last_n')::int, 1, 'nothing of them was taken');

-- cas
SELECT is(helper.push(1, 2, helper.patch(1, '{"set": {"draft_prompt": "two"}, "if": {"draft_prompt": "0000"}}'))->'results'->0->'fields', '["draft_prompt"]', 'a text over another than was seen is a conflict');
SELECT is(helper.push(1, 3, helper.patch(1, '{"set": {"draft_prompt": "two", "name": "N"}}'))->'results'->0->>'s', 'conflict', 'also without saying what was seen');
SELECT is(helper.pull(0)->'rows'->0->'f'->>'name', 'Triage', 'a conflict changes no other field');
SELECT is(helper.push(1, 4, helper.patch(1, jsonb_build_object('set', '{"draft_prompt": "two"}'::jsonb, 'if', helper.pull(0)->'rows'->0->'e')))->'results'->0->>'s', 'applied', 'over what was seen');
SELECT is(helper.push(1, 5, helper.patch(1, '{"set": {"draft_prompt": "two"}, "if": {"draft_prompt": "0000"}}'))->'results'->0->>'s', 'applied', 'the same text is no conflict');
SELECT is((helper.pull(0)->>'head')::int, 2, 'and no new version');
SELECT is((SELECT old FROM sync.history WHERE field = 'draft_prompt'), '"one"', 'what was replaced is kept');

-- lww, sets, unknown fields
SELECT is(helper.push(1, 6, helper.patch(1, '{"set": {"name": "New", "shine": 7}}'))->'results'->0->>'s', 'applied', 'a name is replaced; a field from the future is kept');
SELECT is(helper.push(1, 7, helper.patch(1, '{"add": {"tags": ["b", "a"]}, "remove": {"tags": ["x"]}}'))->'results'->0->>'s', 'applied', 'tags are added');
SELECT is(helper.pull(0)->'rows'->0->'f', '{"name": "New", "draft_prompt": "two", "tags": ["a", "b"], "shine": 7}', 'all of it');
SELECT is(helper.push(1, 8, helper.patch(1, '{"remove": {"tags": ["a"]}}'))->'results'->0->>'s', 'applied', 'and taken away');
SELECT is(helper.pull(0)->'rows'->0->'f'->'tags', '["b"]', 'the others stay');
SELECT is(helper.push(1, 9, helper.patch(1, '{"set": {"tags": []}}'))->'results'->0->>'code', 'invalid', 'a set is not overwritten');

-- immutable, ranks, uniqueness, parents
SELECT is(helper.push(1, 10, helper.make(2, jsonb_build_object('agent', helper.id('row', 1), 'content', 'c'), 'agent_version'))->'results'->0->>'s', 'applied', 'a version');
SELECT is(helper.push(1, 11, helper.patch(2, '{"set": {"content": "d"}}'))->'results'->0->>'code', 'invalid', 'is not changed');
SELECT is(helper.push(1, 12, helper.make(3, '{"status": "running"}', 'run'), helper.patch(3, '{"set": {"status": "succeeded"}}'))->'results'->1->>'s', 'applied', 'a run ends');
SELECT is(helper.push(1, 14, helper.patch(3, '{"set": {"status": "running"}}'))->'results'->0->>'s', 'conflict', 'and does not run again');
SELECT is(helper.push(2, 1, helper.make(4, '{"status": "queued"}', 'run'))->'results'->0->>'s', 'applied', 'a run of another device');
SELECT is(helper.push(1, 15, helper.patch(4, '{"set": {"status": "running"}}'))->'results'->0->>'code', 'invalid', 'is moved by that device only');
SELECT is(helper.push(1, 16, helper.make(5, '{"key": "dark"}', 'flag'), helper.make(6, '{"key": "dark"}', 'flag'), helper.make(7, '{"key": "light"}', 'flag'))->'results' @? '$[1] ? (@.code == "unique")', true, 'a flag''s key is unique');
SELECT is((SELECT count(*) FROM sync.row WHERE type = 'flag')::int, 2, 'and a rejected one stops no other');
SELECT is(helper.push(1, 19, helper.make(8, '{}', 'spaceship'))->'results'->0->>'code', 'unknown_type', 'an unknown type');
SELECT is(helper.push(1, 20, '{"op": "fly"}')->'results'->0->>'code', 'invalid', 'an unknown deed');
SELECT is(helper.push(1, 21, helper.patch(99, '{"set": {"name": "x"}}'))->'results'->0->>'s', 'gone', 'a patch never makes a record');

-- deleting
SELECT is(helper.push(1, 22, jsonb_build_object('op', 'delete', 'id', helper.id('row', 1), 'if_v', 1))->'results'->0->>'s', 'conflict', 'deleting what changed since');
SELECT is(helper.push(1, 23, jsonb_build_object('op', 'delete', 'id', helper.id('row', 1), 'if_v', 99))->'results'->0->>'s', 'applied', 'deleting');
SELECT is(helper.push(1, 24, helper.patch(1, '{"set": {"name": "late"}}'), jsonb_build_object('op', 'delete', 'id', helper.id('row', 1)))->'results' @? '$[*] ? (@.s != "gone")', false, 'later edits find it gone');
SELECT is(helper.push(1, 26, helper.make(1, '{"name": "again"}'))->'results'->0->>'s', 'gone', 'making it again does not bring it back');
SELECT is(helper.push(1, 27, helper.make(9, jsonb_build_object('agent', helper.id('row', 1)), 'agent_version'))->'results'->0->>'code', 'parent_gone', 'nothing new beneath it');
SELECT is(helper.push(1, 28, jsonb_build_object('op', 'restore', 'id', helper.id('row', 1)))->'results'->0->>'s', 'applied', 'an explicit restore does');
SELECT is((SELECT fields->>'name' FROM sync.row WHERE id = helper.id('row', 1)), 'New', 'with its text');

-- groups
SELECT is(helper.push(1, 29, jsonb_build_object('op', 'group', 'ops', jsonb_build_array(helper.make(10, '{"name": "g"}'), helper.patch(99, '{}'))))->'results'->0->>'s', 'gone', 'a group ends as its first failure');
SELECT is((SELECT count(*) FROM sync.row WHERE id = helper.id('row', 10))::int, 0, 'and leaves nothing');

-- what the counts say
SELECT is((SELECT live FROM sync.workspace WHERE name = 'Team'), (SELECT count(*) FROM sync.row WHERE deleted_at IS NULL), 'live rows are counted');
SELECT is((SELECT digest FROM sync.workspace WHERE name = 'Team'), (SELECT bit_xor(sync.row_hash(id, version)) FROM sync.row WHERE deleted_at IS NULL), 'and their digest kept');

-- a client that was set back numbers anew, by the same names
CREATE FUNCTION pg_temp.renamed(set_fields jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT api.sync_push(jsonb_build_object('proto', 1, 'schema', 1, 'client', helper.id('client', 9), 'space', '10000000-0000-7000-8000-000000000001',
    'mutations', jsonb_build_array(helper.make(1, set_fields) || jsonb_build_object('n', 1, 'mid', helper.id('mutation', 1001))))) $$;
SELECT is(pg_temp.renamed('{"name": "Another"}')->>'error', 'idempotency_mismatch', 'another edit under a known name is not swallowed');
SELECT is(pg_temp.renamed('{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}')->'results'->0->>'s', 'duplicate', 'an edit under its old name is not done twice');

-- new records alone are made all at once: as one by one, of which a patch that finds nothing makes the rest
CREATE FUNCTION pg_temp.group_of(VARIADIC ops jsonb[]) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_build_object('op', 'group', 'ops', to_jsonb(ops)) $$;
CREATE FUNCTION pg_temp.library(n int) RETURNS jsonb[] LANGUAGE sql AS $$
  SELECT ARRAY[helper.make(n, '{"name": "a", "draft_prompt": "p"}'),
    pg_temp.group_of(helper.make(n + 1, jsonb_build_object('agent', helper.id('row', n + 2), 'content', 'c'), 'agent_version'), helper.make(n + 2, '{"name": "b", "tags": ["t"]}')),
    helper.make(n + 3, '{"name": "c"}')] $$;
CREATE FUNCTION pg_temp.shape(answer jsonb) RETURNS jsonb LANGUAGE sql AS $$  -- without the numbers that differ
  SELECT jsonb_agg(r - 'n' - 'v' || CASE WHEN r ? 'parts' THEN jsonb_build_object('parts', (SELECT jsonb_agg(p - 'v') FROM jsonb_array_elements(r->'parts') p)) ELSE '{}' END)
    FROM jsonb_array_elements(answer->'results') r WHERE r->>'s' <> 'gone' $$;
SELECT is(pg_temp.shape(helper.push(20, 1, VARIADIC pg_temp.library(100))), pg_temp.shape(helper.push(20, 4, VARIADIC pg_temp.library(110) || helper.patch(999, '{}'))), 'the answers are the same');
SELECT is((SELECT string_agg(r.fields::text || r.type, ',' ORDER BY r.version) FROM sync.row r WHERE r.id BETWEEN helper.id('row', 100) AND helper.id('row', 103)),
          (SELECT replace(string_agg(r.fields::text || r.type, ',' ORDER BY r.version), helper.id('row', 112)::text, helper.id('row', 102)::text) FROM sync.row r WHERE r.id BETWEEN helper.id('row', 110) AND helper.id('row', 113)), 'and the records, in their order');
SELECT is(helper.push(20, 8, helper.make(120, '{}'), helper.make(100, '{}'), helper.make(121, '{}'))->'results' @? 'strict $ ? (@[0].s == "applied" && @[1].code == "exists" && @[2].s == "applied")', true, 'one that is there stops no other');
SELECT is(helper.push(20, 11, helper.make(122, '{}'), '{"op": "create", "t": "agent", "id": "no id"}', helper.make(123, '{}'))->'results' @? 'strict $ ? (@[0].s == "applied" && @[1].code == "invalid" && @[2].s == "applied")', true, 'nor one without an id');
SELECT helper.push(20, 14, jsonb_build_object('op', 'delete', 'id', helper.id('row', 100))) \g /dev/null
SELECT is(helper.push(20, 15, helper.make(124, jsonb_build_object('agent', helper.id('row', 100)), 'agent_version'), helper.make(125, '{}'))->'results' @? 'strict $ ? (@[0].code == "parent_gone" && @[1].s == "applied")', true, 'nor one beneath a deleted one');
SELECT is(helper.push(20, 17, helper.make(126, '{}'), helper.make(126, '{}'))->'results' @? 'strict $ ? (@[0].s == "applied" && @[1].code == "exists")', true, 'nor one that comes twice');
SELECT is((SELECT live FROM sync.workspace WHERE name = 'Team'), (SELECT count(*) FROM sync.row WHERE deleted_at IS NULL), 'they are counted');
SELECT is((SELECT digest FROM sync.workspace WHERE name = 'Team'), (SELECT bit_xor(sync.row_hash(id, version)) FROM sync.row WHERE deleted_at IS NULL), 'and in the digest');
SELECT is(api.sync_push(jsonb_build_object('proto', 1, 'schema', 1, 'client', helper.id('client', 20), 'space', '10000000-0000-7000-8000-000000000001',
  'mutations', (SELECT jsonb_agg(helper.make(200 + i, '{}') || jsonb_build_object('n', 18 + i, 'mid', helper.id('mutation', 7))) FROM generate_series(1, 2) i)))->>'error', 'invalid', 'two edits of one name');
SELECT is(api.sync_push(jsonb_build_object('proto', 1, 'schema', 1, 'client', helper.id('client', 20), 'space', '10000000-0000-7000-8000-000000000001',
  'mutations', (SELECT jsonb_agg('{}'::jsonb) FROM generate_series(1, 501))))->>'most_mutations', '500', 'and more than fit');

-- what an answer says of the whole, of new records alone and of others
SELECT head AS before FROM sync.workspace WHERE name = 'Team' \gset
SELECT helper.push(22, 1, helper.make(400, '{"name": "a"}'), helper.make(401, '{"name": "b"}')) AS answer \gset
SELECT is((:'answer'::jsonb->>'from')::bigint, :before::bigint, 'where the history stood before it');
SELECT is(:'answer'::jsonb->'digest', (helper.pull(0)->'digest')::jsonb, 'and what there is after it, as a page says it');
SELECT head AS before FROM sync.workspace WHERE name = 'Team' \gset
SELECT helper.push(22, 3, helper.patch(400, '{"set": {"name": "c"}}'), jsonb_build_object('op', 'delete', 'id', helper.id('row', 401))) AS answer \gset
SELECT is((:'answer'::jsonb->>'from')::bigint, :before::bigint, 'also where edits are done one by one');
SELECT is(:'answer'::jsonb->'digest', (helper.pull(0)->'digest')::jsonb, 'and what there is after them');

-- a later migration adds a column, under connections that keep their plans
RESET ROLE;
ALTER TABLE sync.row ADD COLUMN later int;
SELECT helper.sign_in('ada') \g /dev/null
SELECT is(helper.push(21, 1, helper.make(300, '{}'))->'results' || (helper.push(21, 2, helper.patch(300, '{"set": {"name": "x"}}'), helper.make(301, '{}'))->'results') @? '$[*] ? (@.s != "applied")', false, 'a new column disturbs no push');
SELECT is((SELECT count(*) FROM sync.row r JOIN sync.cas_fields k USING (type) WHERE r.deleted_at IS NULL AND r.etags IS DISTINCT FROM sync.etags(k.fields, r.fields)), 0::bigint, 'the etags beside the rows are those of their fields');
SELECT * FROM finish();
